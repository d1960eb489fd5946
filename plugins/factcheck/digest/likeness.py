"""
How like each other the words of two claims are, told from a few numbers for each.

The numbers are the least hashes of a claim's words (a bottom-k sketch; Broder 1997, On the
resemblance and containment of documents): equal words give equal numbers, in any order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final
from zlib import crc32

from factcheck.model.names import words_of

#: Numbers of a claim; most claims have not many more words that tell anything.
MOST: Final = 8

#: The share of the numbers of both that two claims with nearly the same words have in common.
NEARLY: Final = 0.6

#: Fewer different words say too little.
FEWEST: Final = 4

#: Letters of scripts that write no spaces between words: Thai to Burmese, Khmer, kana, Han.
UNSPACED: Final = r"\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
WORD: Final = re.compile(rf"([{UNSPACED}]+)|[^\s{UNSPACED}]+")
SIGN: Final = re.compile(f"[{UNSPACED}]")
#: So many of them in a row are taken for a word: one by one, they stand in every sentence.
ROW: Final = 3

#: The share of the words of both that two claims have in common that say the same.
SAME: Final = 0.85
#: Words that tell nothing by themselves, in the languages of the interface.
LITTLE: Final = frozenset(
    """
    a an the of to in on at by for with as and is are was were be been has have had that this it
    its el la los las un una de del en y que por para con es son fue ha han se al lo su
    \N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I} й та \N{CYRILLIC SMALL LETTER U} в на
    з із до що це є був була були за від
    في من على إلى أن عن هو هي هذا هذه كان كانت
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
#: Words that turn a claim into its opposite; in English also as the end of another.
NEGATIONS: Final = frozenset(
    """
    not no never none nor without t cannot
    no ni nunca nadie nada sin jamás
    не ні ніколи без немає
    لا لم لن ليس ليست غير بدون ما
    nicht kein keine nie ne pas jamais non mai não niet geen ikke inte nie
    """.split()  # noqa: SIM905
)
#: How the forms of a word end that mean nearly the same, in English and Spanish.
ENDING: Final = re.compile(r"(?:e?[sd]|e)\Z")
SHORT: Final = 4

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """
    Return the numbers of a claim's words: at most ``MOST``, the least first.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(sorted({crc32(word.encode()) for word in _parts(folded)})[:MOST])


def _parts(text: str) -> Iterable[str]:
    words = words_of(text)
    return _unspaced(words) if SIGN.search(text) else words


def _unspaced(words: list[str]) -> Iterator[str]:
    for part in WORD.finditer(" ".join(words)):
        if part[1]:
            yield from (part[1][at : at + ROW] for at in range(max(1, len(part[1]) - ROW + 1)))
        else:
            yield part.group()


def are_alike(one: Sketch, other: Sketch) -> bool:
    """
    Tell whether two claims have nearly the same words.
    """
    if min(len(one), len(other)) < FEWEST:
        return False
    common = {*one}.intersection(other)
    compared = min(MOST, len(one) + len(other) - len(common))
    if len(common) < NEARLY * compared:
        return False  # as nearly always, and sooner told than which of them are compared
    return len(common.intersection(sorted({*one, *other})[:MOST])) >= NEARLY * compared


def say_the_same(one: str, other: str) -> bool:
    """
    Tell whether two claims say the same in nearly the same words.
    """
    return Wording(one).says_the_same_as(Wording(other))


class Wording:
    """
    The words of a claim, as far as they tell it from another.
    """

    def __init__(self, claim: str) -> None:
        """
        Take a claim's words.
        """
        plain = words_of(unicodedata.normalize("NFKC", claim))
        folded = " ".join(plain).casefold()
        #: Without words that tell nothing by themselves, and without endings.
        self.words = {_stem(word) for word in _parts(folded) if word not in LITTLE}
        self.telling = _telling(plain)

    def likeness(self, other: Wording) -> float:
        """
        Return how like each other two claims are, from nothing to one (Dice's coefficient).
        """
        both = len(self.words) + len(other.words)
        return 2 * len(self.words & other.words) / both if both else 0.0

    def says_the_same_as(self, other: Wording) -> bool:
        """
        Tell whether two claims say the same in nearly the same words.

        All that tells them from others is the same, in the same order, and so are nearly all their
        words, whatever their endings.
        """
        if self.telling != other.telling:
            return False
        either = self.words | other.words
        return bool(either) and len(self.words & other.words) >= SAME * len(either)


def telling_number(claim: str) -> int:
    """
    Return a number that is the same for claims with the same figures, names and negations.
    """
    return crc32(" ".join(_telling(words_of(unicodedata.normalize("NFKC", claim)))).encode())


def _telling(words: list[str]) -> list[str]:
    """Return figures, negations, and words with a capital that do not stand first, in order."""
    told = [
        word.casefold()
        for at, word in enumerate(words)
        if word.casefold() in NEGATIONS
        or (at and word[0].isupper())
        or (not (word.isascii() and word.isalpha()) and any(map(str.isnumeric, word)))
    ]
    whole = " ".join(words)
    # Written without spaces: nothing but the very same text is surely the same.
    return [*told, whole] if SIGN.search(whole) else told


def _stem(word: str) -> str:
    return ENDING.sub("", word) if len(word) > SHORT else word


def work_number(address: str) -> int:
    """
    Return a number by which a work is known wherever it is cited.

    Args:
        address: Its web address; how it is reached, and the place in it, do not count.
    """
    page, _, place = address.partition("#")
    # Some sites name their pages there.
    whole = address if place.startswith(("/", "!")) else page
    bare = whole.partition("://")[2].removeprefix("www.").rstrip("/")
    return int.from_bytes(blake2b(bare.encode(), digest_size=8).digest())
