"""
All fact-checks of the site, in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.scale import Rating, Scale
from factcheck.model.vocabulary import Prominence, Status


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    One ruled claim, with the fact-check it belongs to.
    """

    check: FactCheck
    ruled: RuledClaim


@dataclass(frozen=True, slots=True)
class Digest:
    """
    What readers may see, newest first.
    """

    #: Those that stand.
    checks: tuple[FactCheck, ...]

    #: Those taken back: each keeps a page that says so, and is listed nowhere.
    withdrawn: tuple[FactCheck, ...]

    def rulings(self, scale: Scale, rating: Rating) -> tuple[Ruling, ...]:
        """
        Return all rulings with one rating, key ones first within a check, newest checks first.
        """
        return tuple(
            Ruling(check, ruled)
            for check in self.checks
            if check.scale.id == scale.id
            for ruled in by_prominence(check)
            if ruled.rating.key == rating.key
        )


def collect(checks: Iterable[FactCheck], now: datetime) -> Digest:
    """
    Put the fact-checks that readers may see in order.

    Args:
        checks: All that could be read, in any order.

        now: The instant at which a scheduled one counts as published.
    """
    public = [check for check in checks if is_public(check, now)]
    public.sort(key=lambda check: check.slug)
    public.sort(key=lambda check: check.verdict.published.instant, reverse=True)
    return Digest(
        checks=tuple(check for check in public if check.verdict.status is not Status.WITHDRAWN),
        withdrawn=tuple(check for check in public if check.verdict.status is Status.WITHDRAWN),
    )


def is_public(check: FactCheck, now: datetime) -> bool:
    """
    Tell whether readers may see a fact-check; a scheduled one waits for its time.
    """
    status = check.verdict.status
    if status is Status.SCHEDULED:
        return check.verdict.published.instant <= now
    return status in {Status.PUBLISHED, Status.WITHDRAWN}


def by_prominence(check: FactCheck) -> tuple[RuledClaim, ...]:
    """
    Return a check's rulings, key ones first, each kind in the sidecar's order.
    """
    return tuple(
        sorted(check.claims, key=lambda ruled: ruled.claim.prominence is not Prominence.KEY)
    )
