from __future__ import annotations

import pytest
from factcheck.diagnostics import Place
from factcheck.model import bounds
from factcheck.reading import yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.source import Source
from factcheck.reading.yaml_tree import Items, Mapping, Scalar


def parsed(text: str) -> yaml_tree.Node:
    tree, problems = yaml_tree.parse(Source("a.yaml", text))
    assert tree is not None
    assert problems == []
    return tree


def codes(text: str) -> list[tuple[str, int, int]]:
    _, problems = yaml_tree.parse(Source("a.yaml", text))
    return [(problem.code, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    "text", ["false", "no", "1e3", "0x1F", "2026-01-02", "012", "1_000", ".nan"]
)
def test_scalar_stays_as_typed(text: str) -> None:
    """YAML's own guesses at numbers, dates and truth are never used."""
    assert yaml_tree.plain_data(parsed(f"a: {text}")) == {"a": text}


@pytest.mark.parametrize("text", ["", "null", "~"])
def test_empty_value_is_absent(text: str) -> None:
    """A plain null is no value; in quotation marks it is a text."""
    assert yaml_tree.plain_data(parsed(f"a: {text}\nb: ['', '{text}', {text or '~'}]")) == {
        "b": ["", text]
    }


def test_own_keys_of_the_editor_are_left_out() -> None:
    """Keys that begin with x_ never reach the model."""
    assert yaml_tree.plain_data(parsed("a: b\nx_note: {c: d}")) == {"a": "b"}


def test_places_count_from_one_in_characters() -> None:
    """Line and column are the editor's own, also after letters of several bytes."""
    tree = parsed("é: {ü: [a, 'b']}\n")

    assert yaml_tree.place_of(tree, ("é", "ü", 1)) == Place(1, 12)
    assert yaml_tree.place_of(tree, ("é", "ü"), key=True) == Place(1, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_by_any_line_end(end: str) -> None:
    """Windows' and old Macs' line ends count once."""
    tree = parsed(f"a: b{end}{end}c: d{end}")

    assert yaml_tree.place_of(tree, ("c",)) == Place(3, 4)


def test_byte_order_mark_shifts_no_column() -> None:
    """A byte order mark is no character of the first line."""
    source, problems = decode_yaml(b"\xef\xbb\xbfa: b\n", "a.yaml")

    assert list(problems) == []
    assert yaml_tree.place_of(parsed(source.text), ("a",)) == Place(1, 4)


def test_missing_value_is_told_at_the_nearest_above() -> None:
    """What is not there is told where it should have been."""
    tree = parsed("a:\n  b: c\n")

    assert yaml_tree.place_of(tree, ("a", "d", 3, "e")) == Place(2, 3)
    assert not yaml_tree.has(tree, ("a", "d"))
    assert yaml_tree.has(tree, ("a", "b"))


def test_path_counts_present_entries_only() -> None:
    """An empty entry of a list is not counted, as it never reaches the model."""
    tree = parsed("a:\n  -\n  - b\n")

    assert yaml_tree.plain_data(tree) == {"a": ["b"]}
    assert yaml_tree.place_of(tree, ("a", 0)) == Place(3, 5)


def test_single_entry_stands_for_a_list_of_one() -> None:
    """A path into a list finds the single entry that stands in its place."""
    tree = parsed("a: {b: c}")

    assert yaml_tree.place_of(tree, ("a", 0, "b")) == Place(1, 8)


def test_scalars_are_given_with_their_paths() -> None:
    """Every text of the tree is given, in order."""
    tree = parsed("a: [b, {c: d}]")

    assert [(path, scalar.text) for path, scalar in yaml_tree.scalars(tree)] == [
        (("a", 0), "b"),
        (("a", 1, "c"), "d"),
    ]


def test_plain_scalar_knows_its_end() -> None:
    """A plain text ends after its last character, also on a later line."""
    tree = parsed("a: b\n  c  # d\n")

    assert isinstance(tree, Mapping)
    assert tree.entries["a"] == Scalar("b c", Place(1, 4), plain=True, end=Place(2, 4))


def test_empty_text_is_an_empty_mapping() -> None:
    """An empty file holds no key."""
    assert parsed("# only a comment\n") == Mapping({}, {}, Place(1, 1))


def test_list_and_text_can_be_roots() -> None:
    """What a file should hold is not for YAML's reader to say."""
    assert isinstance(parsed("- a"), Items)
    assert isinstance(parsed("a"), Scalar)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b", ("yaml-anchor", 1, 4)),
        ("<<: {a: b}", ("yaml-anchor", 1, 1)),
        ("a: !!str b", ("yaml-tag", 1, 4)),
        ("a: ! b", ("yaml-tag", 1, 4)),
        ("a: !!python/object/apply:os.system [b]", ("yaml-tag", 1, 4)),
        ("a: b\na: c", ("yaml-duplicate-key", 2, 1)),
        ("a: b\n'a': c", ("yaml-duplicate-key", 2, 1)),
        ("a: b\n---\nc: d", ("yaml-documents", 2, 1)),
        ("? [a]\n: b", ("yaml-key", 1, 3)),
        ("a:\n\t- b", ("yaml-tab", 2, 1)),
        ("a: 'b\nc: d", ("yaml-syntax", 1, 4)),
        ("a: \x07", ("yaml-syntax", 1, 4)),
        ("a: [", ("yaml-syntax", 1, 4)),
    ],
)
def test_cleverness_is_refused(text: str, expected: tuple[str, int, int]) -> None:
    """What makes YAML surprising is refused where it stands."""
    assert codes(text) == [expected]


def test_tab_within_a_text_is_no_fault() -> None:
    """A tab in a quoted text is not blamed for a fault elsewhere on the line."""
    assert codes('a: "b\tc": d') == [("yaml-syntax", 1, 9)]


def test_all_faults_of_a_readable_tree_are_told() -> None:
    """One refusal does not hide the next."""
    text = "a: &x b\nc: *x\nd: !t e\na: f\n"

    assert [code for code, _, _ in codes(text)] == [
        "yaml-anchor",
        "yaml-anchor",
        "yaml-tag",
        "yaml-duplicate-key",
    ]


@pytest.mark.parametrize(("opening", "column"), [("[", 22), ("{a: ", 82), ("- ", 43)])
def test_depth_is_bounded(opening: str, column: int) -> None:
    """Nesting that would overflow a stack is refused where it becomes too deep."""
    lines = (opening * 10_000 + "\n") * 3

    assert codes(lines) == [("yaml-bounds", 1, column)]


def test_count_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of too many values is refused where the first of them stands that is not read."""
    monkeypatch.setattr(bounds, "YAML_VALUES", 4)

    assert codes("[1, 2, 3]") == []
    assert codes("[1,2,3,4]") == [("yaml-bounds", 1, 8)]


@pytest.mark.parametrize("text", ["[1,2,3,4]", "{1: a,2: a,3: a,4: a}", "- 1\n- 2\n- 3\n- a: 4"])
def test_entries_are_bounded(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """A list and a mapping are refused where the first entry stands that is not read."""
    monkeypatch.setattr(bounds, "YAML_ENTRIES", 3)
    line = text.count("\n") + 1
    column = text.index("4") + 1 if line == 1 else 3

    assert codes(text) == [("yaml-bounds", line, column)]
