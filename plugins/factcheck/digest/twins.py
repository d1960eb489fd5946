"""
Names that differ so little that they were probably meant as one.

Two names can only differ by a letter, or by two that changed places, if they are the same once a
letter is taken from one of them or from both (Garbe's symmetric deletion). So no two names are
compared that have no such rest in common.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA, Postfix, Prefix

from factcheck.diagnostics import Severity
from factcheck.digest.entries import Entry
from factcheck.digest.likeness import UNSPACED
from factcheck.model.bounds import TWIN_LENGTH, TWIN_SEARCH
from factcheck.model.names import name_slug, words_of
from factcheck.model.patience import Patience
from factcheck.model.registry import Kind, Registry
from factcheck.model.rules.written import Breach, Written, parts, text, texts
from factcheck.model.shape import Path
from factcheck.model.values import quoted

#: Shorter names and words are often others by a letter: Iran and Iraq, Gambia and Zambia.
SHORT_NAME: Final = 8
SHORT_WORD: Final = 5

#: More names than these that differ at one place are a series: Ward A, Ward B, Ward C.
SERIES: Final = 4

#: Between these a letter makes another number, or another word.
TELLING: Final = re.compile(rf"[{UNSPACED}]")
ROMAN: Final = re.compile(r"[ivxlcdm]+\Z")

#: Two names as they are compared, the lesser first.
Pair = tuple[str, str]


class Use(NamedTuple):
    """
    A name, where it was used first.
    """

    name: str

    #: The path of the sidecar; empty for the registry.
    sidecar: str


class Twin(NamedTuple):
    """
    A name that is nearly another, older one.
    """

    kind: Kind
    newer: Use
    older: Use

    def breach_in(self, written: Written, registry: str) -> Breach:
        """
        Return what is said of the newer name in its sidecar.

        Args:
            written: The sidecar.

            registry: What to call the registry.
        """
        places = (path for path, name in _named(self.kind, written) if name == self.newer.name)
        newer, older = quoted(self.newer.name), quoted(self.older.name)
        message = f"{newer} is nearly {older}, which stands in {self.older.sidecar or registry}"
        hint = f"use one name, or hold both in {registry}: as names of one entry, or an entry each"
        return Breach(next(places, ()), "near-twin", message, hint, Severity.WARNING)


def near_twins(entries: Iterable[Entry], registry: Registry) -> Iterator[Twin]:
    """
    Give every two names of one kind that differ by a letter or by the order of their words.

    Args:
        entries: All fact-checks that are whole, drafts too.

        registry: The names that the desk knows: two that it holds are meant as they stand.
    """
    ordered = sorted(entries, key=lambda entry: (entry.published, entry.slug))
    for kind in Kind:
        held = {slug for entry in registry.of(kind) for slug in entry.slugs}
        #: What is compared: the words of each name, with its first use; the oldest first.
        first: dict[str, Use] = {}
        for use in (*_registered(kind, registry), *_used(kind, ordered)):
            first.setdefault(_folded(use.name), use)
        ages = {words: age for age, words in enumerate(first)}
        for pair in _pairs(tuple(sorted(first))):
            older, newer = (first[words] for words in sorted(pair, key=ages.__getitem__))
            if not {name_slug(older.name), name_slug(newer.name)} <= held:
                yield Twin(kind, newer, older)


def _registered(kind: Kind, registry: Registry) -> Iterator[Use]:
    for entry in registry.of(kind):
        for name in (*entry.label.values(), *entry.also, entry.id):
            yield Use(name, "")


def _used(kind: Kind, entries: Iterable[Entry]) -> Iterator[Use]:
    for entry in entries:
        match kind:
            case Kind.TOPICS:
                names: Iterable[str] = entry.topics
            case Kind.OUTLETS:
                names = [entry.outlet] if entry.outlet else []
            case Kind.CLAIMANTS:
                names = [name for ruled in entry.rulings for name in ruled.claimants]
        for name in names:
            yield Use(name, entry.sidecar)


def _named(kind: Kind, written: Written) -> Iterator[tuple[Path, str]]:
    match kind:
        case Kind.TOPICS:
            yield from texts(written, "topics")
        case Kind.OUTLETS:
            yield ("document", "outlet"), text(written.get("document"), "outlet")
        case Kind.CLAIMANTS:
            for path, claim in parts(written, "claims"):
                for inner, party in parts(claim, "claimant"):
                    yield (*path, *inner, "name"), text(party, "name")


@cache
def _folded(name: str) -> str:
    return " ".join(words_of(unicodedata.normalize("NFKC", name).casefold()))


@lru_cache(maxsize=2 * len(Kind))
def _pairs(names: tuple[str, ...]) -> tuple[Pair, ...]:
    """Return all that are nearly one; kept, because most edits bring no new name."""
    near = {pair for pair in candidates(names) if _is_reordered(*pair) or _is_slip(*pair)}
    return tuple(sorted(near))


def candidates(names: Iterable[str]) -> Iterator[Pair]:
    """
    Give the names that have to be compared, in pairs; some of them more than once.

    Args:
        names: Each once, folded, in the order of the alphabet.
    """
    patience = Patience(TWIN_SEARCH)
    sharing = defaultdict[str, list[str]](list)
    for name in names:
        if SHORT_WORD <= len(name) <= TWIN_LENGTH and patience.lasts(len(name) ** 2):
            for rest in _rests(name):
                sharing[rest].append(name)
    for family in sharing.values():
        if 1 < len(family) <= SERIES:
            yield from combinations(family, 2)


def _rests(name: str) -> set[str]:
    """Return a name, its words in the order of the alphabet, and it without one of its signs."""
    without = {name[:at] + name[at + 1 :] for at, sign in enumerate(name) if not sign.isnumeric()}
    return {name, " ".join(sorted(name.split())), *without}


def _is_reordered(one: str, other: str) -> bool:
    """Tell whether two names have the same words; figures may not change places."""
    words = one.split(), other.split()
    if len(one) < SHORT_NAME or sorted(words[0]) != sorted(words[1]):
        return False
    figures = [[word for word in told if any(map(str.isnumeric, word))] for told in words]
    return figures[0] == figures[1]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two names differ by one sign, or by two that changed places."""
    start = Prefix.similarity(one, other)
    rests = one[start:], other[start:]
    ending = Postfix.similarity(*rests)
    left, right = (rest[: len(rest) - ending] for rest in rests)
    if OSA.distance(left, right) > 1:
        return False
    if any(sign.isnumeric() or TELLING.match(sign) for sign in left + right):
        return False
    if " " in left + right:
        return len(one) >= SHORT_NAME
    words = _word_at(one, start), _word_at(other, start)
    is_long = len(left) > 1 or min(len(one), len(other)) >= SHORT_NAME
    return is_long and min(map(len, words)) >= SHORT_WORD and not all(map(ROMAN.match, words))


def _word_at(name: str, at: int) -> str:
    return name[:at].rpartition(" ")[2] + name[at:].partition(" ")[0]
