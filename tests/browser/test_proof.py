"""
A proof as its reader opens it: a file by itself.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import specimens
from factcheck.usecases.proofing import proof
from playwright.sync_api import Browser
from sandbox import ROOT

REAL = "seeds/000_5bd0f32cbaf4689e.verdict.yaml"

#: The paragraphs without a number in their margin.
UNNUMBERED = """
[...document.querySelectorAll('.numbered p')]
    .filter(p => !getComputedStyle(p, '::before').content.includes('counter')).length
"""


def test_it_is_read_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    """On a phone every paragraph bears a number, nothing is fetched, and nothing is amiss."""
    project = specimens.project(ROOT, site=specimens.OWN_SITE)
    path = tmp_path / "proof.html"
    path.write_text(proof(project, REAL, "", date(2026, 11, 23)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 800})
    told: list[str] = []
    page.on("console", lambda one: told.append(one.text))
    page.on("request", lambda one: told.append(one.url) if one.url != path.as_uri() else None)
    page.goto(path.as_uri())

    assert page.locator(".numbered p").count() > 20
    assert page.evaluate(UNNUMBERED) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert told == []
    page.close()
