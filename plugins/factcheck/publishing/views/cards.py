"""
A fact-check, and a ruling, as lists show them.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.tally import tally
from factcheck.publishing.views.changes import NoteView, changes, taken_back
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.words import direction


class CheckCard(NamedTuple):
    """
    A fact-check in a list.
    """

    #: Of the card's own words.
    spoken: str

    title: str
    href: str
    language: str
    direction: str
    is_sample: bool
    published: str
    published_iso: str
    rating: RatingView | None

    #: The reason for the rating, or the summary where the whole is not rated.
    reason: str

    #: How the rulings came out, as a sentence.
    tally: str


class RulingCard(NamedTuple):
    """
    A ruling in a list.
    """

    #: Of the card's own words.
    spoken: str

    claim: str
    href: str
    language: str
    direction: str
    rating: RatingView
    reason: str
    check_title: str
    check_href: str
    published: str
    is_sample: bool


class ChangeCard(NamedTuple):
    """
    A change after publication, in the list of all.
    """

    #: Of the card's own words.
    spoken: str

    note: NoteView
    language: str
    direction: str
    check_title: str
    check_href: str


def check_card(check: FactCheck, record: Record) -> CheckCard:
    """
    Make the view of a fact-check's card.
    """
    verdict = check.verdict
    return CheckCard(
        spoken=record.words.language,
        title=verdict.title,
        href=record.to(check_path(check.slug)),
        language=verdict.language,
        direction=direction(verdict.language),
        is_sample=verdict.sample,
        published=record.words.date(verdict.published.as_date),
        published_iso=verdict.published.text,
        rating=rating_view(check.rating, check.scale, verdict.language, record)
        if check.rating
        else None,
        reason=(verdict.reason if check.rating else None) or verdict.summary,
        tally=tally(check, record.words),
    )


def ruling_card(check: FactCheck, ruled: RuledClaim, record: Record) -> RulingCard:
    """
    Make the view of a ruling's card.
    """
    claim = ruled.claim
    return RulingCard(
        spoken=record.words.language,
        claim=claim.claim,
        href=record.to_claim(check.slug, claim.id),
        language=check.verdict.language,
        direction=direction(check.verdict.language),
        rating=rating_view(ruled.rating, check.scale, check.verdict.language, record),
        reason=claim.reason,
        check_title=check.verdict.title,
        check_href=record.to(check_path(check.slug)),
        published=record.words.date(check.verdict.published.as_date),
        is_sample=check.verdict.sample,
    )


def change_card(check: FactCheck, place: int, record: Record) -> ChangeCard:
    """
    Make the view of a change's card.

    Args:
        check: The fact-check.

        place: Which of its changes, newest first, after being taken back.

        record: Notes the links.
    """
    return ChangeCard(
        spoken=record.words.language,
        note=(*taken_back(check, record.words), *changes(check, record))[place],
        language=check.verdict.language,
        direction=direction(check.verdict.language),
        check_title=check.verdict.title,
        check_href=record.to(check_path(check.slug)),
    )
