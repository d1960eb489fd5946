"""
The Atom feed (RFC 4287) of the newest fact-checks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from feedgenerator import Atom1Feed
from markupsafe import escape

from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Site
from factcheck.publishing.addresses import HOME, absolute, check_path
from factcheck.publishing.editions import Edition

MOST: Final = 50


class _Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """A feed that, while it is empty, is as old as the build says and not as the clock does."""

    now: datetime

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else self.now
        return latest


class FeedEntry(NamedTuple):
    """
    A fact-check in the feed.
    """

    title: str

    #: Its whole address, which is also its id.
    url: str
    #: HTML, as feed readers take a summary.
    summary: str
    authors: str
    published: datetime
    updated: datetime
    topics: tuple[str, ...]


def feed_entry(check: FactCheck, site: Site) -> FeedEntry:
    """
    Make a fact-check's entry.
    """
    verdict = check.verdict
    updated = verdict.published.instant
    if changed := verdict.changed_on():
        day = changed.first
        updated = max(updated, updated.replace(year=day.year, month=day.month, day=day.day))
    label = check.rating.label_in(verdict.language) if check.rating else ""
    return FeedEntry(
        title=f"{label}: {verdict.title}" if label else verdict.title,
        url=absolute(site, check_path(check.slug)),
        summary=str(escape(verdict.summary)),
        authors=", ".join(verdict.authors),
        published=verdict.published.instant,
        updated=updated,
        topics=verdict.topics,
    )


def atom(entries: Iterable[FeedEntry], site: Site, edition: Edition, now: datetime) -> bytes:
    """
    Write the feed.

    Args:
        entries: The newest first; no more than ``MOST`` are written.

        site: Whose feed it is.

        edition: Whose fact-checks they are.

        now: When an empty feed was last updated.
    """
    feed = _Feed(
        title=site.name,
        link=absolute(site, edition.prefix + HOME),
        description=edition.tagline(site) or site.tagline,
        language=edition.words.language,
        feed_url=absolute(site, edition.feed),
        author_name=site.desk,
    )
    feed.now = now
    for entry in islice(entries, MOST):
        feed.add_item(
            title=entry.title,
            link=entry.url,
            unique_id=entry.url,
            description=entry.summary,
            author_name=entry.authors,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=list(entry.topics),
        )
    return str(feed.writeString("utf-8")).encode()
