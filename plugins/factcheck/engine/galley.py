"""
Where pages wait for what is still to be put into them, as composed type waits in a galley.

Each process has one file for all its pages. A page is written into the site's folder once it is
whole, and not before: to make a file, and to replace it, costs more than to write its bytes. What
pages of many fact-checks are made from waits so, too.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from factcheck.diagnostics import Fault
from factcheck.engine.trees import Stamp, hash_of, stamp_of


class Gone(Fault):
    """What a build put into a file of its own is not there any more."""

    def __init__(self, place: Place) -> None:
        """Say which file it was."""
        super().__init__(f"{place.file} was changed while the site was built")


class Place(NamedTuple):
    """
    Where bytes stand: of a page, or of what pages are made from.
    """

    file: str

    #: In bytes, where the page begins; and how many it has, if not all to the file's end.
    at: int = 0
    size: int | None = None

    #: Of the bytes, where they stand in the site's folder; empty in a galley, whose folder is
    #: closed to other users and goes with the build.
    hash: str = ""

    #: What the system said of the file when its hash was noted; while it still says so, the bytes
    #: are believed.
    stamp: Stamp | None = None

    def read(self) -> bytes | None:
        """
        Return the bytes; None if they are no longer there as they were.
        """
        try:
            with open(self.file, "rb") as file:  # noqa: PTH123 - twice as fast
                is_known = not self.hash or self.stamp == stamp_of(os.fstat(file.fileno()))
                file.seek(self.at)
                data = file.read(-1 if self.size is None else self.size)
        except OSError:
            return None
        is_whole = self.size is None or len(data) == self.size
        return data if is_whole and (is_known or hash_of(data) == self.hash) else None


class Galley:
    """
    One process's file of what waits.
    """

    def __init__(self, folder: str) -> None:
        """
        Make ready; the file is made for the first page.

        Args:
            folder: For the files of all processes; need not be there yet.
        """
        self._folder = folder
        self._path = ""
        self._file = -1
        self._end = 0

    def put(self, data: bytes) -> Place:
        """
        Keep a page's bytes.
        """
        if not self._path:
            self._begin()
        written = 0
        while written < len(data):
            written += os.write(self._file, data[written:] if written else data)
        place = Place(self._path, self._end, len(data))
        self._end += len(data)
        return place

    def _begin(self) -> None:
        Path(self._folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 0
        while self._file < 0:
            path = f"{self._folder}/{os.getpid()}-{number}"
            try:
                # Never through a link, and never another's.
                self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                number += 1
            else:
                self._path = path

    def __del__(self) -> None:
        """Leave the file to those who read it."""
        if self._file >= 0:
            os.close(self._file)


class Reader:
    """
    Reads many places of a few files that nobody changes, each of which is opened once.
    """

    def __init__(self) -> None:
        """
        Begin to read.
        """
        self._files: dict[str, FileIO] = {}

    def read(self, place: Place) -> bytes:
        """
        Return the bytes of a place whose size is known.

        Raises:
            Gone: If they are not there.
        """
        size = place.size or 0
        try:
            file = self._opened(place.file)
            file.seek(place.at)
            data = file.read(size)
        except OSError:
            data = b""
        if len(data) < size:
            raise Gone(place)
        return data

    def _opened(self, path: str) -> FileIO:
        if path not in self._files:
            self._files[path] = FileIO(path)
        return self._files[path]

    def __del__(self) -> None:
        """Close what was opened."""
        for file in self._files.values():
            file.close()


@dataclass(frozen=True, slots=True)
class Open:
    """
    A page with a slot in which something is to be put instead of what is there.
    """

    #: Where it is to be written.
    path: str
    place: Place

    #: In bytes: where the slot begins, and what it holds now.
    start: int
    length: int

    def filled(self, part: bytes) -> bytes | None:
        """
        Return the page's bytes with something else in its slot; None if it has been changed.
        """
        data = self.place.read()
        if data is None:
            return None
        return data[: self.start] + part + data[self.start + self.length :]
