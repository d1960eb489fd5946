"""
Write the files of ``/data/`` from the records, one record at a time.

Every process makes parts of the files that are texts, each of so many fact-checks, or the
database. The parts are joined in the order of publication, so the bytes are the same however many
processes there were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from factcheck.digest.collection import Digest
from factcheck.digest.entries import Entry
from factcheck.digest.paging import PAGE
from factcheck.engine.databases import Rows, make_database
from factcheck.engine.outputs import Batch, Writer
from factcheck.engine.staging import emptied
from factcheck.engine.trees import Known
from factcheck.engine.workers import WORTHWHILE, under_way
from factcheck.model.site import Site
from factcheck.publishing.exports import database
from factcheck.publishing.exports.files import DataFile
from factcheck.publishing.exports.texts import (
    SEARCH_PATH,
    Export,
    Told,
    page_path,
    page_tail,
    search_export,
    text_exports,
)
from factcheck.publishing.words import base_of
from factcheck.usecases.press import Around
from factcheck.usecases.records import Kept, Records

#: How many bytes are read at a time.
PIECE: Final = 1 << 20


class Portion(NamedTuple):
    """
    Fact-checks of which one process makes the parts; or all, of which one makes the database.
    """

    #: From one, in the order of publication; 0 for all.
    number: int
    checks: tuple[Kept, ...]


class Exporter:
    """
    Makes what a portion adds to every file, in a folder of its own.
    """

    def __init__(self, site: Site, languages: Sequence[str], folder: Path) -> None:
        """
        Make ready, in the process that is to do the work.

        Args:
            site: The site.

            languages: Those that fact-checks are written in.

            folder: Where the parts are written, until they are joined.
        """
        self.site = site
        self.folder = folder
        self.exports = text_exports(site, languages)

    def __call__(self, portion: Portion) -> str:
        """
        Make the parts of a portion.

        Returns:
            What went wrong, a sentence; empty if nothing did.
        """
        try:
            if portion.number:
                self._write(portion)
            else:
                self._write_database(portion.checks)
        except LookupError as error:
            return str(error)
        return ""

    def _write(self, portion: Portion) -> None:
        with ExitStack() as stack:
            parts = [
                _Part(one, stack.enter_context(_place(self.folder, one, portion).open("wb")))
                for one in self.exports
            ]
            for told in self._told(portion.checks):
                for part in parts:
                    part.add(told)

    def _write_database(self, checks: Iterable[Kept]) -> None:
        rows: Iterator[Rows] = chain.from_iterable(map(database.rows, self._told(checks)))
        path = _database(self.folder)
        path.unlink(missing_ok=True)
        make_database(
            path,
            database.tables_made(),
            chain([database.about(self.site)], rows),
            database.search_made(),
        )

    def _told(self, checks: Iterable[Kept]) -> Iterator[Told]:
        return (Told(kept.read(), self.site) for kept in checks)


class Exporting:
    """
    The export of one build.
    """

    def __init__(self, digest: Digest, records: Records, around: Around, folder: Path) -> None:
        """
        Take what is to be exported.

        Args:
            digest: What readers may see.

            records: It as data.

            around: What every process needs.

            folder: Where parts may be written; it is emptied, and removed in the end.
        """
        checks = oldest_first(digest)
        self.site = around.project.site
        self.languages = tuple(sorted({base_of(one.language) for one in checks}))
        self.kept = tuple(records.of(check) for check in checks)
        self.folder = folder
        self.files: list[DataFile] = []
        self._writer = Writer(around.folder, around.held)

    @property
    def known(self) -> dict[str, Known]:
        """What is known of every file that was written, by path."""
        return self._writer.known

    @contextmanager
    def under_way(self, jobs: int) -> Iterator[Callable[[], Batch]]:
        """
        Have the parts made while this process does something else.

        Args:
            jobs: How many processes may work.

        Returns:
            What waits for the parts, joins them, and returns the record of all files; ``files``
            then tells each.
        """
        portions = self._portions()
        # The database takes one process longest, so it is begun first.
        work = (Portion(0, self.kept), *portions)
        jobs = jobs if len(self.kept) > WORTHWHILE else 1
        make = partial(Exporter, self.site, self.languages, self.folder)
        with emptied(self.folder):
            self.folder.mkdir(parents=True)
            with under_way(make, work, jobs, portion=1) as reports:
                yield partial(self._finish, portions, reports)

    def _finish(self, portions: Sequence[Portion], reports: Iterator[tuple[int, str]]) -> Batch:
        faults = sorted({fault for _, fault in reports if fault})
        return Batch(files={} if faults else self._join(portions), faults=faults)

    def _portions(self) -> tuple[Portion, ...]:
        starts = range(0, len(self.kept), PAGE) or (0,)
        return tuple(
            Portion(number, self.kept[start : start + PAGE])
            for number, start in enumerate(starts, start=1)
        )

    def _join(self, portions: Sequence[Portion]) -> dict[str, str]:
        found: dict[str, str] = {}
        for export in text_exports(self.site, self.languages):
            parts = [_place(self.folder, export, portion) for portion in portions]
            found |= self._written(export, parts)
        whole = search_export(SEARCH_PATH)
        for portion in portions:
            following = portion.number + 1 if portion is not portions[-1] else None
            page = whole._replace(path=page_path(portion.number), tail=page_tail(following))
            found |= self._written(page, [_place(self.folder, whole, portion)])
        path, kind = database.PATH, database.MEDIA_TYPE
        return found | self._stream(path, kind, "", _pieces(_database(self.folder)))

    def _written(self, export: Export, parts: Iterable[Path]) -> dict[str, str]:
        pieces = chain([export.head], _joined(parts, export.between), [export.tail])
        return self._stream(export.path, export.media_type, export.schema, pieces)

    def _stream(
        self, path: str, media_type: str, schema: str, pieces: Iterable[bytes]
    ) -> dict[str, str]:
        written = self._writer.stream(path, pieces)
        self.files.append(DataFile(path, media_type, schema, written.size, written.sha256))
        known = written.known
        return {path: known.hash if isinstance(known, Known) else known}


def oldest_first(digest: Digest) -> tuple[Entry, ...]:
    """
    Return all that is exported: every fact-check in every language, and those taken back.
    """
    whole = (*digest.in_every_language, *digest.withdrawn)
    return tuple(sorted(whole, key=lambda check: (check.published, check.slug)))


class _Part:
    """What a portion adds to one file."""

    def __init__(self, export: Export, file: BinaryIO) -> None:
        self.export = export
        self.file = file
        self.is_begun = False

    def add(self, told: Told) -> None:
        """Write what a fact-check adds."""
        for item in self.export.items(told):
            if self.is_begun:
                self.file.write(self.export.between)
            self.file.write(item.encode())
            self.is_begun = True


def _place(folder: Path, export: Export, portion: Portion) -> Path:
    """Return where a part stands until it is joined."""
    return folder / f"{portion.number}-{export.path.replace('/', '-')}"


def _database(folder: Path) -> Path:
    return folder / "database"


def _joined(parts: Iterable[Path], between: bytes) -> Iterator[bytes]:
    """Give the bytes of parts one after the other; where one is empty, nothing is between."""
    is_first = True
    for part in parts:
        if part.stat().st_size:
            if not is_first:
                yield between
            yield from _pieces(part)
            is_first = False


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
