"""
What lists and feeds show of a fact-check, made once, together with its own pages.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from factcheck.digest.entries import by_prominence
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import Record
from factcheck.publishing.borrowed import with_borrowed_words
from factcheck.publishing.feeds.entries import Followed, followed
from factcheck.publishing.search.entries import Findable, findable
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.cards import change_card, check_card, ruling_card

CARDS: Final = "components/card.html"


class Part(Enum):
    """
    What of a fact-check a card shows.
    """

    CHECK = "check"
    RULING = "ruling"
    CHANGE = "change"


class Pieces(NamedTuple):
    """
    A fact-check's parts of other pages.
    """

    #: HTML of its card in lists of fact-checks.
    card: str

    #: HTML of each ruling's card in lists of rulings, in the order of the entry's rulings.
    rulings: tuple[str, ...]

    #: HTML of each change's card in the list of corrections, newest first.
    changes: tuple[str, ...]
    feed: Followed

    #: Empty where it is not to be found.
    search: Findable = Findable()

    def of(self, part: Part, place: int) -> str:
        """
        Return one of the cards.
        """
        match part:
            case Part.CHECK:
                return self.card
            case Part.RULING:
                return self.rulings[place]
            case Part.CHANGE:
                return self.changes[place]


def pieces_of(check: FactCheck, record: Record, templates: Templates) -> Pieces:
    """
    Make a fact-check's pieces.

    Args:
        check: The fact-check; readers may see it.

        record: Notes what the pieces link to.

        templates: The theme's.
    """
    is_found = record.site.search and check.verdict.status is not Status.WITHDRAWN
    words = with_borrowed_words(check)
    changes = len(check.verdict.changes) + (check.verdict.withdrawn is not None)
    return Pieces(
        card=card_of(check, Part.CHECK, 0, record, templates),
        rulings=tuple(
            [_ruling_card(words, ruled, record, templates) for ruled in by_prominence(words)]
        ),
        changes=tuple(
            card_of(check, Part.CHANGE, place, record, templates) for place in range(changes)
        ),
        feed=followed(check, record.outward, templates),
        search=findable(check, record) if is_found else Findable(),
    )


def card_of(check: FactCheck, part: Part, place: int, record: Record, templates: Templates) -> str:
    """
    Make the HTML of a card.

    Args:
        check: The fact-check.

        part: What of it the card shows.

        place: Which of its rulings or changes, in the order of its entry.

        record: Notes what the card links to.

        templates: The theme's.
    """
    check = with_borrowed_words(check)
    match part:
        case Part.CHECK:
            return templates.part(CARDS, "check_card", check_card(check, record), record.words)
        case Part.RULING:
            return _ruling_card(check, by_prominence(check)[place], record, templates)
        case Part.CHANGE:
            changed = change_card(check, place, record)
            return templates.part(CARDS, "change_card", changed, record.words)


def _ruling_card(check: FactCheck, ruled: RuledClaim, record: Record, templates: Templates) -> str:
    view = ruling_card(check, ruled, record)
    return templates.part(CARDS, "ruling_card", view, record.words)
