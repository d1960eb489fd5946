"""
The index's files: numbers as text, columns, common words, and who is in it at all.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from factcheck.digest.collection import collect
from factcheck.digest.entries import Entry, entry_of
from factcheck.model.registry import EMPTY
from factcheck.publishing.addresses import SEARCH_MANIFEST, Record, search_part_path
from factcheck.publishing.search import index as module
from factcheck.publishing.search.columns import columns
from factcheck.publishing.search.entries import Field, Findable, findable, indexed
from factcheck.publishing.search.index import Index
from factcheck.publishing.search.numbers import DIGITS, read, rising, written
from factcheck.publishing.search.whole import index_files
from factcheck.usecases.read import Contents
from hypothesis import given
from hypothesis import strategies as st
from specimens import OWN_SITE

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@given(st.lists(st.integers(0, 2**30)))
def test_numbers_are_read_as_they_were_written(numbers: list[int]) -> None:
    """Any numbers come back from their text, and rising ones from their differences."""
    assert list(read("".join(map(written, numbers)))) == numbers
    total, found = 0, []
    for more in read(rising(sorted(numbers))):
        total += more
        found.append(total)
    assert found == sorted(numbers)


def test_numbers_hold_no_figure() -> None:
    """No text that is made of numbers could be taken for a year, a rating or a date."""
    assert len(set(DIGITS)) == 64
    assert not any(digit.isdecimal() or digit in "\"\\< '&" for digit in DIGITS)


@pytest.fixture(scope="module")
def entries(contents: Contents) -> tuple[Entry, ...]:
    return collect(map(entry_of, contents.checks), NOW).in_every_language


@pytest.fixture(scope="module")
def files(contents: Contents, entries: tuple[Entry, ...]) -> dict[str, bytes]:
    record = Record(OWN_SITE, "index.html", "default@1")
    checks = {check.slug: check for check in contents.checks}

    def found(entry: Entry) -> Findable:
        return findable(checks[entry.slug], record)

    return dict(index_files(entries, found, EMPTY, "en"))


def test_every_published_claim_is_a_hit(
    files: dict[str, bytes], entries: tuple[Entry, ...]
) -> None:
    """There is one hit for each fact-check that stands, and one for each of its rulings."""
    manifest = json.loads(files[SEARCH_MANIFEST])
    counts = list(read(manifest["counts"]))
    held = [int(part.split(":")[0]) for part in manifest["records"].split(" ")]

    assert counts == [1 + len(check.rulings) for check in entries[::-1]]
    assert sum(held) == sum(counts) == manifest["hits"] > 90


def test_every_file_that_is_named_is_there_and_no_other(files: dict[str, bytes]) -> None:
    """The manifest, and the dictionaries that it names, name every file of the index."""
    manifest = json.loads(files[SEARCH_MANIFEST])
    named = [*manifest["columns"].values(), *(name for _, name in manifest["backwards"])]
    named += [part.split(":")[1] for part in manifest["records"].split(" ")]
    for _, name in manifest["words"]:
        blocks = json.loads(files[search_part_path(name)])[2]
        named += [name, *(one for block in blocks for one in block[1:])]

    assert {search_part_path(name) for name in named} | {SEARCH_MANIFEST} == files.keys()


def test_a_column_counts_what_lists_count(entries: tuple[Entry, ...]) -> None:
    """As many fact-checks have a topic in its column as stand in the topic's list."""
    values, text = json.loads(dict(columns(entries[::-1], EMPTY, "en"))["topic"])
    counts = [0] * len(values)
    for number in read(text):
        if number:
            counts[(number >> 1) - 1] += 1

    told = {
        value if isinstance(value, str) else value[1]: count
        for value, count in zip(values, counts, strict=True)
    }
    topics = [topic for check in entries for topic in check.topics]
    assert told == {topic: topics.count(topic) for topic in topics}
    assert counts == sorted(counts, reverse=True)


def test_a_common_word_is_told_only_where_it_weighs_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a word in too many texts the best are kept, the newest first; its count stays true."""
    monkeypatch.setattr(module, "COMMON", 20)
    monkeypatch.setattr(module, "BEST", 3)
    index = Index()
    files: dict[str, bytes] = {}
    for number in range(30):
        weight = 9.0 if number in {4, 9} else 1.0
        words = indexed([[Field("often", weight, 1)]])
        files |= dict(index.add(f"text-{number}", Findable(1, ((1, "[[],[[]]]"),), words)))
    files |= dict(index.files(()))
    manifest = json.loads(files[SEARCH_MANIFEST])
    text, counts, blocks = json.loads(files[search_part_path(manifest["words"][0][1])])
    (told,) = json.loads(files[search_part_path(blocks[0][1])])

    assert (text, counts) == ("often", [30])
    assert hits(told) == [4, 9, 29]


def hits(text: str) -> list[int]:
    last, found = 0, []
    for number in read(text):
        last = (last + number) // 8 * 8
        found.append(last // 8)
    return found
