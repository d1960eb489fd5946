# ruff: noqa: RUF001 - characters that look alike are what is tested
"""What skips the Markdown parser is rendered as the parser would have rendered it."""

from __future__ import annotations

import pytest
from factcheck.reading.plain_prose import plain_html
from factcheck.reading.prose import parsed_html, to_html
from hypothesis import example, given, settings
from hypothesis import strategies as st

#: What CommonMark or HTML gives a meaning to, and what stands around it in prose.
SIGNS = "ab é\u0301ا1.,;:!?()'\"“”–%/@€😀*_`~#=-+|>&<[]\\ \n\t\r\u00a0\u200d\u2028\ufeff"
PIECES = (
    "word",
    "**",
    "***",
    "*a*",
    "**b**",
    "12.",
    "  ",
    " \n",
    "\n\n",
    "&amp;",
    "http://a.example",
)
PROSE = st.lists(st.sampled_from((*SIGNS, *PIECES)), max_size=16).map("".join)


@settings(max_examples=2000)
@given(PROSE | st.text(max_size=20))
@example("**Copies.** One *report*.\n\nAnother (**two**), and 12 more.")
def test_plain_prose_is_what_the_parser_makes_of_it(text: str) -> None:
    """Whatever the text, it is either left to the parser or rendered as the parser does."""
    assert plain_html(text) in {"", parsed_html(text)}


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.",
        "Two lines\nof one paragraph.\n\nAnother one, in 2025.\n",
        "**Strong.** And *emphasised*, (as here).",
        "First plain,\nthen *emphasised*.\n\nAnd **strong**.",
        '“Quoted”, ‘twice’, "plainly" – 5 % of €7.',
        "कथन की जाँच",
    ],
)
def test_ordinary_prose_needs_no_parser(text: str) -> None:
    """Paragraphs of words and emphasis are rendered without the parser, and to the same text."""
    assert plain_html(text)
    assert parsed_html(text) == to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- entry",
        "1. entry",
        "words\n---",
        "[words](https://example.org/)",
        "<b>words</b>",
        "a & b",
        "words  \nand more",
        "    code",
        "~~~\ncode",
        "a*b*c",
        "**a *b***",
        "no\u00a0break",
        "\\*",
    ],
)
def test_all_else_is_left_to_the_parser(text: str) -> None:
    """Lists, links, code, markup, hard breaks and doubtful asterisks are not guessed at."""
    assert plain_html(text) == ""
