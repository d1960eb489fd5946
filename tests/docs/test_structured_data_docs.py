"""
The paper on structured data, docs/structured-data.md, against what the pages say.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from bs4 import BeautifulSoup
from factcheck.model.site import Policies
from factcheck.publishing.structured.desk import POLICIES
from sandbox import ROOT

PAGE = (ROOT / "docs" / "structured-data.md").read_text(encoding="utf-8")


def test_the_table_names_what_stands_on_top(site: Path) -> None:
    """Each type that a page says on top has its row, and every row's type is said."""
    rows = re.findall(r"^\|[^|]*\| `(\w+)` \|", PAGE, re.MULTILINE)
    said = {
        json.loads(script.get_text())["@type"]
        for path in site.rglob("*.html")
        for script in BeautifulSoup(path.read_bytes(), "lxml").select(
            'script[type="application/ld+json"]'
        )
    }

    assert {*rows} == said


def test_every_policy_is_named() -> None:
    """The paper names each policy that the settings know, and each is told to machines."""
    section = PAGE.split("## The desk's policies")[1].split("\n## ")[0]

    assert all(f"`{name}`" in section for name in Policies._fields)
    assert {name for name, _ in POLICIES} | {"same_as"} == {*Policies._fields}


def test_what_is_said_to_be_in_a_page_is_there(site: Path) -> None:
    """The ids and classes that the paper names stand on the pages it names them for."""
    check = site / "checks/film-club-video-post/index.html"
    soup = BeautifulSoup(check.read_bytes(), "lxml")
    ratings = (site / "ratings/index.html").read_text("utf-8")

    assert soup.select("#desk")
    assert soup.select("#document .seed .line .mark-link")
    assert 'id="scale-default-v1-mostly-false"' in ratings
