"""
A fact-check, or one of its claims, as other sites show it in a frame.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.verdict import Change, Withdrawal
from factcheck.model.vocabulary import ChangeKind
from factcheck.publishing.addresses import HOME, Record, absolute, check_path, claim_path
from factcheck.publishing.views.changes import updated
from factcheck.publishing.views.ratings import BadgeView, badge_view
from factcheck.publishing.wording import CHANGE_KINDS
from factcheck.publishing.words import direction


class Correction(NamedTuple):
    """
    What readers should see before anything else.
    """

    kind: str
    date: str
    text: str


class EmbedView(NamedTuple):
    """
    What stands in a frame.
    """

    #: Who says so.
    kicker: str

    #: The claim, or the fact-check's title; and the same where no element can stand.
    heading: str
    title: str
    language: str
    direction: str

    #: The whole address of the page that it is of, and a link to it with its words.
    canonical: str
    href: str
    link: str

    #: None where the whole is not rated, or nothing stands any more.
    rating: BadgeView | None

    #: For the rating, or for taking the fact-check back; the summary where there is neither.
    reason: str
    is_sample: bool

    #: The newest; the page tells all.
    correction: Correction | None

    #: On which day it was taken back, in words; empty where it stands.
    withdrawn: str

    #: Empty where there is nothing that was published.
    published: str
    published_iso: str
    updated: str


def embed_view(check: FactCheck, ruled: RuledClaim | None, record: Record) -> EmbedView:
    """
    Make the view of what stands in a frame.

    Args:
        check: The fact-check.

        ruled: One of its claims; None for the whole.

        record: Notes the link, and knows the words.
    """
    verdict, words = check.verdict, record.words
    if verdict.withdrawn:
        return _withdrawn(check, verdict.withdrawn, record)
    claim, rating = (ruled.claim.id, ruled.rating) if ruled else ("", check.rating)
    path = claim_path(check.slug, claim) if ruled else check_path(check.slug)
    heading = ruled.claim.claim if ruled else verdict.title
    return EmbedView(
        kicker=_kicker(ruled, record),
        heading=heading,
        title=str(heading),
        language=verdict.language,
        direction=direction(verdict.language),
        canonical=absolute(record.site, path),
        href=record.to(path),
        link=words.say("link", "The whole fact-check"),
        rating=badge_view(rating, verdict.language) if rating else None,
        reason=ruled.claim.reason if ruled else verdict.reason or verdict.summary,
        is_sample=verdict.sample,
        correction=_newest(verdict.changes_of(claim), record),
        withdrawn="",
        published=words.date(verdict.published.as_date),
        published_iso=verdict.published.text,
        updated=updated(check, words, claim),
    )


def no_embed_view(record: Record) -> EmbedView:
    """
    Make the view of what stands in a frame whose claim is gone; hosts show it in its stead.
    """
    words = record.words
    heading = words.say("title, in a frame on another site", "This is not here any more")
    return EmbedView(
        kicker=_kicker(None, record),
        heading=heading,
        title=heading,
        language=words.language,
        direction=words.direction,
        canonical=absolute(record.site, HOME),
        href=record.to_list(HOME),
        link=words.say("link", "All fact-checks"),
        rating=None,
        reason=words.say(
            "sentence, in a frame on another site",
            "The claim or fact-check that stood in this frame is no longer published here.",
        ),
        is_sample=False,
        correction=None,
        withdrawn="",
        published="",
        published_iso="",
        updated="",
    )


def _kicker(ruled: RuledClaim | None, record: Record) -> str:
    words, desk = record.words, record.site.desk
    if ruled:
        return words.say(
            "above a claim, in a frame on another site", "Claim checked by %(desk)s", desk=desk
        )
    return words.say(
        "above a title, in a frame on another site", "Fact-check by %(desk)s", desk=desk
    )


def _withdrawn(check: FactCheck, withdrawal: Withdrawal, record: Record) -> EmbedView:
    """Say that the fact-check was taken back: none of its claims is ruled on any more."""
    verdict, words = check.verdict, record.words
    path = check_path(check.slug)
    return no_embed_view(record)._replace(
        heading=verdict.title,
        title=str(verdict.title),
        language=verdict.language,
        direction=direction(verdict.language),
        canonical=absolute(record.site, path),
        href=record.to(path),
        link=words.say("link", "More on this withdrawal"),
        reason=withdrawal.reason,
        is_sample=verdict.sample,
        withdrawn=words.date(withdrawal.date),
    )


def _newest(changes: tuple[Change, ...], record: Record) -> Correction | None:
    for change in changes:
        if change.kind is ChangeKind.CORRECTION:
            words = record.words
            kind = words.of(CHANGE_KINDS[change.kind])
            return Correction(kind, words.date(change.date), change.text)
    return None
