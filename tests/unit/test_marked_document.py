from __future__ import annotations

import pytest
from factcheck.model.factcheck import Anchor, FactCheck
from factcheck.model.scale import Scales
from factcheck.model.site import Site
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.numbering import letter, numbered
from factcheck.publishing.sweep import Sweep
from factcheck.publishing.views.document import DocumentView, Segment, document_view
from factcheck.reading.anchoring import cut_word
from factcheck.reading.pairs import Pair, read_pair
from factcheck.usecases.read import Contents
from hypothesis import given, settings
from hypothesis import strategies as st

HEAD = """\
title: A specimen
slug: specimen
status: published
sample: {sample}
language: en
published: 2026-01-05
authors: [Desk]
summary: A specimen for a test.
document: {{kind: message, display: {display}}}
claims:
"""

CLAIM = """\
  - id: claim-{number}
    quote: '{quote}'
    claim: The specimen says so.
    rating: unproven
    reason: Nothing was looked for.
"""


@pytest.fixture(scope="module")
def scales(contents: Contents) -> Scales:
    assert contents.scales is not None
    return contents.scales


def check_of(
    scales: Scales,
    text: str,
    *quotes: str,
    name: str = "x.txt",
    display: str = "full",
    sample: str = "no",
) -> FactCheck:
    sidecar = HEAD.format(display=display, sample=sample) + "".join(
        CLAIM.format(number=number, quote=quote) for number, quote in enumerate(quotes, start=1)
    )
    reading = read_pair(Pair(name, text.encode(), "x.verdict.yaml", sidecar.encode()), scales)
    assert reading.factcheck is not None, reading.problems
    return reading.factcheck


def view_of(check: FactCheck) -> DocumentView:
    record = Record(Site("Site", "https://example.org", "en", "Desk"), check_path(check.slug))
    return document_view(check, numbered(check), record)


def segments(view: DocumentView) -> list[Segment]:
    return [segment for part in view.parts for line in part.lines for segment in line]


def marked(view: DocumentView) -> list[tuple[str, str]]:
    """Each piece of the document with the numbers of the quotes that cover it."""
    return [(s.text, " ".join(mark.number for mark in s.marks)) for s in segments(view)]


def test_overlapping_quotes_are_cut_where_they_meet(scales: Scales) -> None:
    """Words of two quotes stand in a piece of their own that carries both."""
    view = view_of(check_of(scales, "one two three four", "one two three", "two three four"))

    assert marked(view) == [("one ", "1"), ("two three", "1 2"), (" four", "2")]


def test_nested_quotes_keep_the_outer_one_on_both_sides(scales: Scales) -> None:
    """A quote inside another one leaves the outer marked before and after it."""
    view = view_of(check_of(scales, "one two three four", "two", "one two three four"))

    assert marked(view) == [("one ", "1"), ("two", "1 2"), (" three four", "1")]


def test_quotes_of_the_same_words_share_them(scales: Scales) -> None:
    """Two claims on the very same words are both marked there, and both end there."""
    view = view_of(check_of(scales, "one two", "two", "two"))

    assert marked(view) == [("one ", ""), ("two", "1 2")]
    assert [mark.number for mark in segments(view)[-1].ends] == ["1", "2"]


def test_a_quote_over_several_lines_begins_and_ends_once(scales: Scales) -> None:
    """A quote that runs over a line's end has one beginning and one number."""
    view = view_of(check_of(scales, "one two\nthree four", "two three"))

    assert [[segment.text for segment in line] for part in view.parts for line in part.lines] == [
        ["one ", "two"],
        ["three", " four"],
    ]
    assert [sum(len(getattr(s, edge)) for s in segments(view)) for edge in ("begins", "ends")] == [
        1,
        1,
    ]


def test_a_quote_across_markup_is_cut_at_the_markup(scales: Scales) -> None:
    """In a page, a quote that runs into a link and bold text stays one quote."""
    text = "<p>one <b>two <a href='https://a.example/'>three</a></b> four</p>"
    view = view_of(check_of(scales, text, "one two three four", name="x.html"))

    assert [segment.text for segment in segments(view)] == ["one ", "two ", "three", " four"]
    assert ["strong" in segment.kinds for segment in segments(view)] == [False, True, True, False]
    assert [segment.href for segment in segments(view)] == ["", "", "https://a.example/", ""]


def test_what_deceives_is_told_from_what_does_not_across_markup(scales: Scales) -> None:
    """A selector in bold type belongs to the heart before it; after a letter it is hidden."""
    text = "<p>one ❤<b>\ufe0f</b> a<b>\ufe0f</b> two</p>"
    view = view_of(check_of(scales, text, "one", name="x.html"))

    assert [(s.text, s.hidden.sign if s.hidden else "") for s in segments(view)] == [
        ("one", ""),
        (" ❤", ""),
        ("\ufe0f", ""),
        (" a", ""),
        ("", "U+FE0F"),
        (" two", ""),
    ]


def test_what_deceives_is_shown_once_however_it_is_cut(scales: Scales) -> None:
    """A stack of marks that bold type cuts is one sign, and belongs to the quote of its letter."""
    marks = "\u0301" * 9
    text = f"<p>one Z{marks}<b>{marks}</b> two</p>"
    view = view_of(check_of(scales, text, "one Z", name="x.html"))
    pieces = [(s.text, s.hidden.sign if s.hidden else "", len(s.marks)) for s in segments(view)]

    assert pieces == [("one Z", "", 1), ("", "18 marks", 1), ("", "", 1), (" two", "", 0)]


def test_words_struck_out_begin_and_end_once(scales: Scales) -> None:
    """Words struck out know where they begin and end, though a quote cuts them."""
    view = view_of(check_of(scales, "<p>a <del>b c d</del> e</p>", "c", name="x.html"))

    assert [
        (s.text, "struck" in s.kinds, s.begins_struck, s.ends_struck) for s in segments(view)
    ] == [
        ("a ", False, False, False),
        ("b ", True, True, False),
        ("c", True, False, False),
        (" d", True, False, True),
        (" e", False, False, False),
    ]


def shown(view: DocumentView) -> list[str]:
    """The document's lines as a reader sees them, gaps by their sign."""
    lines = []
    for part in view.parts:
        inner = part.lines or tuple(line for *_, item in part.items for line in item)
        lines += ["".join("[…]" if s.is_gap else s.text for s in line) for line in inner]
        lines += ["[…]"] if part.kind == "gap" else []
    return lines


def test_excerpts_show_the_sentences_around_quotes(scales: Scales) -> None:
    """With display: excerpts, a sign stands wherever something is left out, and only there."""
    text = "First one. Second one. Third one.\n\nNothing here.\n\nNor here.\n\nLast one."
    view = view_of(check_of(scales, text, "Second", "Last", display="excerpts"))

    assert shown(view) == ["[…]", "Second one. ", "[…]", "[…]", "Last one."]


def test_excerpts_of_a_sample_begin_as_the_document_does(scales: Scales) -> None:
    """What a specimen says of itself in its first block is shown, also where it holds no quote."""
    text = "Specimen: written for a test. Nothing in it is real.\n\nOne thing. Another."
    check = check_of(scales, text, "Another", display="excerpts", sample="yes")

    opening = "Specimen: written for a test. Nothing in it is real."
    assert shown(view_of(check)) == [opening, "[…]", "Another."]


def test_an_excerpt_is_a_whole_sentence_over_its_lines(scales: Scales) -> None:
    """A sentence that runs over a line's end is shown whole: half of it may say the opposite."""
    text = "It is not true, said the specimen, that\nthe tower is tall. It is not."
    view = view_of(check_of(scales, text, "the tower is tall", display="excerpts"))

    assert shown(view) == ["It is not true, said the specimen, that", "the tower is tall. ", "[…]"]


def test_left_out_entries_and_tables_leave_a_sign(scales: Scales) -> None:
    """A list's entries and a table without a quote are left out with one sign each."""
    text = "<ul><li>one<li>two<li>three<li>four</ul><table><tr><td>a</table><p>end"
    view = view_of(check_of(scales, text, "three", name="x.html", display="excerpts"))

    assert [part.kind for part in view.parts] == ["list", "gap"]
    assert shown(view) == ["[…]", "three", "[…]", "[…]"]


def test_a_document_that_is_not_shown_is_not_in_the_view(scales: Scales) -> None:
    """With display: none, no word of the document reaches the template this way."""
    view = view_of(check_of(scales, "one two", "two", display="none"))

    assert view.parts == ()


def test_tables_keep_their_rows_and_columns(scales: Scales) -> None:
    """Cells stand in their row and column, empty ones too, and a second table begins anew."""
    row = "<tr><td>a</td><td></td><td>c</td></tr>"
    text = f"<table>{row}<tr><td>d</td></tr></table><table>{row}</table><p>end</p>"
    view = view_of(check_of(scales, text, "end", name="x.html"))
    tables = [
        [["".join(s.text for line in cell for s in line) for cell in row] for row in part.rows]
        for part in view.parts
        if part.kind == "table"
    ]

    assert tables == [[["a", "", "c"], ["d"]], [["a", "", "c"]]]


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_pieces_are_the_document_whatever_is_quoted(scales: Scales, data: st.DataObject) -> None:
    """However quotes overlap, the pieces are the document's text and each quote has one number."""
    words = data.draw(st.lists(st.sampled_from("ab\n"), min_size=3, max_size=12))
    text = " ".join(f"{word}{index}" for index, word in enumerate(words)).replace("\n", "n\n")
    document = text.strip()
    starts = data.draw(st.lists(st.integers(0, len(document) - 1), min_size=1, max_size=6))
    quotes = [
        quote
        for start in starts
        if (quote := document[start : start + data.draw(st.integers(1, 9))].strip())
        and document.count(quote) == 1
        and "\n" not in quote
        and not cut_word(document, Anchor(at := document.index(quote), at + len(quote)))
    ]
    if not quotes:
        return
    view = view_of(check_of(scales, document, *quotes))

    shown = "\n".join(
        "".join(segment.text for segment in line) for part in view.parts for line in part.lines
    )
    assert document == shown
    assert len(quotes) == sum(len(segment.begins) for segment in segments(view))
    assert len(quotes) == sum(len(segment.ends) for segment in segments(view))


INTERVALS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12)


@given(INTERVALS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=12))
def test_a_sweep_finds_what_looking_through_all_would(
    intervals: list[tuple[int, int]], stretches: list[tuple[int, int]]
) -> None:
    """Asked from left to right, a sweep gives exactly the intervals that overlap a stretch."""
    items = [(start, start + length, index) for index, (start, length) in enumerate(intervals)]
    sweep = Sweep(items)
    for begin, length in sorted(stretches):
        expected = {i for start, end, i in items if start < begin + length and begin < end}

        assert expected == set(sweep.over(begin, begin + length))


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")],
)
def test_letters_go_on_after_z(position: int, expected: str) -> None:
    """More than 26 unrated passages still have marks of their own."""
    assert expected == letter(position)
