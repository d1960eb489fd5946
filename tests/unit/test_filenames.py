from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.model.filenames import fault
from factcheck.usecases.pairing import find_pairs, passed_over
from specimens import RATINGS, project


@pytest.mark.parametrize(
    "name",
    [
        "new\nline.txt",
        "tab\t.txt",
        "bell\x07.txt",
        "override\u202etxt.exe",
        "zero\u200bwidth.txt",
        "lone\udc80.txt",
        "colon:.txt",
        "back\\slash.txt",
        "question?.txt",
        "dot.",
        "space ",
        " space",
        "con.txt",
        "NUL",
        "Lpt1.verdict.yaml",
        "ä" * 101,
    ],
)
def test_a_name_that_cannot_stand_everywhere_is_refused(name: str) -> None:
    """What deceives, or what some system cannot check out, is no name for a file of the seeds."""
    assert fault(name)


@pytest.mark.parametrize(
    "name", ["speech.txt", "2026-01 Rede (Teil 2).md", "رسالة.txt", "index.html", "конспект.txt"]
)
def test_names_in_any_script_are_let_through(name: str) -> None:
    """Spaces inside, brackets and letters of every script are no fault."""
    assert fault(name) == ""


def test_a_name_with_a_line_break_is_one_located_problem(tmp_path: Path) -> None:
    """A file whose name holds a line break is refused by name, and nothing else is said of it."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "two\nlines.txt").write_text("text", encoding="utf-8")

    pairs, problems = find_pairs(project(tmp_path, RATINGS))

    assert pairs == []
    assert [(problem.file, problem.code) for problem in problems] == [
        ("seeds/two\nlines.txt", "file-name")
    ]


def test_twins_are_refused_where_one_system_would_see_one_file(tmp_path: Path) -> None:
    """Names that differ only in case or in composition are told, with the file they are like."""
    (tmp_path / "seeds").mkdir()
    for name in ("Rede.txt", "rede.txt", "caf\u00e9.md", "cafe\u0301.md"):
        (tmp_path / "seeds" / name).write_text("text", encoding="utf-8")

    _, problems = find_pairs(project(tmp_path, RATINGS))

    told = [problem.message for problem in problems if problem.code == "file-name"]
    assert told == [
        "on some systems this is the same file as seeds/cafe\u0301.md",
        "on some systems this is the same file as seeds/Rede.txt",
    ]


def test_what_is_passed_over_can_be_listed(tmp_path: Path) -> None:
    """Hidden files, hidden folders and backups are listed by name, and nothing in them is read."""
    seeds = tmp_path / "seeds"
    (seeds / ".git").mkdir(parents=True)
    for name in (".DS_Store", "draft.txt~", ".git/config"):
        (seeds / name).write_text("text", encoding="utf-8")

    assert find_pairs(project(tmp_path, RATINGS)) == ([], [])
    assert passed_over(project(tmp_path, RATINGS)) == (
        "seeds/.DS_Store",
        "seeds/.git",
        "seeds/draft.txt~",
    )
