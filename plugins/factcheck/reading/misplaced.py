"""
Keys that stand in the wrong column: known, but not where they are.
"""

from __future__ import annotations

from factcheck.model.shape import Path, keys_at
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree


def where_it_belongs(tree: yaml_tree.Node, part: type[Part], path: Path) -> str:
    """
    Say where an unknown key was probably meant to stand; empty if nobody can tell.

    Args:
        tree: The whole tree.

        part: The model of the whole tree.

        path: The key's path.
    """
    key = str(path[-1])
    owner = holder(tree, part, path)
    if owner is not None:
        line = yaml_tree.place_of(tree, owner, key=True).line
        return f"it belongs to {owner[-1]} on line {line}: set it two spaces further in"
    outer = _outer_mapping(tree, part, path)
    if outer is None:
        return ""
    place = yaml_tree.find(tree, outer).place
    return f"set {key} further left, in column {place.column}, as the key on line {place.line}"


def holder(tree: yaml_tree.Node, part: type[Part], path: Path) -> Path | None:
    """
    Return the path of the key above that an unknown key belongs to, but stands in line with.
    """
    above, key = path[:-1], str(path[-1])
    mapping = yaml_tree.find(tree, above)
    if not isinstance(mapping, yaml_tree.Mapping) or key not in mapping.entries:
        return None
    known = keys_at(part, above)
    places = {
        yaml_tree.to_place(mapping.keys[name]): name for name in known if name in mapping.entries
    }
    here = yaml_tree.to_place(mapping.keys[key])
    for name in (places[place] for place in sorted(places, reverse=True) if place < here):
        if known[name].own_keys or known[name].part is None:
            continue
        value = mapping.entries[name]
        held = isinstance(value, yaml_tree.Mapping) and key in value.entries
        if not held and key in keys_at(part, (*above, name)):
            return (*above, name)
    return None


def _outer_mapping(tree: yaml_tree.Node, part: type[Part], path: Path) -> Path | None:
    """Return the nearest mapping around that may hold the key and lacks it."""
    key = path[-1]
    for length in range(len(path) - 2, -1, -1):
        outer = path[:length]
        node = yaml_tree.find(tree, outer)
        if isinstance(node, yaml_tree.Mapping) and key in keys_at(part, outer):
            return outer if key not in node.entries and length < len(path) - 1 else None
    return None
