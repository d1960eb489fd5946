"""
What a rule set says: the cues by which sentences worth checking are told from others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

#: A word, with what an apostrophe joins to it: ``don't`` is one.
WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: Nothing is matched by it.
NONE: Final = re.compile(r"(?!)")


class Kind(StrEnum):
    """What kind of sentence it is; only a statement can be true or false today."""

    STATEMENT = "statement"
    QUESTION = "question"
    PREDICTION = "prediction"
    OPINION = "opinion"


@dataclass(frozen=True)
class Cue:
    """
    Something that stands in a sentence, and how much it tells.
    """

    #: What an editor is told: a word or two.
    name: str

    #: How much it adds to a sentence's score, as ``python -m bench checkworthy`` fits it.
    weight: float

    #: Any of these words, in lower case with straight apostrophes.
    words: frozenset[str] = frozenset()

    #: Or anything that this finds, in the same form; case is not told apart.
    signs: re.Pattern[str] = NONE

    #: Or so many words; none where length tells nothing.
    length: int = 0

    def stands_in(self, text: str, words: list[str]) -> bool:
        """
        Tell whether the cue stands in a sentence.

        Args:
            text: The sentence, in lower case with straight apostrophes.

            words: Its words.
        """
        if self.length:
            return len(words) >= self.length
        return not self.words.isdisjoint(words) or self.signs.search(text) is not None


@dataclass(frozen=True)
class RuleSet:
    """
    The cues of a language.
    """

    cues: tuple[Cue, ...]

    #: By which a sentence is none that can be checked, unless one of the others stands in it too:
    #: what somebody said will be was still said, and an opinion may rest on a figure.
    kinds: tuple[tuple[str, Kind, frozenset[str]], ...]


def listed(words: str) -> frozenset[str]:
    """
    Return the words of a text: a list of words reads best as words.
    """
    return frozenset(words.split())
