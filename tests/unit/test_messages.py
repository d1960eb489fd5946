# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import json
import os

import pytest
from factcheck.diagnostics import CODES, Problem, Severity
from factcheck.doors import messages
from rich.cells import cell_len


def problem(source: str = "", column: int = 1, **others: object) -> Problem:
    given = {"code": "bad-date", "message": "expected a date", "hint": ""} | others
    return Problem(file="seeds/a.yaml", line=7, column=column, source=source, **given)


def pointed(source: str, column: int) -> tuple[str, int]:
    """Return the line shown, and the cell that the caret stands below."""
    _, shown, caret, *_ = messages.as_text([problem(source, column)]).split("\n")
    gutter = "  7 | "
    assert shown.startswith(gutter)
    assert caret.replace(" ", "") == "|^"
    return shown.removeprefix(gutter), cell_len(caret) - 1 - len(gutter)


def test_problem_is_told_with_place_line_and_mend() -> None:
    """A problem's text holds its place, code, message, line with a caret, and hint."""
    told = messages.as_text([problem("  published: today", 14, hint="write\nthe day")])

    assert told == (
        "seeds/a.yaml:7:14: bad-date: expected a date\n"
        "  7 |   published: today\n"
        "    |              ^\n"
        "    = write\n"
        "      the day\n"
    )


def test_warning_is_called_one() -> None:
    """Only what is no error says its severity."""
    told = messages.as_text([problem(severity=Severity.WARNING)])

    assert told == "seeds/a.yaml:7:1: warning: bad-date: expected a date\n"


def test_problems_are_parted_by_blank_lines() -> None:
    """Each problem stands apart from the next."""
    assert messages.as_text([problem(), problem()]).split("\n")[1] == ""
    assert messages.as_text([]) == ""


@pytest.mark.parametrize(
    ("source", "column", "shown", "cell"),
    [
        ("abc", 1, "abc", 0),
        ("abc", 3, "abc", 2),
        ("abc", 4, "abc", 3),
        ("日本語: x", 5, "日本語: x", 7),
        ("🌳🌳x", 3, "🌳🌳x", 4),
        ("e\u0301e\u0301x", 5, "e\u0301e\u0301x", 2),
        ("\t\tx", 3, "  x", 2),
        ("صحيح x", 6, "صحيح x", 5),
        ("a\u202eb", 3, "a\\u{202e}b", 9),
        ("a\x1b[2Jb", 6, "a\\u{1b}[2Jb", 10),
    ],
)
def test_caret_stands_below_its_column(source: str, column: int, shown: str, cell: int) -> None:
    """The caret counts what a terminal shows: wide signs twice, accents not at all."""
    assert pointed(source, column) == (shown, cell)


@pytest.mark.parametrize("letter", ["x", "日", "\u202e", "e\u0301"])
@pytest.mark.parametrize("column", [1, 50, 500, 5000, 10_000])
def test_long_line_is_cropped_around_the_caret(letter: str, column: int) -> None:
    """However long a line is, what is shown fits a terminal and holds the column."""
    source = letter * 10_000
    marked = source[: column - 1] + "@" + source[column:]

    shown, cell = pointed(marked, column)

    assert cell_len(shown) <= messages.WIDTH
    at = next(
        at for at in range(len(shown)) if cell_len(shown[:at]) == cell and shown[at] != "\u0301"
    )
    assert shown[at] == "@"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\u{1b}[31mred"),
        ("\x9b31m", "\\u{9b}31m"),
        ("\u202eabc\u202c", "\\u{202e}abc\\u{202c}"),
        ("\u2066a\u2069\u200f", "\\u{2066}a\\u{2069}\\u{200f}"),
        ("a\u00adb", "a\\u{ad}b"),
        ("a\u2028b\x85", "a\\u{2028}b\\u{85}"),
        ("\udcff", "\\u{dcff}"),
        ("\r\x07\x08", "\\u{d}\\u{7}\\u{8}"),
        ("a\tb\nc", "a b\nc"),
        ("می\u200cخواهم 👨\u200d👩", "می\u200cخواهم 👨\u200d👩"),
    ],
)
def test_what_a_terminal_obeys_is_made_visible(text: str, shown: str) -> None:
    """Controls and direction marks are written out; joiners that scripts need stay."""
    assert messages.visible(text) == shown


def test_nothing_quoted_begins_a_line() -> None:
    """A line break in a message forges no second problem."""
    told = messages.as_text([problem(message="found “a\nseeds/b.yaml:1:1: x”")])

    assert told.count("\n") == 1


def test_json_holds_every_field() -> None:
    """Tools get each problem whole, with the rule that its code stands for."""
    (record,) = json.loads(messages.as_json([problem("a", 1, hint="b")]))

    assert record == {
        "file": "seeds/a.yaml",
        "line": 7,
        "column": 1,
        "severity": "error",
        "code": "bad-date",
        "rule": CODES["bad-date"],
        "message": "expected a date",
        "hint": "b",
        "source": "a",
    }


def test_json_passes_any_pipe() -> None:
    """JSON is plain ASCII, also for names of files that are no text, and reads back the same."""
    name = os.fsdecode(b"\xff.txt")
    told = messages.as_json([problem(source="é\x9b\u202e", message=name)])

    assert told.isascii()
    (record,) = json.loads(told)
    assert (record["source"], record["message"]) == ("é\x9b\u202e", name)


def test_github_annotation_points_at_the_line() -> None:
    """A pull request's annotation names file, line, column and code."""
    told = messages.as_github([problem(hint="mend it", severity=Severity.WARNING)])

    assert told == (
        "::warning file=seeds/a.yaml,line=7,col=1,title=bad-date::expected a date%0Amend it\n"
    )


def test_github_annotation_cannot_be_forged() -> None:
    """What a message or a file's name quotes neither ends a command nor begins one."""
    forged = Problem("a,b:c%\n.txt", 1, 1, "bad-date", "50% off\r\n::error::x\x1b[0m")

    told = messages.as_github([forged])

    assert told == (
        "::error file=a%2Cb%3Ac%25%0A.txt,line=1,col=1,title=bad-date"
        "::50%25 off\\u{d}%0A::error::x\\u{1b}[0m\n"
    )


def test_unknown_code_is_no_problem() -> None:
    """A problem cannot be made with a code that is not listed."""
    with pytest.raises(LookupError, match="'no-code' is not among"):
        problem(code="no-code")


def test_problems_sort_by_place() -> None:
    """A report's order is that of files, lines and columns."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    made = [Problem(*place, "bad-date", "m") for place in places]

    assert [(p.file, p.line, p.column) for p in sorted(made)] == sorted(places)
