"""
The preview's search index: made when somebody searches, never when somebody edits.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from factcheck.digest.collection import Digest
from factcheck.digest.entries import Entry
from factcheck.publishing.addresses import SEARCH_MANIFEST
from factcheck.publishing.search.entries import Findable
from factcheck.publishing.search.whole import index_files


class Finding:
    """
    The files of the index as they were when the manifest was asked for last.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = Lock()
        self._files: dict[str, bytes] = {}
        self._made_of: tuple[object, ...] = ()
        self._found: dict[str, tuple[object, Findable]] = {}

    def file(self, path: str) -> bytes | None:
        """
        Return a part of the index, if it is one of the last manifest's.
        """
        return self._files.get(path)

    def manifest(
        self,
        digest: Digest,
        language: str,
        version: Callable[[str], object],
        findable: Callable[[str], Findable],
    ) -> bytes:
        """
        Bring the index up to date, and return its manifest.

        Args:
            digest: What is to be found.

            language: The site's, in which names are told.

            version: Returns what a fact-check was read from, by its sidecar: another object, once
                it was read anew.

            findable: Returns what it gives to search.
        """

        def found(check: Entry) -> Findable:
            now = version(check.sidecar)
            known = self._found.get(check.sidecar)
            if known is None or known[0] is not now:
                known = self._found[check.sidecar] = (now, findable(check.sidecar))
            return known[1]

        with self._lock:
            checks = digest.in_every_language
            made_of = (
                digest.registry,
                *((check, id(version(check.sidecar))) for check in checks),
            )
            if made_of != self._made_of or not self._files:
                self._files = dict(index_files(checks, found, digest.registry, language))
                self._made_of = made_of
            return self._files[SEARCH_MANIFEST]
