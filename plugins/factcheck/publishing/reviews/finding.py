"""
Where reviews stand in structured data.

``@graph`` is JSON-LD 1.1's (4.9), ``DataFeed`` schema.org's: its elements are items, or hold them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from factcheck.model.shape import Path
from factcheck.publishing.reviews.values import types_of
from factcheck.publishing.schemaorg import (
    CLAIM_REVIEW,
    CONTEXT,
    DATA_FEED_ELEMENT,
    GRAPH,
    ITEM,
)


class Holder(Enum):
    """
    What a review stands in.
    """

    NOTHING = "nothing"
    FEED = "feed"
    GRAPH = "graph"
    ANYTHING = "anything"


class Found(NamedTuple):
    """
    A review in the data that hold it.
    """

    review: dict[str, Any]
    path: Path
    holder: Holder

    #: Its own ``@context``, or the nearest around it; None if there is none.
    context: Any


#: What a value is held by, if it stands under one of these keys.
HOLDERS: Final = MappingProxyType({GRAPH: Holder.GRAPH, DATA_FEED_ELEMENT: Holder.FEED})


def reviews_in(data: Any) -> Iterator[Found]:  # noqa: ANN401 - whatever was published
    """
    Give every review in structured data, in its order; those within another review are left out.
    """
    waiting: list[tuple[Any, Path, Holder, Any]] = [(data, (), Holder.NOTHING, None)]
    while waiting:
        value, path, holder, context = waiting.pop()
        if isinstance(value, list):
            waiting += [
                (item, (*path, index), holder, context)
                for index, item in reversed([*enumerate(value)])
                if isinstance(item, dict | list)
            ]
        elif isinstance(value, dict):
            around, context = context, value.get(CONTEXT, context)
            if CLAIM_REVIEW in types_of(value):
                # What brings its own context, in data that has none, stands for itself.
                is_alone = CONTEXT in value and around is None
                yield Found(value, path, Holder.NOTHING if is_alone else holder, context)
                continue
            waiting += [
                (inner, (*path, key), _holder(key, holder), context)
                for key, inner in reversed(value.items())
                if isinstance(inner, dict | list) and key != CONTEXT
            ]


def _holder(key: str, around: Holder) -> Holder:
    if around is Holder.FEED and key == ITEM:
        return Holder.FEED
    return HOLDERS.get(key, Holder.ANYTHING)
