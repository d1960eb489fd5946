"""
Move out of the way what a build must not find, and delete it when nothing is measured.

For minutes after files were deleted, an ext4 without a journal looks through their numbers for
each new file, and a build of many files may take a half longer. Who builds on a fresh machine does
not see that; nor shall a measured build.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

#: As long as ext4 remembers what was deleted, in seconds: ``RECENTCY_MIN + RECENTCY_DIRTY``.
MEMORY: Final = 360.0

#: With less room than this on the disk, in bytes, what was moved away is deleted at once.
ROOM: Final = 8 << 30


class Trash:
    """
    A folder for what is to be deleted.
    """

    def __init__(
        self, folder: Path, tell: Callable[[str], None], room: int = ROOM, memory: float = MEMORY
    ) -> None:
        """
        Begin with what a former run has left.

        Args:
            folder: On the disk of what is to be deleted.

            tell: Takes a line that says how far it is.

            room: With less than this free, in bytes, what was moved away is deleted.

            memory: So long nothing is measured after a deletion, in seconds.
        """
        self._folder = folder
        self._tell = tell
        self._room = room
        self._memory = memory
        #: Its time is that of the last deletion.
        self._mark = folder.with_name(f"{folder.name}.emptied")

    def take(self, paths: Iterable[Path]) -> None:
        """
        Move folders away, if they are there; wait, if that has filled the disk.
        """
        for path in paths:
            if path.is_dir() and not path.is_symlink():
                self._folder.mkdir(parents=True, exist_ok=True)
                path.rename(self._folder / str(time.time_ns()))
        if self._folder.is_dir() and shutil.disk_usage(self._folder).free < self._room:
            self.empty()
            self.rest()

    def empty(self) -> None:
        """
        Delete all that was moved away.
        """
        if self._folder.is_dir():
            shutil.rmtree(self._folder)
            self._mark.touch()

    def rest(self) -> None:
        """
        Wait until the file system has forgotten what was deleted last.
        """
        if self._mark.is_file():
            left = self._memory - (time.time() - self._mark.stat().st_mtime)
            if left > 0:
                self._tell(f"waiting {left:.0f} s after a deletion")
                time.sleep(left)
