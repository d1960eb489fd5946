"""
Search as readers meet it: words in four languages, facets, the keyboard, a slow phone.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.test_access import RULES
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

#: A phone on a slow line: 1.6 Mbit/s, 150 ms there and back, a slow processor.
SLOW: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}

#: What a first search may fetch, in bytes, compressed as hosts do it.
FIRST_SEARCH: Final = 150_000


@pytest.fixture
def scripted(browser: Browser) -> Iterator[BrowserContext]:
    """A reader with JavaScript, on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def reader(scripted: BrowserContext) -> Iterator[Page]:
    """A window whose faults are noted: none may come."""
    page = scripted.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []


def hits(page: Page) -> Locator:
    return page.get_by_role("region", name="Results").get_by_role("listitem")


def held(page: Page, address: str) -> list[Route]:
    """Let what a page asks for wait until the test lets it go."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(address, hold)
    return waiting


def status(page: Page) -> Locator:
    return page.get_by_role("search").locator("xpath=..").get_by_role("status")


@pytest.mark.parametrize(
    ("query", "place", "marked"),
    [
        ("goldfish memory", "goldfish-three-seconds.html", "memory"),
        ("microondas", "mensaje-es/microondas-radiactiva.html", "microondas"),
        ("MURALLA CHINA", "mensaje-es/gran-muralla-desde-la-luna.html", "Muralla"),
        ("найвища гора", "povidomlennia-uk/hoverla-naivyshcha.html", "найвища"),  # noqa: RUF001
        ("اقدم جامعه", "risala-ar/qarawiyyin-oldest-university.html", "أقدم"),
        ("lumiere", "film-club-video-post/train-panic.html", "Lumière"),
        ("spagh", "film-club-video-post/spaghetti-harvest.html", "spaghetti"),
        ("spagetti", "film-club-video-post/spaghetti-harvest.html", "spaghetti"),
        ('"never strikes the same"', "chain-message-storm/same-place-twice.html", "never"),
    ],
)
def test_words_lead_to_the_claim(
    reader: Page, address: str, query: str, place: str, marked: str
) -> None:
    """The first hit shows the words marked, in its language, and its link leads to the claim."""
    reader.goto(f"{address}/search/")
    reader.get_by_role("searchbox").fill(query)
    reader.get_by_role("searchbox").press("Enter")
    first = hits(reader).first
    expect(first.locator("mark").filter(has_text=marked).first).to_be_visible()
    first.get_by_role("link").first.click()

    assert reader.url.endswith(place)
    expect(reader.locator("h1")).to_be_visible()


def test_a_hit_has_its_own_language_and_direction(reader: Page, address: str) -> None:
    """On an English page an Arabic hit runs from right to left and says that it is Arabic."""
    reader.goto(f"{address}/search/?q=خوفو")
    link = hits(reader).first.get_by_role("link").first

    expect(link).to_have_attribute("lang", "ar")
    expect(link).to_have_attribute("dir", "rtl")


@pytest.mark.parametrize("query", ["einstein", "polio", "quarter of electricity lost"])
def test_what_is_not_published_is_not_found(reader: Page, address: str, query: str) -> None:
    """Neither a draft nor what was taken back is in the index."""
    reader.goto(f"{address}/search/?q={query}")
    expect(status(reader)).not_to_be_empty()

    for place in reader.locator(".card__title a").evaluate_all("all => all.map(a => a.href)"):
        assert "town-hall" not in place
        assert "standby-poster" not in place


def test_no_file_of_the_index_holds_what_is_not_published(site: Path) -> None:
    """No byte of a draft, of what waits for its time or of what was taken back stands in it."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted((site / "search").rglob("*.json"))
    )
    assert "lemming" in text
    for word in ("einstein", "campaign-speech-town-hall", "january-calendar", "standby-poster"):
        assert word not in text.lower()


def test_facets_narrow_down_and_count(reader: Page, address: str) -> None:
    """A rating that is chosen leaves as many hits as it promised; all stands in the address."""
    reader.goto(f"{address}/search/?q=moon")
    box = reader.get_by_role("checkbox", name=re.compile(r"^False \d"))
    promised = int(re.findall(r"\d+", box.locator("xpath=..").inner_text())[-1])
    whole = status(reader).inner_text()
    box.check()
    expect(hits(reader)).to_have_count(promised)
    expect(status(reader)).to_have_text(f"{promised} results")
    assert parse_qs(urlsplit(reader.url).query)["rating"] == ["default@1/false"]

    reader.get_by_role("group").filter(has_text="Claimant").locator("summary").click()
    reader.get_by_role("checkbox", name=re.compile(r"^Travel page")).check()
    expect(hits(reader)).to_have_count(1)
    reader.reload()
    expect(hits(reader)).to_have_count(1)
    expect(reader.get_by_role("checkbox", name=re.compile(r"^Travel page"))).to_be_checked()

    reader.go_back()
    expect(hits(reader)).to_have_count(promised)
    reader.go_back()
    expect(status(reader)).to_have_text(whole)


def test_facets_alone_list_what_they_hold(reader: Page, address: str) -> None:
    """Without words, a topic in the address lists all that is about it."""
    reader.goto(f"{address}/search/?topic=astronomy&language=en")

    expect(hits(reader).first).to_be_visible()
    expect(reader.get_by_role("checkbox", name=re.compile("^Astronomy"))).to_be_checked()
    expect(reader.get_by_role("checkbox", name=re.compile("^English"))).to_be_checked()
    reader.get_by_role("button", name="Clear all choices").click()
    expect(reader.get_by_role("heading", name="Browse instead")).to_be_visible()
    assert urlsplit(reader.url).query == ""


def test_hits_can_stand_in_the_order_of_time(reader: Page, address: str) -> None:
    """Sorted by date the newest comes first, and the order is in the address."""
    reader.goto(f"{address}/search/?q=a&language=en")
    expect(hits(reader).first).to_be_visible()
    reader.get_by_label("Sort by").select_option("date")
    expect(reader).to_have_url(re.compile("sort=date"))
    while reader.get_by_role("button", name="Show more results").is_visible():
        count = hits(reader).count()
        reader.get_by_role("button", name="Show more results").click()
        expect(hits(reader).nth(count)).to_be_visible()
    reader.wait_for_timeout(100)
    found = [item.inner_text() for item in hits(reader).all()]
    days = [re.findall(r"(\d+) (\w+) (\d{4})", text)[-1] for text in found]

    assert len(days) > 10
    assert days == sorted(days, key=_day, reverse=True)


def _day(told: tuple[str, str, str]) -> tuple[int, int, int]:
    months = (
        "January February March April May June July August September October November December"
    )
    day, month, year = told
    return int(year), months.split().index(month), int(day)


def test_what_was_looked_for_instead_is_said(reader: Page, address: str) -> None:
    """A misspelt word's neighbour is named; where no text has all words, that is said too."""
    reader.goto(f"{address}/search/?q=napolean")
    expect(status(reader)).to_contain_text("No text has “napolean”; “Napoleon” was looked for.")
    reader.goto(f"{address}/search/?q=napolean+horns")
    expect(status(reader)).to_contain_text("No text has “napolean”; “Napoleon” was looked for.")
    reader.goto(f"{address}/search/?q=goldfish+everest")
    expect(status(reader)).to_contain_text("No text has all of these words")
    reader.goto(f"{address}/search/?q=xqzzw")
    expect(status(reader)).to_have_text("Nothing was found.")


def test_search_by_keyboard_alone(reader: Page, address: str) -> None:
    """Ctrl-K anywhere opens search; arrows reach a hit, Enter opens it; Escape leads back."""
    reader.goto(f"{address}/about/")
    reader.keyboard.press("Tab")
    before = reader.evaluate("document.activeElement.outerHTML")
    reader.keyboard.press("Control+k")
    dialog = reader.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert reader.evaluate("document.activeElement.outerHTML") == before

    reader.keyboard.press("Control+k")
    reader.keyboard.type("bats blind")
    expect(dialog.get_by_role("status")).to_contain_text("1 result")
    reader.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("link").first).to_be_focused()
    reader.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile("school-worksheet/bats-blind.html$"))


def test_no_key_is_lost_while_search_is_loaded(reader: Page, address: str) -> None:
    """What is typed before the field is there, and before the index is, is all asked."""
    scripts = held(reader, "**/search/dialog.js")
    indexes = held(reader, "**/search/manifest.json")
    reader.goto(f"{address}/about/")
    with reader.expect_request("**/search/dialog.js"):
        reader.keyboard.press("Control+k")
    reader.keyboard.type("bats")
    with reader.expect_request("**/search/manifest.json"):
        scripts.pop().continue_()
    dialog = reader.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("searchbox")).to_have_value("bats")
    reader.keyboard.type(" blind")
    expect(dialog.get_by_role("searchbox")).to_have_value("bats blind")
    indexes.pop().continue_()
    expect(dialog.get_by_role("status")).to_contain_text("1 result")


def test_escape_while_search_is_loaded_leaves_the_page_as_it_was(
    reader: Page, address: str
) -> None:
    """Who thinks better of it before the dialogue is there is not shown one."""
    scripts = held(reader, "**/search/dialog.js")
    reader.goto(f"{address}/about/")
    with reader.expect_request("**/search/dialog.js"):
        reader.keyboard.press("Control+k")
    reader.keyboard.type("bats")
    reader.keyboard.press("Escape")
    with reader.expect_response("**/search/"):
        scripts.pop().continue_()
    dialog = reader.locator("dialog.search-dialog")
    expect(dialog).to_be_attached()
    expect(dialog).to_be_hidden()

    reader.keyboard.press("Control+k")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    expect(dialog.get_by_role("searchbox")).to_have_value("")


def test_the_dialogue_leads_to_all_results(reader: Page, address: str) -> None:
    """Enter in the field opens the page to search on, with the words in its address."""
    reader.goto(f"{address}/")
    reader.keyboard.press("Control+k")
    reader.keyboard.type("moon")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(f"{address}/search/?q=moon")
    expect(hits(reader).first).to_be_visible()

    reader.keyboard.press("Control+k")
    expect(reader.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_results_and_dialogue(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """With hits, all facets opened, and in the dialogue, axe-core finds no violation."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/search/?q=moon")
    expect(hits(page).first).to_be_visible()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    expect(page.get_by_role("checkbox", name=re.compile("Planetarium")).first).to_be_visible()
    assert Axe().run(page, options=RULES).response["violations"] == []

    page.goto(f"{address}/")
    page.keyboard.press("Control+k")
    page.keyboard.type("moon")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    assert Axe().run(page, options=RULES).response["violations"] == []
    context.close()


def test_without_javascript_there_is_what_can_be_browsed(page: Page, address: str) -> None:
    """The page offers ratings and every way to browse, and no field that does nothing."""
    page.goto(f"{address}/search/")

    expect(page.get_by_role("searchbox")).to_have_count(0)
    for heading in ("Topics", "Claimants", "Outlets", "Archive", "Languages"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    page.get_by_role("link", name="Astronomy", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Astronomy")


def test_a_first_search_on_a_slow_phone_is_light(
    browser: Browser, address: str, site: Path
) -> None:
    """Scripts, index, records and facets of a first search weigh less than 150 KB."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}/search/")
    page.get_by_role("searchbox").fill("great wall of china")
    expect(hits(page).first).to_be_visible()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    expect(page.get_by_role("checkbox", name=re.compile("Travel page")).first).to_be_visible()
    wanted = {path for path in asked if "/js/" in path or path.endswith(".json")}
    weights = {path: len(gzip.compress((site / path[1:]).read_bytes(), 6)) for path in wanted}
    print(f"a first search: {sum(weights.values())} bytes in {len(weights)} requests")  # noqa: T201

    assert len(weights) > 12
    assert sum(weights.values()) < FIRST_SEARCH, weights
    context.close()


def test_a_site_that_was_published_meanwhile_is_searched_anew(
    browser: Browser, address: str
) -> None:
    """Where a part is gone, the manifest is read again, and the reader sees hits all the same."""
    context = browser.new_context()
    page = context.new_page()
    gone: list[str] = []

    def lose(route: Route) -> None:
        if gone:
            route.continue_()
        else:
            gone.append(route.request.url)
            route.fulfill(status=404, body="gone")

    context.route("**/search/parts/*", lose)
    page.goto(f"{address}/search/?q=chimborazo")

    expect(hits(page).first).to_be_visible()
    assert gone
    context.close()


def test_what_is_gone_while_more_is_shown_is_looked_up_anew(
    browser: Browser, address: str
) -> None:
    """Where the site was published anew, a reader who asks for more gets it, and not silence."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/search/?q=the")
    expect(hits(page).nth(9)).to_be_visible()
    asked: list[str] = []

    def lose(route: Route) -> None:
        if asked:
            route.continue_()
        else:
            route.fulfill(status=404, body="gone")

    context.route("**/search/parts/*", lose)
    page.on("request", lambda one: asked.append(one.url) if "manifest" in one.url else None)
    page.get_by_role("button", name="Show more results").click()

    expect(hits(page).nth(10)).to_be_visible()
    assert asked
    context.close()


def test_what_cannot_be_looked_up_leaves_no_wrong_hits(browser: Browser, address: str) -> None:
    """Where the index cannot be fetched, that is said, the lists are there, and no old hits."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/search/?q=the")
    expect(hits(page).first).to_be_visible()
    context.route("**/search/**", lambda route: route.abort())
    page.get_by_role("searchbox").fill("chimborazo")

    expect(status(page)).to_contain_text("Search could not be loaded")
    expect(page.get_by_role("heading", name="Browse instead")).to_be_visible()
    expect(page.get_by_role("heading", name="Results")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("query", ["👍", "(", ".*", "%ED%A0%80"])
def test_signs_alone_find_nothing(reader: Page, address: str, query: str) -> None:
    """What has no word is not taken for a wish to see everything."""
    reader.goto(f"{address}/search/?q={query}")

    expect(status(reader)).to_have_text("Nothing was found.")


def test_the_dialogue_says_what_it_looked_for(reader: Page, address: str) -> None:
    """Also over a page a reader is told that another word was looked for."""
    reader.goto(f"{address}/about/")
    reader.keyboard.press("Control+k")
    reader.get_by_role("dialog").get_by_role("searchbox").fill("spagetti")

    told = reader.get_by_role("dialog").get_by_role("status")
    expect(told).to_contain_text("No text has “spagetti”; “spaghetti” was looked for.")


@pytest.mark.parametrize(
    ("path", "told", "facet", "topic"),
    [
        ("es/search/?q=montañas", "Ningún texto contiene «montañas»", "Valoración", "Salud"),
        ("uk/search/?q=найглибша", "2 результати", "Оцінка", "Географія"),
        ("ar/search/?q=هرم", "نتيجتان", "التقييم", "التراث"),
    ],
)
def test_search_speaks_each_language(  # noqa: PLR0913, PLR0917 - what a reader sees
    reader: Page, address: str, path: str, told: str, facet: str, topic: str
) -> None:
    """The page to search on says in its language how much was found, and calls facets so."""
    reader.goto(f"{address}/{path}")

    expect(status(reader)).to_contain_text(told)
    expect(reader.locator("summary").filter(has_text=facet)).to_be_visible()
    expect(reader.get_by_role("checkbox", name=re.compile(f"^{topic}"))).to_be_visible()
