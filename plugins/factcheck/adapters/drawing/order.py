"""
In which order the characters of a line are seen: Unicode's bidirectional algorithm (UAX #9).

Without embeddings, overrides and isolates, which no text here may hold: they are taken for what
they are without effect. So a paragraph is one isolating run (BD13), and its levels are its own
and up to two above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Final

#: What is read from right to left, and digits that are read in such a text (UAX #9, table 4).
RIGHT: Final = frozenset({"R", "AL"})
NEUTRAL: Final = frozenset({"B", "S", "WS", "ON"})
#: What the algorithm looks through (rule X9): other controls, and characters without a shape.
IGNORED: Final = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

#: Below this nothing is read from right to left.
PLAIN: Final = re.compile("[\0-\u058f]*")

#: Opening brackets and what closes them (BidiBrackets.txt, those that texts have).
BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "「": "」", "『": "』", "（": "）"}  # noqa: RUF001
#: Brackets that are open at a time; with more, none is paired (BD16).
OPEN_BRACKETS: Final = 63


def levels(text: str, *, is_rtl: bool) -> list[int]:
    """
    Return the embedding level of every character of a paragraph: odd where it is read leftward.

    Args:
        text: The paragraph.

        is_rtl: Whether the paragraph itself runs from right to left.
    """
    base = int(is_rtl)
    if not base and PLAIN.fullmatch(text):
        return [0] * len(text)
    kinds = [_kind(character) for character in text]
    at = [index for index, kind in enumerate(kinds) if kind not in IGNORED]
    seen = [kinds[index] for index in at]
    _weak(seen, base)
    _brackets([text[index] for index in at], seen, base)
    _neutral(seen, base)
    found = [base] * len(text)
    for index, kind in zip(at, seen, strict=True):
        found[index] = _level(kind, base)
    for index, kind in enumerate(kinds):
        if kind in IGNORED and index:
            found[index] = found[index - 1]
    return found


def runs_right_to_left(text: str) -> bool:
    """
    Tell by a text's first letter whether it runs from right to left (rules P2 and P3).
    """
    strong = (kind for character in text if (kind := _kind(character)) in {"L", *RIGHT})
    return next(strong, "L") in RIGHT


def in_sight(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """
    Return a line's runs in the order in which they are seen from left to right (rule L2).

    Args:
        runs: Level, beginning and end of each, as they are read.
    """
    highest = max((level for level, _, _ in runs), default=0)
    for level in range(highest, 0, -1):
        runs = [run for part in _parts(runs, level) for run in part]
    return runs


def _parts(runs: list[tuple[int, int, int]], level: int) -> Iterator[list[tuple[int, int, int]]]:
    for is_above, part in groupby(runs, lambda run: run[0] >= level):
        found = [*part]
        yield found[::-1] if is_above else found


@cache
def _kind(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _level(kind: str, base: int) -> int:
    """Return a resolved character's level (rules I1 and I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], base: int) -> None:
    """Resolve marks, digits and what stands among them (rules W1 to W7)."""
    _marks_and_digits(kinds, base)
    for at, kind in enumerate(kinds):
        if kind == "AL":
            kinds[at] = "R"
        elif kind in {"CS", "ES"}:
            kinds[at] = _between_digits(kinds, at)
    _terminators(kinds)
    strong = "R" if base else "L"
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _marks_and_digits(kinds: list[str], base: int) -> None:
    """Give a mark its letter's direction, and digits that of Arabic ones after it (W1, W2)."""
    before = strong = "R" if base else "L"
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        if before in {"L", "R", "AL"}:
            strong = before


def _between_digits(kinds: list[str], at: int) -> str:
    """Resolve a separator: a part of the number that it stands in, else neutral (W4, W6)."""
    near = {kinds[at - 1], kinds[at + 1]} if 0 < at < len(kinds) - 1 else set()
    joins = near == {"EN"} or (near == {"AN"} and kinds[at] == "CS")
    return near.pop() if joins else "ON"


def _terminators(kinds: list[str]) -> None:
    """Resolve signs such as % and $: a part of the number that they stand beside (W5, W6)."""
    at = 0
    for is_sign, run in groupby([*kinds], lambda kind: kind == "ET"):
        end = at + len([*run])
        if is_sign:
            near = {*kinds[max(at - 1, 0) : at], *kinds[end : end + 1]}
            kinds[at:end] = ["EN" if "EN" in near else "ON"] * (end - at)
        at = end


def _brackets(text: list[str], kinds: list[str], base: int) -> None:
    """Give both brackets of a pair the direction of what they stand around (N0)."""
    own, other = ("R", "L") if base else ("L", "R")
    for start, end in _pairs(text, kinds):
        inside = {_strength(kind) for kind in kinds[start + 1 : end]}
        before = next((one for kind in kinds[:start][::-1] if (one := _strength(kind))), own)
        if own in inside:
            found = own
        elif other in inside:
            found = other if before == other else own
        else:
            continue
        kinds[start] = kinds[end] = found


def _pairs(text: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    found, open_ = list[tuple[int, int]](), list[tuple[str, int]]()
    for at, character in enumerate(text):
        if kinds[at] != "ON":
            continue
        if character in BRACKETS:
            if len(open_) == OPEN_BRACKETS:
                return []
            open_.append((BRACKETS[character], at))
        elif match := next((one for one in reversed(open_) if one[0] == character), None):
            found.append((match[1], at))
            del open_[open_.index(match) :]
    return sorted(found)


def _strength(kind: str) -> str:
    """Return a direction; numbers count as read leftward beside what is neutral (N0, N1)."""
    return "R" if kind in {"R", "EN", "AN"} else "L" if kind == "L" else ""


def _neutral(kinds: list[str], base: int) -> None:
    """Resolve what has no direction: that of both its sides, else the paragraph's (N1, N2)."""
    own, at = "R" if base else "L", 0
    before = own
    for is_neutral, run in groupby([*kinds], lambda kind: kind in NEUTRAL):
        end = at + len([*run])
        if is_neutral:
            after = _strength(kinds[end]) if end < len(kinds) else own
            kinds[at:end] = [before if before == after else own] * (end - at)
        before = _strength(kinds[end - 1])
        at = end
