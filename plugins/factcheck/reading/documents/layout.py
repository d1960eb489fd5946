"""
Runs of text to blocks: white space collapsed where the format says so, spans and lines kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factcheck.model.document import Block, BlockKind, Span, SpanKind
from factcheck.reading.source import LINE_END

#: What HTML and CSS collapse; never the no-break space.
SPACE: Final = re.compile(r"[ \t\n\r\f]+")
#: An address that leads out of the site wherever it stands: a scheme alone (``https:/a``) may not.
ABSOLUTE: Final = re.compile(r"(?:https?://[^/\\?#]+[^\\]*|mailto:[^\\]+)\Z", re.IGNORECASE)

#: The inline markup around some text: kinds, with a link's address.
Markup = tuple[tuple[SpanKind, str], ...]


class OpenMarkup:
    """
    The inline markup that is open: what is nested twice counts once, of links the innermost.

    Text nested a thousand times deep would otherwise carry a thousand marks a character.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[tuple[SpanKind, str]] = []
        self._counts: Counter[SpanKind] = Counter()
        self._links: list[str] = []

    def enter(self, kind: SpanKind, href: str = "") -> None:
        """Open one more element."""
        self._open.append((kind, href))
        self._counts[kind] += 1
        if kind is SpanKind.LINK:
            self._links.append(href)

    def leave(self) -> None:
        """Close the innermost element."""
        kind, _ = self._open.pop()
        self._counts[kind] -= 1
        if kind is SpanKind.LINK:
            self._links.pop()

    def now(self) -> Markup:
        """Return the markup of a character that stands here."""
        return tuple(
            (kind, self._links[-1] if kind is SpanKind.LINK else "")
            for kind in SpanKind
            if self._counts[kind]
        )


class Run(NamedTuple):
    """
    Consecutive characters with the same markup.
    """

    text: str

    #: The source line, from one, on which they begin.
    line: int
    markup: Markup = ()

    #: A line break that the author asked for; the text is then ignored.
    is_break: bool = False


@dataclass
class Layout:
    """
    Blocks in the making.
    """

    title: str = ""

    #: The line from which text may be missing because it is nested too deep; 0 if none is.
    too_deep: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0

    def add_line(self, block: Block, text: str, line: int) -> None:
        """
        Append a block that keeps its space and is one line without markup: sooner than ``add``.

        Args:
            block: What it is; its text, start and lines are filled in here.

            text: What the line says, which is something; no line ends in it.

            line: Its number in the source, from one.
        """
        self._append(block, text, ((0, line),), ())

    def add(self, block: Block, runs: Iterable[Run]) -> None:
        """
        Append a block with the text, spans and lines of its runs; nothing if they hold no text.

        Args:
            block: What it is; its text, start, lines and spans are filled in here.

            runs: Its characters.
        """
        setting = _Setting(keeps_space=block.keeps_space)
        for run in runs:
            setting.put(run)
        text, spans, lines = setting.finished()
        if text.strip():
            self._append(block, text, lines, spans)

    def blocks(self) -> tuple[Block, ...]:
        """
        Return all blocks added so far, in order.
        """
        return tuple(self._blocks)

    def _append(
        self, block: Block, text: str, lines: tuple[tuple[int, int], ...], spans: tuple[Span, ...]
    ) -> None:
        start = self._length + (1 if self._blocks else 0)
        self._blocks.append(block._replace(text=text, start=start, lines=lines, spans=spans))
        self._length = start + len(text)


def empty_block(kind: BlockKind) -> Block:
    """
    Return a block of a kind, for ``Layout.add`` to fill.
    """
    return Block(kind=kind, text="", start=0, lines=((0, 1),))


def safe_link(address: str) -> str:
    """
    Return an address if a page may link to it, else nothing.
    """
    if re.search(r"[\s\x00-\x20]", address):
        return ""
    return address if ABSOLUTE.match(address) else ""


@dataclass
class _Setting:
    """Text being set: one block's characters."""

    keeps_space: bool
    parts: list[str] = field(default_factory=list)
    length: int = 0
    ends_in_space: bool = True
    lines: list[tuple[int, int]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    #: Where the last span of a kind and address stands in ``spans``.
    last: dict[tuple[SpanKind, str], int] = field(default_factory=dict)

    def put(self, run: Run) -> None:
        if run.is_break:
            self._put_break()
            return
        start = self.length
        if self.keeps_space:
            self._put_lines(run.text, run.line)
        else:
            self._put_collapsed(run)
        for kind, href in run.markup if self.length > start else ():
            self._span(Span(kind, start, self.length, href))

    def finished(self) -> tuple[str, tuple[Span, ...], tuple[tuple[int, int], ...]]:
        whole = "".join(self.parts)
        text = whole.strip("\n") if self.keeps_space else whole.rstrip(" \n")
        dropped = len(whole) - len(whole.lstrip("\n")) if self.keeps_space else 0
        spans = tuple(
            span._replace(
                start=max(0, span.start - dropped), end=min(span.end - dropped, len(text))
            )
            for span in self.spans
            if span.start < dropped + len(text) and span.end > dropped
        )
        # Of the lines that begin before the text does, the last one counts.
        lines = {max(0, at - dropped): line for at, line in self.lines}
        return text, spans, tuple(lines.items()) or ((0, 1),)

    def _put_lines(self, text: str, line: int) -> int:
        """Append a text as it stands; each of its lines knows its number. Return the last."""
        at = 0
        for number, end in enumerate(LINE_END.finditer(text), start=line):
            self._at_line(number)
            self._append(text[at : end.end()])
            line, at = number + 1, end.end()
        if at < len(text):
            self._at_line(line)
            self._append(text[at:])
        return line

    def _put_collapsed(self, run: Run) -> None:
        line, at = run.line, 0
        for space in SPACE.finditer(run.text):
            line = self._word(run.text[at : space.start()], line)
            if not self.ends_in_space:
                self._append(" ")
            self.ends_in_space = True
            line += space.group().count("\n")
            at = space.end()
        self._word(run.text[at:], line)

    def _word(self, word: str, line: int) -> int:
        """Append a word; return the line on which it ends."""
        if not word:
            return line
        self.ends_in_space = False
        if not word.isascii():  # it may hold a line end that is no white space
            return self._put_lines(word, line)
        self._at_line(line)
        self._append(word)
        return line

    def _put_break(self) -> None:
        if not self.keeps_space and self.ends_in_space and self.parts[-1:] == [" "]:
            self.parts.pop()
            self.length -= 1
        if self.length:
            self._append("\n")
        self.ends_in_space = True

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _at_line(self, line: int) -> None:
        if not self.lines:
            self.lines.append((0, line))
        elif self.lines[-1][1] != line:
            self.lines.append((self.length, line))

    def _span(self, span: Span) -> None:
        """Let a span that goes on where the last of its kind ended continue that one."""
        key = (span.kind, span.href)
        index = self.last.get(key)
        if index is not None and self.spans[index].end == span.start:
            self.spans[index] = self.spans[index]._replace(end=span.end)
        else:
            self.last[key] = len(self.spans)
            self.spans.append(span)
