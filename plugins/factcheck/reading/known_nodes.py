"""
The nodes of a tree that stand where the model knows a key.

The tree and the model's shape are walked together, once.
"""

from __future__ import annotations

from factcheck.model.shape import Key, keys_of
from factcheck.model.verdict import Part
from factcheck.reading.yaml_nodes import Items, Mapping, Node

#: The last step of a node's path; the key whose value, or one of whose values, it is; the node.
Known = tuple[str | int, Key, Node]


def known_nodes(tree: Node, part: type[Part]) -> list[Known]:
    """
    Give every text and list that stands under a key of the model, in the order of the file.

    Args:
        tree: The whole tree.

        part: The model of the whole tree.
    """
    found: list[Known] = []
    if isinstance(tree, Items):
        for item in tree.items:
            found += known_nodes(item, part)
    elif isinstance(tree, Mapping):
        _take_entries(tree, part, found)
    return found


def _take_entries(mapping: Mapping, part: type[Part], found: list[Known]) -> None:
    keys = keys_of(part)
    for name, node in mapping.entries.items():
        if key := keys.get(name):
            _take(name, key, node, found, own_keys=key.own_keys)


def _take(step: str | int, key: Key, node: Node, found: list[Known], *, own_keys: bool) -> None:
    """Take what stands under a key; it may be a mapping with keys of the editor's own."""
    if not isinstance(node, Mapping):
        found.append((step, key, node))
        for index, item in enumerate(node.items if isinstance(node, Items) else ()):
            _take(index, key, item, found, own_keys=False)
    elif own_keys:
        for name, value in node.entries.items():
            _take(name, key, value, found, own_keys=False)
    elif key.part:
        _take_entries(node, key.part, found)
