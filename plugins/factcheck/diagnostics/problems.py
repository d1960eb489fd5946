"""
One problem, and the order in which problems are told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.diagnostics.codes import CODES
from factcheck.diagnostics.history_codes import HISTORY_CODES
from factcheck.diagnostics.review_codes import REVIEW_CODES
from factcheck.diagnostics.revisit_codes import REVISIT_CODES

#: Every code of this project, with what it means.
ALL_CODES: Final = MappingProxyType({**CODES, **REVIEW_CODES, **HISTORY_CODES, **REVISIT_CODES})


class Severity(StrEnum):
    """
    Whether a problem stops the build, should be mended, or is only worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """
    A place in a text file; line and column count from one, in characters.
    """

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """
    One thing that is wrong in one place.

    Problems sort by file, line, column and code, so that a run's report does not depend on the
    order in which files were read.
    """

    #: The file as the editor knows it: relative to the project's folder.
    file: str

    #: From one; a problem with a whole file stands on line 1, column 1.
    line: int
    column: int

    #: One of ``ALL_CODES``: stable, so that tools and habits can rely on it.
    code: str

    #: What was found and what was expected, in a sentence or two.
    message: str

    #: How to mend it; empty where the message already says.
    hint: str = ""

    #: The source line the problem stands on, whole; empty where there is none to show.
    source: str = ""

    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if self.code not in ALL_CODES:
            msg = f"{self.code!r} is not among the codes of factcheck.diagnostics"
            raise LookupError(msg)

    @property
    def rule(self) -> str:
        """What the code means, in a sentence."""
        return ALL_CODES[self.code]


def has_errors(problems: Iterable[Problem]) -> bool:
    """
    Tell whether any of the problems stops the build.
    """
    return any(problem.severity is Severity.ERROR for problem in problems)
