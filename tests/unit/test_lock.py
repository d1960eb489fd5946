from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from factcheck.usecases.lock import CannotLock, lock, locked
from specimens import DOCUMENT, SIDECAR

HASH = "a" * 64


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("document:\n  kind: page\nx_: y\n", "document:\n  sha256: #\n  kind: page\nx_: y\n"),
        ("document:\n\n  # why\n  kind: page", "document:\n\n  # why\n  sha256: #\n  kind: page"),
        ("document: {kind: page} # why\n", "document: {sha256: #, kind: page} # why\n"),
        ("document: { kind: page }\n", "document: {sha256: #, kind: page }\n"),
        ("{document: {kind: page}}", "{document: {sha256: #, kind: page}}"),
        ("document: {\n  kind: page}\n", "document: {sha256: #, \n  kind: page}\n"),
        ("document:\n  sha256: bc  # why\n", "document:\n  sha256: #  # why\n"),
        ("document:\n  sha256: 'bc'\n", "document:\n  sha256: #\n"),
        ("document:\n  sha256:\n  kind: page\n", "document:\n  sha256: #\n  kind: page\n"),
        ("document:\n  sha256: # why\n", "document:\n  sha256: # # why\n"),
        ("document:\n  sha256: null\n", "document:\n  sha256: #\n"),
        ("document:\n  sha256:", "document:\n  sha256: #"),
        ("document:\n  sha256: >-\n    bc\n\n# why\n", "document:\n  sha256: #\n\n# why\n"),
        ("document: {kind: page, sha256: bc}\n", "document: {kind: page, sha256: #}\n"),
        ("document: {sha256: , kind: page}\n", "document: {sha256: #, kind: page}\n"),
        ("document:\r\n  kind: page\r\n", "document:\r\n  sha256: #\r\n  kind: page\r\n"),
        ("\ufeffdocument:\n  kind: page\n", "\ufeffdocument:\n  sha256: #\n  kind: page\n"),
        (
            "t: é🌳\u2028\ndocument:\n    a: b\n",
            "t: é🌳\u2028\ndocument:\n    sha256: #\n    a: b\n",
        ),
    ],
)
def test_hash_is_written_and_nothing_else_changes(before: str, after: str) -> None:
    """In block and flow style, with comments and any line ends, only the hash is new."""
    expected = after.replace("sha256: #", f"sha256: {HASH}", 1)

    assert locked(before, HASH, "a") == expected
    assert locked(expected, HASH, "a") == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a has no document: that the hash could stand in; see factcheck check"),
        ("document:\n", "a has no document: that the hash could stand in; see factcheck check"),
        ("document: x\n", "a has no document: that the hash could stand in; see factcheck check"),
        ("document: {}\n", "a has no document: that the hash could stand in; see factcheck check"),
        ("- a\n", "a has no document: that the hash could stand in; see factcheck check"),
        (
            "document:\n  kind: a: b\n",
            (
                "a cannot be read at 2:10: a colon with a space after it stands within a text, "
                "and YAML takes it for a key's"
            ),
        ),
        (
            "document:\n  ? kind\n  : page\n",
            f"a is written in an unusual way; below line 2 write: sha256: {HASH}",
        ),
        (
            "document:\n  sha256: [bc]\n",
            f"a is written in an unusual way; below line 2 write: sha256: {HASH}",
        ),
    ],
)
def test_sidecar_that_cannot_be_locked_is_told(text: str, message: str) -> None:
    """Where there is no place for a hash, a sentence says so and nothing is written."""
    with pytest.raises(CannotLock) as caught:
        locked(text, HASH, "a")

    assert str(caught.value) == message


def pair(folder: Path) -> tuple[Path, Path]:
    seed, sidecar = folder / "a.txt", folder / "a.verdict.yaml"
    seed.write_text(DOCUMENT, encoding="utf-8")
    sidecar.write_bytes(SIDECAR.replace("\n", "\r\n").encode("utf-8-sig"))
    return seed, sidecar


@pytest.mark.parametrize("named", [0, 1])
def test_document_and_sidecar_both_name_the_pair(tmp_path: Path, named: int) -> None:
    """Either file may be named; the hash is that of the document's bytes."""
    files = pair(tmp_path)
    digest = hashlib.sha256(files[0].read_bytes()).hexdigest()

    done = lock(files[named])

    assert (done.sidecar, done.sha256, done.changed) == (files[1], digest, True)
    expected = SIDECAR.replace("  kind:", f"  sha256: {digest}\n  kind:").replace("\n", "\r\n")
    assert files[1].read_bytes() == expected.encode("utf-8-sig")


def test_locking_twice_writes_once(tmp_path: Path) -> None:
    """A hash that already stands there is left alone, and so is the file."""
    seed, sidecar = pair(tmp_path)
    sidecar.chmod(0o640)
    lock(seed)
    before = sidecar.stat()

    done = lock(seed)

    after = sidecar.stat()
    assert not done.changed
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_mode & 0o777 == 0o640


def test_locking_leaves_nothing_behind(tmp_path: Path) -> None:
    """No file of a half-done write stays in the folder."""
    files = pair(tmp_path)

    lock(files[0])

    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_missing_partner_is_told(tmp_path: Path) -> None:
    """Without its document, its sidecar or itself, nothing is locked."""
    seed, sidecar = tmp_path / "a.txt", tmp_path / "a.verdict.yaml"
    with pytest.raises(CannotLock, match=f"there is no file {seed}"):
        lock(seed)

    seed.write_text(DOCUMENT, encoding="utf-8")
    with pytest.raises(CannotLock, match=f"there is no file {sidecar}"):
        lock(seed)

    seed.rename(tmp_path / "b.txt")
    sidecar.write_text(SIDECAR, encoding="utf-8")
    with pytest.raises(CannotLock, match=f"there is no single document beside {sidecar}"):
        lock(sidecar)


def test_sidecar_in_another_encoding_is_told(tmp_path: Path) -> None:
    """A sidecar that is no UTF-8 is left as it is."""
    seed, sidecar = pair(tmp_path)
    sidecar.write_bytes(b"title: caf\xe9\n")

    with pytest.raises(CannotLock, match=r"at 1:11: byte 0xe9 .* likely in Windows-1252"):
        lock(seed)
    assert sidecar.read_bytes() == b"title: caf\xe9\n"
