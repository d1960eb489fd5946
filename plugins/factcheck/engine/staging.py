"""
A folder built aside and exchanged for the published one in a single step.
"""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

#: ``AT_FDCWD`` and ``RENAME_EXCHANGE`` of Linux's renameat2(2).
HERE: Final = -100
EXCHANGE: Final = 2


#: What a stage's name holds after the published folder's own; nobody else names a folder so.
STAGE: Final = "being-built-"


#: What a folder holds that may be replaced: an empty file, which says who built it.
MARK: Final = ".built-by-factcheck"


class NotOurs(Exception):  # noqa: N818 - a sentence for a publisher, not a fault
    """What stands in the output's place may be somebody's work."""


@contextmanager
def staged(published: Path) -> Iterator[Path]:
    """
    Give an empty folder; when the block ends well, it takes the published folder's place.

    If the block raises anything, also an interrupt, the published folder is as it was, and
    nothing is left behind. What a killed process left is removed by the next; the caller sees to
    it that no two run at once.

    Args:
        published: The folder to be replaced; need not exist.

    Raises:
        NotOurs: If what stands there was not put there by this function.
    """
    published.parent.mkdir(parents=True, exist_ok=True)
    if published.exists() and not _is_ours(published):
        msg = (
            f"{published} was not built here and is left alone; choose another folder, or empty it"
        )
        raise NotOurs(msg)
    remove_unfinished(published)
    stage = Path(tempfile.mkdtemp(dir=published.parent, prefix=_prefix(published)))
    try:
        # The published folder is for everybody to read; mkdtemp's is not.
        stage.chmod(0o777 & ~_umask())
        yield stage
        (stage / MARK).touch()
        _put_in_place(stage, published)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def remove_unfinished(published: Path) -> None:
    """
    Remove what builds that were ended have left beside the published folder.
    """
    for left in published.parent.glob(f"{glob.escape(_prefix(published))}*"):
        shutil.rmtree(left)


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def _prefix(published: Path) -> str:
    return f".{published.name}.{STAGE}"


def _put_in_place(stage: Path, published: Path) -> None:
    """After this, ``stage`` holds what was published before, if anything was."""
    if not published.exists():
        stage.rename(published)
    elif not _exchanged(stage, published):
        aside = stage.with_name(f"{stage.name}.old")
        published.rename(aside)
        stage.rename(published)
        aside.rename(stage)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.EINVAL, errno.ENOSYS}:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
