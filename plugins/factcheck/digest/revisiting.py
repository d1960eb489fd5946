"""
What of a published fact-check is worth another look.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.shape import Path
from factcheck.model.verdict import Evidence, Verdict
from factcheck.model.vocabulary import Stance, State


class Reminder(NamedTuple):
    """
    One thing to look at again.
    """

    code: str

    #: Where in the verdict it stands.
    path: Path
    message: str
    hint: str


def reminders(check: FactCheck, today: date) -> Iterator[Reminder]:
    """
    Give what of a fact-check is worth another look.

    Args:
        check: The fact-check.

        today: What counts as today.
    """
    verdict = check.verdict
    for place, ruled in enumerate(check.claims):
        path: Path = ("claims", place)
        yield from _due(ruled, path, today)
        yield from _not_asked(verdict, ruled, path)
        yield from _single_source(verdict, ruled, path)
        for at, piece in enumerate(ruled.claim.evidence):
            if piece.url and not piece.archived_url:
                yield _not_archived((*path, "evidence", at, "url"), piece.url)
    for key, work in verdict.works.items():
        if work.url and not work.archived_url:
            yield _not_archived(("works", key, "url"), work.url)


def _due(ruled: RuledClaim, path: Path, today: date) -> Iterator[Reminder]:
    day = ruled.claim.review_by
    if day and day.last < today:
        yield Reminder(
            "review-due",
            (*path, "review_by"),
            f"the ruling on {ruled.claim.id} was to be looked at again by {day.text}",
            "look at it again; then set a new day, or take review_by out",
        )


def _not_archived(path: Path, url: str) -> Reminder:
    return Reminder(
        "not-archived",
        path,
        f"there is no archived copy of {url}",
        "have it archived, and write the copy's address under archived_url",
    )


def _not_asked(verdict: Verdict, ruled: RuledClaim, path: Path) -> Iterator[Reminder]:
    claim = ruled.claim
    if not claim.claimant or ruled.rating.state is not State.DOES_NOT:
        return
    names = {party.name for party in claim.claimant}
    asked = (
        reply.party in names or claim.id in reply.claims or not reply.claims
        for reply in verdict.right_of_reply
    )
    if not any(asked):
        yield Reminder(
            "not-asked",
            (*path, "claimant"),
            f"nobody who made the claim {claim.id} was asked for a reply",
            "ask, and note under right_of_reply what came of it",
        )


def _single_source(verdict: Verdict, ruled: RuledClaim, path: Path) -> Iterator[Reminder]:
    deciding = [one for one in ruled.claim.evidence if one.stance is not Stance.CONTEXT]
    origins = {_origin(verdict, one) for one in deciding}
    if len(origins) == 1:
        repeated = " (the others repeat it)" if len(deciding) > 1 else ""
        yield Reminder(
            "single-source",
            (*path, "evidence"),
            f"the ruling on {ruled.claim.id} rests on one source alone{repeated}",
            "look for another that does not rest on it",
        )


def _origin(verdict: Verdict, piece: Evidence) -> str:
    """Return by what the work is known that a piece of evidence rests on in the end."""
    key = piece.work or piece.derived_from
    if key is None:
        return piece.url or piece.archived_url or piece.title or ""
    while (work := verdict.works.get(key)) and work.derived_from:
        key = work.derived_from
    return key
