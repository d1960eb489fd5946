"""
What a YAML file says: a tree of mappings, lists and texts, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from factcheck.diagnostics import Place

#: Plain scalars that mean that the value is absent.
ABSENT: Final = frozenset({"", "null", "~"})


class Mark(Protocol):
    """
    A place as YAML's reader gives it: line and column count from zero.

    Nodes keep these, and make a ``Place`` of them when asked: of hundreds in a file, few ever are.
    """

    line: int
    column: int


Spot = Place | Mark


class Lent(Place):
    """
    The place of what a file has from another: where it names the other.
    """

    __slots__ = ()


class Scalar:
    """
    One text.
    """

    __slots__ = ("_end", "_place", "data", "plain", "text")

    def __init__(self, text: str, place: Spot, plain: bool, end: Spot) -> None:  # noqa: FBT001
        """Take the text and where it stands."""
        self.text = text

        #: Written without quotation marks and not as a block: YAML may have cut it.
        self.plain = plain

        #: What the model is given: the text, or None where it stands for no value at all.
        self.data = None if plain and text in ABSENT else text
        self._place = place
        self._end = end

    @property
    def place(self) -> Place:
        """Where it begins."""
        return to_place(self._place)

    @property
    def end(self) -> Place:
        """Just after its last character."""
        return to_place(self._end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scalar) and self._whole() == other._whole()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Scalar{self._whole()}"

    def _whole(self) -> tuple[str, Place, bool, Place]:
        return self.text, self.place, self.plain, self.end


@dataclass(slots=True)
class Items:
    """
    A list.
    """

    items: list[Node]
    place: Place

    #: The items that have a value; these are the ones that paths count.
    present: list[Node] = field(init=False)

    #: What the model is given: what is present.
    data: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.present = [item for item in self.items if item.data is not None]
        self.data = [item.data for item in self.present]


@dataclass(slots=True)
class Mapping:
    """
    Keys with their values, in the order in which they stand.
    """

    entries: dict[str, Node]
    keys: dict[str, Spot]
    place: Place

    #: What the model is given: neither absent values nor ``x_…``, which is the editor's own.
    data: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.data = {
            key: value.data
            for key, value in self.entries.items()
            if value.data is not None and not key.startswith("x_")
        }


Node = Scalar | Items | Mapping
Path = tuple[str | int, ...]


def to_place(spot: Spot) -> Place:
    """
    Return a place as editors count it.
    """
    return spot if isinstance(spot, Place) else Place(spot.line + 1, spot.column + 1)


def plain_data(node: Node) -> Any:  # noqa: ANN401 - nested data has no narrower type
    """
    Return the tree's texts in plain lists and dictionaries, without absent values and ``x_…``.

    They belong to the tree: nobody changes them.
    """
    return node.text if isinstance(node, Scalar) else node.data


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
            return to_place(node.keys[str(step)])
        below = _step(node, step)
        if below is None:
            return node.place
        node = below
    return node.place


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


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        # A single entry may stand where the model wants a list of one.
        return node if step == 0 else node.entries.get(str(step))
    if isinstance(node, Items) and isinstance(step, int):
        return node.present[step] if step < len(node.present) else None
    return node if step == 0 else None
