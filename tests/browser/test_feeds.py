"""
Feeds that a person opens: readable in a browser, in the interface's language, without a script.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import WINDOWS
from browser.test_access import faults
from playwright.sync_api import Browser, Page, expect

#: Each with the direction that its interface runs in.
FEEDS = {
    "/feeds/all.atom.xml": "ltr",
    "/feeds/rulings.rss.xml": "ltr",
    "/feeds/topics/ukraine.rss.xml": "ltr",
    "/feeds/es.atom.xml": "ltr",
    "/feeds/ar.rss.xml": "rtl",
    "/ar/feeds/corrections.atom.xml": "rtl",
}


@pytest.fixture(params=WINDOWS)
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A reader's window: a phone that takes the width that a page asks for, or a desktop."""
    is_phone = request.param == "phone"
    context = browser.new_context(viewport=WINDOWS[request.param], is_mobile=is_phone)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_readable(reader: Page, address: str, path: str) -> None:
    """It says what it is and how it is followed, leads on, and shows its items, as wide as it may.

    Nothing else of the file is shown, the browser has nothing to complain of, nor has axe-core.
    """
    told: list[str] = []
    # A browser asks for an icon of a file that names none.
    reader.on(
        "console",
        lambda one: one.location["url"].endswith("/favicon.ico") or told.append(one.text),
    )
    reader.goto(f"{address}{path}")
    wide = reader.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    width = reader.evaluate("window.innerWidth")

    assert told == []
    assert (wide, width) == (False, (reader.viewport_size or {})["width"])
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".reading__address")).to_have_text(f"https://example.org{path}")
    expect(reader.locator(".reading")).to_have_css("direction", FEEDS[path])
    assert reader.locator("entry:visible, item:visible, channel > title:visible").count() == 0
    assert reader.locator(".reading__ways a").count() == 2
    items = reader.evaluate("document.querySelectorAll('entry, item').length")
    assert reader.locator(".reading__items > li").count() == items
    assert faults(reader) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_has_the_sites_colours(browser: Browser, address: str, scheme: str) -> None:
    """Page and words have the colours of the site's pages, light or dark, without a script."""
    dark = "dark" if scheme == "dark" else "light"
    context = browser.new_context(color_scheme=dark, java_script_enabled=False)
    page, feed = context.new_page(), context.new_page()
    page.goto(f"{address}/")
    feed.goto(f"{address}/feeds/all.rss.xml")
    style = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"

    assert feed.locator("rss").evaluate(style) == page.locator("body").evaluate(style)
    assert feed.title() == "The Example Desk"
    context.close()
