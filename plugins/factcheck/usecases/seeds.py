"""
All seeds in memory, each in its last good version, brought up to date file by file.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.diagnostics import Problem
from factcheck.digest.collection import Digest, collect
from factcheck.digest.entries import Entry
from factcheck.engine.workers import spread
from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import Registry
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.publishing.addresses import slug_in
from factcheck.reading.pairs import Pair
from factcheck.usecases.gather import between
from factcheck.usecases.history import known_history
from factcheck.usecases.link_reports import gone_links
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.press import Made, read

#: What is told of all seeds together, until one of them is another fact-check or has another name.
AMONG_ALL: Final = ("digest", "problems", "_between", "_by_slug")


class Held(NamedTuple):
    """
    A pair as it was read.
    """

    pair: Paths
    made: Made

    #: The bytes of the document and of every sidecar beside it, compressed, by their paths; None
    #: if they are no fact-check.
    files: dict[str, bytes] | None


class SeedReader:
    """
    Reads one pair, to be held.
    """

    def __init__(self, root: Path, scales: Scales, registry: Registry) -> None:
        """
        Take where the files are, the rating scales, and the registry of names.
        """
        self.root = root
        self.scales = scales
        self.registry = registry

    def __call__(self, paths: Paths) -> Held:
        """
        Read a pair.
        """
        pair, problems = open_pair(self.root, paths)
        if pair is None:
            return Held(paths, Made(tuple(problems)), None)
        made, check = read(pair, self.scales, self.registry)
        if check is None:
            return Held(paths, made, None)
        data = {pair.seed: pair.seed_bytes, pair.sidecar: pair.sidecar_bytes, **dict(pair.family)}
        return Held(paths, made, {path: zlib.compress(one, 1) for path, one in data.items()})


class Seeds:
    """
    What stands in ``seeds/``.
    """

    def __init__(self, project: Project, scales: Scales, registry: Registry, jobs: int) -> None:
        """
        Read everything.

        Args:
            project: Where it is.

            scales: The rating scales.

            registry: The registry of names.

            jobs: How many processes may work.
        """
        self.project = project
        self.scales = scales
        self.registry = registry
        self._jobs = jobs
        #: As it was when the preview began: git is not asked at every save.
        self._history = known_history(project, datetime.now(UTC))
        self._held: dict[str, Held] = {}
        self._good: dict[str, Held] = {}
        self._stamps: dict[Paths, tuple[int, ...]] = {}
        self._find()
        # From now on there are threads, and a process that has some must not be forked.
        self._jobs = 1

    def catch_up(self) -> None:
        """
        Read what was saved while everything was read.
        """
        self._find()
        self._read([pair for pair in self._pairs if self._stamps.get(pair) != self._stamp(pair)])

    def take_in(self, changed: Iterable[Path]) -> None:
        """
        Read what has changed.

        Args:
            changed: Paths of files below the seeds that were added, changed or removed.
        """
        changed = set(changed)
        names = sorted(map(self.project.name, changed))
        if not self._named.keys() >= set(names) or not all(path.exists() for path in changed):
            self._find()
        changed_pairs = chain.from_iterable(self._named.get(name, ()) for name in names)
        self._read(list(dict.fromkeys(changed_pairs)))

    @cached_property
    def digest(self) -> Digest:
        """All fact-checks, drafts too, each as it was when it was last whole."""
        entries = (held.made.entry for held in self._good.values() if held.made.entry)
        # Where two want one address, the page there is the first one's.
        mine = (one for one in entries if self._by_slug[one.slug].sidecar == one.sidecar)
        return collect(mine, None, self.registry, self.project.site.language)

    @property
    def whole(self) -> Iterator[Entry]:
        """The fact-checks with which nothing is wrong now, in the order of their paths."""
        held = (self._held[pair.sidecar].made.entry for pair in self._pairs)
        return filter(None, held)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any file, or between them."""
        own = (self._held[pair.sidecar].made.problems for pair in self._pairs)
        return tuple(sorted((*self._unpaired, *chain.from_iterable(own), *self._between)))

    @cached_property
    def _between(self) -> tuple[Problem, ...]:
        """What is wrong between files."""
        made = [self._held[pair.sidecar].made for pair in self._pairs]
        return tuple(between(made, self.project, self.scales, self.registry))

    def of(self, pair: Paths) -> tuple[Problem, ...]:
        """
        Return what is wrong with a pair's files.
        """
        return tuple(problem for problem in self.problems if problem.file in pair[:2])

    def at(self, path: str) -> Paths | None:
        """
        Return the pair whose page stands at a path of the site, if one's does.
        """
        return self._by_slug.get(slug_in(path))

    def entry(self, pair: Paths) -> Entry | None:
        """
        Return a fact-check's last good entry.
        """
        held = self._good.get(pair.sidecar)
        return held.made.entry if held else None

    def is_broken(self, pair: Paths) -> bool:
        """
        Tell whether a pair makes no fact-check as it stands; in a draft mere warnings tell why.
        """
        return self._held[pair.sidecar].made.entry is None

    def factcheck(self, sidecar: str) -> FactCheck | None:
        """
        Return the last good version of a fact-check; None if there was none.
        """
        held = self._good.get(sidecar)
        if held is None or held.files is None:
            return None
        seed, family = held.pair.seed, held.pair.family
        data = {path: zlib.decompress(one) for path, one in held.files.items()}
        beside = tuple((path, data[path]) for path in family)
        pair = Pair(seed, data[seed], sidecar, data[sidecar], beside)
        found = read(pair, self.scales, self.registry)[1]
        if found is None:
            return None
        # All of them: what is not cited is not looked for.
        gone = tuple(gone_links(self.project).values())
        return replace(found, history=self._history.get(sidecar, ()), gone=gone)

    def version(self, sidecar: str) -> object:
        """
        Return what a fact-check's last good version was read from: another object for another.
        """
        held = self._good.get(sidecar)
        return held.files if held else None

    @cached_property
    def _by_slug(self) -> dict[str, Paths]:
        pairs = {pair.sidecar: pair for pair in self._pairs}
        found: dict[str, Paths] = {}
        for sidecar, pair in pairs.items():
            named = self._held[sidecar].made.named
            if named:
                for slug in filter(None, (named.slug, *named.former_slugs)):
                    found.setdefault(slug, pair)
            if entry := self.entry(pair):
                found.setdefault(entry.slug, pair)
        return found

    def _stamp(self, pair: Paths) -> tuple[int, ...]:
        """Return when a pair's files were changed last: to notice a save, not to prove one."""
        root = self.project.root
        paths = (pair.seed, pair.sidecar, *pair.family)
        there = [root / path for path in paths if (root / path).exists()]
        return tuple(path.stat().st_mtime_ns for path in there)

    def _find(self) -> None:
        """See which pairs there are, and read those that are new."""
        pairs, unpaired = find_pairs(self.project)
        self._pairs, self._unpaired = pairs, tuple(unpaired)
        #: The pairs that are made of a file, by its path.
        self._named: dict[str, list[Paths]] = {}
        for pair in pairs:
            for path in dict.fromkeys((pair.seed, pair.sidecar, *pair.family)):
                self._named.setdefault(path, []).append(pair)
        there = {pair.sidecar: pair for pair in pairs}
        for sidecar, held in list(self._held.items()):
            if held.pair != there.get(sidecar):
                self._held.pop(sidecar)
            if sidecar not in there:
                self._good.pop(sidecar, None)
        self._forget(*AMONG_ALL)
        self._read([pair for pair in pairs if pair.sidecar not in self._held])

    def _read(self, pairs: list[Paths]) -> None:
        self._stamps |= {pair: self._stamp(pair) for pair in pairs}
        reader = partial(SeedReader, self.project.root, self.scales, self.registry)
        for index, held in spread(reader, pairs, self._jobs):
            sidecar = pairs[index].sidecar
            made, before = held.made, self._held.get(sidecar)
            if before and (made.entry, made.named) == (before.made.entry, before.made.named):
                # The very entry of before, by which others know that nothing of it has changed.
                held = held._replace(made=replace(made, entry=before.made.entry))  # noqa: PLW2901
            else:
                self._forget(*AMONG_ALL)
            self._held[sidecar] = held
            if held.files:
                self._good[sidecar] = held
        self._forget("problems")
        if any(
            problem.file in pair[:2]
            for problem in self.__dict__.get("_between", ())
            for pair in pairs
        ):
            self._forget("_between")  # it may stand on another line now

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
