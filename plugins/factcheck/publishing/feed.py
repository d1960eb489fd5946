"""
The Atom feed (RFC 4287) of the newest fact-checks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from feedgenerator import Atom1Feed
from markupsafe import escape

from factcheck.digest.collection import Digest
from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Site
from factcheck.publishing.addresses import FEED, HOME, absolute, check_path

MOST: Final = 50


class _Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """A feed that, while it is empty, is as old as the build says and not as the clock does."""

    now: datetime

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else self.now
        return latest


def atom(digest: Digest, site: Site, now: datetime) -> bytes:
    """
    Write the feed.

    Args:
        digest: What readers may see.

        site: Whose feed it is.

        now: When an empty feed was last updated.
    """
    feed = _Feed(
        title=site.name,
        link=absolute(site, HOME),
        description=site.tagline,
        language=site.language,
        feed_url=absolute(site, FEED),
        author_name=site.desk,
    )
    feed.now = now
    for check in digest.checks[:MOST]:
        _add(feed, check, site)
    return str(feed.writeString("utf-8")).encode()


def _add(feed: Atom1Feed, check: FactCheck, site: Site) -> None:
    verdict = check.verdict
    url = absolute(site, check_path(check.slug))
    updated = verdict.published.instant
    if changed := verdict.changed_on():
        day = changed.first
        updated = max(updated, updated.replace(year=day.year, month=day.month, day=day.day))
    label = check.rating.label_in(verdict.language) if check.rating else ""
    feed.add_item(
        title=f"{label}: {verdict.title}" if label else verdict.title,
        link=url,
        unique_id=url,
        # Feed readers take a summary for HTML.
        description=str(escape(verdict.summary)),
        author_name=", ".join(verdict.authors),
        pubdate=verdict.published.instant,
        updateddate=updated,
        categories=list(verdict.topics),
    )
