"""
What is larger than is read, found before anything is made of it, and told at its place.
"""

from __future__ import annotations

from re import Pattern
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.reading.source import LINE_END, Source

WHERE: Final = "docs/limits.md tells every bound"


def too_large(name: str, code: str, most: int) -> Problem:
    """
    Say that a file has more bytes than are read.
    """
    return Problem(name, 1, 1, code, f"the file is larger than {most:,} bytes", WHERE)


def too_many_lines(source: Source, code: str, most: int = bounds.LINES) -> Problem | None:
    """
    Say where a text has more lines than are read.
    """
    if len(source.text) <= most:
        return None
    ends = LINE_END.finditer(source.text)
    for _ in range(most):
        end = next(ends, None)
        if end is None or end.end() == len(source.text):
            return None
    return Problem(source.name, most + 1, 1, code, f"more than {most:,} lines", WHERE)


def too_long_line(source: Source, code: str) -> Problem | None:
    """
    Say where a text has a longer line than is read.
    """
    start = long_line(source.text)
    if start is None:
        return None
    line, column = source.place_at(start).line, bounds.LINE_CHARACTERS + 1
    shown = source.text[start : start + column]
    return Problem(source.name, line, column, code, too_long_message(), WHERE, shown)


def too_long_message() -> str:
    """
    Say that a line is too long.
    """
    return f"this line is longer than {bounds.LINE_CHARACTERS:,} characters"


def long_line(text: str) -> int | None:
    """
    Return where the first line begins that is longer than is read.
    """
    if len(text) <= bounds.LINE_CHARACTERS:
        return None
    if len(max(text.split("\n"), key=len)) <= bounds.LINE_CHARACTERS:
        return None  # other line ends only make more lines
    start = 0
    for end in LINE_END.finditer(text):
        if end.start() - start > bounds.LINE_CHARACTERS:
            return start
        start = end.end()
    return start if len(text) - start > bounds.LINE_CHARACTERS else None


def too_many(
    source: Source, code: str, signs: Pattern[str], most: int, what: str
) -> Problem | None:
    """
    Say where a text has more of some signs than are read.
    """
    if len(source.text) <= most:
        return None
    for count, found in enumerate(signs.finditer(source.text), start=1):
        if count > most:
            place = source.place_at(found.start())
            return source.problem(code, place, f"more than {most:,} {what}", hint=WHERE)
    return None
