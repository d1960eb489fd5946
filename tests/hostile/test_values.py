"""
Hostile texts in every field of a sidecar: shown word for word, and nothing but shown.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from html import unescape

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from factcheck.diagnostics import Severity
from factcheck.model.site import Site
from factcheck.model.values import is_slug
from factcheck.publishing.addresses import Outward
from factcheck.publishing.editions import Edition
from factcheck.publishing.feeds.files import FeedMaker
from factcheck.publishing.feeds.items import full_entry
from factcheck.publishing.feeds.plan import Feed
from factcheck.publishing.listings import Item
from factcheck.publishing.pieces import Part
from factcheck.publishing.templates import Templates
from hostile.corpus import ORDINARY, VALUES, Entry, cases
from hostile.reader import BuiltSite, Visit, collapsed, types
from hostile.sidecars import (
    BOTH_PAGES,
    CHECK_PAGE,
    CLAIM_PAGE,
    LISTS,
    MARKDOWN_ON_BOTH,
    MARKDOWN_ON_CHECK,
    PRIVATE,
    batches,
    judged_value,
    sheets,
)
from sandbox import ROOT
from sitemaps import sitemap_of

PUBLISHED = [entry for entry in VALUES if not entry.refused]
REFUSED = [entry for entry in VALUES if entry.refused]
DIRECTIONS = [entry for entry in PUBLISHED if entry.family == "bidirectional"]
#: What may mean something in Markdown; a text without it is shown there as it is.
MARKDOWN = re.compile(r"[\\`*_\[\]&@]|^\s*(?:[#>+~-]|\d+[.)])|://|\s\s|\n", re.MULTILINE)
#: How titles end: with a dash and the site's name.
SITE = "\u2013 The Example Desk"
#: The pages of a list are the newest and numbered ones.
NUMBERED = re.compile(r"(?:index|page-\d+)\.html\Z")
ATOM = "{http://www.w3.org/2005/Atom}"
#: What structured data are made of, whatever the texts in them.
OF_ARTICLE = {"Organization": 4, "CreativeWork": 4, "Person": 3, "Thing": 2}
OF_REVIEW = dict.fromkeys(("ClaimReview", "Claim", "Person", "Rating", "Article"), 1)
#: How many fact-checks the feed holds.
NEWEST = 50


def check_page(entry: Entry) -> str:
    """Return where the text's fact-check stands."""
    assert [problem.message for problem in judged_value(entry).read.problems] == []
    return f"/checks/{entry.name}/"


def claim_page(entry: Entry) -> str:
    """Return where its claim stands."""
    return f"{check_page(entry)}first.html"


def lacking(visit: Visit, value: str, marks: tuple[str, ...]) -> list[str]:
    """Return the fields that a page does not show whole."""
    return [mark for mark in marks if collapsed(f"{value} §{mark}") not in visit.text]


@pytest.mark.parametrize("entry", cases(PUBLISHED, "inert"))
def test_nothing_in_a_field_acts(values: BuiltSite, entry: Entry) -> None:
    """With scripts on and no policy: nothing runs, loads, leads away or stands in for the site."""
    for path in (check_page(entry), claim_page(entry)):
        assert values.visit(path).faults == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "width"))
def test_no_text_widens_a_page(values: BuiltSite, entry: Entry) -> None:
    """Long words break, and what cannot break makes no page wider than the window."""
    for path in (check_page(entry), claim_page(entry)):
        portrait = values.visit(path).portrait
        assert (portrait["widens"], bool(portrait["wide"])) == (False, entry.unbreakable)


@pytest.mark.parametrize("entry", cases(PUBLISHED, "words"))
def test_every_field_is_shown_word_for_word(values: BuiltSite, entry: Entry) -> None:
    """Each plain field stands on its page, every sign of it, and so does what follows it."""
    check, claim = values.visit(check_page(entry)), values.visit(claim_page(entry))

    assert lacking(check, entry.text, BOTH_PAGES + CHECK_PAGE) == []
    # A claim's own page cites works without listing them.
    assert lacking(claim, entry.text, tuple({*BOTH_PAGES, *CLAIM_PAGE} - {"derived-title"})) == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "markdown"))
def test_markdown_swallows_nothing(values: BuiltSite, entry: Entry) -> None:
    """In Markdown HTML is text: what means nothing in Markdown stands there word for word."""
    check, claim = values.visit(check_page(entry)), values.visit(claim_page(entry))
    text = "" if MARKDOWN.search(entry.text) else entry.text

    assert lacking(check, text, MARKDOWN_ON_BOTH + MARKDOWN_ON_CHECK) == []
    assert lacking(claim, text, MARKDOWN_ON_BOTH) == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "links"))
def test_markdown_links_to_whole_addresses_only(values: BuiltSite, entry: Entry) -> None:
    """Links in Markdown name a host or are mail addresses; a fact-check's words link nowhere."""
    links = values.visit(check_page(entry)).portrait["proseLinks"]

    assert [href for href in links if not re.match(r"https?://[^/\\?#]|mailto:|$", href)] == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "skeleton"))
def test_a_text_changes_nothing_but_words(values: BuiltSite, entry: Entry) -> None:
    """Elements, classes, ids and attributes of both pages are those that plain words have."""
    for page in (check_page, claim_page):
        ordinary, hostile = (
            values.visit(page(which)).portrait["skeleton"].splitlines()
            for which in (ORDINARY, entry)
        )
        assert hostile == ordinary


@pytest.mark.parametrize("entry", cases(PUBLISHED, "head"))
def test_heads_hold_the_words(values: BuiltSite, entry: Entry) -> None:
    """A page's title and description are the sidecar's words, and end where those end."""
    check, claim = (values.visit(page(entry)).portrait for page in (check_page, claim_page))

    def spaced(text: str) -> str:
        return " ".join(collapsed(text).split())

    assert spaced(check["title"]) == spaced(f"{entry.text} §title {SITE}")
    assert spaced(check["description"]) == spaced(f"{entry.text} §summary")
    assert spaced(claim["title"]) == spaced(f"Unproven: {entry.text} §claim {SITE}")
    assert spaced(claim["description"]) == spaced(f"{entry.text} §claim-reason")


@pytest.mark.parametrize("entry", cases(PUBLISHED, "data"))
def test_structured_data_hold_the_words(values: BuiltSite, entry: Entry) -> None:
    """Structured data parse, hold each text unchanged, and no type that a text brought along."""
    told, way = map(json.loads, values.visit(check_page(entry)).portrait["data"])
    ruled, media, trail = map(json.loads, values.visit(claim_page(entry)).portrait["data"])

    assert [Counter(types(one)) for one in (told, way, ruled, media, trail)] == [
        {**OF_ARTICLE, "Article": 1, "Claim": 1, "Message": 1, "CorrectionComment": 1},
        {"BreadcrumbList": 1, "ListItem": 2, "Thing": 2},
        {**OF_REVIEW, "Organization": 2, "CreativeWork": 1, "CorrectionComment": 1},
        {"MediaReview": 1, "Organization": 1, "ImageObject": 1},
        {"BreadcrumbList": 1, "ListItem": 3, "Thing": 3},
    ]
    assert told["isBasedOn"]["name"] == f"{entry.text} §document-title"
    assert told["citation"][-1]["name"] == f"{entry.text} §place-title"
    assert told["correction"] == ruled["correction"]
    assert told["correction"][0]["text"] == f"{entry.text} §change"
    assert media["reviewBody"] == f"{entry.text} §media-note"
    assert trail["itemListElement"][2]["name"] == f"{entry.text} §claim"
    assert told["headline"] == f"{entry.text} §title"
    assert told["description"] == f"{entry.text} §summary"
    assert told["keywords"] == [f"{entry.text} §topic", "Plain"]
    assert ruled["claimReviewed"] == f"{entry.text} §claim"
    assert ruled["reviewRating"]["ratingExplanation"] == f"{entry.text} §claim-reason"
    assert ruled["itemReviewed"]["author"][0]["name"] == f"{entry.text} §name"
    assert ruled["itemReviewed"]["author"][0]["jobTitle"] == f"{entry.text} §role"


@pytest.mark.parametrize("entry", cases(DIRECTIONS, "order"))
def test_no_text_turns_words_around(values: BuiltSite, entry: Entry) -> None:
    """Marks of direction leave Latin letters, the text's own and its neighbours', in order."""
    assert values.disorder(check_page(entry)) == []
    assert values.disorder(claim_page(entry)) == []


@pytest.mark.parametrize("entry", cases(REFUSED, "refused"))
def test_what_cannot_be_shown_is_refused_field_by_field(entry: Entry) -> None:
    """Each field that holds such a text is refused by its code, at its own line."""
    judged = judged_value(entry)
    problems = [one for one in judged.read.problems if one.file.endswith(".yaml")]
    # A link is one in Markdown only.
    marks = MARKDOWN_ON_BOTH + MARKDOWN_ON_CHECK if entry.refused == "bad-address" else ("",)
    fields = [
        number
        for number, line in enumerate(judged.sidecar.decode().splitlines(), 1)
        if any(f"\\xA7{mark}" in line for mark in marks)
    ]

    assert {(one.code, one.severity) for one in problems} == {(entry.refused, Severity.ERROR)}
    assert sorted(one.line for one in problems) == fields


@pytest.mark.parametrize("entry", cases(PUBLISHED, "feed"))
def test_the_feed_holds_the_words(entry: Entry) -> None:
    """The feed parses as XML, and its entry's title, summary, author and topic are the words."""
    items = feed_of(PUBLISHED.index(entry) // NEWEST)
    item = items[entry.name]

    def said(path: str) -> str:
        return (item.findtext(ATOM + path.replace("/", f"/{ATOM}")) or "").strip()

    assert said("title") == f"Unproven: {xml_text(entry.text)} §title"
    assert unescape(said("summary")) == f"{xml_text(entry.text)} §summary".strip()
    authors = [str(one.text) for one in item.findall(f"{ATOM}author/{ATOM}name")]
    names = [f"{entry.text} §{which}" for which in ("author", "second-author")]
    assert [collapsed(one) for one in authors] == [collapsed(xml_text(name)) for name in names]
    topics = [str(category.get("term")) for category in item.findall(f"{ATOM}category")]
    assert [collapsed(topic) for topic in topics] == [collapsed(f"{entry.text} §topic"), "Plain"]
    assert len(list(item)) == len(list(feed_of(0)[PUBLISHED[0].name]))


def xml_text(text: str) -> str:
    """Return a text as XML gives it back: line ends are line feeds."""
    return re.sub("\r\n?", "\n", text)


@cache
def feed_of(number: int) -> dict[str, ET.Element]:
    """Return the entries of the feed of one share of the texts, by slug."""
    checks = [
        judged.read.factcheck
        for entry in PUBLISHED[number * NEWEST : (number + 1) * NEWEST]
        if (judged := judged_value(entry)).read.factcheck
    ]
    site = Site("The Example Desk", "https://example.org", "en", "The Example Desk")
    record, theme = Outward(site, "", "default@1"), Templates(ROOT / "theme")
    whole = (full_entry(check, Item(check.slug, Part.CHECK, 0), record, theme) for check in checks)
    plan = Feed("feeds/all", "All", "All", "Of all", "index.html", tuple(whole), datetime.now(UTC))
    feed = next(FeedMaker(site, Edition(), theme).files(plan)).data
    root = ET.fromstring(feed)  # noqa: S314 - our own feed
    return {
        item.findall(f"{ATOM}link")[0].attrib["href"].rstrip("/").rsplit("/", 1)[1]: item
        for item in root.iter(f"{ATOM}entry")
    }


def test_lists_show_every_text_and_obey_none(values: BuiltSite) -> None:
    """On all their pages lists are harmless, and show every title, claim and reason."""
    # Of topics and names that differ in signs alone, one stands for all.
    marks = (("title", "reason"), ("claim", "claim-reason", "title"), (), ())
    for folder, shown in zip(LISTS, marks, strict=True):
        visits = [values.visit(path) for path in sheets(values.output, folder)]
        text = " ".join(visit.text for visit in visits)

        assert [fault for visit in visits for fault in visit.faults] == []
        assert not any(visit.portrait["widens"] for visit in visits)
        for entry in PUBLISHED:
            if judged_value(entry).is_sound:
                assert [
                    mark for mark in shown if collapsed(f"{entry.text} §{mark}") not in text
                ] == []


def test_withdrawals_show_their_reasons(values: BuiltSite) -> None:
    """A withdrawn fact-check's page shows title and reason word for word, and nothing acts."""
    for number, batch in enumerate(batches()):
        visit = values.visit(f"/checks/withdrawn-{number}/")

        assert visit.faults == []
        assert lacking(visit, batch[0].text, ("title",)) == []
        for place, entry in enumerate(batch):
            assert lacking(visit, entry.text, (str(place),)) == []


def test_former_addresses_lead_on_whatever_the_title(values: BuiltSite) -> None:
    """The page at a former address leads to the present one, and a title changes only words."""
    plain = moved(values, ORDINARY)
    for entry in PUBLISHED:
        if judged_value(entry).is_sound:
            page = moved(values, entry)
            refresh = page.find("meta", attrs={"http-equiv": "refresh"})

            assert isinstance(refresh, Tag)
            assert refresh["content"] == f"0; url=/checks/{entry.name}/"
            assert [tag.name for tag in page.find_all()] == [tag.name for tag in plain.find_all()]
            assert collapsed(f"{entry.text} §title") in collapsed(page.get_text())


def moved(values: BuiltSite, entry: Entry) -> BeautifulSoup:
    """Parse the page at a former address."""
    path = values.output / "checks" / f"old-{entry.name}" / "index.html"
    return BeautifulSoup(path.read_bytes(), "lxml")


def test_texts_decide_no_path(values: BuiltSite) -> None:
    """Folders are those of slugs, and beside them stands nothing that a text named."""
    sound = [entry for entry in (ORDINARY, *VALUES) if judged_value(entry).is_sound]
    written = {path.name for path in (values.output / "checks").iterdir()}
    expected = {f"{before}{entry.name}" for entry in sound for before in ("", "old-")}

    assert {
        name for name in written if not name.startswith(("withdrawn-", "address-"))
    } == expected
    parts = {path.name for path in values.output.glob("sitemap-*.xml")}
    assert {path.name for path in values.output.iterdir() if path.stem[:5] != "page-"} - parts == {
        *(".built-by-factcheck", "404.html", "_headers", "about", "archive", "browse", "checks"),
        *(
            "claimants",
            "contact",
            "corrections",
            "corrections-policy",
            "data",
            "embed",
            "feeds",
            "funding",
        ),
        *("index.html", "kinds", "languages", "llms.txt", "methodology", "outlets", "ratings"),
        "review-due",
        *("robots.txt", "search", "sitemap.xml", "submit-a-claim", "team", "theme", "topics"),
        *("ar", "es", "uk"),
    }
    kinds = ("claimants", "kinds", "languages", "outlets", "topics")
    named = [path for kind in kinds for path in (values.output / kind).iterdir()]
    assert [one.name for one in named if not (is_slug(one.name) or NUMBERED.match(one.name))] == []


def test_files_for_machines_hold_no_text(values: BuiltSite, documents: BuiltSite) -> None:
    """Headers and robots.txt are the same with any texts, and the sitemap holds addresses only."""
    for name in ("_headers", "robots.txt"):
        assert (values.output / name).read_bytes() == (documents.output / name).read_bytes()
    for address in sitemap_of(values.output):
        assert re.fullmatch(r"https://example\.org/[a-z0-9/.-]*", address)


def test_no_file_is_drawn_in(values: BuiltSite) -> None:
    """Nothing that a text names is read: a file in reach of the build stays private."""
    for path in values.output.rglob("*.*"):
        assert PRIVATE.encode() not in path.read_bytes()
