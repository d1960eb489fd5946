from __future__ import annotations

import pytest
from browser.kinds import EMBEDS, PAGES, REAL
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect


def test_a_reader_walks_from_the_digest_to_the_evidence(page: Page, address: str) -> None:
    """Without JavaScript: digest, check, mark, ruling, evidence, work, and the claim's page."""
    page.goto(f"{address}/")
    page.get_by_role("link", name="Starmer did describe troop plans").click()
    expect(page).to_have_url(f"{address}{REAL}")
    page.get_by_role("link", name="Claim 1: Mostly true").click()
    card = page.locator("article:target")
    expect(card.get_by_role("heading")).to_have_count(1)
    card.get_by_text("Evidence").click()
    expect(card.get_by_role("heading", name="Supports the claim")).to_be_visible()
    card.get_by_role("link", name="of the works cited").first.click()
    expect(page.locator("li.work:target")).to_be_in_viewport()
    page.go_back()
    page.locator("article:target").get_by_role("link", name="Claim 1", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="The whole fact-check").click()
    expect(page.locator("article:target")).to_be_in_viewport()


def test_a_ruling_leads_back_to_its_words(page: Page, address: str) -> None:
    """From a ruling's card a link leads to the words in the document, which come into view."""
    page.goto(f"{address}{REAL}")
    card = page.locator("#claim-us-member")
    card.get_by_role("link", name="See these words in the document").click()

    expect(page).to_have_url(f"{address}{REAL}#quote-us-member")
    expect(page.locator("#quote-us-member + mark")).to_be_in_viewport()


@pytest.mark.parametrize("path", [*PAGES, *EMBEDS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_complains_or_asks_a_stranger(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    """No console message, no failed request and no request to anybody else, under the CSP."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    complaints: list[str] = []
    requests: list[str] = []
    page = context.new_page()

    def note(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    def note_failure(request: Request) -> None:
        complaints.append(request.url)

    page.on("console", note)
    page.on("requestfailed", note_failure)
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}{path}")
    context.close()

    assert complaints == []
    assert [url for url in requests if not url.startswith(address)] == []


#: A table as Markdown makes one, too wide for a phone.
WIDE_TABLE = "<table><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>".format(
    "".join(f"<th>Contribution of {year}</th>" for year in range(2015, 2027)),
    "<td>1,000</td>" * 12,
)


def test_a_wide_table_of_the_desks_scrolls_within_the_page(browser: Browser, address: str) -> None:
    """At 320 pixels a wide table on a desk's page leaves the page as wide, and can be scrolled."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/funding/")
    page.evaluate("(table) => document.querySelector('.prose').innerHTML = table", WIDE_TABLE)
    width = page.evaluate("document.documentElement.scrollWidth")
    table = page.locator(".prose table")
    shown, whole = (
        table.evaluate(f"(table) => table.{side}Width") for side in ("client", "scroll")
    )
    last = page.get_by_role("columnheader").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    cells = table.locator("td").first.evaluate("(cell) => getComputedStyle(cell).borderTopWidth")
    context.close()

    assert width == 320
    assert shown <= 320 < whole
    assert box is not None
    assert box["x"] + box["width"] <= 320
    assert cells == "1px"


def test_arabic_text_runs_from_right_to_left(page: Page, address: str) -> None:
    """The Arabic document, its title and its reasons are marked and laid out right to left."""
    page.goto(f"{address}/checks/risala-ar/")
    for selector in (".check__title", ".seed", ".ruling__reason >> nth=0"):
        element = page.locator(selector)
        expect(element).to_have_attribute("lang", "ar")
        expect(element).to_have_css("direction", "rtl")


#: Where a sentence's last two characters stand, from the left.
END_OF_SENTENCE = """
(paragraph) => {
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  const end = text.data.trimEnd().length;
  return [end - 2, end - 1].map((at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().x;
  });
}
"""


def test_an_arabic_fact_check_begins_at_the_right(page: Page, address: str) -> None:
    """The rulings stand to the right of the document; the interface's sentences end left."""
    page.goto(f"{address}/checks/risala-ar/")
    rulings, document = page.locator(".check__rulings"), page.locator(".check__document")
    before_stop, stop = page.locator("#rulings + .counts").evaluate(END_OF_SENTENCE)

    assert left(rulings.first) > left(document)
    assert left(page.locator(".ruling .badge").first) > left(page.locator(".ruling").first) + 100
    assert stop < before_stop


def left(found: Locator) -> float:
    box = found.bounding_box()
    assert box
    return box["x"]


def test_a_mark_is_told_apart_without_colour(page: Page, address: str) -> None:
    """Each state of a mark has an underline of its own and says itself beside the number."""
    page.goto(f"{address}{REAL}")
    styles = {
        state: page.locator(f".seed .mark--{state}").first.evaluate(
            "element => getComputedStyle(element).textDecorationStyle"
        )
        for state in ("holds-up", "does-not", "open", "unrated")
    }

    assert len(set(styles.values())) == 4


def test_what_is_not_there_is_said_by_the_site(page: Page, address: str) -> None:
    """An address that leads nowhere answers with 404 and the site's own page."""
    answer = page.goto(f"{address}/checks/no-such-check/")

    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
