from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from factcheck.engine.store import Row, Store

ROWS = {"one": Row("key", "body"), "two": Row("other", "ü\u2028\n")}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "cache" / "made.sqlite")
    made.change(ROWS.items(), ())
    return made


def test_rows_are_kept(store: Store) -> None:
    """What was put in comes out, replaced where a name was put in again, less what was let go."""
    assert store.read() == ROWS
    store.change([("two", Row("new", "new"))], ["one"])

    assert store.read() == {"two": Row("new", "new")}


def test_a_row_that_was_changed_is_not_believed(store: Store) -> None:
    """A row whose key or body is not what was put in is left out; the others stay."""
    for column in ("key", "body", "name"):
        store.change(ROWS.items(), ["three"])
        with sqlite3.connect(store.path) as database:
            database.execute(f"UPDATE made SET {column} = 'three' WHERE name = 'one'")  # noqa: S608

        assert store.read() == {"two": ROWS["two"]}


@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_truncated_file_is_no_fault(store: Store, size: int) -> None:
    """A file that was cut short gives no wrong row, and can be written again."""
    data = store.path.read_bytes()
    store.path.write_bytes(data[:size])

    assert store.read().items() <= ROWS.items()
    store.change(ROWS.items(), ())
    assert store.read() == ROWS


def test_a_foreign_file_is_no_fault(store: Store) -> None:
    """Another program's file, or another table of that name, gives no row."""
    store.path.write_bytes(b"not a database" * 1000)
    assert store.read() == {}
    with sqlite3.connect(store.path) as database:
        database.execute("CREATE TABLE made (x)")
        database.execute("INSERT INTO made VALUES (1)")
    database.close()

    assert store.read() == {}
    store.change(ROWS.items(), ())
    assert store.read() == ROWS


def test_nothing_in_the_file_is_run(store: Store) -> None:
    """A file with a view or a trigger in it is not ours: it is thrown away, not obeyed."""
    for statement in (
        "CREATE TRIGGER t AFTER INSERT ON made BEGIN DELETE FROM made; END",
        "CREATE VIEW v AS SELECT 1",
    ):
        with sqlite3.connect(store.path) as database:
            database.execute(statement)
        database.close()

        assert store.read() == {}
        store.change(ROWS.items(), ())
        assert store.read() == ROWS
