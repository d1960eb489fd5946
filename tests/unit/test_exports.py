from __future__ import annotations

import csv
import io
import json
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import specimens
from factcheck.engine.galley import Place
from factcheck.engine.trees import Known, LeadsOut, hash_of, write_stream
from factcheck.model.site import Site
from factcheck.publishing.exports.borrowed_forms import host_of
from factcheck.publishing.exports.cells import BYTE_ORDER_MARK, cell, csv_rows
from factcheck.publishing.exports.fields import Field, Type, listed, maybe
from factcheck.publishing.exports.schemas import schema_of
from factcheck.publishing.exports.tables import CLAIMS
from factcheck.publishing.exports.texts import Told, page_tail, text_exports
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.languages import Languages
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.records import record_of
from factcheck.reading.pairs import Pair, read_pair
from factcheck.usecases.exporting import Exporter, Portion
from factcheck.usecases.records import Kept
from jsonschema import Draft202012Validator

SITE = specimens.SITE


def record(sidecar: str = specimens.SIDECAR, site: Site = SITE) -> dict[str, Any]:
    """Return a fact-check's record as its file holds it."""
    pair = Pair(
        "seeds/specimen.txt",
        specimens.DOCUMENT.encode(),
        "seeds/specimen.verdict.yaml",
        sidecar.encode(),
    )
    reading = read_pair(pair, specimens.scales())
    assert reading.factcheck, reading.problems
    maker = PageMaker(site, (), "default@1", Languages(specimens.ROOT / "theme"))
    made: dict[str, Any] = json.loads(encoded(record_of(reading.factcheck, maker)))
    return made


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://example.org")',
        "+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",  # noqa: RUF001 - as East Asian spreadsheets have it
        "'=1",
        "|calc",
    ],
)
def test_a_cell_that_begins_like_a_formula_is_inert(text: str) -> None:
    """Whatever a spreadsheet would run has an apostrophe before it, and is whole behind that."""
    assert cell(text) == f"'{text}"
    assert cell([text, "more"]) == f"'{text}; more"


@pytest.mark.parametrize("text", ["plain", "a=b", "1-2", "", "'quoted'", "é=1", "Ж", "على"])
def test_other_cells_are_as_they_were(text: str) -> None:
    """A text that no spreadsheet runs is left alone."""
    assert cell(text) == text


def test_rows_are_as_rfc_4180_has_them() -> None:
    """Commas, quotation marks and ends of lines stand in quotation marks; rows end in CRLF."""
    written = csv_rows([['say "a,b"', "one\ntwo", "one\rtwo", None, True, 3]])

    assert written == '"say ""a,b""","one\ntwo","one\rtwo",,true,3\r\n'
    assert next(csv.reader(io.StringIO(written, newline=""), strict=True))[2] == "one\rtwo"


def test_a_schema_says_what_a_field_may_hold() -> None:
    """Lists, closed lists, what may be null and what need not be there are told as such."""
    fields = (
        Field("a", Type.TEXT, "x"),
        maybe(Field("b", Type.KEY, "x", choices=("one", "two"))),
        listed(Field("c", Type.COUNT, "x")),
        Field("d", Type.FLAG, "x", is_promised=False),
    )
    check = Draft202012Validator(schema_of("https://example.org/s", "S", "x", fields))

    assert check.is_valid({"a": "", "b": None, "c": [1]})
    assert check.is_valid({"a": "", "b": "two", "c": [], "d": True})
    for wrong in (
        {"b": None, "c": []},
        {"a": None, "b": None, "c": []},
        {"a": "", "b": "three", "c": []},
        {"a": "", "b": None, "c": [None]},
        {"a": "", "b": None, "c": [], "e": 1},
    ):
        assert not check.is_valid(wrong)


def test_a_record_hides_what_the_page_hides() -> None:
    """With display none and link none, no address and none of the rest of the document is told."""
    hidden = specimens.SIDECAR.replace(
        "  kind: article",
        "  kind: article\n  url: https://example.org/secret\n  display: none\n  link: none",
    )
    told = json.dumps(record(hidden))

    assert "secret" not in told
    assert "nine bells" not in told
    assert record(hidden)["claims"][0]["quote"]["text"] == "The bridge has four arches"


def test_without_claim_pages_reviews_lead_to_the_fact_check() -> None:
    """Where claims have no pages, each address is the claim's place on its fact-check's page."""
    found = record(site=replace(SITE, claim_pages=False))["claims"][0]

    assert found["url"] == "https://example.org/checks/specimen/#claim-arches"
    assert found["review"]["url"] == found["url"]


def test_the_licence_stands_on_each_review() -> None:
    """A licence that the desk has chosen is told by the feed, each review, and the record."""
    licensed = replace(SITE, license="https://creativecommons.org/licenses/by/4.0/")
    feed = next(one for one in text_exports(licensed, ()) if one.schema == "claimreview")
    told = Told(record(site=licensed), licensed)
    whole = json.loads(feed.head + "".join(feed.items(told)).encode() + feed.tail)

    assert whole["license"] == licensed.license
    assert whole["dataFeedElement"][0]["item"][0]["sdLicense"] == licensed.license
    assert told.record["license"] == licensed.license


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.example.org/a", "example.org"), ("https://a.example:8080", "a.example")],
)
def test_the_host_is_told_without_www(url: str, host: str) -> None:
    """Google's API tells a host without protocol, port or www."""
    assert host_of(replace(SITE, url=url)) == host


def test_the_next_page_is_named_until_the_last() -> None:
    """A page's token is the next page's name; the last has none."""
    assert json.loads(b'{"claims":[' + page_tail(2)) == {"claims": [], "nextPageToken": "page-2"}
    assert json.loads(b'{"claims":[' + page_tail(None)) == {"claims": []}


def many(folder: Path, count: int) -> Iterator[Kept]:
    """Write many records of one fact-check, under other slugs."""
    first = record()
    first["claims"][0]["explanation"] = "long " * 4000
    for number in range(count):
        data = encoded({**first, "slug": f"specimen-{number}"}).encode()
        path = folder / f"{number}.json"
        path.write_bytes(data)
        yield Kept(path.name, Place(str(path), hash=hash_of(data)))


def peak(folder: Path, count: int) -> int:
    """Export so many fact-checks; return the most memory that was held at once."""
    folder.mkdir()
    kept = tuple(many(folder, count))
    exporter = Exporter(SITE, ("en",), folder)
    tracemalloc.start()
    assert not exporter(Portion(1, kept))
    assert not exporter(Portion(0, kept))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_digest(tmp_path: Path) -> None:
    """Eight times as many fact-checks, several times the bound together, need no more memory."""
    few = peak(tmp_path / "few", 20)
    most = peak(tmp_path / "many", 160)

    assert (tmp_path / "many" / "database").stat().st_size > 2 * most
    assert most < 1.2 * few


def test_a_record_that_was_changed_meanwhile_is_told(tmp_path: Path) -> None:
    """What is exported is what was published: another file's bytes are a fault of the build."""
    kept = tuple(many(tmp_path, 1))
    (tmp_path / "0.json").write_text("{}", encoding="utf-8")

    assert "was changed" in Exporter(SITE, ("en",), tmp_path)(Portion(1, kept))


def test_the_database_has_the_same_bytes_again(tmp_path: Path) -> None:
    """Made twice from the same records, the database is the same to the last byte."""
    kept = tuple(many(tmp_path, 30))
    exporter = Exporter(SITE, ("en",), tmp_path)
    found = []
    for _ in range(2):
        exporter(Portion(0, kept))
        found.append((tmp_path / "database").read_bytes())
    with closing(sqlite3.connect(tmp_path / "database")) as database:
        count = database.execute("SELECT count(*) FROM claims").fetchone()

    assert found[0] == found[1]
    assert count == (30,)


def test_a_database_in_use_cannot_lose_its_words(tmp_path: Path) -> None:
    """After VACUUM, which numbers rows anew, the index still finds the right row."""
    exporter = Exporter(SITE, ("en",), tmp_path)
    exporter(Portion(0, tuple(many(tmp_path, 9))))
    with closing(sqlite3.connect(tmp_path / "database", isolation_level=None)) as database:
        database.execute("DELETE FROM claims WHERE row_id = 1")
        database.execute("VACUUM")
        found = database.execute(
            "SELECT id FROM claims_search JOIN claims ON row_id = claims_search.rowid "
            "WHERE claims_search MATCH 'arches' ORDER BY row_id"
        ).fetchall()

    assert found[0] == ("specimen-1/arches",)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """Words that are formulas, quotation marks or SQL are in every table as they were written."""
    nasty = "=1+cmd|' /C calc'!A0,\"x\";\n'); DROP TABLE claims; --"
    found = record()
    found["claims"][0]["reason"] = nasty
    data = encoded(found).encode()
    (tmp_path / "one.json").write_bytes(data)
    exporter, kept = (
        Exporter(SITE, ("en",), tmp_path),
        Kept("one.json", Place(str(tmp_path / "one.json"), hash=hash_of(data))),
    )
    exporter(Portion(0, (kept,)))
    exporter(Portion(1, (kept,)))
    rows = (tmp_path / "1-data-claims.csv").read_text(encoding="utf-8").encode()
    at = CLAIMS.names.index("reason")
    [row] = csv.reader(io.StringIO(rows.decode(), newline=""), strict=True)
    with closing(sqlite3.connect(tmp_path / "database")) as database:
        told = database.execute("SELECT reason FROM claims").fetchone()
    line = json.loads((tmp_path / "1-data-claims.jsonl").read_bytes())

    assert row[at] == f"'{nasty}"
    assert told == (nasty,)
    assert line["reason"] == nasty


def test_every_csv_begins_with_its_columns() -> None:
    """A byte order mark, for spreadsheets; then the names of the columns."""
    export = next(one for one in text_exports(SITE, ()) if one.path == "data/claims.csv")

    assert export.head.startswith(BYTE_ORDER_MARK + b"id,fact_check,")
    assert export.head.endswith(b"\r\n")


def test_a_file_is_written_piece_by_piece(tmp_path: Path) -> None:
    """Pieces become one file; the same bytes again leave the file alone; nothing stays aside."""
    folder = str(tmp_path)
    first = write_stream(folder, "a/b.txt", [b"one ", b"two"], None)
    assert isinstance(first.known, Known)
    before = (tmp_path / "a" / "b.txt").stat()
    again = write_stream(folder, "a/b.txt", iter([b"one two"]), first.known.hash)

    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one two"
    assert first.known.hash == again.known == hash_of(b"one two")
    assert (tmp_path / "a" / "b.txt").stat().st_ino == before.st_ino
    assert (first.size, first.sha256) == (again.size, again.sha256)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_file_keeps_its_bytes_under_its_other_names(tmp_path: Path) -> None:
    """What is written is a new file: the published one, a second name of the old, stays."""
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "published.txt").hardlink_to(tmp_path / "a.txt")
    write_stream(str(tmp_path), "a.txt", [b"new"], None)

    assert (tmp_path / "published.txt").read_bytes() == b"old"
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_stream_that_breaks_leaves_what_was_there(tmp_path: Path) -> None:
    """When a piece cannot be made, the file is as it was, and nothing is left aside."""
    (tmp_path / "a.txt").write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise LookupError

    with pytest.raises(LookupError):
        write_stream(str(tmp_path), "a.txt", pieces(), None)

    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/a", "a\\b"])
def test_a_stream_stays_within_the_folder(tmp_path: Path, path: str) -> None:
    """No path leads out of the folder."""
    with pytest.raises(LeadsOut):
        write_stream(str(tmp_path / "within"), path, [b"x"], None)

    assert list(tmp_path.iterdir()) == []
