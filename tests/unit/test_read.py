from __future__ import annotations

import os
from pathlib import Path

from factcheck.doors import messages
from factcheck.usecases.check import check
from factcheck.usecases.read import read_contents
from specimens import DOCUMENT, SIDECAR, project


def pair(folder: Path, name: str = "specimen") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(DOCUMENT, encoding="utf-8")
    (folder / f"{name}.verdict.yaml").write_text(SIDECAR, encoding="utf-8")


def test_whole_seeds_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Pairs are found in folders of any depth."""
    for folder, name in (("b", "one"), (".", "three"), ("a/c", "two")):
        pair(tmp_path / "seeds" / folder, name)

    contents = read_contents(project(tmp_path))

    assert contents.problems == ()
    assert [found.seed for found in contents.checks] == [
        "seeds/a/c/two.txt",
        "seeds/b/one.txt",
        "seeds/three.txt",
    ]


def test_missing_folder_holds_nothing(tmp_path: Path) -> None:
    """A project without seeds is no fault."""
    report = check(project(tmp_path))

    assert (report.problems, report.checks, report.rulings, report.failed) == ((), 0, 0, False)


def test_litter_is_passed_over(tmp_path: Path) -> None:
    """Hidden files and editors' backups are no seeds."""
    for name in (".DS_Store", ".specimen.txt.swp", "specimen.txt~", "Thumbs.db"):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "seeds" / name).write_text("x", encoding="utf-8")

    assert read_contents(project(tmp_path)).problems == ()


def test_links_are_refused_and_not_followed(tmp_path: Path) -> None:
    """A link publishes nothing from elsewhere, whether it leads to a file or to a folder."""
    pair(tmp_path / "elsewhere")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "file.txt").symlink_to(tmp_path / "elsewhere" / "specimen.txt")
    (seeds / "folder").symlink_to(tmp_path / "elsewhere")

    contents = read_contents(project(tmp_path))

    assert contents.checks == ()
    assert [(problem.file, problem.code) for problem in contents.problems] == [
        ("seeds/file.txt", "document-format"),
        ("seeds/folder", "document-format"),
    ]


def test_name_that_is_no_text_is_told_in_every_form(tmp_path: Path) -> None:
    """A file whose name is not UTF-8 is refused by name, and every output can be written."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / os.fsdecode(b"caf\xe9.txt")).write_text(DOCUMENT, encoding="utf-8")

    problems = read_contents(project(tmp_path)).problems

    assert [problem.code for problem in problems] == ["file-name"]
    for form in messages.FORMATS.values():
        assert form(problems).encode()


def test_broken_scales_are_told_alone(tmp_path: Path) -> None:
    """Without scales no sidecar can be judged, so none is."""
    pair(tmp_path / "seeds")

    contents = read_contents(project(tmp_path, ratings=tmp_path / "ratings.yaml"))

    assert (contents.checks, contents.scales) == ((), None)
    assert [(problem.file, problem.code) for problem in contents.problems] == [
        ("ratings.yaml", "unknown-scale")
    ]
