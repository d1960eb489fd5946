"""
Why YAML cannot be read on: libyaml's refusals in plain words, with the usual mends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import yaml

from factcheck.diagnostics import Place, Problem
from factcheck.reading.source import Source

START: Final = Place(1, 1)
QUOTE: Final = "put the whole text in quotation marks, or write it below the key, after >-"


@dataclass(frozen=True, slots=True)
class Cause:
    """
    Why YAML cannot be read on, in plain words.
    """

    #: A part of libyaml's own message.
    found: str
    message: str
    hint: str

    #: Whether to point at where the trouble began, not at where it was noticed.
    at_opening: bool = False

    #: Whether the text that stands there may have begun with a sign of YAML's own instead.
    may_be_the_values: bool = False


LINE_UP: Final = (
    "check the spaces at the line's beginning: keys of one mapping stand in one column"
)
SPACES: Final = "use spaces"
OTHER_CAUSE: Final = Cause("", "", LINE_UP, may_be_the_values=True)
MISFIT: Final = "this line does not fit to those above it"
CAUSES: Final = (
    Cause(
        "mapping values are not allowed",
        "a colon with a space after it stands within a text, and YAML takes it for a key's",
        QUOTE,
    ),
    Cause(
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "close it; within 'single' quotation marks an apostrophe is written twice",
        at_opening=True,
    ),
    Cause(
        "found unknown escape character",
        "a backslash within double quotation marks has a meaning of its own",
        "use 'single' quotation marks, or write the backslash twice",
    ),
    Cause(
        "did not find expected ',' or ']'",
        "a square bracket is opened here, and the list in it cannot be read to its end",
        "close it with ], and set commas between the entries",
        at_opening=True,
    ),
    Cause(
        "did not find expected ',' or '}'",
        "a curly bracket is opened here, and the mapping in it cannot be read to its end",
        "close it with }, set commas between the entries, and quote texts that hold commas",
        at_opening=True,
    ),
    Cause(
        "could not find expected ':'",
        "expected a key, with a colon and a space after it",
        "if this goes on with the text above, set it further to the right than its key",
        at_opening=True,
    ),
    Cause("did not find expected key", MISFIT, LINE_UP, may_be_the_values=True),
    Cause("did not find expected '-'", MISFIT, LINE_UP, may_be_the_values=True),
)
#: What stands before a value: a hyphen, a key.
VALUE: Final = re.compile(r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?")
#: With what a plain text cannot begin.
SIGNS: Final = frozenset("\"'[{%@`*&!|>")


def syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """
    Say in plain words where YAML could not be read on, and the mend for the usual causes.
    """
    found = error.problem or "the text ends too early"
    cause = next((cause for cause in CAUSES if cause.found in found), OTHER_CAUSE)
    place = _within(source, _place(error, at_opening=cause.at_opening))
    if tab := _tab(source.line(place.line), place.column):
        place = Place(place.line, tab)
        return source.problem("yaml-tab", place, "found a tab; YAML wants spaces", hint=SPACES)
    if cause.may_be_the_values:
        cause, place = _value_cause(source, place) or (cause, place)
    message = cause.message or f"cannot read on: {found}"
    return source.problem("yaml-syntax", place, message, hint=cause.hint)


def character_problem(source: Source, error: yaml.reader.ReaderError) -> Problem:
    """
    Say which character YAML does not allow, and where it stands.
    """
    before = Source(source.name, source.text[: error.position])
    place = Place(len(before.lines), len(before.lines[-1]) + 1)
    number = error.character if isinstance(error.character, int) else ord(error.character[:1])
    message = f"the character U+{number:04X} is not allowed in YAML"
    return source.problem("yaml-syntax", place, message, hint="remove it")


def _place(error: yaml.MarkedYAMLError, *, at_opening: bool) -> Place:
    marks = [error.problem_mark, error.context_mark]
    mark = next((mark for mark in (reversed(marks) if at_opening else marks) if mark), None)
    return Place(mark.line + 1, mark.column + 1) if mark else START


def _within(source: Source, place: Place) -> Place:
    """Where libyaml points below the last line, point at that line's end."""
    last = len(source.lines)
    return place if place.line <= last else Place(last, len(source.lines[-1]) + 1)


def _tab(line: str, column: int) -> int:
    """Return the column of a tab where YAML wants spaces; 0 if there is none."""
    indentation = line[: len(line) - len(line.lstrip())]
    return indentation.find("\t") + 1 or (column if line[column - 1 : column] == "\t" else 0)


def _value_cause(source: Source, place: Place) -> tuple[Cause, Place] | None:
    """Look at the line where YAML gave up: the cause is often how its text begins."""
    line, above = source.line(place.line), source.line(place.line - 1)
    value = VALUE.sub("", line)
    begins = len(line) - len(value) + 1
    if value[:1] in SIGNS and place.column >= begins:
        message = f"a text that begins with {value[0]} is read as a sign of YAML's own"
        return Cause("", message, QUOTE), Place(place.line, begins)
    at_beginning = not line[: place.column - 1].strip()
    if at_beginning and (cut := re.search(r"\s#", above)):
        message = "YAML takes the # for a comment's, so the text cannot go on below it"
        return Cause("", message, QUOTE), Place(place.line - 1, cut.end())
    return None
