"""
Every code has a broken project under ``tests/seeds_invalid/``, with all that is told of it.

Each folder is a project of its own; its ``expected.txt`` lists every problem, in order: code,
place and severity, the message, and the hint's lines after ``=``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.diagnostics import CODES, Problem
from factcheck.usecases.read import read_contents
from specimens import RATINGS, ROOT, project

CASES = sorted(
    (path.parent for path in (ROOT / "tests" / "seeds_invalid").glob("*/expected.txt")),
    key=lambda path: path.name,
)


def told(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    hint = "".join(f"  = {line}\n" for line in problem.hint.splitlines())
    return f"{problem.code} {place} {problem.severity}\n  {problem.message}\n{hint}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_broken_project_is_told_exactly(case: Path) -> None:
    """A broken project yields exactly the problems that its expectation lists, in that order."""
    own = case / "content" / "ratings.yaml"
    expected = (case / "expected.txt").read_text(encoding="utf-8")

    contents = read_contents(project(case, own if own.is_file() else RATINGS))

    assert "\n".join(told(problem) for problem in contents.problems) == expected


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case(code: str) -> None:
    """Each code is told by some broken project that is named after it."""
    cases = [case for case in CASES if case.name.removeprefix("ratings-").startswith(code)]

    firsts = {
        line.split(" ", 1)[0]
        for case in cases
        for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(" ")
    }

    assert code in firsts


def test_every_folder_is_a_case() -> None:
    """No folder of broken projects lacks its expectation."""
    folders = sorted(path.name for path in (ROOT / "tests" / "seeds_invalid").iterdir())

    assert [case.name for case in CASES] == folders
