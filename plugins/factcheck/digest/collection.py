"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from factcheck.digest.entries import ChangeEntry, Entry, RulingEntry, is_public
from factcheck.digest.facets import Facet, names
from factcheck.digest.names import name_slug
from factcheck.model.vocabulary import Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    One ruled claim, with the fact-check it belongs to.
    """

    check: Entry
    ruled: RulingEntry

    #: Among the entry's rulings.
    place: int


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """
    What belongs together under a name.
    """

    #: As the newest fact-check writes it.
    name: str

    #: Its part of an address.
    slug: str

    #: Newest first.
    items: tuple[T, ...]


@dataclass(frozen=True)
class Digest:
    """
    What readers may see, newest first.
    """

    #: Those that stand.
    checks: tuple[Entry, ...]

    #: Those taken back: each keeps a page that says so, and is listed nowhere.
    withdrawn: tuple[Entry, ...]

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """All rulings, key ones first within a check."""
        return tuple(
            Ruling(check, ruled, place)
            for check in self.checks
            for place, ruled in enumerate(check.rulings)
        )

    def in_language(self, language: str) -> Digest:
        """
        Return what is written in a language.

        Args:
            language: BCP 47, without a region; all is returned if it is empty.
        """
        if not language:
            return self
        if language not in self._in_language:
            self._in_language[language] = Digest(
                _written_in(language, self.checks), _written_in(language, self.withdrawn)
            )
        return self._in_language[language]

    def rated(self, scale: str, rating: str) -> tuple[Ruling, ...]:
        """
        Return all rulings with one rating.

        Args:
            scale: The id of the rating's scale.

            rating: The rating's key.
        """
        return self._by_rating.get((scale, rating), ())

    def groups(self, facet: Facet) -> tuple[Group[Entry], ...]:
        """
        Return the groups of a facet with their fact-checks, by their addresses.
        """
        if facet not in self._groups:
            pairs = ((name, check) for check in self.checks for name in names(facet, check))
            self._groups[facet] = _groups(pairs)
        return self._groups[facet]

    @cached_property
    def claimants(self) -> tuple[Group[Ruling], ...]:
        """Whoever made a claim, with the rulings on what they claimed, by their address."""
        return _groups((name, one) for one in self.rulings for name in one.ruled.claimants)

    @cached_property
    def changes(self) -> tuple[tuple[Entry, ChangeEntry], ...]:
        """Everything that was changed after publication, newest first."""
        found = [
            (check, change)
            for check in (*self.checks, *self.withdrawn)
            for change in check.changes
        ]
        return tuple(sorted(found, key=lambda pair: pair[1].day, reverse=True))

    def overdue(self, today: date) -> tuple[Ruling, ...]:
        """
        Return the rulings whose day of review has passed, the longest overdue first.
        """
        late = [one for one in self.rulings if one.ruled.is_overdue(today)]
        return tuple(sorted(late, key=lambda one: one.ruled.review_by or today))

    @cached_property
    def _in_language(self) -> dict[str, Digest]:
        return {}

    @cached_property
    def _groups(self) -> dict[Facet, tuple[Group[Entry], ...]]:
        return {}

    @cached_property
    def _by_rating(self) -> Mapping[tuple[str, str], tuple[Ruling, ...]]:
        found: defaultdict[tuple[str, str], list[Ruling]] = defaultdict(list)
        for one in self.rulings:
            found[one.check.scale, one.ruled.rating].append(one)
        return {key: tuple(rulings) for key, rulings in found.items()}


def collect(entries: Iterable[Entry], now: datetime | None) -> Digest:
    """
    Put the fact-checks that readers may see in order.

    Args:
        entries: All that could be read, in any order.

        now: The instant at which a scheduled one counts as published; None for the desk's own
            eyes, which see drafts too.
    """
    public = [entry for entry in entries if now is None or is_public(entry, now)]
    public.sort(key=lambda entry: entry.slug)
    public.sort(key=lambda entry: entry.published, reverse=True)
    return Digest(
        checks=tuple(entry for entry in public if entry.status is not Status.WITHDRAWN),
        withdrawn=tuple(entry for entry in public if entry.status is Status.WITHDRAWN),
    )


def _written_in(language: str, checks: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(one for one in checks if one.language.split("-")[0].lower() == language)


def _groups(named: Iterable[tuple[str, T]]) -> tuple[Group[T], ...]:
    written: dict[str, str] = {}
    found: defaultdict[str, list[T]] = defaultdict(list)
    for name, item in named:
        slug = name_slug(name)
        written.setdefault(slug, name)
        if not found[slug] or found[slug][-1] is not item:  # a name given twice counts once
            found[slug].append(item)
    return tuple(Group(written[slug], slug, tuple(found[slug])) for slug in sorted(found))
