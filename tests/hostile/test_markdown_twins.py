"""
Hostile documents and texts in the Markdown twins: words there too, for any reader of Markdown.
"""

from __future__ import annotations

import re

import pytest
from hostile.corpus import DOCUMENTS, ORDINARY, VALUES, Entry, cases
from hostile.reader import BuiltSite, collapsed
from hostile.sidecars import BOTH_PAGES, CHECK_PAGE, CLAIM_PAGE, judged_document, pages
from twin_reader import READERS, Twin

PUBLISHED = [entry for entry in VALUES if not entry.refused]
PUBLISHED_DOCUMENTS = [entry for entry in DOCUMENTS if not entry.refused]
FOREIGN = {"html_block", "html_inline", "image", "hr", "table_open", "s_open"}

#: The headings of a twin, whatever the document holds.
AROUND = ["h1", *["h2"] * 2, "h3", *["h2"] * 4]
AROUND_A_CLAIM = ["h1", "h2"]

#: A relative address, or a scheme that is none of the web's.
INWARD = re.compile(r"(?!https?://[^/\\?#]|mailto:)")


def twins(site: BuiltSite, entry: Entry, reader: str) -> tuple[Twin, Twin]:
    folder = site.output / "checks" / entry.name
    return Twin.at(folder / "index.md", reader), Twin.at(folder / "first.md", reader)


def lacking(twin: Twin, value: str, marks: tuple[str, ...]) -> list[str]:
    """Return the fields that a twin does not show whole."""
    text = collapsed(twin.words)
    return [mark for mark in marks if collapsed(f"{value} §{mark}") not in text]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("entry", cases(PUBLISHED, "twins"))
def test_a_text_brings_no_markup(values: BuiltSite, entry: Entry, reader: str) -> None:
    """No field makes an element, a heading or a link: they are those that plain words have."""
    for hostile, plain in zip(
        twins(values, entry, reader), twins(values, ORDINARY, reader), strict=True
    ):
        assert not hostile.kinds & FOREIGN
        assert hostile.headings == plain.headings
        assert [link for link in hostile.links if INWARD.match(link)] == []
        assert hostile.head.keys() == plain.head.keys()


@pytest.mark.parametrize("entry", cases(PUBLISHED, "words"))
def test_every_field_is_told_word_for_word(values: BuiltSite, entry: Entry) -> None:
    """Each plain field stands in its twin, every sign of it, and so does what follows it."""
    check, claim = twins(values, entry, "commonmark")

    assert lacking(check, entry.text, BOTH_PAGES + CHECK_PAGE) == []
    assert lacking(claim, entry.text, tuple({*BOTH_PAGES, *CLAIM_PAGE} - {"derived-title"})) == []


@pytest.mark.parametrize("entry", cases(PUBLISHED, "head"))
def test_a_head_holds_the_words(values: BuiltSite, entry: Entry) -> None:
    """A title in the front matter is the sidecar's words, and ends where they end."""
    check, claim = twins(values, entry, "commonmark")

    def spaced(text: str) -> str:
        return " ".join(text.split())

    assert spaced(check.head["title"]) == spaced(f"{entry.text} §title")
    assert spaced(claim.head["title"]) == spaced(f"{entry.text} §claim")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("entry", cases(PUBLISHED_DOCUMENTS, "twins"))
def test_a_document_stays_in_its_quotation(
    documents: BuiltSite, entry: Entry, reader: str
) -> None:
    """Nothing of a document stands outside the quotation, and nothing in it acts."""
    for path in pages(judged_document(entry)):
        file = f"{path}index.html" if path.endswith("/") else path
        twin = Twin.at((documents.output / file.lstrip("/")).with_suffix(".md"), reader)
        assert not twin.kinds & FOREIGN
        assert twin.headings == (AROUND_A_CLAIM if path.endswith("first.html") else AROUND)
        assert [link for link in twin.links if INWARD.match(link)] == []
        for words in entry.hides:
            assert collapsed(words) not in twin.words
