"""
A peer is made to write as many files as ours and as large, and is told where it did not.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.clearing import Trash
from bench.equal import FILLING, KINDS, Weight, add_others, fill, lacking, unequal, uneven, weighed
from bench.equal import pages as equal_pages

#: The same files by ours and by the peer.
OURS = {
    "index.html": "lists",
    "topics/x/page-1.html": "lists",
    "feeds/index.html": "lists",
    "checks/a/index.html": "checks",
    "checks/a/index.md": "check twins",
    "checks/a/index.json": "records",
    "checks/a/annotations.jsonld": "annotations",
    "checks/a/one.html": "claims",
    "checks/a/one.md": "claim twins",
    "embed/a/index.html": "embeds",
    "embed/a/one.html": "embeds",
    "embed/a/one.json": "oembeds",
    "feeds/all.atom.xml": "feeds",
    "feeds/topics/x.rss.xml": "feeds",
    "feeds/topics/x.json": "feeds",
    "sitemap.xml": "",
    "data/claims.csv": "",
    "data/claimreview.json": "",
}
PEERS = {
    "checks/a/index.html": "checks",
    "checks/a/embed.html": "embeds",
    "checks/a/embed.json": "oembeds",
    "checks/a/one/index.html": "claims",
    "checks/a/one/index.md": "claim twins",
    "checks/a/one/embed.html": "embeds",
    "topics/x/feed.atom.xml": "feeds",
    "topics/x/feed.json": "feeds",
    "topics/x/index.html": "lists",
    "others/7/index.html": "lists",
}


@pytest.mark.parametrize("files", [OURS, PEERS], ids=["ours", "the peer's"])
def test_each_file_is_of_its_kind(files: dict[str, str], tmp_path: Path) -> None:
    """By its path each file counts as what it is, whoever wrote it; others do not count."""
    for path in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"123")
    expected = {kind: [*files.values()].count(kind) for kind in KINDS}

    assert {kind: told.files for kind, told in weighed(tmp_path).items()} == expected
    assert {kind: told.bytes for kind, told in weighed(tmp_path).items()} == {
        kind: 3 * count for kind, count in expected.items()
    }


def weights(each: int, files: int = 10) -> dict[str, Weight]:
    return {kind: Weight(files, each * files) for kind in KINDS}


def test_the_peer_is_filled_to_our_size(tmp_path: Path) -> None:
    """A file that lacks 40 bytes with one letter gets 41; one that is larger keeps its letter."""
    told = lacking(weights(140), weights(100) | {"lists": Weight(1, 1000)})
    (tmp_path / "data").mkdir()
    fill(tmp_path, told)

    assert told == dict.fromkeys(KINDS, 41) | {"lists": 1}
    assert json.loads((tmp_path / FILLING).read_text(encoding="utf-8")) == told


def test_what_is_not_equal_is_told() -> None:
    """More or fewer files than ours, of feeds than planned, or others in size are told by kind."""
    ours, theirs = weights(1000), weights(1000) | {"feeds": Weight(3, 3000)}

    assert unequal(ours, theirs, 3) == []
    assert len(unequal(ours, theirs, 7)) == 1
    for other in (Weight(8, 8000), Weight(12, 12000), Weight(10, 9800), Weight(10, 10200)):
        assert unequal(ours, theirs | {"claims": other}, 3) == [
            f"claims: {other.files} files of {other.each:,.0f} bytes, ours 10 of 1,000"
        ]


def test_a_crowd_of_pages_is_even() -> None:
    """As many pages or fewer count as even, if they are as large; frames are no pages."""
    ours = equal_pages(weights(1000))

    assert ours == Weight(30, 30_000)
    assert uneven(ours, ours) == []
    assert uneven(ours, Weight(29, 29_000)) == []
    for other in (Weight(31, 31_000), Weight(30, 29_000), Weight(30, 31_000)):
        assert len(uneven(ours, other)) == 1


def test_pages_that_hold_nothing_are_as_many_as_asked_for(tmp_path: Path) -> None:
    """Asked again for fewer, no page of before is left."""
    add_others(tmp_path, 3)
    add_others(tmp_path, 2)

    assert sorted(path.name for path in (tmp_path / "content/others").iterdir()) == [
        "0.md",
        "1.md",
    ]


def trash(folder: Path, told: list[str], room: int = 0) -> Trash:
    return Trash(folder / "trash", told.append, room=room, memory=0.2)


def test_what_a_build_must_not_find_is_moved_away(tmp_path: Path) -> None:
    """Folders of one name are taken one by one, and deleted only when that is asked for."""
    told: list[str] = []
    taken = trash(tmp_path, told)
    for name in ("first", "second"):
        (tmp_path / "output" / name).mkdir(parents=True)
        taken.take([tmp_path / "output", tmp_path / "nothing"])

    assert not (tmp_path / "output").exists()
    assert {path.name for path in (tmp_path / "trash").glob("*/*")} == {"first", "second"}
    taken.empty()
    assert [path.name for path in tmp_path.iterdir()] == ["trash.emptied"]
    assert told == []


def test_nothing_is_measured_soon_after_a_deletion(tmp_path: Path) -> None:
    """Where the disk is nearly full, or a former run deleted something, it is told and waited."""
    told: list[str] = []
    (tmp_path / "output").mkdir()
    trash(tmp_path, told, room=1 << 60).take([tmp_path / "output"])
    assert len(told) == 1
    assert not (tmp_path / "trash").exists()

    trash(tmp_path, told).rest()
    assert len(told) == 1
    (tmp_path / "trash.emptied").touch()
    trash(tmp_path, told).rest()
    assert len(told) == 2
