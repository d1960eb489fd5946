"""
Which fact-checks stand beside each other, and which belong together.

Of the many that may share a claimant or a topic, the nearest in time are looked at, on both sides:
so one more fact-check moves its neighbours, and never the whole digest.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import partial
from typing import Final, NamedTuple

from factcheck.digest.entries import Entry, RulingEntry
from factcheck.digest.likeness import Sketch, are_alike
from factcheck.model.registry import EMPTY, Kind, Registry

#: How many related ones a page shows.
MOST: Final = 4

#: How many are looked at, on either side in time, that share one thing.
NEAREST: Final = 4

#: A word that more claims have tells little.
COMMON: Final = 64


class Tie(IntEnum):
    """
    Why two belong together, the closest first.
    """

    #: An editor says that it is the same claim.
    CLAIM = 0
    WORDS = 1
    WORK = 2
    CLAIMANT = 3
    TOPIC = 4


#: How close each makes two, and how many of its kind count.
CLOSENESS: Final = {
    Tie.CLAIM: (100, 2),
    Tie.WORDS: (60, 1),
    Tie.WORK: (20, 2),
    Tie.CLAIMANT: (10, 1),
    Tie.TOPIC: (4, 2),
}


class Spot(NamedTuple):
    """
    A ruling's place in the digest, the newest first; a fact-check's own is that of its first.
    """

    #: The seconds of the fact-check's publication, below zero.
    since: float
    slug: str

    #: Among the entry's rulings.
    place: int


class Related(NamedTuple):
    """
    What belongs to something, and the closest of their ties.
    """

    slug: str

    #: Which of its rulings; the first, where the whole fact-check is meant.
    place: int
    tie: Tie


class Neighbours(NamedTuple):
    """
    What stands around a fact-check.
    """

    #: The slugs of those before and after it; empty at either end.
    newer: str
    older: str
    checks: tuple[Related, ...]

    #: For each of its rulings, in the entry's order.
    rulings: tuple[tuple[Related, ...], ...]

    def in_language(self, version: Callable[[str], str]) -> Neighbours:
        """
        Return the same in another language.

        Args:
            version: Returns the slug of a fact-check's version by its own.
        """
        told = [
            tuple(one._replace(slug=version(one.slug)) for one in related)
            for related in (self.checks, *self.rulings)
        ]
        return Neighbours(version(self.newer), version(self.older), told[0], tuple(told[1:]))


#: What is shared: the number of a word or a work, a name, a claim's address.
Thing = int | str
#: What each other ruling, or fact-check, shares with one.
Ties = defaultdict[Spot, set[tuple[Tie, Thing]]]


class Relations:
    """
    The fact-checks that readers may see, by what they share.
    """

    def __init__(
        self,
        checks: Iterable[Entry] = (),
        versions: Iterable[Entry] = (),
        registry: Registry = EMPTY,
    ) -> None:
        """
        Take fact-checks in, as ``follow`` does; soonest done where the newest comes first.

        Args:
            checks: Those that readers may see, each in one language.

            versions: The same in further languages.

            registry: Which names belong together.
        """
        self._registry = registry
        self._entries: dict[str, Entry] = {}
        #: Each family's one that is looked at, and those in further languages.
        self._listed: dict[str, str] = {}
        self._versions: dict[tuple[str, str], str] = {}
        #: Of each, the place of every claim among its rulings.
        self._places: dict[str, dict[str, int]] = {}
        self._line: list[Spot] = []
        self._sharing = {tie: defaultdict[Thing, list[Spot]](list) for tie in Tie}
        self.follow(checks, versions)

    def follow(self, checks: Iterable[Entry], versions: Iterable[Entry] = ()) -> None:
        """
        Hold these fact-checks, and no others.

        Args:
            checks: One of each family: a fact-check is not related to its own translations.

            versions: The same fact-checks in further languages.
        """
        wanted = {check.slug: check for check in checks}
        self._listed = {check.family: slug for slug, check in wanted.items()}
        self._versions = {(check.family, check.language): check.slug for check in versions}
        self._versions |= {
            (check.family, check.language): slug
            for slug, check in (wanted.items() if self._versions else ())
        }
        for slug, entry in list(self._entries.items()):
            if wanted.get(slug) is not entry:
                self._place(entry, _remove)
                del self._entries[slug], self._places[slug]
        for slug, entry in wanted.items():
            if slug not in self._entries:
                self._place(entry, _insert)
                self._entries[slug] = entry
                self._places[slug] = {one.id: place for place, one in enumerate(entry.rulings)}

    def around(self, check: Entry) -> Neighbours:
        """
        Return what stands around one of the fact-checks, in its language where there is such.
        """
        found = self._around(self._entries[self._listed[check.family]])
        return found.in_language(partial(self._in, check.language)) if self._versions else found

    def _in(self, language: str, slug: str) -> str:
        """Return the slug of a fact-check in a language; its own where it is not to be had."""
        family = self._entries[slug].family if slug else ""
        return self._versions.get((family, language), slug)

    def _around(self, check: Entry) -> Neighbours:
        own, at = _spot(check), bisect_left(self._line, _spot(check))
        whole = Ties(set)
        rulings = []
        for place, ruled in enumerate(check.rulings):
            ties = self._ties(own._replace(place=place), ruled)
            rulings.append(_closest(ties, own))
            for spot, shared in ties.items():
                whole[spot._replace(place=0)] |= shared
        for topic in self._topics(check):
            for spot in self._near(Tie.TOPIC, topic, own):
                whole[spot].add((Tie.TOPIC, topic))
        return Neighbours(
            newer=self._line[at - 1].slug if at else "",
            older=self._line[at + 1].slug if at + 1 < len(self._line) else "",
            checks=_closest(whole, own),
            rulings=tuple(rulings),
        )

    def _place(self, check: Entry, put: Callable[[list[Spot], Spot], None]) -> None:
        """Put a fact-check where it belongs, or take it from there."""
        own = _spot(check)
        put(self._line, own)
        for topic in self._topics(check):
            put(self._sharing[Tie.TOPIC][topic], own)
        for place, ruled in enumerate(check.rulings):
            spot = own._replace(place=place)
            for tie, things in self._things(ruled):
                sharing = self._sharing[tie]
                for thing in things:
                    put(sharing[thing], spot)

    def _ties(self, own: Spot, ruled: RulingEntry) -> Ties:
        """Return what other rulings share with one."""
        ties = Ties(set)
        for tie, things in self._things(ruled):
            for thing in self._telling(ruled.words) if tie is Tie.WORDS else things:
                for spot in self._near(tie, thing, own):
                    if tie is not Tie.WORDS or are_alike(ruled.words, self._ruled(spot).words):
                        ties[spot].add((tie, thing))
        for spot in self._same(own, ruled):
            # Closer than two that are called the same as a third.
            ties[spot] |= {(Tie.CLAIM, ""), (Tie.CLAIM, own.slug)}
        return ties

    def _near(self, tie: Tie, thing: Thing, own: Spot) -> Iterator[Spot]:
        """Give the nearest in time that share something, but for the fact-check's own."""
        spots = self._sharing[tie].get(thing, [])
        if len(spots) == 1 and spots[0].slug == own.slug:
            return
        first = bisect_left(spots, own._replace(place=0))
        after = bisect_left(spots, own._replace(slug=f"{own.slug}\0", place=0), first)
        yield from spots[max(0, first - NEAREST) : first]
        yield from spots[after : after + NEAREST]

    def _telling(self, words: Sketch) -> Sketch:
        """Return the words that few claims have; where there is none, the rarest."""
        sharing = self._sharing[Tie.WORDS]
        counts = {word: len(sharing.get(word, ())) for word in words}
        rare = tuple([word for word, count in counts.items() if count <= COMMON])
        return rare or tuple(sorted(words, key=counts.__getitem__)[:1])

    def _same(self, own: Spot, ruled: RulingEntry) -> Iterator[Spot]:
        """Give the claims that an editor called the same as one: there, or here."""
        yield from self._near(Tie.CLAIM, f"{self._entries[own.slug].family}/{ruled.id}", own)
        for address in ruled.same_as:
            named, _, id_ = address.partition("/")
            slug = self._listed.get(named, named)
            place = self._places.get(slug, {}).get(id_)
            if slug != own.slug and place is not None:
                yield _spot(self._entries[slug])._replace(place=place)

    def _ruled(self, spot: Spot) -> RulingEntry:
        return self._entries[spot.slug].rulings[spot.place]

    def _things(self, ruled: RulingEntry) -> Iterator[tuple[Tie, Iterable[Thing]]]:
        yield Tie.CLAIM, dict.fromkeys(ruled.same_as)
        yield Tie.WORDS, ruled.words
        yield Tie.WORK, ruled.works
        yield Tie.CLAIMANT, self._slugs(Kind.CLAIMANTS, ruled.claimants)

    def _topics(self, check: Entry) -> Iterable[str]:
        return self._slugs(Kind.TOPICS, check.topics)

    def _slugs(self, kind: Kind, names: Iterable[str]) -> Iterable[str]:
        return dict.fromkeys([self._registry.slug(kind, name) for name in names])


def _spot(check: Entry) -> Spot:
    return Spot(-check.published.timestamp(), check.slug, 0)


def _insert(spots: list[Spot], spot: Spot) -> None:
    if spots and spots[-1] > spot:
        insort(spots, spot)
    else:
        spots.append(spot)


def _remove(spots: list[Spot], spot: Spot) -> None:
    del spots[bisect_left(spots, spot)]


def _closest(ties: Ties, own: Spot) -> tuple[Related, ...]:
    """Return those with the closest ties; among equals, the nearest in time."""
    ranked = sorted(
        [(-_closeness(shared), abs(spot.since - own.since), spot) for spot, shared in ties.items()]
    )
    return tuple(
        [
            Related(spot.slug, spot.place, min([tie for tie, _ in ties[spot]]))
            for _, _, spot in ranked[:MOST]
        ]
    )


def _closeness(shared: set[tuple[Tie, Thing]]) -> int:
    if len(shared) == 1:  # as most are
        ((tie, _),) = shared
        return CLOSENESS[tie][0]
    counts = Counter([tie for tie, _ in shared])
    return sum(CLOSENESS[tie][0] * min(count, CLOSENESS[tie][1]) for tie, count in counts.items())
