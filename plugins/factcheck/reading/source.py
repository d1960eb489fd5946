"""
Bytes to lines of text, and problems located in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from factcheck.diagnostics import Place, Problem, Severity

#: What YAML 1.1 and HTML text count as the end of a line, but for the line feed; in this order.
LINE_ENDS: Final = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
LINE_END: Final = re.compile("|".join((*LINE_ENDS, "\n")))
BYTE_ORDER_MARK: Final = "\ufeff"

TO_UTF8: Final = (
    "open it in the program that wrote it, and save it with the encoding UTF-8 "
    "(an older one, such as Windows-1252, was used)"
)


@dataclass(frozen=True)
class Source:
    """
    One file's text, under the name that messages give it.
    """

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, without their ends."""
        return split_lines(self.text)

    def numbers_of_lines_with(self, sign: str) -> frozenset[int]:
        """
        Return the numbers, from one, of the lines in which a sign stands.
        """
        if sign not in self.text:
            return frozenset()
        return frozenset(number for number, line in enumerate(self.lines, 1) if sign in line)

    def line(self, number: int) -> str:
        """
        Return a line by its number from one; empty beyond the end.
        """
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """
        Make a problem that stands at a place of this file.
        """
        line, column = place
        return Problem(self.name, line, column, code, message, hint, self.line(line), severity)


def with_line_feeds(text: str) -> str:
    """
    Return a text whose lines all end in a line feed.
    """
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    return text


def split_lines(text: str) -> list[str]:
    """
    Return a text's lines, without their ends.
    """
    return with_line_feeds(text).split("\n")


def decode(data: bytes, name: str) -> tuple[Source, Iterator[Problem]]:
    """
    Read UTF-8, with or without a byte order mark.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

    Returns:
        The text, empty if it could not be decoded; and a ``not-utf8`` problem if so.
    """
    try:
        return Source(name, data.decode().removeprefix(BYTE_ORDER_MARK)), iter(())
    except UnicodeDecodeError as error:
        good = Source(name, data[: error.start].decode())
        place = Place(len(good.lines), len(good.lines[-1]) + 1)
        message = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-8 text"
        problem = good.problem("not-utf8", place, message, hint=TO_UTF8)
        return Source(name, ""), iter((problem,))
