"""
A draft for one reader: whole, marked, and in one file.
"""

from __future__ import annotations

from datetime import date

import pytest
import specimens
from bs4 import BeautifulSoup
from factcheck.usecases.proofing import CannotProof, proof
from sandbox import Sandbox
from specimens import DOCUMENT, SIDECAR, edited

DAY = date(2026, 11, 23)
NAME = "seeds/specimen.verdict.yaml"
DRAFT = edited(SIDECAR, ("status: published", "status: draft"))


def made(sandbox: Sandbox, sidecar: str = DRAFT, reader: str = "") -> BeautifulSoup:
    """Make the proof of a fact-check."""
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    return BeautifulSoup(proof(specimens.project(sandbox.root), NAME, reader, DAY), "lxml")


def test_a_draft_is_shown_whole(sandbox: Sandbox) -> None:
    """A proof holds the claims, quotes, ratings, reasons, evidence and the marked document."""
    page = made(sandbox)
    text = " ".join(page.get_text(" ").split())
    for words in (
        "The bridge has four arches.",
        "The survey counts four.",
        "It counts four arches.",
    ):
        assert words in text
    assert page.select_one("mark") is not None
    assert page.select_one(".badge") is not None
    assert "Draft, not for publication" in text
    assert "23 November 2026" in text


def test_it_needs_no_other_file(sandbox: Sandbox) -> None:
    """Nothing is fetched or run: no script, picture, style sheet or frame is named."""
    page = made(sandbox)
    assert not page.select("script, img, link, iframe, object, form, [onclick]")
    policy = page.select_one("meta[http-equiv]")
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'")
    style = page.select_one("style")
    assert style is not None
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_every_link_leads_within_it_or_to_a_source(sandbox: Sandbox) -> None:
    """A link of the site's own pages would lead nowhere from a file by itself."""
    page = made(sandbox)
    ids = {tag["id"] for tag in page.select("[id]")}
    for link in page.select("a[href]"):
        href = str(link["href"])
        assert href.startswith("https://") or href.removeprefix("#") in ids, href


@pytest.mark.parametrize(
    "reader", ["the ministry (specimen)", "</style><script>alert(1)</script>"]
)
def test_it_says_for_whom_it_is(sandbox: Sandbox, reader: str) -> None:
    """The reader's name stands across the page, whatever it is."""
    page = made(sandbox, reader=reader)
    assert f"Draft for {reader}, not for publication" in page.get_text()
    assert not page.select("script")


def test_hostile_words_stay_words(sandbox: Sandbox) -> None:
    """What a sidecar says is no markup in a proof."""
    page = made(sandbox, edited(DRAFT, ("counts four.", "counts <script>alert(1)</script>.")))
    assert not page.select("script")
    assert "<script>alert(1)</script>" in page.get_text()


def test_what_is_broken_is_told(sandbox: Sandbox) -> None:
    """Where there is nothing to show, the mistakes are told, and no file is made."""
    sandbox.seed("specimen.txt", DOCUMENT, edited(DRAFT, ("rating: true", "rating: maybe")))
    with pytest.raises(CannotProof) as caught:
        proof(specimens.project(sandbox.root), NAME, "", DAY)
    assert [one.code for one in caught.value.problems] == ["unknown-rating"]
    with pytest.raises(CannotProof):
        proof(specimens.project(sandbox.root), "seeds/other.verdict.yaml", "", DAY)
    done = sandbox.factcheck("proof", "seeds/specimen.txt")
    assert done.returncode == 1
    assert "unknown-rating" in done.stdout
    assert not list(sandbox.root.glob("*.html"))


@pytest.mark.parametrize(
    ("place", "code", "told"),
    [
        ("seeds/proof.html", 2, "would be taken for a document"),
        ("nowhere/proof.html", 1, "cannot be written"),
    ],
)
def test_it_is_written_where_it_may_be(sandbox: Sandbox, place: str, code: int, told: str) -> None:
    """Among the documents it would be one; where there is no folder, a sentence says so."""
    sandbox.seed("specimen.txt", DOCUMENT, DRAFT)
    done = sandbox.factcheck("proof", "seeds/specimen.txt", "-o", place)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (sandbox.root / place).exists()


def test_the_command_writes_it(sandbox: Sandbox) -> None:
    """The command names the file that it wrote, outside of the seeds."""
    sandbox.seed("specimen.txt", DOCUMENT, DRAFT)
    done = sandbox.factcheck("proof", "seeds/specimen.txt")
    assert (done.returncode, done.stdout) == (0, "specimen.proof.html\n")
    assert "Draft, not for publication" in (sandbox.root / "specimen.proof.html").read_text(
        "utf-8"
    )
