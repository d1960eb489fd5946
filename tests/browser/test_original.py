"""
Links to a quote's words on the page that the document was taken from.
"""

from __future__ import annotations

import pytest
from factcheck.model.factcheck import Anchor
from factcheck.publishing.textfragments import to_words
from playwright.sync_api import Browser, expect
from specimens import document

ADDRESS = "https://original.example/page"

TEXT = """\
The tower, well-known & old, has nine bells.
Nine bells.
Each of them was cast in the same year by the same founder, who is said to have lived there.
"""


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("tower, well-known & old, has nine", "first"),
        ("Nine bells", "second"),
        ("was cast in the same year by the same founder, who is said to have lived", "third"),
        ("nine bells.\nNine bells.", "first"),
    ],
)
def test_a_browser_finds_the_words(browser: Browser, quote: str, found: str) -> None:
    """On a page with menus and long texts around it, a browser goes to the quote."""
    read = document(TEXT)
    at = read.text.index(quote)
    lines = "".join(
        f"<p id={name}>{line.replace('&', '&amp;')}</p>"
        for name, line in zip(("first", "second", "third"), TEXT.splitlines(), strict=True)
    )
    context = browser.new_context()
    page = context.new_page()
    style = "<!doctype html><style>p { margin-block: 150vh }</style>"
    html = f"{style}<p>Bells. Towers. Founders.</p>{lines}"
    page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html"))
    whole = Anchor(0, len(read.text))
    page.goto(to_words(ADDRESS, read, Anchor(at, at + len(quote)), whole, "en"))

    expect(page.locator(f"#{found}")).to_be_in_viewport()
    context.close()
