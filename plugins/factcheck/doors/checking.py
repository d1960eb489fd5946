"""
What a check says in a terminal, once or after every save.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click

from factcheck.adapters.watching import CannotWatch
from factcheck.diagnostics import Problem, Severity
from factcheck.doors import messages
from factcheck.engine.workers import Lost
from factcheck.model.site import Project
from factcheck.usecases.check import Report
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
    # The end is what stands above the prompt: errors must not scroll away behind warnings.
    problems = sorted(report.problems, key=lambda one: one.severity is Severity.ERROR)
    click.echo(messages.FORMATS["text"](problems), nl=False)
    for path in passed:
        click.echo(messages.visible(f"passed over: {path} (hidden, or an editor's backup)"))
    tell_sum(report.problems)
    checks = messages.counted(report.checks, "fact-check", "fact-checks")
    rulings = messages.counted(report.rulings, "ruling", "rulings")
    click.echo(f"Without errors: {checks} with {rulings}.")


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
    except (CannotWatch, Lost) as error:
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
