"""Anybody's words, once written as Markdown, are read back as these words and nothing else."""

from __future__ import annotations

import pytest
from factcheck.reading.plain_markdown import (
    address_in_markdown,
    code_block,
    code_in_markdown,
    one_line,
    text_in_markdown,
)
from hostile.corpus import VALUES, Entry
from hypothesis import example, given, settings
from hypothesis import strategies as st
from twin_reader import READERS, flat

#: What means something somewhere in Markdown, in HTML or to GitHub.
SIGNS = (
    *("\\", "`", "```", "~~~", "*", "**", "_", "[", "]", "(", ")", "<", ">", "!", "![", "#", "##"),
    *("+", "-", "---", "=", "===", "|", "|--|", ":--", "&", "&amp;", "&#35;", "1.", "1)", "12"),
    *("://", "http", "https://a.example", "www.", "a@b.example", "<b>", "</p>", "<!--", "{", "}"),
    *(
        "[a]: /b",
        "[^1]",
        "- [ ] ",
        "\n",
        "\n\n",
        "\t",
        " ",
        "    ",
        "a",
        "é",
        "\u0627",
        "😀",
        "“",
        ":",
    ),
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
    st.lists(st.sampled_from(SIGNS), max_size=12).map("".join),
)

READER = pytest.mark.parametrize("reader", READERS)


def read(markdown: str, reader: str) -> tuple[list[str], str]:
    """Return the kinds of all tokens but words and paragraphs, and the words."""
    tokens = list(flat(READERS[reader].parse(markdown)))
    plain = {"paragraph_open", "paragraph_close", "inline", "text"}
    found = [token.type for token in tokens if token.type not in plain]
    return found, "".join(token.content for token in tokens if token.type == "text")


@READER
@settings(max_examples=400)
@given(TEXTS)
@example("1. a")
@example("12) a")
@example("https://a.example/ www.a.example")
@example("a\n---")
@example("| a |\n|---|")
@example("&amp;")
@example("[a]: https://a.example")
def test_words_are_read_as_words(reader: str, text: str) -> None:
    """A text stands in a paragraph of its own as it is, with no markup in it."""
    assert read(text_in_markdown(text), reader) == ([], one_line(text))


@READER
@settings(max_examples=400)
@given(TEXTS, TEXTS)
@example("!", "a")
@example("&", "amp;")
@example("\\", "a")
def test_words_do_not_reach_into_a_link_beside_them(reader: str, text: str, inner: str) -> None:
    """Beside a link and within it a text is a text: the link stays one, and leads where it did."""
    target = "https://example.org/"
    line = f"a {text_in_markdown(text)}[{text_in_markdown(inner)}]({target})"
    tokens = list(flat(READERS[reader].parse(f"{line}{text_in_markdown(text)}")))

    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert links == [target]
    shown = "".join(token.content for token in tokens if token.type == "text")
    expected = f"a {one_line(text)}{one_line(inner)}{one_line(text)}"
    assert shown.split() == expected.split()
    assert {token.type for token in tokens} <= {
        *("paragraph_open", "paragraph_close", "inline", "text", "link_open", "link_close"),
    }


@READER
@settings(max_examples=400)
@given(TEXTS)
def test_words_stay_in_their_quotation_and_their_list(reader: str, text: str) -> None:
    """At the beginning of a quotation or a list's entry a text begins nothing else."""
    for before, around in (("> ", "blockquote"), ("- ", "bullet_list"), ("# ", "heading")):
        found, shown = read(f"{before}{text_in_markdown(text)}", reader)
        own = {f"{around}_open", f"{around}_close", "list_item_open", "list_item_close"}
        assert set(found) <= own
        assert shown == one_line(text)


@pytest.mark.parametrize("entry", VALUES, ids=lambda entry: entry.name)
def test_hostile_words_are_read_as_words(entry: Entry) -> None:
    """So does every text of the hostile corpus that can be printed."""
    if entry.text.isprintable():
        assert read(text_in_markdown(entry.text), "commonmark") == ([], one_line(entry.text))


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab /?&=%;<>\\()[]\"' \n\té\u202eamp"), max_size=20))
def test_an_address_leads_nowhere_else(rest: str) -> None:
    """Whatever stands in an address: the link is one link, to that address as it is encoded."""
    target = address_in_markdown(f"https://example.org/{rest}")
    tokens = list(flat(READERS["commonmark"].parse(f"[a]({target})")))
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]

    assert len(links) == 1
    assert links[0].startswith("https://example.org/")
    assert "".join(token.content for token in tokens if token.type == "text") == "a"
    assert ("&" in links[0]) == ("&" in rest)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(("`", "``", "```", "~~~", "a", " ", "\n", "> ", "# ", "<b>"))))
def test_code_does_not_end_early(parts: list[str]) -> None:
    """Lines in a block of code stay in it, and code in a line stays code."""
    code = "".join(parts)
    tokens = READERS["commonmark"].parse(code_block(code))
    line = one_line(code)

    assert [token.type for token in tokens] == ["fence"]
    assert tokens[0].content.rstrip("\n") == code.rstrip("\n")
    if line:
        inner = list(flat(READERS["commonmark"].parse(f"a {code_in_markdown(line)}")))
        assert [one.content for one in inner if one.type == "code_inline"] == [line]
