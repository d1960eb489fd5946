"""
The slips behind most YAML that cannot be read, recognized in the lines as they were typed.

Rule 1: each slip is a function from the trouble to a finding, or None where it is another's.
Rule 2: the order of ``SLIPS`` counts: the first finding is told.
Rule 3: a finding stands where the mend belongs, which is often above where YAML gave up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from factcheck.diagnostics import Place
from factcheck.model.nearest import nearest
from factcheck.model.shape import Lexicon
from factcheck.model.values import quoted
from factcheck.reading import mends
from factcheck.reading.source import Source
from factcheck.reading.typed_lines import (
    BLOCK,
    TypedLine,
    below,
    end_of_quotation,
    free_lines,
    outline,
    typed_line,
)


@dataclass(frozen=True)
class Trouble:
    """
    Where YAML gave up, and what it said.
    """

    source: Source

    #: libyaml's own words.
    found: str
    place: Place
    lexicon: Lexicon

    @cached_property
    def known_lines(self) -> list[TypedLine]:
        """The lines down to the trouble that YAML sees a known key in."""
        return [
            line
            for line in outline(self.source)
            if line.number <= self.place.line and line.key in self.lexicon
        ]

    @cached_property
    def owner(self) -> TypedLine | None:
        """The line whose value the trouble stands in."""
        return self.known_lines[-1] if self.known_lines else None

    @cached_property
    def here_and_above(self) -> tuple[int, ...]:
        """The line of the trouble, and the nearest above it: YAML often notices a line late."""
        free = (number for number in free_lines(self.source) if self.source.line(number).strip())
        return tuple(number for number in free if number <= self.place.line)[:-3:-1]


class Finding(NamedTuple):
    """
    What was found, where, and the mend.
    """

    place: Place
    message: str
    hint: str


Slip = Callable[[Trouble], Finding | None]

DASH: Final = re.compile(r"(?P<indent>\s*)(?P<dash>-|[–—−•*·])(?P<gap>\s*)(?P<rest>[^\s-].*)")  # noqa: RUF001
#: A quotation mark that closes a word's text, and does not open another.
CLOSES: Final = re.compile(r"\S(?P<mark>['\"])(?=\s|[,;:.])")
CURLY: Final = "“”„‟‘’‚‛«»‹›"  # noqa: RUF001
#: What stands before a value: a hyphen, a key.
VALUE: Final = re.compile(r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?")
#: With what a plain text cannot begin.
SIGNS: Final = frozenset("\"'[{%@`*&!|>-?,]}")


def unclosed_quotation(trouble: Trouble) -> Finding | None:
    """A mark is opened, and a later and innocent one closes it."""
    for line in trouble.known_lines:
        end = end_of_quotation(trouble.source, line)
        if end and _holds_key(trouble, line.number + 1, end.line):
            message = (
                f"a quotation mark is opened here and not closed: the text runs on to line "
                f"{end.line}"
            )
            hint = "close it; within 'single' quotation marks an apostrophe is written twice"
            return Finding(Place(line.number, line.value_column), message, hint)
    return None


def _holds_key(trouble: Trouble, first: int, last: int) -> bool:
    lines = (typed_line(trouble.source, number) for number in range(first, last + 1))
    return any(line and line.is_sound and line.key in trouble.lexicon for line in lines)


def odd_space(trouble: Trouble) -> Finding | None:
    """White space that is no space stands before a key."""
    for number in trouble.here_and_above:
        line = trouble.source.line(number)
        before = line[: len(line) - len(line.lstrip())]
        odd = next((at for at, sign in enumerate(before) if sign not in " \t"), None)
        if odd is not None:
            message = f"a no-break space or the like (U+{ord(before[odd]):04X}) stands here"
            return Finding(Place(number, odd + 1), message, "replace it by an ordinary space")
    return None


def text_after_quotation(trouble: Trouble) -> Finding | None:
    """A mark within a text in quotation marks closes it too early."""
    line = trouble.owner
    end = end_of_quotation(trouble.source, line) if line else None
    if not line or not end or line.number != end.line or end.line != trouble.place.line:
        return None
    rest = trouble.source.line(end.line)[end.column - 1 :]
    if not rest.strip() or rest.lstrip().startswith("#"):
        return None
    message = f"the mark in column {end.column - 1} closes this text, and more text follows"
    hint = mends.written_out(f"{line.key}: ", _meant(line.value))
    return Finding(Place(line.number, line.value_column), message, hint)


def backslash(trouble: Trouble) -> Finding | None:
    """A backslash stands within double marks, where it is a sign of YAML's own."""
    escape = re.search("escape (?:character|code)|hexdecimal number", trouble.found)
    line = trouble.owner
    if not escape or not line or line.number != trouble.place.line:
        return None
    at = trouble.source.line(line.number).rfind("\\", 0, trouble.place.column)
    message = "a backslash within double quotation marks has a meaning of its own"
    hint = mends.written_out(f"{line.key}: ", _meant(line.value))
    return Finding(Place(line.number, at + 1), message, hint)


def _meant(value: str) -> str:
    """Return the text that was meant by a value whose quotation marks do not agree."""
    mark, inner = value[0], value[1:-1]
    pair = len(value) > 1 and value[-1] == mark
    first = inner.find(mark)
    closes = CLOSES.match(inner, max(0, first - 1))
    if not pair or (closes and inner.count(mark) % 2 == 0 and first > 0):
        return value
    return inner.replace("''", "'") if mark == "'" else re.sub(r'\\(["\\])', r"\1", inner)


def dash_without_space(trouble: Trouble) -> Finding | None:
    """A list's entry begins with a hyphen alone, or with another dash."""
    for number in trouble.here_and_above:
        found = DASH.match(trouble.source.line(number))
        if not found or (found["dash"] == "-" and found["gap"]):
            continue
        if not any(found["rest"].startswith(f"{key}:") for key in trouble.lexicon.all_keys):
            continue
        place = Place(number, found.start("dash") + 1)
        message = "an entry of a list begins with a hyphen and a space"
        return Finding(place, message, f"write - {found['rest'].rstrip()}")
    return None


def colon_without_space(trouble: Trouble) -> Finding | None:
    """A key is not followed by a colon and a space."""
    for number in trouble.here_and_above:
        line = typed_line(trouble.source, number)
        if not line or not line.value or line.is_sound or line.key not in trouble.lexicon:
            continue
        if line.sign.strip() or "could not find expected ':'" in trouble.found:
            place = Place(number, line.column + len(line.key))
            message = f"after {line.key} a colon and a space are missing"
            return Finding(place, message, f"write {line.key}: {line.value}")
    return None


def list_sign_in_text(trouble: Trouble) -> Finding | None:
    """A text begins with a hyphen and a space, which begin an entry of a list."""
    line = trouble.owner
    if "block sequence entries" not in trouble.found or not line or line.value[:1] != "-":
        return None
    message = "a text that begins with a hyphen and a space is read as an entry of a list"
    hint = (
        f"{mends.written_out(f'{line.key}: ', line.value)}; or, if a list is meant, "
        "set each entry on a line of its own"
    )
    return Finding(Place(line.number, line.value_column), message, hint)


def curly_quotation(trouble: Trouble) -> Finding | None:
    """Curly quotation marks are meant as YAML's own."""
    line = trouble.owner
    if not line or line.number != trouble.place.line or line.value[:1] not in {*CURLY}:
        return None
    inner = line.value[1:-1]
    pair = line.value[-1:] in {*CURLY} and not {*CURLY} & {*inner}
    message = f"the mark {line.value[0]} is none of YAML's quotation marks, so it keeps nothing"
    hint = f"{mends.written_out(f'{line.key}: ', inner if pair else line.value)}"
    return Finding(
        Place(line.number, line.value_column), message, f"use ' or \" around the text: {hint}"
    )


def text_without_block(trouble: Trouble) -> Finding | None:
    """Lines of text stand below a key that has no sign for them."""
    line = trouble.owner
    if not line or line.value or line.number == trouble.place.line:
        return None
    if line.key not in trouble.lexicon.texts:
        return None
    sign = "|" if line.key in trouble.lexicon.markdown else ">-"
    message = f"text stands below {line.key}, and nothing says that it is text"
    hint = (
        f"set each of its lines two spaces further in than {line.key}, and begin so:\n"
        f"{line.key}: {sign}\n  {_first_text(trouble, line)}"
    )
    return Finding(Place(line.number, line.column), message, hint)


def text_outside_block(trouble: Trouble) -> Finding | None:
    """A line of a text below its key stands no further in than the key."""
    line, place = trouble.owner, trouble.place
    if "could not find expected ':'" not in trouble.found:
        return None
    if not line or not BLOCK.match(line.value) or line.number == place.line:
        return None
    message = f"this line stands no further in than {line.key} on line {line.number}"
    return Finding(place, message, f"if it belongs to {line.key}, set it two spaces further in")


def _first_text(trouble: Trouble, line: TypedLine) -> str:
    lines = (text.strip() for text in trouble.source.lines[line.number : trouble.place.line])
    return next((text for text in lines if text), "the text")[: mends.MOST_SHOWN]


def new_entry(trouble: Trouble) -> Finding | None:
    """A new entry of a list has no hyphen."""
    line = _known_at(trouble)
    if not line or line.hyphen:
        return None
    earlier = [one for one in trouble.known_lines if one.hyphen and one.number < line.number]
    entry = next((one for one in reversed(earlier) if one.hyphen <= line.column), None)
    if not entry or entry.key != line.key:
        return None
    message = f"a new entry seems to begin here, as on line {entry.number}"
    return Finding(Place(line.number, line.column), message, f"put “- ” before {line.key}")


def misaligned_key(trouble: Trouble) -> Finding | None:
    """A key stands further left or right than those of its mapping."""
    line = _known_at(trouble)
    if not line or trouble.place.column > line.column + len(line.key):
        return None
    other = _sibling(trouble, line)
    if not other or other.column == line.column:
        return None
    side = "right" if line.column > other.column else "left"
    message = (
        f"{line.key} stands further {side} (column {line.column}) than {other.key} on line "
        f"{other.number} (column {other.column})"
    )
    hint = "set it in the same column"
    if side == "right":
        hint += f"; if it belongs to the text of line {other.number}, put that in quotation marks"
    return Finding(Place(line.number, line.column), message, hint)


def _known_at(trouble: Trouble) -> TypedLine | None:
    line = typed_line(trouble.source, trouble.place.line)
    return line if line and line.is_sound and line.key in trouble.lexicon else None


def _sibling(trouble: Trouble, line: TypedLine) -> TypedLine | None:
    """Return the line that this one was probably meant to stand in line with."""
    open_: list[TypedLine] = []
    for earlier in reversed(trouble.known_lines):
        if earlier.number < line.number and (not open_ or earlier.column < open_[-1].column):
            open_.append(earlier)
    return min(
        open_,
        key=lambda one: (
            not trouble.lexicon.stand_together(line.key, one.key),
            abs(one.column - line.column),
        ),
        default=None,
    )


def comment_within_text(trouble: Trouble) -> Finding | None:
    """A text over several lines is cut by a # on the line above."""
    line, above = (trouble.source.line(trouble.place.line - back) for back in (0, 1))
    if line[: trouble.place.column - 1].strip() or not (cut := re.search(r"\s#", above)):
        return None
    message = "YAML takes the # for a comment's, so the text cannot go on below it"
    return Finding(Place(trouble.place.line - 1, cut.end()), message, _both_ways(trouble))


def sign_at_beginning(trouble: Trouble) -> Finding | None:
    """A text begins with a sign of YAML's own."""
    if "mapping values" in trouble.found:
        return None
    number = trouble.place.line
    line = trouble.source.line(number)
    value = VALUE.sub("", line)
    begins = len(line) - len(value) + 1
    if value[:1] not in SIGNS or trouble.place.column < begins:
        return None
    message = f"a text that begins with {value[0]} is read as a sign of YAML's own"
    return Finding(Place(number, begins), message, _both_ways(trouble))


def colon_in_text(trouble: Trouble) -> Finding | None:
    """A colon and a space stand within a text."""
    if "mapping values are not allowed" not in trouble.found:
        return None
    message = "a colon with a space after it stands within a text, and YAML takes it for a key's"
    return Finding(trouble.place, message, _both_ways(trouble))


def _both_ways(trouble: Trouble) -> str:
    line = trouble.owner
    if not line or not line.value or BLOCK.match(line.value):
        return mends.GENERAL
    if line.value[0] in "[{" and "mapping values" in trouble.found:
        return "put that text in quotation marks, up to the next comma or closing bracket"
    texts = [line.value, *(_further(trouble, line))]
    return mends.two_ways(f"{line.key}: ", " ".join(text for text in texts if text))


def _further(trouble: Trouble, line: TypedLine) -> list[str]:
    """Return the lines in which a plain text goes on."""
    further = []
    for number in below(trouble.source, line):
        below_ = typed_line(trouble.source, number)
        if below_ and below_.is_sound and below_.key in trouble.lexicon:
            break
        further.append(trouble.source.line(number).strip())
    return further


def mistyped_key(trouble: Trouble) -> Finding | None:
    """A word stands where a key is expected, and is like one."""
    line = typed_line(trouble.source, trouble.place.line)
    if "could not find expected ':'" not in trouble.found or not line:
        return None
    likely = nearest(line.key, trouble.lexicon.all_keys)
    if not likely or not line.value or line.sign.isspace():
        return None
    message = f"expected a key with a colon and a space after it; found {quoted(line.key)}"
    return Finding(Place(line.number, line.column), message, f"write {likely}: {line.value}")


SLIPS: Final[tuple[Slip, ...]] = (
    unclosed_quotation,
    odd_space,
    text_after_quotation,
    backslash,
    dash_without_space,
    colon_without_space,
    list_sign_in_text,
    curly_quotation,
    text_without_block,
    text_outside_block,
    new_entry,
    misaligned_key,
    sign_at_beginning,
    comment_within_text,
    colon_in_text,
    mistyped_key,
)


def slip_behind(trouble: Trouble) -> Finding | None:
    """
    Return the slip that probably made the trouble.
    """
    return next((found for slip in SLIPS if (found := slip(trouble))), None)
