"""
The page of all feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from factcheck.digest.collection import Digest
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import FEEDS, Record
from factcheck.publishing.feeds.forms import Form
from factcheck.publishing.feeds.plan import Feed, Way, ways
from factcheck.publishing.listings import Item
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.views.site import PageHead, feed_links, head


class FeedRow(NamedTuple):
    """
    One feed in all its forms.
    """

    name: str
    about: str

    #: The name of each form, with what the link says by itself, and the link.
    forms: tuple[tuple[str, str, str], ...]


class FeedRows(NamedTuple):
    """
    Feeds of one kind.
    """

    #: Empty for those that every site has.
    title: str
    rows: tuple[FeedRow, ...]


class FeedsView(NamedTuple):
    """
    All feeds of an edition.
    """

    head: PageHead
    title: str
    kinds: tuple[FeedRows, ...]


def feeds_pages(digest: Digest, scales: Scales, page: PageMaker, now: datetime) -> Iterator[Page]:
    """
    Give the page of all feeds, in each edition.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        page: Makes pages, and knows the site.

        now: Of the build.
    """
    for edition in page.editions:
        found = tuple(ways(digest, scales, edition, page.site, now))
        yield page(edition.prefix + FEEDS, "feeds.html", partial(_view, found), edition)


def _view(found: tuple[Way, ...], record: Record) -> FeedsView:
    words = record.words
    title = words.say("title", "Feeds")
    lead = words.say(
        "sentence", "What is new comes to your feed reader by itself, without an account."
    )
    kinds = (
        FeedRows(
            words.of(way.title) if way.title else "",
            tuple([_row(feed, record) for feed in way.feeds]),
        )
        for way in found
    )
    return FeedsView(head(record, title, lead), title, tuple(one for one in kinds if one.rows))


def _row(feed: Feed[Item], record: Record) -> FeedRow:
    links = feed_links(feed.stem, feed.name, record)
    forms = [(form.title, link.title, link.href) for form, link in zip(Form, links, strict=True)]
    return FeedRow(feed.name, feed.about, tuple(forms))
