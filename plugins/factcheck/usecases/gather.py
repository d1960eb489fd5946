"""
Bring all fact-checks together: those that have changed are made anew, the others are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.digest.collection import Digest, collect
from factcheck.digest.entries import Entry
from factcheck.engine.trees import Known
from factcheck.engine.workers import WORTHWHILE, spread
from factcheck.model import bounds
from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import EMPTY, Registry
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.model.vocabulary import Status
from factcheck.publishing.feeds.entries import Followed
from factcheck.publishing.pieces import Pieces
from factcheck.publishing.search.entries import Findable
from factcheck.reading.sidecar import Sidecar, read_sidecar
from factcheck.usecases.desk_pages import page_problems
from factcheck.usecases.filed import Cards, Filed, opened
from factcheck.usecases.keys import OF_CHECKS
from factcheck.usecases.ledger import Ledger
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.press import CheckPress, CheckReader, Fresh, Made, Setup, read
from factcheck.usecases.read import (
    open_registry,
    open_scales,
    problems_between,
    rivals_among,
    twins_among,
)


@dataclass(frozen=True, slots=True)
class Survey:
    """
    What was found when all seeds were read and nothing was made.
    """

    #: The fact-checks that are whole.
    entries: tuple[Entry, ...]

    #: Sorted; of all files.
    problems: tuple[Problem, ...]


@dataclass
class Gathered:
    """
    All fact-checks, each as it was made now or before.
    """

    setup: Setup
    ledger: Ledger

    #: All pairs, in order.
    pairs: tuple[Paths, ...]

    #: What files without a partner are told.
    unpaired: tuple[Problem, ...]
    fresh: dict[str, Fresh] = field(default_factory=dict)

    @cached_property
    def sidecars(self) -> dict[str, Paths]:
        """Every pair by its sidecar, in order."""
        return {paths.sidecar: paths for paths in self.pairs}

    @property
    def known(self) -> dict[str, Known]:
        """What is known of every file that was written, by path."""
        return {
            path: known
            for fresh in self.fresh.values()
            for path, known in (fresh.known or {}).items()
        }

    @cached_property
    def keys(self) -> dict[str, str]:
        """The key of every pair, by its sidecar."""
        return {
            sidecar: self.fresh[sidecar].key if sidecar in self.fresh else self.ledger.key(sidecar)
            for sidecar in self.sidecars
        }

    @property
    def has_checks(self) -> bool:
        """Whether readers may see any fact-check; told by the first that is found."""
        made = (
            self.fresh[sidecar].made if sidecar in self.fresh else self.ledger.made(sidecar)
            for sidecar in self.sidecars
        )
        return any(
            one.batch.files and one.entry and one.entry.status is not Status.WITHDRAWN
            for one in made
        )

    @cached_property
    def made(self) -> dict[str, Made]:
        """What came of every pair, by its sidecar."""
        return {
            sidecar: self.fresh[sidecar].made
            if sidecar in self.fresh
            else self.ledger.made(sidecar)
            for sidecar in self.sidecars
        }

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any file, or between them; sorted."""
        around = self.setup.around
        told = (around.project, around.scales, around.registry)
        return all_problems(self.made.values(), self.unpaired, *told)

    @cached_property
    def digest(self) -> Digest:
        """What readers may see, in order."""
        entries = filter(None, (made.entry for made in self.made.values()))
        around = self.setup.around
        return collect(entries, self.setup.now, around.registry, around.project.site.language)

    def cards(self, checks: Mapping[str, Entry]) -> Cards:
        """
        Return the cards of fact-checks that readers may see, given by their slugs.
        """
        return Cards(lambda slug: self._pieces(checks[slug].sidecar))

    def followed(self, sidecar: str) -> Followed:
        """
        Return what a fact-check that readers may see gives to feeds; most stand in many.
        """
        if sidecar not in self._followed:
            pieces = self._pieces(sidecar)
            whole = pieces if isinstance(pieces, Pieces) else opened(pieces.read())
            self._followed[sidecar] = whole.feed
        return self._followed[sidecar]

    def findable(self, entry: Entry) -> Findable:
        """
        Return what a fact-check gives to search; it is not held, as all together are much.
        """
        fresh = self.fresh.get(entry.sidecar)
        if fresh and fresh.pieces:
            return opened(fresh.pieces.read()).search
        return self.ledger.pieces(entry.sidecar).search

    def factcheck(self, entry: Entry) -> FactCheck:
        """
        Read a fact-check whole.

        Raises:
            LookupError: If it is no longer what it was when its entry was made.
        """
        around = self.setup.around
        pair, _ = open_pair(around.project.root, self.sidecars[entry.sidecar])
        found = read(pair, around.scales, around.registry, now=self.setup.now)[1] if pair else None
        if found is None:
            msg = f"{entry.sidecar} was changed while the site was built"
            raise LookupError(msg)
        return found

    def note(self) -> None:
        """
        Note in the ledger what was made anew.
        """
        for sidecar, fresh in self.fresh.items():
            self.ledger.note(sidecar, fresh)

    def _pieces(self, sidecar: str) -> Filed | Pieces:
        fresh = self.fresh.get(sidecar)
        if fresh and fresh.pieces:
            return fresh.pieces
        if sidecar not in self._opened:
            self._opened[sidecar] = self.ledger.pieces(sidecar)
        return self._opened[sidecar]

    @cached_property
    def _followed(self) -> dict[str, Followed]:
        return {}

    @cached_property
    def _opened(self) -> dict[str, Pieces]:
        return {}


def gather(setup: Setup, ledger: Ledger, jobs: int) -> Gathered:
    """
    Make what has changed.

    Args:
        setup: What pages are made with, and which need not be made again.

        ledger: What was made before.

        jobs: How many processes may work.
    """
    pairs, unpaired = find_pairs(setup.around.project)
    gathered = Gathered(setup, ledger, tuple(pairs), tuple(unpaired))
    if len(pairs) - len(setup.kept) > WORTHWHILE:
        # Once, and not in every process.
        around = setup.around
        around.templates.compile(OF_CHECKS, around.project.site.language)
    for index, fresh in spread(partial(CheckPress, setup), pairs, jobs):
        if fresh:
            gathered.fresh[pairs[index].sidecar] = fresh
    return gathered


def survey(project: Project, jobs: int) -> Survey:
    """
    Read every seed, look at the desk's pages, and make nothing.

    Args:
        project: Where they are.

        jobs: How many processes may work.
    """
    amiss = tuple(page_problems(project))
    scales, problems = open_scales(project)
    registry, unregistered = open_registry(project)
    amiss = (*unregistered, *amiss)
    if scales is None:
        return Survey((), tuple(sorted((*problems, *amiss))))
    pairs, unpaired = find_pairs(project)
    reports = dict(
        spread(partial(CheckReader, project.root, scales, registry or EMPTY), pairs, jobs)
    )
    made = [reports[index] for index in sorted(reports)]
    told = all_problems(made, (*unpaired, *amiss), project, scales, registry)
    return Survey(tuple(one.entry for one in made if one.entry), told)


def all_problems(
    made: Iterable[Made],
    others: Iterable[Problem],
    project: Project,
    scales: Scales,
    registry: Registry | None,
) -> tuple[Problem, ...]:
    """
    Return what is wrong with any file, or between them; sorted.

    Args:
        made: What came of every pair, in the order of their paths.

        others: What files are told that belong to no pair.

        project: Where the sidecars are.

        scales: The rating scales.

        registry: The registry of names; none where it is broken.
    """
    made = tuple(made)
    told = [*others, *(problem for one in made for problem in one.problems)]
    return tuple(sorted((*told, *between(made, project, scales, registry))))


def between(
    made: Sequence[Made], project: Project, scales: Scales, registry: Registry | None
) -> Iterator[Problem]:
    """
    Give what is wrong between files.

    Args:
        made: What came of every pair, in the order of their paths.

        project: Where the sidecars are.

        scales: The rating scales.

        registry: The registry of names; none where it is broken, and then no name is judged.
    """

    def sidecar(name: str) -> Sidecar:
        data = files.contents(project.root / name, bounds.YAML_BYTES)
        return read_sidecar(data, name, scales)

    yield from problems_between([one.named for one in made if one.named], sidecar)
    entries = [one.entry for one in made if one.entry]
    yield from rivals_among(entries, sidecar)
    if registry is not None:
        yield from twins_among(entries, registry, project, sidecar)
