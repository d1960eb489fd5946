"""
Markdown documents (CommonMark with tables); HTML in them is text like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model.bounds import MARKDOWN_DEPTH
from factcheck.model.document import Block, BlockKind, SpanKind
from factcheck.reading.documents.layout import Layout, OpenMarkup, Run, empty_block, safe_link
from factcheck.reading.source import with_line_feeds

PARSER: Final = MarkdownIt("commonmark", {"html": False, "maxNesting": MARKDOWN_DEPTH}).enable(
    "table"
)
INLINE: Final = MappingProxyType(
    {"em": SpanKind.EMPHASIS, "strong": SpanKind.STRONG, "link": SpanKind.LINK}
)
CELLS: Final = frozenset({"th_open", "td_open"})


def lay_out_markdown(text: str) -> Layout:
    """
    Lay out a Markdown document.

    Args:
        text: The file's text; any line end.

    Returns:
        Its headings, paragraphs, list items, quotations, table cells and images.
    """
    reading = _Reading()
    for token in PARSER.parse(with_line_feeds(text)):
        reading.take(token)
        if token.nesting > 0 and token.level >= MARKDOWN_DEPTH - 1 and not reading.layout.too_deep:
            reading.layout.too_deep = (token.map or [0])[0] + 1
    return reading.layout


@dataclass
class _Reading:
    layout: Layout = field(default_factory=Layout)
    quotations: int = 0
    #: Each open list's next number; None where it is not ordered.
    lists: list[int | None] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    cell: tuple[int, int] | None = None

    def take(self, token: Token) -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        opens = token.nesting > 0
        if name == "blockquote":
            self.quotations += token.nesting
        elif name in {"bullet_list", "ordered_list"}:
            self._list(token, opens=opens)
        elif name == "list_item" and opens:
            self.marker = self._next_marker()
        elif name == "heading":
            self.heading = int(token.tag[1:]) if opens else 0
        elif name in {"table", "tr", "th", "td"}:
            self._table(name, opens=opens)
        elif token.type == "inline":
            self._text(token)
        elif token.type in {"fence", "code_block"}:
            self._code(token)

    def _list(self, token: Token, *, opens: bool) -> None:
        if opens:
            ordered = token.type.startswith("ordered")
            self.lists.append(int(token.attrs.get("start", 1)) if ordered else None)
        else:
            self.lists.pop()

    def _next_marker(self) -> str:
        number = self.lists[-1]
        if number is None:
            return "•"
        self.lists[-1] = number + 1
        return f"{number}."

    def _table(self, name: str, *, opens: bool) -> None:
        if not opens:
            self.cell = None if name == "table" else self.cell
        elif name == "table":
            self.cell = (-1, 0)
        elif self.cell:
            row, column = self.cell
            self.cell = (row + 1, -1) if name == "tr" else (row, column + 1)

    def _block(self) -> Block:
        if self.heading:
            return empty_block(BlockKind.HEADING)._replace(level=self.heading)
        if self.cell:
            return empty_block(BlockKind.TABLE_CELL)._replace(cell=self.cell)
        if self.lists:
            marker, self.marker = self.marker, ""
            return empty_block(BlockKind.LIST_ITEM)._replace(level=len(self.lists), marker=marker)
        return empty_block(BlockKind.QUOTATION if self.quotations else BlockKind.PARAGRAPH)

    def _text(self, token: Token) -> None:
        children = token.children or []
        line = (token.map or [0])[0] + 1
        self.layout.add(self._block(), _runs(children, line))
        for image in (child for child in children if child.type == "image"):
            block = empty_block(BlockKind.IMAGE)._replace(
                href=safe_link(str(image.attrs.get("src", "")))
            )
            self.layout.add(block, [Run(image.content or "image", line)])

    def _code(self, token: Token) -> None:
        fenced = token.type == "fence"
        line = (token.map or [0])[0] + (2 if fenced else 1)
        block = empty_block(BlockKind.PREFORMATTED)._replace(keeps_space=True)
        self.layout.add(block, [Run(token.content, line)])


def _runs(tokens: Sequence[Token], line: int) -> Iterator[Run]:
    markup = OpenMarkup()
    for token in tokens:
        if token.type == "text":
            yield Run(token.content, line, markup.now())
        elif token.type == "code_inline":
            yield Run(token.content, line, (*markup.now(), (SpanKind.CODE, "")))
        elif token.type == "softbreak":
            yield Run("\n", line, markup.now())
            line += 1
        elif token.type == "hardbreak":
            yield Run("", line, is_break=True)
            line += 1
        elif kind := INLINE.get(token.type.rsplit("_", 1)[0]):
            if token.nesting > 0:
                markup.enter(kind, safe_link(str(token.attrs.get("href", ""))))
            else:
                markup.leave()
