"""
A text in lines: where it may be broken, how large it can be drawn, and where it must be cut.

Lines break at spaces, after hyphens and between ideographs (the ordinary cases of Unicode's UAX
#14); a word that is longer than a line breaks between any two of its letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from factcheck.adapters.drawing.fonts import Fonts, Writing

#: So much of a text is looked at; far more than fits.
MOST: Final = 1_000

#: Line feeds and the like are spaces; other controls, and what would reorder a text, are nothing.
NOTHING: Final = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]"
)

IDEOGRAPHIC: Final = (
    "\u2e80-\u303f\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60"
    "\U00020000-\U0003fffd"
)
#: What may not begin a line, and what may not end one (JIS X 4051, the usual ones).
CLOSING: Final = (
    "、。，．・：；？！゛゜ー）］｝〉》」』】〕…々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"  # noqa: RUF001
)
OPENING: Final = "（［｛〈《「『【〔"  # noqa: RUF001
#: A line may end after each of these pieces.
PIECE: Final = re.compile(
    rf"[{OPENING}]*[{IDEOGRAPHIC}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f]*[{CLOSING}]*\s*"
    rf"|(?:(?![{IDEOGRAPHIC}])[^\s\u2010-])+[\u2010-]*\s*|\s+|[\u2010-]+\s*|.\s*",
    re.DOTALL,
)

#: A key's cap around a digit, which only a font that draws both together draws well.
KEYCAP: Final = re.compile("\ufe0f?\u20e3")

ELLIPSIS: Final = "…"

#: Returns how wide a text is drawn, in ems.
Width = Callable[[str], float]


class Lines(NamedTuple):
    """
    A text as it fits.
    """

    texts: tuple[str, ...]

    #: Pixels of an em.
    size: int


class Room(NamedTuple):
    """
    The room for a text.
    """

    #: In pixels.
    width: int
    height: int

    #: From one line to the next, in ems.
    leading: float

    #: The sizes that may be drawn, the largest first.
    sizes: Sequence[int]

    def lines(self, size: int) -> int:
        """
        Return how many lines of a size there is room for.
        """
        return max(1, int(self.height / (self.leading * size)))


def cleaned(text: str) -> str:
    """
    Return the beginning of a text with single spaces, and nothing that has no shape.
    """
    bare = KEYCAP.sub("", NOTHING.sub("", text[: 2 * MOST].replace("\x85", " ")))
    return " ".join(bare.split())[:MOST]


def fitted(text: str, room: Room, fonts: Fonts, writing: Writing) -> Lines:
    """
    Break a text in lines, as large as it fits; cut it at a word where it is too long for any size.

    Args:
        text: As ``cleaned`` returns it.

        room: Where it must fit.

        fonts: What draws it.

        writing: How it is written.
    """

    def width(part: str) -> float:
        return fonts.shaped(part, writing).width

    pieces = PIECE.findall(text)
    whole = sum(width(piece) for piece in pieces)
    for size in room.sizes:
        wide, most = room.width / size, room.lines(size)
        # It surely takes more lines than there are; the smallest size is broken in any case.
        if whole > wide * (most + 1) and size != room.sizes[-1]:
            continue
        lines = _lines(pieces, wide, most, width)
        if len(lines) <= most:
            return Lines(tuple(lines), size)
    return Lines((*lines[: most - 1], _cut(lines[most - 1], wide, width)), size)


def _lines(pieces: Sequence[str], wide: float, most: int, width: Width) -> list[str]:
    """Return a text's lines, but no more than one too many."""
    lines = [*islice(_broken(pieces, wide, width), most + 1)]
    if any(width(line) > wide for line in lines):
        # Some signs are wider beside others than by themselves; to measure whole lines takes long.
        lines = [*islice(_broken_exactly(pieces, wide, width), most + 1)]
    return lines


def _broken(pieces: Iterable[str], most: float, width: Width) -> Iterator[str]:
    """Fill lines with pieces, each as wide as by itself, up to so many ems."""
    line, used = "", 0.0
    for piece in _short_enough(pieces, most, width):
        wide, bare = width(piece), width(piece.rstrip())
        if line and used + bare > most:
            yield line.rstrip()
            line, used = "", 0.0
        line, used = line + piece, used + wide
    if line:
        yield line.rstrip()


def _broken_exactly(pieces: Iterable[str], most: float, width: Width) -> Iterator[str]:
    """Fill lines with pieces, as wide as they are together, up to so many ems."""
    line = ""
    for piece in _short_enough(pieces, most, width):
        if line and width((line + piece).rstrip()) > most:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line.rstrip()


def _short_enough(pieces: Iterable[str], most: float, width: Width) -> Iterator[str]:
    """Break pieces that are longer than a line, at the last letter that fits."""
    for piece in pieces:
        rest = piece
        while width(rest.rstrip()) > most:
            part = _beginning(rest, most, width)
            yield part
            rest = rest[len(part) :]
        yield rest


def _beginning(word: str, most: float, width: Width) -> str:
    """
    Return as many of a word's letters as fit, at least one.

    No letter is parted from its marks and no emoji in two; but a chain of them is that is longer
    than a line.
    """
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle]) <= most else (low, middle - 1)
    whole = (end for end in range(low, 0, -1) if end == len(word) or not _clings(word, end))
    return word[: next(whole, low)]


def _clings(text: str, at: int) -> bool:
    """Tell whether a character cannot stand apart from the one before it."""
    joined = "\u200d" in text[at - 1 : at + 1] or unicodedata.category(text[at]).startswith("M")
    return joined or "\U0001f3fb" <= text[at] <= "\U0001f3ff"


def _cut(line: str, most: float, width: Width) -> str:
    """Return a line that says that it is not the last, cut at a word."""
    pieces = PIECE.findall(line)
    while len(pieces) > 1 and width(_ended(pieces)) > most:
        pieces.pop()
    if width(_ended(pieces)) > most:
        pieces = [_beginning(pieces[0], most - width(ELLIPSIS), width)]
    return _ended(pieces)


def _ended(pieces: Iterable[str]) -> str:
    return "".join(pieces).rstrip(" ,;:.\u2013\u2014-") + ELLIPSIS
