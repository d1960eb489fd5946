"""
What readers meet who have a keyboard and no mouse.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from browser.kinds import PAGES, REAL, WINDOWS
from playwright.sync_api import Browser, Page, expect

#: What has the focus: its name, how wide a line is drawn around it, and whether a reader sees it:
#: in the window, not cut off by what scrolls, nothing over it.
FOCUS: Final = """
() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const seen = [...element.getClientRects()].some((box) => {
    const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return element.contains(found);
  });
  return {
    place: element.tagName === "BODY" ? null : element.outerHTML.slice(0, 120),
    name: (element.ariaLabel || element.innerText).trim(),
    line: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isSeen: seen,
  };
}
"""

#: More stops than any page has.
ENOUGH: Final = 500


class Keyboard:
    """A reader's keyboard, which looks at every stop whether the focus can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> dict[str, Any]:
        """Press Tab, or Shift+Tab, and return where the focus is then."""
        self.page.keyboard.press(key)
        stop: dict[str, Any] = self.page.evaluate(FOCUS)
        if stop["place"]:
            assert stop["line"] >= 2, stop
            assert stop["isSeen"], stop
        return stop

    def wait(self) -> None:
        """Wait until the page is drawn: before that a browser passes over keys."""
        self.page.wait_for_load_state()
        expect(self.page.locator("body")).to_be_in_viewport()

    def follow(self, name: str, key: str = "Tab") -> None:
        """Go to what has a name, and press Enter there."""
        self.wait()
        for _ in range(ENOUGH):
            stop = self.press(key)
            assert stop["place"], f"the page ends before {name}"
            if stop["name"].startswith(name):
                break
        self.page.keyboard.press("Enter")


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def with_scripts(request: pytest.FixtureRequest) -> bool:
    scripted: bool = request.param
    return scripted


@pytest.fixture(params=WINDOWS)
def keyboard(
    browser: Browser, request: pytest.FixtureRequest, *, with_scripts: bool
) -> Iterator[Keyboard]:
    """A keyboard before a window of each size, with JavaScript and without."""
    context = browser.new_context(
        java_script_enabled=with_scripts, viewport=WINDOWS[request.param]
    )
    yield Keyboard(context.new_page())
    context.close()


def test_a_keyboard_leads_from_the_digest_to_the_evidence(
    keyboard: Keyboard, address: str
) -> None:
    """By keys alone: digest, check, mark, ruling, evidence, work, back, claim's page, check."""
    page = keyboard.page
    page.goto(f"{address}/")
    keyboard.follow("Starmer did describe troop plans")
    expect(page).to_have_url(f"{address}{REAL}")
    keyboard.follow("The document")
    keyboard.follow("Claim 1: Mostly true")
    card = page.locator("article:target")
    expect(card).to_be_in_viewport()
    keyboard.follow("Evidence")
    expect(card.get_by_role("heading", name="Supports the claim")).to_be_visible()
    keyboard.follow("Number 1 of the works cited")
    expect(page.locator("li.work:target")).to_be_in_viewport()
    page.go_back()
    expect(card).to_be_in_viewport()
    keyboard.follow("Claim 1")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Starmer said the coalition has plans to send troops in case of a ceasefire."
    )
    keyboard.follow("The whole fact-check")
    expect(page.locator("article:target")).to_be_in_viewport()


def test_the_way_leads_back_too(keyboard: Keyboard, address: str) -> None:
    """With Shift+Tab a reader comes from a ruling's evidence to its words, and to its number."""
    page = keyboard.page
    page.goto(f"{address}{REAL}#claim-us-member")
    keyboard.follow("Evidence")
    keyboard.follow("See these words in the document", "Shift+Tab")
    expect(page).to_have_url(f"{address}{REAL}#quote-us-member")
    keyboard.follow("Claim 10: Mostly false")
    expect(page).to_have_url(f"{address}{REAL}#claim-us-member")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_focus_is_seen_at_every_stop(
    browser: Browser, address: str, path: str, window: str
) -> None:
    """From a page's first stop to its last the focus has a line, is in view and lies open."""
    page = browser.new_page(viewport=WINDOWS[window])
    page.goto(f"{address}{path}")
    keyboard, stops = Keyboard(page), 0
    keyboard.wait()
    while keyboard.press("Tab")["place"]:
        stops += 1
        assert stops < ENOUGH
    page.close()

    assert stops > 10


def test_the_first_stop_skips_to_the_content(keyboard: Keyboard, address: str) -> None:
    """The first Tab shows a link past the menus; the next stop after it is in the content."""
    keyboard.page.goto(f"{address}{REAL}")
    keyboard.follow("Skip to the content")

    assert keyboard.press("Tab")["name"] == "Mostly false"
