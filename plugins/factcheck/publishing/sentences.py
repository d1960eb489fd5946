"""
What stands around a quote in its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor, FactCheck
from factcheck.model.vocabulary import Display
from factcheck.reading.sentences import sentence_spans

SPACE: Final = re.compile(r"\s+")

#: How much of a sentence is shown beside a quote, in characters.
LONGEST: Final = 600


def around(document: Document, anchor: Anchor, language: str) -> tuple[str, str]:
    """
    Return what stands before and after a quote in its sentence, or in all that it is part of.

    Args:
        document: Where it stands.

        anchor: Its place, without white space at its ends.

        language: The document's.

    Returns:
        Two texts, each on one line, with the space that parts them from the quote; both empty
        where the sentence does not end soon.
    """
    text = document.text
    begin, end = sentence_at(document, anchor.start, language)
    if end < anchor.end:
        _, end = sentence_at(document, anchor.end - 1, language)
    if anchor.start - begin + end - anchor.end > LONGEST:
        return "", ""
    return (
        _on_one_line(text[begin : anchor.start]).lstrip(),
        _on_one_line(text[anchor.end : end]).rstrip(),
    )


def shown_around(check: FactCheck, anchor: Anchor) -> Anchor:
    """
    Return where what readers are shown of a document begins and ends around a quote.

    Args:
        check: The fact-check of the document.

        anchor: The quote's place, without white space at its ends.
    """
    match check.verdict.document.display:
        case Display.FULL:
            return Anchor(0, len(check.document.text))
        case Display.EXCERPTS:
            language = check.verdict.document.language or check.verdict.language
            begin, _ = sentence_at(check.document, anchor.start, language)
            _, end = sentence_at(check.document, anchor.end - 1, language)
            return Anchor(begin, end)
        case Display.NONE:
            return anchor


def sentence_at(document: Document, at: int, language: str) -> tuple[int, int]:
    """
    Return where the sentence around a character of a document begins and ends.

    Args:
        document: Where it stands.

        at: The character's place.

        language: The document's.
    """
    block = document.blocks[bisect_right(document.blocks, at, key=lambda one: one.start) - 1]
    spans = sentence_spans(block.text, language)
    start, end = spans[bisect_right(spans, at - block.start, key=lambda span: span[0]) - 1]
    return block.start + start, block.start + end


def _on_one_line(text: str) -> str:
    return SPACE.sub(" ", text)
