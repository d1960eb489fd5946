"""
A rating as a reader meets it: word, shape and meaning.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.model.scale import Rating, Scale
from factcheck.publishing.addresses import Record, rating_path


class RatingView(NamedTuple):
    """
    One rating in one language.
    """

    key: str
    label: str

    #: Of the label, which need not be the page's.
    language: str
    definition: str

    #: Of the definition.
    definition_language: str

    #: ``holds-up``, ``does-not`` or ``open``.
    state: str

    #: Names that the theme knows.
    colour: str
    shape: str
    number: int | None
    href: str


class BadgeView(NamedTuple):
    """
    A rating's word and sign, where no link stands.
    """

    label: str
    language: str
    colour: str
    shape: str


def badge_view(rating: Rating, language: str) -> BadgeView:
    """
    Make the view of a rating's badge.
    """
    return BadgeView(
        label=rating.label_in(language),
        language=rating.language_of_label(language),
        colour=rating.colour.value,
        shape=rating.shape.value,
    )


def rating_view(rating: Rating, scale: Scale, language: str, record: Record) -> RatingView:
    """
    Make a rating's view.
    """
    path = rating_path(rating.key, scale.id, record.default_scale)
    # Equal ratings may name their languages in another order, and the first one is the one shown
    # where there are no words in a language.
    return _view(rating, (*rating.label, *rating.definition), language, record.to_list(path))


@lru_cache(maxsize=4096)
def _view(rating: Rating, _: tuple[str, ...], language: str, href: str) -> RatingView:
    """Make a view; a digest has few, and shows each thousands of times."""
    return RatingView(
        key=rating.key,
        label=rating.label_in(language),
        language=rating.language_of_label(language),
        definition=rating.definition_in(language),
        definition_language=rating.language_of_definition(language),
        state=rating.state.value,
        colour=rating.colour.value,
        shape=rating.shape.value,
        number=rating.number,
        href=href,
    )
