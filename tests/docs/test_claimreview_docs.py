# ruff: noqa: RUF001 - a dash stands for no source
"""
The linter's reference, docs/claimreview.md, against the linter.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from factcheck.diagnostics import CODES, REVIEW_CODES
from factcheck.publishing.reviews.claim import SHORT
from factcheck.publishing.reviews.rating import MOST_LETTERS
from factcheck.usecases.reviews import ENDINGS, check_published
from sandbox import ROOT

PAGE = (ROOT / "docs" / "claimreview.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
    for row in re.findall(r"^\| `.*\|$", PAGE, re.MULTILINE)
]
KINDS = {cells[0].strip("`"): set(cells[1].split(", ")) for cells in ROWS}
EXAMPLES = sorted((ROOT / "tests" / "reviews_invalid").iterdir())


def test_every_code_has_one_row() -> None:
    """The tables tell each code of the linter once, and no other."""
    told = [cells[0].strip("`") for cells in ROWS]

    assert sorted(told) == sorted(REVIEW_CODES)


def test_every_row_says_what_why_how_and_whence() -> None:
    """No cell of a row is empty, and every source is listed."""
    sources = {*re.findall(r"^- \*\*([A-Z])\*\*:", PAGE, re.MULTILINE), "–"}

    assert all(len(cells) == 6 and all(cells) for cells in ROWS)
    assert {source for cells in ROWS for source in cells[5].split(", ")} == sources


def test_every_code_of_the_page_exists() -> None:
    """Whatever looks like a code is one."""
    told = set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)+)`", PAGE))

    assert told <= {*REVIEW_CODES, *CODES}


@pytest.mark.parametrize("code", REVIEW_CODES)
def test_kinds_are_those_of_the_examples(code: str) -> None:
    """Each code is told as an error, a warning or a note by its examples, as its row says."""
    found = {
        problem.severity.value
        for case in EXAMPLES
        if case.stem.split("--")[0] == code
        for problem in check_published(case.read_bytes(), case.name, date(2026, 11, 23)).problems
    }

    assert found == KINDS[code]


def test_numbers_and_endings_are_the_programs() -> None:
    """The page has the bounds of a claim and a label, and every ending that is looked into."""
    assert f"more than {SHORT} characters" in PAGE
    assert f"{MOST_LETTERS} characters" in PAGE
    assert all(f"`{ending}`" in PAGE for ending in ENDINGS)
