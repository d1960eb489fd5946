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
from typing import Final

from factcheck.engine.trees import hash_of

COLUMNS: Final = (
    "made (name TEXT PRIMARY KEY, key TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL) "
    "WITHOUT ROWID"
)
SCHEMA: Final = f"CREATE TABLE IF NOT EXISTS {COLUMNS}"

#: The row that holds the hash of all others, by which it is noticed if one is gone.
ALL: Final = ""

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
class Kept:
    """
    What a file held.
    """

    #: Every whole row, by its name.
    rows: dict[str, Row]

    #: Whether they are those that were left there last, all of them and no others.
    as_left: bool


@dataclass(frozen=True, slots=True)
class Store:
    """
    A file that keeps rows.
    """

    path: Path

    def read(self) -> Kept:
        """
        Return every whole row, and remove the others; none, if the file is not one of ours.
        """
        try:
            with self._open() as database:
                found = database.execute("SELECT name, key, body, hash FROM made ORDER BY name")
                rows, hashes = dict[str, Row](), list[str]()
                damaged = []
                for name, key, body, hash_ in found:
                    if _is_whole(name, key, body, hash_):
                        rows[name] = Row(key, body)
                        hashes.append(hash_)
                    else:
                        damaged.append((name,))
                if damaged:
                    database.executemany("DELETE FROM made WHERE name IS ?", damaged)
                    database.commit()
        except (sqlite3.Error, ValueError):
            self._discard()
            return Kept({}, as_left=False)
        told = rows.pop(ALL, None)
        return Kept(rows, told is not None and told.key == _hash_of_all(hashes[1:]))

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
                _note_all(database)
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


def _note_all(database: sqlite3.Connection) -> None:
    hashes = database.execute("SELECT hash FROM made WHERE name <> ? ORDER BY name", [ALL])
    told = _hash_of_all(hash_ for (hash_,) in hashes)
    row = (ALL, told, "", _row_hash(ALL, told, ""))
    database.execute("REPLACE INTO made VALUES (?, ?, ?, ?)", row)


def _hash_of_all(hashes: Iterable[str]) -> str:
    return hash_of("".join(hashes).encode())


def _is_whole(name: object, key: object, body: object, told: object) -> bool:
    if not (isinstance(name, str) and isinstance(key, str) and isinstance(body, str)):
        return False
    return told == _row_hash(name, key, body)


def _row_hash(name: str, key: str, body: str) -> str:
    return hash_of(f"{name}\0{key}\0{body}".encode())
