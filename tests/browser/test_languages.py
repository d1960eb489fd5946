"""
Every kind of page in every shipped language: accessible, in its direction, on a small screen.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.kinds import PAGES, UNFOLD
from browser.test_access import faults
from playwright.sync_api import Browser, Page, ViewportSize
from sandbox import TODAY, copy_project
from showing import served

#: A small phone's window.
SMALL = ViewportSize(width=320, height=640)

#: The shipped languages beside English, with their directions.
SPOKEN = {"es": "ltr", "uk": "ltr", "ar": "rtl"}


@pytest.fixture(scope="module", params=SPOKEN)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A language, and the address of all specimens on a site in it."""
    language: str = request.param
    sandbox = copy_project(tmp_path_factory.mktemp(language), with_seeds=True)
    conf = sandbox.root / "pelican.conf.py"
    told = f'\nDEFAULT_LANG = "{language}"\nFACTCHECK_LANGUAGES = ["en"]\n'
    # The desk wrote its pages in English, and they keep their addresses.
    told += 'PAGE_LANG_SAVE_AS, PAGE_LANG_URL = "{slug}/index.html", "{slug}/"\n'
    conf.write_text(conf.read_text(encoding="utf-8") + told, encoding="utf-8")
    for page in sandbox.root.glob("content/*.md"):
        page.write_text(f"Lang: en\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    with served(sandbox.output) as found:
        yield language, found


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A small phone."""
    context = browser.new_context(viewport=SMALL)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_serves_its_readers(spoken: tuple[str, str], phone: Page, path: str) -> None:
    """In each language axe-core finds nothing on any page, and nothing scrolls sideways."""
    language, address = spoken
    phone.goto(f"{address}{path}")
    phone.evaluate(UNFOLD)
    wide = phone.evaluate("document.documentElement.scrollWidth > window.innerWidth")

    assert faults(phone) == []
    assert not wide
    if not path.startswith(("/checks/", "/about/")):
        assert phone.evaluate("document.documentElement.lang") == language
        assert phone.evaluate("document.documentElement.dir") == SPOKEN[language]


#: Where a reader's eye begins, and what stands there: how far each is from the left.
MIRRORED = {
    "the site's name and its navigation": (".masthead__name a", ".masthead__nav"),
    "a chart's numbers and its bars": (".chart__table th", ".chart__bars"),
    "a rating's shape and its word": (".filters .badge .shape", ".filters .badge span"),
}


@pytest.mark.parametrize("what", MIRRORED)
def test_arabic_pages_are_mirrored(spoken: tuple[str, str], browser: Browser, what: str) -> None:
    """What stands at the left in Spanish and Ukrainian stands at the right in Arabic."""
    language, address = spoken
    page = browser.new_page(viewport=ViewportSize(width=1280, height=900))
    page.goto(f"{address}/archive/2026/" if "chart" in what else f"{address}/")
    first, second = (
        page.locator(one).filter(visible=True).first.bounding_box() for one in MIRRORED[what]
    )
    page.close()

    assert first is not None
    assert second is not None
    assert (first["x"] > second["x"]) == (SPOKEN[language] == "rtl")
