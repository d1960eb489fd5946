"""
What stands beside a fact-check in the digest, built for real.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sandbox import Sandbox, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"


def specimen(slug: str, month: int, topic: str, claimant: str, more: str = "") -> str:
    told = verdict("second line", slug=slug, title=f"Specimen {slug} <b>")
    told = told.replace("2026-01-05", f"2026-0{month}-05")
    told = told.replace("authors:", f"topics: [{topic}]\nauthors:")
    claimant = f"    claimant: {{name: {claimant}, type: organization}}\n"
    return told.replace("    rating:", f"{claimant}    rating:").replace("says so", slug) + more


@pytest.fixture
def output(sandbox: Sandbox, build: Callable[..., Path]) -> Path:
    """Four fact-checks: two share a topic, two a claimant, one repeats another."""
    same = "    same_as: a/first\n"
    sandbox.seed("a.txt", DOCUMENT, specimen("a", 1, "Bridges", "The Town Council"))
    sandbox.seed("b.txt", DOCUMENT, specimen("b", 2, "Bridges", "The Gazette"))
    sandbox.seed("c.txt", DOCUMENT, specimen("c", 3, "Towers", "The Town Council"))
    sandbox.seed("d.txt", DOCUMENT, specimen("d", 4, "Bells", "Nobody", same))
    return build()


def related(output: Path, path: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup((output / path).read_bytes(), "lxml")
    return [
        (item.select_one(".related__why").get_text(), item.select_one("h3 a")["href"])  # type: ignore[union-attr, misc]
        for item in soup.select(".related__list > li")
    ]


def steps(output: Path, path: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup((output / path).read_bytes(), "lxml")
    return [
        (link.get_text(" ", strip=True), str(link["href"])) for link in soup.select(".steps a")
    ]


def test_a_fact_check_leads_to_the_ones_before_and_after(output: Path) -> None:
    """Newer and older are one step away, by title; the ends have one neighbour."""
    assert steps(output, "checks/b/index.html") == [
        ("Newer Specimen c <b>", "/checks/c/"),
        ("Older Specimen a <b>", "/checks/a/"),
    ]
    assert steps(output, "checks/d/index.html") == [("Older Specimen c <b>", "/checks/c/")]
    assert steps(output, "checks/a/index.html") == [("Newer Specimen b <b>", "/checks/b/")]


def test_a_fact_check_leads_to_what_is_related_and_says_why(output: Path) -> None:
    """The closest tie is named: the same claim, else the same claimant, else the same topic."""
    assert related(output, "checks/a/index.html") == [
        ("Rules on the same claim", "/checks/d/"),
        ("The same claimant", "/checks/c/"),
        ("The same topic", "/checks/b/"),
    ]


def test_a_claim_leads_to_related_rulings(output: Path) -> None:
    """A claim's page shows rulings on other pages of claims, never for a common topic alone."""
    assert related(output, "checks/a/first.html") == [
        ("Rules on the same claim", "/checks/d/first.html"),
        ("The same claimant", "/checks/c/first.html"),
    ]
    assert related(output, "checks/b/first.html") == []


def test_a_desk_page_has_no_slot(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """The mark of where neighbours stand is no mark in a page of the desk's own."""
    sandbox.seed("a.txt", DOCUMENT, specimen("a", 1, "Bridges", "The Town Council"))
    page = sandbox.root / "content" / "slot.md"
    page.write_text(
        "Title: A page\n\nBefore it. <!-- neighbours --> After it.\n", encoding="utf-8"
    )

    html = (build() / "a-page" / "index.html").read_text(encoding="utf-8")

    assert "Before it." in html
    assert "After it." in html


def test_one_setting_leaves_neighbours_out(sandbox: Sandbox, output: Path) -> None:
    """Without them, no page shows any, and none holds the mark of where they would stand."""
    conf = sandbox.root / "pelican.conf.py"
    text = conf.read_text(encoding="utf-8")
    assert "FACTCHECK_RELATED = True" in text
    conf.write_text(text.replace("FACTCHECK_RELATED = True", "FACTCHECK_RELATED = False"))
    done = sandbox.pelican()

    assert done.returncode == 0, done.stderr
    assert related(output, "checks/a/index.html") == steps(output, "checks/a/index.html") == []
    # What an editor wrote is shown all the same.
    soup = BeautifulSoup((output / "checks/d/first.html").read_bytes(), "lxml")
    assert soup.select_one('[aria-labelledby="same-claim"] a[href="/checks/a/first.html"]')


def test_no_page_holds_an_open_slot(output: Path) -> None:
    """The theme's mark for the neighbours is never published."""
    pages = list(output.rglob("*.html"))

    assert len(pages) > 10
    assert [page for page in pages if b"<!-- neighbours" in page.read_bytes()] == []
