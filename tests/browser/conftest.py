from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import MISSING, OPTIONS, find_chromium
from playwright.sync_api import Browser, Page, sync_playwright
from showing import served


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    found = find_chromium()
    if found is None:
        pytest.fail(MISSING)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, without a slash at the end."""
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader's window, without JavaScript: nothing on the site may need it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
