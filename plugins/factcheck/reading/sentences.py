"""
Where the sentences of a text begin and end.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from sentencex import get_sentence_boundaries


@lru_cache(maxsize=256)
def sentence_spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """
    Split a text into sentences; a line's end alone ends none, for it may stand within one.

    Args:
        text: One block's text.

        language: BCP 47; decides abbreviations and the like.

    Returns:
        Offsets that cover the whole text without a gap.
    """
    base = language.split("-", maxsplit=1)[0]
    ends = [0]
    for found in get_sentence_boundaries(base, text.replace("\n", " ")):
        ends.append(ends[-1] + len(found["text"]))
    ends[-1] = len(text)
    return tuple(pairwise(ends if len(ends) > 1 else [0, len(text)]))
