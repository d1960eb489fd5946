"""
What was made before, kept under a name with the key of what it was made from.

Rule 1: what is kept may be lost, cut short or somebody else's at any time; then it is made anew.
Rule 2: nothing kept is ever run: rows hold text, and each has a hash over all of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from factcheck.engine.trees import hash_of

COLUMNS: Final = (
    "made (name TEXT PRIMARY KEY, key TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL) "
    "WITHOUT ROWID"
)
SCHEMA: Final = f"CREATE TABLE IF NOT EXISTS {COLUMNS}"

#: The one thing that such a file holds, as SQLite stores it.
STORED: Final = f"CREATE TABLE {COLUMNS}"


@dataclass(frozen=True, slots=True)
class Row:
    """
    One thing that was made.
    """

    #: Names everything that it was made from.
    key: str
    body: str


@dataclass(frozen=True, slots=True)
class Store:
    """
    A file that keeps rows.
    """

    path: Path

    def read(self) -> dict[str, Row]:
        """
        Return every whole row by its name; none, if the file is not one of ours.
        """
        try:
            with self._open() as database:
                rows = database.execute("SELECT name, key, body, hash FROM made")
                return dict(_whole(rows))
        except (sqlite3.Error, ValueError):
            self._discard()
            return {}

    def change(self, put: Iterable[tuple[str, Row]], forget: Iterable[str]) -> None:
        """
        Keep new rows, in place of those with their names, and forget others.

        Each row is made when its turn comes: together they would take as much room as the site.
        What cannot be kept is made anew next time, so a fault of the file is no fault of a build.
        """
        gone = [(name,) for name in forget]
        rows = ((name, row.key, row.body, _row_hash(name, row.key, row.body)) for name, row in put)
        try:
            with self._open() as database:
                database.executemany("DELETE FROM made WHERE name = ?", gone)
                database.executemany("REPLACE INTO made VALUES (?, ?, ?, ?)", rows)
                database.commit()
        except sqlite3.Error:
            self._discard()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.path)) as database:
            # A row that a failing machine leaves half written is noticed by its hash.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute(SCHEMA)
            if database.execute("SELECT sql FROM sqlite_schema").fetchall() != [(STORED,)]:
                # A view or a trigger would be run.
                msg = "this is another program's file"
                raise sqlite3.DatabaseError(msg)
            yield database

    def _discard(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _whole(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Row]]:
    for name, key, body, told in rows:
        texts = isinstance(name, str) and isinstance(key, str) and isinstance(body, str)
        if texts and told == _row_hash(name, key, body):
            yield name, Row(key, body)


def _row_hash(name: str, key: str, body: str) -> str:
    return hash_of(f"{name}\0{key}\0{body}".encode())
