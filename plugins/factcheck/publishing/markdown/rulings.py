"""
A ruled claim in a twin.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.verdict import Claim
from factcheck.publishing.markdown.works import evidence
from factcheck.publishing.markdown.writing import (
    CLOSING,
    OPENING,
    Place,
    blocks,
    heading,
    listed,
    prose,
    quoted,
    section,
    seen,
    strong,
    words,
)
from factcheck.publishing.views.ratings import RatingView
from factcheck.publishing.views.rulings import MediaView, PartyView, QuoteView, RulingView


def ruling_in_markdown(ruling: RulingView, claim: Claim, level: int, place: Place) -> str:
    """
    Return a ruling as it stands among others.

    Args:
        ruling: As its page shows it.

        claim: The claim, with the desk's own Markdown.

        level: Of its heading.

        place: Of the page.
    """
    number = place.words.say("above a claim", "Claim %(number)s", number=ruling.number)
    return section(
        heading(level, words(ruling.claim)),
        f"{place.link(number, ruling.href)} · {rated(ruling.rating, place)}",
        *told_of(ruling, claim, place),
        *evidence(ruling.stances, level + 1, place),
    )


def told_of(ruling: RulingView, claim: Claim, place: Place) -> Iterator[str]:
    """
    Give what is told of a ruled claim, but for its evidence.
    """
    yield words(ruling.reason)
    if ruling.quote:
        yield from _quote(ruling.quote, place)
    yield listed(_origin(ruling, place))
    yield prose(claim.explanation)
    if claim.not_verified:
        yield strong(place.say("before what is in doubt", "Not verified"))
        yield prose(claim.not_verified)
    yield from (_media(item, place) for item in ruling.media)


def rated(rating: RatingView, place: Place) -> str:
    """
    Return a rating's word with a link to what it means.
    """
    return strong(place.link(rating.label, rating.href))


def definition(rating: RatingView) -> str:
    """
    Return what a rating means.
    """
    return f"{strong(f'{words(rating.label)}:')} {words(rating.definition)}"


def _quote(quote: QuoteView, place: Place) -> Iterator[str]:
    text = quote.text
    if quote.before or quote.after:
        text = f"{quote.before}{OPENING}{text}{CLOSING}{quote.after}"
    yield quoted(words(seen(text)))
    yield " ".join(filter(None, _below_quote(quote, place)))


def _below_quote(quote: QuoteView, place: Place) -> Iterator[str]:
    yield words(quote.translation)
    if quote.translated_by:
        by = quote.translated_by
        yield place.say("of a quotation", "(translated by %(translator)s)", translator=by)
    yield _way(place.words.say("link", "See these words in the document"), quote.href, place)
    original = place.words.say("link to words", "in the original")
    if quote.is_archive:
        original = place.words.say("link to words", "in the archived copy")
    yield _way(original, quote.original, place)


def _way(text: str, href: str, place: Place) -> str:
    return place.link(text, href) if href else ""


def _origin(ruling: RulingView, place: Place) -> Iterator[str]:
    claimed_by = "; ".join(_party(party, place) for party in ruling.claimant)
    told = (
        (place.words.say("of a claim, before a name or a day", "Claimed by"), claimed_by),
        (
            place.words.say("of a claim, before a name or a day", "Attributed to"),
            words(ruling.attributed_to),
        ),
        (place.words.say("of a claim, before a name or a day", "When"), words(ruling.claimed)),
        (place.words.say("of a claim, before a name or a day", "Where"), words(ruling.venue)),
        (
            place.words.say("of a claim, before a name or a day", "Rated on what was known on"),
            words(ruling.as_of),
        ),
        (
            place.words.say("of a claim, before a name or a day", "To be looked at again by"),
            words(ruling.review_by),
        ),
    )
    for name, value in told:
        if value:
            yield f"{strong(f'{words(name)}:')} {value}"


def _party(party: PartyView, place: Place) -> str:
    return place.strung(place.link(party.name, party.href), words(party.role))


def _media(media: MediaView, place: Place) -> str:
    at = media.passage
    passage = place.say("of a recording", "at %(time)s", time=at) if at else ""
    told = place.strung(words(media.category), passage)
    more = " ".join(filter(None, (words(media.alt), words(media.note))))
    link = _way(media.open_it, media.url, place)
    return blocks(" ".join(filter(None, (strong(words(media.kind)), told, more, link))))
