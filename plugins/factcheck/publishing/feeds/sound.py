"""
Texts that every form of a feed can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factcheck.publishing.feeds.entries import FeedEntry

#: What XML has no way to write (XML 1.0, 2.2), and halves of characters.
UNSOUND: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def sound(text: str) -> str:
    """
    Return a text with a sign in the place of each character that XML cannot hold.
    """
    return UNSOUND.sub(REPLACEMENT, text)


def sound_entry(entry: FeedEntry) -> FeedEntry:
    """
    Return an entry with sound texts only.
    """
    return entry._replace(
        title=sound(entry.title),
        summary=sound(entry.summary),
        authors=_sound(entry.authors),
        categories=_sound(entry.categories),
        content=sound(entry.content),
    )


def _sound(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(sound, texts))
