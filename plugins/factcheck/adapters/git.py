"""
The git program, asked about the project's own repository.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

#: What a commit's line begins with in what git tells; no path of the project begins so.
COMMIT: Final = "\x01"

#: How the mode of a file with bytes of its own begins (git-fast-import(1), "filemodify").
FILE: Final = "100"

#: The last day that there is a name for: a commit may bear any.
LAST: Final = datetime.max.replace(tzinfo=UTC, microsecond=0)

#: In git-cat-file(1)'s answers the line before each file is no longer.
BATCH_LINE: Final = 200


def commit_time(root: Path) -> datetime | None:
    """
    Return when the checked-out commit was made; None where git does not tell.

    Nobody's configuration changes what is told. The folder may belong to another user, as it does
    in many a container: its settings have just been run, so it may be asked for a date too.

    Args:
        root: The project's folder.
    """
    command = ["git", "-C", str(root), "-c", f"safe.directory={root}"]
    command += ["rev-list", "--max-count=1", "--timestamp", "HEAD"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return _instant(told.split()[0])


class Committed(NamedTuple):
    """
    A file as it stands in a commit.
    """

    commit: str
    when: datetime

    #: Its path then, relative to the folder that was asked about.
    path: str

    #: By which its bytes are known; empty where the commit took the file away.
    blob: str


class NoHistory(Exception):  # noqa: N818 - says why, in a sentence
    """Git cannot tell how files came to be what they are."""


def histories(root: Path, pattern: str) -> dict[str, tuple[Committed, ...]]:
    """
    Return how every file came to be what it is, in one question to git.

    Of a merged branch only what the merge brought is told, not its steps: they were not published.
    A file that was moved keeps its history.

    Args:
        root: The project's folder.

        pattern: Which files, as git matches paths (gitglossary(7), "pathspec").

    Returns:
        For every file, by its last path, its commits, oldest first; of files that are gone the
        last has no bytes.

    Raises:
        NoHistory: If this is no repository, has no commit, or was cloned without its history.
    """
    if _asked(root, "rev-parse", "--is-shallow-repository").strip() != b"false":
        msg = "this clone holds only the newest commits; fetch the others: git fetch --unshallow"
        raise NoHistory(msg)
    told = _asked(
        root,
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--raw",
        "--no-abbrev",
        "--find-renames",
        "-l0",
        "-z",
        f"--format={COMMIT}%H %ct",
        "--relative",
        "HEAD",
        "--",
        pattern,
    )
    return _by_file(_entries(told))


def knows(root: Path, name: str) -> bool:
    """
    Tell whether there is a branch, a tag or a commit of a name.
    """
    try:
        return bool(_asked(root, *_named(name)))
    except NoHistory:
        return False


def base_of(root: Path, other: str) -> str:
    """
    Return the commit in which the checked-out branch and another part.

    Args:
        root: The project's folder.

        other: A branch, a tag or a commit, as somebody typed it; the trunk if it is empty.

    Raises:
        NoHistory: If there is no such thing, or nothing in common.
    """
    _asked(root, "rev-parse", "--git-dir")
    if not knows(root, other):
        msg = (
            f"git knows of no branch, tag or commit {other!r}; name another to compare with, "
            "such as origin/main, or HEAD for what is not committed yet"
        )
        raise NoHistory(msg)
    commit = _asked(root, *_named(other)).decode().strip()
    return _asked(root, "merge-base", commit, "HEAD").decode().strip()


def _named(name: str) -> tuple[str, ...]:
    return ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def files_at(root: Path, commit: str, folder: str) -> dict[str, str]:
    """
    Return the files below a folder as they stood in a commit: by which each is known, by path.

    What only leads to another file, or to another repository, is none.

    Raises:
        NoHistory: If git cannot tell.
    """
    told = _asked(root, "ls-tree", "-r", "-z", commit, "--", f"{folder}/")
    entries = (entry.partition("\t") for entry in _decoded(told).split("\0") if entry)
    return {path: about.split(" ")[2] for about, _, path in entries if about.startswith(FILE)}


def contents(root: Path, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """
    Give the bytes of files as they were committed, in one question to git.

    Args:
        root: The project's folder.

        blobs: By which they are known.
    """
    wanted = "\n".join(blobs)
    told = _asked(root, "cat-file", "--batch", given=f"{wanted}\n".encode() if wanted else b"")
    at = 0
    while at < len(told):
        line, _, _ = told[at : at + BATCH_LINE].partition(b"\n")
        blob, _, size = line.decode().split(" ")
        at += len(line) + 1
        yield blob, told[at : at + int(size)]
        at += int(size) + 1


def _asked(root: Path, *command: str, given: bytes = b"") -> bytes:
    """Ask git, whatever anybody's configuration says."""
    whole = ["git", "-C", str(root), "-c", f"safe.directory={root}", "-c", "core.fsmonitor="]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603
            [*whole, "--no-pager", *command],
            input=given,
            capture_output=True,
            check=True,
            env=environment,
        ).stdout
    except FileNotFoundError as error:
        msg = "git is not installed"
        raise NoHistory(msg) from error
    except subprocess.CalledProcessError as error:
        msg = f"git cannot tell it: {error.stderr.decode(errors='replace').strip()}"
        raise NoHistory(msg) from error


def _instant(seconds: str) -> datetime:
    """Return when a commit was made."""
    return datetime.fromtimestamp(min(int(seconds), int(LAST.timestamp())), UTC)


def _decoded(told: bytes) -> str:
    """A file's name may be no UTF-8."""
    return told.decode("utf-8", "surrogateescape")


class _Entry(NamedTuple):
    """What one commit did to one file."""

    commit: str
    when: datetime
    before: str
    path: str
    blob: str


def _entries(told: bytes) -> Iterator[_Entry]:
    """Read what git tells (git-diff(1), "Raw output format", with -z), newest first."""
    tokens = iter(_decoded(told).split("\0"))
    commit, when = "", datetime.fromtimestamp(0, UTC)
    for token in tokens:
        word = token.strip("\n")
        if word.startswith(COMMIT):
            commit, _, seconds = word.removeprefix(COMMIT).partition(" ")
            when = _instant(seconds)
        elif word.startswith(":"):
            _, mode, _, blob, status = word.split(" ")
            before = next(tokens)
            path = next(tokens) if status[0] in "RC" else before
            if status[0] == "C":
                before = path
            yield _Entry(commit, when, before, path, blob if mode.startswith(FILE) else "")


def _by_file(entries: Iterable[_Entry]) -> dict[str, tuple[Committed, ...]]:
    """Gather what was done to each file under its last path."""
    found: dict[str, list[Committed]] = {}
    last: dict[str, str] = {}
    for entry in entries:
        name = last.get(entry.path, entry.path)
        done = found.setdefault(name, [])
        done.append(Committed(entry.commit, entry.when, entry.path, entry.blob))
        if entry.before != entry.path:
            last.pop(entry.path, None)
            last[entry.before] = name
    return {name: tuple(reversed(done)) for name, done in found.items()}
