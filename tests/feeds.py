"""
Feeds as the tests read them: found in a built site, and judged by the rules of their forms.

The rules are those of RFC 4287, of the RSS Advisory Board and of the W3C's feed validator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from bs4 import BeautifulSoup
from lxml import etree

ATOM: Final = "{http://www.w3.org/2005/Atom}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}"
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WHOLE: Final = re.compile(r"https?://[^/\s]+/\S*|mailto:\S+")
#: RFC 822, with the four figures of a year that RSS asks for.
RFC_822: Final = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    r"\d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
#: An address, or a tag (RFC 4151).
ID: Final = re.compile(r"https?://[^\s#]+|tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:\S+")
#: What has no place where nobody knows the page around it.
BARRED: Final = ("script", "style", "form", "input", "button", "iframe", "img", "svg", "object")


#: lxml has no types.
Element = Any


class Item(NamedTuple):
    """An item, in whatever form it was read."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    language: str


def stems(site: Path) -> list[str]:
    """Return where every feed of a site stands, without its forms' endings; copies are none."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("feeds/**/*.json"))
    return sorted(
        path.removesuffix(".json")
        for path in found
        if f'"feed_url":"https://example.org/{path}"' in (site / path).read_text(encoding="utf-8")
    )


def read(site: Path, stem: str, form: str) -> list[Item]:
    """Return the items of a feed in one of its forms."""
    data = (site / f"{stem}{form}").read_bytes()
    if form == ".json":
        return [_of_json(item) for item in json.loads(data)["items"]]
    root = etree.fromstring(data)
    if form == ".rss.xml":
        return [_of_rss(item) for item in root.findall("channel/item")]
    return [_of_atom(entry) for entry in root.findall(f"{ATOM}entry")]


def _of_json(item: dict[str, Any]) -> Item:
    return Item(
        item["id"],
        item["url"],
        item["title"],
        item["summary"],
        item.get("content_html", ""),
        datetime.fromisoformat(item["date_published"]),
        datetime.fromisoformat(item["date_modified"]),
        tuple(author["name"] for author in item["authors"]),
        tuple(item["tags"]),
        item["language"],
    )


def _of_rss(item: Element) -> Item:
    return Item(
        item.findtext("guid"),
        item.findtext("link"),
        item.findtext("title"),
        _unescaped(item.findtext("description")),
        item.findtext(f"{CONTENT}encoded") or "",
        parsedate_to_datetime(item.findtext("pubDate")),
        datetime.fromisoformat(item.findtext(f"{ATOM}updated")),
        tuple(one.text for one in item.findall(f"{DC}creator")),
        tuple(one.text for one in item.findall("category")),
        item.findtext(f"{DC}language"),
    )


def _of_atom(entry: Element) -> Item:
    return Item(
        entry.findtext(f"{ATOM}id"),
        entry.find(f"{ATOM}link").get("href"),
        entry.findtext(f"{ATOM}title"),
        _unescaped(entry.findtext(f"{ATOM}summary")),
        entry.findtext(f"{ATOM}content") or "",
        datetime.fromisoformat(entry.findtext(f"{ATOM}published")),
        datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
        tuple(one.text for one in entry.findall(f"{ATOM}author/{ATOM}name")),
        tuple(one.get("term") for one in entry.findall(f"{ATOM}category")),
        entry.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _unescaped(html: str) -> str:
    return BeautifulSoup(html, "lxml").get_text()


def atom_faults(data: bytes, address: str) -> Iterator[str]:
    """Give what RFC 4287 and the W3C's validator have against a feed."""
    feed = etree.fromstring(data)
    entries = feed.findall(f"{ATOM}entry")
    yield from lacking(feed, ATOM, ("title", "id", "updated", "subtitle"))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    if links.get("self") != address or not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield f"{links}, or nobody's"
    for entry in entries:
        yield from lacking(entry, ATOM, ("title", "id", "updated", "published", "content"))
    kinds = {one.get("type") for one in feed.iter(f"{ATOM}content")}
    yield from (f"content of type {kind}" for kind in kinds - {"html"})
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    dates = [*updated, *(entry.findtext(f"{ATOM}published") for entry in entries)]
    yield from (f"date {date}" for date in dates if not RFC_3339.fullmatch(date))
    newest = max(updated, key=datetime.fromisoformat, default=feed.findtext(f"{ATOM}updated"))
    if feed.findtext(f"{ATOM}updated") != newest:
        yield "updated when no entry was"


def rss_faults(data: bytes, address: str) -> Iterator[str]:
    """Give what the specification of RSS 2.0 and the W3C's validator have against a feed."""
    rss = etree.fromstring(data)
    channel = rss.find("channel")
    yield from lacking(channel, "", ("title", "link", "description", "language", "lastBuildDate"))
    (itself,) = channel.findall(f"{ATOM}link")
    if (itself.get("rel"), itself.get("href")) != ("self", address):
        yield f"self is {itself.get('href')}"
    dates = [channel.findtext("lastBuildDate")]
    for item in channel.findall("item"):
        yield from lacking(item, "", ("title", "link", "description", "pubDate", "guid"))
        guid, dated = item.find("guid"), item.findtext("pubDate")
        is_link = guid.text == item.findtext("link")
        if guid.get("isPermaLink") != str(is_link).lower():
            yield f"guid {guid.text} is said to be {guid.attrib}"
        if item.find("author") is not None:
            yield "author, who would need a mail address"
        dates.append(dated)
    yield from (f"date {date}" for date in dates if not RFC_822.fullmatch(date))


def lacking(element: Element, space: str, names: tuple[str, ...]) -> Iterator[str]:
    """Give the names of which an element has no child with a text, or several."""
    yield from (
        f"{element.tag} without {name}" for name in names if not text_of(element, space + name)
    )


def text_of(element: Element, name: str) -> str:
    """Return the text of the only child of a name; empty where there is none, or several."""
    found = element.findall(name)
    return (found[0].text or "") if len(found) == 1 else ""


def item_faults(items: list[Item]) -> Iterator[str]:
    """Give what is wrong with items, whatever their form."""
    ids = [item.id for item in items]
    if len(set(ids)) != len(ids):
        yield "two items of one id"
    for item in items:
        if not ID.fullmatch(item.id):
            yield f"id {item.id}"
        if not WHOLE.fullmatch(item.url):
            yield f"address {item.url}"
        if item.updated < item.published:
            yield f"{item.id} was updated before it was published"
        if not LANGUAGE.fullmatch(item.language):
            yield f"language {item.language}"
        if not (item.title and item.summary and all(item.authors)):
            yield f"{item.id} says nothing"
        yield from content_faults(item.content)


def content_faults(content: str) -> Iterator[str]:
    """Give what a content must not have: what needs its own page, or acts."""
    soup = BeautifulSoup(content, "lxml")
    for element in soup.find_all():
        attributes = element.attrs
        if element.name in BARRED or "id" in attributes or "style" in attributes:
            yield f"<{element.name}> {attributes}"
        if any(name.startswith("on") or name == "src" for name in attributes):
            yield f"<{element.name}> {attributes}"
        if not WHOLE.fullmatch(str(attributes.get("href", "https://a/"))):
            yield f"address {attributes['href']}"
        if not LANGUAGE.fullmatch(str(attributes.get("lang", "en"))):
            yield f"language {attributes['lang']}"
