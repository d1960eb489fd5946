# ruff: noqa: RUF001 - characters that look alike are what is tested
"""What the quick Markdown parser is given, it renders as the careful one does."""

from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.model.verdict import Verdict
from factcheck.reading import yaml_tree
from factcheck.reading.ordinary_prose import is_ordinary
from factcheck.reading.prose import (
    SPOTLESS,
    careful_faults,
    careful_html,
    faults,
    to_html,
)
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey
from hostile.corpus import VALUES, Entry
from hypothesis import example, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"

#: What begins a line, in lists, quotations and beside them, and what ends it.
OPENINGS = (
    *("", "- ", "* ", "+ ", "1. ", "2. ", "1) ", "0. ", "10. ", "123456789. ", "1234567890. "),
    *("> ", "> - ", "> 1. ", ">  ", ">   - ", "> > ", ">", "- - ", "-\t", "-  ", "1.", "-"),
    *(" ", "  ", "   ", "    ", "  - ", "   - ", "    - ", "   1. ", "\t"),
    *("# ", "=", "---", "***", "~~~", "```", "|", "[a]: ", "<b>"),
)
ENDINGS = ("\n", "\n", "\n\n", "\n\n", "\n\n\n", "  \n", "\\\n", "\r\n", "\n \n")
#: Words, emphasis, code, links, brackets and what stands between, as desks write them and as not.
INLINES = (
    *(
        "a",
        "word ",
        " b",
        " ",
        " — ",
        ", ",
        ". ",
        "!",
        "(",
        ")",
        "“",
        "”",
        "…",
        "é",
        "ا",
        "\u0301",
    ),
    *("€", "😀", "7", "12.5", "\u00a0", "\u2028", "\ufeff", "\u200d", "'", '"', "@", "/", ":"),
    *("*a*", "**a b**", "_a_", "__a__", "*a\nb*", "**a\n  b**", "(*a*)", "“**a**”", "*a-b*"),
    *("*", "**", "***", "_", "`", "``", "`a*b*`", "`<b>&amp;`", "` a `", "~~a~~", "^a^", "$a$"),
    *("[a b](https://a.example/b?c=d&e=%20#f_g)", "[*a*](https://a.example)", "![a](/b)"),
    *("[a\nb](http://a.example/)", '[a](https://a.example "b")', "[a](/b)", "[a](mailto:b@c.de)"),
    *("[a](https://a_b.example)", "[a](https://a.example/é)", "[a](https://a.example/&amp;)"),
    *("[sic]", "[a][b]", "[a]:", "[", "]", "&", "&amp;", "&#35;", "<", ">", "<b>", "\\", "\\*"),
    *("http://a.example", "<http://a.example>", "a@b.example", "[^1]", "[ ] ", "{#a}", "| a |"),
)
LINES = st.tuples(
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(INLINES), min_size=1, max_size=4).map("".join),
    st.sampled_from(ENDINGS),
).map("".join)
#: The same, but only what may be ordinary, so that most of it is.
COMMON_LINES = st.tuples(
    st.sampled_from([*OPENINGS[:10], *OPENINGS[11:16], " ", "  ", "   ", "  - ", "   - "]),
    st.lists(
        st.sampled_from(
            ["a", "*a*", "**a b**", "`a*b*`", "*a\nb*", "[*a* b](https://a.example/_)"]
        ),
        min_size=1,
        max_size=3,
    ).map(" ".join),
    st.sampled_from(["\n", "\n\n"]),
).map("".join)
MARKDOWN = st.lists(LINES, max_size=6).map("".join)
COMMON = st.lists(COMMON_LINES, max_size=9).map("".join)
#: Every character beside every sign that it may change.
ANY = st.characters(codec="utf-8")
AROUND = st.builds(
    lambda frame, one, other: frame.format(one, other),
    st.sampled_from(
        [
            *("{}a{}", "a{}\n{}b", "- {}a{}", "{}*a*{}", "*{}a{}*", "a {}_b_{} c", "1{}. a{}"),
            *("[{}a{}](https://a.example)", "{}[a](https://a.example/){}", "`{}a{}`", "{}[a]{}"),
        ]
    ),
    ANY,
    ANY,
)
#: As deep as is read, and a little deeper.
NESTED = st.tuples(
    st.sampled_from(["", ">", "> "]),
    st.sampled_from(["- ", "* ", "1. ", "-\t", "> ", ">", "*\n"]),
    st.integers(1, 20),
).map(lambda drawn: f"{drawn[0]}{drawn[1] * drawn[2]}a")


def assert_read_alike(text: str) -> None:
    assert to_html(text) == careful_html(text)
    assert list(faults(text)) == list(careful_faults(text))


@settings(max_examples=600)
@given(MARKDOWN | COMMON | AROUND | NESTED | st.text(max_size=20))
@example("    code")
@example("".join(f"{'  ' * depth}- a\n" for depth in range(12)))
@example("[a](https://" + 100 * "a.a" + ".example/)")
@example("[a](https://10.0.0.256/b) [a](https://a.12/) [a](http://a.0x1/) [a](https://1.2.3.4/)")
@example(
    "[a](https://xn--a.example/) [a](https://a.xn--b/) [a](https://a.b-/) [a](https://A.Bc?d)"
)
@example("**a *b***")
@example("*a **b***")
@example("a\n1. b\n3. c\n\n   d")
@example("> a\nb\n> - c\nd")
def test_both_parsers_read_markdown_alike(text: str) -> None:
    """Whatever the text, its HTML and its faults are those that the careful parser gives."""
    assert_read_alike(text)


@pytest.mark.parametrize(
    "html",
    [
        "<p><script>a</script></p>",
        "<p onclick=a>b</p>",
        '<p class="a">b</p>',
        '<a href="javascript:a">b</a>',
        '<a href="/b">b</a>',
        '<a href="https://a.example" target="b">c</a>',
        "<a href='https://a.example'>b</a>",
        '<a href="https://a.example/\\b">c</a>',
        '<a href="https://10.0.0.256/b">c</a>',
        '<a href="https://a.12/b">c</a>',
        '<a href="https://xn--a.example/">b</a>',
        '<img src="https://a.example/b">',
        "<!-- a -->",
        "<p>a < b</p>",
        '<p>a"></p>',
        "<p>a\u00a0b</p>",
        "<p>a &nbsp; b &#35;</p>",
    ],
)
def test_only_what_is_listed_is_spotless(html: str) -> None:
    """Elements, attributes and addresses beside the list go through the cleaner, as does doubt."""
    assert SPOTLESS.fullmatch(html) is None


@pytest.mark.parametrize("entry", VALUES, ids=lambda entry: entry.name)
def test_both_parsers_read_hostile_texts_alike(entry: Entry) -> None:
    """A hostile text is no more to one parser than it is to the other."""
    assert_read_alike(entry.text)


def test_both_parsers_read_the_seeds_alike() -> None:
    """What is published here is the same, whichever parser reads it."""
    for path in SEEDS.rglob("*.yaml"):
        for text in markdown_of(path):
            assert_read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.",
        "Two lines\nof one paragraph.\n\nAnother one, in 2025.\n",
        "**Strong.** And *emphasised*, (_as here_), or “*here*”.",
        "A word, *then\nemphasised*.\n\nAnd **strong**.",
        '“Quoted”, ‘twice’, "plainly" – 5 % of €7, at AT&T [sic].',
        "« Des espaces\u00a0insécables »",
        "कथन की जाँच",
        "**لا يستفيد\nمنه شيئًا**، وقد",
        "- an entry\n- another\n  over two lines\n  - below it\n\nWords.\n",
        "1. an entry\n\n   its second paragraph\n\n2. another\n",
        "> quoted\n> - an entry\n",
        "See [the *statement*](https://www.desk.example/a_b/?c=d&e=%C3%A9#f) and `code <b>`.",
    ],
)
def test_ordinary_prose_is_left_to_the_quick_parser(text: str) -> None:
    """Paragraphs, lists, quotations, emphasis, code and links are ordinary, in any writing."""
    assert is_ordinary(text)
    assert_read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# words",
        "words\n---",
        "words\n===",
        "***",
        "- - entry",
        "- a\n    - four spaces",
        "    code",
        "~~~\ncode",
        "```\ncode",
        "words  \nand more",
        "<b>words</b>",
        "<https://a.example>",
        "![words](https://a.example)",
        "[words](/checks/)",
        "[words](ftp://a.example)",
        "[words](https://localhost)",
        "[words][1]\n\n[1]: https://a.example",
        "a &amp; b",
        "a*b*c",
        "**a *b***",
        "*a",
        "`` ` ``",
        "\\*",
        "a\tb",
        "a\rb",
        "a\u2028b",
    ],
)
def test_all_else_is_left_to_the_careful_parser(text: str) -> None:
    """What has no place on pages, leads inwards or can be read in two ways is not guessed at."""
    assert not is_ordinary(text)
    assert_read_alike(text)


def markdown_of(path: Path) -> list[str]:
    tree, _ = yaml_tree.parse(Source(path.name, path.read_text(encoding="utf-8")))
    assert tree is not None
    return [scalar.text for _, _, scalar in Survey(tree, Verdict).markdown]
