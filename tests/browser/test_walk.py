"""
The walk that docs/editors.md shows, from a document to its published page.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sandbox import ROOT
from walk import PAGE, SIGHTS, Walk

PICTURES = runpy.run_path(str(ROOT / "docs" / "pictures.py"))


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Walk:
    """The walk, done; wherever the paper shows a picture, what it shows was seen."""
    walk = Walk.begun(tmp_path_factory.mktemp("walk"))
    with walk.shown(browser) as window:
        walk.go(lambda name: SIGHTS[name](window, walk))
    return walk


def test_every_command_answers_what_the_paper_says(walk: Walk) -> None:
    """Who types what stands there gets the answers that stand there, sign by sign."""
    assert [(one.command, one.said) for one in walk.answers] == [
        (one.command, one.told) for one in walk.answers
    ]
    assert walk.answers[-1].command == "make publish"


@pytest.mark.parametrize("name", SIGHTS)
def test_the_walks_pictures_show_the_pages_as_they_are(walk: Walk, name: str) -> None:
    """Each was taken when the walk's page was what it is now: make pictures."""
    expected = (PICTURES["FOLDER"] / f"{name}.sha256").read_text(encoding="utf-8").strip()

    assert expected == PICTURES["fingerprint"](walk.sandbox.output, PAGE)


def test_the_paper_shows_every_picture_of_the_walk() -> None:
    """No step's picture is missing, and none is too heavy to be loaded on a phone."""
    paper = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    pictures: list[Path] = sorted(PICTURES["FOLDER"].glob("walk-*.png"))

    assert [path.stem for path in pictures] == sorted(SIGHTS)
    assert all(f"(pictures/{path.name})" in paper for path in pictures)
    assert sum(path.stat().st_size for path in pictures) < 500_000
