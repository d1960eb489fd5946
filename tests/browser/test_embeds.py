"""
A fact-check in a frame on somebody else's page.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.kinds import EMBEDS
from playwright.sync_api import Browser, Frame, Page, expect

from judge.hosting import hosted

CLAIM = "coalition-of-the-willing-troop-plans/us-member"
CHECK = "coalition-of-the-willing-troop-plans/index"
RIGHT_TO_LEFT = "risala-ar/khufu-tallest"

#: What a frame may not hold: more than fits into it, to either side or below.
SPILT = """
() => {
  const page = document.documentElement;
  return [page.scrollWidth - page.clientWidth, page.scrollHeight - page.clientHeight];
}
"""

#: How light the paper is, from 0 to 1; it is set in OKLCH.
PAPER = "parseFloat(getComputedStyle(document.body).backgroundColor.slice('oklch('.length))"


class Elsewhere:
    """Another site, on which somebody pastes code."""

    def __init__(self, folder: Path, address: str, site: Path, host: str) -> None:
        self._folder = folder
        self._site = site
        #: Of another name, and so another site than the one that is framed.
        self.address = address.replace("127.0.0.1", "localhost")
        self.host = host

    def code(self, name: str) -> str:
        """Return the code for an embed, as oEmbed gives it, for where the test's site stands."""
        answer = json.loads((self._site / "embed" / f"{name}.json").read_text(encoding="utf-8"))
        return str(answer["html"]).replace("https://example.org/", self.host)

    def show(self, page: Page, code: str) -> Frame:
        """Paste code into a page, open it, and return what the frame holds."""
        (self._folder / "index.html").write_text(
            f"<!doctype html><link rel='icon' href='data:,'><title>Elsewhere</title>{code}",
            encoding="utf-8",
        )
        page.goto(self.address, wait_until="load")
        (frame,) = page.frames[1:]
        return frame

    def embed(self, page: Page, code: str) -> Frame:
        """Do that for an embed, and wait for it: a lazy frame is fetched late."""
        frame = self.show(page, code)
        expect(frame.locator("main")).to_have_css("display", "flex")
        return frame


@pytest.fixture(scope="module")
def elsewhere(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    """Another site beside a host that sends what ``_headers`` says."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "_headers").touch()
    with hosted(site) as host, hosted(folder) as address:
        yield Elsewhere(folder, address, site, host)


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visitor(browser: Browser, scheme: str) -> Iterator[tuple[Page, list[str]]]:
    """A visitor of the other site, and what the console says."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    yield page, said
    context.close()


@pytest.mark.parametrize("name", [CLAIM, CHECK, RIGHT_TO_LEFT, "on-this-day-post/index"])
@pytest.mark.parametrize("width", [300, 500, 800])
def test_what_is_pasted_shows_the_ruling(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]], name: str, width: int, scheme: str
) -> None:
    """Pasted code shows rating and reason in every width, whole, in the reader's own colours."""
    page, said = visitor
    code = elsewhere.code(name).replace('width="600"', f'width="{width}"')
    frame = elsewhere.embed(page, code)

    expect(frame.locator("h1")).to_be_visible()
    expect(frame.locator(".badge, .embed__reason").first).to_be_visible()
    expect(frame.get_by_role("link")).to_be_visible()
    assert frame.evaluate("window.innerWidth") == width
    assert frame.evaluate(SPILT) == [0, 0]
    assert (frame.evaluate(PAPER) < 0.5) is (scheme == "dark")
    assert said == []


def test_a_frame_from_right_to_left_is_mirrored(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]]
) -> None:
    """An Arabic ruling begins at the right edge, its badge and its notice's bar too."""
    page, _ = visitor
    frame = elsewhere.embed(page, elsewhere.code(RIGHT_TO_LEFT))
    edge = "(element) => innerWidth - element.getBoundingClientRect().right"
    bar = frame.locator(".embed__notice")

    assert frame.locator(".badge").evaluate(edge) == frame.locator("h1").evaluate(edge) < 40
    expect(bar).to_have_css("border-left-width", "0px")
    expect(bar).not_to_have_css("border-right-width", "0px")


def test_a_narrow_column_makes_the_frame_narrow(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]]
) -> None:
    """On a phone the frame is as wide as its column, and nothing has to be scrolled sideways."""
    page, said = visitor
    page.set_viewport_size({"width": 340, "height": 700})
    phone = '<meta name="viewport" content="width=device-width">'
    frame = elsewhere.embed(page, phone + elsewhere.code(CLAIM))

    assert page.evaluate("document.documentElement.scrollWidth") == 340
    assert frame.evaluate(SPILT) == [0, 0]
    assert said == []


def test_the_link_opens_the_whole_page_in_a_window_of_its_own(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]]
) -> None:
    """From the frame a click leads to the claim's page, which works as ever, with its scripts."""
    page, said = visitor
    frame = elsewhere.embed(page, elsewhere.code(CLAIM))
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="The whole fact-check").click()
    whole = opened.value

    expect(whole).to_have_url(f"{elsewhere.host}checks/{CLAIM}.html")
    expect(whole.locator("[data-scripted]")).to_have_count(1)
    assert whole.evaluate("window.opener") is None
    assert page.url == elsewhere.address
    assert said == []


@pytest.mark.parametrize("sandbox", ["", "allow-scripts"])
def test_a_stricter_sandbox_still_shows_it(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]], sandbox: str
) -> None:
    """Systems that put a sandbox of their own around what they frame show it styled too."""
    page, said = visitor
    begin, _, rest = elsewhere.code(CLAIM).partition('sandbox="')
    code = f'{begin}sandbox="{sandbox}"{rest.partition(chr(34))[2]}'
    frame = elsewhere.embed(page, code)

    expect(frame.locator(".badge")).to_have_css("border-top-style", "solid")
    assert said == []


@pytest.mark.parametrize("path", ["checks/standby-poster/", "", "404.html"])
def test_no_other_page_lets_itself_be_framed(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]], path: str
) -> None:
    """A browser shows no page but embeds in another site's frame."""
    page, said = visitor
    frame = elsewhere.show(page, f'<iframe src="{elsewhere.host}{path}" title="x"></iframe>')

    expect(frame.locator("main")).to_have_count(0)
    assert any("frame-ancestors 'none'" in told for told in said)


@pytest.mark.parametrize("path", EMBEDS)
def test_every_kind_of_embed_lets_itself_be_framed(
    elsewhere: Elsewhere, visitor: tuple[Page, list[str]], path: str
) -> None:
    """Also what was taken back, and what is there for claims that are gone, shows in a frame."""
    page, said = visitor
    address = html.escape(f"{elsewhere.host.rstrip('/')}{path}")
    frame = elsewhere.embed(page, f'<iframe src="{address}" title="x" width="300"></iframe>')

    expect(frame.locator("h1")).to_be_visible()
    assert frame.evaluate(SPILT)[0] == 0
    assert said == []


def test_the_code_is_copied_as_it_stands(browser: Browser, address: str, site: Path) -> None:
    """A click on the button beside the code copies what oEmbed gives too."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.goto(f"{address}/checks/{CLAIM}.html")
    page.get_by_role("heading", name="Show this on your site").click()
    page.get_by_role("button", name="Copy the code for a frame").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()

    answer = json.loads((site / "embed" / f"{CLAIM}.json").read_text(encoding="utf-8"))
    assert copied == answer["html"]
