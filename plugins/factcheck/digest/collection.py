"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final, Generic, TypeVar

from factcheck.digest.entries import ChangeEntry, Entry, RulingEntry, is_public
from factcheck.digest.facets import Facet, names
from factcheck.digest.names import name_slug
from factcheck.model.vocabulary import Status

T = TypeVar("T")

#: What a translation says in words of its own.
BY_LANGUAGE: Final = frozenset({Facet.TOPIC, Facet.LANGUAGE})


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

    #: The same fact-checks in further languages: each has its pages, and stands only in lists of
    #: what is said in its language. No list shows a fact-check twice.
    versions: tuple[Entry, ...] = ()

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
            standing = _in_order(_written_in(language, (*self.checks, *self.versions)))
            gone = _written_in(language, self.withdrawn)
            self._in_language[language] = _of_each(standing, gone, language)
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
            self._groups[facet] = _groups(self._named(facet))
        return self._groups[facet]

    @cached_property
    def claimants(self) -> tuple[Group[Ruling], ...]:
        """Whoever made a claim, with the rulings on what they claimed, by their address."""
        return _groups((name, one) for one in self.rulings for name in one.ruled.claimants)

    def _named(self, facet: Facet) -> Iterator[tuple[str, Entry]]:
        """Give every fact-check with the names that it is found by, once for each."""
        if not self.versions or facet not in BY_LANGUAGE:
            yield from ((name, check) for check in self.checks for name in names(facet, check))
            return
        found: dict[tuple[str, str], Entry] = {}
        for check in (*self.checks, *self.versions):
            for name in names(facet, check):
                found.setdefault((name_slug(name), check.family), check)
        for check in _in_order((*self.checks, *self.versions)):
            for name in names(facet, check):
                if found[name_slug(name), check.family] is check:
                    yield name, check

    @cached_property
    def changes(self) -> tuple[tuple[Entry, ChangeEntry], ...]:
        """Everything that was changed after publication, newest first; in one language of each."""
        told: dict[str, str] = {}
        originals_first = sorted(self.withdrawn, key=lambda check: bool(check.original))
        for check in (*self.checks, *originals_first):
            told.setdefault(check.family, check.slug)
        found = [
            (check, change)
            for check in (*self.checks, *self.withdrawn, *self.versions)
            for change in check.changes
            if told[check.family] == check.slug or (check.original and not change.is_inherited)
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


def collect(entries: Iterable[Entry], now: datetime | None, language: str = "") -> Digest:
    """
    Put the fact-checks that readers may see in order.

    Args:
        entries: All that could be read, in any order.

        now: The instant at which a scheduled one counts as published; None for the desk's own
            eyes, which see drafts too.

        language: The site's: of a fact-check in several languages, lists show the one in this,
            else the original.
    """
    public = _in_order(entry for entry in entries if now is None or is_public(entry, now))
    standing = tuple(entry for entry in public if entry.status is not Status.WITHDRAWN)
    gone = tuple(entry for entry in public if entry.status is Status.WITHDRAWN)
    return _of_each(standing, gone, language)


def _of_each(standing: Sequence[Entry], gone: tuple[Entry, ...], language: str) -> Digest:
    """Make a digest that shows one version of each fact-check."""
    shown = _shown(standing, language)
    return Digest(
        checks=tuple(entry for entry in standing if shown[entry.family] is entry),
        withdrawn=gone,
        versions=tuple(entry for entry in standing if shown[entry.family] is not entry),
    )


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put the newest first."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return tuple(sorted(by_slug, key=lambda entry: entry.published, reverse=True))


def _shown(checks: Iterable[Entry], language: str) -> dict[str, Entry]:
    """Return the version of each fact-check that lists show, by the original's slug."""
    shown: dict[str, Entry] = {}
    for check in checks:
        before = shown.setdefault(check.family, check)
        if before is not check and _rank(check, language) < _rank(before, language):
            shown[check.family] = check
    return shown


def _rank(check: Entry, language: str) -> tuple[bool, bool, bool, str]:
    base = language.partition("-")[0]
    return (
        check.language != language,
        check.language.partition("-")[0] != base,
        bool(check.original),
        check.slug,
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
