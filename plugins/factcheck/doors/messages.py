"""
Problems as people and tools read them: text with a caret, JSON, GitHub's workflow commands.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

from rich.cells import cell_len

from factcheck.diagnostics import Problem, Severity
from factcheck.publishing.words import IN_ENGLISH

#: Of a longer source line JSON holds only a part: a file may be a single line of megabytes.
MOST_SOURCE: Final = 1_000

#: GitHub's names for how serious a problem is.
COMMANDS: Final = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)

#: So many characters are named that no font has.
MOST_LACKING: Final = 5

#: A source line is shown this wide at most, in terminal cells, around the caret.
WIDTH: Final = 96


def as_text(problems: Iterable[Problem]) -> str:
    """
    Write problems for a terminal: place, code, message, the line with a caret, and the mend.
    """
    return "\n".join(_told(problem) for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """
    Write problems as a JSON array of objects, in the order given.
    """
    return (
        # Escaped to ASCII: it may be read in a terminal, or through a pipe of any encoding.
        json.dumps([_record(problem) for problem in problems], indent=2) + "\n"
    )


def as_github(problems: Iterable[Problem]) -> str:
    """
    Write problems as GitHub workflow commands, which annotate a pull request's lines.

    The format is that of GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    return "".join(_annotation(problem) for problem in problems)


FORMATS: Final[MappingProxyType[str, Callable[[Iterable[Problem]], str]]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)


def visible(text: str) -> str:
    r"""
    Return a text that no terminal obeys: controls, direction marks and the like as ``\u{…}``.

    Messages quote seeds and sidecars, which come from anybody.
    """
    return "".join(_visible(character) for character in text)


def on_one_line(text: str) -> str:
    """
    Return a text of which no line of its own can come: what stands on one tells who said it.
    """
    return visible(" ".join(text.split()))


def _visible(character: str) -> str:
    if character in "\n\u200c\u200d" or unicodedata.category(character) not in {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    }:
        return character
    return " " if character == "\t" else f"\\u{{{ord(character):x}}}"


def _told(problem: Problem) -> str:
    kind = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    head = (
        f"{problem.file}:{problem.line}:{problem.column}: {kind}{problem.code}: {problem.message}"
    )
    lines = [visible(head.replace("\n", " "))]
    if problem.source.strip():
        lines += _pointed(problem)
    if problem.hint:
        first, *others = visible(problem.hint).split("\n")
        lines += [f"    = {first}", *(f"      {other}" for other in others)]
    return "\n".join(lines) + "\n"


def _pointed(problem: Problem) -> list[str]:
    at = problem.column - 1
    # A line may be megabytes long; what is shown of it never is.
    before = visible(problem.source[max(0, at - WIDTH) : at])
    after = visible(problem.source[at : at + WIDTH])
    if at > WIDTH or cell_len(before) > WIDTH * 2 // 3:
        before = "…" + _last_cells(before, WIDTH // 2)
    shown = before + after
    while cell_len(shown) > WIDTH:
        shown = shown[: min(len(shown) - 1, WIDTH)]
    number = str(problem.line)
    gutter = " " * len(number)
    return [f"  {number} | {shown}", f"  {gutter} | {' ' * cell_len(before)}^"]


def _last_cells(text: str, cells: int) -> str:
    kept = text[-cells:]
    while cell_len(kept) > cells:
        kept = kept[1:]
    return kept


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "source": _around(problem),
    }


def _around(problem: Problem) -> str:
    """Return the source line, or of a very long one what stands around the problem."""
    if len(problem.source) <= MOST_SOURCE:
        return problem.source
    start = max(0, problem.column - 1 - MOST_SOURCE // 2)
    return problem.source[start : start + MOST_SOURCE]


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "title": problem.code,
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = f"{problem.message}\n{problem.hint}".strip()
    return f"::{COMMANDS[problem.severity]} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def counted(count: int, one: str, several: str) -> str:
    """
    Write a count with its noun; small ones in words, as a sentence does.
    """
    return f"{IN_ENGLISH.number_in_words(count)} {one if count == 1 else several}"


def wordless_cards(cards: Mapping[str, str]) -> str:
    """
    Say which share cards go without their words, and for the want of what.

    Args:
        cards: Their paths, each with the characters that no font has.
    """
    lacking = dict.fromkeys("".join(cards.values()))
    some = [f"{visible(one)} (U+{ord(one):04X})" for one in islice(lacking, MOST_LACKING)]
    more = "" if len(lacking) <= MOST_LACKING else " and others"
    first, others = next(iter(cards)), len(cards) - 1
    beside = f" and {counted(others, 'other', 'others')}" if others else ""
    return (
        f"Without their words, because no font has {', '.join(some)}{more}: share card "
        f"{first}{beside}; docs/cards.md tells how to add a font."
    )
