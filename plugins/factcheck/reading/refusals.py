"""
One refused field in plain words, with the mend.

Rule 1: pydantic's own wording never reaches an editor.
Rule 2: what the model expects is read off the model; no key is named here, but for a claim's id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from pydantic_core import ErrorDetails, PydanticCustomError

from factcheck.diagnostics import CODES, Place, Problem
from factcheck.model import likely
from factcheck.model.nearest import did_you_mean, nearest
from factcheck.model.shape import Key, Path, key_at, keys_at
from factcheck.model.values import parse_moment, quoted
from factcheck.model.verdict import Part
from factcheck.reading import mends, yaml_tree
from factcheck.reading.misplaced import holder, where_it_belongs
from factcheck.reading.patterns import OWN_KEY, pattern
from factcheck.reading.source import Source

#: The code of a required field that is not there.
MISSING: Final = "missing-field"
KEYS: Final = "keys with values"
SHAPES: Final = MappingProxyType(
    {
        "string_type": "a text",
        "tuple_type": "a list",
        "list_type": "a list",
        "dict_type": KEYS,
        "model_type": KEYS,
        "model_attributes_type": KEYS,
        "wrong-shape": "a single value",
    }
)
FOUND: Final = MappingProxyType({"str": "a text", "list": "a list", "dict": KEYS})
#: What is probably meant by a value, by the code of what is wrong with it.
MEANT: Final[MappingProxyType[str, Callable[[str], Iterable[str]]]] = MappingProxyType(
    {
        "bad-address": likely.likely_addresses,
        "bad-date": likely.likely_dates,
        "bad-language": likely.likely_languages,
        "bad-slug": likely.likely_slugs,
    }
)

Wording = tuple[str, str, str]


#: An entry of a list whose hyphen YAML does not see.
DASHED: Final = re.compile(r"[-–—−•*·]\s*[^\s-]")  # noqa: RUF001


@dataclass(frozen=True, eq=False)
class Refusal:
    """
    One of pydantic's errors, on its way to an editor.
    """

    detail: ErrorDetails
    tree: yaml_tree.Node

    #: The model of the whole tree.
    part: type[Part]
    source: Source

    @property
    def kind(self) -> str:
        """Pydantic's word for what is wrong."""
        return self.detail["type"]

    @property
    def path(self) -> Path:
        """The path of the value, or of its key."""
        return self.detail["loc"]

    def problem(self) -> Problem:
        """
        Say what is wrong.
        """
        say = next((say for kinds, say in WORDING if self.kind in kinds), _say_other)
        if isinstance(self.detail["input"], dict | list) and self.kind in {
            "enum",
            "literal_error",
        }:
            say = _say_shape
        code, message, hint = say(self)
        return self.source.problem(code, self.place, message, hint=hint)

    @property
    def place(self) -> Place:
        """Where it stands."""
        if self.path[-1:] == ("[key]",):
            return yaml_tree.place_of(self.tree, self.path[:-1], key=True)
        if self.kind == "missing" and not self.is_empty:
            return yaml_tree.place_of(self.tree, self.path[:-1])
        at_key = self.kind in {"extra_forbidden", "missing"}
        return yaml_tree.place_of(self.tree, self.path, key=at_key)

    @property
    def owner(self) -> Path:
        """The path of the mapping that the field belongs to."""
        return self.path[:-1]

    @property
    def key(self) -> str:
        """The key that the editor typed, or should have."""
        path = self.path
        # What stands for a whole mapping, as plain words do for a quote, has no keys of its own.
        while self.kind != "missing" and len(path) > 1 and not yaml_tree.has(self.tree, path):
            path = path[:-1]
        names = [str(step) for step in path if isinstance(step, str) and step != "[key]"]
        return names[-1] if names else "the file"

    @property
    def found(self) -> str:
        """The text that was found; empty if it was none."""
        found = self.detail["input"]
        return found if isinstance(found, str) else ""

    @property
    def is_empty(self) -> bool:
        """Whether the key of a missing value is there."""
        node = yaml_tree.find(self.tree, self.owner)
        return isinstance(node, yaml_tree.Mapping) and self.path[-1] in node.entries

    @cached_property
    def expected(self) -> Key | None:
        """What the model expects there."""
        return key_at(self.part, self.path)

    @property
    def expected_words(self) -> list[str]:
        """The closed list that the value is not in."""
        expected = self.detail.get("ctx", {}).get("expected", "")
        return [word.strip("' ") for word in str(expected).replace(" or ", ", ").split(",")]

    @property
    def stands_for(self) -> set[Path]:
        """The paths of what an unknown key was probably meant as, or belongs to."""
        if self.kind != "extra_forbidden":
            return set()
        key = str(self.path[-1])
        if belongs := holder(self.tree, self.part, self.path):
            return {belongs, (*belongs, key), (*belongs, 0, key)}
        meant = nearest(key, keys_at(self.part, self.owner))
        return {(*self.owner, meant)} if meant else set()


def shadows(refusals: list[Refusal]) -> list[Refusal]:
    """
    Return those that only follow from others: to tell them would hide the cause.
    """
    meant = {path for refusal in refusals for path in refusal.stands_for}
    named = {refusal.found for refusal in refusals if _names_itself(refusal)}
    above = {refusal.path[:depth] for refusal in refusals for depth in range(len(refusal.path))}
    return [
        refusal
        for refusal in refusals
        # A list is only empty because all its entries were refused.
        if (refusal.kind == "too_short" and refusal.path in above)
        or (refusal.kind == "missing" and refusal.path in meant)
        or (refusal.kind == "bad-slug" and refusal.found in named and not _names_itself(refusal))
    ]


def _names_itself(refusal: Refusal) -> bool:
    """Tell whether a refused slug stands where it is given, not where it is repeated."""
    return refusal.kind == "bad-slug" and refusal.path[-1] in {"id", "[key]"}


def _say_missing(refusal: Refusal) -> Wording:
    where = f" in {where_of(refusal.tree, refusal.owner)}" if refusal.owner else ""
    if refusal.is_empty:
        return MISSING, f"{refusal.key} is required{where}, and has no value", ""
    return MISSING, f"{refusal.key} is required{where}, and is missing", ""


def _say_unknown(refusal: Refusal) -> Wording:
    known = keys_at(refusal.part, refusal.owner)
    key = str(refusal.path[-1])
    hint = (
        _odd_space_hint(key)
        or where_it_belongs(refusal.tree, refusal.part, refusal.path)
        or did_you_mean(key, known)
        or f"known here: {', '.join(known)}"
    )
    return "unknown-key", f"there is no key {quoted(key, most=40)} here", hint


def _odd_space_hint(key: str) -> str:
    """A no-break space belongs to the key, for YAML; an editor takes it for indentation."""
    bare = key.strip()
    if bare == key or not bare:
        return ""
    return f"replace the no-break space or the like beside {bare} by ordinary spaces"


def _say_closed_list(refusal: Refusal) -> Wording:
    found = str(refusal.detail["input"])
    words = refusal.expected_words
    expected = f"one of {', '.join(words)}" if len(words) > 1 else words[0]
    message = f"{refusal.key}: expected {expected}; found {quoted(found)}"
    return "not-in-list", message, did_you_mean(found, words)


def _say_shape(refusal: Refusal) -> Wording:
    found = FOUND.get(type(refusal.detail["input"]).__name__, "nothing")
    key = refusal.expected
    is_text = key and key.free and key.part
    expected = "a text" if is_text else SHAPES.get(refusal.kind, "a text")
    return (
        "wrong-shape",
        f"{refusal.key}: expected {expected}; found {found}",
        _shape_hint(refusal, key, expected),
    )


def _shape_hint(refusal: Refusal, key: Key | None, expected: str) -> str:
    found = refusal.detail["input"]
    if expected == "a list" and isinstance(found, dict):
        return "put a hyphen before its first key, and set the others in line with that key"
    if isinstance(found, str):
        return _hint_for_text(refusal, key, found)
    if key and key.free and not key.many and expected == "a text":
        return _hint_for_words(refusal, key)
    return pattern(key.name, key.part) if key and key.part else ""


def _hint_for_text(refusal: Refusal, key: Key | None, found: str) -> str:
    """Say how to write more than the text that was found."""
    name, _, value = found.partition(":")
    if key and key.part and name.strip() in keys_at(refusal.part, refusal.path):
        name = name.strip()
        return f"after {name} a colon and a space are missing: write {name}: {value.strip()}"
    if key and key.part:
        own = str(refusal.path[-1]) if key.own_keys and refusal.key != key.name else ""
        return pattern(key.name, key.part, found).replace(OWN_KEY, own or OWN_KEY)
    if DASHED.match(found):
        return f"an entry begins with a hyphen and a space: write - {found[1:].strip()}"
    if refusal.kind not in {"tuple_type", "list_type"}:
        return ""
    if mends.is_safe_in_brackets(found):
        return f"write {refusal.key}: [{found}], or each entry on a line of its own after a hyphen"
    return "put it in square brackets, or on a line of its own after a hyphen"


def _hint_for_words(refusal: Refusal, key: Key) -> str:
    """Say how to write as text what looks like more."""
    place = yaml_tree.place_of(refusal.tree, refusal.path)
    typed = refusal.source.line(place.line)[place.column - 1 :].strip()
    if typed[:1] in {"[", "{"}:
        return mends.written_out(f"{refusal.key}: ", typed)
    if key.free and key.free.markdown:
        return f"a list here needs | after the key:\n{refusal.key}: |\n  {typed}"
    return f"write it so:\n{refusal.key}: >-\n  {typed}"


def _say_number(refusal: Refusal) -> Wording:
    found = str(refusal.detail["input"])
    context: Mapping[str, Any] = refusal.detail.get("ctx", {})
    bounds = [
        f"{word} {context[sign]:g}"
        for sign, word in (("ge", "at least"), ("le", "at most"))
        if sign in context
    ]
    expected = " ".join(["expected a number", *bounds])
    message = f"{refusal.key}: {expected}; found {quoted(found)}"
    seconds = next(likely.likely_seconds(found), "")
    hint = f"write it in seconds: {refusal.key}: {seconds}" if seconds else ""
    return "bad-number", message, hint


def _say_empty(refusal: Refusal) -> Wording:
    return "bad-value", f"{refusal.key} is empty", "write something, or remove the key"


def _say_long(refusal: Refusal) -> Wording:
    most = refusal.detail.get("ctx", {}).get("max_length", 0)
    return "yaml-bounds", f"{refusal.key}: at most {most:,} entries are read", ""


def _say_pattern(refusal: Refusal) -> Wording:
    found = quoted(str(refusal.detail["input"]))
    message = f"{refusal.key}: expected 64 hexadecimal digits; found {found}"
    return (
        "bad-value",
        message,
        "type .venv/bin/factcheck lock and the document's name",
    )


def _say_other(refusal: Refusal) -> Wording:
    code = refusal.kind if refusal.kind in CODES else "bad-value"
    meant = _meant(refusal)
    hint = f"write {' or '.join(meant)}" if meant else ""
    hint += ", whichever is meant" if len(meant) > 1 else ""
    return code, f"{refusal.key}: {refusal.detail['msg']}", hint


def _meant(refusal: Refusal) -> list[str]:
    """Return what was probably meant, as far as the field takes it."""
    found = list(MEANT.get(refusal.kind, _nothing)(refusal.found))
    if refusal.kind == "bad-slug" and "slug/claim-id" in refusal.detail["msg"]:
        return []
    if refusal.kind != "bad-date":
        return found
    if "zone" in refusal.detail["msg"]:
        return [text for text in found if _is_taken(parse_moment, text)]
    return [text[: len("2026-11-20")] for text in found]


def _is_taken(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except PydanticCustomError:
        return False
    return True


def _nothing(_: str) -> Iterable[str]:
    return ()


WORDING: Final[tuple[tuple[frozenset[str], Callable[[Refusal], Wording]], ...]] = (
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
    (frozenset({"too_long"}), _say_long),
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
