"""
Dated or named notes: what changed after publication, replies, disclosures, sign-offs.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import ChangeKind, Status
from factcheck.publishing.addresses import Record, check_path, claim_id
from factcheck.publishing.borrowed import joined
from factcheck.publishing.wording import CHANGE_KINDS, REPLY_OUTCOMES, date_in_words


class NoteView(NamedTuple):
    """
    A dated or named note.
    """

    title: str
    date: str
    text: str

    #: The claims it is about: their words, and links to their rulings.
    claims: tuple[tuple[str, str], ...] = ()

    #: Whether readers should see it before anything else.
    is_correction: bool = False


def changes(check: FactCheck, record: Record, claim: str = "") -> tuple[NoteView, ...]:
    """
    Make the views of a fact-check's changes, newest first.

    Args:
        check: The fact-check.

        record: Notes the links.

        claim: The id of the claim whose changes are meant; all, if none is given.
    """
    return tuple(
        NoteView(
            CHANGE_KINDS[change.kind],
            date_in_words(change.date),
            change.text,
            () if claim else claim_links(check, change.claims, record),
            change.kind is ChangeKind.CORRECTION,
        )
        for change in check.verdict.changes_of(claim)
    )


def taken_back(check: FactCheck) -> tuple[NoteView, ...]:
    """
    Say that a fact-check was taken back and why; nothing, where it stands.
    """
    withdrawal = check.verdict.withdrawn
    if withdrawal is None:
        return ()
    return (NoteView("Withdrawn", date_in_words(withdrawal.date), withdrawal.reason),)


def updated(check: FactCheck, claim: str = "") -> str:
    """
    Return the day of the last change that is more than a typing error, in words.
    """
    day = check.verdict.changed_on(claim)
    return date_in_words(day) if day else ""


def claim_links(
    check: FactCheck, ids: tuple[str, ...], record: Record
) -> tuple[tuple[str, str], ...]:
    """
    Return claims' words with links to their rulings' cards, or to what says that they are gone.
    """
    names = {ruled.claim.id: ruled.claim.claim for ruled in check.claims}
    page, is_gone = check_path(check.slug), check.verdict.status is Status.WITHDRAWN
    return tuple((names[id_], record.to(page, "" if is_gone else claim_id(id_))) for id_ in ids)


def replies(check: FactCheck, record: Record, claim: str = "") -> tuple[NoteView, ...]:
    """
    Make the views of what came of asking for replies.

    Args:
        check: The fact-check.

        record: Notes the links.

        claim: The id of the claim that they must name; all, if none is given.
    """
    notes = []
    for reply in check.verdict.right_of_reply:
        if claim and claim not in reply.claims:
            continue
        outcome = REPLY_OUTCOMES[reply.outcome] + (", asked by {}" if reply.channel else "")
        pattern = f"{outcome}: {{}}" if reply.statement else f"{outcome}."
        text = joined(pattern, *filter(None, (reply.channel, reply.statement)))
        links = () if claim else claim_links(check, reply.claims, record)
        notes.append(NoteView(reply.party, date_in_words(reply.date), text, links))
    return tuple(notes)
