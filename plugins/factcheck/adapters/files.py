"""
The project's file tree: what stands in a folder, and its bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """
    One thing in a folder that is no folder itself.
    """

    #: Relative to the project's folder, with forward slashes.
    path: str

    #: Whether it is an ordinary file: no link, device, pipe or socket.
    is_file: bool


def is_litter(name: str) -> bool:
    """
    Tell whether a name is a hidden file's or an editor's backup, which no desk means to publish.
    """
    return name.startswith(".") or name.endswith("~") or name in {"Thumbs.db", "desktop.ini"}


def walk(root: Path, folder: Path) -> Iterator[Entry]:
    """
    Give everything below a folder, in the order of the names; litter left out, links not followed.

    Args:
        root: The project's folder, to which paths are relative.

        folder: Where to look; need not exist.
    """
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []
    for entry in entries:
        if is_litter(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(root, Path(entry.path))
        else:
            path = Path(entry.path).relative_to(root).as_posix()
            yield Entry(path, entry.is_file(follow_symlinks=False))
