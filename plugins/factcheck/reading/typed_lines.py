"""
The lines of a YAML file as they were typed, for when YAML itself cannot be read on.

Rule 1: nothing here decides what a file says; it only serves messages.
Rule 2: lines within a block (after ``|`` or ``>``) and within quotation marks are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.diagnostics import Place
from factcheck.reading.source import Source

#: A key with what stands around it; the sign after it may be a wrong one.
LINE: Final = re.compile(
    r"(?P<before>\s*(?:-\s+)*)(?P<key>\w[\w-]*)(?P<sign>\s*[:;=：]\s*|\s+|$)(?P<value>.*)"  # noqa: RUF001
)
BLOCK: Final = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?\Z")
#: The rest of a text in quotation marks, with the mark that closes it.
CLOSING: Final = MappingProxyType(
    {"'": re.compile(r"(?:[^']++|'')*'(?!')"), '"': re.compile(r'(?:[^"\\]++|\\.)*"')}
)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """
    A line that begins with a key.
    """

    number: int

    #: Where the key begins, from one.
    column: int
    key: str

    #: What stands between the key and its value; a colon and white space, if all is well.
    sign: str
    value: str
    value_column: int

    #: Where the hyphen before the key stands; 0 if there is none.
    hyphen: int

    @property
    def is_sound(self) -> bool:
        """Whether YAML sees the key, too."""
        return self.sign.startswith(":") and (len(self.sign) > 1 or not self.value)


def typed_line(source: Source, number: int) -> TypedLine | None:
    """
    Return a line by its number, if it begins with something like a key.
    """
    found = LINE.match(source.line(number))
    if not found:
        return None
    return TypedLine(
        number=number,
        column=found.start("key") + 1,
        key=found["key"],
        sign=found["sign"],
        value=found["value"].rstrip(),
        value_column=found.start("value") + 1,
        hyphen=found["before"].rfind("-") + 1,
    )


def free_lines(source: Source) -> Iterator[int]:
    """
    Give the numbers of the lines that stand neither within a block nor within quotation marks.
    """
    number = 1
    while number <= len(source.lines):
        yield number
        line = typed_line(source, number)
        number = 1 + (_last_line(source, line) if line and line.is_sound else number)


def outline(source: Source) -> Iterator[TypedLine]:
    """
    Give the lines in which YAML sees a key, in order.
    """
    lines = (typed_line(source, number) for number in free_lines(source))
    yield from (line for line in lines if line and line.is_sound)


def closing(source: Source, opening: Place) -> Place | None:
    """
    Return the place just after the mark that closes a text in quotation marks, if one does.
    """
    pattern = CLOSING[source.line(opening.line)[opening.column - 1]]
    at = opening.column
    for number in range(opening.line, len(source.lines) + 1):
        if found := pattern.match(source.line(number), at):
            return Place(number, found.end() + 1)
        at = 0
    return None


def end_of_quotation(source: Source, line: TypedLine) -> Place | None:
    """
    Return the place just after a value in quotation marks; None for any other value.
    """
    if line.value[:1] not in CLOSING:
        return None
    return closing(source, Place(line.number, line.value_column))


def indentation(line: str) -> int:
    """
    Return how many spaces a line begins with.
    """
    return len(line) - len(line.lstrip(" "))


def below(source: Source, line: TypedLine) -> Iterator[int]:
    """
    Give the numbers of the lines that belong to a key: blank ones, and those further in.
    """
    for number in range(line.number + 1, len(source.lines) + 1):
        text = source.line(number)
        if text.strip() and indentation(text) < line.column:
            return
        yield number


def _last_line(source: Source, line: TypedLine) -> int:
    if BLOCK.match(line.value):
        return max(below(source, line), default=line.number)
    end = end_of_quotation(source, line)
    return end.line if end else line.number
