"""
Put into every fact-check's pages what stands beside them, once all fact-checks have been read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from factcheck.digest.entries import Entry
from factcheck.digest.relations import Neighbours, Relations
from factcheck.engine.galley import Open, Place
from factcheck.engine.outputs import Batch, Output
from factcheck.engine.trees import Known, Tree, hash_of
from factcheck.engine.workers import spread
from factcheck.publishing.views.neighbours import Beside, beside, filling
from factcheck.usecases.filed import Card, Cards, Shelf
from factcheck.usecases.gather import Gathered
from factcheck.usecases.press import Around, Finished, Press


class Unfinished(NamedTuple):
    """
    A page to be finished.
    """

    page: Open
    beside: Beside

    #: Of what is related, in order.
    cards: tuple[Card, ...]


class Job(NamedTuple):
    """
    A fact-check with pages to be finished.
    """

    sidecar: str

    #: Of all that they are made from.
    key: str
    pages: tuple[Unfinished, ...]


class Finisher:
    """
    Finishes the pages of one fact-check at a time.
    """

    def __init__(self, around: Around, shelf: Shelf) -> None:
        """
        Make ready, in the process that is to do the work.

        Args:
            around: What every process needs.

            shelf: Knows the cards of what is related to any.
        """
        self.press = Press(around)
        self._shelf = shelf

    def __call__(self, pages: tuple[Unfinished, ...]) -> tuple[Finished, dict[str, Known]]:
        """
        Fill the slots of a fact-check's pages, and write what has become of them.
        """
        spans: dict[str, tuple[int, int]] = {}
        faults: list[str] = []
        outputs: list[Output] = []
        for unfinished in pages:
            page = unfinished.page
            edition = self.press.page.editions.of(unfinished.beside.language)
            record = self.press.page.record(page.path, edition)
            cards = map(self._shelf.html, unfinished.cards)
            part = filling(unfinished.beside, cards, record, self.press.templates).encode()
            spans[page.path] = (page.start, len(part))
            data = page.filled(part)
            if data is None:
                faults.append(f"{page.path} was changed while the site was built")
            else:
                outputs.append(Output(page.path, data, frozenset(record.links)))
        batch, known = self.press.print((), outputs)
        batch.faults.extend(faults)
        return Finished(batch, spans), known


class Finishing:
    """
    What is to be finished in one build.
    """

    def __init__(self, gathered: Gathered, frame: str, trees: tuple[Tree, Tree]) -> None:
        """
        Take what has been made.

        Args:
            gathered: All fact-checks.

            frame: The key of what every filling is made from, beside its items.

            trees: The folder that is being built, and the published one.
        """
        self.gathered = gathered
        self.frame = frame
        self.trees = trees
        self.checks = {
            check.slug: check
            for check in (*gathered.digest.checks, *gathered.digest.versions)
            if gathered.made[check.sidecar].batch.slots
        }

    def run(self, jobs: int) -> Iterator[tuple[Batch, dict[str, Known]]]:
        """
        Finish every page.

        Args:
            jobs: How many processes may work.

        Returns:
            For each fact-check the record of its finished files, and what is known of those that
            had to be written.
        """
        ledger, published = self.gathered.ledger, self.trees[1].hashes()
        cards = self.gathered.cards(self.checks)
        waiting: list[Job] = []
        for check, beside_it in self._beside(jobs):
            key = self._key(check, beside_it)
            if batch := ledger.finished(check.sidecar, key, published):
                yield batch, {}
            else:
                pages = tuple([self._unfinished(check, one, cards) for one in beside_it])
                waiting.append(Job(check.sidecar, key, pages))
        work = [job.pages for job in waiting]
        finisher = partial(Finisher, self.gathered.setup.around, cards.shelf)
        for index, (finished, known) in spread(finisher, work, jobs):
            job = waiting[index]
            ledger.note_finished(job.sidecar, job.key, finished)
            yield finished.batch, known

    def _beside(self, jobs: int) -> Iterator[tuple[Entry, tuple[Beside, ...]]]:
        """Give every fact-check with what stands beside each of its pages."""
        checks, digest = tuple(self.checks.values()), self.gathered.digest
        listed = [check for check in digest.checks if check.slug in self.checks]
        relations = Relations(listed, digest.versions, digest.registry)
        for index, found in spread(partial(getattr, relations, "around"), checks, jobs):
            yield checks[index], tuple(self._of_pages(checks[index], found))

    def _of_pages(self, check: Entry, found: Neighbours) -> Iterator[Beside]:
        slots = self.gathered.made[check.sidecar].batch.slots
        newer, older = self.checks.get(found.newer), self.checks.get(found.older)
        return (one for one in beside(check, newer, older, found) if one.path in slots)

    def _key(self, check: Entry, beside_it: tuple[Beside, ...]) -> str:
        keys = self.gathered.keys
        others = [
            keys[self.checks[card.slug].sidecar] for one in beside_it for card in one.related
        ]
        told = (self.frame, keys[check.sidecar], beside_it, others)
        return hash_of(repr(told).encode())

    def _unfinished(self, check: Entry, beside_it: Beside, cards: Cards) -> Unfinished:
        shown = [cards.card(one.slug, one.part, one.place) for one in beside_it.related]
        return Unfinished(self._open(check.sidecar, beside_it.path), beside_it, tuple(shown))

    def _open(self, sidecar: str, path: str) -> Open:
        """Tell where a page stands, and where its slot is: as it was made, or as it was filled."""
        fresh = self.gathered.fresh.get(sidecar)
        if fresh and fresh.waiting:
            return Open(path, fresh.waiting[path], fresh.made.batch.slots[path], 0)
        before = self.gathered.ledger.finished_before(sidecar)
        hash_ = before.batch.files[path]
        building, published = self.trees
        known = building.files.get(path)
        tree = building if known and known.hash == hash_ else published
        return Open(path, Place(f"{tree.folder}/{path}", hash=hash_), *before.spans[path])
