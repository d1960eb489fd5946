"""
Values as JSON-LD allows to write them: one or several, a text or an object that holds it.

Nothing about what was published can be relied on, so each of these takes anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model.shape import Path
from factcheck.publishing.schemaorg import TYPE, URL, VALUE

Node = dict[str, Any]


def types_of(node: Node) -> tuple[str, ...]:
    """
    Return the names of a node's types, without what tells that they are schema.org's.
    """
    there = node.get(TYPE)
    if isinstance(there, str):
        return (_name(there),)
    if not isinstance(there, list):
        return ()
    return tuple(_name(one) for one in there if isinstance(one, str))


def _name(type_: str) -> str:
    if "/" not in type_ and ":" not in type_:
        return type_
    return type_.replace("#", "/").replace(":", "/").rstrip("/").rpartition("/")[2]


def single(value: Any) -> Any:  # noqa: ANN401
    """
    Return what a list of one holds, and of ``{"@value": …}``; anything else as it is.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict) and VALUE in value:
        value = value[VALUE]
    return value


def is_empty(value: Any) -> bool:  # noqa: ANN401
    """
    Tell whether a value says nothing: none, white space, an empty list or object.
    """
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or value in ([], {})


def text_of(node: Node, key: str) -> str:
    """
    Return the text under a key, as it is written; empty where there is none.
    """
    value = node.get(key)
    if not isinstance(value, str):
        value = single(value)
    return value if isinstance(value, str) else ""


def nodes(value: Any, path: Path) -> Iterator[tuple[Path, Node]]:  # noqa: ANN401
    """
    Give the objects that a value is or holds, with their paths.
    """
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield (*path, index), item


def texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401
    """
    Give the texts that a value is or holds, with their paths.
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (*path, index), item


def addresses(value: Any, path: Path, key: str = URL) -> Iterator[tuple[Path, str]]:  # noqa: ANN401
    """
    Give the addresses of a value: its texts, and those under a key of its objects.
    """
    yield from texts(value, path)
    for inner, node in nodes(value, path):
        yield from texts(node.get(key), (*inner, key))


def named(path: Path) -> str:
    """
    Return a place in a review as messages name it: ``itemReviewed.appearance[1].url``.
    """
    told = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return told.removeprefix(".")
