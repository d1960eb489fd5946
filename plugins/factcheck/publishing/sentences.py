"""
Where the sentences of a text begin and end.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """
    Split a text into sentences; line breaks end one too.

    Args:
        text: One block's text.

        language: BCP 47; decides abbreviations and the like.

    Returns:
        Offsets that cover the whole text without a gap.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans += ((start + begin, start + end) for begin, end in _line(line, language))
        start += len(line)
    return spans


def _line(line: str, language: str) -> Iterator[tuple[int, int]]:
    base = language.split("-", maxsplit=1)[0]
    ends = [0]
    for found in get_sentence_boundaries(base, line):
        ends.append(ends[-1] + len(found["text"]))
    ends[-1] = len(line)
    yield from pairwise(ends if len(ends) > 1 else [0, len(line)])
