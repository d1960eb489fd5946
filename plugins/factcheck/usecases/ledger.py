"""
What earlier builds made, and from what: so that nothing is made twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from factcheck.engine.outputs import Batch
from factcheck.engine.store import Row, Store
from factcheck.publishing.pieces import Pieces
from factcheck.usecases.filed import opened
from factcheck.usecases.press import Finished, Fresh, Made

#: What rows are called: by a sidecar's path, a page's path, or nothing.
CHECK: Final = "check:"
PIECES: Final = "pieces:"
FINISHED: Final = "finished:"
LIST: Final = "list:"
SITE: Final = "site"


@dataclass(frozen=True, slots=True)
class Sum:
    """
    The site as a whole.
    """

    #: How many fact-checks and rulings there are for readers, and how many warnings for editors.
    checks: int
    rulings: int
    warnings: int

    #: The hash of every file, by path.
    plan: dict[str, str]

    #: The share cards without their words, each with the characters that no font has.
    wordless: dict[str, str]


MADE: Final = TypeAdapter(Made)
FINISHED_OF: Final = TypeAdapter(Finished)
BATCH: Final = TypeAdapter(Batch)
SUM: Final = TypeAdapter(Sum)


class Ledger:
    """
    What was made, by the keys of what it was made from.
    """

    def __init__(self, path: Path) -> None:
        """
        Open the ledger; an empty one, if there is none or it cannot be read.
        """
        self._store = Store(path)
        kept = self._store.read()
        self._rows, self._as_left = kept.rows, kept.as_left
        #: The keys of new rows, and what gives their bodies.
        self._put: dict[str, tuple[str, Callable[[], bytes]]] = {}
        self._used: set[str] = set()

    def kept(self, published: Mapping[str, str]) -> dict[str, str]:
        """
        Return the keys of the fact-checks that need not be made again, by their sidecars.

        Args:
            published: The hash of every file that stands in the published folder.
        """
        site = self._body(SITE, SUM)
        whole = site is not None and site.plan.items() <= published.items()
        # Where all rows are as they were left with that site, they belong together.
        is_known = whole and self._as_left
        return {
            name.removeprefix(CHECK): row.key
            for name, row in self._rows.items()
            if name.startswith(CHECK)
            and (is_known or self._is_whole(name, None if whole else published))
        }

    def names(self) -> tuple[str, ...]:
        """
        Return what all rows are called.
        """
        return tuple(self._rows)

    def made(self, sidecar: str) -> Made:
        """
        Return what came of a pair that is kept.
        """
        self._used |= {CHECK + sidecar, PIECES + sidecar}
        made: Made = MADE.validate_json(self._row(CHECK + sidecar).body)
        return made

    def pieces(self, sidecar: str) -> Pieces:
        """
        Return the pieces of a fact-check that readers may see.
        """
        return opened(self._row(PIECES + sidecar).body.encode())

    def key(self, sidecar: str) -> str:
        """
        Return the key of a pair.
        """
        return self._row(CHECK + sidecar).key

    def note(self, sidecar: str, fresh: Fresh) -> None:
        """
        Note what was made of a pair.
        """
        if fresh.made.lasts:
            self._keep(CHECK + sidecar, fresh.key, MADE, fresh.made)
        if fresh.pieces:
            self._put[PIECES + sidecar] = (fresh.key, fresh.pieces.read)

    def finished(self, sidecar: str, key: str, published: Mapping[str, str]) -> Batch | None:
        """
        Return what is known of a fact-check's finished pages, if they stand as they would now.
        """
        row = self._rows.get(FINISHED + sidecar)
        found: Finished | None = None
        if row and row.key == key:
            found = self._body(FINISHED + sidecar, FINISHED_OF)
        if found is None or not found.batch.files.items() <= published.items():
            return None
        self._used.add(FINISHED + sidecar)
        return found.batch

    def finished_before(self, sidecar: str) -> Finished:
        """
        Return how the pages of a pair that is kept were finished before.
        """
        found: Finished = FINISHED_OF.validate_json(self._row(FINISHED + sidecar).body)
        return found

    def note_finished(self, sidecar: str, key: str, finished: Finished) -> None:
        """
        Note how a fact-check's pages were finished.
        """
        self._keep(FINISHED + sidecar, key, FINISHED_OF, finished)

    def page(self, path: str, key: str, published: Mapping[str, str]) -> Batch | None:
        """
        Return what is known of a list's page, if it stands as it would be made now.
        """
        row = self._rows.get(LIST + path)
        batch: Batch | None = self._body(LIST + path, BATCH) if row and row.key == key else None
        if batch is None or not batch.files.items() <= published.items():
            return None
        self._used.add(LIST + path)
        return batch

    def note_page(self, path: str, key: str, batch: Batch) -> None:
        """
        Note what was made of a list's page.
        """
        self._keep(LIST + path, key, BATCH, batch)

    def sum(self, key: str, published: Mapping[str, str]) -> Sum | None:
        """
        Return the whole site's sum, if all of it stands as it would be made now.
        """
        row = self._rows.get(SITE)
        site = self._body(SITE, SUM) if row and row.key == key else None
        return site if site and site.plan == published else None

    def note_sum(self, key: str, whole: Sum) -> None:
        """
        Note the whole site.
        """
        self._keep(SITE, key, SUM, whole)

    def save(self) -> None:
        """
        Keep what was noted or asked for since the ledger was opened, and nothing else.

        Where nothing was noted, nothing need be kept that is not.

        Raises:
            Gone: If pieces cannot be read any more; then nothing is kept.
        """
        if not self._put:
            return
        gone = self._rows.keys() - self._used - self._put.keys()
        rows = ((name, Row(key, body().decode())) for name, (key, body) in self._put.items())
        self._store.change(rows, gone)

    def _is_whole(self, name: str, published: Mapping[str, str] | None) -> bool:
        """Tell whether a row can be used: with its pieces, and, if asked, with all its files."""
        row, pieces = self._rows[name], self._rows.get(name.replace(CHECK, PIECES, 1))
        made = self._body(name, MADE)
        if made is None:
            return False
        if made.batch.files and (pieces is None or pieces.key != row.key):
            return False
        return self._is_finished(name, made.batch, published)

    def _is_finished(self, name: str, made: Batch, published: Mapping[str, str] | None) -> bool:
        """Tell whether a row's files are known as they stand, and, if asked, do stand so."""
        files = made.whole
        if made.slots:
            found = self._body(name.replace(CHECK, FINISHED, 1), FINISHED_OF)
            if found is None:
                return False
            if not found.spans.keys() == found.batch.files.keys() == made.slots.keys():
                return False
            files |= found.batch.files
        return published is None or files.items() <= published.items()

    def _row(self, name: str) -> Row:
        return self._rows[name]

    def _keep(self, name: str, key: str, form: TypeAdapter[Any], value: object) -> None:
        self._put[name] = (key, partial(form.dump_json, value))

    def _body(self, name: str, form: TypeAdapter[Any]) -> Any:  # noqa: ANN401
        """Return what a row holds; None where it is not there or of another form."""
        row = self._rows.get(name)
        try:
            return form.validate_json(row.body) if row else None
        except ValidationError:
            return None
