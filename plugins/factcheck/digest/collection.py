"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from factcheck.digest.entries import Entry, RulingEntry, is_public
from factcheck.model.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    One ruled claim, with the fact-check it belongs to.
    """

    check: Entry
    ruled: RulingEntry

    #: Among the entry's rulings.
    place: int


@dataclass(frozen=True)
class Digest:
    """
    What readers may see, newest first.
    """

    #: Those that stand.
    checks: tuple[Entry, ...]

    #: Those taken back: each keeps a page that says so, and is listed nowhere.
    withdrawn: tuple[Entry, ...]

    def rulings(self, scale: str, rating: str) -> tuple[Ruling, ...]:
        """
        Return all rulings with one rating, key ones first within a check, newest checks first.

        Args:
            scale: The id of the rating's scale.

            rating: The rating's key.
        """
        return self._by_rating.get((scale, rating), ())

    @cached_property
    def _by_rating(self) -> Mapping[tuple[str, str], tuple[Ruling, ...]]:
        return _grouped(
            ((check.scale, ruled.rating), Ruling(check, ruled, place))
            for check in self.checks
            for place, ruled in enumerate(check.rulings)
        )


def collect(entries: Iterable[Entry], now: datetime) -> Digest:
    """
    Put the fact-checks that readers may see in order.

    Args:
        entries: All that could be read, in any order.

        now: The instant at which a scheduled one counts as published.
    """
    public = [entry for entry in entries if is_public(entry, now)]
    public.sort(key=lambda entry: entry.slug)
    public.sort(key=lambda entry: entry.published, reverse=True)
    return Digest(
        checks=tuple(entry for entry in public if entry.status is not Status.WITHDRAWN),
        withdrawn=tuple(entry for entry in public if entry.status is Status.WITHDRAWN),
    )


def _grouped(
    pairs: Iterable[tuple[tuple[str, str], Ruling]],
) -> Mapping[tuple[str, str], tuple[Ruling, ...]]:
    groups: defaultdict[tuple[str, str], list[Ruling]] = defaultdict(list)
    for key, ruling in pairs:
        groups[key].append(ruling)
    return {key: tuple(rulings) for key, rulings in groups.items()}
