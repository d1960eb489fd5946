"""
How a YAML text is laid out: which lines each key, item and value takes, and where comments stand.

It is asked of texts alone that ``yaml_tree`` reads without a problem: so there are no anchors, no
tags, no second document, and nothing is nested too deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from factcheck.reading.typed_lines import indentation
from factcheck.reading.yaml_tree import Loader

Event = Any  # the events of libyaml's loader have no types

#: A line of nothing but a comment, or of nothing.
IDLE: Final = re.compile(r"\s*(?:#.*)?\Z")
#: What opens a block: its sign, then how far in it stands and what becomes of its end.
HEADER: Final = re.compile(r"[|>][-+0-9]*")
BLOCKS: Final = ("|", ">")


class Unusual(Exception):  # noqa: N818 - says why
    """A text is laid out in a way that nobody needs, and that is better left alone."""


@dataclass
class Value:
    """
    A value, from its first character to just after its last; lines and columns from zero.
    """

    line: int
    column: int
    last: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there."""
        return (self.line, self.column) == (self.last, self.end)


@dataclass
class Text(Value):
    """
    One scalar.
    """

    text: str

    #: ``|`` or ``>``, a quotation mark, or nothing.
    style: str


@dataclass
class Flow(Value):
    """
    A list in brackets or a mapping in braces.
    """


@dataclass
class Entry:
    """
    A key with its value, or an item of a list, which has none.
    """

    key: Text | None
    value: Value

    #: Where its line begins: the key, or the hyphen.
    line: int
    column: int


@dataclass
class Block(Value):
    """
    A mapping or a list, an entry a line.
    """

    is_list: bool
    entries: list[Entry] = field(default_factory=list)


def lay_out(text: str, lines: list[str]) -> Block:
    """
    Return how a text is laid out.

    Args:
        text: The text.

        lines: Its lines.

    Raises:
        Unusual: If it is no mapping of entries that each begin a line.
    """
    return _Reader(text, lines).whole()


def comments(text: str, lines: list[str]) -> list[str]:
    """
    Return every comment of a text, in order.
    """
    covered = [bytearray(len(line)) for line in lines]
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.ScalarEvent):
            _cover(covered, lines, event)
    found = []
    for line, hidden in zip(lines, covered, strict=True):
        for sign in re.finditer(r"(?:^|(?<=\s))#", line):
            if not hidden[sign.start()]:
                found.append(line[sign.start() :].rstrip())
                break
    return found


def _cover(covered: list[bytearray], lines: list[str], event: Event) -> None:
    """Mark the characters of a scalar, in which no comment can stand."""
    start, end = event.start_mark, event.end_mark
    first, column = start.line, start.column
    if event.style in BLOCKS:
        first, column = first + 1, 0
    for number in range(first, min(end.line + 1, len(lines))):
        begin = column if number == first else 0
        stop = end.column if number == end.line else len(lines[number])
        covered[number][begin:stop] = b"\1" * max(0, stop - begin)


class _Reader:
    def __init__(self, text: str, lines: list[str]) -> None:
        self.lines = lines
        self.loader = Loader(text)
        self.following: Callable[[], Event] = self.loader.get_event

    def whole(self) -> Block:
        try:
            self.following()  # the stream
            self._one_document(self.following())
            found = self._value(self.following())
        finally:
            self.loader.dispose()
        if not isinstance(found, Block) or found.is_list:
            msg = "it is not a list of keys with values, a key a line"
            raise Unusual(msg)
        return found

    def _one_document(self, event: Event) -> None:
        if not isinstance(event, yaml.DocumentStartEvent) or event.explicit:
            msg = "it begins with ---"
            raise Unusual(msg)

    def _value(self, event: Event) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if event.flow_style:
            return self._flow(event)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        start = event.start_mark
        block = Block(start.line, start.column, start.line, start.column, is_list)
        for entry in self._items(block) if is_list else self._pairs():
            block.entries.append(entry)
        last = block.entries[-1].value
        block.last, block.end = last.last, last.end
        return block

    def _pairs(self) -> Iterator[Entry]:
        while not isinstance(event := self.following(), yaml.MappingEndEvent):
            key = self._value(event)
            mark = event.start_mark
            if not isinstance(key, Text) or key.style in BLOCKS or key.last != key.line:
                msg = f"a key on line {mark.line + 1} is no plain word"
                raise Unusual(msg)
            if self.lines[mark.line][: mark.column].strip(" -"):
                msg = f"on line {mark.line + 1} a key stands behind something else"
                raise Unusual(msg)
            yield Entry(key, self._value(self.following()), mark.line, mark.column)

    def _items(self, block: Block) -> Iterator[Entry]:
        line = block.line
        while not isinstance(event := self.following(), yaml.SequenceEndEvent):
            line = self._hyphen(line, block.column)
            value = self._value(event)
            yield Entry(None, value, line, block.column)
            line = max(value.last, line) + 1

    def _hyphen(self, line: int, column: int) -> int:
        """Find the line of a list's next hyphen."""
        for number in range(line, len(self.lines)):
            if self.lines[number][column : column + 1] == "-" and not IDLE.match(
                self.lines[number]
            ):
                return number
        msg = f"an entry of the list on line {line + 1} begins nowhere"
        raise Unusual(msg)

    def _flow(self, event: Event) -> Flow:
        start, depth = event.start_mark, 1
        while depth:
            event = self.following()
            depth += isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
            depth -= isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
        return Flow(start.line, start.column, event.end_mark.line, event.end_mark.column)

    def _text(self, event: Event) -> Text:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        last, column = end.line, end.column
        if style in BLOCKS:
            last = self._last_of_block(start, end)
            column = len(self.lines[last])
        return Text(start.line, start.column, last, column, event.value, style)

    def _last_of_block(self, start: Any, end: Any) -> int:  # noqa: ANN401 - marks have no types
        """Return the last line of a block's text; blank ones below count where it keeps them."""
        last: int = min(end.line if end.column else end.line - 1, len(self.lines) - 1)
        header = HEADER.match(self.lines[start.line], start.column)
        if header and "+" in header[0]:
            return last
        content = self.lines[start.line + 1 : last + 1]
        indent = next((indentation(line) for line in content if line.strip()), 0)
        # Spaces further in than the text are text.
        while last > start.line and not self.lines[last][indent:]:
            last -= 1
        return last
