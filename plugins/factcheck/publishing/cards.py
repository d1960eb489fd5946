"""
Share cards: what the picture shows that stands for a fact-check or a key claim elsewhere.

Nothing is drawn here; ``adapters/drawing`` does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Rating
from factcheck.model.vocabulary import Prominence
from factcheck.publishing.addresses import card_path, check_path, claim_path
from factcheck.publishing.borrowed import language_of, with_borrowed_words
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.palette import BLACK, RGB, WHITE, Palette
from factcheck.publishing.tally import tally
from factcheck.publishing.templates import Templates
from factcheck.publishing.words import Words, direction

#: The theme's component that draws the shapes of ratings.
SHAPE = "components/shape.html"


class CardBadge(NamedTuple):
    """
    A rating's sign on a card.
    """

    label: str
    language: str

    #: As the theme draws it: an ``svg`` element.
    shape: str
    ink: RGB
    field: RGB


class CardView(NamedTuple):
    """
    What a card shows; it is another card only where any of this is another.
    """

    site: str

    #: Who checked; empty where the site's name says so.
    desk: str

    #: What the text is.
    kind: str
    notice: str

    #: Of all these.
    language: str
    is_rtl: bool

    #: The claim, or the fact-check's title.
    text: str
    text_language: str
    is_text_rtl: bool

    #: None where the whole document is not rated.
    badge: CardBadge | None

    #: How its rulings came out, where there is no badge.
    counts: str
    page_colour: RGB
    text_colour: RGB


class CardMaker:
    """
    Makes the views of cards.
    """

    def __init__(self, page: PageMaker, templates: Templates, palette: Palette) -> None:
        """
        Take what every card needs.

        Args:
            page: Knows the site and its languages.

            templates: Draw the shapes.

            palette: The theme's colours.
        """
        self._page = page
        self._templates = templates
        self._palette = palette
        self._badges = dict[tuple[str, str], CardBadge]()

    def __call__(self, check: FactCheck) -> Iterator[tuple[str, CardView]]:
        """
        Give the cards of a fact-check, each with the path where it is written.

        There is one for the fact-check and, where claims have pages, for each key claim.
        """
        site, verdict = self._page.site, check.verdict
        if not site.cards or verdict.withdrawn is not None:
            return
        check = with_borrowed_words(check)
        words = self._page.editions.of(verdict.language).words
        kind = words.say("on a share card, above a fact-check's title", "Fact-check")
        title = check.verdict.title
        yield (
            card_path(check_path(check.slug)),
            self._view(check, kind, title, check.rating, words),
        )
        kind = words.say("on a share card, above a claim", "Claim")
        for ruled in check.claims if site.claim_pages else ():
            if ruled.claim.prominence is Prominence.KEY:
                path = card_path(claim_path(check.slug, ruled.claim.id))
                yield path, self._view(check, kind, ruled.claim.claim, ruled.rating, words)

    def _view(
        self, check: FactCheck, kind: str, text: str, rating: Rating | None, words: Words
    ) -> CardView:
        site, language = self._page.site, check.verdict.language
        spoken = language_of(text, language)
        return CardView(
            site=site.name,
            desk=site.desk if site.desk != site.name else "",
            kind=kind,
            notice=words.say("sentence", "This is a sample.") if check.verdict.sample else "",
            language=words.language,
            is_rtl=direction(language) == "rtl",
            text=str(text),
            text_language=spoken,
            is_text_rtl=direction(spoken) == "rtl",
            badge=self._badge(rating, language) if rating else None,
            counts="" if rating else tally(check, words),
            page_colour=self._palette.colour("color-page", WHITE),
            text_colour=self._palette.colour("color-text", BLACK),
        )

    def _badge(self, rating: Rating, language: str) -> CardBadge:
        colour, shape = rating.colour.value, rating.shape.value
        drawn = self._templates.part(SHAPE, "shape", shape, self._page.editions.main.words)
        return CardBadge(
            label=rating.label_in(language),
            language=rating.language_of_label(language),
            shape=drawn,
            ink=self._palette.colour(f"rating-{colour}-ink", BLACK),
            field=self._palette.colour(f"rating-{colour}-fill", WHITE),
        )
