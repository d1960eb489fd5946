from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from sandbox import ROOT

PICTURES = runpy.run_path(str(ROOT / "docs" / "pictures.py"))
ALL = [picture[:2] for picture in (*PICTURES["PICTURES"], PICTURES["PREVIEW"])]


@pytest.mark.parametrize(("name", "page"), ALL)
def test_a_picture_shows_the_site_as_it_is(site: Path, name: str, page: str) -> None:
    """Each picture in the papers was taken of the page as it is built now: make pictures."""
    folder = PICTURES["FOLDER"]

    assert (folder / f"{name}.png").is_file()
    expected = (folder / f"{name}.sha256").read_text(encoding="utf-8").strip()
    assert expected == PICTURES["fingerprint"](site, page)


def test_the_readme_shows_every_picture_and_none_is_heavy() -> None:
    """Who opens the README gets all pictures there are, and no more than a megabyte of them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in PICTURES["FOLDER"].glob("*.png")}
    # Those of the walk stand where it is told.
    pictures = [PICTURES["FOLDER"] / name for name in sorted(names) if name[:5] != "walk-"]

    assert [path.stem for path in pictures] == sorted(name for name, _ in ALL)
    assert all(f"(docs/pictures/{path.name})" in readme for path in pictures)
    assert sum(path.stat().st_size for path in pictures) < 1_000_000
