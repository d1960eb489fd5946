"""
The twin of a claim's page.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.verdict import Claim
from factcheck.publishing.markdown import notes
from factcheck.publishing.markdown.rulings import definition, rated, told_of
from factcheck.publishing.markdown.works import evidence
from factcheck.publishing.markdown.writing import (
    HERE,
    Place,
    address,
    blocks,
    heading,
    section,
    words,
)
from factcheck.publishing.views.claims import ClaimView, Neighbour
from factcheck.publishing.views.rulings import RulingView


def claim_in_markdown(page: ClaimView, claim: Claim, place: Place) -> str:
    """
    Return the twin of a claim's page, without its front matter.

    Args:
        page: What it shows.

        claim: The claim, with the desk's own Markdown.

        place: Of the page.
    """
    ruling = page.ruling
    return blocks(
        heading(1, words(ruling.claim)),
        notes.languages(page.versions, place),
        notes.notices(page.how_read, place, is_sample=page.is_sample),
        *notes.corrections(page.changes, place),
        _kicker(page, place),
        rated(ruling.rating, place),
        *told_of(ruling, claim, place),
        notes.byline(page, place),
        _evidence(ruling, place),
        notes.section_of(
            place.say("heading", "Right of reply"), notes.replies(page.replies, place)
        ),
        notes.section_of(place.say("heading", "Changes"), notes.changes(page.changes, place)),
        notes.section_of(
            place.say("heading", "Where the claim appeared"), _appearances(ruling, place)
        ),
        notes.section_of(
            place.say("heading", "The same claim, ruled on before"),
            (place.link(name, href) for name, href in ruling.same_as),
        ),
        definition(ruling.rating),
        place.link(place.words.say("link", "The whole fact-check"), page.check_href),
        _neighbours(page, place),
        notes.cite(page.citation, place),
    )


def _kicker(page: ClaimView, place: Place) -> str:
    number = page.ruling.number
    told = place.say(
        "above a claim", "Claim %(number)s in %(fact_check)s", number=number, fact_check=HERE
    )
    return told.replace(HERE, place.link(page.check_title, page.check_href))


def _evidence(ruling: RulingView, place: Place) -> str:
    count = words(place.words.begun(ruling.evidence_count))
    stances = evidence(ruling.stances, 3, place)
    title = heading(2, place.say("heading", "Evidence"))
    return section(title, f"{count}.", *stances) if ruling.stances else ""


def _appearances(ruling: RulingView, place: Place) -> Iterator[str]:
    if ruling.first_appearance:
        first = place.say("before an address: where the claim appeared first", "First:")
        yield f"{first} {address(ruling.first_appearance)}"
    yield from map(address, ruling.appearances)


def _neighbours(page: ClaimView, place: Place) -> str:
    found = []
    if page.previous:
        number = page.previous.number
        where = place.say("above a claim", "Before this one: claim %(number)s", number=number)
        found.append(_neighbour(where, page.previous, place))
    if page.next:
        number = page.next.number
        where = place.say("above a claim", "After this one: claim %(number)s", number=number)
        found.append(_neighbour(where, page.next, place))
    title = place.say("heading", "Other claims in the same document")
    return notes.section_of(title, found)


def _neighbour(where: str, other: Neighbour, place: Place) -> str:
    return f"{where}: {place.link(other.claim, other.href)} ({words(other.rating.label)})"
