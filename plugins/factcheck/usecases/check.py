"""
Check all seeds: what an editor or a pull request is told before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.diagnostics import Problem, has_errors
from factcheck.engine.workers import seldom_collecting
from factcheck.model.site import Project
from factcheck.usecases.gather import survey


@dataclass(frozen=True, slots=True)
class Report:
    """
    What a check found.
    """

    problems: tuple[Problem, ...]

    #: How many fact-checks and rulings are whole.
    checks: int
    rulings: int

    @property
    def failed(self) -> bool:
        """Whether anything stops the build."""
        return has_errors(self.problems)


def check(project: Project, jobs: int = 1) -> Report:
    """
    Read every seed and report every problem.

    Args:
        project: Where the seeds are.

        jobs: How many processes may work.
    """
    with seldom_collecting():
        found = survey(project, jobs)
    # A translation rules on nothing anew.
    checks = [entry for entry in found.entries if not entry.original]
    rulings = sum(len(entry.rulings) for entry in checks)
    return Report(found.problems, len(checks), rulings)
