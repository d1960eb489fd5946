"""
What a check says in a terminal, once or after every save.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from factcheck.adapters.watching import CannotWatch
from factcheck.diagnostics import Problem, Severity
from factcheck.doors import messages
from factcheck.model.site import Project
from factcheck.usecases.check import Report
from factcheck.usecases.history import sidecar_named
from factcheck.usecases.mistyped import no_file
from factcheck.usecases.pairing import passed_over
from factcheck.usecases.watching import Watcher

#: Between these two lines stands what a check found: editors' programs look for them.
BEGIN: Final = "Checking …"
END: Final = "Waiting for changes; Ctrl+C ends it."


def tell_report(report: Report, passed: Iterable[str] = ()) -> None:
    """
    Tell what a check found, as text.

    Args:
        report: What it found.

        passed: The files that were passed over.
    """
    _tell(report.problems)
    for path in passed:
        click.echo(messages.visible(f"passed over: {path} (hidden, or an editor's backup)"))
    tell_sum(report.problems)
    checks = messages.counted(report.checks, "fact-check", "fact-checks")
    rulings = messages.counted(report.rulings, "ruling", "rulings")
    click.echo(f"Without errors: {checks} with {rulings}.")


def tell_problems(problems: tuple[Problem, ...]) -> None:
    """
    Tell what is wrong with some of the documents, as text.

    Args:
        problems: Theirs.
    """
    _tell(problems)
    tell_sum(problems)


def must_be_seeds(project: Project, seeds: Iterable[Path]) -> None:
    """
    Refuse names of what is no seed.

    Args:
        project: Where the seeds are.

        seeds: What somebody named: documents, sidecars, or folders of them.

    Raises:
        click.UsageError: If one is not there, does not lie among the seeds, or is passed over.
    """
    home, litter = project.seeds.resolve(), set(passed_over(project))
    for seed in seeds:
        if not os.path.exists(seed):  # noqa: PTH110 - pathlib's raises for a name that is too long
            raise click.UsageError(messages.visible(no_file(seed)))
        if not seed.resolve().is_relative_to(home):
            msg = f"{seed} does not lie in {project.name(project.seeds)}/"
            raise click.UsageError(messages.visible(msg))
        if project.name(seed.resolve()) in litter:
            msg = f"{seed} is passed over: it is hidden, or an editor's backup"
            raise click.UsageError(messages.visible(msg))


def of_seeds(
    problems: Iterable[Problem], project: Project, seeds: Iterable[Path]
) -> tuple[Problem, ...]:
    """
    Return the problems of some documents, of their sidecars, and of files that concern them all.

    Args:
        problems: Those of all.

        project: Where the seeds are.

        seeds: The documents, or the sidecars, or folders of them.
    """
    home = project.seeds.resolve()
    folders = [seed.resolve() for seed in seeds if seed.is_dir()]
    wanted = {sidecar_named(project, seed) for seed in seeds}

    def concerns(problem: Problem) -> bool:
        path = project.root.resolve() / problem.file
        return (
            not path.is_relative_to(home)
            or sidecar_named(project, path) in wanted
            or any(path.is_relative_to(folder) for folder in folders)
        )

    return tuple(filter(concerns, problems))


def _tell(problems: Iterable[Problem]) -> None:
    # The end is what stands above the prompt: errors must not scroll away behind warnings.
    ordered = sorted(problems, key=lambda one: one.severity is Severity.ERROR)
    click.echo(messages.FORMATS["text"](ordered), nl=False)


def keep_checking(project: Project, jobs: int) -> int:
    """
    Check after every save until somebody ends it; return the exit code of the last check.

    Args:
        project: Where the seeds are.

        jobs: How many processes may work.
    """
    failed = False
    try:
        for report in Watcher(project, jobs).reports():
            click.echo(BEGIN)
            tell_report(report)
            failed = report.failed
            click.echo(END)
    except KeyboardInterrupt:
        click.echo()
    except CannotWatch as error:
        click.echo(str(error), err=True)
        return 1
    return int(failed)


def tell_sum(problems: tuple[Problem, ...]) -> None:
    """
    Say how many problems there are, in a line.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    notes = sum(problem.severity is Severity.NOTE for problem in problems)
    told = [
        messages.counted(errors, "error", "errors"),
        messages.counted(len(problems) - errors - notes, "warning", "warnings"),
    ]
    if notes:
        told.append(messages.counted(notes, "note", "notes"))
    click.echo(f"{', '.join(told)}.".capitalize())
