"""
Which pages every form of a corpus has: what is counted once a tool has built.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bench.specimens import Specimen

#: So many fact-checks, or rulings, stand on one page of a list.
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """
    What a fact-check contributes to lists.
    """

    slug: str
    topic: str
    ratings: tuple[str, ...]
    claimants: tuple[str, ...]


def entry_of(specimen: Specimen) -> Entry:
    """
    Return what a specimen contributes to lists.
    """
    return Entry(
        slug=specimen.slug,
        topic=specimen.topic,
        ratings=tuple(ruling.rating for ruling in specimen.rulings),
        claimants=tuple(ruling.claimant for ruling in specimen.rulings),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What every tool has to write.
    """

    #: How many fact-checks there are.
    checks: int

    #: For each kind of list how long each of them is.
    lists: dict[str, list[int]]

    def pages(self, *, lasting: bool = False) -> dict[str, int]:
        """
        Count the pages, by kind.

        Args:
            lasting: Whether lists are parted so that full pages never change: from their oldest
                entry, and the newest page holds all that does not fill one of its own behind it.
        """
        parted = _lasting if lasting else _even
        return {
            "fact-checks": self.checks,
            **{kind: sum(map(parted, counts)) for kind, counts in self.lists.items()},
            "home page": 1,
            "feed": 1,
            "sitemap": 1,
        }

    def entries(self) -> dict[str, int]:
        """
        Count what stands on the pages of all lists, by kind.
        """
        return {kind: sum(counts) for kind, counts in self.lists.items()}


def planned(entries: Iterable[Entry]) -> Plan:
    """
    Plan the pages that entries ask for.

    No fact-check gives a rating or names a claimant twice: so it does not matter whether a tool
    lists rulings, as ours does, or fact-checks, as its peers do.
    """
    checks = 0
    ratings: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    claimants: Counter[str] = Counter()
    for entry in entries:
        checks += 1
        ratings.update(entry.ratings)
        topics[entry.topic] += 1
        claimants.update(entry.claimants)
    lists = {
        "lists by rating": [*ratings.values()],
        "lists by topic": [*topics.values()],
        "lists by claimant": [*claimants.values()],
    }
    return Plan(checks, lists)


def _even(count: int) -> int:
    return -(-count // PAGE)


def _lasting(count: int) -> int:
    return max(1, count // PAGE)
