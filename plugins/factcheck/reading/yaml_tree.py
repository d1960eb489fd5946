"""
YAML text to a tree of mappings, lists and texts, each with its place.

Rule 1: every scalar stays text; what it means is the model's affair, never YAML's.
Rule 2: what makes YAML surprising is refused: anchors, aliases, merge keys, tags, several
documents, keys that stand twice. Depth, size and count are capped while events are read, because
libyaml's own composing overflows the stack on deep nesting.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import yaml

from factcheck.diagnostics import Place, Problem
from factcheck.model import bounds
from factcheck.model.shape import Lexicon
from factcheck.reading.oversize import WHERE, too_long_line, too_many_lines
from factcheck.reading.source import Source
from factcheck.reading.yaml_causes import character_problem, syntax_problem

#: So many keys that stand twice are named.
MOST_NAMED: Final = 6
#: What makes a key of the words before it.
COLON: Final = re.compile(r"\s*:")

#: Plain scalars that mean that the value is absent.
ABSENT: Final = frozenset({"", "null", "~"})

START: Final = Place(1, 1)
NO_KEYS: Final = Lexicon()

Loader: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """
    One text.
    """

    text: str
    place: Place

    #: Written without quotation marks and not as a block: YAML may have cut it.
    plain: bool

    #: Just after its last character.
    end: Place

    @property
    def absent(self) -> bool:
        """Whether it stands for no value at all."""
        return self.plain and self.text in ABSENT


@dataclass(frozen=True, slots=True)
class Items:
    """
    A list.
    """

    items: list[Node]
    place: Place

    #: The items that have a value; these are the ones that paths count.
    present: list[Node]


@dataclass(frozen=True, slots=True)
class Mapping:
    """
    Keys with their values, in the order in which they stand.
    """

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Scalar | Items | Mapping
Pair = tuple[Node, Node]
Path = tuple[str | int, ...]


def plain_data(node: Node) -> Any:  # noqa: ANN401 - nested data has no narrower type
    """
    Return the tree's texts in plain lists and dictionaries, without absent values and ``x_…``.
    """
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain_data(item) for item in node.items if not _is_absent(item)]
    return {
        key: plain_data(value)
        for key, value in node.entries.items()
        if not _is_absent(value) and not key.startswith("x_")
    }


def find(node: Node, path: Path) -> Node:
    """
    Return the node at a path, or the last one on the way to it.
    """
    for step in path:
        below = _step(node, step)
        if below is None:
            return node
        node = below
    return node


def place_of(node: Node, path: Path, *, key: bool = False) -> Place:
    """
    Return where the value at a path begins, or its key; the nearest place above if it is absent.
    """
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if key and last and isinstance(node, Mapping) and step in node.keys:
            return node.keys[str(step)]
        below = _step(node, step)
        if below is None:
            return node.place
        node = below
    return node.place


def absent_keys(node: Node, path: Path = ()) -> Iterator[Path]:
    """
    Give the path of every key that has no value.

    ``{reason: we chose it, because}`` holds such a key, "because", that nobody meant as one.
    """
    if isinstance(node, Items):
        for index, item in enumerate(node.present):
            yield from absent_keys(item, (*path, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            if _is_absent(value):
                yield (*path, key)
            else:
                yield from absent_keys(value, (*path, key))


def has(node: Node, path: Path) -> bool:
    """
    Tell whether a value stands at a path.
    """
    for step in path:
        below = _step(node, step)
        if below is None:
            return False
        node = below
    return True


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """
    Give every scalar of a tree with its path.
    """
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for key, value in node.entries.items():
            yield from scalars(value, (*path, key))


def lists(node: Node, path: Path = ()) -> Iterator[tuple[Path, Items]]:
    """
    Give every list of a tree with its path.
    """
    if isinstance(node, Items):
        yield path, node
        for index, item in enumerate(node.items):
            yield from lists(item, (*path, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from lists(value, (*path, key))


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


def _is_absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        # A single entry may stand where the model wants a list of one.
        return node if step == 0 else node.entries.get(str(step))
    if isinstance(node, Items) and isinstance(step, int):
        return node.present[step] if step < len(node.present) else None
    return node if step == 0 else None


class _Bounds(Exception):  # noqa: N818 - never leaves this module
    """The tree is deeper or larger than is read."""


@dataclass
class _Composer:
    source: Source
    lexicon: Lexicon
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0
    at: Place = START

    def compose(self) -> tuple[Node | None, list[Problem]]:
        loader = Loader(self.source.text)
        try:
            root = self._documents(loader)
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(self.source, error, self.lexicon))
            return None, self.problems
        except yaml.reader.ReaderError as error:
            self.problems.append(character_problem(self.source, error))
            return None, self.problems
        except _Bounds as bound:
            self._refuse("yaml-bounds", self.at, str(bound), WHERE)
            return None, self.problems
        finally:
            loader.dispose()
        return root, self.problems

    def _documents(self, loader: Any) -> Node:  # noqa: ANN401 - libyaml's loader has no types
        roots: list[Node] = []
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent) and roots:
                message = "a second YAML document begins here"
                self._refuse("yaml-documents", _start(event), message, "remove the line ---")
                break
            if isinstance(event, yaml.NodeEvent):
                roots.append(self._node(event, loader.get_event, 0))
        return roots[0] if roots else Mapping({}, {}, Place(1, 1))

    def _node(self, event: Any, following: Callable[[], Any], depth: int) -> Node:  # noqa: ANN401
        self._enter(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(list(self._pairs(following, depth)), _start(event))
        if isinstance(event, yaml.SequenceStartEvent):
            items = list(self._items(following, depth))
            present = [item for item in items if not _is_absent(item)]
            return Items(items, _start(event), present)
        if isinstance(event, yaml.AliasEvent):
            return Scalar(f"*{event.anchor}", self.at, plain=False, end=self.at)
        end = Place(event.end_mark.line + 1, event.end_mark.column + 1)
        return Scalar(event.value, self.at, plain=not event.style, end=end)

    def _enter(self, event: Any, depth: int) -> None:  # noqa: ANN401
        self.at = _start(event)
        self._count(depth)
        self._refuse_cleverness(event)

    def _items(self, following: Callable[[], Any], depth: int) -> Iterator[Node]:
        for inner in self._bounded(following, yaml.SequenceEndEvent):
            if isinstance(inner, yaml.MappingStartEvent) and not inner.flow_style:
                self._enter(inner, depth + 1)
                pairs = list(self._pairs(following, depth + 1))
                yield from self._entries(pairs, _start(inner))
            else:
                yield self._node(inner, following, depth + 1)

    def _bounded(self, following: Callable[[], Any], end: type[yaml.Event]) -> Iterator[Any]:
        """Give the first event of each entry of a list or mapping."""
        for count in itertools.count(1):
            event = following()
            if isinstance(event, end):
                return
            if count > bounds.YAML_ENTRIES:
                self.at = _start(event)
                msg = f"more than {bounds.YAML_ENTRIES:,} entries in one list or mapping"
                raise _Bounds(msg)
            yield event

    def _pairs(self, following: Callable[[], Any], depth: int) -> Iterator[Pair]:
        for inner in self._bounded(following, yaml.MappingEndEvent):
            key = self._node(inner, following, depth + 1)
            yield key, self._node(following(), following, depth + 1)

    def _entries(self, pairs: list[Pair], place: Place) -> Iterator[Mapping]:
        """Give an entry of a list: several, where the hyphen of a later one was forgotten."""
        begins = list(_forgotten_entries(pairs))
        for at in begins:
            key = pairs[at][0]
            name = key.text if isinstance(key, Scalar) else ""
            message = f"a new entry seems to begin here: the entry above holds {name} already"
            self._refuse("yaml-duplicate-key", key.place, message, f"put “- ” before {name}")
        for first, last in pairwise([0, *begins, len(pairs)]):
            yield self._mapping(pairs[first:last], pairs[first][0].place if first else place)

    def _mapping(self, pairs: list[Pair], place: Place) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        doubles: list[Scalar] = []
        for key, value in pairs:
            if not isinstance(key, Scalar):
                message = "a key is a list, or stands in brackets; expected a word"
                hint = "if a text is meant, put it in quotation marks"
                self._refuse("yaml-key", key.place, message, hint)
            elif key.text == "<<":
                message = "merge keys (<<) are not allowed"
                self._refuse("yaml-anchor", key.place, message, "write the keys out")
            elif key.text in entries:
                doubles.append(key)
            elif self._lacks_colon(key, value):
                name, meant = self._refuse_lack(key)
                entries[name], keys[name] = meant, key.place
            else:
                entries[key.text], keys[key.text] = value, key.place
        self._refuse_doubles(doubles, keys)
        return Mapping(entries, keys, place)

    def _refuse_lack(self, key: Scalar) -> tuple[str, Node]:
        """Refuse a key without a colon; return the one that was meant, so as to read on."""
        name, sign, value = key.text.partition(":")
        if sign and name in self.lexicon:
            message = f"after {name} a colon and a space are missing"
            self._refuse("text-cut", key.place, message, f"write {name}: {value}")
            return name, Scalar(value.strip("'\" "), key.place, plain=False, end=key.end)
        message = f"a comma ends the text before it; “{key.text}” is taken for a key"
        self._refuse("text-cut", key.place, message, "put that text in quotation marks")
        return f"x_{key.text}", Scalar("", key.place, plain=False, end=key.end)

    def _lacks_colon(self, key: Scalar, value: Node) -> bool:
        """Tell whether a key stands in braces without a colon, which nobody means."""
        if not (_is_absent(value) and value.place == key.end):
            return False
        return not COLON.match(self.source.line(key.end.line), key.end.column - 1)

    def _count(self, depth: int) -> None:
        self.nodes += 1
        if depth > bounds.YAML_DEPTH:
            msg = f"nested more than {bounds.YAML_DEPTH} deep; a sidecar needs no more"
            raise _Bounds(msg)
        if self.nodes > bounds.YAML_VALUES:
            msg = f"more than {bounds.YAML_VALUES:,} values"
            raise _Bounds(msg)

    def _refuse_cleverness(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"found {sign}{event.anchor}: anchors and aliases are not allowed"
            hint = (
                "write the value out, or put it in quotation marks if the sign belongs to the text"
            )
            self._refuse("yaml-anchor", self.at, message, hint)
        if getattr(event, "tag", None) is not None:
            message = f"found the tag {event.tag}: tags are not allowed"
            hint = "remove it, or put the value in quotation marks if the sign belongs to the text"
            self._refuse("yaml-tag", self.at, message, hint)

    def _refuse_doubles(self, doubles: list[Scalar], keys: dict[str, Place]) -> None:
        if not doubles:
            return
        first, *others = doubles
        line = keys[first.text].line
        if not others:
            message = f"the key {first.text} stands twice; first on line {line}"
            self._refuse("yaml-duplicate-key", first.place, message, "keep one of them")
            return
        names = list(dict.fromkeys(key.text for key in doubles))
        told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        message = f"the keys {told} stand twice; {first.text} first on line {line}"
        hint = (
            "if a new entry of a list begins here, put “- ” before the first key of each entry, "
            "and set the other keys in line with it; if not, keep one of each key"
        )
        self._refuse("yaml-duplicate-key", first.place, message, hint)

    def _refuse(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(code, place, message, hint=hint))


def _start(event: Any) -> Place:  # noqa: ANN401
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _forgotten_entries(pairs: list[Pair]) -> Iterator[int]:
    """Give where an entry begins anew: at its first key, or where two keys in a row come again."""
    names = [key.text if isinstance(key, Scalar) else "" for key, _ in pairs]
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
