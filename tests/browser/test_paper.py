"""
What readers hold in their hands who print a page.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import PAGES, REAL
from playwright.sync_api import Browser, Page, expect

#: What is folded and stays so; paper leaves out controls, such as the facets of search, and code
#: for other sites.
FOLDED = """
() => [...document.querySelectorAll("details:not([data-facet], .frame) > :not(summary)")]
  .filter((element) => !element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 80))
"""


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page of A4 within its margins, at the resolution of a screen."""
    context = browser.new_context(viewport={"width": 672, "height": 980})
    printed = context.new_page()
    printed.emulate_media(media="print")
    yield printed
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_paper_holds_no_control_and_loses_nothing(paper: Page, address: str, path: str) -> None:
    """In print no page has menus or buttons, or anything folded or cut off at its edge."""
    paper.goto(f"{address}{path}")

    expect(paper.get_by_role("navigation")).to_have_count(0)
    expect(paper.get_by_role("button")).to_have_count(0)
    assert paper.evaluate(FOLDED) == []
    room = paper.evaluate("document.documentElement.clientWidth")
    assert paper.evaluate("document.documentElement.scrollWidth") == room


def test_paper_holds_everything(page: Page, address: str) -> None:
    """In print all that is folded is open, works have their addresses, and no control is left."""
    page.goto(f"{address}{REAL}")
    page.emulate_media(media="print", color_scheme="dark")

    for words in (
        "#claim-plans-secret",
        "#unrated-a",
        ".cite__entry",
        ".ruling .evidence",
        ".seed",
    ):
        expect(page.locator(words).first).to_be_visible()
    addresses = page.locator(".work__address")
    assert addresses.count() > 50
    expect(addresses.first).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator("body")).to_have_css("color-scheme", "light")


def test_a_printed_claim_says_where_its_works_are(page: Page, address: str) -> None:
    """In print each work on a claim's own page is followed by its address."""
    page.goto(f"{address}{REAL}us-member.html")
    page.emulate_media(media="print")
    link = page.locator(".evidence__source > a").first
    told = link.evaluate("element => getComputedStyle(element, '::after').content")

    assert str(link.get_attribute("href")) in told
