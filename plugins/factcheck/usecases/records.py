"""
The fact-checks as data, read back one after the other from where they were written.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic_core import from_json

from factcheck.digest.entries import Entry
from factcheck.engine.galley import Place
from factcheck.engine.trees import Tree
from factcheck.publishing.addresses import record_path
from factcheck.usecases.gather import Gathered


class Kept(NamedTuple):
    """
    Where a fact-check stands as data.
    """

    path: str
    place: Place

    def read(self) -> dict[str, Any]:
        """
        Return the fact-check as data.

        Raises:
            LookupError: If the file is no longer what it was when it was written.
        """
        data = self.place.read()
        if data is None:
            msg = f"{self.path} was changed while the site was built"
            raise LookupError(msg)
        found: dict[str, Any] = from_json(data)
        return found


class Records:
    """
    All fact-checks as data.
    """

    def __init__(self, gathered: Gathered, building: Tree, published: Tree) -> None:
        """
        Take what has been made.

        Args:
            gathered: All fact-checks.

            building: The folder that is being built.

            published: The published one, in which what has not changed stands.
        """
        self._gathered = gathered
        self._building = building
        self._published = published

    def of(self, check: Entry) -> Kept:
        """
        Return where a fact-check stands as data; it can be read in any process.
        """
        path = record_path(check.slug)
        hash_ = self._gathered.made[check.sidecar].batch.files[path]
        known = self._building.files.get(path)
        tree = self._building if known and known.hash == hash_ else self._published
        noted = tree.files.get(path)
        stamp = noted.stamp if noted and noted.hash == hash_ else None
        place = Place(f"{tree.folder}/{path}", hash=hash_, stamp=stamp)
        return Kept(path, place)
