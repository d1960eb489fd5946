"""
Long texts over several lines, so that YAML reads the very same text.
"""

from __future__ import annotations

import re
from typing import Final

#: A longer line is wrapped where a text can be; so wide is an editor's window beside another.
WIDTH: Final = 100

#: Where a folded text may be cut: at a single space, which YAML puts there again.
CUT: Final = re.compile(r"(?<=\S) (?=\S)")


def can_fold(text: str) -> bool:
    """
    Tell whether a text stays the same after ``>-``: no spaces at ends, nothing that is escaped.
    """
    return bool(text) and all(
        part == part.strip() and part.isprintable() for part in text.split("\n")
    ) and text == text.strip("\n")  # fmt: skip


def folded(text: str, indent: int) -> list[str]:
    """
    Return the lines of a text below ``>-``.

    Args:
        text: A text that ``can_fold``.

        indent: How far in they stand.
    """
    lines: list[str] = []
    for number, part in enumerate(text.split("\n")):
        lines += [""] * bool(number)
        lines += _filled(part, indent)
    return lines


def is_too_long(line: str) -> bool:
    """
    Tell whether a line is longer than it should be, and can be cut.
    """
    return len(line) > WIDTH and bool(CUT.search(line.strip()))


def _filled(text: str, indent: int) -> list[str]:
    lines: list[str] = []
    for word in CUT.split(text) if text else ():
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [" " * indent + line for line in lines]
