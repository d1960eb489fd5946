"""
How much of a text is what no author writes: the sign of bytes that were read in a wrong encoding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

#: The letters beyond A to Z of the languages of Europe, and of Vietnamese, in Latin script.
ALPHABETS: Final = tuple(
    frozenset(letters + letters.upper())
    for letters in """
    äöüß àâæçéèêëîïôœùûüÿ áéíñóúü àáâãçéêíóôõúü àèéìíîòóùú áéèëïíóöúü åäöé æøåéóòô áðéíóúýþæö
    õäöüšž ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţșț čćđšž çğıİöşüâîû
    ąčęėįšųūž āčēģīķļņšūž àáâãèéêìíòóôõùúýăđĩũơư
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
WORD: Final = re.compile(r"\S*[^\x00-\x7f]\S*")
#: Punctuation that touches no letter.
PARTING: Final = frozenset("§¶·")
#: Scripts that stand in one word in Japanese.
TOGETHER: Final = frozenset({"HIRAGANA", "KATAKANA", "CJK", "IDEOGRAPHIC"})


def misfits(text: str) -> int:
    """
    Return how many tenths of the characters beyond ASCII are out of place.

    Out of place are: Latin letters that no one language has together; letters of two scripts in a
    word; capital letters after small ones, or nearly nothing but capitals; signs that touch a
    letter; Japanese letters of half width.
    """
    odd = [sign for sign in text if not sign.isascii()]
    words = [found.group() for found in WORD.finditer(text)]
    found = _foreign(odd) + _shouted(odd) + sum(_within(word) for word in words)
    return round(10 * found / len(odd)) if odd else 0


def _foreign(odd: list[str]) -> int:
    """Count Latin letters that are missing from the alphabet that has the most of them."""
    latin = [sign for sign in odd if _script(sign) == "LATIN"]
    return len(latin) - max(sum(sign in letters for sign in latin) for letters in ALPHABETS)


def _shouted(odd: list[str]) -> int:
    """Count capital letters, where there are more of them than of small ones."""
    capitals = sum(sign.isupper() for sign in odd)
    return capitals if capitals > sum(sign.islower() for sign in odd) else 0


def _within(word: str) -> int:
    scripts = {_script(sign) for sign in word if _is_letter(sign)}
    mixed = sum(_is_foreign_letter(sign) for sign in word) if len(scripts) > 1 else 0
    half = sum(_script(sign) == "HALFWIDTH" for sign in word)
    raised = sum(
        one.islower() and other.isupper() and not (one + other).isascii()
        for one, other in pairwise(word)
    )
    return mixed + half + raised + sum(1 for _ in _touching_signs(word))


def _is_foreign_letter(sign: str) -> bool:
    return _is_letter(sign) and _script(sign) != "LATIN"


def _is_letter(sign: str) -> bool:
    """Tell whether a character is a letter, or a mark that only one script sets on its letters."""
    return sign.isalpha() or (unicodedata.category(sign) == "Mn" and _script(sign) != "COMBINING")


def _touching_signs(word: str) -> Iterator[str]:
    """Give signs and controls that stand directly beside a letter."""
    for at, sign in enumerate(word):
        if sign.isascii() or not (sign in PARTING or unicodedata.category(sign)[0] in "SNC"):
            continue
        if any(near.isalpha() for near in word[max(0, at - 1) : at] + word[at + 1 : at + 2]):
            yield sign


@cache
def _script(sign: str) -> str:
    """Return the first word of a character's name, which is its script for a letter."""
    if sign.isascii():
        return "LATIN"
    name = re.split(r"[ -]", unicodedata.name(sign, "?"))[0]
    return "CJK" if name in TOGETHER else name
