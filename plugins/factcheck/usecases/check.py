"""
Check all seeds: what an editor or a pull request is told before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.diagnostics import Problem, has_errors
from factcheck.model.site import Project
from factcheck.usecases.read import read_contents


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


def check(project: Project) -> Report:
    """
    Read every seed and report every problem.
    """
    contents = read_contents(project)
    rulings = sum(len(check.claims) for check in contents.checks)
    return Report(contents.problems, len(contents.checks), rulings)
