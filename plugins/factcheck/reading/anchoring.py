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
from heapq import merge
from itertools import groupby, islice
from typing import Final

from factcheck.model import bounds
from factcheck.model.characters import goes_on
from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor
from factcheck.model.patience import Patience
from factcheck.model.verdict import Quote
from factcheck.reading.folding import Folded, fold

#: How the names of characters begin whose scripts are written without spaces between words.
UNSPACED: Final = (
    *("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"),
    *("TIBETAN", "BOPOMOFO", "YI"),
)


@dataclass(frozen=True)
class Ground:
    """
    A document, ready to be searched for many quotes.
    """

    document: Document

    #: What was already looked for: a quote is asked for when it is checked and when it is placed.
    found: dict[tuple[str, str, str], list[Anchor]] = field(default_factory=dict)

    #: What may still be looked through for hints.
    patience: Patience = field(default_factory=lambda: Patience(bounds.HINT_SEARCH))

    #: How many places may still be tried in vain.
    trials: Patience = field(default_factory=lambda: Patience(bounds.QUOTE_TRIALS))

    @property
    def is_exhausted(self) -> bool:
        """Whether too many places were tried in vain, so that none is surely the only one."""
        return self.trials.is_over

    def may_look(self, times: int = 1) -> bool:
        """
        Tell whether the document may be looked through once more, or so many times, for a hint.
        """
        return self.patience.lasts(times * len(self.document.text))

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
        The places, in order: one, if all is well; no more than are told apart.
    """
    told = (quote.exact, quote.prefix, quote.suffix)
    if told not in ground.found:
        ground.found[told] = look_for(ground, quote)
    return ground.found[told]


def look_for(ground: Ground, quote: Quote) -> list[Anchor]:
    """
    Find the places of a quote, as ``places`` does, and forget them.
    """
    before, after = (
        fold(words).text.strip() if words else "" for words in (quote.prefix, quote.suffix)
    )
    for found in (_exact, _folded):
        told = list(islice(found(ground, quote.exact, before, after), bounds.QUOTE_PLACES))
        if ground.is_exhausted:
            return []
        if told:
            return told
    return []


def cut_word(text: str, anchor: Anchor) -> str:
    """
    Return the word that a quote begins or ends within; empty if it cuts none.

    "lawful" is not what "unlawful" says, and "5 million" is not "15 million". Scripts that are
    written without spaces have no such words.
    """
    for at in (anchor.start, anchor.end):
        if 0 < at < len(text) and is_spaced(text[at - 1]) and is_spaced(text[at]):
            start, end = at, at
            while start > 0 and is_spaced(text[start - 1]):
                start -= 1
            while end < len(text) and is_spaced(text[end]):
                end += 1
            return text[start:end]
    return ""


def is_spaced(character: str) -> bool:
    """Tell whether a character is a letter or digit of a script that parts words by spaces."""
    if not character.isalnum():
        return False
    return not unicodedata.name(character, "").startswith(UNSPACED)


def _exact(ground: Ground, words: str, before: str, after: str) -> Iterator[Anchor]:
    """Give where the words stand exactly, between what was said to stand around them."""
    text = ground.document.text
    if before or after:
        starts = _starts_within(ground, words, before, after)
    else:
        starts = _occurrences(text, words)
    for start in starts:
        anchor = Anchor(start, start + len(words))
        # "cafe" is not "café", also where the accent is a character of its own.
        if not goes_on(text, anchor.end) and _stands_between(ground, anchor, before, after):
            yield anchor
        elif not ground.trials.lasts(1):
            return


def _starts_within(ground: Ground, words: str, before: str, after: str) -> Iterator[int]:
    """Give where the words stand exactly, found by their context: it is rarer than they are."""
    folded = fold(words)
    first = len(folded.text) - len(folded.text.lstrip())
    if first == len(folded.text):
        return
    for at in _within(ground, folded.text.strip(), before, after):
        start = ground.folded.starts[at] - folded.starts[first]
        if start >= 0 and ground.document.text.startswith(words, start):
            yield start


def _within(ground: Ground, wanted: str, before: str, after: str) -> Iterator[int]:
    """
    Give where folded words stand between others, in order.

    All are looked for at once: words that stand a thousand times would else be looked at a
    thousand times for each quote that names them.
    """
    text = ground.folded.text
    found = [
        _occurrences(text, f"{left}{wanted}{right}", skip=len(left))
        for left in ((before, f"{before} ") if before else ("",))
        for right in ((after, f" {after}") if after else ("",))
    ]
    yield from (at for at, _ in groupby(merge(*found)))


def _occurrences(text: str, words: str, *, skip: int = 0) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at + skip
        at = text.find(words, at + 1)


def _folded(ground: Ground, words: str, before: str, after: str) -> Iterator[Anchor]:
    wanted = fold(words).text.strip()
    if before or after:
        places = _within(ground, wanted, before, after) if wanted else iter(())
    else:
        places = _occurrences(ground.folded.text, wanted)
    for first in places:
        last = first + len(wanted)
        start, end = ground.folded.origin(first, last)
        # Not within a cluster: "cafe" is not "café", however the accent is encoded.
        whole = last == len(ground.folded.text) or ground.folded.starts[last] >= end
        whole = whole and ground.folded.index(start) == first
        anchor = Anchor(start, end)
        if whole and _stands_between(ground, anchor, before, after):
            yield anchor
        elif not ground.trials.lasts(1):
            return


def _stands_between(ground: Ground, anchor: Anchor, before: str, after: str) -> bool:
    if not (before or after):
        return True
    text, left = ground.folded.text, ground.folded.index(anchor.start)
    right = ground.folded.index(anchor.end)
    # Folded white space is a single space.
    left -= text.endswith(" ", 0, left)
    right += text.startswith(" ", right)
    return text.endswith(before, 0, left) and text.startswith(after, right)
