"""
A checked document, as text: blocks, their plain text, and where each character stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    IMAGE = "image"


class SpanKind(StrEnum):
    """What inline markup makes of some characters."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRUCK = "struck"
    RAISED = "raised"
    LOWERED = "lowered"


class Span(NamedTuple):
    """
    Characters of a block that inline markup sets apart.
    """

    kind: SpanKind

    #: Offsets into the block's text, in code points; the end is exclusive.
    start: int
    end: int

    #: Where a link points: an http, https or mailto address; empty for other kinds.
    href: str = ""


class Block(NamedTuple):
    """
    A heading, paragraph, list item, quotation, table cell or the like.
    """

    kind: BlockKind

    #: Its words alone, exactly as a reader of the document sees them.
    text: str

    #: Where the text begins within the document's text, in code points.
    start: int

    #: Source lines: pairs of (offset into ``text``, line from one), ascending, the first at 0.
    lines: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...] = ()

    #: A heading's rank (1 to 6), or how deep a list item is nested (from 1); else 0.
    level: int = 0

    #: What stands before a list item, as the document shows it: a bullet or a number. Empty for
    #: what follows in the same item, and for other blocks.
    marker: str = ""

    #: For a table cell: its row and column, from 0. For an image: nothing.
    cell: tuple[int, int] | None = None

    #: For an image: its address, where that is http or https.
    href: str = ""

    #: Whether white space and line breaks are shown as they stand.
    keeps_space: bool = False

    @property
    def end(self) -> int:
        """The offset just after the block within the document's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """
    A whole document.
    """

    blocks: tuple[Block, ...]

    #: All blocks' texts, joined by line breaks; offsets of quotes count in it.
    text: str

    #: The bytes it was read from (hexadecimal SHA-256).
    sha256: str

    #: What the document itself gives as its title; empty where it gives none.
    title: str = ""

    def line_at(self, offset: int) -> int:
        """
        Return the source line (from one) on which a character of the text stands.
        """
        found = bisect_right(self.blocks, offset, key=lambda block: block.start)
        block = self.blocks[max(0, found - 1)]
        inner = bisect_right(block.lines, offset - block.start, key=lambda line: line[0])
        return block.lines[max(0, inner - 1)][1]
