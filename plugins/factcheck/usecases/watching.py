"""
Check all seeds, and again whenever one of them is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.adapters.watching import Watch
from factcheck.diagnostics import Problem
from factcheck.engine.workers import seldom_collecting
from factcheck.model.registry import EMPTY
from factcheck.model.site import Project
from factcheck.usecases.check import Report
from factcheck.usecases.desk_pages import page_problems
from factcheck.usecases.read import open_registry, open_scales
from factcheck.usecases.seeds import Seeds


class Watcher:
    """
    What is wrong with the seeds, as they stand.
    """

    def __init__(self, project: Project, jobs: int = 1) -> None:
        """
        Read everything.

        Args:
            project: Where the seeds are.

            jobs: How many processes may work.

        Raises:
            CannotWatch: If the system gives no news of changed files.
        """
        self.project = project
        self._jobs = jobs
        with seldom_collecting():
            self._read_all()
        # Processes are forked before there are threads; what was saved since is read again.
        self._jobs = 1
        self._watch = Watch(
            project.seeds, project.content, project.ratings.parent, project.registry.parent
        )
        if self._seeds:
            self._seeds.catch_up()

    def reports(self) -> Iterator[Report]:
        """
        Give what a check finds: now, and after every save that may have changed it.

        Raises:
            CannotWatch: If the system gives no more news.
        """
        yield self.report()
        for changed in self._watch:
            if self.take_in(changed):
                yield self.report()

    def take_in(self, changed: Iterable[Path]) -> bool:
        """
        Take in what has changed, and tell whether any of it matters.

        Args:
            changed: Paths of files that were added, changed or removed.
        """
        changed = set(changed)
        if changed & {self.project.ratings, self.project.registry}:
            self._read_all()
            return True
        seeds = [path for path in changed if path.is_relative_to(self.project.seeds)]
        if seeds and self._seeds:
            self._seeds.take_in(seeds)
        return bool(seeds) or any(path.is_relative_to(self.project.content) for path in changed)

    def report(self) -> Report:
        """
        Return what a check finds now.
        """
        around = (*self._amiss, *page_problems(self.project))
        if self._seeds is None:
            return Report(tuple(sorted(around)), 0, 0)
        checks = [entry for entry in self._seeds.whole if not entry.original]
        problems = tuple(sorted((*around, *self._seeds.problems)))
        return Report(problems, len(checks), sum(len(entry.rulings) for entry in checks))

    def _read_all(self) -> None:
        """Read scales, registry and seeds; without scales nothing else can be read."""
        scales, unscaled = open_scales(self.project)
        registry, unregistered = open_registry(self.project)
        self._amiss: tuple[Problem, ...] = (*unscaled, *unregistered)
        self._seeds = (
            Seeds(self.project, scales, registry or EMPTY, self._jobs) if scales else None
        )
