"""
Claims in nearly the same words that were ruled differently, while neither names the other.

Two claims are only compared where they share two words that are rare among all claims: if no more
than two of the eight numbers of each are its own, two of the four rarest are the other's too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from factcheck.diagnostics import Severity
from factcheck.digest.entries import Entry, RulingEntry
from factcheck.digest.likeness import FEWEST, are_alike, say_the_same
from factcheck.model.bounds import RIVAL_SEARCH
from factcheck.model.patience import Patience
from factcheck.model.rules.written import Breach, Written, parts, text
from factcheck.model.shape import Path
from factcheck.model.vocabulary import Status

#: So many numbers of a claim may be its own, and so many, the rarest, are looked up.
OWN: Final = 2
RAREST: Final = OWN + 2


class Ruled(NamedTuple):
    """
    A claim with its ruling, where it stands.
    """

    check: Entry
    ruling: RulingEntry

    @property
    def address(self) -> str:
        """How other fact-checks name it: ``slug/claim-id``."""
        return f"{self.check.slug}/{self.ruling.id}"


class Rivals(NamedTuple):
    """
    Two claims that seem to be one, and have different ratings.
    """

    newer: Ruled
    older: Ruled

    def say_the_same_in(self, newer: Written, older: Written) -> bool:
        """
        Tell whether they say the same, by the words that stand in their sidecars.
        """
        words = [
            text(_place(written, ruled)[1], "claim")
            for written, ruled in ((newer, self.newer), (older, self.older))
        ]
        return say_the_same(*words)

    def breach_in(self, newer: Written, line: int) -> Breach:
        """
        Return what is said of the newer one in its sidecar.

        Args:
            newer: The sidecar.

            line: Where the older one's rating stands in its own.
        """
        here, there = self.newer.ruling.rating, self.older.ruling.rating
        where = f"{self.older.check.sidecar}:{line}"
        message = f"nearly the same claim is ruled {there} in {where}; here it is {here}"
        hint = (
            "if it is the same claim, look at both rulings or add same_as: "
            f"{self.older.address};\nif not, word one of them so that readers see the difference"
        )
        path = (*_place(newer, self.newer)[0], "rating")
        return Breach(path, "ruled-differently", message, hint, Severity.WARNING)

    def older_rating_in(self, older: Written) -> Path:
        """
        Return the path of the older one's rating in its sidecar.
        """
        return (*_place(older, self.older)[0], "rating")


def _place(written: Written, ruled: Ruled) -> tuple[Path, Written]:
    claims = parts(written, "claims")
    return next((one for one in claims if text(one[1], "id") == ruled.ruling.id), ((), {}))


def rivals(entries: Iterable[Entry]) -> Iterator[Rivals]:
    """
    Give every two claims whose words are alike, whose ratings differ, and that are not tied.

    Whether they say the same has to be read in their words (``likeness.say_the_same``).

    Args:
        entries: All fact-checks that are whole, drafts too. Translations rule on nothing anew, and
            what was withdrawn rules no longer.
    """
    standing = [one for one in entries if not one.original and one.status is not Status.WITHDRAWN]
    ordered = sorted(standing, key=lambda entry: (entry.published, entry.slug))
    claims = [
        Ruled(entry, ruling)
        for entry in ordered
        for ruling in entry.rulings
        if len(ruling.words) >= FEWEST
    ]
    # Of several, the one that was ruled last.
    last = {newer: older for older, newer in sorted(_alike(claims))}
    for newer, older in sorted(last.items()):
        yield Rivals(claims[newer], claims[older])


def _alike(claims: Sequence[Ruled]) -> set[tuple[int, int]]:
    """Return the places of those that are alike and ruled differently, the older first."""
    patience = Patience(RIVAL_SEARCH)
    found: set[tuple[int, int]] = set()
    # Small families first: where many share two words, these tell little.
    for family in sorted(_families(claims), key=len):
        for at, other in _across(_by_rating(claims, family)):
            if not patience.lasts(1):
                return found
            if _are_rivals(claims[at], claims[other]):
                found.add((min(at, other), max(at, other)))
    return found


def _families(claims: Sequence[Ruled]) -> list[list[int]]:
    """Return the places of claims that share two of their rarest numbers."""
    counts = Counter(number for claim in claims for number in claim.ruling.words)
    # By the number too: equally rare ones stand in one order in every claim.
    shared = sorted((count, number) for number, count in counts.items() if count > 1)
    ranks = {number: rank for rank, (_, number) in enumerate(shared)}
    first: dict[int, int] = {}
    families: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        words = claim.ruling.words
        told = sorted([ranks[number] for number in words if number in ranks])
        missing = len(words) - len(told)
        for one, other in combinations(told[: max(0, RAREST - missing)], 2):
            pair = one * len(ranks) + other
            if first.setdefault(pair, at) != at:
                families.setdefault(pair, [first[pair]]).append(at)
    return list(families.values())


def _by_rating(claims: Sequence[Ruled], family: Iterable[int]) -> Mapping[str, list[int]]:
    told = defaultdict[str, list[int]](list)
    for at in family:
        told[claims[at].ruling.rating].append(at)
    return told


def _across(by_rating: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Give every two of different ratings."""
    groups = list(by_rating.values())
    for place, group in enumerate(groups):
        for others in groups[place + 1 :]:
            yield from ((at, other) for at in group for other in others)


def _are_rivals(one: Ruled, other: Ruled) -> bool:
    if one.check.slug == other.check.slug or _scale(one) != _scale(other):
        return False
    if one.address in other.ruling.same_as or other.address in one.ruling.same_as:
        return False
    if one.ruling.telling != other.ruling.telling:
        return False
    return are_alike(one.ruling.words, other.ruling.words)


def _scale(claim: Ruled) -> str:
    """Ratings of two versions of a scale mean nearly the same; those of two scales need not."""
    return claim.check.scale.partition("@")[0]
