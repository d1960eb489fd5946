"""
JSON to plain data that knows its places, or what is wrong with it.

Follows RFC 8259. What authors of structured data often get wrong and everybody can see the meaning
of (comments, a last comma, line breaks within a text, ``NaN``, a key that stands twice) is told
and read all the same, so that whatever else is wrong is told in the same run.

Python's own ``json`` reads the texts and the numbers here. It knows no places of values, so what
stands around them is read here, without recursion.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, NamedTuple, NoReturn

from factcheck.model.bounds import JSON_FAULTS, REVIEW_DEPTH, REVIEW_VALUES
from factcheck.model.shape import Path
from factcheck.model.values import quoted

SPACE: Final = re.compile(r"[ \t\n\r]*")
SOMETHING: Final = re.compile(r"[^ \t\n\r]")
COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/|<!--|-->|<!\[CDATA\[|\]\]>", re.DOTALL)
CONTROL: Final = re.compile(r"[\x00-\x1f]")
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
#: Whatever a person would take for one word or number.
WORD: Final = re.compile(r"[-+.\w$]+")
#: Longer ones say nothing about a rating, and take long to read.
MOST_DIGITS: Final = 100
LITERALS: Final = MappingProxyType({"true": True, "false": False, "null": None})
NO_NUMBERS: Final = frozenset({"NaN", "Infinity", "-Infinity", "+Infinity"})
MEANT: Final = MappingProxyType({"true": "true", "false": "false", "none": "null"})
OPENING: Final = ("{", "[")
#: Controls are let through here, because they are told by themselves.
TEXTS: Final = json.JSONDecoder(strict=False)


class Fault(NamedTuple):
    """
    Something wrong with a text in JSON.
    """

    code: str
    at: int
    message: str
    hint: str = ""


@dataclass(slots=True)
class Spots:
    """
    Where an object or a list stands in the text, and what is in it.
    """

    at: int

    #: The places of the values, by key or index, and of the keys.
    values: dict[str | int, Spots | int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def find(self, path: Path, *, at_key: bool = False) -> int:
        """
        Return where a value stands, or its key; if there is none, what it would stand in.
        """
        here: Spots | int = self
        for step in path[:-1] if at_key else path:
            below = here.values.get(step) if isinstance(here, Spots) else None
            if below is None:
                return _at(here)
            here = below
        if at_key and isinstance(here, Spots):
            return here.keys.get(str(path[-1]), here.at)
        return _at(here)


def _at(spot: Spots | int) -> int:
    return spot.at if isinstance(spot, Spots) else spot


class Located(NamedTuple):
    """
    A value, and the places of all that is in it.
    """

    value: Any
    spots: Spots


class _Begun(NamedTuple):
    """A value that has been read, or of which only the beginning has been."""

    value: Any

    #: Those of an object or a list, or where anything else stands.
    spots: Spots | int


class _Stop(Exception):  # noqa: N818 - it ends the reading, which is no error of the program
    """The rest cannot be read."""


class _Open(NamedTuple):
    """An object or a list that has not ended."""

    value: dict[str, Any] | list[Any]
    spots: Spots


def read_json(
    text: str, start: int = 0, end: int | None = None, *, several: bool = False
) -> tuple[list[Located], list[Fault]]:
    """
    Read a value in JSON.

    Args:
        text: A whole file's text.

        start: Where the value begins in it.

        end: Just after it; the text's end if none is given.

        several: Whether more values may follow, each on a new line (JSON Lines).

    Returns:
        The value, as far as it could be read, or the values; and every fault. Offsets are those
        of the whole text.
    """
    reader = _Reader(text[start:end], start)
    found: list[Located] = []
    is_over = False
    while not is_over:
        try:
            found.append(reader.value())
            if not (several and reader.is_on_new_line()):
                reader.expect_end()
                is_over = True
        except _Stop:
            # In JSON Lines, one broken line says nothing about the next.
            is_over = not (several and found and reader.to_next_line())
    return found, reader.faults


class _Reader:
    """Reads one value after the other from a text."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.at = 0
        self.faults: list[Fault] = []
        #: Where the text begins in the whole file's.
        self._base = base
        #: How many values may still come.
        self._left = REVIEW_VALUES
        #: Where the last value ended.
        self._ended = 0

    def value(self) -> Located:
        """Read one value with all that is in it."""
        self._skip()
        value, spots = self._begin()
        if not isinstance(spots, Spots):
            return Located(value, Spots(spots))
        open_ = [_Open(value, spots)]
        while open_:
            inner = self._next(open_[-1], is_first=not open_[-1].spots.values)
            if inner is None:
                open_.pop()
            elif isinstance(inner.spots, Spots):
                open_.append(_Open(inner.value, inner.spots))
                if len(open_) > REVIEW_DEPTH:
                    self._stop("review-bounds", self.at - 1, f"more than {REVIEW_DEPTH} levels")
        return Located(value, spots)

    def is_on_new_line(self) -> bool:
        """Tell whether something follows, and on another line."""
        self._skip()
        return self.at < len(self.text) and "\n" in self.text[self._ended : self.at]

    def to_next_line(self) -> bool:
        """Pass over the rest of a line; tell whether there is another one."""
        end = self.text.find("\n", self.at)
        self.at = self._ended = end if end >= 0 else len(self.text)
        may_go_on = self._left >= 0 and len(self.faults) < JSON_FAULTS
        return may_go_on and bool(SOMETHING.search(self.text, self.at))

    def expect_end(self) -> None:
        """Tell of what follows the value."""
        self._skip()
        if self.at < len(self.text):
            self._unexpected("expected nothing more after the end of the value")

    def _next(self, around: _Open, *, is_first: bool) -> _Begun | None:
        """Read the next value of an object or list, or its end."""
        end = "}" if isinstance(around.value, dict) else "]"
        self._skip()
        if not is_first and not self._sees(end):
            self._comma(end)
        if self._sees(end):
            self.at = self._ended = self.at + 1
            return None
        step = self._key(around) if isinstance(around.value, dict) else len(around.value)
        begun = self._begin()
        if isinstance(around.value, dict):
            around.value[str(step)] = begun.value
        else:
            around.value.append(begun.value)
        around.spots.values[step] = begun.spots
        return begun

    def _comma(self, end: str) -> None:
        """Read the comma between two values; one before the end is told."""
        if not self._sees(","):
            self._missing_comma(end)
        comma = self.at
        self.at += 1
        self._skip()
        if self._sees(end):
            message = f"a comma stands before the closing {end}"
            self._tell("json-trailing-comma", comma, message, "remove the comma")

    def _missing_comma(self, end: str) -> NoReturn:
        if self.at >= len(self.text):
            self._stop("json-syntax", self._ended, f"the text ends, and {end} is missing")
        if self.text[self.at] == '"':
            message = "a comma is missing here, between two values"
            self._stop("json-syntax", self._ended, message, "write a comma")
        self._unexpected(f"expected a comma or {end}")

    def _key(self, around: _Open) -> str:
        if not self._sees('"'):
            self._unexpected("expected a key in double quotation marks")
        at, key = self.at, self._text()
        if key in around.spots.keys:
            message = f"the key {quoted(key)} stands twice in one object; readers drop one value"
            self._tell("json-duplicate-key", at, message, "keep one of the two")
        around.spots.keys[key] = self._base + at
        self._skip()
        if not self._sees(":"):
            self._unexpected(f"expected a colon after the key {quoted(key)}")
        self.at += 1
        self._skip()
        return key

    def _begin(self) -> _Begun:
        """Read a text, number or word, or the beginning of an object or list."""
        self._left -= 1
        if self._left < 0:
            self._stop("review-bounds", self.at, f"more than {REVIEW_VALUES:,} values")
        at, sign = self.at, self.text[self.at : self.at + 1]
        if sign in OPENING:
            self.at += 1
            return _Begun({} if sign == "{" else [], Spots(self._base + at))
        value = self._text() if sign == '"' else self._word()
        self._ended = self.at
        return _Begun(value, self._base + at)

    def _text(self) -> str:
        start = self.at
        try:
            value, self.at = TEXTS.raw_decode(self.text, start)
        except json.JSONDecodeError as error:
            self._bad_text(error, start)
        if found := CONTROL.search(self.text, start, self.at):
            sign = "a line break" if found.group() in "\r\n" else "a control character"
            message = f"{sign} stands within a text"
            hint = r"write \n for a line break and \t for a tab, or remove it"
            self._tell("json-line-break", found.start(), message, hint)
        return str(value)

    def _bad_text(self, error: json.JSONDecodeError, start: int) -> NoReturn:
        if error.pos == start:
            message = "the quotation mark that begins here is never closed"
            self._stop("json-syntax", start, message)
        hint = r"a backslash is written \\ and begins only \" \\ \/ \b \f \n \r \t and \u0000"
        self._stop("json-syntax", error.pos, "this is no escape that JSON knows", hint)

    def _word(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        found = WORD.match(self.text, self.at)
        word = found.group() if found else ""
        if word in LITERALS:
            self.at += len(word)
            return LITERALS[word]
        if word not in NO_NUMBERS and not NUMBER.fullmatch(word):
            self._unexpected("expected a value")
        return self._number(word)

    def _number(self, word: str) -> int | float:
        at, self.at = self.at, self.at + len(word)
        value: int | float = math.inf
        if len(word) <= MOST_DIGITS and word not in NO_NUMBERS:
            value = int(word) if word.lstrip("-").isdecimal() else float(word)
        if isinstance(value, int) or math.isfinite(value):
            return value
        message = f"{quoted(word, most=20)} is not a number that a reader can hold"
        self._tell("json-number", at, message, "leave the property out if there is no number")
        return math.nan

    def _unexpected(self, expected: str) -> NoReturn:
        """Tell what stands here instead of what was expected, and end."""
        if self.at >= len(self.text):
            self._stop("json-syntax", self._ended, f"{expected}; the text ends")
        found, hint = _named(self.text, self.at)
        self._stop("json-syntax", self.at, f"{expected}; found {found}", hint)

    def _sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _skip(self) -> None:
        """Pass over white space, and over comments, which are told."""
        while True:
            space = SPACE.match(self.text, self.at)
            self.at = space.end() if space else self.at
            comment = COMMENT.match(self.text, self.at)
            if not comment:
                return
            self._tell(
                "json-comment",
                self.at,
                f"{quoted(comment.group(), most=20)} is a comment, and JSON has none",
                "remove it; within a script element nothing needs to be hidden or escaped either",
            )
            self.at = comment.end()

    def _tell(self, code: str, at: int, message: str, hint: str = "") -> None:
        self.faults.append(Fault(code, self._base + at, message, hint))
        if len(self.faults) >= JSON_FAULTS:
            self._stop("review-bounds", at, f"more than {JSON_FAULTS:,} faults in the JSON")

    def _stop(self, code: str, at: int, message: str, hint: str = "") -> NoReturn:
        self.faults.append(Fault(code, self._base + at, message, hint))
        raise _Stop


def _named(text: str, at: int) -> tuple[str, str]:
    """Return what to call what stands somewhere, and what was probably meant."""
    sign, word = text[at], WORD.match(text, at)
    if word:
        meant = MEANT.get(word.group().casefold())
        hint = f"JSON writes {meant}" if meant else "texts and keys need double quotation marks"
        return quoted(word.group(), most=20), hint
    if text.startswith("&quot;", at):
        return "“&quot;”", 'write " instead: nothing is unescaped within a script element'
    if sign in "'‘’“”„«»":  # noqa: RUF001 - these are what is found
        return f"the mark {sign}", 'texts and keys stand in straight double marks: "'
    if sign.isspace() or not sign.isprintable():
        name = unicodedata.name(sign, f"U+{ord(sign):04X}")
        return f"the character {name}", "remove it: only spaces, tabs and line ends may stand here"
    if sign == ",":
        return "a comma", "remove one of the commas"
    return quoted(sign), ""
