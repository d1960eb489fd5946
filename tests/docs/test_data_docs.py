from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factcheck.publishing.exports.cells import MARKED
from factcheck.publishing.exports.tables import TABLES
from sandbox import ROOT
from showing import served

PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
SITE = "https://example.org"


def blocks(language: str) -> list[str]:
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return found


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def test_every_address_of_the_page_is_there(site: Path) -> None:
    """What the page tells to fetch, and what it names below /data/, is in the built site."""
    told = re.findall(rf"{SITE}/([\w./-]+)", PAGE) + re.findall(r"`/(data/[\w./-]*)`", PAGE)

    assert len(told) > 6
    for path in told:
        found = site / path
        assert found.is_file() or (path.endswith("/") and found.is_dir()), path


def test_the_table_names_every_kind_of_file(site: Path) -> None:
    """Each file in the table is there; each table in both its forms."""
    told = re.findall(r"^\| `([\w./-]+)` \|", PAGE, re.MULTILINE)

    assert {table.name for table in TABLES} <= set(told)
    for name in told:
        endings = ("",) if "." in name else (".csv", ".jsonl")
        assert all((site / "data" / f"{name}{ending}").is_file() for ending in endings), name


@pytest.mark.parametrize("query", blocks("sql"), ids=range(len(blocks("sql"))))
def test_every_question_to_the_database_has_answers(site: Path, query: str) -> None:
    """Each example is SQL that the built database answers with some rows."""
    with closing(sqlite3.connect(site / "data" / "factcheck.sqlite")) as database:
        assert database.execute(query).fetchall()


def test_every_program_runs(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example in Python, pointed at the built site, finds as many claims as the others."""
    for program in blocks("python"):
        exec(program.replace(SITE, address), {})  # noqa: S102 - it is the project's own paper
    told = capsys.readouterr().out.splitlines()

    assert len(told) == len(blocks("python"))
    assert len(set(told)) == 1
    assert int(told[0].split()[0]) > 80


def test_the_pattern_of_inert_cells_is_the_programs() -> None:
    """Who copies the pattern from the page undoes exactly what was done."""
    assert f'MARKED = re.compile(r"{MARKED.pattern}")' in PAGE
