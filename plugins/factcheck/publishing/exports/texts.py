"""
The exports that are texts: each a beginning, what every fact-check adds, and an end.

Rule 1: what a fact-check adds depends on its record and the site alone. So the parts can be made
anywhere, in any order, and joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, Final, NamedTuple

from factcheck.model.site import Site
from factcheck.publishing.addresses import DATA, absolute
from factcheck.publishing.exports.borrowed_forms import feed_head, feed_items, found_claims
from factcheck.publishing.exports.cells import BYTE_ORDER_MARK, csv_rows
from factcheck.publishing.exports.tables import TABLES, Cell, Table
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.words import base_of

Record = dict[str, Any]

FEED_PATH: Final = "data/claimreview.json"
SEARCH_PATH: Final = "data/claims-search.json"


class Told:
    """
    One fact-check's record, and what several exports make of it.
    """

    def __init__(self, record: Record, site: Site) -> None:
        """
        Take a record, as its file holds it.
        """
        self.record = record
        self.site = site
        self._rows: dict[str, list[tuple[Cell, ...]]] = {}

    def rows(self, table: Table) -> list[tuple[Cell, ...]]:
        """
        Return its rows of a table.
        """
        if table.name not in self._rows:
            self._rows[table.name] = list(table.rows(self.record))
        return self._rows[table.name]

    @cached_property
    def found(self) -> tuple[str, ...]:
        """Its claims as ``claims:search`` answers, in JSON."""
        return tuple(encoded(claim) for claim in found_claims(self.record, self.site))


class Export(NamedTuple):
    """
    One file that is a text.
    """

    path: str

    #: A media type (RFC 6838), and the name of the schema of the whole, or of a line.
    media_type: str
    schema: str

    #: What stands before all fact-checks, between two items, and behind all.
    head: bytes
    between: bytes
    tail: bytes

    #: Gives the items that a fact-check adds.
    items: Callable[[Told], Iterator[str]]


def text_exports(site: Site, languages: Sequence[str]) -> tuple[Export, ...]:
    """
    Return every export that is a text.

    Args:
        site: The site.

        languages: Those that fact-checks are written in, without regions.
    """
    tables = (export for table in TABLES for export in (_json_lines(table), _csv(table)))
    searches = (search_export(f"data/claims-search.{one}.json", one) for one in languages)
    return (*tables, _feed(site), search_export(SEARCH_PATH), *searches)


def table_path(table: Table, ending: str) -> str:
    """
    Return where a table is written.
    """
    return f"data/{table.name}.{ending}"


def page_path(number: int) -> str:
    """
    Return where a page of ``claims:search`` is written, from 1.
    """
    return f"data/claims-search/page-{number}.json"


def page_tail(following: int | None) -> bytes:
    """
    Return the end of a page of ``claims:search``.

    Args:
        following: The number of the next page, if there is one.
    """
    token = f',\n"nextPageToken":"page-{following}"' if following else ""
    return f"\n]{token}}}\n".encode()


def search_export(path: str, language: str = "") -> Export:
    """
    Return the claims in the shape of ``claims:search``.

    Args:
        path: Where they are written.

        language: The language that they must be in, without a region; any, if none is given.
    """
    head, items = b'{"claims":[\n', partial(_found, language)
    return Export(path, "application/json", "claims-search", head, b",\n", page_tail(None), items)


def _json_lines(table: Table) -> Export:
    path = table_path(table, "jsonl")
    return Export(path, "application/jsonl", table.name, b"", b"", b"", partial(_lines, table))


def _csv(table: Table) -> Export:
    head = BYTE_ORDER_MARK + csv_rows([[field.name for field in table.fields]]).encode()
    path = table_path(table, "csv")
    return Export(path, "text/csv", table.name, head, b"", b"", partial(_csv_lines, table))


def _feed(site: Site) -> Export:
    told = encoded(feed_head(site, absolute(site, DATA)))
    head = f'{told.removesuffix("}")},"dataFeedElement":[\n'.encode()
    kind = "application/ld+json"
    return Export(FEED_PATH, kind, "claimreview", head, b",\n", b"\n]}\n", _feed_items)


def _lines(table: Table, told: Told) -> Iterator[str]:
    rows, names = told.rows(table), table.names
    if rows:
        yield "".join([f"{encoded(dict(zip(names, row, strict=True)))}\n" for row in rows])


def _csv_lines(table: Table, told: Told) -> Iterator[str]:
    if rows := told.rows(table):
        yield csv_rows(rows)


def _feed_items(told: Told) -> Iterator[str]:
    return map(encoded, feed_items(told.record, told.site))


def _found(language: str, told: Told) -> Iterator[str]:
    if not language or base_of(told.record["language"]) == language:
        yield from told.found
