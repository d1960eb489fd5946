from __future__ import annotations

import json
import math
from typing import Any

import pytest
from factcheck.model.bounds import JSON_FAULTS, REVIEW_DEPTH
from factcheck.reading.json_nodes import Fault, read_json


def value(text: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    (found,), faults = read_json(text)
    assert faults == []
    return found.value


def told(text: str, *, several: bool = False) -> list[Fault]:
    return read_json(text, several=several)[1]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1, -2.5e3, true, false, null, "x\\n\\u00e9"], "b": {}, "c": []}',
        ' \n"text" ',
        "0",
        "[[[]], {}]",
        '{"": ""}',
    ],
)
def test_json_is_read_as_every_reader_reads_it(text: str) -> None:
    """What is JSON has the value that the language's own reader gives it."""
    assert value(text) == json.loads(text)


@pytest.mark.parametrize(
    ("path", "at_key", "word"),
    [
        (("a",), False, "[1"),
        (("a", 1), False, '{"b"'),
        (("a", 1, "b"), False, "null"),
        (("a", 1, "b"), True, '"b"'),
        (("a", 1, "missing"), False, '{"b"'),
        (("a", 7, "b"), False, "[1"),
        ((), False, '{"a"'),
    ],
)
def test_every_value_knows_its_place(path: tuple[str | int, ...], at_key: bool, word: str) -> None:  # noqa: FBT001 - a parameter of the test
    """A value is found by its path, its key too; what is missing, by what it would stand in."""
    text = '  {"a": [1, {"b": null}]}'
    (found,), _ = read_json(text)

    assert text[found.spots.find(path, at_key=at_key) :].startswith(word)


@pytest.mark.parametrize(
    ("text", "code", "at", "read"),
    [
        ('{"a": 1, // x\n"b": 2}', "json-comment", 9, {"a": 1, "b": 2}),
        ('{"a": /* x */ 1}', "json-comment", 6, {"a": 1}),
        ("<!-- [1]", "json-comment", 0, [1]),
        ("[1, 2,]", "json-trailing-comma", 5, [1, 2]),
        ('{"a": 1 , }', "json-trailing-comma", 8, {"a": 1}),
        ('["a\nb"]', "json-line-break", 3, ["a\nb"]),
        ('{"a": 1, "a": 2}', "json-duplicate-key", 9, {"a": 2}),
    ],
)
def test_what_everybody_can_mend_is_told_and_read(
    text: str, code: str, at: int, read: object
) -> None:
    """A slip with a plain meaning is told at its place, and what stands after it is read."""
    (found,), faults = read_json(text)

    assert [(fault.code, fault.at) for fault in faults] == [(code, at)]
    assert found.value == read


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_cannot_be_held_is_none(number: str) -> None:
    """What no reader can count with is told, and no number."""
    (found,), faults = read_json(f"[{number}]")

    assert [(fault.code, fault.at) for fault in faults] == [("json-number", 1)]
    assert math.isnan(found.value[0])


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ('{"a" 1}', 5, "expected a colon"),
        ('{"a": 1 "b": 2}', 7, "a comma is missing"),
        ("{'a': 1}", 1, "double quotation marks"),
        ("{a: 1}", 1, "“a”"),
        ('{"a": True}', 6, "“True”"),
        ('["a]', 1, "never closed"),
        ('["\\x"]', 2, "escape"),
        ("[1", 2, "] is missing"),
        ("[01]", 1, "“01”"),
        ("[1,,2]", 3, "a comma"),
        ("[1}", 2, "“}”"),
        ("[\u00a01]", 1, "NO-BREAK SPACE"),
        ("[1] 2", 4, "nothing more"),
        ("", 0, "the text ends"),
    ],
)
def test_what_is_not_json_is_told_at_its_place(text: str, at: int, words: str) -> None:
    """A text that is not JSON is told where it stops being it, with what stands there."""
    (fault,) = told(text)

    assert (fault.code, fault.at) == ("json-syntax", at)
    assert words in fault.message


def test_one_broken_line_says_nothing_about_the_next() -> None:
    """In JSON Lines every line that can be read is read, and every broken one told."""
    found, faults = read_json('{"a": 1}\n{"a": }\n\n{"a": 3} x\n{"a": 4}\n', several=True)

    assert [one.value for one in found] == [{"a": 1}, {"a": 3}, {"a": 4}]
    assert [fault.at for fault in faults] == [15, 27]


def test_no_depth_and_no_number_of_faults_ends_the_program() -> None:
    """Nesting ends at its bound, and so do faults."""
    deep = told("[" * 1_000_000)
    many = told("[1,//\n" + "//\n" * 1_000_000)

    assert [(fault.code, fault.at) for fault in deep] == [("review-bounds", REVIEW_DEPTH)]
    assert len(many) == JSON_FAULTS + 1
    assert many[-1].code == "review-bounds"


def test_offsets_are_those_of_the_whole_text() -> None:
    """A value within a page is placed in the page."""
    text = '<script>{"a": [1,]}</script>'
    (found,), (fault,) = read_json(text, 8, 19)

    assert text[fault.at] == ","
    assert text[found.spots.find(("a", 0))] == "1"
