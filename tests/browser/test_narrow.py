"""
What readers meet who hold a small screen, or make a large one larger.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import EMBEDS, PAGES, REAL, UNFOLD
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture(
    scope="module",
    params=[(320, 640), (320, 256), (640, 512)],
    ids=["phone", "400-per-cent", "200-per-cent"],
)
def narrow(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A narrow phone, and what a desktop's window of 1280 by 1024 pixels shows when zoomed."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [*PAGES, *EMBEDS])
def test_nothing_asks_for_sideways_scrolling(narrow: Page, address: str, path: str) -> None:
    """No page is wider than the window, all that is folded opened (WCAG 2.2, 1.4.10)."""
    narrow.goto(f"{address}{path}")
    narrow.evaluate(UNFOLD)

    room = narrow.evaluate("document.documentElement.clientWidth")
    assert narrow.evaluate("document.documentElement.scrollWidth") == room


@pytest.fixture
def small(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript; also what a desktop at 400 per cent shows (WCAG 2.2, 1.4.10)."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 256}
    )
    yield context
    context.close()


def test_on_a_phone_the_document_is_folded_and_links_open_it(
    small: BrowserContext, address: str
) -> None:
    """On a small screen the document waits below the rulings; a link to a quote opens it there."""
    page = small.new_page()
    page.goto(f"{address}{REAL}")
    mark = page.locator("#quote-us-member + mark")
    expect(mark).to_be_hidden()
    card = page.locator("#claim-us-member")
    card.get_by_role("link", name="See these words in the document").click()

    expect(mark).to_be_in_viewport()
