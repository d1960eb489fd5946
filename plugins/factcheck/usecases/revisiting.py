"""
What an editor should look at again, in the whole digest.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from factcheck.diagnostics import Problem, Severity
from factcheck.digest.entries import is_out
from factcheck.digest.revisiting import reminders
from factcheck.engine.workers import spread
from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import EMPTY
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.model.vocabulary import Status
from factcheck.reading.pairs import read_pair
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.read import open_scales


class Revisitor:
    """
    Looks at one published fact-check.
    """

    def __init__(self, project: Project, scales: Scales, now: datetime) -> None:
        """
        Take where the files are, the rating scales, and what counts as now.
        """
        self.project = project
        self.scales = scales
        self.now = now

    def __call__(self, paths: Paths) -> tuple[Problem, ...]:
        """
        Return what of a fact-check is worth another look; of a translation nothing is its own.
        """
        pair, _ = open_pair(self.project.root, paths)
        if pair is None or pair.is_translation:
            return ()
        reading = read_pair(pair, self.scales, EMPTY)
        check = reading.factcheck
        if check is None or not self._is_read(check):
            return ()
        return tuple(
            replace(
                reading.sidecar.problem(one.code, one.path, one.message, one.hint),
                severity=Severity.NOTE,
            )
            for one in reminders(check, self.now.date())
        )

    def _is_read(self, check: FactCheck) -> bool:
        verdict = check.verdict
        is_there = is_out(verdict.status, verdict.published.instant, self.now)
        return is_there and verdict.status is not Status.WITHDRAWN


def to_revisit(project: Project, now: datetime, jobs: int) -> tuple[Problem, ...]:
    """
    Return what of the published fact-checks is worth another look, by file and line.

    Args:
        project: Where the seeds are.

        now: What counts as now.

        jobs: How many processes may work.
    """
    scales, problems = open_scales(project)
    if scales is None:
        return tuple(problems)
    pairs, _ = find_pairs(project)
    found = spread(partial(Revisitor, project, scales, now), pairs, jobs)
    return tuple(sorted(problem for _, told in found for problem in told))
