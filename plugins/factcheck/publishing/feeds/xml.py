"""
Feeds in XML: Atom (RFC 4287) and RSS 2.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from xml.sax.saxutils import escape

from feedgenerator import Atom1Feed, Rss201rev2Feed
from feedgenerator.django.utils.feedgenerator import Stylesheet, rfc3339_date
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from factcheck.publishing.feeds.channel import Channel
from factcheck.publishing.feeds.entries import FeedEntry

#: Namespaces of what RSS itself has no words for.
SPACES: Final = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


class _Dated:
    """What both forms share: a feed is as old as its newest entry, whatever the clock says."""

    feed: Mapping[str, Any]

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated

    def add_stylesheets(self, handler: SimplerXMLGenerator) -> None:
        # Feedgenerator's own wants the types of files to be known to the machine.
        style = Stylesheet(self.feed["style"], "text/css", None)
        handler.processingInstruction("xml-stylesheet", str(style))

    def add_reading(self, handler: SimplerXMLGenerator) -> None:
        handler.ignorableWhitespace(self.feed["reading"])  # written as it is


class _Atom(_Dated, Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    def write(self, outfile: Any, encoding: str) -> None:  # noqa: ANN401
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        self.add_stylesheets(handler)
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        self.add_reading(handler)
        handler.endElement("feed")

    def item_attributes(self, item: Mapping[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Mapping[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        _add_escaped(handler, "content", item["escaped"], {"type": "html"})


class _Rss(_Dated, Rss201rev2Feed):  # type: ignore[misc]  # feedgenerator has no types
    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **SPACES}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Mapping[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("dc:language", item["language"])
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        _add_escaped(handler, "content:encoded", item["escaped"], {})

    def endChannelElement(self, handler: SimplerXMLGenerator) -> None:  # noqa: N802 - its name
        self.add_reading(handler)
        super().endChannelElement(handler)


def atom(channel: Channel, entries: Iterable[FeedEntry]) -> bytes:
    """
    Write a feed as Atom.

    Args:
        channel: What it says of itself.

        entries: Newest first; with sound texts only.
    """
    return _written(_Atom, channel, entries)


def rss(channel: Channel, entries: Iterable[FeedEntry]) -> bytes:
    """
    Write a feed as RSS.

    Args:
        channel: What it says of itself.

        entries: Newest first; with sound texts only.
    """
    return _written(_Rss, channel, entries)


def _written(form: type[Any], channel: Channel, entries: Iterable[FeedEntry]) -> bytes:
    feed = form(
        title=channel.title,
        link=channel.page,
        description=channel.about,
        language=channel.language,
        feed_url=channel.address,
        feed_guid=channel.id,
        author_name=channel.desk,
        updated=channel.updated,
        style=channel.style,
        reading=channel.reading,
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.url,
            unique_id=entry.id,
            unique_id_is_permalink=entry.id == entry.url,
            description=escape(entry.summary),
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=entry.categories,
            authors=entry.authors,
            language=entry.language,
            escaped=escape(entry.content),
        )
    return str(feed.writeString("utf-8")).encode()


def _add_escaped(
    handler: SimplerXMLGenerator, name: str, content: str, attributes: dict[str, str]
) -> None:
    """Add an element with much text, which has been escaped and looked through already."""
    if content:
        handler.startElement(name, attributes)
        handler.ignorableWhitespace(content)
        handler.endElement(name)
