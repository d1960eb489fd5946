"""
Why YAML cannot be read on: libyaml's refusals in plain words, with the usual mends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

import yaml

from factcheck.diagnostics import Place, Problem
from factcheck.model.shape import Lexicon
from factcheck.reading.source import Source
from factcheck.reading.yaml_slips import Finding, Trouble, slip_behind

START: Final = Place(1, 1)
#: YAML that cannot be read to its end hides what else is wrong.
REST: Final = "the rest of this file is checked once this is mended"


#: What YAML 1.1 allows nowhere in a text, written the other way round.
NOT_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Cause:
    """
    Why YAML cannot be read on, in plain words, where no slip is recognized.
    """

    #: A part of libyaml's own message.
    found: str
    message: str
    hint: str

    #: Whether to point at where the trouble began, not at where it was noticed.
    at_opening: bool = False


LINE_UP: Final = (
    "check the spaces at the line's beginning: keys that belong together stand in one column"
)
SPACES: Final = "use spaces"
APOSTROPHE: Final = "write an apostrophe within 'marks' twice"
MISFIT: Final = "this line does not fit to those above it"
CAUSES: Final = (
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
        f"close it with ], set commas between the entries, and {APOSTROPHE}",
        at_opening=True,
    ),
    Cause(
        "did not find expected ',' or '}'",
        "a curly bracket is opened here, and what is in it cannot be read to its end",
        f"close it with }}, set commas between entries, quote texts with commas, and {APOSTROPHE}",
        at_opening=True,
    ),
    Cause(
        "could not find expected ':'",
        "expected a key, with a colon and a space after it",
        "if this goes on with the text above, set it further to the right than its key",
        at_opening=True,
    ),
    Cause("did not find expected key", MISFIT, LINE_UP),
    Cause("did not find expected '-'", MISFIT, LINE_UP),
)
#: These say all that there is to say.
PLAIN: Final = frozenset(
    {
        "found unexpected end of stream",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
    }
)


def syntax_problem(source: Source, error: yaml.MarkedYAMLError, lexicon: Lexicon) -> Problem:
    """
    Say in plain words where YAML could not be read on, and the mend for the usual causes.

    Args:
        source: The text.

        error: What libyaml says of it.

        lexicon: The keys that the file may hold.
    """
    found = error.problem or "the text ends too early"
    cause = next((cause for cause in CAUSES if cause.found in found), Cause("", "", LINE_UP))
    place = source.within(_place(error, at_opening=cause.at_opening))
    if tab := _tab(source.line(place.line), place.column):
        place = Place(place.line, tab)
        return _told(source, "yaml-tab", Finding(place, "found a tab; YAML wants spaces", SPACES))
    trouble = Trouble(source, found, place, lexicon)
    slip = None if cause.found in PLAIN else slip_behind(trouble)
    own = Finding(place, cause.message or f"cannot read on: {found}", cause.hint)
    return _told(source, "yaml-syntax", slip or own)


def _told(source: Source, code: str, finding: Finding) -> Problem:
    place, message, hint = finding
    return source.problem(code, place, message, hint=hint)


def with_the_rest(problem: Problem) -> Problem:
    """
    Return the problem of a file that cannot be read to its end, with what that means.
    """
    return replace(problem, message=f"{problem.message} ({REST})")


def character_problem(source: Source, error: yaml.reader.ReaderError) -> Problem:
    """
    Say which character YAML does not allow, and where it stands.
    """
    # libyaml counts bytes; the text is searched instead.
    found = NOT_YAML.search(source.text)
    at = found.start() if found else min(error.position, len(source.text))
    place = source.place_at(at)
    number = ord(found.group()) if found else 0
    message = f"the character U+{number:04X} is not allowed in YAML"
    return _told(source, "yaml-syntax", Finding(place, message, "remove it"))


def _place(error: yaml.MarkedYAMLError, *, at_opening: bool) -> Place:
    marks = [error.problem_mark, error.context_mark]
    mark = next((mark for mark in (reversed(marks) if at_opening else marks) if mark), None)
    return Place(mark.line + 1, mark.column + 1) if mark else START


def _tab(line: str, column: int) -> int:
    """Return the column of a tab where YAML wants spaces; 0 if there is none."""
    indentation = line[: len(line) - len(line.lstrip())]
    return indentation.find("\t") + 1 or (column if line[column - 1 : column] == "\t" else 0)
