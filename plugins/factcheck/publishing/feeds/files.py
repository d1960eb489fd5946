"""
A feed in all its forms, ready to be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.model.site import Site
from factcheck.publishing.addresses import FEEDS, HOME, THEME, absolute
from factcheck.publishing.editions import Edition
from factcheck.publishing.feeds.channel import Channel
from factcheck.publishing.feeds.entries import FeedEntry
from factcheck.publishing.feeds.forms import Form
from factcheck.publishing.feeds.jsonfeed import json_feed
from factcheck.publishing.feeds.plan import Feed
from factcheck.publishing.feeds.sound import sound, sound_entry
from factcheck.publishing.feeds.xml import atom, rss
from factcheck.publishing.file import File
from factcheck.publishing.templates import Templates
from factcheck.publishing.words import Words, direction

TEMPLATE: Final = "components/feed_reading.html"
STYLE: Final = f"{THEME}/css/feed.css"

#: A function for every form.
WRITERS: Final = {Form.ATOM: atom, Form.RSS: rss, Form.JSON: json_feed}


class ReadingItem(NamedTuple):
    """
    An item, as a browser shows it.
    """

    title: str
    url: str
    day: str
    summary: str
    language: str
    direction: str


class Reading(NamedTuple):
    """
    A feed, as a browser shows it.
    """

    title: str
    site: str
    name: str
    about: str
    language: str
    direction: str

    #: Root-relative, as the style sheet is: what only a browser asks for.
    icon: str

    #: Whole addresses: of the feed, of its edition's front page, of the page that the feed
    #: follows, and of the page of all feeds.
    address: str
    home: str
    page: str
    feeds: str
    items: tuple[ReadingItem, ...]


class FeedMaker:
    """
    Writes feeds of one edition.
    """

    def __init__(self, site: Site, edition: Edition, templates: Templates) -> None:
        """
        Take what all its feeds share.

        Args:
            site: The owner's settings.

            edition: Whose feeds they are.

            templates: The theme's.
        """
        self.site = site
        self.edition = edition
        self.templates = templates

    def files(self, feed: Feed[FeedEntry]) -> Iterator[File]:
        """
        Give a feed in every form, at its place and at those that it had before.
        """
        entries = [sound_entry(one) for one in feed.items]
        for form, write in WRITERS.items():
            data = write(self._channel(feed, entries, form), entries)
            for stem in (feed.stem, *feed.former):
                yield File(stem + form.suffix, data)

    def _channel(self, feed: Feed[FeedEntry], entries: Sequence[FeedEntry], form: Form) -> Channel:
        site, edition = self.site, self.edition
        address = absolute(site, feed.stem + form.suffix)
        page = absolute(site, feed.page)
        is_whole = feed.stem == edition.feed
        return Channel(
            title=sound(feed.title),
            about=sound(feed.about),
            language=edition.words.language,
            page=page,
            address=address,
            # The feed of all fact-checks has always had the id of the page that it follows.
            id=page if is_whole else absolute(site, feed.stem + Form.ATOM.suffix),
            desk=sound(site.desk),
            updated=max((one.updated for one in entries), default=feed.since),
            style=site.base + STYLE,
            reading="" if form is Form.JSON else sound(self._reading(feed, entries, address)),
        )

    def _reading(self, feed: Feed[FeedEntry], entries: Sequence[FeedEntry], address: str) -> str:
        site, words = self.site, self.edition.words
        view = Reading(
            title=feed.title,
            site=site.name,
            name=feed.name,
            about=feed.about,
            language=words.language,
            direction=words.direction,
            icon=f"{site.base}{THEME}/icon.svg",
            address=address,
            home=absolute(site, self.edition.prefix + HOME),
            page=absolute(site, feed.page),
            feeds=absolute(site, self.edition.prefix + FEEDS),
            items=tuple([_item(entry, words) for entry in entries]),
        )
        return self.templates.part(TEMPLATE, "reading", view, words)


def _item(entry: FeedEntry, words: Words) -> ReadingItem:
    return ReadingItem(
        entry.title,
        entry.url,
        words.day(entry.published.date()),
        entry.summary,
        entry.language,
        direction(entry.language),
    )
