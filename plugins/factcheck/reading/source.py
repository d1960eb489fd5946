"""
A file's text by lines, and problems located in them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from factcheck.diagnostics import Place, Problem, Severity

#: What YAML 1.1 and HTML text count as the end of a line, but for the line feed; in this order.
LINE_ENDS: Final = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
LINE_END: Final = re.compile("|".join((*LINE_ENDS, "\n")))
BYTE_ORDER_MARK: Final = "\ufeff"


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

    def place_at(self, offset: int) -> Place:
        """
        Return the place of a character by its offset in the text.
        """
        # A line end of two characters does not end between them.
        if self.text[max(0, offset - 1) : offset + 1] == "\r\n":
            offset -= 1
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins: a long file may hold many problems."""
        return [0, *(end.end() for end in LINE_END.finditer(self.text))]

    def within(self, place: Place) -> Place:
        """
        Return a place; for one below the last line, as YAML gives it, that line's end.
        """
        last = len(self.lines)
        return place if place.line <= last else Place(last, len(self.lines[-1]) + 1)

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
        line, column = self.within(place)
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
