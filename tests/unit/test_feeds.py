"""
Feeds as they are written: any text can stand in them, and none does anything.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import feeds
import pytest
from factcheck.publishing.editions import Edition
from factcheck.publishing.feeds.entries import FeedEntry
from factcheck.publishing.feeds.files import FeedMaker
from factcheck.publishing.feeds.forms import stem_of
from factcheck.publishing.feeds.plan import Feed
from factcheck.publishing.templates import Templates
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from specimens import ROOT, SITE

DAY = datetime(2026, 1, 5, tzinfo=UTC)
TEMPLATES = Templates(ROOT / "theme")
XHTML = "{http://www.w3.org/1999/xhtml}"

#: What ends a section, an element or a declaration, and what no XML can hold.
HOSTILE = (
    "]]>",
    "<![CDATA[",
    "</content></entry></feed>",
    "<script>alert(1)</script>",
    '"><x onload="y">',
    "&amp;lt;b&gt; &nbsp; &#0;",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y 'z'>]>",
    "{{ 7 * 7 }} {% raw %}",
    "nul \x00, bell \x07, escape \x1b",
    "half \ud83d a character",
    "not \ufffe characters \uffff",
    "\u202edesrever\u2066",
    "lines\r\nof\rall\u2028kinds",
)


def entry(text: str) -> FeedEntry:
    return FeedEntry(
        id="https://example.org/checks/a/",
        url="https://example.org/checks/a/",
        title=text,
        summary=text,
        published=DAY,
        updated=DAY,
        language="en",
        authors=(text,),
        categories=(text,),
        content=f"<p>{text}</p>",
    )


def written(text: str) -> dict[str, bytes]:
    """Write a feed that holds a text everywhere, and return its forms."""
    feed = Feed("feeds/a", text, text, text, "index.html", (entry(text), entry(text)), DAY)
    made = FeedMaker(SITE, Edition(), TEMPLATES).files(feed)
    return {file.path.removeprefix("feeds/a"): file.data for file in made}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_texts(text: str) -> None:
    """In each form the text stands where it was put, and the form is what plain words give."""
    plain, hostile = written("words"), written(text)

    for form in (".atom.xml", ".rss.xml"):
        expected, found = (etree.fromstring(one[form]) for one in (plain, hostile))
        assert [one.tag for one in found.iter()] == [one.tag for one in expected.iter()]
        assert [sorted(one.attrib) for one in found.iter()] == [
            sorted(one.attrib) for one in expected.iter()
        ]
    assert shape(json.loads(hostile[".json"])) == shape(json.loads(plain[".json"]))
    told = json.loads(hostile[".json"])["items"][0]["title"]
    assert told == "".join("\ufffd" if is_unsound(sign) else sign for sign in text)


def shape(data: object) -> object:
    """Return plain data with every text left out."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    return [shape(one) for one in data] if isinstance(data, list) else type(data)


def is_unsound(sign: str) -> bool:
    is_control = sign < " " and sign not in "\t\n\r"
    return is_control or "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_makes_a_feed(text: str) -> None:
    """Whatever the text: both forms in XML are parsed by two parsers, and JSON by its own."""
    forms = written(text)

    for form in (".atom.xml", ".rss.xml"):
        etree.fromstring(forms[form])
        ET.fromstring(forms[form])  # noqa: S314 - our own
    assert json.loads(forms[".json"])["items"][0]["id"] == "https://example.org/checks/a/"


def test_what_browsers_show_is_hidden_from_feed_readers() -> None:
    """A feed's own elements are those of its form; what is for browsers stands in one of ours."""
    forms = written("words")
    for form, path in ((".atom.xml", "."), (".rss.xml", "channel")):
        root = etree.fromstring(forms[form]).find(path)
        strange = [one.tag for one in root if one.tag.startswith("{urn:")]

        assert strange == ["{urn:x-factcheck:reading}reading"]
        assert not [one for one in root if one.tag.startswith(XHTML)]
        assert root[-1].findtext(f".//{XHTML}h1/{XHTML}bdi") == "words"
        assert root[-1].findtext(f".//{XHTML}code") == f"https://example.org/feeds/a{form}"


def test_a_feed_without_items_is_whole() -> None:
    """It says when the site was last updated, and breaks no rule of its form."""
    feed: Feed[FeedEntry] = Feed("feeds/a", "A", "A", "Of a.", "index.html", (), DAY)
    made = {file.path: file.data for file in FeedMaker(SITE, Edition(), TEMPLATES).files(feed)}
    address = "https://example.org/feeds/a"

    assert list(feeds.atom_faults(made["feeds/a.atom.xml"], f"{address}.atom.xml")) == []
    assert list(feeds.rss_faults(made["feeds/a.rss.xml"], f"{address}.rss.xml")) == []
    assert b"<updated>2026-01-05T00:00:00+00:00</updated>" in made["feeds/a.atom.xml"]


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("feeds/all.atom.xml", "feeds/all"),
        ("es/feeds/topics/luna.rss.xml", "es/feeds/topics/luna"),
        ("feeds/all.json", "feeds/all"),
        ("feeds/index.html", ""),
        ("sitemap.xml", ""),
    ],
)
def test_a_form_is_known_by_its_ending(path: str, stem: str) -> None:
    """The three forms of a feed have one place; any other file has none."""
    assert stem_of(path) == stem
