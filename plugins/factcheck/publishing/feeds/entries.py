"""
What a fact-check gives to feeds, beside the content that is read back from its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import NamedTuple
from urllib.parse import urlsplit

from factcheck.digest.entries import by_prominence
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.site import Site
from factcheck.model.values import PartialDate
from factcheck.publishing.addresses import Outward, absolute, check_path, claim_path
from factcheck.publishing.feeds.content import change_content
from factcheck.publishing.naming import topics_of
from factcheck.publishing.structured.parties import author_names
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.changes import changes, taken_back


class FeedEntry(NamedTuple):
    """
    One item of a feed.
    """

    #: Lasts, whatever becomes of title and address.
    id: str

    #: Where it is read on the site: a whole address.
    url: str
    title: str

    #: Plain text.
    summary: str
    published: datetime
    updated: datetime

    #: BCP 47.
    language: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]

    #: HTML; empty where a summary has to do.
    content: str = ""


class RulingLine(NamedTuple):
    """
    A ruling, as far as its entry differs from its fact-check's.
    """

    claim: str
    id: str
    url: str
    title: str
    summary: str
    updated: datetime
    rating: str


class Followed(NamedTuple):
    """
    All that a fact-check gives to feeds.
    """

    check: FeedEntry

    #: In the order of the entry's rulings.
    rulings: tuple[RulingLine, ...]

    #: In the order of the entry's changes.
    changes: tuple[FeedEntry, ...]

    def ruling(self, place: int) -> FeedEntry:
        """
        Return a ruling's entry.
        """
        line = self.rulings[place]
        return self.check._replace(
            id=line.id,
            url=line.url,
            title=line.title,
            summary=line.summary,
            updated=line.updated,
            categories=(line.rating, *self.check.categories),
        )


def followed(check: FactCheck, record: Outward, templates: Templates) -> Followed:
    """
    Return what a fact-check gives to feeds.

    Args:
        check: The fact-check; readers may see it.

        record: Makes the addresses.

        templates: The theme's.
    """
    verdict, site = check.verdict, record.site
    label = check.rating.label_in(verdict.language) if check.rating else ""
    whole = FeedEntry(
        id=absolute(site, check_path(_first_slug(check))),
        url=record.to(check_path(check.slug)),
        title=f"{label}: {verdict.title}" if label else verdict.title,
        summary=verdict.summary,
        published=verdict.published.instant,
        updated=_updated(check),
        language=verdict.language,
        authors=author_names(check, site),
        categories=tuple([topic.name for topic in topics_of(check)]),
    )
    return Followed(
        check=whole,
        rulings=tuple([_line(check, ruled, record) for ruled in by_prominence(check)]),
        changes=tuple(_changes(check, whole, record, templates)),
    )


def _first_slug(check: FactCheck) -> str:
    """Return the slug under which a fact-check came out: where it is moved, its ids stay."""
    return next(iter(check.verdict.former_slugs), check.slug)


def _updated(check: FactCheck, claim: str = "") -> datetime:
    """Return when it was last changed, as far as days tell; at the hour at which it came out."""
    published = check.verdict.published.instant
    changed = check.verdict.changed_on(claim)
    if changed is None:
        return published
    day = changed.first
    return max(published, published.replace(year=day.year, month=day.month, day=day.day))


def _line(check: FactCheck, ruled: RuledClaim, record: Outward) -> RulingLine:
    claim, label = ruled.claim, ruled.rating.label_in(check.verdict.language)
    return RulingLine(
        claim=claim.id,
        id=absolute(record.site, claim_path(_first_slug(check), claim.id)),
        url=record.to_claim(check.slug, claim.id),
        title=f"{label}: {claim.claim}",
        summary=claim.reason,
        updated=_updated(check, claim.id),
        rating=label,
    )


def _changes(
    check: FactCheck, whole: FeedEntry, record: Outward, templates: Templates
) -> Iterator[FeedEntry]:
    """Give the entries of all changes, those of typing errors too, by their places."""
    verdict = check.verdict
    dated = [(change.kind.value, change.date) for change in verdict.changes_of()]
    if verdict.withdrawn:
        dated.insert(0, ("withdrawn", verdict.withdrawn.date))
    notes = (*taken_back(check, record.words), *changes(check, record))
    for place, (one, note) in enumerate(zip(dated, notes, strict=True)):
        day = datetime.combine(one[1].first, time(), UTC)
        # Another of that kind and day is written below those that are there.
        number = dated[:place].count(one) + 1
        yield whole._replace(
            id=_change_id(check, record.site, *one, number),
            title=f"{note.title}: {verdict.title}",
            summary=note.text,
            published=day,
            updated=day,
            categories=(note.title,),
            content=change_content(check, note, record, templates),
        )


def _change_id(check: FactCheck, site: Site, kind: str, date: PartialDate, number: int) -> str:
    """Return a tag URI (RFC 4151): a change has no address of its own."""
    host = urlsplit(site.url).hostname or "localhost"
    count = f"/{number}" if number > 1 else ""
    return f"tag:{host},{date.text}:{_first_slug(check)}/{kind}{count}"
