"""
Texts as words that can be looked up; ``theme/static/js/search/words.js`` does the same.

Made equal are letters of either case, letters with and without diacritics, compatible forms
(NFKC, UAX #15), the forms of an apostrophe, figures of any script, Arabic letters with and without
vowel marks and the like. Scripts that are written without spaces are parted in overlapping pairs
of characters.

A word's position is its place among all that are returned: so phrases can be told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

#: A longer word is cut: nobody types it.
LONGEST: Final = 64

#: Marks that many leave out when they type, and characters that nobody sees.
DROPPED: Final = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)

#: Letters that stand for others, once lower case and decomposed.
ALIKE: Final = (
    "ß ss, ς σ, ı i, ø o, đ d, ð d, ł l, æ ae, œ oe, þ th, ħ h, ŧ t, ґ г, "  # noqa: RUF001
    "ٱ ا, ى ي, ة ه, ک ك, ی ي, ہ ه, ھ ه"  # noqa: RUF001
)
APOSTROPHES: Final = "‘’‛′`ʹʻʼʾʿ՚"  # noqa: RUF001
LIKE: Final = {
    **dict(pair.split(" ") for pair in ALIKE.split(", ")),
    **dict.fromkeys(APOSTROPHES, "'"),
}

#: Scripts without spaces: Thai, Lao, Burmese, Khmer, kana, Han.
UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
RUNS: Final = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
IS_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
FIRST_UNSPACED: Final = "\u0e00"

#: What French, Italian and Catalan join to the next word.
ELIDED: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull)(?=')"
)
ARTICLE: Final = re.compile("(?:[وفبك]?ال|لل)([ء-ي]{3,})")
ASCII_WORDS: Final = re.compile(r"[a-z0-9]+(?:'+[a-z0-9]+)*")


def words(text: str) -> list[str]:
    """
    Return the words of a text, in order.

    >>> words("L'économie d'Ukraine: 東京都")
    ['l', 'economie', 'd', 'ukraine', '東京', '京都', '都']
    """
    if text.isascii():
        written = ASCII_WORDS.findall(text.lower())
    else:
        written = [part for part in _folded(text).split() if part.strip("'")]
    found: list[str] = []
    for word in written:
        if word.isascii() and "'" not in word:
            found.append(word[:LONGEST])
        else:
            found += _parts(word)
    return found


def _folded(text: str) -> str:
    """Make equal what is typed differently, and put spaces between words."""
    lower = unicodedata.normalize("NFKC", text).lower()
    bare = DROPPED.sub("", unicodedata.normalize("NFD", lower))
    return unicodedata.normalize("NFC", "".join(map(_kept, bare)))


@lru_cache(maxsize=8192)
def _kept(sign: str) -> str:
    """Return a character as it is looked up; a space where it is no part of a word."""
    if sign in LIKE:
        return LIKE[sign]
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.digit(sign))
    return sign if category[0] in "LNM" or sign == "'" else " "


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """Part a folded word in those that are looked up."""
    found: list[str] = []
    word = word.strip("'")
    while elided := ELIDED.match(word):
        found.append(elided[0])
        word = word[elided.end() :].lstrip("'")
    word = word.removesuffix("'s").replace("'", "")
    if word.isascii() or max(word) < FIRST_UNSPACED:
        return (*found, *_spaced(word))
    for run in RUNS.findall(word):
        if IS_UNSPACED.match(run):
            found += [run[at : at + 2] for at in range(len(run))]
        else:
            found += _spaced(run)
    return tuple(found)


def _spaced(word: str) -> tuple[str, ...]:
    """Return a word of a script with spaces, without an Arabic article."""
    article = ARTICLE.fullmatch(word)
    word = (article[1] if article else word)[:LONGEST]
    return (word,) if word else ()
