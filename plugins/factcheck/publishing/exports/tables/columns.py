"""
What a table of the published data is: columns, each with its meaning and where its value is from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from factcheck.publishing.exports.fields import Field
from factcheck.publishing.words import Said

Record = dict[str, Any]

#: What stands in one cell.
Cell = str | int | bool | list[str] | None

#: Takes the fact-check's record, and the part of it that the row is of.
Getter = Callable[[Record, Record], Cell]


class Column(NamedTuple):
    """
    One column of a table.
    """

    field: Field

    get: Getter

    #: Whether the database finds words in it.
    is_searched: bool = False


class Table(NamedTuple):
    """
    One table.
    """

    #: What its files are called.
    name: str

    #: In words, and what a row of it is.
    title: Said
    means: Said
    columns: tuple[Column, ...]

    #: Gives the parts of a record that have a row each.
    parts: Callable[[Record], Iterator[Record]]

    #: Columns that find a row in the database.
    keys: tuple[str, ...]

    #: The column that is every row's own; empty where none is.
    own_key: str = ""

    #: Columns that name a row of another table, by its own key: each with that table's name.
    leads: tuple[tuple[str, str], ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """What a row holds."""
        return tuple(column.field for column in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple([column.field.name for column in self.columns])

    def rows(self, record: Record) -> Iterator[tuple[Cell, ...]]:
        """
        Give the rows of one fact-check.
        """
        for part in self.parts(record):
            yield tuple([column.get(record, part) for column in self.columns])


def own(name: str) -> Getter:
    """
    Take a value of the row's part.
    """

    def get(_: Record, part: Record) -> Cell:
        value: Cell = part[name]
        return value

    return get


def whole(name: str) -> Getter:
    """
    Take a value of the fact-check.
    """

    def get(record: Record, _: Record) -> Cell:
        value: Cell = record[name]
        return value

    return get


def within(first: str, name: str) -> Getter:
    """
    Take a value of something within the row's part; null where that is null.
    """

    def get(_: Record, part: Record) -> Cell:
        return part[first] and part[first][name]  # type: ignore[no-any-return]

    return get


def each(first: str, name: str) -> Getter:
    """
    Take a value of each of several things within the row's part.
    """

    def get(_: Record, part: Record) -> Cell:
        return [one[name] for one in part[first]]

    return get


def of_document(name: str) -> Getter:
    """
    Take a value of the fact-check's document.
    """

    def get(record: Record, _: Record) -> Cell:
        value: Cell = record["document"][name]
        return value

    return get


def of_outlet(name: str) -> Getter:
    """
    Take a value of the document's outlet; null where it has none.
    """

    def get(record: Record, _: Record) -> Cell:
        outlet = record["document"]["outlet"]
        return outlet and outlet[name]  # type: ignore[no-any-return]

    return get


def of_topics(name: str) -> Getter:
    """
    Take a value of each of the fact-check's topics.
    """

    def get(record: Record, _: Record) -> Cell:
        return [topic[name] for topic in record["topics"]]

    return get
