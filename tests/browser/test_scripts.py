"""
What the site's two scripts add for readers who have JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import REAL
from playwright.sync_api import Browser, BrowserContext, Page, expect

PAPER = "getComputedStyle(document.body).backgroundColor"

#: Notes the page's colour in every frame that is drawn, from the first on.
WATCH = f"""
window.drawn = new Set();
const look = () => {{
  if (document.body) window.drawn.add({PAPER});
  requestAnimationFrame(look);
}};
requestAnimationFrame(look);
"""


@pytest.fixture
def scripted(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A reader with JavaScript, whose system is light."""
    context = browser.new_context(color_scheme="light")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    yield context
    context.close()


def drawn(page: Page) -> list[str]:
    found: list[str] = page.evaluate("() => [...window.drawn]")
    return found


def test_light_or_dark_by_hand_lasts_and_never_flashes(
    scripted: BrowserContext, address: str
) -> None:
    """What was chosen on one page alone is drawn on the next; chosen back, it is gone."""
    scripted.add_init_script(WATCH)
    page = scripted.new_page()
    page.goto(f"{address}/")
    light = page.evaluate(PAPER)
    page.get_by_role("button", name="Dark colours").click()
    dark = page.evaluate(PAPER)
    page.goto(f"{address}{REAL}")
    page.wait_for_function("window.drawn.size > 0")

    assert dark != light
    assert drawn(page) == [dark]

    page.get_by_role("button", name="Light colours").click()
    assert page.evaluate(PAPER) == light
    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) == dark


def test_a_choice_holds_where_nothing_can_be_kept(scripted: BrowserContext, address: str) -> None:
    """In a browser that refuses storage the button still turns the page, without an error."""
    errors: list[str] = []
    scripted.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page = scripted.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/")
    light = page.evaluate(PAPER)
    page.get_by_role("button", name="Dark colours").click()

    assert page.evaluate(PAPER) != light
    assert errors == []


def test_a_rulings_link_is_copied(scripted: BrowserContext, address: str) -> None:
    """The button on a ruling's card copies the whole address of the claim's page, and says so."""
    page = scripted.new_page()
    page.goto(f"{address}{REAL}")
    button = page.get_by_role("button", name="Copy the link to claim 10", exact=True)
    button.click()

    expect(button).to_have_text("Copied")
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}{REAL}us-member.html"


def test_a_citation_is_copied(scripted: BrowserContext, address: str) -> None:
    """The button beside a citation copies it as one line, the page's address at its end."""
    page = scripted.new_page()
    page.goto(f"{address}{REAL}#cite")
    page.get_by_role("button", name="Copy the citation").click()
    page.get_by_role("status").get_by_text("Copied").wait_for(state="attached")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("The Example Desk, “Starmer did describe troop plans")
    assert copied.endswith(f"”, 22 November 2026, https://example.org{REAL}")


def test_no_button_is_shown_that_needs_a_script(page: Page, address: str) -> None:
    """Without JavaScript there is no button on any page."""
    for path in ("/", REAL, f"{REAL}us-member.html"):
        page.goto(f"{address}{path}")
        expect(page.get_by_role("button")).to_have_count(0)
