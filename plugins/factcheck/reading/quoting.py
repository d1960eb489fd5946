"""
Words of a document as a quote that can be pasted into its sidecar.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.factcheck import Anchor
from factcheck.model.values import quoted
from factcheck.model.verdict import Quote
from factcheck.reading.anchoring import Ground, cut_word, places
from factcheck.reading.misquotes import nearest, not_found, one_line, pasted, selector

#: So many places are told of words that stand in more.
MOST_PLACES = 10


@dataclass(frozen=True, slots=True)
class Pasted:
    """
    A quote that stands in one place of the document.
    """

    #: The line of the document on which it begins.
    line: int

    #: What to paste, on one line: ``quote: …``.
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """
    What came of looking for words.
    """

    #: One, if all is well; more where the words occur more than once.
    quotes: tuple[Pasted, ...]

    #: Why there is none, or less than there are places; empty if all is well.
    message: str = ""
    hint: str = ""

    #: What was probably meant, where the words are not found.
    meant: Pasted | None = None


def find_quote(ground: Ground, words: str, name: str) -> Found:
    """
    Look for words.

    Args:
        ground: The document.

        words: The words; something must be seen of them.

        name: What to call the document in messages.
    """
    quote = Quote.model_construct(exact=words)
    found = places(ground, quote)
    if not found:
        message, hint = not_found(ground, quote, name)
        near = nearest(ground, words)
        meant = _pasted(ground, near) if near else None
        return Found((), message, hint, meant)
    whole = [anchor for anchor in found if not cut_word(ground.document.text, anchor)]
    if not whole:
        word = cut_word(ground.document.text, found[0])
        message = f"these words begin or end within the word {quoted(word)}"
        return Found((), message, "quote whole words", _pasted(ground, _widened(ground, found[0])))
    told = [_pasted(ground, anchor) for anchor in whole[:MOST_PLACES]]
    quotes = tuple(one for one in told if one)
    if len(quotes) == len(whole):
        return Found(quotes)
    return Found(quotes, *_lacking(len(whole), len(quotes), name))


def _lacking(places: int, told: int, name: str) -> tuple[str, str]:
    message = (
        f"these words stand {places} times in {name}; {told or 'none'} of them can be told here"
    )
    return message, "quote more words"


def _pasted(ground: Ground, anchor: Anchor) -> Pasted | None:
    """Return a place as it is pasted; None where no little context tells it from others."""
    exact = one_line(ground.document.text[anchor.start : anchor.end])
    alone = Quote(exact=exact)
    # What is pasted is looked for once more: it must be found there and nowhere else.
    is_alone = places(ground, alone) == [anchor]
    chosen = alone if is_alone else selector(ground, exact, anchor)
    if chosen is None:
        return None
    return Pasted(ground.document.line_at(anchor.start), pasted(chosen))


def _widened(ground: Ground, anchor: Anchor) -> Anchor:
    """Return the place of the whole words that a place begins or ends within."""
    text, start, end = ground.document.text, anchor.start, anchor.end
    while cut_word(text, Anchor(start, len(text))):
        start -= 1
    while cut_word(text, Anchor(0, end)):
        end += 1
    return Anchor(start, end)
