"""
What readers meet who see otherwise, hear the page, or hold a small screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.kinds import EMBEDS, PAGES, REAL, UNFOLD, WINDOWS
from playwright.sync_api import Browser, Page, expect

#: What axe should look at, beyond what a law asks for.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(
    scope="module",
    params=[(scheme, window) for scheme in ("light", "dark") for window in WINDOWS],
    ids="-".join,
)
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of each size in each of light and dark."""
    scheme, window = request.param
    context = browser.new_context(color_scheme=scheme, viewport=WINDOWS[window])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [*PAGES, *EMBEDS])
def test_axe_finds_nothing(reader: Page, address: str, path: str) -> None:
    """axe-core finds no violation on any kind of page, all that is folded opened."""
    reader.goto(f"{address}{path}")
    reader.evaluate(UNFOLD)

    assert faults(reader) == []


def faults(page: Page) -> list[tuple[str, list[Any]]]:
    """Return the rules that a page breaks, each with where."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("Also checked", "#claim-plans-secret"),
        ("Not rated", "#unrated-a"),
        ("Cite", ".cite__entry >> nth=0"),
    ],
)
def test_what_is_folded_opens_from_the_contents(
    page: Page, address: str, link: str, words: str
) -> None:
    """Small claims, words not rated and citations are folded; the contents open them."""
    page.goto(f"{address}{REAL}")
    expect(page.locator(words)).to_be_hidden()
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name=link, exact=True).click()

    expect(page.locator(words)).to_be_visible()


def test_on_a_wide_screen_the_document_stands_open(page: Page, address: str) -> None:
    """Beside the rulings the document is there without a click, and is no button."""
    page.goto(f"{address}{REAL}")

    expect(page.locator("#quote-us-member + mark")).to_be_visible()
    expect(page.locator(".check__document > summary")).to_be_hidden()
