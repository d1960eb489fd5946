"""
Every code of the linter has a broken example under ``tests/reviews_invalid/``.

A file is named after its code, and after what tells it from others of the same code:
``<code>.json``, ``<code>--<which>.html``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from factcheck.diagnostics import CODES, REVIEW_CODES
from factcheck.usecases.reviews import check_published
from sandbox import ROOT

CASES = sorted((ROOT / "tests" / "reviews_invalid").iterdir())
TODAY = date(2026, 11, 23)


def code_of(case: Path) -> str:
    return case.stem.split("--")[0]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_broken_review_is_told_by_its_code_alone(case: Path) -> None:
    """Each example is told by the code that it is named after, and nothing else is."""
    report = check_published(case.read_bytes(), case.name, TODAY)

    assert {problem.code for problem in report.problems} == {code_of(case)}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_broken_review_is_told_with_a_sentence_and_a_mend(case: Path) -> None:
    """Each is told at a place of the file, in words, and with what to do."""
    report = check_published(case.read_bytes(), case.name, TODAY)
    lines = case.read_text(encoding="utf-8").split("\n")

    for problem in report.problems:
        assert problem.message
        assert problem.hint
        assert problem.source in {"", lines[problem.line - 1]}
        assert problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize("code", REVIEW_CODES)
def test_every_code_has_an_example(code: str) -> None:
    """Each code is told by some example."""
    assert code in {code_of(case) for case in CASES}


def test_no_code_means_two_things() -> None:
    """The linter's codes are none of those that seeds and sidecars are told by."""
    assert not set(REVIEW_CODES) & set(CODES)
