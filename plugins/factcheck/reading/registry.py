"""
``content/registry.yaml`` to the site's registry of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.diagnostics import Place, Problem
from factcheck.model.names import name_slug
from factcheck.model.registry import EMPTY, Kind, Registered, Registry
from factcheck.model.shape import Path
from factcheck.model.values import quoted
from factcheck.reading import yaml_tree
from factcheck.reading.desk_yaml import read_desk_yaml
from factcheck.reading.source import Source


def read_registry(data: bytes, name: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """
    Read the site's registry of names.

    Args:
        data: The file's bytes; nothing but spaces and comments is an empty registry.

        name: What to call the file in messages.

    Returns:
        The registry, or None if anything about it is wrong; and every problem.
    """
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines()):
        return EMPTY, ()
    return read_desk_yaml(data, name, Registry, _shared_names)


def _shared_names(registry: Registry, tree: yaml_tree.Node, source: Source) -> Iterator[Problem]:
    """Refuse what would stand at two addresses, or two things at one."""
    for kind in Kind:
        holders: dict[str, Registered] = {}
        for index, entry in enumerate(registry.of(kind)):
            for path, name in _names(entry):
                holder = _holder(holders, path, name)
                if holder is not None:
                    place = yaml_tree.place_of(tree, (kind.value, index, *path))
                    yield _taken(source, place, name, holder)
            for slug in entry.slugs:
                holders.setdefault(slug, entry)


def _names(entry: Registered) -> Iterator[tuple[Path, str]]:
    yield ("id",), entry.id
    for language, label in entry.label.items():
        yield ("label", language), label
    for index, name in enumerate(entry.also):
        yield ("also", index), name


def _holder(holders: Mapping[str, Registered], path: Path, name: str) -> Registered | None:
    """Return the earlier entry that has a name, or whose name has an id for an address."""
    by_id = holders.get(name) if path == ("id",) else None
    return by_id or holders.get(name_slug(name))


def _taken(source: Source, place: Place, name: str, holder: Registered) -> Problem:
    message = f"{quoted(name)} is a name of {holder.id} already"
    hint = "a name belongs to one entry, however it is written: remove it here, or join the two"
    return source.problem("name-taken", place, message, hint=hint)
