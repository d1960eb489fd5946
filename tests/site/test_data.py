"""
The data that the site publishes: whole, valid, inert, and the same in every form.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from factcheck.doors.terminal import main
from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Status
from factcheck.publishing.exports.cells import BETWEEN, MARKED
from factcheck.publishing.exports.fields import Field
from factcheck.publishing.exports.files import SHAPES
from factcheck.publishing.exports.tables import TABLES, Table
from factcheck.usecases.read import Contents
from jsonschema import Draft202012Validator, FormatChecker

Row = dict[str, Any]
NAMES = [table.name for table in TABLES]


def read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads(path.read_bytes())


def lines(site: Path, name: str) -> list[Row]:
    text = (site / "data" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def cells(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def records(site: Path) -> list[Row]:
    return [read(path) for path in sorted(site.glob("checks/*/index.json"))]


def validator(site: Path, name: str) -> Draft202012Validator:
    schema = read(site / "data" / "schemas" / f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def amiss(site: Path, name: str, value: object) -> list[str]:
    found = validator(site, name).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in found]


def table(name: str) -> Table:
    return next(one for one in TABLES if one.name == name)


def database(site: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{site / 'data' / 'factcheck.sqlite'}?mode=ro", uri=True)


@pytest.fixture
def standing(contents: Contents) -> list[FactCheck]:
    return [check for check in contents.checks if check.verdict.status is Status.PUBLISHED]


def test_every_record_is_as_its_schema_says(site: Path) -> None:
    """Each fact-check's record has every key that the schema names, and no other."""
    found = records(site)

    assert len(found) > 14
    for record in found:
        name = "withdrawn" if record["status"] == "withdrawn" else "record"
        assert amiss(site, name, record) == [], record["slug"]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_as_its_schema_says(site: Path, name: str) -> None:
    """Each line of JSON Lines has every key of its schema, and no other."""
    found = lines(site, name)

    assert found
    for line in found:
        assert amiss(site, name, line) == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("claimreview", "claimreview.json"),
        ("claims-search", "claims-search.json"),
        ("claims-search", "claims-search.uk.json"),
        ("claims-search", "claims-search/page-1.json"),
    ],
)
def test_whole_files_are_as_their_schemas_say(site: Path, name: str, path: str) -> None:
    """A DataFeed, and claims in the shape of claims:search, are what their schemas say."""
    assert amiss(site, name, read(site / "data" / path)) == []


@pytest.mark.parametrize("name", NAMES)
def test_csv_says_what_json_lines_say(site: Path, name: str) -> None:
    """Each row of CSV has the values of its line, but for the apostrophe that makes it inert."""
    rows, found = cells(site, name), lines(site, name)

    assert len(rows) == len(found)
    for row, line in zip(rows, found, strict=True):
        assert {key: unmarked(cell) for key, cell in row.items()} == {
            key: as_cell(value) for key, value in line.items()
        }


def unmarked(cell: str) -> str:
    return cell[1:] if MARKED.match(cell) else cell


def as_cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return BETWEEN.join(value) if isinstance(value, list) else "" if value is None else str(value)


@pytest.mark.parametrize("name", NAMES)
def test_the_database_says_what_json_lines_say(site: Path, name: str) -> None:
    """Each row of the database has the values of its line, lists as JSON, in the same order."""
    with closing(database(site)) as found:
        found.row_factory = sqlite3.Row
        own = name.replace("-", "_")
        query = f"SELECT * FROM {own} ORDER BY row_id"  # noqa: S608 - a name of ours
        rows = [dict(row) for row in found.execute(query)]

    assert [row.pop("row_id") for row in rows] == [*range(1, len(rows) + 1)]
    for row, line in zip(rows, lines(site, name), strict=True):
        kinds = {field.name: field for field in table(name).fields}
        assert {key: from_sql(kinds[key], value) for key, value in row.items()} == line


def from_sql(field: Field, value: Any) -> object:  # noqa: ANN401
    if field.many:
        return json.loads(value)
    return bool(value) if field.type == "yes or no" and value is not None else value


def test_every_claim_in_is_a_claim_out(site: Path, standing: list[FactCheck]) -> None:
    """Each claim of each fact-check that stands is once in every export, and no other is."""
    wanted = Counter(
        f"{check.slug}/{ruled.claim.id}" for check in standing for ruled in check.claims
    )
    urls = Counter(f"https://example.org/checks/{name}.html" for name in wanted.elements())
    feed = read(site / "data" / "claimreview.json")["dataFeedElement"]
    with closing(database(site)) as found:
        in_database = Counter(row[0] for row in found.execute("SELECT id FROM claims"))
    by_language = [
        claim for path in site.glob("data/claims-search.??.json") for claim in read(path)["claims"]
    ]

    assert len(wanted) > 80
    assert Counter(line["id"] for line in lines(site, "claims")) == wanted
    assert Counter(row["id"] for row in cells(site, "claims")) == wanted
    assert in_database == wanted
    assert Counter(review["url"] for item in feed for review in item["item"]) == urls
    assert Counter(found_urls(read(site / "data" / "claims-search.json"))) == urls
    assert Counter(found_urls({"claims": by_language})) == urls
    assert Counter(found_urls({"claims": [*walked(site)]})) == urls


def found_urls(answer: Row) -> Iterator[str]:
    return (review["url"] for claim in answer["claims"] for review in claim["claimReview"])


def walked(site: Path) -> Iterator[Row]:
    """Walk the pages of claims as a client of the API does."""
    name = "page-1"
    while name:
        answer = read(site / "data" / "claims-search" / f"{name}.json")
        yield from answer["claims"]
        name = answer.get("nextPageToken", "")


def test_a_claim_is_told_as_the_api_tells_it(site: Path) -> None:
    """The answer has the keys, the timestamps in UTC and the host as Google's API has them."""
    claims = read(site / "data" / "claims-search.json")["claims"]
    real = next(
        one
        for one in claims
        if one["claimReview"][0]["url"].endswith(
            "coalition-of-the-willing-troop-plans/us-member.html"
        )
    )

    assert real["claimReview"][0] == {
        "publisher": {"name": "The Example Desk", "site": "example.org"},
        "url": "https://example.org/checks/coalition-of-the-willing-troop-plans/us-member.html",
        "title": real["claimReview"][0]["title"],
        "reviewDate": "2026-11-22T12:00:00Z",
        "textualRating": "Mostly false",
        "languageCode": "en",
    }
    assert {key for one in claims for key in one} <= {
        "text",
        "claimant",
        "claimDate",
        "claimReview",
    }


def test_no_work_is_lost(site: Path, standing: list[FactCheck]) -> None:
    """Each piece of evidence of each claim is a row, and each change of a fact-check another."""
    evidence = sum(len(ruled.claim.evidence) for one in standing for ruled in one.claims)
    changes = sum(len(one.verdict.changes) for one in standing)
    told = lines(site, "corrections")

    assert len(lines(site, "evidence")) == evidence > 100
    assert len([line for line in told if line["kind"] != "withdrawn"]) >= changes > 2


def test_what_was_taken_back_is_told_and_not_counted(site: Path, contents: Contents) -> None:
    """A withdrawn fact-check is in no table but that of corrections, which says why."""
    gone = [one for one in contents.checks if one.verdict.status is Status.WITHDRAWN]
    told = {
        line["fact_check"]: line
        for line in lines(site, "corrections")
        if line["kind"] == "withdrawn"
    }

    assert gone
    assert told.keys() == {one.slug for one in gone}
    for one in gone:
        assert one.verdict.withdrawn
        assert told[one.slug]["text"] == one.verdict.withdrawn.reason
        assert one.slug not in {line["slug"] for line in lines(site, "fact-checks")}
        assert one.slug not in {line["fact_check"] for line in lines(site, "claims")}
        assert read(site / "checks" / one.slug / "index.json")["status"] == "withdrawn"


def test_what_was_taken_back_leads_to_its_data(site: Path, contents: Contents) -> None:
    """The page of a withdrawn fact-check names its index.json, as every other one does."""
    gone = [one for one in contents.checks if one.verdict.status is Status.WITHDRAWN]

    assert gone
    for one in gone:
        html = (site / "checks" / one.slug / "index.html").read_text(encoding="utf-8")
        link = BeautifulSoup(html, "lxml").find("link", {"type": "application/json"})
        assert link
        assert link["href"] == f"/checks/{one.slug}/index.json"


def test_changes_lead_to_claims_the_oldest_first(site: Path) -> None:
    """A change names its claims as the table of claims does; each fact-check's are in order."""
    ids = {line["id"] for line in lines(site, "claims")}
    told = lines(site, "corrections")
    named = {claim for line in told for claim in line["claims"]}
    dates: dict[str, list[str]] = {}
    for line in told:
        dates.setdefault(line["fact_check"], []).append(line["date"])

    assert named
    assert named <= ids
    assert any(len(days) > 1 for days in dates.values())
    assert all(days == sorted(days) for days in dates.values())


def test_each_fact_check_counts_once_without_its_translations(site: Path) -> None:
    """Rows without translation_of are each fact-check once; a translation names its original."""
    found = lines(site, "fact-checks")
    originals = {line["slug"] for line in found if not line["translation_of"]}
    translated = [line for line in found if line["translation_of"]]

    assert translated
    assert {line["translation_of"] for line in translated} <= originals
    assert {line["language"] for line in found} == {"en", "es", "uk", "ar"}


def test_the_feed_passes_the_linter(site: Path) -> None:
    """The DataFeed, its licence set or not, has no error by the linter's rules."""
    told = CliRunner().invoke(main, ["lint-claimreview", str(site / "data")])

    assert told.exit_code == 0, told.output
    assert not re.search(r"\b(?:error|warning)\b.*\[", told.output)


def test_the_manifest_tells_every_file_as_it_is(site: Path) -> None:
    """Each file of the folder but pages and schemas is in the manifest, with size and SHA-256."""
    resources = read(site / "data" / "datapackage.json")["resources"]
    told = {one["path"]: one for one in resources}
    kinds = {".csv", ".jsonl", ".json", ".sqlite"}
    files = {
        path.relative_to(site / "data").as_posix(): path.read_bytes()
        for path in (site / "data").rglob("*")
        if path.suffix in kinds and path.parent.name != "schemas"
    }

    assert told.keys() == files.keys() - {"datapackage.json"}
    for name, one in told.items():
        assert one["bytes"] == len(files[name])
        assert one["hash"] == f"sha256:{hashlib.sha256(files[name]).hexdigest()}"
        assert re.fullmatch(r"[-a-z0-9._/]+", one["name"])
        if name != "factcheck.sqlite":
            assert (site / "data" / one["describedby"]).is_file()
    for name in NAMES:
        columns = [field["name"] for field in told[f"{name}.csv"]["schema"]["fields"]]
        assert columns == list(cells(site, name)[0])


def test_the_manifest_tells_how_tables_hang_together(site: Path) -> None:
    """What is every row's own, where a column leads, and what may stand in it: all hold."""
    resources = read(site / "data" / "datapackage.json")["resources"]
    told = {one["name"]: one["schema"] for one in resources if "schema" in one}
    rows = {f"{name}.csv": cells(site, name) for name in NAMES}
    own = {name: one["primaryKey"][0] for name, one in told.items() if "primaryKey" in one}
    leads = [(name, lead) for name, one in told.items() for lead in one.get("foreignKeys", ())]
    closed = [
        (name, field["name"], field["constraints"]["enum"])
        for name, one in told.items()
        for field in one["fields"]
        if "constraints" in field
    ]

    assert own == {"claims.csv": "id", "fact-checks.csv": "slug", "evidence.csv": "id"}
    for name, key in own.items():
        assert len({row[key] for row in rows[name]}) == len(rows[name])
    assert {(name, lead["fields"][0]) for name, lead in leads} == {
        ("claims.csv", "fact_check"),
        ("evidence.csv", "fact_check"),
        ("evidence.csv", "claim"),
    }
    for name, lead in leads:
        there, key = lead["reference"]["resource"], lead["reference"]["fields"][0]
        assert key == own[there]
        assert {row[lead["fields"][0]] for row in rows[name]} <= {row[key] for row in rows[there]}
    assert len(closed) > 6
    for name, column, words in closed:
        assert {row[column] for row in rows[name]} <= {*words, ""}


def test_the_page_shows_sizes_and_hashes(site: Path) -> None:
    """The page links each file, but pages of claims, and says its SHA-256."""
    soup = BeautifulSoup((site / "data" / "index.html").read_bytes(), "lxml")
    told = {one["path"]: one for one in read(site / "data" / "datapackage.json")["resources"]}
    shown = {
        item.a["href"].removeprefix("/data/"): item.code.text
        for item in soup.select("main li")
        if item.a and item.code
    }

    assert shown == {
        path: one["hash"].removeprefix("sha256:")
        for path, one in told.items()
        if not path.startswith("claims-search/")
    }
    assert soup.find("a", href="/data/claims-search/page-1.json")
    home = BeautifulSoup((site / "index.html").read_bytes(), "lxml")
    assert home.footer
    assert home.footer.find("a", href="/data/")


def test_the_dictionary_tells_every_field(site: Path) -> None:
    """Each property of each schema has an entry, with its meaning; there are no others."""
    soup = BeautifulSoup((site / "data" / "fields" / "index.html").read_bytes(), "lxml")
    for shape in SHAPES:
        section = soup.find(id=shape.name).parent
        told = {
            term.code.text: term.find_next_sibling("dd").text for term in section.find_all("dt")
        }
        schema = read(site / "data" / "schemas" / f"{shape.name}.schema.json")
        wanted = dict(named(schema, ""))

        assert told.keys() == wanted.keys()
        for name, means in wanted.items():
            assert told[name].casefold().startswith(means.casefold()), name


def named(schema: Row, before: str) -> Iterator[tuple[str, str]]:
    for name, one in schema.get("properties", {}).items():
        many = one["type"] == "array"
        whole = f"{before}{name}{'[]' if many else ''}"
        yield whole, one["description"]
        yield from named(one["items"] if many else one, f"{whole}.")


def test_examples_of_the_dictionary_are_real(site: Path) -> None:
    """Each example stands in some file that has such a field."""
    for shape in TABLES:
        found = lines(site, shape.name)
        for field in shape.fields:
            if field.example:
                values = [line[field.name] for line in found]
                flat = {one for value in values for one in (value if field.many else [value])}
                assert field.example in flat, field.name


@pytest.mark.parametrize(
    ("name", "words", "language"),
    [
        ("claims", "troop*", "en"),
        ("claims", "خوفو*", "ar"),
        ("claims", "ГОВЕРЛА", "uk"),
        ("evidence", "coalition", "en"),
        ("fact_checks", "coalition", "en"),
        ("corrections", "*", ""),
    ],
)
def test_the_database_finds_words(site: Path, name: str, words: str, language: str) -> None:
    """Words of any script are found, whatever their case, in the rows that have them."""
    query = (
        f"SELECT {name}.language FROM {name}_search JOIN {name} "  # noqa: S608 - a name of ours
        f"ON {name}.row_id = {name}_search.rowid WHERE {name}_search MATCH ? ORDER BY rank"
    )
    with closing(database(site)) as found:
        if words == "*":
            words = found.execute("SELECT text FROM corrections").fetchone()[0].split()[0]
        languages = {row[0] for row in found.execute(query, [words])}

    assert languages
    assert language in languages or not language


def test_the_database_is_whole(site: Path) -> None:
    """SQLite finds nothing amiss, the indexes for words agree with the tables, it is marked."""
    with closing(database(site)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        about = dict(found.execute("SELECT name, value FROM about"))
    copy = sqlite3.connect(":memory:")
    copy.deserialize((site / "data" / "factcheck.sqlite").read_bytes())
    for one in TABLES:
        own = one.name.replace("-", "_")
        copy.execute(f"INSERT INTO {own}_search ({own}_search) VALUES ('integrity-check')")  # noqa: S608
    copy.close()

    assert about["url"] == "https://example.org/"
    assert about["license"] is None


def test_nothing_hidden_is_told(site: Path, contents: Contents) -> None:
    """Of a document that the page does not link, no address is in any file of data."""
    hidden = [
        address
        for check in contents.checks
        for address in (check.verdict.document.url, check.verdict.document.archived_url)
        if address and address != check.verdict.document.linked_url
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.json*")}

    assert texts
    for address in hidden:
        for path, text in texts.items():
            page = path.with_suffix(".html")
            shown = page.read_text(encoding="utf-8") if page.exists() else ""
            assert address not in text or address in shown, (path, address)
