"""
What lists and feeds show of a fact-check, made once, together with its own pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.digest.entries import by_prominence
from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Record
from factcheck.publishing.feed import FeedEntry, feed_entry
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.cards import check_card, ruling_card

CARDS: Final = "components/card.html"


@dataclass(frozen=True, slots=True)
class Pieces:
    """
    A fact-check's parts of other pages.
    """

    #: HTML of its card in lists of fact-checks.
    card: str

    #: HTML of each ruling's card in lists of rulings, in the order of the entry's rulings.
    rulings: tuple[str, ...]
    feed: FeedEntry


def pieces_of(check: FactCheck, record: Record, templates: Templates) -> Pieces:
    """
    Make a fact-check's pieces.

    Args:
        check: The fact-check; readers may see it.

        record: Notes what the pieces link to.

        templates: The theme's.
    """
    return Pieces(
        card=card_of(check, None, record, templates),
        rulings=tuple(card_of(check, at, record, templates) for at in range(len(check.claims))),
        feed=feed_entry(check, record.site),
    )


def card_of(check: FactCheck, place: int | None, record: Record, templates: Templates) -> str:
    """
    Make the HTML of a card.

    Args:
        check: The fact-check.

        place: Which of its rulings, in the order of its entry's; None for the whole.

        record: Notes what the card links to.

        templates: The theme's.
    """
    if place is None:
        return templates.part(CARDS, "check_card", check_card(check, record))
    ruled = by_prominence(check)[place]
    return templates.part(CARDS, "ruling_card", ruling_card(check, ruled, record))
