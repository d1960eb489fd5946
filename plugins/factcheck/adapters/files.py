"""
The project's file tree: what stands in a folder, its bytes, and new ones in their place.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

#: Folders within folders, from the one that is looked into.
MOST_DEPTH: Final = 20
#: Few files have more bytes.
ORDINARY: Final = 2**16


class Entry(NamedTuple):
    """
    One thing in a folder that is no folder itself.
    """

    #: Relative to the project's folder, with forward slashes.
    path: str

    #: Whether it is an ordinary file: no link, device, pipe or socket.
    is_file: bool

    #: Whether it is hidden or an editor's backup; a folder of that kind is not looked into.
    is_litter: bool = False


def contents(path: Path | str, most: int) -> bytes:
    """
    Return a file's bytes; of a larger file, only one more than so many.

    Args:
        path: The file; as a text where there are tens of thousands, for paths take longer to join.

        most: How many bytes are wanted at most.

    Raises:
        OSError: If it cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - as a text, see above
        # To make room for the largest file takes longer than to read an ordinary one.
        data = file.read(min(most + 1, ORDINARY))
        return data if len(data) < ORDINARY else data + file.read(most + 1 - len(data))


def replace(path: Path, data: bytes) -> None:
    """
    Write a whole new file beside the old one and rename it, so that no crash loses either.

    Raises:
        OSError: If it cannot be written.
    """
    mode = path.stat().st_mode
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(mode)
    Path(name).replace(path)


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
    # Paths are joined as texts: tens of thousands of files may stand here.
    waiting = [(folder, _prefix(root, folder), 0)] if folder.is_dir() else []
    while waiting:
        inside, prefix, depth = waiting.pop()
        folders = []
        for entry in sorted(os.scandir(inside), key=lambda entry: entry.name):
            path = prefix + entry.name
            if is_litter(entry.name):
                yield Entry(path, is_file=False, is_litter=True)
            elif entry.is_dir(follow_symlinks=False) and depth < MOST_DEPTH:
                folders.append((inside / entry.name, f"{path}/", depth + 1))
            else:
                yield Entry(path, entry.is_file(follow_symlinks=False))
        waiting.extend(reversed(folders))


def _prefix(root: Path, folder: Path) -> str:
    """Return what stands before the names of a folder's files, with forward slashes."""
    return "" if folder == root else f"{folder.relative_to(root).as_posix()}/"
