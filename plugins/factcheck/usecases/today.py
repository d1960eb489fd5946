"""
What "today" is for a build, so that the same commit makes the same site on any day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from factcheck.adapters import git

VARIABLE: Final = "SOURCE_DATE_EPOCH"
#: Seconds since 1970, up to the year 5138.
EPOCH: Final = re.compile(r"[0-9]{1,11}\Z")


@dataclass(frozen=True, slots=True)
class Today:
    """
    The instant that a build takes for now, and where it is from.
    """

    now: datetime
    origin: str


def today(root: Path, environment: Mapping[str, str]) -> Today:
    """
    Return ``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else the commit's time, else now.

    Args:
        root: The project's folder.

        environment: The process's environment.
    """
    if EPOCH.match(environment.get(VARIABLE, "")):
        return today_here(environment)
    committed = git.commit_time(root)
    if committed:
        return Today(committed, "the time of the commit")
    return Today(today_here(environment).now, "the clock, because git tells of no commit")


def today_here(environment: Mapping[str, str]) -> Today:
    """
    Return ``SOURCE_DATE_EPOCH``, else now: for what belongs to no project.

    Args:
        environment: The process's environment.
    """
    epoch = environment.get(VARIABLE, "")
    if EPOCH.match(epoch):
        return Today(datetime.fromtimestamp(int(epoch), UTC), VARIABLE)
    return Today(datetime.now(UTC), "the clock")
