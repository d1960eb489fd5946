"""
The Markdown twins of pages: all that the page says, and its links as whole addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from factcheck.model.vocabulary import Display, Status
from factcheck.publishing.markdown.writing import OPENING, bare, front_matter
from factcheck.usecases.read import Contents
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sandbox import Sandbox, verdict
from specimens import DOCUMENT, SIDECAR, edited
from twin_reader import Twin, collapsed

BASE = "https://example.org"

#: What holds one text each on a fact-check's page and a claim's.
TEXTS = (
    *("h1", ".check__reason", ".in-short p", ".ruling__claim", ".ruling__reason", ".claim__title"),
    *(".evidence__finding", ".evidence__excerpt p", ".evidence__translation", ".group__title"),
    *(".work__title", ".work__publisher", ".work__address", ".quotation__quoted", "dd"),
    *(".unrated__quote q", ".unrated__note", ".unrated__why strong", ".notes li", ".kicker"),
    *(".prose p", ".prose li", ".badge span", ".claim__definition", ".topics li", ".byline time"),
    *(".quotation figcaption", ".counts", ".check__body h3, .check__body h4", ".cite__entry"),
)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, tuple[BeautifulSoup, Twin]]:
    """Every page of a fact-check that stands, or was taken back, with its twin."""
    return {
        path.relative_to(site).as_posix(): (
            BeautifulSoup(path.read_bytes(), "lxml"),
            Twin.at(path.with_suffix(".md")),
        )
        for path in sorted(site.glob("checks/*/*.html"))
        if "http-equiv=refresh" not in path.read_text(encoding="utf-8").replace('"', "")
    }


def article_of(soup: BeautifulSoup) -> Tag:
    """Return what a page says itself: without its buttons, and what stands beside it."""
    article = soup.select_one("article")
    assert article
    for one in article.select("button, .contents, .overview, .key, svg, .visually-hidden, .frame"):
        one.decompose()
    return article


def words_of(element: Tag) -> str:
    return collapsed(element.get_text(" "))


def loose(text: str) -> str:
    """Leave out what stands between words: a page has elements there, and a twin signs."""
    return "".join(sign for sign in unquote(text) if sign.isalnum())


def test_every_page_has_a_twin(pages: dict[str, tuple[BeautifulSoup, Twin]]) -> None:
    """Beside each page stands its twin, named in its head; the page's address opens it."""
    assert len(pages) > 50
    for path, (soup, twin) in pages.items():
        link = soup.select_one('head link[rel=alternate][type="text/markdown"]')
        canonical = soup.select_one("link[rel=canonical]")
        assert link
        assert canonical
        assert link["href"] == f"/{path.removesuffix('.html')}.md"
        assert twin.head["url"] == canonical["href"]


def test_a_twin_says_what_its_page_says(pages: dict[str, tuple[BeautifulSoup, Twin]]) -> None:
    """Each text of a page stands in its twin, word for word."""
    for path, (soup, twin) in pages.items():
        said = loose(twin.words)
        article = article_of(soup)
        lacking = [
            text
            for selector in TEXTS
            for text in map(words_of, article.select(selector))
            if loose(text) not in said
        ]
        assert not lacking, path


def test_a_twin_shows_the_whole_document(
    contents: Contents, pages: dict[str, tuple[BeautifulSoup, Twin]]
) -> None:
    """Where the page shows the document, so does the twin, with each quote between its signs."""
    shown = 0
    for check in contents.checks:
        path = f"checks/{check.slug}/index.html"
        if path not in pages or check.verdict.status is Status.WITHDRAWN:
            continue
        soup, twin = pages[path]
        marked = [one for one in twin.links if "#claim-" in one or "#unrated-" in one]
        if check.verdict.document.display is Display.NONE:
            assert OPENING not in twin.words
            continue
        seed = article_of(soup).select_one(".seed")
        assert seed
        for mark in seed.select(".mark-link"):
            mark.string = str(mark["aria-label"])
        assert loose(words_of(seed)) in loose(twin.words)
        anchors = [ruled.anchor for ruled in check.claims if ruled.anchor]
        count = len(anchors) + len(check.unrated)
        # Signs within quotations of the rulings are those of claims' own pages.
        assert twin.body.count(OPENING) - 1 == count
        assert len(marked) >= count
        shown += 1
    assert shown > 10


def test_a_twin_has_its_pages_links(pages: dict[str, tuple[BeautifulSoup, Twin]]) -> None:
    """Every link of a page stands in its twin, as a whole address, and no other leads out."""
    for path, (soup, twin) in pages.items():
        article = article_of(soup)
        for one in article.select(".overview a"):
            one.decompose()
        url = str(twin.head["url"])
        linked = {unquote(urljoin(url, str(one["href"]))) for one in article.select("a[href]")}
        # In a twin an address that a page only shows is a link too.
        written = {unquote(words_of(one)) for one in article.select(".work__address")} | {url}
        found = {unquote(link) for link in twin.links} - written
        assert linked - written <= found, path
        # Who made a claim stands on the claim's own page, and in both twins.
        assert all("/claimants/" in one for one in found - linked), path


def test_a_twin_is_plain_commonmark(pages: dict[str, tuple[BeautifulSoup, Twin]]) -> None:
    """No HTML, no images, one title; headings follow each other by one step."""
    for path, (_, twin) in pages.items():
        assert not twin.kinds & {"html_block", "html_inline", "image", "hr"}, path
        ranks = [int(tag[1]) for tag in twin.headings]
        assert (ranks[0], ranks.count(1)) == (1, 1)
        assert all(rank <= before + 1 for before, rank in pairwise(ranks))


def test_the_head_of_a_twin_is_data(
    contents: Contents, pages: dict[str, tuple[BeautifulSoup, Twin]]
) -> None:
    """Its front matter gives title, rating, dates and language as the sidecar has them."""
    for check in contents.checks:
        verdict_ = check.verdict
        for ruled in check.claims:
            path = f"checks/{check.slug}/{ruled.claim.id}.html"
            if path in pages:
                head = pages[path][1].head
                label = ruled.rating.label_in(verdict_.language)
                assert head["title"] == collapsed(ruled.claim.claim)
                assert head["rating"] == label
                assert head["fact_check"] == f"{BASE}/checks/{check.slug}/"
                assert head["published"] == verdict_.published.text
                assert head["language"] == verdict_.language
                assert head.get("sample", False) is verdict_.sample
        path = f"checks/{check.slug}/index.html"
        if path in pages:
            assert pages[path][1].head["title"] == collapsed(verdict_.title)


def test_a_withdrawn_check_says_so_in_its_twin(
    contents: Contents, pages: dict[str, tuple[BeautifulSoup, Twin]]
) -> None:
    """Who has kept the address learns that the fact-check was taken back, and why."""
    (gone,) = [one for one in contents.checks if one.verdict.status is Status.WITHDRAWN]
    assert gone.verdict.withdrawn
    twin = pages[f"checks/{gone.slug}/index.html"][1]

    assert twin.head["status"] == "withdrawn"
    assert twin.head["withdrawn"] == gone.verdict.withdrawn.date.text
    assert collapsed(gone.verdict.withdrawn.reason) in twin.words
    assert not [path for path in pages if path.startswith(f"checks/{gone.slug}/")][1:]


def test_below_a_path_links_are_whole(build: Callable[..., Path], sandbox: Sandbox) -> None:
    """Below a path every link of a twin begins with the site's whole address."""
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    output = build(SITEURL="https://user.github.io/digest")
    twin = Twin.at(output / "checks" / "specimen" / "index.md")

    assert "https://user.github.io/digest/checks/specimen/arches.html" in twin.links
    assert "https://user.github.io/digest/checks/specimen/#claim-arches" in twin.links
    assert "https://user.github.io/digest/ratings/true/" in twin.links
    outward = [one for one in twin.links if "web.archive.org" not in one]
    assert all(one.startswith("https://user.github.io/digest/") for one in outward)


def test_a_site_may_have_no_twins(build: Callable[..., Path], sandbox: Sandbox) -> None:
    """With the setting off there are none, and no page names any."""
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    conf = sandbox.root / "pelican.conf.py"
    text = conf.read_text(encoding="utf-8")
    conf.write_text(edited(text, ("FACTCHECK_MARKDOWN = True", "FACTCHECK_MARKDOWN = False")))
    output = build()

    assert not list(output.rglob("*.md"))
    for path in output.rglob("*.html"):
        assert "text/markdown" not in path.read_text(encoding="utf-8")


def test_the_licence_stands_in_the_head(build: Callable[..., Path], sandbox: Sandbox) -> None:
    """Where the desk has chosen a licence, each twin names it."""
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    conf = sandbox.root / "pelican.conf.py"
    text = conf.read_text(encoding="utf-8")
    licence = "https://creativecommons.org/licenses/by/4.0/"
    conf.write_text(edited(text, ('FACTCHECK_LICENSE = ""', f'FACTCHECK_LICENSE = "{licence}"')))
    output = build()

    assert Twin.at(output / "checks" / "specimen" / "arches.md").head["license"] == licence


def test_a_correction_is_told_first(build: Callable[..., Path], sandbox: Sandbox) -> None:
    """A twin tells what was corrected before it tells the rulings, and when."""
    changed = "changes: [{date: 2026-01-07, kind: correction, text: It said otherwise.}]\n"
    sandbox.seed("specimen.txt", "One line.\nA second line.\n", verdict("second line") + changed)
    twin = Twin.at(build() / "checks" / "specimen" / "index.md")

    assert twin.words.index("It said otherwise.") < twin.words.index("In short")
    assert twin.head["updated"] == "2026-01-07"


@given(st.text())
def test_front_matter_is_no_markup_where_it_is_not_known(words: str) -> None:
    """YAML gives the words back, and Markdown alone makes no element, link or code of them."""
    written = front_matter({"title": words, "url": "https://example.org/"})
    told = yaml.safe_load(written.strip("-"))
    tokens = MarkdownIt().parse(written)
    inline = {child.type for token in tokens for child in token.children or ()}

    assert told.get("title", "") == " ".join(bare(words).split())
    assert inline.isdisjoint({"html_inline", "link_open", "image", "code_inline"})
    assert "html_block" not in {token.type for token in tokens}
