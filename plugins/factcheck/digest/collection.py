"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar

from factcheck.digest.entries import Entry, RulingEntry, is_public
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

    def rated(self, scale: str, rating: str) -> tuple[Ruling, ...]:
        """
        Return all rulings with one rating.

        Args:
            scale: The id of the rating's scale.

            rating: The rating's key.
        """
        return self._by_rating.get((scale, rating), ())

    @cached_property
    def topics(self) -> tuple[Group[Entry], ...]:
        """Every topic with its fact-checks, by its address."""
        return _groups((topic, check) for check in self.checks for topic in check.topics)

    @cached_property
    def claimants(self) -> tuple[Group[Ruling], ...]:
        """Whoever made a claim, with the rulings on what they claimed, by their address."""
        return _groups((name, one) for one in self.rulings for name in one.ruled.claimants)

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


def _groups(named: Iterable[tuple[str, T]]) -> tuple[Group[T], ...]:
    names: dict[str, str] = {}
    found: defaultdict[str, list[T]] = defaultdict(list)
    for name, item in named:
        slug = name_slug(name)
        names.setdefault(slug, name)
        if not found[slug] or found[slug][-1] is not item:  # a name given twice counts once
            found[slug].append(item)
    return tuple(Group(names[slug], slug, tuple(found[slug])) for slug in sorted(found))
