"""
Web pages: the text that a reader of the page sees, in blocks.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import Final

from bs4 import BeautifulSoup, UnusualUsageWarning
from bs4.element import NavigableString, PreformattedString, Tag

from factcheck.model.bounds import HTML_DEPTH
from factcheck.model.document import Block, BlockKind, SpanKind
from factcheck.reading.documents.formulas import part_of_formula
from factcheck.reading.documents.layout import Layout, OpenMarkup, Run, empty_block, safe_link
from factcheck.reading.documents.markers import LISTS, Markers
from factcheck.reading.documents.scripting import without_noscript

#: What a formula or a drawing says of itself; no reader sees it.
ABOUT: Final = frozenset({"annotation", "annotation-xml", "desc", "metadata"})
#: What holds no text for a reader; everything inside is left out. Not embed, which holds nothing.
SILENT: Final = ABOUT | {
    *("audio", "canvas", "head", "iframe", "script", "style", "template", "title", "video")
}
HEADINGS: Final = MappingProxyType({f"h{level}": level for level in range(1, 7)})
#: Elements that begin and end a block, whatever stands in them.
BLOCKS: Final = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form header hgroup hr html legend li main menu nav ol option p pre
    search section select summary table tbody td textarea tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of words reads best as words
) | frozenset(HEADINGS)
PLAIN_BLOCKS: Final = MappingProxyType(
    {
        "pre": BlockKind.PREFORMATTED,
        "textarea": BlockKind.PREFORMATTED,
        "figcaption": BlockKind.CAPTION,
        "caption": BlockKind.CAPTION,
        "blockquote": BlockKind.QUOTATION,
    }
)
CELLS: Final = frozenset({"td", "th"})
#: What says what the text in it is; a table itself says that it is in no cell.
TELLING: Final = frozenset({*HEADINGS, *PLAIN_BLOCKS, *CELLS, "li", "table"})
INLINE: Final = MappingProxyType(
    {
        "em": SpanKind.EMPHASIS,
        "i": SpanKind.EMPHASIS,
        "cite": SpanKind.EMPHASIS,
        "strong": SpanKind.STRONG,
        "b": SpanKind.STRONG,
        "code": SpanKind.CODE,
        "kbd": SpanKind.CODE,
        "samp": SpanKind.CODE,
        "del": SpanKind.STRUCK,
        "s": SpanKind.STRUCK,
        "strike": SpanKind.STRUCK,
        "sup": SpanKind.RAISED,
        "sub": SpanKind.LOWERED,
        "a": SpanKind.LINK,
    }
)
#: The beginning of a text, as far as its source surely has no entity for it.
FIRST_WORDS: Final = re.compile(r"(?<!\S)[!#-%(-;=?-~][ !#-%(-;=?-~]*")
#: How far words are looked for in vain, in characters: all together, and then each time.
MOST_PATIENCE: Final = 5_000_000
NEARBY: Final = 2_000
#: What HTML takes for the end of a line (its "normalize newlines").
NEW_LINE: Final = re.compile(r"\r\n?")
#: What ends a line besides, when lines are counted.
LINE_ENDS: Final = str.maketrans("\x85\u2028\u2029", "\n\n\n")


def lay_out_html(text: str) -> Layout:
    """
    Lay out a web page.

    Args:
        text: The file's text.

    Returns:
        Its headings, paragraphs, list items, quotations, table cells, captions and images, with
        the page's title.
    """
    source = without_noscript(NEW_LINE.sub("\n", text))
    try:
        soup = _parsed(source)
    except _TooDeepError as deep:
        return Layout(too_deep=deep.line_in(source))
    reading = _Reading(_Lines(source))
    if soup.head and soup.head.title:
        reading.layout.title = " ".join(soup.head.title.get_text().split())
    for node, enters in _walk(soup):
        if isinstance(node, Tag):
            reading.enter(node) if enters else reading.leave(node)
        else:
            reading.text(node)
    reading.flush()
    return reading.layout


def _parsed(source: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # That a document looks like XML, or like an address, is no news to an editor.
        warnings.simplefilter("ignore", UnusualUsageWarning)
        return _BoundedSoup(source, "lxml")


class _TooDeepError(Exception):
    """So many tags of a name stand in the page down to the first that stands too deep."""

    def __init__(self, name: str, count: int) -> None:
        self.name, self.count = name, count
        super().__init__(name, count)

    def line_in(self, source: str) -> int:
        """Return the line of that tag, as far as no comment or script holds one like it."""
        tags = re.finditer(rf"<{re.escape(self.name)}\b", source, re.IGNORECASE)
        at = next((tag.start() for tag in islice(tags, self.count - 1, None)), 0)
        return 1 + _counted(source[:at]).count("\n")


#: What every page stands in, whether it says so or not.
AROUND: Final = ("document", "html", "body")


class _BoundedSoup(BeautifulSoup):
    """A page that ends with an exception as soon as its tags stand too deep in each other."""

    def pushTag(self, tag: Tag) -> None:  # noqa: N802 - the parser's name
        if len(self.tagStack) - len(AROUND) >= HTML_DEPTH:
            raise _TooDeepError(tag.name, 1 + len(self.find_all(tag.name)))
        super().pushTag(tag)


def _walk(soup: BeautifulSoup) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Give every tag as it opens and as it closes, and every text, without recursion."""
    stack: list[tuple[Tag | NavigableString, bool]] = [
        (child, True)
        for child in reversed(soup.contents)
        if isinstance(child, Tag | NavigableString)
    ]
    while stack:
        node, enters = stack.pop()
        if isinstance(node, Tag) and node.name in SILENT:
            stack.extend((inner, True) for inner in reversed(_broken_out(node)))
            continue
        yield node, enters
        if isinstance(node, Tag) and enters:
            stack.append((node, False))
            stack.extend(
                (child, True)
                for child in reversed(node.contents)
                if isinstance(child, Tag | NavigableString)
            )


def _broken_out(silent: Tag) -> list[Tag | NavigableString]:
    """
    Return what a browser shows of such an element: all from the first block of HTML on.

    Such a block ends the formula or drawing, as its author forgot to do (HTML, 13.2.6.5).
    """
    if silent.name not in ABOUT:
        return []
    node = silent.find(list(BLOCKS))
    shown: list[Tag | NavigableString] = [node] if isinstance(node, Tag) else []
    while isinstance(node, Tag) and node is not silent:
        following = node.next_siblings
        shown += [after for after in following if isinstance(after, Tag | NavigableString)]
        node = node.parent
    return shown


def _character_data(string: PreformattedString) -> str:
    """Return the words of what the parser takes for a comment, and a formula or drawing shows."""
    if not string.startswith("[CDATA[") or not string.find_parent(["math", "svg"]):
        return ""
    return string.removeprefix("[CDATA[").removesuffix("]]")


def _drawn(tag: Tag) -> tuple[str, SpanKind | None]:
    """Return what is drawn before the text of an inline element, and what is made of the text."""
    if kind := INLINE.get(tag.name):
        return "", kind
    if tag.name == "text":  # a word or line of a drawing
        return " ", None
    return part_of_formula(tag)


@dataclass
class _Lines:
    """
    Where the page's words stand in its source, of which the parser keeps no lines.

    Words are looked for from where the last ones stood, so a word that also stands in markup may
    be told a little early, and nothing after it is told wrong for that. Words that the parser
    moved, as it does with those between a table and its cells, are told near where they stood.
    """

    source: str
    at: int = 0
    line: int = 1
    #: The source with all its line ends alike.
    counted: str = field(init=False)
    last: int = field(init=False)
    #: How many characters may still be searched in vain; then only nearby places are.
    patience: int = MOST_PATIENCE

    def __post_init__(self) -> None:
        self.counted = _counted(self.source)
        self.last = self.counted.count("\n") + 1

    def find(self, string: str) -> int:
        """Return the line on which a string begins, and go on from its first words."""
        return max(1, min(self._find(string), self.last - _counted(string).count("\n")))

    def _find(self, string: str) -> int:
        words = FIRST_WORDS.search(string) or re.search(r"\S.*", string)
        if not words:
            return self.line
        end = self.at + max(NEARBY, self.patience)
        found = self.source.find(words.group().rstrip(), self.at, end)
        if found < 0:
            self.patience -= min(end, len(self.source)) - self.at
            return self.line
        self.line += self.counted.count("\n", self.at, found)
        self.at = found
        return self.line - _counted(string[: words.start()]).count("\n")


def _counted(text: str) -> str:
    """Return normalized text of the same length in which a line feed ends every line."""
    return text if text.isascii() else text.translate(LINE_ENDS)


@dataclass
class _Reading:
    lines: _Lines
    layout: Layout = field(default_factory=Layout)
    runs: list[Run] = field(default_factory=list)
    images: list[Tag] = field(default_factory=list)
    #: Names of the open block elements, outermost first.
    open: list[str] = field(default_factory=list)
    #: For each of them, the innermost that says what its text is; empty where none does.
    telling: list[str] = field(default_factory=list)
    markup: OpenMarkup = field(default_factory=OpenMarkup)
    lists: Markers = field(default_factory=Markers)
    #: The marker of the innermost item, until a block bears it.
    marker: str = ""
    #: Each open table's row and column, from 0; -1 before the first.
    cells: list[tuple[int, int]] = field(default_factory=list)

    def enter(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.flush()
            above = self.telling[-1] if self.telling else ""
            self.telling.append(tag.name if tag.name in TELLING else above)
            self.open.append(tag.name)
            self._enter_list(tag)
            self._enter_table(tag)
            return
        sign, kind = _drawn(tag)
        if kind:
            self.markup.enter(kind, safe_link(str(tag.get("href") or "").strip()))
        if sign:
            self.runs.append(Run(sign, self.lines.line, self.markup.now()))
        if tag.name == "br":
            self.runs.append(Run("", self.lines.line, is_break=True))
        elif tag.name == "img":
            self.images.append(tag)

    def leave(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.flush()
            self.open.pop()
            self.telling.pop()
            if tag.name in LISTS:
                self.lists.leave()
            if tag.name == "table":
                self.cells.pop()
        elif _drawn(tag)[1]:
            self.markup.leave()

    def text(self, string: NavigableString) -> None:
        words = str(string)
        if isinstance(string, PreformattedString):  # comments, doctypes, instructions
            words = _character_data(string)
        if words:
            self.runs.append(Run(words, self.lines.find(words), self.markup.now()))

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        if any(run.text.strip() for run in runs):
            self.layout.add(self._block(), runs)
        images, self.images = self.images, []
        for image in images:
            block = empty_block(BlockKind.IMAGE)._replace(
                href=safe_link(str(image.get("src") or "").strip())
            )
            words = str(image.get("alt") or "").strip() or "image"
            self.layout.add(block, [Run(words, self.lines.line)])

    def _enter_list(self, tag: Tag) -> None:
        if tag.name in LISTS:
            self.lists.enter(tag)
        elif tag.name == "li":
            self.marker = self.lists.item(tag)

    def _enter_table(self, tag: Tag) -> None:
        if tag.name == "table":
            self.cells.append((-1, -1))
        elif self.cells and tag.name == "tr":
            self.cells[-1] = (self.cells[-1][0] + 1, -1)
        elif self.cells and tag.name in {"td", "th"}:
            row, column = self.cells[-1]
            self.cells[-1] = (max(row, 0), column + 1)

    def _block(self) -> Block:
        """Return what the innermost open element that says anything makes of the text."""
        name = self.telling[-1] if self.telling else ""
        if name in HEADINGS:
            return empty_block(BlockKind.HEADING)._replace(level=HEADINGS[name])
        if name == "li":
            marker, self.marker = self.marker, ""
            level = max(1, self.lists.depth)
            return empty_block(BlockKind.LIST_ITEM)._replace(level=level, marker=marker)
        if name in CELLS and self.cells:
            return empty_block(BlockKind.TABLE_CELL)._replace(cell=self.cells[-1])
        if name in PLAIN_BLOCKS:
            keeps = PLAIN_BLOCKS[name] is BlockKind.PREFORMATTED
            return empty_block(PLAIN_BLOCKS[name])._replace(keeps_space=keeps)
        return empty_block(BlockKind.PARAGRAPH)
