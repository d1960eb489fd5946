"""
Two folders of the site: the published one, and a spare one in which the next is made.

A build changes the spare folder and exchanges the two in a single step. The spare one is kept, so
that the next build has only to bring it up to date: deleting and writing a site anew takes longer
than making it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: ``AT_FDCWD`` and ``RENAME_EXCHANGE`` of Linux's renameat2(2).
HERE: Final = -100
EXCHANGE: Final = 2

#: What a folder holds that may be replaced: an empty file, which says who built it.
MARK: Final = ".built-by-factcheck"


class NotOurs(Exception):  # noqa: N818 - a sentence for a publisher, not a fault
    """What stands in the output's place may be somebody's work."""


@dataclass
class Stage:
    """
    The folder in which the next site is made.
    """

    folder: Path

    #: When it was given out, in nanoseconds as the file system counts them.
    since: int

    #: For pages that wait for what is to be put into them; made by whoever needs it.
    galley: Path

    #: Whether it shall take the published folder's place when the block ends well.
    is_wanted: bool = True

    def remove_galley(self) -> None:
        """
        Remove the pages that waited, now that they are whole; they may be a third of the site.
        """
        remove(self.galley)


@contextmanager
def staged(published: Path) -> Iterator[Stage]:
    """
    Give a folder that takes the published one's place when the block ends well.

    It is empty, or holds what was published before the last exchange. If the block raises
    anything, also an interrupt, the published folder is as it was, and no unfinished one is left
    behind. What a killed process left is removed by the next; the caller sees to it that no two
    run at once.

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
    spare, unfinished = spare_of(published), _unfinished_of(published)
    try:
        had_spare = _is_ours(spare)
        if had_spare:
            spare.rename(unfinished)
        else:
            remove(spare)
            unfinished.mkdir()
        # Touched, so that the file system itself tells the time.
        unfinished.touch()
        stage = Stage(unfinished, unfinished.stat().st_ctime_ns, _galley_of(published))
        yield stage
        if stage.is_wanted:
            (unfinished / MARK).touch()
            _put_in_place(unfinished, published)
        if unfinished.exists() and (stage.is_wanted or had_spare):
            unfinished.rename(spare)
    finally:
        try:
            remove(unfinished)
        finally:
            remove(_galley_of(published))


def spare_of(published: Path) -> Path:
    """
    Return where the spare folder stands: beside the published one, hidden.
    """
    return published.with_name(f".{published.name}.spare")


def remove_unfinished(published: Path) -> None:
    """
    Remove what a build that was ended has left beside the published folder.
    """
    remove(_unfinished_of(published))
    remove(_galley_of(published))
    aside = _aside_of(published)
    if aside.exists() and not published.exists():
        aside.rename(published)
    remove(aside)


def remove(folder: Path) -> None:
    """
    Remove a folder, or what stands in its place; a link, but not what it leads to.
    """
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


@contextmanager
def emptied(folder: Path) -> Iterator[None]:
    """
    Let a folder be used for what lasts as long as the block: it is gone before and after.

    What cannot be removed after is no fault of the block's; it goes before the next.

    Raises:
        OSError: If it cannot be removed before.
    """
    remove(folder)
    try:
        yield
    finally:
        with suppress(OSError):
            remove(folder)


def _unfinished_of(published: Path) -> Path:
    return published.with_name(f".{published.name}.being-built")


def _galley_of(published: Path) -> Path:
    return published.with_name(f".{published.name}.galley")


def _aside_of(published: Path) -> Path:
    """Return where the published folder waits where the system cannot exchange two in a step."""
    return published.with_name(f".{published.name}.set-aside")


def _is_ours(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / MARK).is_file() or not any(folder.iterdir())


def _put_in_place(stage: Path, published: Path) -> None:
    """After this, ``stage`` holds what was published before, if anything was."""
    if not published.exists():
        stage.rename(published)
    elif not _exchanged(stage, published):
        aside = _aside_of(published)
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
