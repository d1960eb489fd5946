"""
The known word nearest to a mistyped one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

#: Below this likeness (0 to 100) a proposal would puzzle more than it helps.
LIKE_ENOUGH: Final = 65


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    Return the known word most like the given one, if any is like it at all.
    """
    found = process.extractOne(
        word[:80],
        list(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=LIKE_ENOUGH,
    )
    return str(found[0]) if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """
    Return the question for a hint; empty if nothing is near.
    """
    found = nearest(word, known)
    return f"did you mean {found}?" if found else ""
