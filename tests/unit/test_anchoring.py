# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import unicodedata

import pytest
from factcheck.model.verdict import Quote
from factcheck.reading.anchoring import Ground, places
from factcheck.reading.folding import fold
from specimens import document

#: More marks than any letter bears.
STACK = "\u0301\u0323\u0336" * 10


def found(text: str, name: str = "a.txt", **quote: str) -> list[str]:
    ground = Ground(document(text, name))
    anchors = places(ground, Quote(**quote))
    return [ground.document.text[anchor.start : anchor.end] for anchor in anchors]


def starts(text: str, **quote: str) -> list[int]:
    return [anchor.start for anchor in places(Ground(document(text)), Quote(**quote))]


def test_exact_words_are_found_where_they_stand() -> None:
    """The words themselves are found, by offsets in characters."""
    assert starts("é 🌳 four arches", exact="four arches") == [4]


@pytest.mark.parametrize(
    ("there", "quoted"),
    [
        ("a\u00a0b", "a b"),
        ("a\u202fb", "a b"),
        ("a  \n\tb", "a b"),
        ("a b", "a\u00a0\u00a0b"),
        ("“a” b", '"a" b'),
        ('"a" b', "„a“ b"),
        ("«a» b", '"a" b'),
        ("it’s", "it's"),
        ("it's", "it’s"),
        ("‘a’", "'a'"),
        ("‹a›", "'a'"),
        ("a\u2010b", "a-b"),
        ("a\u2011b", "a-b"),
        ("a–b", "a-b"),
        ("a—b", "a-b"),
        ("a−b", "a-b"),
        ("a-b", "a—b"),
        ("arch\u00ades", "arches"),
        ("arches", "arch\u00ades"),
        ("ar\u200bches", "arches"),
        ("ar\u200fches\u200e", "arches"),
        (unicodedata.normalize("NFC", "café au"), unicodedata.normalize("NFD", "café au")),
        (unicodedata.normalize("NFD", "café au"), unicodedata.normalize("NFC", "café au")),
        (unicodedata.normalize("NFD", "ệ"), unicodedata.normalize("NFC", "ệ")),
        ("a\u0323\u0302", "a\u0302\u0323"),
        ("❤️", "❤"),
        ("❤", "❤️"),
        ("葛\U000e0100城", "葛城"),
        ("u\u034f\u0308", "ü"),
        (f"Z{STACK}a{STACK}", "Za"),
        (f"Z\ufe0f{STACK}é{STACK}", "Ze"),
        ("\u0e01" + "\u0e47" * 20, "\u0e01"),
    ],
)
def test_equal_words_are_found(there: str, quoted: str) -> None:
    """What typing and copying change does not hide a quote, and all of it is marked."""
    (words,) = found(f"x {there} y", exact=quoted)

    assert words.strip("\u200e") == there.strip("\u200e")


@pytest.mark.parametrize(
    ("there", "quoted"),
    [
        ("Four", "four"),
        ("café", "cafe"),
        ("cafe", "café"),
        ("cafe\u0301", "cafe"),
        ("cafe\u0301s", "caf e"),
        ("9", "8"),
        ("1.000", "1,000"),
        ("1000", "1 000"),
        ("٣", "3"),
        ("a - b", "a-b"),
        ("a...b", "a…b"),
        ("ﬁsh", "fish"),
        ("m²", "m2"),
        ("ａ", "a"),
        ("don t", "don't"),
        ("bells", "bell s"),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_other_words_are_never_found(there: str, quoted: str) -> None:
    """Case, accents, digits, punctuation and look-alikes count: the search is never fuzzy."""
    assert found(f"x {there} y", exact=quoted) == []


def test_quote_may_cross_blocks_and_markup() -> None:
    """Words on both sides of a block's end or of inline markup are one quote."""
    page = "<h2>The bridge</h2><p>has <b>fo</b>ur <a href=https://example.org>arches</a>."

    assert found(page, "a.html", exact="bridge has four arches") == ["bridge\nhas four arches"]


def test_line_breaks_of_the_document_do_not_count() -> None:
    """A quote in one line is found over several."""
    assert found("The bridge\nhas  four\n\narches.", exact="bridge has four arches") != []


def test_exact_words_go_before_equal_ones() -> None:
    """Where the words stand exactly as quoted, others that only equal them are no rivals."""
    assert starts("it’s, it's", exact="it's") == [6]


def test_overlapping_places_are_all_told() -> None:
    """Places that share characters are places of their own."""
    assert starts("ha ha ha", exact="ha ha") == [0, 3]


def test_nested_quotes_are_found_independently() -> None:
    """A quote within another's words has a place of its own."""
    text = "The bridge has four arches."

    assert [starts(text, exact="The bridge has four"), starts(text, exact="bridge has")] == [
        [0],
        [4],
    ]


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ({"prefix": "old bridge has"}, [23]),
        ({"prefix": "The"}, []),
        ({"suffix": "too"}, [23]),
        ({"suffix": ", and"}, [0]),
        ({"prefix": "has ", "suffix": " too"}, [23]),
        ({"prefix": "new bridge has", "suffix": "too"}, []),
        ({"prefix": " ", "suffix": "\n"}, [0, 23]),
    ],
)
def test_context_chooses_among_places(context: dict[str, str], expected: list[int]) -> None:
    """What stands directly before and after decides, and nothing else does."""
    text = "bells, and old bridge has bells too"
    expected = [{0: 0, 23: 26}[at] for at in expected]

    assert starts(text, exact="bells", **context) == expected


def test_context_is_folded_like_the_quote() -> None:
    """Context need not be typed with the document's own quotation marks or line breaks."""
    assert starts("bells. It’s\n“bells”", exact="bells", prefix="It's \"") == [13]


def test_context_may_choose_an_equal_place() -> None:
    """Where no exact place fits the context, one that equals the quote may."""
    assert starts("it's here, it’s there", exact="it's", suffix="there") == [11]


@pytest.mark.parametrize("exact", ["e\u0301", "é"])
def test_accent_belongs_to_its_letter(exact: str) -> None:
    """A letter is marked with its accent, however either is encoded."""
    assert found("cafe\u0301", exact=exact) == ["e\u0301"]


def test_fold_knows_the_way_back() -> None:
    """Each folded character knows the original's characters that it stands for."""
    folded = fold("a \u00a0“e\u0301”\u00ad–b")

    assert folded.text == 'a "e\u0301"-b'
    assert folded.origin(1, 2) == (1, 3)
    assert folded.origin(3, 5) == (4, 6)
    assert folded.origin(6, 8) == (8, 10)
    assert folded.index(7) == 6
