"""
A database made from nothing: same statements, same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

Rows = tuple[str, list[tuple[Any, ...]]]


def make_database(
    path: Path, first: Iterable[str], rows: Iterable[Rows], last: Iterable[str]
) -> None:
    """
    Make a database (SQLite 3).

    The bytes depend on the statements and on SQLite's version, and on nothing else. What is taken
    from ``rows`` is not held.

    Args:
        path: Where; nothing stands there yet.

        first: Statements that make the tables.

        rows: Statements that put rows into them, each with the values of its rows.

        last: Statements that make what finds them.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # A build that ends early leaves nothing of it behind, so nothing need be saved.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA temp_store = FILE")
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for statement in first:
            database.execute(statement)
        for statement, values in rows:
            database.executemany(statement, values)
        for statement in last:
            database.execute(statement)
        database.execute("COMMIT")
