"""
Sidecars that are read without a tree, beside the same ones read with places.
"""

from __future__ import annotations

from collections import Counter

import pytest
from factcheck.model.verdict import Verdict
from factcheck.reading import ordinary_yaml, yaml_tree
from factcheck.reading.lost_texts import lost_texts
from factcheck.reading.sidecar import careful_sidecar, read_sidecar
from factcheck.reading.source import Source
from factcheck.reading.survey import Survey, markdown_in
from hypothesis import example, given, settings
from hypothesis import strategies as st
from specimens import ROOT, SIDECAR, scales

SCALES = scales()
thorough = settings(deadline=None, max_examples=600)
#: Whole sidecars are long.
fewer = settings(deadline=None, max_examples=150)

KEYS = ("a", "b-1", "1", "title", "claims", "works", "works", "document", "quote", "null")
ODD_KEYS = ("x_d", "?", "<<", "é", "a b", "'a'", "a" * 101)
TEXTS = (
    *("one", "two words ", "a:b", "a#b", "it's", "nullify", "a null", "“a, b”", "é ü", "x - y"),
    *("'it''s'", '"a b" ', "''", '""', "'a: b # c'", "[]", "[a]", "[a, b c,'d, e' , \"f\"]"),
    *(
        "null",
        "~ ",
        "",
        "{}",
        "{a: b}",
        "{a: b, b-1: 'd, e' }",
        "[ a ]",
        "2026-11-22",
        "https://a.example/b?c=d#e",
    ),
)
ODD_TEXTS = (
    *(
        "a #b",
        "a: b",
        "a:",
        "null",
        "~",
        "-1",
        "- x",
        ": a",
        "? a",
        "a\u00a0b",
        "a\u0085b",
        "a\tb",
    ),
    *(
        '"a\\n"',
        "'a",
        '"a" b',
        "'a' #b",
        "[a,]",
        "[a, [b]]",
        "[“a, b”]",
        "[null]",
        "[a: b]",
        "[-a]",
    ),
    *("[a#b]", "[a #b]", "{a}", "{a: b, a: c}", "{a: null}", "{x_a: b}", "{a: b: c}", "{a: b, c}"),
    *("&a b", "*a", "!a b", "%a", "@a", "`a", "|+", ">2", "| #a", "---", "...", "a\r", "\ufeff"),
)
WORDS = ("one", "a: b", "# c", "- d", "1. e", " f", "", "", "  ", "g ", "'h", "\tk", "[l](m)")
REMARKS = ("# a", "  # b: c", "      # d", "", " ")


@st.composite
def mappings(draw: st.DrawFn, column: int = 0) -> list[str]:
    """The lines of a mapping whose keys stand in a column, as editors write it."""
    lines = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        first, *others = draw(values(column))
        lines += [f"{' ' * column}{key}:{first}", *others]
        lines += draw(st.just([]) | st.sampled_from(REMARKS).map(lambda remark: [remark]))
    return lines


def values(column: int) -> st.SearchStrategy[list[str]]:
    """What stands after a key in a column: the rest of its line, and the lines below."""
    texts = st.sampled_from(TEXTS).map(lambda text: [f" {text}"])
    if column > 8:
        return texts
    inner = st.integers(column + 1, column + 3)
    return st.one_of(
        texts,
        texts,
        st.builds(
            lambda style, width, words: [
                f" {style}",
                *(f"{' ' * width}{line}" if line.strip() else line for line in words),
            ],
            st.sampled_from(["|", "|-", ">", ">-"]),
            inner,
            st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
        ),
        inner.flatmap(mappings).map(lambda lines: ["", *lines]),
        st.integers(column, column + 2).flatmap(listed).map(lambda lines: ["", *lines]),
    )


@st.composite
def listed(draw: st.DrawFn, column: int) -> list[str]:
    """The lines of a list whose hyphens stand in a column."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        hyphen = " " * column + draw(st.sampled_from(["- ", "- ", "-   "]))
        item = draw(
            st.sampled_from(TEXTS).map(lambda text: [text])
            | mappings(column + len(hyphen.lstrip()))
        )
        lines += [hyphen + item[0].lstrip(), *item[1:]]
    return lines


#: What an editor may do to a line: leave it out, double it, move it, give it another value.
SLIPS = st.one_of(
    st.sampled_from(["", "{0}\n{0}\n", " {0}\n", "{0}  \n", "{0}\r\n"]),
    st.sampled_from(ODD_TEXTS).map(
        lambda text: "{1}: " + text.replace("{", "{{").replace("}", "}}") + "\n"
    ),
    st.sampled_from([f"{key}: a" for key in ODD_KEYS] + [*REMARKS, *WORDS]).map(
        "{{0}}\n{}\n".format
    ),
)


@st.composite
def with_slips(draw: st.DrawFn, lines: list[str]) -> str:
    """A file's text with a few such slips."""
    slips = draw(st.dictionaries(st.integers(0, len(lines) - 1), SLIPS, max_size=2))
    told = [
        slips.get(at, "{0}\n").format(line, line.partition(":")[0])
        for at, line in enumerate(lines)
    ]
    return "".join(told) + draw(st.sampled_from(["", "", "\n", "# a\n", "a"]))


SEEDS = sorted(ROOT.glob("seeds/**/*.verdict.yaml"))
WHOLE = [SIDECAR, *(path.read_text(encoding="utf-8") for path in SEEDS)]
SHORT = [text for text in WHOLE if len(text) < 12_000]
files = mappings().flatmap(with_slips)
sidecars = st.sampled_from(SHORT).flatmap(lambda text: with_slips(text.splitlines()))


@thorough
@given(files)
@example("a:\n- b\n- c: d\n  e: f\ng: h\n")
@example("a: |\n  b\n c\n")
@example("a: b\n  c\n")
@example("- a\n")
@example("a: |\n\n   b\n  c\n")
@example("a: >\n  b\n   c\n")
@example("a: |\n  b\n     \n")
def test_ordinary_yaml_says_what_the_tree_says(text: str) -> None:
    """A text that is read without a tree has one, which says the same and nothing amiss."""
    written = ordinary_yaml.read(text, Verdict)
    if written is None:
        return
    source = Source("a.yaml", text)
    tree, problems = yaml_tree.parse(source)

    assert tree is not None
    assert not problems
    assert yaml_tree.plain_data(tree) == written
    survey = Survey(tree, Verdict)
    assert not survey.strays
    assert {problem.code for problem in lost_texts(survey, source)} <= {"bad-address", "bad-value"}


@fewer
@given(sidecars)
def test_a_sidecar_is_read_alike_with_places_and_without(text: str) -> None:
    """Every sidecar gives the same verdict and the same problems, however it is read."""
    found = read_sidecar(text.encode(), "a.verdict.yaml", SCALES)
    careful = careful_sidecar(Source("a.verdict.yaml", text), SCALES)

    assert found == careful
    assert [(path, found.place(path), quote) for path, quote in found.quotes()] == [
        (path, careful.place(path), quote) for path, quote in careful.quotes()
    ]


@fewer
@given(sidecars)
def test_markdown_is_found_without_a_tree(text: str) -> None:
    """Of what the model takes, the texts in Markdown are those that the tree's walk finds."""
    found = careful_sidecar(Source("a.yaml", text), SCALES)
    if found.verdict is None or found.tree is None:
        return
    walked = [scalar.text for _, _, scalar in Survey(found.tree, Verdict).markdown]

    assert Counter(markdown_in(found.written, Verdict)) == Counter(walked)


#: What would be read wrongly, or could not be told, if it were taken for ordinary.
UNUSUAL = (
    "a: b",
    "- a\n",
    "a:\n  -   b: |\n     c\n",
    "a:\n  - b\n   - c\n",
    "a: b\n  c: d\n",
    "a: b\na: c\n",
    "a: {b: c, b: d}\n",
    "a: {x_b: c}\n",
    "x_a: b\n",
    "a: [“b, c”]\n",
    "title: null\n  a: b\n",
    "claims:\n  - id: ~\n      a: b\n",
    "a: null\n",
    "claims:\n  - title:\n",
    "works:\n  title:\n",
    "works:\n  works: ~\n",
    "a: >-\n  b\n  - c\n",
    "a: >-\n  b\n   c\n",
    "a: |\n  b\n   \n",
    "a: |\n   b\n  c\n",
    "a: b #c\n",
    "a: b: c\n",
    "a: b:\n",
    "a: 'b' c\n",
)


@pytest.mark.parametrize("text", UNUSUAL)
def test_all_else_is_left_to_the_tree(text: str) -> None:
    """What YAML could take in another way, or what something must be told of, is not guessed."""
    assert ordinary_yaml.read(text, Verdict) is None


def test_most_sidecars_are_read_without_a_tree() -> None:
    """What editors write every day is ordinary; else nothing would be gained."""
    ordinary = [text for text in WHOLE if ordinary_yaml.read(text, Verdict) is not None]

    assert SIDECAR in ordinary
    assert len(ordinary) > 0.8 * len(WHOLE)
