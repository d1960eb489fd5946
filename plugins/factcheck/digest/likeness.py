"""
How like each other the words of two claims are, told from a few numbers for each.

The numbers are the least hashes of a claim's words (a bottom-k sketch; Broder 1997, On the
resemblance and containment of documents): equal words give equal numbers, in any order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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
#: So many of them in a row are taken for a word: one by one, they stand in every sentence.
ROW: Final = 3

Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """
    Return the numbers of a claim's words: at most ``MOST``, the least first.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(sorted({crc32(word.encode()) for word in _parts(folded)})[:MOST])


def _parts(text: str) -> Iterator[str]:
    for part in WORD.finditer(" ".join(words_of(text))):
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
    both = sorted({*one, *other})[:MOST]
    shared = len({*one}.intersection(other, both))
    return shared >= NEARLY * len(both)


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
