"""
The shape of the sidecar, read off the model: which keys a mapping may hold, and what each holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from factcheck.model.values import FreeText, check_address
from factcheck.model.verdict import Part

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """
    What stands under one key of a mapping.
    """

    name: str
    required: bool

    #: The class of the mapping, or of each mapping of the list, that stands there; else None.
    part: type[Part] | None

    #: Whether a list, or a mapping with keys of the editor's own, may stand there.
    many: bool

    #: Whether the mapping that stands there has keys of the editor's own.
    own_keys: bool

    #: Whether it holds a person's words.
    free: FreeText | None

    #: Whether it holds a web address, or several.
    is_address: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    All keys of a file, wherever they may stand: for when it is not known where a key stands.
    """

    #: The keys of each mapping, in the order of the documentation.
    mappings: tuple[tuple[str, ...], ...] = ()

    #: Those that hold a person's words.
    texts: frozenset[str] = frozenset()

    #: Those of them in which Markdown is understood.
    markdown: frozenset[str] = frozenset()

    @property
    def all_keys(self) -> list[str]:
        """Every key once, in the order of the documentation."""
        return list(dict.fromkeys(key for keys in self.mappings for key in keys))

    def __contains__(self, key: str) -> bool:
        return any(key in keys for keys in self.mappings)

    def stand_together(self, key: str, other: str) -> bool:
        """
        Tell whether some mapping may hold both keys.
        """
        return any(key in keys and other in keys for keys in self.mappings)


@cache
def lexicon_of(part: type[Part]) -> Lexicon:
    """
    Return all keys that a mapping of this class, and those within it, may hold.
    """
    parts = _parts_within(part, set())
    keys = [key for found in parts for key in keys_of(found).values()]
    return Lexicon(
        mappings=tuple(tuple(keys_of(found)) for found in parts),
        texts=frozenset(key.name for key in keys if key.free and not key.many),
        markdown=frozenset(key.name for key in keys if key.free and key.free.markdown),
    )


@cache
def keys_of(part: type[Part]) -> dict[str, Key]:
    """
    Return the keys that a mapping of this class may hold, in the order of the documentation.
    """
    return {key.name: key for key in _keys(part)}


def keys_at(part: type[Part], path: Path) -> dict[str, Key]:
    """
    Return the keys that the mapping at a path may hold; empty if no mapping is expected there.
    """
    below = _part_at(part, path)
    return keys_of(below) if below else {}


def key_at(part: type[Part], path: Path) -> Key | None:
    """
    Return the key whose value, or one of whose listed values, stands at a path.
    """
    key: Key | None = None
    inside: type[Part] | None = part
    own_key_next = False
    for step in path:
        if isinstance(step, int) or own_key_next:
            own_key_next = False
            continue
        key = keys_of(inside).get(step) if inside else None
        if key is None:
            return None
        inside = key.part
        own_key_next = key.own_keys
    return key


def _part_at(part: type[Part], path: Path) -> type[Part] | None:
    if not path:
        return part
    key = key_at(part, path)
    return key.part if key else None


def _parts_within(part: type[Part], seen: set[type[Part]]) -> list[type[Part]]:
    seen.add(part)
    within = [key.part for key in keys_of(part).values() if key.part]
    return [
        part,
        *(found for one in within if one not in seen for found in _parts_within(one, seen)),
    ]


def _keys(part: type[Part]) -> Iterator[Key]:
    for name, field in part.model_fields.items():
        annotation = (
            Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        )
        leaves = list(_leaves(annotation))
        yield Key(
            name=field.alias or name,
            required=field.is_required(),
            part=next((leaf for leaf in leaves if _is_part(leaf)), None),
            many=any(get_origin(leaf) in {tuple, dict} for leaf in leaves),
            own_keys=any(get_origin(leaf) is dict for leaf in leaves),
            free=next((leaf for leaf in leaves if isinstance(leaf, FreeText)), None),
            is_address=any(getattr(leaf, "func", None) is check_address for leaf in leaves),
        )


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - annotations have no narrower type
    """Give an annotation's classes, containers and marks, whatever they are wrapped in."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        yield from _leaves(inner)
        yield from marks
    elif origin in {Union, UnionType, tuple, dict}:
        if origin in {tuple, dict}:
            yield annotation
        for inner in get_args(annotation):
            if inner not in {NoneType, Ellipsis}:
                yield from _leaves(inner)
    else:
        yield annotation


def _is_part(leaf: object) -> bool:
    return isinstance(leaf, type) and issubclass(leaf, Part)
