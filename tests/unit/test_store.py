from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from factcheck.engine.store import Kept, Row, Store

ROWS = {"one": Row("key", "body"), "two": Row("other", "ü\u2028\n")}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "cache" / "made.sqlite")
    made.change(ROWS.items(), ())
    return made


def test_rows_are_kept(store: Store) -> None:
    """What was put in comes out, replaced where a name was put in again, less what was let go."""
    assert store.read().rows == ROWS
    store.change([("two", Row("new", "new"))], ["one"])

    assert store.read().rows == {"two": Row("new", "new")}


def test_a_row_that_was_changed_is_not_believed(store: Store) -> None:
    """A row whose key or body is not what was put in is left out; the others stay."""
    for column in ("key", "body", "name"):
        store.change(ROWS.items(), ["three"])
        with sqlite3.connect(store.path) as database:
            database.execute(f"UPDATE made SET {column} = 'three' WHERE name = 'one'")  # noqa: S608

        assert store.read().rows == {"two": ROWS["two"]}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM made WHERE name = 'one'",
        "DELETE FROM made WHERE name = ''",
        "UPDATE made SET body = 'three' WHERE name = 'one'",
        "UPDATE made SET key = 'three' WHERE name = ''",
    ],
)
def test_it_is_noticed_that_a_row_is_gone(store: Store, statement: str) -> None:
    """Rows count as left only while all of them are there, until they are left anew."""
    assert store.read().as_left
    with sqlite3.connect(store.path) as database:
        database.execute(statement)
    database.close()

    assert not store.read().as_left
    store.change(ROWS.items(), ())
    assert store.read() == Kept(ROWS, as_left=True)


def test_a_damaged_row_that_nobody_puts_again_is_forgotten(store: Store) -> None:
    """What is no whole row does not stay: it would hide for ever that nothing is gone."""
    with sqlite3.connect(store.path) as database:
        database.execute("UPDATE made SET name = x'00' WHERE name = 'one'")
    database.close()

    assert store.read() == Kept({"two": ROWS["two"]}, as_left=False)
    store.change((), ())
    assert store.read() == Kept({"two": ROWS["two"]}, as_left=True)


@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_truncated_file_is_no_fault(store: Store, size: int) -> None:
    """A file that was cut short gives no wrong row, and can be written again."""
    data = store.path.read_bytes()
    store.path.write_bytes(data[:size])

    assert store.read().rows.items() <= ROWS.items()
    store.change(ROWS.items(), ())
    assert store.read().rows == ROWS


def test_a_foreign_file_is_no_fault(store: Store) -> None:
    """Another program's file, or another table of that name, gives no row."""
    store.path.write_bytes(b"not a database" * 1000)
    assert store.read().rows == {}
    with sqlite3.connect(store.path) as database:
        database.execute("CREATE TABLE made (x)")
        database.execute("INSERT INTO made VALUES (1)")
    database.close()

    assert store.read().rows == {}
    store.change(ROWS.items(), ())
    assert store.read().rows == ROWS


def test_nothing_in_the_file_is_run(store: Store) -> None:
    """A file with a view or a trigger in it is not ours: it is thrown away, not obeyed."""
    for statement in (
        "CREATE TRIGGER t AFTER INSERT ON made BEGIN DELETE FROM made; END",
        "CREATE VIEW v AS SELECT 1",
    ):
        with sqlite3.connect(store.path) as database:
            database.execute(statement)
        database.close()

        assert store.read().rows == {}
        store.change(ROWS.items(), ())
        assert store.read().rows == ROWS
