"""
A ruled claim as a reader meets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup

from factcheck.digest.entries import by_prominence
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.registry import Kind
from factcheck.model.values import PartialDate
from factcheck.model.verdict import Media, Party
from factcheck.model.vocabulary import Display, LinkTo, MediaKind, Stance
from factcheck.publishing.addresses import (
    CLAIMANTS,
    Record,
    check_path,
    claim_id,
    media_id,
    quote_id,
)
from factcheck.publishing.borrowed import in_html, placed, strung
from factcheck.publishing.naming import outlet_of, party_in
from factcheck.publishing.numbering import Numbered, trimmed
from factcheck.publishing.sentences import around, shown_around
from factcheck.publishing.textfragments import to_words
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.views.works import StanceView, Works, stances
from factcheck.publishing.wording import (
    DOCUMENTS_THEMSELVES,
    HOW_MUCH,
    MEDIA_CATEGORIES,
    MEDIA_KINDS,
    OPEN_MEDIA,
    time_in_words,
)
from factcheck.publishing.words import Words, direction

#: What a quotation may open with.
OPENING: Final = "\"'“‘«„‹「『"  # noqa: RUF001 - these are the characters meant


class MediaView(NamedTuple):
    """
    A picture, film or recording that a claim rests on.
    """

    #: ``Image:`` and the like, and what the link to it says.
    kind: str
    open_it: str
    category: str
    passage: str
    url: str
    alt: str
    note: str

    #: The id of its element on the claim's own page.
    id: str


class PartyView(NamedTuple):
    """
    Who made a claim.
    """

    name: str
    role: str
    href: str


class QuoteView(NamedTuple):
    """
    The claimant's words.
    """

    text: str

    #: Whether the words bring their own quotation marks, so that the page adds none.
    is_quotation: bool
    language: str
    direction: str

    #: A link to the words in the document; empty where the document is not shown.
    href: str

    #: A link to the words where the document was published, or to its archived copy; may be empty.
    original: str
    is_archive: bool

    #: The rest of their sentence, on the claim's own page only.
    before: str
    after: str
    translation: str
    translation_language: str
    translation_direction: str
    translated_by: str


class RulingView(NamedTuple):
    """
    One ruled claim.
    """

    number: str
    claim_id: str

    #: The id of its card on the fact-check's page.
    id: str

    #: Its own page.
    href: str
    claim: str
    quote: QuoteView | None

    #: Who made the claim, in words; for the document itself its kind or outlet.
    #: Who made it, each with a link to all rulings on what they claimed; the document has none.
    claimant: tuple[PartyView, ...]
    attributed_to: str
    claimed: str
    venue: str
    rating: RatingView
    reason: str
    explanation: Markup
    stances: tuple[StanceView, ...]

    #: How many works stand on which side, in words.
    evidence_count: str
    not_verified: Markup
    as_of: str
    media: tuple[MediaView, ...]
    appearances: tuple[str, ...]
    first_appearance: str
    review_by: str

    #: The same claim, ruled on before, as ``slug/claim-id`` with a link; none where the page shows
    #: what is related, and these first.
    same_as: tuple[tuple[str, str], ...]


def ruling_views(
    check: FactCheck, numbers: Numbered, works: Works, record: Record
) -> dict[str, RulingView]:
    """
    Make the views of all rulings of a fact-check, by the ids of the claims.

    Args:
        check: The fact-check.

        numbers: Its numbers.

        works: Its listed works.

        record: Notes ids and links of the page that shows them.
    """
    return {
        ruled.claim.id: ruling_view(check, ruled, numbers, works, record)
        for ruled in by_prominence(check)
    }


def ruling_view(
    check: FactCheck, ruled: RuledClaim, numbers: Numbered, works: Works, record: Record
) -> RulingView:
    """
    Make the view of one ruling.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim with its rating and its place.

        numbers: The check's numbers.

        works: Its listed works.

        record: Notes ids and links of the page that shows it.
    """
    claim, words = ruled.claim, record.words
    evidence = stances(check, ruled, works, numbers.how_read, record)
    page = check_path(check.slug)
    card = claim_id(claim.id)
    return RulingView(
        number=numbers.claims[claim.id],
        claim_id=claim.id,
        id=record.id(card) if record.path == page else card,
        href=record.to_claim(check.slug, claim.id),
        claim=claim.claim,
        quote=_quote(check, ruled, record),
        claimant=_claimants(check, claim.claimant, record),
        attributed_to=_parties(check, claim.attributed_to, words),
        claimed=_day(claim.claimed, words),
        venue=claim.venue or "",
        rating=rating_view(ruled.rating, check.scale, check.verdict.language, record),
        reason=claim.reason,
        explanation=in_html(claim.explanation),
        stances=evidence,
        evidence_count=_counted(evidence, words),
        not_verified=in_html(claim.not_verified),
        as_of=_day(claim.as_of, words),
        media=tuple(
            [
                _media(item, words, "" if record.path == page else record.id(media_id(number)))
                for number, item in enumerate(claim.media, start=1)
            ]
        ),
        appearances=claim.appearances,
        first_appearance=claim.first_appearance or "",
        review_by=_day(claim.review_by, words),
        same_as=()
        if record.site.related
        else tuple([(named, record.to_claim(*named.split("/"))) for named in claim.same_as]),
    )


def _quote(check: FactCheck, ruled: RuledClaim, record: Record) -> QuoteView | None:
    quote, translation = ruled.claim.quote, ruled.claim.quote_translation
    if quote is None or ruled.anchor is None:
        return None
    about, document = check.verdict.document, check.document
    language = about.language or check.verdict.language
    page = check_path(check.slug)
    is_shown = about.display is not Display.NONE
    href = record.to(page, quote_id(ruled.claim.id)) if is_shown else ""
    # As the document has it, not as the editor typed it: the marks are the same words.
    anchor = trimmed(ruled.anchor, document.text)
    before, after = ("", "")
    if is_shown and record.path != page:
        before, after = around(document, anchor, language)
    text = " ".join(document.text[anchor.start : anchor.end].split())
    return QuoteView(
        text=text,
        is_quotation=(before or text)[0] in OPENING,
        language=language,
        direction=direction(language),
        href=href,
        original=to_words(
            about.linked_url, document, anchor, shown_around(check, anchor), language
        )
        if about.linked_url
        else "",
        is_archive=about.linked is LinkTo.ARCHIVE,
        before=before,
        after=after,
        translation=translation.text if translation else "",
        translation_language=translation.language if translation else "",
        translation_direction=direction(translation.language) if translation else "",
        translated_by=(translation.by or "") if translation else "",
    )


def _parties(check: FactCheck, parties: Sequence[Party], words: Words) -> str:
    named = [(party_in(check, party.name), party.role) for party in parties]
    return strung("; ", [_named(name, role, words) if role else name for name, role in named])


def _named(name: str, role: str, words: Words) -> str:
    return placed(words.say("person and role", "%(name)s, %(role)s"), name=name, role=role)


def _counted(evidence: Iterable[StanceView], words: Words) -> str:
    return _how_much(tuple([(one.key, len(one.evidence)) for one in evidence]), words)


@lru_cache(maxsize=1024)
def _how_much(counts: tuple[tuple[str, int], ...], words: Words) -> str:
    """Say how much evidence stands on which side; for many claims it is as much."""
    return words.enumerated(
        [words.of(HOW_MUCH[Stance(key)]) % {"number": words.number(n)} for key, n in counts]
    )


def _claimants(
    check: FactCheck, parties: Sequence[Party], record: Record
) -> tuple[PartyView, ...]:
    if not parties:
        return (PartyView(_document_as_claimant(check, record.words), "", ""),)
    return tuple(
        PartyView(party_in(check, party.name), party.role or "", _claimant(check, party, record))
        for party in parties
    )


def _claimant(check: FactCheck, party: Party, record: Record) -> str:
    return record.to_group(CLAIMANTS, check.registry.slug(Kind.CLAIMANTS, party.name))


def _document_as_claimant(check: FactCheck, words: Words) -> str:
    """The document itself speaks: its outlet names it, else its kind does."""
    about = check.verdict.document
    return outlet_of(check) or words.of(DOCUMENTS_THEMSELVES[about.kind])


def _media(media: Media, words: Words, id_: str) -> MediaView:
    is_timed = media.kind is not MediaKind.IMAGE and media.start is not None
    passage = time_in_words(media.start or 0) if is_timed else ""
    if passage and media.end is not None:
        passage = words.say(
            "part of a recording",
            "%(begin)s to %(end)s",
            begin=passage,
            end=time_in_words(media.end),
        )
    return MediaView(
        kind=words.of(MEDIA_KINDS[media.kind]),
        open_it=words.of(OPEN_MEDIA[media.kind]),
        category=words.of(MEDIA_CATEGORIES[media.category]),
        passage=passage,
        url=media.url or "",
        alt=media.alt or "",
        note=media.note or "",
        id=id_,
    )


def _day(date: PartialDate | None, words: Words) -> str:
    return words.date(date) if date else ""
