# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import pytest
from factcheck.diagnostics import Problem
from factcheck.model.shape import lexicon_of
from factcheck.model.verdict import Verdict
from factcheck.reading import yaml_tree
from factcheck.reading.sidecar import read_sidecar
from factcheck.reading.source import Source
from specimens import scales


def told(text: str) -> Problem:
    _, (problem,) = yaml_tree.parse(Source("a.yaml", text), lexicon_of(Verdict))
    return problem


@pytest.mark.parametrize(
    ("value", "mended"),
    [
        ("'We're the #1'", "'We''re the #1'"),
        ("'It''s John's'", "'It''s John''s'"),
        ("'The dogs' bowl is full.'", "'The dogs'' bowl is full.'"),
        ('"He said "four" of it."', "'He said \"four\" of it.'"),
        ('"Four" is the "count"', '\'"Four" is the "count"\''),
        ('"Sample Pier" is another pier.', "'\"Sample Pier\" is another pier.'"),
        (r'"in C:\dir"', r"'in C:\dir'"),
        (r'"a \"b\" in C:\dir"', r"""'a "b" in C:\dir'"""),
    ],
)
def test_marks_that_do_not_agree_are_mended(value: str, mended: str) -> None:
    """The mended line holds the text that was meant; a pair of outer marks is none of it."""
    assert told(f"title: {value}\nstatus: draft\n").hint == f"write title: {mended}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Dashes, known words and marks within a block are text.
        ("summary: >-\n  – claim: a\n  claim is 'b\n@c: d\n", (4, 1)),
        ("summary: |\n  title 'it\n\n  reason = x\n\nauthors: [\n", (7, 1)),
        # A text in quotation marks over two lines is whole.
        ("summary: 'a\n  b'\nreason: @c\n", (3, 9)),
    ],
)
def test_what_is_text_is_not_blamed(text: str, place: tuple[int, int]) -> None:
    """The fault is told where it is, not in a text above that looks like one."""
    problem = told(text)

    assert (problem.line, problem.column) == place


def test_rest_of_the_file_is_promised() -> None:
    """Whoever mends the file knows that more may be told then."""
    (problem,) = read_sidecar(b"title: a: b", "a.verdict.yaml", scales()).problems

    assert problem.message.endswith("(the rest of this file is checked once this is mended)")


def test_text_over_several_lines_is_shown_whole() -> None:
    """A mended line holds what stands on the lines below, too."""
    assert "summary: 'One: two three.'" in told("summary: One: two\n  three.\nstatus: draft").hint


@pytest.mark.parametrize("sign", [":", ";", " =", "：", " ;"])
def test_key_without_colon_and_space(sign: str) -> None:
    """The line is shown as it should be."""
    problem = told(f"title: a\nstatus{sign}draft\nlanguage: en\n")

    assert (problem.line, problem.hint) == (2, "write status: draft")


@pytest.mark.parametrize("dash", ["-", "–", "— ", "• ", "−"])
def test_entry_without_hyphen_and_space(dash: str) -> None:
    """Any dash at an entry's beginning is told."""
    problem = told(f"claims:\n  {dash}id: a\n    quote: b\n")

    assert (problem.line, problem.column) == (2, 3)
    assert problem.hint == "write - id: a"
