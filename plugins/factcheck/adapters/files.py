"""
The project's file tree: what stands in a folder, and its bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Folders within folders, from the one that is looked into.
MOST_DEPTH: Final = 20
#: Few files have more bytes.
ORDINARY: Final = 2**16


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """
    One thing in a folder that is no folder itself.
    """

    #: Relative to the project's folder, with forward slashes.
    path: str

    #: Whether it is an ordinary file: no link, device, pipe or socket.
    is_file: bool

    #: Whether it is hidden or an editor's backup; a folder of that kind is not looked into.
    is_litter: bool = False


def contents(path: Path, most: int) -> bytes:
    """
    Return a file's bytes; of a larger file, only one more than so many.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        # To make room for the largest file takes longer than to read an ordinary one.
        data = file.read(min(most + 1, ORDINARY))
        return data if len(data) < ORDINARY else data + file.read(most + 1 - len(data))


def is_litter(name: str) -> bool:
    """
    Tell whether a name is a hidden file's or an editor's backup, which no desk means to publish.
    """
    return name.startswith(".") or name.endswith("~") or name in {"Thumbs.db", "desktop.ini"}


def walk(root: Path, folder: Path) -> Iterator[Entry]:
    """
    Give everything below a folder, by the order of the names; links not followed.

    Args:
        root: The project's folder, to which paths are relative.

        folder: Where to look; need not exist. A link in its place is given as an entry itself, and
            so is a folder that stands too deep to be looked into.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        yield Entry(folder.relative_to(root).as_posix(), is_file=False)
        return
    waiting = [(folder, 0)] if folder.is_dir() else []
    while waiting:
        inside, depth = waiting.pop()
        entries = sorted(os.scandir(inside), key=lambda entry: entry.name)
        folders = []
        for entry in entries:
            path = Path(entry.path)
            if is_litter(entry.name):
                yield Entry(path.relative_to(root).as_posix(), is_file=False, is_litter=True)
            elif entry.is_dir(follow_symlinks=False) and depth < MOST_DEPTH:
                folders.append((path, depth + 1))
            else:
                is_file = entry.is_file(follow_symlinks=False)
                yield Entry(path.relative_to(root).as_posix(), is_file)
        waiting.extend(reversed(folders))
