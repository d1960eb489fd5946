"""
What a tree holds where the model knows a key: tree and model, walked together once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.model.rules.written import Written
from factcheck.model.shape import Key, keys_of
from factcheck.model.values import FreeText
from factcheck.model.verdict import Part
from factcheck.reading.yaml_nodes import Items, Mapping, Node, Scalar, Spot

#: A person's words, or an address: the last step of its path; the key whose value, or one of whose
#: values, it is; itself.
Text = tuple[str | int, Key, Scalar]


class Stray(NamedTuple):
    """
    A key without a value that the model does not know.
    """

    name: str
    spot: Spot

    #: What the model knows there.
    known: dict[str, Key]

    #: Whether it stands where keys of the editor's own are expected, and so values too.
    is_own: bool


class Survey:
    """
    Everything of a tree that ``reading`` looks at closely, in the order of the file.
    """

    def __init__(self, tree: Node, part: type[Part]) -> None:
        """
        Walk a tree.

        Args:
            tree: The whole tree.

            part: The model of the whole tree.
        """
        self.texts: list[Text] = []

        #: Those in which Markdown is understood.
        self.markdown: list[Text] = []

        #: Lists where words stand.
        self.lists: list[Items] = []
        self.strays: list[Stray] = []
        if isinstance(tree, Mapping):
            self._take_entries(tree, part)
        elif isinstance(tree, Items):
            self._take_listed_roots(tree, part)

    def _take_listed_roots(self, tree: Items, part: type[Part]) -> None:
        """Look into what should stand in no list; that it does is told, what is unknown is not."""
        keys = keys_of(part)
        for item in tree.items:
            if isinstance(item, Items):
                self._take_listed_roots(item, part)
            for name, node in item.entries.items() if isinstance(item, Mapping) else ():
                if name in keys:
                    self._take(name, keys[name], node, keys[name].own_keys)

    def _take_entries(self, mapping: Mapping, part: type[Part]) -> None:
        keys = keys_of(part)
        for name, node in mapping.entries.items():
            if key := keys.get(name):
                self._take(name, key, node, key.own_keys)
            elif node.data is None:
                self._take_stray(name, mapping, keys, is_own=False)

    def _take(self, step: str | int, key: Key, node: Node, own_keys: bool) -> None:  # noqa: FBT001
        """Take what stands under a key; a mapping may have keys of the editor's own."""
        if isinstance(node, Scalar):
            if key.free or key.is_address:
                self._take_text((step, key, node), key.free)
        elif isinstance(node, Items):
            if key.free:
                self.lists.append(node)
            for index, item in enumerate(node.items):
                self._take(index, key, item, False)  # noqa: FBT003
        elif own_keys:
            self._take_own_entries(node, key)
        elif key.part:
            self._take_entries(node, key.part)

    def _take_text(self, text: Text, free: FreeText | None) -> None:
        self.texts.append(text)
        if free and free.markdown:
            self.markdown.append(text)

    def _take_own_entries(self, mapping: Mapping, key: Key) -> None:
        for name, node in mapping.entries.items():
            self._take(name, key, node, False)  # noqa: FBT003
            if node.data is None and key.part:
                self._take_stray(name, mapping, keys_of(key.part), is_own=True)

    def _take_stray(
        self, name: str, mapping: Mapping, known: dict[str, Key], *, is_own: bool
    ) -> None:
        if name not in known and not name.startswith("x_"):
            self.strays.append(Stray(name, mapping.keys[name], known, is_own))


def markdown_in(written: Written, part: type[Part]) -> Iterator[str]:
    """
    Give the texts of ``Survey.markdown``, without a tree.

    Args:
        written: What the model took.

        part: The model.
    """
    for key, below in _ways_to_markdown(part):
        there = written.get(key.name)
        if there is None:
            continue
        if key.own_keys:
            there = [*there.values()]
        for held in there if isinstance(there, list) else (there,):
            if below:
                yield from markdown_in(held, below)
            else:
                yield held


@cache
def _ways_to_markdown(part: type[Part]) -> tuple[tuple[Key, type[Part] | None], ...]:
    """Return the keys that hold Markdown, and those that lead to a mapping that may."""
    return tuple(
        (key, None if key.free and key.free.markdown else key.part)
        for key in keys_of(part).values()
        if (key.free and key.free.markdown) or (key.part and _ways_to_markdown(key.part))
    )
