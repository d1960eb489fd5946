"""
A file that is not there, and the one that was probably meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.model.nearest import nearest


def no_file(path: Path) -> str:
    """
    Return a sentence, without a full stop, on a file that is not there.

    Args:
        path: As somebody typed it.

    Returns:
        That there is none; and which name in its folder is like it, if one is.
    """
    told = f"there is no file {path}"
    try:
        beside = [one.name for one in path.parent.iterdir() if one.name != path.name]
    except OSError:
        beside = []
    return f"{told}{meant(path.name, beside, path.parent)}"


def meant(name: str, known: Iterable[str], folder: Path | None = None) -> str:
    """
    Return a question to add to a sentence on a name that is not known; empty if none is like it.

    Args:
        name: As somebody typed it.

        known: All that there are.

        folder: To be named before the one that was meant.
    """
    found = nearest(name, known)
    return f"; did you mean {folder / found if folder else found}?" if found else ""
