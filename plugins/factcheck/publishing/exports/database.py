"""
The tables of the published data as SQLite's statements and values.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from factcheck.model.site import Site
from factcheck.publishing.exports.fields import Field, Type
from factcheck.publishing.exports.tables import TABLES, Cell, Table
from factcheck.publishing.exports.texts import Told
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.records import FORMAT

PATH: Final = "data/factcheck.sqlite"
MEDIA_TYPE: Final = "application/vnd.sqlite3"

KINDS: Final = MappingProxyType({Type.COUNT: "INTEGER", Type.FLAG: "INTEGER", Type.NUMBER: "REAL"})

#: What SQLite keeps in a cell.
Value = str | int | None


def in_sql(table: Table) -> str:
    """
    Return a table's name without signs that SQL would take for its own.
    """
    return table.name.replace("-", "_")


def _insertion(table: Table) -> str:
    places = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {in_sql(table)} ({', '.join(table.names)}) VALUES ({places})"  # noqa: S608


#: What puts a row into each table.
INSERTIONS: Final = MappingProxyType({table.name: _insertion(table) for table in TABLES})


def tables_made() -> tuple[str, ...]:
    """
    Return the statements that make the tables, empty.

    Each row has a number of its own, by which the index for search knows it; it outlasts
    ``VACUUM``, which the numbers that SQLite gives by itself do not.
    """
    return (
        "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
        *(
            f"CREATE TABLE {in_sql(table)} (row_id INTEGER PRIMARY KEY, {_columns(table)})"
            for table in TABLES
        ),
    )


def search_made() -> tuple[str, ...]:
    """
    Return the statements that make what finds rows: by their keys, and by words (FTS5).
    """
    return tuple(statement for table in TABLES for statement in _index(table))


def rows(told: Told) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """
    Give what puts a fact-check into all tables: a statement, and the values of each row.
    """
    for table in TABLES:
        yield INSERTIONS[table.name], [_values(row) for row in told.rows(table)]


def about(site: Site) -> tuple[str, list[tuple[Value, ...]]]:
    """
    Return what puts into the database whose it is.
    """
    told: dict[str, Value] = {
        "site": site.name,
        "desk": site.desk,
        "url": f"{site.url}/",
        "license": site.license or None,
        "format": str(FORMAT),
    }
    return "INSERT INTO about (name, value) VALUES (?, ?)", list(told.items())


def _columns(table: Table) -> str:
    return ", ".join(_column(field) for field in table.fields)


def _column(field: Field) -> str:
    kind = "TEXT" if field.many else KINDS.get(field.type, "TEXT")
    return f"{field.name} {kind}{'' if field.may_lack else ' NOT NULL'}"


def _index(table: Table) -> Iterator[str]:
    name = in_sql(table)
    for key in table.keys:
        unique = "UNIQUE " if key == table.own_key else ""
        yield f"CREATE {unique}INDEX {name}_by_{key} ON {name} ({key})"
    searched = ", ".join(column.field.name for column in table.columns if column.is_searched)
    yield (
        f"CREATE VIRTUAL TABLE {name}_search USING fts5({searched}, content='{name}', "
        "content_rowid='row_id', tokenize='unicode61 remove_diacritics 2')"
    )
    for order in ("rebuild", "optimize"):
        yield f"INSERT INTO {name}_search ({name}_search) VALUES ('{order}')"  # noqa: S608


def _values(row: tuple[Cell, ...]) -> tuple[Value, ...]:
    return tuple([encoded(cell) if type(cell) is list else cell for cell in row])  # type: ignore[misc]
