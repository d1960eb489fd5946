from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from sandbox import ROOT

PICTURES = runpy.run_path(str(ROOT / "docs" / "pictures.py"))


@pytest.mark.parametrize(("name", "page"), [picture[:2] for picture in PICTURES["PICTURES"]])
def test_a_picture_shows_the_site_as_it_is(site: Path, name: str, page: str) -> None:
    """Each picture in the papers was taken of the page as it is built now: make pictures."""
    folder = PICTURES["FOLDER"]

    assert (folder / f"{name}.png").is_file()
    expected = (folder / f"{name}.sha256").read_text(encoding="utf-8").strip()
    assert expected == PICTURES["fingerprint"](site, page)
