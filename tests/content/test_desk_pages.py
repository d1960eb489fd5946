"""
The desk's pages that come with the project: all that readers ask for, and openly samples.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sandbox import ROOT

PAGES = sorted((ROOT / "content").glob("*.md"))

#: What a desk is asked to publish, by its readers and by the IFCN's code.
ASKED_FOR = {
    "about",
    "methodology",
    "funding",
    "team",
    "corrections-policy",
    "contact",
    "submit-a-claim",
}


def head_and_text(page: Path) -> tuple[dict[str, str], str]:
    head, _, text = page.read_text(encoding="utf-8").partition("\n\n")
    return dict(line.split(": ", maxsplit=1) for line in head.splitlines()), text


def test_every_page_that_readers_ask_for_is_there() -> None:
    """About, methodology, funding, team, corrections, contact and submitting: each has a page."""
    heads = [head_and_text(page)[0] for page in PAGES]

    assert {head["Slug"] for head in heads} == ASKED_FOR
    assert sorted(int(head["Order"]) for head in heads) == list(range(1, len(heads) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_to_be_replaced_says_so(page: Path) -> None:
    """Readers are told in the first sentence that a page is a sample, and the desk in its head."""
    head, text = head_and_text(page)

    assert head["Sample"] == "yes"
    assert text.startswith("This is a sample page that comes with the software. Replace it")
