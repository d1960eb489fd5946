from __future__ import annotations

import re
import unicodedata

from factcheck.model.characters import deceiving, is_deceiving, is_plain
from factcheck.model.shape import key_at
from factcheck.model.values import ORDINARY_ADDRESS, check_any_address
from factcheck.model.verdict import Verdict
from factcheck.reading import yaml_tree
from factcheck.reading.source import Source, split_lines
from factcheck.reading.survey import Survey
from hypothesis import example, given, settings
from hypothesis import strategies as st
from specimens import SIDECAR

thorough = settings(deadline=None, max_examples=300)

characters = st.one_of(
    st.characters(codec="utf-8"), st.sampled_from("\t\n\r \u00a0\u00ad\u200b\u200e")
)
#: A whole sidecar with some of its lines replaced.
lines = SIDECAR.splitlines(keepends=True)
odd_lines = (
    "works: [a, {b: }]\n",
    "  x_a: {b: c}\n",
    "topics: {a: b}\n",
    "- title: a\n",
    "a: b\n",
    "",
)
replaced = st.dictionaries(st.integers(0, len(lines) - 1), st.sampled_from(odd_lines), max_size=4)
sidecars = replaced.map(
    lambda others: "".join(others.get(at, line) for at, line in enumerate(lines))
)


def test_every_deceiving_character_is_looked_for() -> None:
    """No character that deceives is in a text which is taken for plain at first sight."""
    found = [chr(code) for code in range(0x110000) if is_deceiving(chr(code))]

    assert len(found) > 2000
    assert [hex(ord(sign)) for sign in found if is_plain(f"a {sign}\n\t")] == []


@thorough
@given(st.text(characters))
@example("a" + "\u0301" * 9)
@example("\u1100\u1160\u1160")
@example("a\u2800")
def test_plain_words_can_be_seen(text: str) -> None:
    """A text that is let through at first sight shows something, and hides nothing."""
    if is_plain(text) and text.strip():
        assert list(deceiving(text)) == []
        assert any(not sign.isspace() and unicodedata.category(sign) != "Cf" for sign in text)


@thorough
@given(st.from_regex(ORDINARY_ADDRESS, fullmatch=True))
def test_ordinary_addresses_are_let_through(text: str) -> None:
    """An address that is let through at first sight is also let through at a closer look."""
    assert check_any_address(text) == text


@thorough
@given(st.text(st.sampled_from("ab\r\n\x0b\x0c\x1c\x85\u2028\u2029")))
def test_lines_end_where_yaml_ends_them(text: str) -> None:
    """Lines are split at every end of a line, and at nothing else."""
    assert split_lines(text) == re.split("\r\n|[\r\n\x85\u2028\u2029]", text)


@thorough
@given(sidecars)
def test_survey_finds_the_texts_whose_paths_lead_to_a_key(text: str) -> None:
    """Walking tree and model together finds what looking up every path finds."""
    tree, _ = yaml_tree.parse(Source("a.yaml", text))
    if tree is None:
        return
    looked_up = [
        (path[-1], key, scalar)
        for path, scalar in yaml_tree.scalars(tree)
        if (key := key_at(Verdict, path)) and (key.free or key.is_address)
    ]

    assert Survey(tree, Verdict).texts == looked_up


@thorough
@given(sidecars)
def test_plain_data_is_what_the_tree_says(text: str) -> None:
    """The data that the model is given holds every present value once, and no other."""
    tree, _ = yaml_tree.parse(Source("a.yaml", text))

    assert tree is None or yaml_tree.plain_data(tree) == told(tree)


def told(node: yaml_tree.Node) -> object:
    if isinstance(node, yaml_tree.Scalar):
        return node.text
    if isinstance(node, yaml_tree.Items):
        return [told(item) for item in node.items if not is_absent(item)]
    return {
        key: told(value)
        for key, value in node.entries.items()
        if not is_absent(value) and not key.startswith("x_")
    }


def is_absent(node: yaml_tree.Node) -> bool:
    return isinstance(node, yaml_tree.Scalar) and node.plain and node.text in {"", "~", "null"}
