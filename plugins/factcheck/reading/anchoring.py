"""
Quotes to their places in the document.

Rule 1: exact first; then with what typing and copying change made equal (``folding``); never
fuzzy. Likeness only serves the message that says what was probably meant.
Rule 2: a quote has one place. Where the words occur twice, the context that the editor gave
decides, and nothing else does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from factcheck.model.characters import goes_on
from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor
from factcheck.model.verdict import Quote
from factcheck.reading.folding import Folded, fold

#: How the names of characters begin whose scripts are written without spaces between words.
UNSPACED: Final = (
    *("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"),
    *("TIBETAN", "BOPOMOFO", "YI"),
)

#: More places than this are not told apart; the quote is ambiguous beyond any doubt.
MOST_PLACES: Final = 1_000


@dataclass(frozen=True)
class Ground:
    """
    A document, ready to be searched for many quotes.
    """

    document: Document

    #: What was already looked for: a quote is asked for when it is checked and when it is placed.
    found: dict[Quote, list[Anchor]] = field(default_factory=dict)

    @cached_property
    def folded(self) -> Folded:
        """The document's text, folded."""
        return fold(self.document.text)


def places(ground: Ground, quote: Quote) -> list[Anchor]:
    """
    Find every place where a quote stands, its context considered.

    Args:
        ground: The document to search.

        quote: The words, with what stands before and after them where that is given.

    Returns:
        The places, in order: one, if all is well.
    """
    if quote not in ground.found:
        ground.found[quote] = _places(ground, quote)
    return ground.found[quote]


def _places(ground: Ground, quote: Quote) -> list[Anchor]:
    before, after = fold(quote.prefix).text.strip(), fold(quote.suffix).text.strip()
    for found in (_exact(ground.document.text, quote.exact), _folded(ground, quote.exact)):
        fitting = (anchor for anchor in found if _stands_between(ground, anchor, before, after))
        if told := list(islice(fitting, MOST_PLACES)):
            return told
    return []


def cut_word(text: str, anchor: Anchor) -> str:
    """
    Return the word that a quote begins or ends within; empty if it cuts none.

    "lawful" is not what "unlawful" says, and "5 million" is not "15 million". Scripts that are
    written without spaces have no such words.
    """
    for at in (anchor.start, anchor.end):
        if 0 < at < len(text) and _is_spaced(text[at - 1]) and _is_spaced(text[at]):
            start, end = at, at
            while start > 0 and _is_spaced(text[start - 1]):
                start -= 1
            while end < len(text) and _is_spaced(text[end]):
                end += 1
            return text[start:end]
    return ""


def _is_spaced(character: str) -> bool:
    """Tell whether a character is a letter or digit of a script that parts words by spaces."""
    if not character.isalnum():
        return False
    return not unicodedata.name(character, "").startswith(UNSPACED)


def _exact(text: str, words: str) -> Iterator[Anchor]:
    for start, end in _occurrences(text, words):
        # "cafe" is not "café", also where the accent is a character of its own.
        if not goes_on(text, end):
            yield Anchor(start, end)


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _folded(ground: Ground, words: str) -> Iterator[Anchor]:
    wanted = fold(words).text.strip()
    text = ground.folded.text
    for first, last in _occurrences(text, wanted):
        start, end = ground.folded.origin(first, last)
        # Not within a cluster: "cafe" is not "café", however the accent is encoded.
        whole = last == len(text) or ground.folded.starts[last] >= end
        if whole and ground.folded.index(start) == first:
            yield Anchor(start, end)


def _stands_between(ground: Ground, anchor: Anchor, before: str, after: str) -> bool:
    if not (before or after):
        return True
    text, left = ground.folded.text, ground.folded.index(anchor.start)
    right = ground.folded.index(anchor.end)
    # Folded white space is a single space.
    left -= text.endswith(" ", 0, left)
    right += text.startswith(" ", right)
    return text.endswith(before, 0, left) and text.startswith(after, right)
