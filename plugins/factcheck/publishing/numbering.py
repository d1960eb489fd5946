"""
Numbers for the quotes of a document: rulings count 1, 2, 3, words not rated a, b, c.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.model.factcheck import Anchor, FactCheck, RuledClaim, UnratedWords
from factcheck.model.vocabulary import ReadAs, UnratedReason
from factcheck.publishing.addresses import claim_id, quote_id

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class NumberedQuote(NamedTuple):
    """
    A quote with its number, and the ids that tie it to what is said of it.
    """

    number: str
    anchor: Anchor
    state: str
    quote_id: str
    card_id: str

    #: The rating's label in the fact-check's language; or else why the words were not rated.
    rating: str = ""
    reason: UnratedReason | None = None

    #: The rating's shape and colour, as the theme names them; empty for words not rated.
    shape: str = ""
    colour: str = ""


class Numbered(NamedTuple):
    """
    A fact-check's rulings and unrated words, numbered in the order of the document.
    """

    #: By claim id.
    claims: dict[str, str]

    #: All rulings, number by number.
    order: tuple[RuledClaim, ...]

    #: By position under ``unrated``.
    unrated: tuple[str, ...]
    quotes: tuple[NumberedQuote, ...]

    #: ``full`` if all works were read in full, ``excerpt`` if none was, else ``partly``.
    how_read: str


def numbered(check: FactCheck) -> Numbered:
    """
    Number a fact-check's rulings and unrated words; claims without a quote come last.
    """
    ruled = sorted(check.claims, key=lambda ruling: _place(ruling.anchor))
    claims = {ruling.claim.id: str(number) for number, ruling in enumerate(ruled, start=1)}
    order = sorted(
        range(len(check.unrated)), key=lambda index: _place(check.unrated[index].anchor)
    )
    letters = {index: letter(position) for position, index in enumerate(order)}
    unrated = tuple(letters[index] for index in range(len(check.unrated)))
    language = check.verdict.language
    quotes = [_ruled(ruling, claims, language) for ruling in ruled if ruling.anchor]
    quotes += [_unrated(words, mark) for words, mark in zip(check.unrated, unrated, strict=True)]
    quotes.sort(key=lambda quote: _place(quote.anchor))
    text = check.document.text
    quotes = [quote._replace(anchor=trimmed(quote.anchor, text)) for quote in quotes]
    return Numbered(claims, tuple(ruled), unrated, tuple(quotes), _how_read(check))


def _how_read(check: FactCheck) -> str:
    read = [item.read for ruled in check.claims for item in ruled.claim.evidence]
    if ReadAs.EXCERPT not in read:
        return "full"
    return "partly" if ReadAs.FULL in read else "excerpt"


def trimmed(anchor: Anchor, text: str) -> Anchor:
    """
    Return a quote's place without the white space at its ends, which may be a line's end.
    """
    words = text[anchor.start : anchor.end]
    start = anchor.start + len(words) - len(words.lstrip())
    return Anchor(start, start + len(words.strip()))


def letter(position: int) -> str:
    """
    Return the mark of the words at a position from 0: a to z, then aa, ab.
    """
    mark = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, len(LETTERS))
        mark = LETTERS[rest] + mark
    return mark


def _place(anchor: Anchor | None) -> tuple[bool, int, int]:
    """Sort by where a quote begins; of two that begin together, the longer first."""
    return (False, anchor.start, -anchor.end) if anchor else (True, 0, 0)


def _ruled(ruling: RuledClaim, numbers: dict[str, str], language: str) -> NumberedQuote:
    id_, rating = ruling.claim.id, ruling.rating
    return NumberedQuote(
        number=numbers[id_],
        anchor=ruling.anchor or Anchor(0, 0),
        state=rating.state.value,
        quote_id=quote_id(id_),
        card_id=claim_id(id_),
        rating=rating.label_in(language),
        shape=rating.shape.value,
        colour=rating.colour.value,
    )


def _unrated(words: UnratedWords, mark: str) -> NumberedQuote:
    return NumberedQuote(
        mark,
        words.anchor,
        "unrated",
        f"unrated-quote-{mark}",
        f"unrated-{mark}",
        reason=words.unrated.reason,
    )
