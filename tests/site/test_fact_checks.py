from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Display, Status
from factcheck.publishing.naming import party_in
from factcheck.usecases.read import Contents
from sandbox import Sandbox, verdict

REAL = "coalition-of-the-willing-troop-plans"

REQUIRED = {"@context", "@type", "url", "claimReviewed", "author", "datePublished", "reviewRating"}


def page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_bytes(), "lxml")


def in_status(contents: Contents, status: Status) -> list[FactCheck]:
    return [check for check in contents.checks if check.verdict.status is status]


def published(contents: Contents) -> list[FactCheck]:
    return in_status(contents, Status.PUBLISHED)


def shown_in_full(contents: Contents) -> list[FactCheck]:
    return displayed(contents, Display.FULL)


def displayed(contents: Contents, display: Display) -> list[FactCheck]:
    found = [check for check in published(contents) if check.verdict.document.display is display]
    assert found
    return found


def structured_data(soup: BeautifulSoup) -> list[dict[str, Any]]:
    scripts = soup.find_all("script", type="application/ld+json")
    return [json.loads(script.string) for script in scripts]


def of_type(soup: BeautifulSoup, type_: str) -> dict[str, Any]:
    """Return what a page says on top of one type, which it says once."""
    (found,) = [data for data in structured_data(soup) if data["@type"] == type_]
    return found


def by_id(soup: BeautifulSoup, id_: str) -> Tag:
    found = soup.find_all(id=id_)
    assert len(found) == 1, id_
    return found[0]


def test_every_published_fact_check_and_no_other_has_a_page(
    site: Path, contents: Contents
) -> None:
    """The folders below checks/ are the slugs of the published fact-checks and withdrawn ones."""
    built = {path.name for path in (site / "checks").iterdir()}
    public = published(contents) + in_status(contents, Status.WITHDRAWN)

    assert {check.slug for check in public} == built


def test_claims_in_are_claims_out(site: Path, contents: Contents) -> None:
    """Every claim of every sidecar has one page, and no page is of another claim."""
    for check in published(contents):
        pages = {path.stem for path in (site / "checks" / check.slug).glob("*.html")} - {"index"}

        assert {ruled.claim.id for ruled in check.claims} == pages


def test_every_claim_page_has_exactly_one_claim_review(site: Path, contents: Contents) -> None:
    """A claim's page carries one top-level ClaimReview that says what its ruling says."""
    for check in published(contents):
        for ruled in check.claims:
            path = f"checks/{check.slug}/{ruled.claim.id}.html"
            review = of_type(page(site, path), "ClaimReview")

            assert set() == REQUIRED - set(review)
            assert f"https://example.org/{path}" == review["url"]
            assert ruled.claim.claim == review["claimReviewed"]
            rating = review["reviewRating"]
            assert ruled.rating.label_in(check.verdict.language) == rating["alternateName"]
            assert ruled.claim.reason == rating["ratingExplanation"]
            numbers = [rating.get(key) for key in ("worstRating", "ratingValue", "bestRating")]
            number = ruled.rating.number
            assert ([1, number, 5] if number else [None] * 3) == numbers


def test_a_check_page_has_no_claim_review(site: Path, contents: Contents) -> None:
    """A fact-check's page is an Article; the reviews stand on the claims' pages only."""
    for check in published(contents):
        soup = page(site, f"checks/{check.slug}/index.html")

        assert [data["@type"] for data in structured_data(soup)] == ["Article", "BreadcrumbList"]
        assert "ClaimReview" not in str(soup.head)


def test_a_claim_without_claimant_names_no_author(site: Path, contents: Contents) -> None:
    """Nobody whom the document merely names becomes the author of its words for machines."""
    checked = 0
    for check in published(contents):
        for ruled in check.claims:
            soup = page(site, f"checks/{check.slug}/{ruled.claim.id}.html")
            review = of_type(soup, "ClaimReview")
            names = [party_in(check, party.name) for party in ruled.claim.claimant]
            author = review["itemReviewed"].get("author", [])
            authors = author if isinstance(author, list) else [author]

            assert names == [item["name"] for item in authors]
            checked += not names

    assert checked > 0


def test_marks_and_rulings_are_linked_both_ways(site: Path, contents: Contents) -> None:
    """From a quote's mark a link leads to its ruling's card, and from the card one leads back."""
    for check in shown_in_full(contents) + displayed(contents, Display.EXCERPTS):
        soup = page(site, f"checks/{check.slug}/index.html")
        for ruled in (ruled for ruled in check.claims if ruled.anchor):
            quote, card = f"quote-{ruled.claim.id}", f"claim-{ruled.claim.id}"
            seed = soup.select_one(".seed")
            assert seed is not None

            assert by_id(soup, quote) in list(seed.descendants)
            assert len(seed.select(f'a.mark-link[href="#{card}"]')) == 1
            assert by_id(soup, card).select(f'a[href="#{quote}"]')


def test_marked_words_are_the_quote(site: Path, contents: Contents) -> None:
    """Between the start of a quote's mark and its number stand the quote's words alone."""
    for check in shown_in_full(contents):
        soup = page(site, f"checks/{check.slug}/index.html")
        for ruled in check.claims:
            if ruled.anchor is None:  # a claim of a picture, without words
                continue
            words = check.document.text[ruled.anchor.start : ruled.anchor.end]

            assert squeezed(words) == squeezed(marked_text(soup, ruled.claim.id))


def marked_text(soup: BeautifulSoup, claim: str) -> str:
    """The text from a quote's start to its number, the numbers of other quotes left out."""
    text = []
    for node in by_id(soup, f"quote-{claim}").next_elements:
        if isinstance(node, Tag):
            if node.get("href") == f"#claim-{claim}" and "mark-link" in (node.get("class") or []):
                break
        elif node.find_parent(class_="mark-link") is None:
            text.append(str(node))
    return "".join(text)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_document_is_shown_exactly(site: Path, contents: Contents) -> None:
    """Without the quotes' numbers, the shown document is the document, character by character."""
    for check in shown_in_full(contents):
        seed = page(site, f"checks/{check.slug}/index.html").select_one(".seed")
        assert seed is not None
        for number in seed.select(".mark-link, .seed__marker"):
            number.decompose()

        assert squeezed(check.document.text) == squeezed(seed.get_text())


def test_what_is_not_to_be_shown_is_not_published(site: Path, contents: Contents) -> None:
    """Of a document shown in excerpts or not at all, no file holds a sentence without a quote."""
    hidden = {
        "product-ad-wellness": "come in one parcel, at one price",
        "energy-op-ed": "Whoever calls that a niche has not looked",
    }
    excerpts = displayed(contents, Display.EXCERPTS) + displayed(contents, Display.NONE)
    assert set(hidden) == {check.slug for check in excerpts}
    for check in excerpts:
        assert hidden[check.slug] in check.document.text
        for path in (path for path in site.rglob("*") if path.is_file()):
            assert hidden[check.slug].encode() not in path.read_bytes(), path


def test_a_text_files_lines_are_shown_as_written(site: Path, contents: Contents) -> None:
    """The real document has one sentence a line, and so has its page."""
    (real,) = [check for check in contents.checks if check.slug == REAL]
    seed = page(site, f"checks/{REAL}/index.html").select_one(".seed")
    assert seed is not None
    for number in seed.select(".mark-link"):
        number.decompose()

    assert real.document.text.split("\n") == [line.get_text() for line in seed.select(".line")]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SCHEDULED])
def test_what_is_not_out_yet_is_nowhere_on_the_site(
    site: Path, contents: Contents, status: Status
) -> None:
    """No file of the site names a draft, or a fact-check whose day has not come."""
    waiting = in_status(contents, status)
    assert waiting
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_text(encoding="utf-8", errors="replace")
            for check in waiting:
                assert check.slug not in content, path
                assert check.verdict.title not in content, path


#: The corrections as data.
CORRECTIONS = ("corrections.csv", "corrections.jsonl", "factcheck.sqlite")


def test_a_withdrawn_check_is_in_no_list_but_one(site: Path, contents: Contents) -> None:
    """Beside its own pages only the corrections, as page and data, and the sitemap name it."""
    (gone,) = in_status(contents, Status.WITHDRAWN)
    own = [path for top in ("checks", "embed") for path in (site / top / gone.slug).iterdir()]
    naming = {
        path
        for path in site.rglob("*")
        if path.is_file() and gone.slug in path.read_text("utf-8", "replace")
    }

    month = gone.verdict.published.day.isoformat()[:7]
    lists = {site / f"sitemap-{month}.xml", site / "corrections" / "index.html"}
    lists |= {site / "data" / name for name in CORRECTIONS}
    lists |= {*(site / "feeds").glob("corrections.*")}
    assert naming == {*lists, *own}
    assert gone.verdict.withdrawn is not None
    for path in (f"checks/{gone.slug}/index.html", "corrections/index.html"):
        assert gone.verdict.withdrawn.reason in page(site, path).get_text(" ", strip=True)


@pytest.mark.parametrize("part", ["index.html", "us-member.html"])
def test_a_sample_says_so_on_every_page(site: Path, part: str) -> None:
    """The worked example carries its notice on its own page and on its claims' pages."""
    notice = page(site, f"checks/{REAL}/{part}").select_one(".notice")

    assert notice is not None
    assert "This is a sample" in notice.get_text()
    assert "read in excerpt" in notice.get_text()


#: What a sample's page says of it, by language.
SAMPLE = {
    "en": "This is a sample.",
    "es": "Esto es una muestra.",
    "uk": "Це зразок.",
    "ar": "هذا نموذج.",
}


def test_every_page_of_a_sample_says_so(site: Path, contents: Contents) -> None:
    """Also where a sample was withdrawn, no page of it can be taken for a newsroom's work."""
    samples = [check for check in contents.checks if check.verdict.sample]
    shown = [path for check in samples for path in (site / "checks" / check.slug).glob("*.html")]
    pages = [
        soup for path in shown if not (soup := page(site, str(path))).select("meta[content^='0']")
    ]

    assert len(pages) > len(samples)
    for soup in pages:
        assert soup.html is not None
        assert SAMPLE[str(soup.html["lang"])] in soup.get_text()


def test_works_cited_say_whose_words_they_repeat_and_in_which_language(
    site: Path, contents: Contents
) -> None:
    """Each listed work names the work that it is derived from, and a language not the check's."""
    told = []
    for check in published(contents):
        soup = page(site, f"checks/{check.slug}/index.html")
        for id_, work in check.verdict.works.items():
            entry = " ".join(by_id(soup, f"work-{id_}").get_text(" ").split())
            origin = check.verdict.works.get(work.derived_from or "")
            if origin:
                assert "Not independent of: " in entry
                assert origin.title in entry
            told.append((work.language, check.verdict.language, entry))

    assert any(language == "da" and "in Danish" in entry for language, _, entry in told)
    assert any(language == "ru" and "in Russian" in entry for language, _, entry in told)
    assert not any("in English" in entry for language, own, entry in told if language == own)


@pytest.mark.parametrize("language", ["ar", "en", "es", "uk"])
def test_a_ratings_word_names_its_language(site: Path, contents: Contents, language: str) -> None:
    """On a fact-check in another language than the site's the rating's word is marked as such."""
    found = [check for check in published(contents) if check.verdict.language == language]
    assert found
    for check in found:
        soup = page(site, f"checks/{check.slug}/index.html")
        words = soup.select(".ruling .badge span")

        assert {word["lang"] for word in words} == {language}
        assert {word.text for word in words} == {
            ruled.rating.label_in(language) for ruled in check.claims
        }


def test_a_word_that_a_scale_lacks_is_named_for_what_it_is(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """In a language that the scale has no words in, its first one stands and says which it is."""
    sidecar = verdict("second line").replace("language: en", "language: fr")
    sandbox.seed("specimen.txt", "A specimen.\nIt has a second line.\n", sidecar)
    word = page(build(), "checks/specimen/index.html").select_one(".ruling .badge span")

    assert word is not None
    assert (word["lang"], word.text) == ("en", "Unproven")
