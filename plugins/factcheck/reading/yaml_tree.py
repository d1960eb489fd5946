"""
YAML text to a tree of mappings, lists and texts, each with its place.

Rule 1: every scalar stays text; what it means is the model's affair, never YAML's.
Rule 2: what makes YAML surprising is refused: anchors, aliases, merge keys, tags, several
documents, keys that stand twice. Depth, size and count are capped while events are read, because
libyaml's own composing overflows the stack on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

import yaml

from factcheck.diagnostics import Place, Problem
from factcheck.model import bounds
from factcheck.model.shape import Lexicon
from factcheck.reading.oversize import WHERE, too_long_line, too_many_lines
from factcheck.reading.source import Source
from factcheck.reading.yaml_causes import character_problem, syntax_problem
from factcheck.reading.yaml_nodes import (
    Items,
    Mapping,
    Node,
    Path,
    Scalar,
    Spot,
    find,
    has,
    place_of,
    plain_data,
    scalars,
    to_place,
)

TOO_MANY_ENTRIES: Final = f"more than {bounds.YAML_ENTRIES:,} entries in one list or mapping"
#: So many keys that stand twice are named.
MOST_NAMED: Final = 6
#: What makes a key of the words before it.
COLON: Final = re.compile(r"\s*:")

NO_KEYS: Final = Lexicon()

Loader: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Event = Any  # the events of libyaml's loader have no types

#: A key (None where it is no text), its event and its value.
Entry = tuple[str | None, Event, Node]

__all__ = [
    "Items",
    "Mapping",
    "Node",
    "Path",
    "Scalar",
    "find",
    "has",
    "parse",
    "place_of",
    "plain_data",
    "scalars",
    "to_place",
]


def parse(source: Source, lexicon: Lexicon = NO_KEYS) -> tuple[Node | None, list[Problem]]:
    """
    Read YAML text.

    Args:
        source: The text and its name.

        lexicon: The keys that the file may hold, which help to say why it cannot be read.

    Returns:
        The tree, or None where the text cannot be read to its end; and all problems met.
    """
    refused = too_many_lines(source, "yaml-bounds") or too_long_line(source, "yaml-bounds")
    if refused:
        return None, [refused]
    return _Composer(source, lexicon).compose()


class _Bounds(Exception):  # noqa: N818 - never leaves this module
    """The tree is deeper or larger than is read: where, and a sentence."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place


class _Composer:
    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.lexicon = lexicon
        self.problems: list[Problem] = []
        self.nodes = 0
        self.loader = Loader(source.text)
        self.following: Callable[[], Event] = self.loader.get_event

    def compose(self) -> tuple[Node | None, list[Problem]]:
        try:
            root = self._documents()
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(self.source, error, self.lexicon))
            return None, self.problems
        except yaml.reader.ReaderError as error:
            self.problems.append(character_problem(self.source, error))
            return None, self.problems
        except _Bounds as bound:
            self._refuse("yaml-bounds", bound.place, str(bound), WHERE)
            return None, self.problems
        finally:
            self.loader.dispose()
        return root, self.problems

    def _documents(self) -> Node:
        roots: list[Node] = []
        while self.loader.check_event():
            event = self.following()
            if isinstance(event, yaml.DocumentStartEvent) and roots:
                message = "a second YAML document begins here"
                self._refuse("yaml-documents", _start(event), message, "remove the line ---")
                break
            if isinstance(event, yaml.NodeEvent):
                roots.append(self._node(event, 0))
        return roots[0] if roots else Mapping({}, {}, Place(1, 1))

    def _node(self, event: Event, depth: int) -> Node:
        self._enter(event, depth)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, event.start_mark, not event.style, event.end_mark)
        if kind is yaml.MappingStartEvent:
            return self._mapping(self._entries(depth + 1), _start(event))
        if kind is yaml.SequenceStartEvent:
            return Items(self._items(depth + 1), _start(event))
        return Scalar(f"*{event.anchor}", event.start_mark, plain=False, end=event.start_mark)

    def _enter(self, event: Event, depth: int) -> None:
        self.nodes += 1
        if depth > bounds.YAML_DEPTH or self.nodes > bounds.YAML_VALUES:
            raise _Bounds(_start(event), _bound(depth))
        if event.anchor is not None or event.tag is not None:
            self._refuse_cleverness(event)

    def _items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while type(event := self.following()) is not yaml.SequenceEndEvent:
            if len(items) >= bounds.YAML_ENTRIES:
                raise _Bounds(_start(event), TOO_MANY_ENTRIES)
            if type(event) is yaml.MappingStartEvent and not event.flow_style:
                self._enter(event, depth)
                items += self._mappings(self._entries(depth + 1), _start(event))
            else:
                items.append(self._node(event, depth))
        return items

    def _entries(self, depth: int) -> list[Entry]:
        entries: list[Entry] = []
        following, node = self.following, self._node
        while type(key := following()) is not yaml.MappingEndEvent:
            if len(entries) >= bounds.YAML_ENTRIES:
                raise _Bounds(_start(key), TOO_MANY_ENTRIES)
            name = self._name(key, depth)
            entries.append((name, key, node(following(), depth)))
        return entries

    def _name(self, key: Event, depth: int) -> str | None:
        """Return a key's text; None if it is a list, or stands in brackets."""
        if type(key) is yaml.ScalarEvent:
            self._enter(key, depth)
            return str(key.value)
        node = self._node(key, depth)
        return node.text if isinstance(node, Scalar) else None

    def _mappings(self, entries: list[Entry], place: Place) -> Iterator[Mapping]:
        """Give an item of a list: several, where the hyphen of a later one was forgotten."""
        names = [name or "" for name, _, _ in entries]
        begins = list(_forgotten_items(names)) if len(set(names)) < len(names) else []
        for at in begins:
            name, key, _ = entries[at]
            message = f"a new entry seems to begin here: the entry above holds {name} already"
            self._refuse("yaml-duplicate-key", _start(key), message, f"put “- ” before {name}")
        for first, last in pairwise([0, *begins, len(entries)]):
            yield self._mapping(entries[first:last], _start(entries[first][1]) if first else place)

    def _mapping(self, entries: list[Entry], place: Place) -> Mapping:
        values: dict[str, Node] = {}
        keys: dict[str, Spot] = {}
        doubles: list[tuple[str, Event]] = []
        for name, key, value in entries:
            if name is None:
                message = "a key is a list, or stands in brackets; expected a word"
                hint = "if a text is meant, put it in quotation marks"
                self._refuse("yaml-key", _start(key), message, hint)
            elif name == "<<":
                message = "merge keys (<<) are not allowed"
                self._refuse("yaml-anchor", _start(key), message, "write the keys out")
            elif name in values:
                doubles.append((name, key))
            elif value.data is None and self._lacks_colon(key, value):
                meant, text = self._refuse_lack(name, key)
                values[meant], keys[meant] = text, key.start_mark
            else:
                values[name], keys[name] = value, key.start_mark
        self._refuse_doubles(doubles, keys)
        return Mapping(values, keys, place)

    def _refuse_lack(self, key: str, event: Event) -> tuple[str, Node]:
        """Refuse a key without a colon; return the one that was meant, so as to read on."""
        name, sign, value = key.partition(":")
        start, end = event.start_mark, event.end_mark
        if sign and name in self.lexicon:
            message = f"after {name} a colon and a space are missing"
            self._refuse("text-cut", to_place(start), message, f"write {name}: {value}")
            return name, Scalar(value.strip("'\" "), start, plain=False, end=end)
        message = f"a comma ends the text before it; “{key}” is taken for a key"
        self._refuse("text-cut", to_place(start), message, "put that text in quotation marks")
        return f"x_{key}", Scalar("", start, plain=False, end=end)

    def _lacks_colon(self, key: Event, value: Node) -> bool:
        """Tell whether a key stands in braces without a colon, which nobody means."""
        end = to_place(key.end_mark)
        return value.place == end and not COLON.match(self.source.line(end.line), end.column - 1)

    def _refuse_cleverness(self, event: Event) -> None:
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"found {sign}{event.anchor}: anchors and aliases are not allowed"
            hint = (
                "write the value out, or put it in quotation marks if the sign belongs to the text"
            )
            self._refuse("yaml-anchor", _start(event), message, hint)
        if getattr(event, "tag", None) is not None:
            message = f"found the tag {event.tag}: tags are not allowed"
            hint = "remove it, or put the value in quotation marks if the sign belongs to the text"
            self._refuse("yaml-tag", _start(event), message, hint)

    def _refuse_doubles(self, doubles: list[tuple[str, Event]], keys: dict[str, Spot]) -> None:
        if not doubles:
            return
        (first, event), *others = doubles
        line = to_place(keys[first]).line
        if not others:
            message = f"the key {first} stands twice; first on line {line}"
            self._refuse("yaml-duplicate-key", _start(event), message, "keep one of them")
            return
        names = list(dict.fromkeys(name for name, _ in doubles))
        told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        message = f"the keys {told} stand twice; {first} first on line {line}"
        hint = (
            "if a new entry of a list begins here, put “- ” before the first key of each entry, "
            "and set the other keys in line with it; if not, keep one of each key"
        )
        self._refuse("yaml-duplicate-key", _start(event), message, hint)

    def _refuse(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(code, place, message, hint=hint))


def _start(event: Event) -> Place:
    return to_place(event.start_mark)


def _bound(depth: int) -> str:
    if depth > bounds.YAML_DEPTH:
        return f"nested more than {bounds.YAML_DEPTH} deep; a sidecar needs no more"
    return f"more than {bounds.YAML_VALUES:,} values"


def _forgotten_items(names: list[str]) -> Iterator[int]:
    """Give where an item begins anew: at its first key, or where two keys in a row come again."""
    begin = 0
    seen: set[str] = set()
    for at, name in enumerate(names):
        following = names[at + 1] if at + 1 < len(names) else ""
        again = name == names[begin] or following in seen
        if name and at - begin > 1 and name in seen and again:
            yield at
            begin = at
            seen = set()
        seen.add(name)
