"""
The project that a command is about, from the site's settings.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import click

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
    try:
        return project_of(settings_at(settings))
    except BadSettings as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


def jobs_at(settings: Path) -> int:
    """
    Return how many processes may work; where the settings say it wrongly, end with 2.
    """
    try:
        return jobs_of(settings_at(settings))
    except BadSettings as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


@cache
def settings_at(settings: Path) -> dict[str, Any]:
    """
    Read the site's settings, once.
    """
    # Pelican takes a third of a second to import, which "lock" and "--help" need not wait for.
    from pelican.settings import read_settings  # noqa: PLC0415

    found: dict[str, Any] = read_settings(str(settings))
    return found
