"""
What readers meet who see otherwise, hear the page, or hold a small screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.kinds import PAGES, REAL
from playwright.sync_api import Browser, BrowserContext, Page, expect

WINDOWS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}

UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"

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
    context = browser.new_context(color_scheme=scheme, viewport=WINDOWS[window])  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(reader: Page, address: str, path: str) -> None:
    """axe-core finds no violation on any kind of page, all that is folded opened."""
    reader.goto(f"{address}{path}")
    reader.evaluate(UNFOLD)

    assert faults(reader) == []


def faults(page: Page) -> list[tuple[str, list[Any]]]:
    """Return the rules that a page breaks, each with where."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


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


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("Also checked", "#claim-plans-secret"),
        ("Not rated", "#unrated-a"),
        ("Cite", ".cite__entry"),
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


def test_nothing_moves_by_itself(page: Page, address: str) -> None:
    """No page scrolls smoothly, animates or fades, whether or not a reader asked for calm."""
    for path in ("/", REAL):
        page.goto(f"{address}{path}")
        expect(page.locator("html")).to_have_css("scroll-behavior", "auto")
        assert page.evaluate("document.getAnimations().length") == 0


def test_forced_colours_keep_ratings_and_marks(browser: Browser, address: str) -> None:
    """Where the system sets all colours, badges have a frame, and marks their lines."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}{REAL}")

    expect(page.locator(".badge").first).to_have_css("border-top-style", "solid")
    for state, line in (("holds-up", "solid"), ("does-not", "wavy"), ("open", "dashed")):
        expect(page.locator(f".seed .mark--{state}").first).to_have_css(
            "text-decoration-style", line
        )
    context.close()
