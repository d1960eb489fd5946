"""
What stands beside a page in the digest.

A page is rendered from its own two files, before anybody knows its neighbours; so the theme leaves
a slot for them, which is filled in when all fact-checks have been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from factcheck.digest.entries import Entry
from factcheck.digest.relations import Neighbours, Related, Tie
from factcheck.publishing.addresses import Record, check_path, claim_path
from factcheck.publishing.pieces import Part
from factcheck.publishing.templates import Templates
from factcheck.publishing.words import Said, direction

#: Where the theme's templates leave the slot.
SLOT: Final = "<!-- neighbours -->"

#: The templates in which that is a slot; in another page it would be words of the desk's.
WITH_SLOT: Final = frozenset({"check.html", "claim.html"})

#: What fills it.
TEMPLATE: Final = "components/neighbours.html"

TIES: Final = {
    Tie.CLAIM: Said("why another is related", "Rules on the same claim"),
    Tie.WORDS: Said("why another is related", "A claim in nearly the same words"),
    Tie.WORK: Said("why another is related", "Rests on the same source"),
    Tie.CLAIMANT: Said("why another is related", "The same claimant"),
    Tie.TOPIC: Said("why another is related", "The same topic"),
}
RELATED: Final = {
    Part.CHECK: Said("heading", "Related fact-checks"),
    Part.RULING: Said("heading", "Related rulings"),
}


class Step(NamedTuple):
    """
    A fact-check before or after another, as it is known to the page of the other.
    """

    #: ``newer`` or ``older``.
    way: str
    slug: str
    title: str
    language: str


class Card(NamedTuple):
    """
    Something related, by the fact-check's part that shows it.
    """

    slug: str
    part: Part
    place: int
    tie: Tie


class Beside(NamedTuple):
    """
    What stands beside one page; plain data, by which it can be told from what stood there before.
    """

    path: str

    #: What the page shows: a fact-check, or a ruling.
    of: Part

    #: The language of the fact-check.
    language: str
    steps: tuple[Step, ...]
    related: tuple[Card, ...]


class StepView(NamedTuple):
    """
    The way to the fact-check before or after.
    """

    way: str
    words: str
    rel: str
    href: str
    title: str
    language: str
    direction: str


class RelatedView(NamedTuple):
    """
    Something related, and why.
    """

    why: str
    card: Markup


class NeighboursView(NamedTuple):
    """
    What fills a page's slot.
    """

    title: str
    steps: tuple[StepView, ...]
    related: tuple[RelatedView, ...]


def beside(
    check: Entry, newer: Entry | None, older: Entry | None, around: Neighbours
) -> Iterator[Beside]:
    """
    Give what stands beside each page of a fact-check: its own, and those of its claims.

    Args:
        check: The fact-check.

        newer: The one before it in the digest.

        older: The one after it.

        around: Its neighbours.
    """
    steps = (_step("newer", newer), _step("older", older))
    related = tuple(_card(Part.CHECK, one) for one in around.checks)
    path = check_path(check.slug)
    shown = tuple(filter(None, steps))
    yield Beside(path, Part.CHECK, check.language, shown, related)
    for ruled, others in zip(check.rulings, around.rulings, strict=True):
        cards = tuple(_card(Part.RULING, one) for one in others)
        path = claim_path(check.slug, ruled.id)
        yield Beside(path, Part.RULING, check.language, (), cards)


def filling(beside: Beside, cards: Iterable[str], record: Record, templates: Templates) -> str:
    """
    Return the HTML that fills a page's slot; nothing, where nothing stands beside the page.

    Args:
        beside: What stands there.

        cards: HTML of what is related, as lists show it, in order.

        record: Notes the links, but for those of the cards.

        templates: The theme's.
    """
    if not beside.steps and not beside.related:
        return ""
    words, shown = record.words, zip(beside.related, cards, strict=True)
    view = NeighboursView(
        title=words.of(RELATED[beside.of]),
        steps=tuple([_step_view(step, record) for step in beside.steps]),
        # The card's template has escaped every text in it.
        related=tuple([RelatedView(words.of(TIES[one.tie]), Markup(card)) for one, card in shown]),  # noqa: S704
    )
    return templates.part(TEMPLATE, "neighbours", view, words)


def _step(way: str, check: Entry | None) -> Step | None:
    return Step(way, check.slug, check.title, check.language) if check else None


def _card(part: Part, one: Related) -> Card:
    return Card(one.slug, part, one.place if part is Part.RULING else 0, one.tie)


def _step_view(step: Step, record: Record) -> StepView:
    is_newer, words = step.way == "newer", record.words
    return StepView(
        way=step.way,
        words=words.say("link to a fact-check", "Newer")
        if is_newer
        else words.say("link to a fact-check", "Older"),
        # As on lists: what is newer comes before.
        rel="prev" if is_newer else "next",
        href=record.to(check_path(step.slug)),
        title=step.title,
        language=step.language,
        direction=direction(step.language),
    )
