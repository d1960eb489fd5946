"""
What Python puts into the index, the browser finds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest
from factcheck.publishing.search.entries import Field, Findable, indexed
from factcheck.publishing.search.index import Index
from factcheck.publishing.search.words import words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route
from sandbox import ROOT
from search_cases import CASES

HOST: Final = "http://search.example"
SCRIPTS: Final = ROOT / "theme" / "static" / "js" / "search"

#: Letters of many scripts, few of each, so that texts share words and word beginnings.
SIGNS: Final = "abcdeéñß' -.ієґ\u2019ايةاَل東京都がกข 12"  # noqa: RUF001
TEXTS: Final = st.lists(st.text(SIGNS, min_size=1, max_size=40), min_size=1, max_size=6)

#: What both know: a browser may follow a later Unicode.
KNOWN: Final = st.characters(exclude_categories=["Cs", "Cn"])

#: Asks for each query and returns those that did not find what they should.
ASK: Final = """
async (asked) => {
  const { Index } = await import("/js/index.js");
  const { search } = await import("/js/search.js");
  const index = await Index.open(new URL("/search/manifest.json", location.href));
  const missed = [];
  for (const [query, hit] of asked) {
    const { hits } = await search(index, query);
    if (!hits.includes(hit)) missed.push([query, hit, hits]);
  }
  return missed;
}
"""


class Host:
    """A site in memory: the scripts and an index."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(f"{HOST}/").split("?")[0]
        if path.startswith("js/"):
            body = (SCRIPTS / path.removeprefix("js/")).read_bytes()
            route.fulfill(body=body, content_type="text/javascript")
        elif path in self.files:
            route.fulfill(body=self.files[path], content_type="application/json")
        else:
            route.fulfill(
                status=404 if path else 200, body="<!doctype html>", content_type="text/html"
            )


@pytest.fixture(scope="module")
def host() -> Host:
    return Host()


@pytest.fixture(scope="module")
def window(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context()
    context.route(f"{HOST}/**", host.answer)
    page = context.new_page()
    page.goto(f"{HOST}/")
    yield page
    context.close()


def index_of(texts: list[str]) -> dict[str, bytes]:
    """Make an index in which each text is a fact-check of its own."""
    index = Index()
    files = {}
    for number, text in enumerate(texts):
        found = Findable(1, ((1, json.dumps([[], [[]]])),), indexed([[Field(text, 1.0, 10)]]))
        files |= dict(index.add(f"text-{number}", found))
    return files | dict(index.files(()))


def asked_for(hit: int, text: str) -> Iterator[tuple[str, int]]:
    """Give what must find a text: its words, their beginnings, itself as a phrase."""
    for word in words(text):
        yield f"{word} ", hit
        for end in range(1, len(word)):
            yield word[:end], hit
    clean = text.replace('"', " ").strip()
    if words(clean):
        yield clean, hit
        yield f'"{clean}"', hit


def test_the_browser_parts_texts_as_python_does(window: Page) -> None:
    """Every case of the common table gives the same words in JavaScript."""
    code = """async (texts) => {
      const { words } = await import("/js/words.js");
      return texts.map((text) => words(text).map(({ word }) => word).join(" "));
    }"""
    assert dict(zip(CASES, window.evaluate(code, list(CASES)), strict=True)) == CASES


@given(st.lists(st.text(KNOWN, max_size=30), max_size=20))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_browser_parts_any_text_as_python_does(window: Page, texts: list[str]) -> None:
    """Texts of any characters give the same words in JavaScript."""
    code = """async (texts) => {
      const { words } = await import("/js/words.js");
      return texts.map((text) => words(text).map(({ word }) => word));
    }"""
    assert window.evaluate(code, texts) == [words(text) for text in texts]


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_indexed_is_found(window: Page, host: Host, texts: list[str]) -> None:
    """A text is found by each of its words, by their beginnings, and by itself as a phrase."""
    host.files = index_of(texts)
    asked = [pair for hit, text in enumerate(texts) for pair in asked_for(hit, text)]

    assert window.evaluate(ASK, asked) == []


def test_large_indexes_are_parted_and_all_is_found(window: Page, host: Host) -> None:
    """Where words, blocks and records take many files, each word still leads to its text."""
    letters = "bdfgklmnprst"
    names = [f"{a}a{b}o{c}i" for a in letters for b in letters for c in letters]
    texts = [" ".join(names[at : at + 30]) for at in range(0, len(names), 10)]
    host.files = index_of(texts)
    manifest = json.loads(host.files["search/manifest.json"])
    assert min(len(manifest[name]) for name in ("words", "backwards")) > 1
    asked = [(f"{word} ", hit) for hit, text in enumerate(texts) for word in words(text)[::7]]
    asked += [
        (f'"{one} {other}"', hit)
        for hit, text in enumerate(texts[:20])
        for one, other in pairwise(words(text))
    ]

    assert window.evaluate(ASK, asked) == []


def test_every_hit_has_its_own_record(window: Page, host: Host) -> None:
    """However many rulings a fact-check has, each hit shows what is its own, and whose it is."""
    index, files, told = Index(), {}, []
    for check, count in enumerate((1, 70, 3, 32, 33, 300)):
        names = [f"{check}.{hit} " + "x" * 90 for hit in range(count)]
        told += names
        hits = [["", "", name, "", "", ""] for name in names]
        parts = [hits[at : at + 32] for at in range(0, count, 32)]
        around = ["", f"check {check}", "en", "ltr", "", False]
        found = Findable(count, tuple((len(one), json.dumps([around, one])) for one in parts))
        files |= dict(index.add(f"text-{check}", found))
    host.files = files | dict(index.files(()))
    code = """async () => {
      const { Index } = await import("/js/index.js");
      const index = await Index.open(new URL("/search/manifest.json", location.href));
      const all = Array.from({ length: index.count }, (_, hit) => index.record(hit));
      return (await Promise.all(all)).map(({ heading, check }) => [check.title, heading]);
    }"""

    assert window.evaluate(code) == [[f"check {name.split('.')[0]}", name] for name in told]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vaccin", "vaccine"),
        ("vacine", "vaccine"),
        ("vacccine", "vaccine"),
        ("vaxcine", "vaccine"),
        ("avccine", "vaccine"),
        ("baccine", "vaccine"),
        ("accine", "vaccine"),
        ("xvaccine", "vaccine"),
        ("vacicne", "vaccine"),
        ("vaccinr", "vaccine"),
        ("infralstructute", "infrastructure"),
        ("вакцна", "вакцина"),
        ("محاولت", "محاولات"),
    ],
)
def test_a_misspelt_word_is_found(window: Page, host: Host, typed: str, meant: str) -> None:
    """A letter lacking, too many, wrong or swapped, at any place; two in a long word."""
    texts = ["vaccine", "infrastructure", "вакцина", "محاولات", "valence", "structure", "vicinity"]
    host.files = index_of(texts)

    assert window.evaluate(ASK, [(f"{typed} ", texts.index(meant))]) == []


def test_the_same_texts_make_the_same_files() -> None:
    """An index has the same bytes each time, and one more text changes few of its files."""
    letters = "bdfgklmnprst"
    texts = [f"{a}a{b}o{c}i{a}e {a}{b}a" for a in letters for b in letters for c in letters]
    before = index_of(texts)
    assert before == index_of(texts)
    after = index_of([*texts, "one more"])

    assert len(after.keys() - before.keys()) < len(after) / 3
