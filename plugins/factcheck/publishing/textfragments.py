"""
Links that lead a browser to words on somebody else's page.

Follows the WICG's "URL Fragment Text Directives": ``#:~:text=[prefix-,]start[,end][,-suffix]``,
each term percent-encoded, with the signs that part the terms encoded too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from factcheck.model.characters import is_plain
from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor

#: Words of which only the spaces are encoded.
UNRESERVED: Final = re.compile(r"[A-Za-z0-9._~ ]+")

#: Written without spaces between words: browsers look for whole words, and differ in what one is.
UNSPACED: Final = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})

#: Longer quotes are found by their first and last words, which a small difference disturbs less.
WHOLE: Final = 12
ENDS: Final = 5

#: Shorter quotes, and those that occur twice, are looked for with the words around them.
SHORT: Final = 4
AROUND: Final = 3

#: How far to look for the words around a quote.
NEAR: Final = 80


def to_words(
    address: str, document: Document, anchor: Anchor, shown: Anchor, language: str
) -> str:
    """
    Return the address of a quote's words on the page that the document was taken from.

    Args:
        address: The page's.

        document: What was saved of it.

        anchor: Where the quote stands in it.

        shown: Where what readers are shown of it begins and ends: no other word is told.

        language: The document's.

    Returns:
        The address with a text directive; empty where the words cannot be named so.
    """
    words = document.text[anchor.start : anchor.end]
    if language.split("-", maxsplit=1)[0] in UNSPACED or not is_plain(words):
        return ""
    directive = _start_and_end(words)
    if len(words.split()) < SHORT or document.text.count(words) > 1:
        directive = _within(document.text, anchor, shown, directive)
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _start_and_end(words: str) -> str:
    """One term must stand within one paragraph; a first and a last may stand apart."""
    parts = words.split()
    if len(parts) <= WHOLE and "\n" not in words:
        return _term(" ".join(parts))
    ends = min(ENDS, len(parts) // 2)
    if not ends:
        return _term(words.strip())
    return f"{_term(' '.join(parts[:ends]))},{_term(' '.join(parts[-ends:]))}"


def _within(text: str, anchor: Anchor, shown: Anchor, directive: str) -> str:
    """Add the words before and after: each a term of its own, so of one paragraph."""
    before = text[max(shown.start, anchor.start - NEAR) : anchor.start].split("\n")
    after = text[anchor.end : min(shown.end, anchor.end + NEAR)].split("\n")
    prefix = " ".join(_nearest(reversed(before))[-AROUND:])
    suffix = " ".join(_nearest(after)[:AROUND])
    if prefix and is_plain(prefix):
        directive = f"{_term(prefix)}-,{directive}"
    if suffix and is_plain(suffix):
        directive = f"{directive},-{_term(suffix)}"
    return directive


def _nearest(lines: Iterable[str]) -> list[str]:
    """Return the words of the first line that has any."""
    return next((words for line in lines if (words := line.split())), [])


@lru_cache(maxsize=1024)
def _term(words: str) -> str:
    if UNRESERVED.fullmatch(words):
        return words.replace(" ", "%20")
    return quote(words, safe="").replace("-", "%2D")
