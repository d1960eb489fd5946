"""
Pages that list fact-checks or rulings: the digest, the scale, all rulings with one rating.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcheck.digest.collection import Digest, Ruling
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Rating, Scale, Scales
from factcheck.publishing.addresses import Record, check_path, claim_path
from factcheck.publishing.tally import tally
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.views.site import PageHead, head
from factcheck.publishing.wording import counted, date_in_words, direction


class CheckCard(NamedTuple):
    """
    A fact-check in a list.
    """

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
    topics: tuple[str, ...]

    #: How the rulings came out, as a sentence.
    tally: str


@dataclass(frozen=True, slots=True)
class DigestView:
    """
    The digest: the site's front page.
    """

    head: PageHead
    cards: tuple[CheckCard, ...]
    ratings: tuple[RatingView, ...]


class RulingCard(NamedTuple):
    """
    A ruling in a list.
    """

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


@dataclass(frozen=True, slots=True)
class ScaleView:
    """
    The rating scale with its definitions.
    """

    head: PageHead
    name: str
    #: Each rating with how often it was given, as a sentence.
    ratings: tuple[tuple[RatingView, str], ...]


@dataclass(frozen=True, slots=True)
class RatingPageView:
    """
    All rulings with one rating.
    """

    head: PageHead
    rating: RatingView
    count: str
    rulings: tuple[RulingCard, ...]


def digest_view(digest: Digest, scales: Scales, record: Record) -> DigestView:
    """
    Make the front page's view.
    """
    site = record.site
    title = f"{site.name}: {site.tagline}" if site.tagline else site.name
    return DigestView(
        head=head(record, title, site.tagline or site.name),
        cards=tuple(_check_card(check, record) for check in digest.checks),
        ratings=tuple(
            rating_view(rating, scales.default, record.site.language, record)
            for rating in scales.default.ratings
        ),
    )


def scale_view(digest: Digest, scale: Scale, record: Record) -> ScaleView:
    """
    Make the view of the scale's page.
    """
    name = scale.title.get(record.site.language) or next(iter(scale.title.values()))
    return ScaleView(
        head=head(record, name, "What each rating means, and every ruling that has it."),
        name=name,
        ratings=tuple(
            (
                rating_view(rating, scale, record.site.language, record),
                _ruling_count(len(digest.rulings(scale, rating))),
            )
            for rating in scale.ratings
        ),
    )


def rating_page_view(
    digest: Digest, scale: Scale, rating: Rating, record: Record
) -> RatingPageView:
    """
    Make the view of the page that lists all rulings with a rating.
    """
    rulings = digest.rulings(scale, rating)
    view = rating_view(rating, scale, record.site.language, record)
    return RatingPageView(
        head=head(record, f"Rated {view.label}", view.definition),
        rating=view,
        count=_ruling_count(len(rulings)),
        rulings=tuple(_ruling_card(ruling, record) for ruling in rulings),
    )


def _check_card(check: FactCheck, record: Record) -> CheckCard:
    verdict = check.verdict
    return CheckCard(
        title=verdict.title,
        href=record.to(check_path(check.slug)),
        language=verdict.language,
        direction=direction(verdict.language),
        is_sample=verdict.sample,
        published=date_in_words(verdict.published.as_date),
        published_iso=verdict.published.text,
        rating=rating_view(check.rating, check.scale, verdict.language, record)
        if check.rating
        else None,
        reason=(verdict.reason if check.rating else None) or verdict.summary,
        topics=verdict.topics,
        tally=tally(check),
    )


def _ruling_card(ruling: Ruling, record: Record) -> RulingCard:
    check, claim = ruling.check, ruling.ruled.claim
    return RulingCard(
        claim=claim.claim,
        href=record.to(claim_path(check.slug, claim.id)),
        language=check.verdict.language,
        direction=direction(check.verdict.language),
        rating=rating_view(ruling.ruled.rating, check.scale, check.verdict.language, record),
        reason=claim.reason,
        check_title=check.verdict.title,
        check_href=record.to(check_path(check.slug)),
        published=date_in_words(check.verdict.published.as_date),
        is_sample=check.verdict.sample,
    )


def _ruling_count(count: int) -> str:
    return f"{counted(count, 'ruling has', 'rulings have').capitalize()} this rating."
