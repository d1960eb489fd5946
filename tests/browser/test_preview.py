"""
The preview in a real browser: what is saved is shown at once, at the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sandbox import Sandbox, copy_project, verdict
from showing import previewed

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
LONG = "\n\n".join(f"This is paragraph {number} of a specimen." for number in range(120))


class Preview:
    """A preview that runs in a process of its own, and a window that looks at it."""

    def __init__(self, sandbox: Sandbox, address: str, page: Page, faults: list[str]) -> None:
        self.sandbox = sandbox
        self.faults = faults
        self.address = address
        self.page = page

    def seed(self, name: str, sidecar: str, text: str = DOCUMENT) -> None:
        self.sandbox.seed(f"{name}.txt", text, sidecar)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.sandbox.root / "seeds" / f"{name}.verdict.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def preview(browser: Browser, tmp_path: Path) -> Iterator[Preview]:
    sandbox = copy_project(tmp_path)
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    sandbox.seed("draft.txt", DOCUMENT, verdict("second line", slug="draft", status="draft"))
    long = verdict("paragraph 119 of a specimen", slug="long")
    sandbox.seed("long.txt", LONG, long)
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    with previewed(sandbox) as address:
        page.on("request", lambda request: _note_foreign(request.url, address, faults))
        yield Preview(sandbox, address, page, faults)
        page.close()
    assert faults == []


def _note_foreign(url: str, address: str, faults: list[str]) -> None:
    if not url.startswith(address):
        faults.append(f"asked for {url}")


def test_a_saved_change_is_shown_without_a_reload(preview: Preview) -> None:
    """What an editor saves stands on the open page, and the page was never loaded anew."""
    page = preview.page
    page.goto(f"{preview.address}/checks/specimen/")
    page.evaluate("window.same = true")
    preview.edit("specimen", "The specimen says so.", "The specimen says more.")

    expect(page.get_by_role("heading", name="The specimen says more.")).to_be_visible()
    assert page.evaluate("window.same")


def test_the_page_stays_at_its_place(preview: Preview) -> None:
    """A reader who looks at the last paragraph still looks at it after an edit further up."""
    page = preview.page
    page.goto(f"{preview.address}/checks/long/")
    mark = page.locator("#quote-first")
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    preview.edit("long", "Nothing was looked for.", "Nothing was looked for. " * 40)
    expect(page.get_by_text("Nothing was looked for. Nothing").first).to_be_attached()
    after = page.locator("#quote-first").bounding_box()

    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_an_error_is_shown_over_the_last_good_version(preview: Preview) -> None:
    """A save that breaks the sidecar shows what is wrong and where, until it is mended."""
    page = preview.page
    page.goto(f"{preview.address}/checks/specimen/")
    preview.edit("specimen", "rating: unproven", "rating: unprovn")
    problems = page.get_by_role("region", name="error in this fact-check")

    expect(problems).to_contain_text("seeds/specimen.verdict.yaml:15:13")
    expect(problems).to_contain_text("did you mean unproven?")
    expect(page.get_by_role("heading", name="The specimen says so.")).to_be_visible()
    preview.edit("specimen", "rating: unprovn", "rating: unproven")
    expect(problems).to_have_count(0)


def test_in_a_draft_too_an_error_is_shown_over_the_last_good_version(preview: Preview) -> None:
    """What the check tells of a draft as a warning is no less in the way of its page."""
    page = preview.page
    page.goto(f"{preview.address}/checks/draft/")
    preview.edit("draft", "rating: unproven", "rating: unprovn")
    problems = page.get_by_role("region", name="error in this fact-check")

    expect(problems).to_contain_text("seeds/draft.verdict.yaml:15:13")
    expect(problems).to_contain_text("error unknown-rating")
    expect(problems).to_contain_text("did you mean unproven?")
    preview.edit("draft", "rating: unprovn", "rating: unproven")
    expect(problems).to_have_count(0)


def test_drafts_are_shown_and_marked(preview: Preview) -> None:
    """A draft has its page in the preview, says that it is one, and is listed as unfinished."""
    page = preview.page
    page.goto(f"{preview.address}/checks/draft/")
    expect(page.get_by_text("Draft: not published")).to_be_visible()
    page.goto(f"{preview.address}/preview/")
    expect(page.get_by_text("seeds/draft.verdict.yaml").first).to_be_visible()


def test_new_and_removed_checks_come_and_go(preview: Preview) -> None:
    """The digest shows a fact-check as soon as its files are there, and no longer than that."""
    page = preview.page
    page.goto(f"{preview.address}/")
    preview.seed("new", verdict("second line", slug="new", title="A new specimen"))
    expect(page.get_by_role("link", name="A new specimen")).to_be_visible()
    for ending in ("txt", "verdict.yaml"):
        (preview.sandbox.root / "seeds" / f"new.{ending}").unlink()
    expect(page.get_by_role("link", name="A new specimen")).to_have_count(0)


def test_an_embed_is_shown_as_in_a_frame(preview: Preview) -> None:
    """An editor can look at a draft's frame: nothing stands above it, no script asks for news."""
    page = preview.page
    page.goto(f"{preview.address}/embed/draft/first.html")

    expect(page.get_by_role("heading", name="The specimen says so.")).to_be_visible()
    expect(page.locator("body > *")).to_have_count(1)
    assert page.evaluate("document.scripts.length") == 0
    answer = page.request.get(f"{preview.address}/embed/draft/first.json").json()
    assert answer["title"] == "The specimen says so."


def test_a_former_address_leads_on(preview: Preview) -> None:
    """An editor can try a redirect before it is published."""
    preview.edit("specimen", "status:", "former_slugs: [once]\nstatus:")
    page = preview.page
    page.goto(f"{preview.address}/checks/specimen/")
    page.goto(f"{preview.address}/checks/once/")

    expect(page).to_have_url(f"{preview.address}/checks/specimen/")


def test_a_document_that_is_renamed_is_read_anew(preview: Preview) -> None:
    """The same sidecar beside the same words in Markdown shows the document as Markdown."""
    page, seeds = preview.page, preview.sandbox.root / "seeds"
    page.goto(f"{preview.address}/checks/specimen/")
    (seeds / "specimen.txt").rename(seeds / "specimen.md")
    (seeds / "specimen.md").write_text(f"# A heading\n\n{DOCUMENT}", encoding="utf-8")

    expect(page.get_by_role("heading", name="A heading")).to_be_visible()


def test_the_theme_and_the_desks_pages_are_live_too(preview: Preview) -> None:
    """A template, a style sheet and a page of content/ show their changes as well."""
    page, root = preview.page, preview.sandbox.root
    page.goto(f"{preview.address}/about/")
    about = root / "content" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nWe are new.\n", encoding="utf-8")
    expect(page.get_by_text("We are new.")).to_be_visible()
    template = root / "theme" / "templates" / "page.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("</h1>", "!</h1>"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("!$"))
    style = root / "theme" / "static" / "css" / "base.css"
    style.write_text("body { letter-spacing: 3px }", encoding="utf-8")
    expect(page.locator("body")).to_have_css("letter-spacing", "3px")


def test_a_broken_template_is_told_until_it_is_mended(preview: Preview) -> None:
    """A template that cannot be read shows why; the page comes back when it is mended."""
    page = preview.page
    template = preview.sandbox.root / "theme" / "templates" / "page.html"
    text = template.read_text(encoding="utf-8")
    page.goto(f"{preview.address}/about/")
    template.write_text(text + "{% if %}", encoding="utf-8")
    expect(page.get_by_text("the theme cannot show a page: page.html, line")).to_be_visible()
    template.write_text(text, encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    preview.faults[:] = [one for one in preview.faults if "500" not in one]


def test_nothing_of_the_preview_is_published(sandbox: Sandbox) -> None:
    """The built site has no draft, and neither a script nor a word of the preview."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    sandbox.seed("draft.txt", DOCUMENT, verdict("second line", slug="draft", status="draft"))
    assert sandbox.pelican().returncode == 0

    assert not (sandbox.output / "preview").exists()
    assert not (sandbox.output / "checks" / "draft").exists()
    for page in sandbox.output.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        scripts = re.findall(r'<script src="([^"]*)"', html)

        assert set(scripts) <= {f"/theme/js/{name}.js" for name in ("colours", "copy", "find")}
        assert "/preview/" not in html


def test_neighbours_follow_an_edit(preview: Preview) -> None:
    """A new title is shown by the fact-check beside it, as the published page will show it."""
    page = preview.page
    page.goto(f"{preview.address}/checks/long/")
    preview.edit("draft", "title: A specimen", "title: A renamed specimen")
    steps = page.get_by_role("navigation", name="Fact-checks before and after this one")

    expect(steps.get_by_role("link", name="A renamed specimen")).to_be_visible()
    preview.edit("draft", "says so", "tells of something else altogether")
    related = page.get_by_role("region", name="Related fact-checks")
    expect(related.get_by_role("article")).to_have_count(1)


def test_a_clash_between_files_is_told_where_it_stands_now(preview: Preview) -> None:
    """What is wrong between two files keeps its place when lines are put in above it."""
    page = preview.page
    preview.edit("draft", "slug: draft", "slug: specimen")
    page.goto(f"{preview.address}/preview/")
    clash = page.get_by_text("seeds/draft.verdict.yaml:3:7")
    expect(clash.first).to_be_visible()
    preview.edit("draft", "schema: 1", "# A remark.\nschema: 1")

    expect(page.get_by_text("seeds/draft.verdict.yaml:4:7").first).to_be_visible()
    preview.edit("draft", "slug: specimen", "slug: another")
    expect(page.get_by_text("seeds/draft.verdict.yaml:4:7")).to_have_count(0)


def test_search_finds_what_was_saved_and_drafts_too(preview: Preview) -> None:
    """In the preview a search shows an edit that was saved before it, and drafts as well."""
    page = preview.page
    page.goto(f"{preview.address}/search/?q=marmalade")
    expect(page.get_by_role("status")).to_contain_text("Nothing")
    preview.edit("draft", "Nothing was looked for.", "Marmalade was looked for.")

    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.locator("mark")).to_have_text("Marmalade")


def test_an_edit_makes_no_index(preview: Preview) -> None:
    """What is saved is shown without a part of the index being asked for."""
    page = preview.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{preview.address}/checks/specimen/")
    preview.edit("specimen", "The specimen says so.", "The specimen says more.")
    expect(page.get_by_role("heading", name="The specimen says more.")).to_be_visible()

    assert not [url for url in asked if "manifest.json" in url or "/parts/" in url]
