"""
The project that a command is about, from the site's settings.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import Any, Final

import click

from factcheck.doors.messages import visible
from factcheck.doors.settings import BadSettings, jobs_of, project_of
from factcheck.model.site import Project

SETTINGS: Final = "pelican.conf.py"


def project_at(settings: Path) -> Project:
    """
    Return the project that settings describe; without them, or with wrong ones, end with 2.
    """
    if not settings.is_file():
        msg = f"there are no settings {settings} here; name the site's own with --settings"
        raise click.UsageError(msg)
    read = settings_at(settings)
    try:
        return project_of(read)
    except BadSettings as error:
        raise _ended(str(error)) from None
    except (AttributeError, TypeError, ValueError) as error:
        msg = f"{settings}: a value is not of the kind that is expected there: {error}"
        raise _ended(msg) from None


def jobs_at(settings: Path) -> int:
    """
    Return how many processes may work; where the settings say it wrongly, end with 2.
    """
    try:
        return jobs_of(settings_at(settings))
    except BadSettings as error:
        raise _ended(str(error)) from None


@cache
def settings_at(settings: Path) -> dict[str, Any]:
    """
    Read the site's settings, once; where they cannot be read, end with 2.
    """
    # Pelican takes a third of a second to import, which "lock" and "--help" need not wait for.
    from pelican.settings import read_settings  # noqa: PLC0415

    try:
        found: dict[str, Any] = read_settings(str(settings))
    except Exception as error:  # noqa: BLE001 - settings are a program, and may raise anything
        raise _ended(_cause(settings, error)) from None
    return found


def _cause(settings: Path, error: Exception) -> str:
    """Say why settings cannot be read, and on which of their lines."""
    path = settings.resolve()
    frames = [one for one in extract_tb(error.__traceback__) if Path(one.filename) == path]
    line = getattr(error, "lineno", None) or (frames[-1].lineno if frames else None)
    place = f"{settings}:{line}" if line else str(settings)
    return f"{place}: the settings cannot be read: {type(error).__name__}: {error}"


def _ended(message: str) -> SystemExit:
    click.echo(visible(message), err=True)
    return SystemExit(2)
