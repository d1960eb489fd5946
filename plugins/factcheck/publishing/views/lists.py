"""
Pages that list fact-checks or rulings: the digest, the scale, all rulings with one rating.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from factcheck.digest.collection import Digest
from factcheck.digest.paging import Sheet
from factcheck.model.scale import Rating, Scale, Scales
from factcheck.publishing.addresses import Record, rating_id
from factcheck.publishing.structured.desk import organization
from factcheck.publishing.structured.terms import term_set
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.views.sheets import PagerView, cards, numbered, pager
from factcheck.publishing.views.site import PageHead, head, list_feeds
from factcheck.publishing.words import Words


@dataclass(frozen=True, slots=True)
class DigestView:
    """
    The digest: the site's front page, and its pages of older fact-checks.
    """

    head: PageHead
    #: Whether this is the front page itself.
    is_first: bool
    #: HTML of the fact-checks' cards.
    cards: tuple[Markup, ...]
    ratings: tuple[RatingView, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True)
class ScaleView:
    """
    The rating scale with its definitions.
    """

    head: PageHead
    name: str

    #: Of the name, which need not be the page's.
    language: str

    #: Of the list of ratings.
    id: str

    #: Each rating with how often it was given, as a sentence, and its element's id.
    ratings: tuple[tuple[RatingView, str, str], ...]


@dataclass(frozen=True, slots=True)
class RatingPageView:
    """
    All rulings with one rating.
    """

    head: PageHead
    rating: RatingView

    #: How many rulings there are, as a sentence; empty on the pages of older ones, which last.
    count: str
    #: HTML of the rulings' cards.
    cards: tuple[Markup, ...]
    pager: PagerView | None

    #: The list's own feed; empty where it has none.
    feed: str


def digest_view(path: str, scales: Scales, sheet: Sheet[str], record: Record) -> DigestView:
    """
    Make the view of the front page, or of a page of older fact-checks.

    Args:
        path: Where the list's newest page is written.

        scales: The rating scales.

        sheet: The cards, as HTML.

        record: Notes the links.
    """
    site, words = record.site, record.words
    tagline = record.edition.tagline(site) or site.tagline
    title = f"{site.name}: {tagline}" if tagline else site.name
    return DigestView(
        head=head(record, numbered(title, sheet, words), tagline or site.name)._replace(
            structured_data=() if sheet.number else (organization(site),)
        ),
        is_first=not sheet.number,
        cards=cards(sheet.items),
        ratings=tuple(
            rating_view(rating, scales.default, words.language, record)
            for rating in scales.default.ratings
        ),
        pager=pager(sheet, path, record),
    )


def scale_view(digest: Digest, scale: Scale, record: Record) -> ScaleView:
    """
    Make the view of the scale's page.
    """
    words = record.words
    name = scale.title_in(words.language)
    lead = words.say("rating scale", "What each rating means, and every ruling that has it.")
    return ScaleView(
        head=head(record, name, lead)._replace(
            structured_data=(term_set(scale, record.site, words.language, record.default_scale),)
        ),
        id=record.id(rating_id(scale.id)),
        name=name,
        language=scale.language_of_title(words.language),
        ratings=tuple(
            (
                rating_view(rating, scale, words.language, record),
                _ruling_count(len(digest.rated(scale.id, rating.key)), words),
                record.id(rating_id(scale.id, rating.key)),
            )
            for rating in scale.ratings
        ),
    )


def rating_page_view(
    path: str, scale: Scale, rating: Rating, sheet: Sheet[str], record: Record
) -> RatingPageView:
    """
    Make the view of a page that lists rulings with a rating.

    Args:
        path: Where the list's newest page is written.

        scale: The rating's scale.

        rating: The rating.

        sheet: The cards, as HTML.

        record: Notes the links.
    """
    words = record.words
    view = rating_view(rating, scale, words.language, record)
    title = words.say("title", "Rated %(rating)s", rating=view.label)
    feeds = list_feeds(path, title, record)
    shown = head(record, numbered(title, sheet, words), view.definition)
    return RatingPageView(
        head=shown._replace(links=feeds),
        rating=view,
        count="" if sheet.number else _ruling_count(sheet.total, words),
        cards=cards(sheet.items),
        pager=pager(sheet, path, record),
        feed=feeds[0].href if feeds else "",
    )


def _ruling_count(count: int, words: Words) -> str:
    return words.begun(
        words.count(
            "sentence",
            "%(count)s ruling has this rating.",
            "%(count)s rulings have this rating.",
            count,
        )
    )
