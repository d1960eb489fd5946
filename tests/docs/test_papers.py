from __future__ import annotations

import re
from pathlib import Path

import pytest
from factcheck.model.scale import Scales
from factcheck.reading.pairs import Pair, read_pair
from factcheck.usecases.read import Contents
from sandbox import ROOT

PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.fixture
def scales(contents: Contents) -> Scales:
    assert contents.scales is not None
    return contents.scales


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_in_the_papers_lead_somewhere(paper: Path) -> None:
    """Every link to a file of the project leads to a file that is there."""
    text = paper.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (paper.parent / target).exists(), target


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_files_and_folders_named_in_the_papers_exist(paper: Path) -> None:
    """A path in code marks that begins in one of the project's folders is there."""
    text = paper.read_text(encoding="utf-8")
    starts = ("seeds/samples", "plugins/", "theme/", "tests/", "docs/", "content/")
    named = re.findall(r"`([\w./-]+)`", text)
    for path in (path for path in named if path.startswith(starts)):
        assert (ROOT / path).exists(), path
    for path in (
        path for path in named if re.match(r"(usecases|digest|publishing|reading)/", path)
    ):
        assert (ROOT / "plugins" / "factcheck" / path).exists(), path


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_commands_in_the_papers_are_the_makefiles(paper: Path) -> None:
    """Every "make …" that the papers tell people to type is a target with a line of help."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE))
    text = paper.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", text, flags=re.MULTILINE))

    assert set() == named - targets


def test_the_first_verdict_of_the_readme_works(scales: Scales) -> None:
    """Who copies the README's document and verdict gets a fact-check without a problem."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    document = re.search(r"^       (This is a specimen.*)$", text, flags=re.MULTILINE)
    verdict = re.search(r"^   ```yaml\n(.*?)^   ```", text, flags=re.MULTILINE | re.DOTALL)
    assert document
    assert verdict
    sidecar = re.sub(r"^   ", "", verdict.group(1), flags=re.MULTILINE)
    pair = Pair(
        "seeds/first.txt", document.group(1).encode(), "seeds/first.verdict.yaml", sidecar.encode()
    )
    reading = read_pair(pair, scales)

    assert reading.problems == ()
    assert reading.factcheck is not None
    assert reading.factcheck.slug == "first"
