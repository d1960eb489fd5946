"""
The known word nearest to a mistyped one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from factcheck.model.bounds import NEAREST_SEARCH
from factcheck.model.patience import Patience

#: Below this likeness (0 to 100) a proposal would puzzle more than it helps.
LIKE_ENOUGH: Final = 65
#: Of a longer word, only the beginning counts.
MOST_LIKENED: Final = 80


class Proposals:
    """
    Known words, which may be as many as those that are looked for among them.
    """

    def __init__(self, known: Iterable[str]) -> None:
        """Begin with all the patience there is; what is known is asked for with the first word."""
        self._asked = known
        self._patience = Patience(NEAREST_SEARCH)

    @cached_property
    def _known(self) -> list[str]:
        return list(self._asked)

    @cached_property
    def _characters(self) -> int:
        return sum(map(len, self._known))

    def did_you_mean(self, word: str) -> str:
        """
        Return the question for a hint; empty if nothing is near, or too much was looked through.
        """
        if not self._patience.lasts(self._characters):
            return ""
        return did_you_mean(word, self._known)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    Return the known word most like the given one, if any is like it at all.
    """
    found = process.extractOne(
        word[:MOST_LIKENED],
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
