"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Final, Generic, TypeVar

from factcheck.digest.entries import ChangeEntry, Entry, RulingEntry, is_public
from factcheck.digest.facets import REGISTERED, Facet, names
from factcheck.model.names import name_slug
from factcheck.model.registry import EMPTY, Kind, Registered, Registry
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

    #: What the desk calls it, if that is registered.
    entry: Registered | None = None

    #: The addresses that its names have by themselves, each with how many of the items have it.
    others: tuple[tuple[str, int], ...] = ()

    @property
    def same_as(self) -> tuple[str, ...]:
        """Addresses of pages about the same, elsewhere."""
        return self.entry.same_as if self.entry else ()

    def title_in(self, language: str) -> str:
        """
        Return its name for readers of a language.
        """
        return self.entry.label_in(language) if self.entry else self.name


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

    #: Which names belong together.
    registry: Registry = EMPTY

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """All rulings, key ones first within a check."""
        return tuple(
            Ruling(check, ruled, place)
            for check in self.checks
            for place, ruled in enumerate(check.rulings)
        )

    @cached_property
    def in_every_language(self) -> tuple[Entry, ...]:
        """All fact-checks that stand, in every language that they are written in."""
        return _in_order((*self.checks, *self.versions)) if self.versions else self.checks

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
            self._in_language[language] = _of_each(standing, gone, language, self.registry)
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
            named = self._named(facet)
            self._groups[facet] = _groups(named, self.registry, REGISTERED.get(facet))
        return self._groups[facet]

    @cached_property
    def claimants(self) -> tuple[Group[Ruling], ...]:
        """Whoever made a claim, with the rulings on what they claimed, by their address."""
        pairs = ((name, one) for one in self.rulings for name in one.ruled.claimants)
        return _groups(pairs, self.registry, Kind.CLAIMANTS)

    def _named(self, facet: Facet) -> Iterator[tuple[str, Entry]]:
        """Give every fact-check with the names that it is found by, once for each."""
        if not self.versions or facet not in BY_LANGUAGE:
            yield from ((name, check) for check in self.checks for name in names(facet, check))
            return
        found: dict[tuple[str, str], Entry] = {}
        for check in (*self.checks, *self.versions):
            for name in names(facet, check):
                found.setdefault((self._slug(facet, name), check.family), check)
        for check in _in_order((*self.checks, *self.versions)):
            for name in names(facet, check):
                if found[self._slug(facet, name), check.family] is check:
                    yield name, check

    def _slug(self, facet: Facet, name: str) -> str:
        kind = REGISTERED.get(facet)
        return self.registry.slug(kind, name) if kind else name_slug(name)

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


def collect(
    entries: Iterable[Entry],
    now: datetime | None,
    registry: Registry = EMPTY,
    language: str = "",
) -> Digest:
    """
    Put the fact-checks that readers may see in order.

    Args:
        entries: All that could be read, in any order.

        now: The instant at which a scheduled one counts as published; None for the desk's own
            eyes, which see drafts too.

        registry: Which names belong together.

        language: The site's: of a fact-check in several languages, lists show the one in this,
            else the original.
    """
    public = _in_order(entry for entry in entries if now is None or is_public(entry, now))
    standing = tuple(entry for entry in public if entry.status is not Status.WITHDRAWN)
    gone = tuple(entry for entry in public if entry.status is Status.WITHDRAWN)
    return _of_each(standing, gone, language, registry)


def _of_each(
    standing: Sequence[Entry], gone: tuple[Entry, ...], language: str, registry: Registry
) -> Digest:
    """Make a digest that shows one version of each fact-check."""
    shown = _shown(standing, language)
    return Digest(
        checks=tuple(entry for entry in standing if shown[entry.family] is entry),
        withdrawn=gone,
        versions=tuple(entry for entry in standing if shown[entry.family] is not entry),
        registry=registry,
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


@dataclass(slots=True)
class _Gathered(Generic[T]):
    """
    A group that is being gathered.
    """

    name: str
    entry: Registered | None
    items: list[T] = field(default_factory=list)

    #: How many of them have each address of a name.
    counts: Counter[str] = field(default_factory=Counter)

    def group(self, slug: str) -> Group[T]:
        """Return what was gathered at an address."""
        others = self.entry.slugs if self.entry else ()
        counted = tuple((other, self.counts[other]) for other in others if other != slug)
        return Group(self.name, slug, tuple(self.items), self.entry, counted)


def _groups(
    named: Iterable[tuple[str, T]], registry: Registry, kind: Kind | None
) -> tuple[Group[T], ...]:
    found: dict[str, _Gathered[T]] = {}
    for name, item in named:
        own = name_slug(name)
        entry = registry.entry(kind, name) if kind else None
        slug = entry.id if entry else own
        group = found.setdefault(slug, _Gathered(name, entry))
        group.counts[own] += 1
        if not group.items or group.items[-1] is not item:  # a name given twice counts once
            group.items.append(item)
    return tuple(found[slug].group(slug) for slug in sorted(found))
