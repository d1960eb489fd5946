"""The desk's Markdown, written anew: any reader finds in it what a page shows, and no more."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from factcheck.reading.prose import faults, to_html
from factcheck.reading.prose_markdown import to_markdown
from hostile.corpus import VALUES, Entry
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from twin_reader import READERS, flat

PARTS = (
    *("a", " ", "\n", "\n\n", "word", "é", "*a*", "**b**", "_c_", "***d***", "`e`", "`` ` ``"),
    *("- ", "  - ", "1. ", "7) ", "> ", "# ", "---\n", "===\n", "```\n", "~~~\n", "    ", "\t"),
    *("[f](https://f.example/)", "[g](https://g.example/a&b=c 'd')", "[h](/h)", "![i](/i)"),
    *("[j](javascript:k)", "<https://l.example/>", "<script>", "</p>", "<!--", "&lt;", "&amp;"),
    *("[m]", "[m]: https://m.example/\n", "\\", "|", "|-|", "!", "  \n", "\\\n", "[", "]", "{n}"),
)
PROSE = st.lists(st.sampled_from(PARTS), min_size=1, max_size=14).map("".join)

#: What a page never shows of the desk's Markdown.
FOREIGN = {"html_block", "html_inline", "image", "heading_open", "hr"}


def shown(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(to_html(markdown), "lxml")


@settings(max_examples=600)
@given(PROSE)
@example("- a\n\n      - b")
@example("[m]\n\n[m]: https://m.example/")
@example("```\na")
def test_any_reader_finds_what_the_page_shows(markdown: str) -> None:
    """No HTML, image, heading or rule; and the links are those of the page."""
    tokens = list(flat(READERS["commonmark"].parse(to_markdown(markdown))))
    kinds = {token.type for token in tokens}
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    page = shown(markdown)

    assert not kinds & FOREIGN
    assert links == [str(link["href"]) for link in page.find_all("a", href=True)]


@pytest.mark.parametrize("entry", VALUES, ids=lambda entry: entry.name)
def test_hostile_prose_is_harmless(entry: Entry) -> None:
    """Neither does any text of the hostile corpus bring more than its page has."""
    test_any_reader_finds_what_the_page_shows.hypothesis.inner_test(entry.text)


@settings(max_examples=300)
@given(PROSE)
def test_any_reader_finds_the_words(markdown: str) -> None:
    """The words are those of the page, wherever the desk wrote what the build lets through."""
    assume(not list(faults(markdown)))
    html = READERS["commonmark"].render(to_markdown(markdown))

    assert BeautifulSoup(html, "lxml").get_text().split() == shown(markdown).get_text().split()
