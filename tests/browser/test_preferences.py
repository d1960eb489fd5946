"""
What readers meet who have asked their system for calm, or for colours of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import EMBEDS, PAGES, REAL, UNFOLD
from playwright.sync_api import Browser, Page, expect

#: What would move on a page: styles that let something move, and where.
MOVING = """
() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.transitionDuration !== "0s" || style.animationName !== "none"
    || style.scrollBehavior !== "auto";
}).map((element) => element.outerHTML.slice(0, 80))
"""


@pytest.fixture(scope="module")
def calm(browser: Browser) -> Iterator[Page]:
    """A window of a reader who has asked for no motion."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [*PAGES, *EMBEDS])
def test_nothing_moves_for_who_asked_for_calm(calm: Page, address: str, path: str) -> None:
    """Nothing on any kind of page scrolls smoothly, animates or fades."""
    calm.goto(f"{address}{path}")

    assert calm.evaluate(MOVING) == []
    assert calm.evaluate("document.getAnimations().length") == 0


def test_nothing_moves_unasked_either(page: Page, address: str) -> None:
    """A reader who asked for nothing meets the same calm."""
    for path in ("/", REAL):
        page.goto(f"{address}{path}")
        assert page.evaluate(MOVING) == []


#: Badges whose frame, word or sign cannot be told from what is behind them.
LOST = """
() => [...document.querySelectorAll(".badge")].filter((badge) => {
  if (!badge.getClientRects().length) return false;
  const style = getComputedStyle(badge);
  const [sign, word] = [badge.querySelector("svg"), badge.querySelector("span")];
  const shapes = [...sign.children].map((shape) => getComputedStyle(shape));
  const drawn = shapes.some((shape) => [shape.fill, shape.stroke].includes(style.color));
  const cuts = [...sign.querySelectorAll(".shape__cut")];
  return style.borderTopStyle !== "solid" || style.borderTopColor !== style.color
    || style.color === style.backgroundColor || !word.innerText.trim()
    || !sign.getBoundingClientRect().width || !drawn
    || cuts.some((cut) => getComputedStyle(cut).stroke !== style.backgroundColor);
}).map((badge) => badge.outerHTML.slice(0, 80))
"""


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window in which the system sets all colours, whatever the reader chose on the site."""
    context = browser.new_context(forced_colors="active", color_scheme=request.param)
    context.add_init_script("localStorage.setItem('colours', 'light')")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [*PAGES, *EMBEDS])
def test_forced_colours_keep_ratings_and_the_focus(forced: Page, address: str, path: str) -> None:
    """Where the system sets all colours, badges keep all they have, and the focus its line."""
    forced.goto(f"{address}{path}")
    forced.evaluate(UNFOLD)
    forced.keyboard.press("Tab")
    focused = forced.locator(":focus")

    assert forced.evaluate(LOST) == []
    expect(focused).to_have_css("outline-style", "solid")
    line = focused.evaluate("element => getComputedStyle(element).outlineColor")
    assert line != forced.evaluate("getComputedStyle(document.body).backgroundColor")


def test_forced_colours_keep_marks(forced: Page, address: str) -> None:
    """Where the system sets all colours, each state of a mark keeps its own line."""
    forced.goto(f"{address}{REAL}")

    for state, line in (("holds-up", "solid"), ("does-not", "wavy"), ("open", "dashed")):
        expect(forced.locator(f".seed .mark--{state}").first).to_have_css(
            "text-decoration-style", line
        )
