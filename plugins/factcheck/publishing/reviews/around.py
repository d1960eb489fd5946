"""
What a rule knows of a review beside the review, and how it tells what is wrong.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from factcheck.diagnostics import Severity
from factcheck.model.rules import Breach
from factcheck.model.shape import Path
from factcheck.publishing.reviews.values import Node, named


class Around(NamedTuple):
    """
    Where a review was found, and when.
    """

    #: The whole address of its page; empty if that is not known.
    page: str = ""

    #: No date of a review lies after it; None if that is not asked.
    today: date | None = None

    #: The address of the site whose settings vouch for it, without the last slash: it may be on
    #: this machine alone, or empty. None if nobody does.
    home: str | None = None

    def vouches_for(self, address: str) -> bool:
        """Tell whether an address lies on that site."""
        return self.home is not None and address.startswith(f"{self.home}/")


class _Told(NamedTuple):
    """Makes what is told of one severity."""

    severity: Severity

    def __call__(
        self, path: Path, code: str, message: str, hint: str = "", *, at_key: bool = False
    ) -> Breach:
        """Tell what is wrong at a place of the review, or with all of it."""
        where = f"{named(path)}: " if path else ""
        return Breach(path, code, f"{where}{message}", hint, self.severity, at_key)


#: Some reader gets nothing from the review, or something wrong.
error: Final = _Told(Severity.ERROR)
#: Some reader has to repair it.
warning: Final = _Told(Severity.WARNING)
#: More could be said, or said better.
note: Final = _Told(Severity.NOTE)


def lacking(review: Node, key: str, code: str, hint: str) -> Breach:
    """
    Tell of a property of a review that is required, and is missing or says nothing.
    """
    if key in review:
        return error((key,), code, "this is required, and says nothing", hint)
    return error((), code, f"{key} is missing, and is required", hint)
