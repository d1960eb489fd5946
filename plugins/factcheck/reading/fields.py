"""
A tree of texts to a model, and every refused field in plain words at its place.

Rule 1: pydantic's own wording never reaches an editor.
Rule 2: what the model expects is read off the model; no key is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck.diagnostics import CODES, Place, Problem
from factcheck.model.nearest import did_you_mean
from factcheck.model.shape import Path, holds_own_keys, keys_at
from factcheck.model.values import quoted
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree
from factcheck.reading.source import Source

P = TypeVar("P", bound=Part)

SHAPES: Final = MappingProxyType(
    {
        "string_type": "a text",
        "tuple_type": "a list",
        "list_type": "a list",
        "dict_type": "a mapping of keys to values",
        "model_type": "a mapping of keys to values",
        "model_attributes_type": "a mapping of keys to values",
        "wrong-shape": "a single value",
    }
)
#: How to make a list of what was found instead.
LISTING: Final = MappingProxyType(
    {
        "a text": "put it in square brackets, or on a line of its own after a hyphen",
        "a mapping": "put a hyphen before its first key, and set the others in line with that key",
    }
)
FOUND: Final = MappingProxyType({"str": "a text", "list": "a list", "dict": "a mapping"})


def read_fields(
    tree: yaml_tree.Node, data: object, part: type[P], source: Source
) -> tuple[P | None, list[Problem]]:
    """
    Type the plain data of a tree.

    Args:
        tree: The tree, for places.

        data: Its plain data.

        part: The model of the whole tree.

        source: The text that the tree was read from.

    Returns:
        The model, or None if any field was refused; and a problem for each refused field.
    """
    stray = list(_stray_keys(tree, part, source))
    try:
        return part.model_validate(data), stray
    except ValidationError as error:
        details = error.errors(include_url=False)
    refused = [_Refusal(detail, tree, part, source) for detail in details]
    told = [refusal.problem() for refusal in refused if not refusal.follows_from(details)]
    return None, [*stray, *told]


def _stray_keys(tree: yaml_tree.Node, part: type[Part], source: Source) -> Iterator[Problem]:
    """Refuse keys without a value that are unknown or name something: words may be cut off."""
    for path in yaml_tree.absent_keys(tree):
        key, known = str(path[-1]), keys_at(part, path[:-1])
        if not known or key in known or key.startswith("x_"):
            continue
        place = yaml_tree.place_of(tree, path, key=True)
        if holds_own_keys(part, path[:-1]):
            message = f"{key}: expected a mapping of keys to values; found nothing"
            yield source.problem("wrong-shape", place, message)
        else:
            hint = did_you_mean(key, known) or (
                "if it belongs to the text before it, put that text in quotation marks"
            )
            message = f"there is no key {quoted(key)} here"
            yield source.problem("unknown-key", place, message, hint=hint)


class _Refusal:
    """One of pydantic's errors, on its way to an editor."""

    def __init__(
        self, detail: ErrorDetails, tree: yaml_tree.Node, part: type[Part], source: Source
    ) -> None:
        self.detail = detail
        self.kind = detail["type"]
        self.path: Path = detail["loc"]
        self.tree = tree
        self.part = part
        self.source = source

    def follows_from(self, details: list[ErrorDetails]) -> bool:
        """Tell whether it is only the shadow of errors inside the same list."""
        depth = len(self.path)
        return self.kind == "too_short" and any(
            other["loc"][:depth] == self.path and len(other["loc"]) > depth for other in details
        )

    def problem(self) -> Problem:
        """Say what is wrong."""
        say = next((say for kinds, say in WORDING if self.kind in kinds), _say_other)
        if isinstance(self.detail["input"], dict | list) and self.kind in {
            "enum",
            "literal_error",
        }:
            say = _say_shape
        code, message, hint = say(self)
        return self.source.problem(code, self._place(), message, hint=hint)

    def _place(self) -> Place:
        if self.path[-1:] == ("[key]",):
            return yaml_tree.place_of(self.tree, self.path[:-1], key=True)
        if self.kind == "missing":
            return yaml_tree.place_of(self.tree, self.path[:-1])
        return yaml_tree.place_of(self.tree, self.path, key=self.kind == "extra_forbidden")

    @property
    def key(self) -> str:
        """The key that the editor typed, or should have."""
        names = [str(step) for step in self.path if isinstance(step, str) and step != "[key]"]
        return names[-1] if names else "the file"

    @property
    def expected_words(self) -> list[str]:
        """The closed list that the value is not in."""
        expected = self.detail.get("ctx", {}).get("expected", "")
        return [word.strip("' ") for word in str(expected).replace(" or ", ", ").split(",")]


Wording = tuple[str, str, str]


def _say_missing(refusal: _Refusal) -> Wording:
    owner = refusal.path[:-1]
    where = f" in {where_of(refusal.tree, owner)}" if owner else ""
    return "missing-field", f"{refusal.key} is required{where}, and is missing", ""


def _say_unknown(refusal: _Refusal) -> Wording:
    known = keys_at(refusal.part, refusal.path[:-1])
    key = str(refusal.path[-1])
    hint = did_you_mean(key, known) or f"known here: {', '.join(known)}"
    return "unknown-key", f"there is no key {quoted(key, most=40)} here", hint


def _say_closed_list(refusal: _Refusal) -> Wording:
    found = str(refusal.detail["input"])
    words = refusal.expected_words
    expected = f"one of {', '.join(words)}" if len(words) > 1 else words[0]
    message = f"{refusal.key}: expected {expected}; found {quoted(found)}"
    return "not-in-list", message, did_you_mean(found, words)


def _say_shape(refusal: _Refusal) -> Wording:
    found = FOUND.get(type(refusal.detail["input"]).__name__, "nothing")
    expected = SHAPES.get(refusal.kind, "a text")
    hint = LISTING.get(found, "") if expected == "a list" else ""
    return "wrong-shape", f"{refusal.key}: expected {expected}; found {found}", hint


def _say_number(refusal: _Refusal) -> Wording:
    found = quoted(str(refusal.detail["input"]))
    context: Mapping[str, Any] = refusal.detail.get("ctx", {})
    bounds = [
        f"{word} {context[sign]:g}"
        for sign, word in (("ge", "at least"), ("le", "at most"))
        if sign in context
    ]
    expected = " ".join(["expected a number", *bounds])
    return "bad-number", f"{refusal.key}: {expected}; found {found}", ""


def _say_empty(refusal: _Refusal) -> Wording:
    return "bad-value", f"{refusal.key} is empty", "write something, or remove the key"


def _say_pattern(refusal: _Refusal) -> Wording:
    found = quoted(str(refusal.detail["input"]))
    message = f"{refusal.key}: expected 64 hexadecimal digits; found {found}"
    return "bad-value", message, "factcheck lock writes it for you"


def _say_other(refusal: _Refusal) -> Wording:
    code = refusal.kind if refusal.kind in CODES else "bad-value"
    return code, f"{refusal.key}: {refusal.detail['msg']}", ""


WORDING: Final[tuple[tuple[frozenset[str], Callable[[_Refusal], Wording]], ...]] = (
    (frozenset({"missing"}), _say_missing),
    (frozenset({"extra_forbidden"}), _say_unknown),
    (frozenset({"enum", "literal_error"}), _say_closed_list),
    (frozenset(SHAPES), _say_shape),
    (
        frozenset(
            {"float_parsing", "int_parsing", "float_type", "int_type", "finite_number"}
            | {"greater_than_equal", "less_than_equal", "int_parsing_size", "int_from_float"}
        ),
        _say_number,
    ),
    (frozenset({"string_too_short", "too_short"}), _say_empty),
    (frozenset({"string_pattern_mismatch"}), _say_pattern),
)


def where_of(tree: yaml_tree.Node, path: Path) -> str:
    """
    Name a place by its keys, and list entries by their ids where they have one.

    >>> where_of(tree, ("claims", 0, "evidence", 2))
    'claims / formed-in-2022 / evidence / 3'
    """
    return " / ".join(_steps(tree, path))


def _steps(tree: yaml_tree.Node, path: Path) -> Iterator[str]:
    for depth, step in enumerate(path):
        if isinstance(step, str):
            yield step
            continue
        entry = yaml_tree.find(tree, path[: depth + 1])
        name = entry.entries.get("id") if isinstance(entry, yaml_tree.Mapping) else None
        yield name.text if isinstance(name, yaml_tree.Scalar) else str(step + 1)
