from __future__ import annotations

import re

import pytest
from factcheck.diagnostics import CODES, REVIEW_CODES
from factcheck.model import bounds
from sandbox import ROOT

from bench.bounds import INPUTS
from bench.inputs import KINDS
from bench.report import BEGIN, END

PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
NAMES = sorted(name for name in vars(bounds) if name.isupper())


@pytest.mark.parametrize("name", NAMES)
def test_every_bound_is_told(name: str) -> None:
    """Each number of the bounds stands on the page above what was measured."""
    assert re.search(rf"\b{getattr(bounds, name):,}\b", PAGE.split(BEGIN)[0])


def test_every_code_of_the_page_exists() -> None:
    """Each code that the page names is one that a check uses."""
    told = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE.split(BEGIN)[0])

    assert {"document-bounds", "yaml-bounds", "page-bounds", "review-bounds"} <= set(told)
    assert set(told) <= {*CODES, *REVIEW_CODES}


def test_the_table_measures_what_there_is_to_measure() -> None:
    """The measured table has a row for each input at its bound and over it, and no other."""
    table = PAGE.split(BEGIN)[1].split(END)[0].strip().splitlines()[2:]
    told = [row.split(" | ")[0].removeprefix("| ") for row in table]

    assert told == [name for name, _ in INPUTS]


def test_what_is_refused_is_refused_as_the_table_says() -> None:
    """The measured table refuses what is just over a bound, at its place, and nothing at it."""
    table = PAGE.split(BEGIN)[1].split(END)[0].strip().splitlines()[2:]
    rows = {name: outcome for name, _, outcome, *_ in (row.split(" | ") for row in table)}

    for kind in KINDS:
        assert rows[f"| {kind.name}: {kind.bound}"] == "read"
        assert rows[f"| {kind.name}: just over"] == f"refused at {kind.refused}"
