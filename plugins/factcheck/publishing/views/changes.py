"""
Dated or named notes: what changed after publication, replies, disclosures, sign-offs.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.model.verdict import RightOfReply
from factcheck.model.vocabulary import ChangeKind
from factcheck.publishing.addresses import Record
from factcheck.publishing.borrowed import placed
from factcheck.publishing.views.claim_links import claim_links
from factcheck.publishing.views.history import ratings_changed
from factcheck.publishing.views.ratings import BadgeView
from factcheck.publishing.wording import CHANGE_KINDS, REPLY_OUTCOMES
from factcheck.publishing.words import Words


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

    #: The ratings that were changed: each before and after.
    ratings: tuple[tuple[BadgeView, ...], ...] = ()

    #: What came of asking somebody, in words; empty in other notes.
    outcome: str = ""


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
            record.words.of(CHANGE_KINDS[change.kind]),
            record.words.date(change.date),
            change.text,
            () if claim else claim_links(check, change.claims, record),
            change.kind is ChangeKind.CORRECTION,
            ratings_changed(check, change) if check.history else (),
        )
        for change in check.verdict.changes_of(claim)
    )


def taken_back(check: FactCheck, words: Words) -> tuple[NoteView, ...]:
    """
    Say that a fact-check was taken back and why; nothing, where it stands.
    """
    withdrawal = check.verdict.withdrawn
    if withdrawal is None:
        return ()
    title = words.say("kind of change", "Withdrawn")
    return (NoteView(title, words.date(withdrawal.date), withdrawal.reason),)


def updated(check: FactCheck, words: Words, claim: str = "") -> str:
    """
    Return the day of the last change that is more than a typing error, in words.
    """
    day = check.verdict.changed_on(claim)
    return words.date(day) if day else ""


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
        links = () if claim else claim_links(check, reply.claims, record)
        date = record.words.date(reply.date)
        outcome = _outcome(reply, record.words)
        notes.append(NoteView(reply.party, date, reply.statement or "", links, outcome=outcome))
    return tuple(notes)


def _outcome(reply: RightOfReply, words: Words) -> str:
    outcome = words.of(REPLY_OUTCOMES[reply.outcome])
    if not reply.channel:
        return outcome
    pattern = words.say(
        "what came of asking for a reply, and how it was asked for",
        "%(outcome)s, asked by %(channel)s",
    )
    return placed(pattern, outcome=outcome, channel=reply.channel)
