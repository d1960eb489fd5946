"""
Any language: the few signs that need no words.

For languages without lists of their own. Weights are those of the same cues in English, and were
measured in no other language.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.reading.checkworthy import english
from factcheck.reading.checkworthy.rules import Cue, Kind, RuleSet

SHARE: Final = Cue("share or money", english.SHARE.weight, signs=re.compile(r"[$€£¥₴₽₹₪₺%٪‰]"))
TIME: Final = Cue("date", english.TIME.weight, signs=re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)"))
QUOTATION: Final = Cue(
    "quotation", english.QUOTATION.weight, signs=re.compile(r"[\"“”„‟«»「」『』]")
)
QUESTION: Final = Cue(
    "question",
    english.QUESTION.weight,
    signs=re.compile(r"[?؟？;՞][\s\"”»')]*$|^\s*¿"),  # noqa: RUF001
)

RULES: Final = RuleSet(
    cues=(
        english.FIGURE,
        SHARE,
        TIME,
        QUOTATION,
        QUESTION,
        english.SOME_WORDS,
        english.MORE_WORDS,
    ),
    kinds=((QUESTION.name, Kind.QUESTION, frozenset()),),
)
