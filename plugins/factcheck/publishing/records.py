"""
A fact-check as data: all that its pages say, beside it as JSON.

Feeds and the exports in ``/data/`` are made from these files, one after the other, so that no
process ever holds the digest. ``exports/shapes.py`` tells what each key means; the keys are the
sidecar's wherever it has one. Rule 1: a key is always there; what is not known is null. Rule 2:
what the page hides is not here either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.registry import Kind
from factcheck.model.scale import Rating
from factcheck.model.site import Site
from factcheck.model.values import PartialDate
from factcheck.model.verdict import Claim, Evidence, Media, Party, Quote, Work
from factcheck.model.vocabulary import LinkTo
from factcheck.publishing.addresses import (
    absolute,
    check_path,
    claim_path,
    record_path,
    ruling_address,
)
from factcheck.publishing.borrowed import Borrowed, language_of, with_borrowed_words
from factcheck.publishing.feeds.content import content
from factcheck.publishing.file import File
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.naming import known_party, outlet_of, topics_of
from factcheck.publishing.numbering import Numbered, numbered, trimmed
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.structured.review import claim_review
from factcheck.publishing.templates import Templates

#: The version of the shape that records have.
FORMAT: Final = 1

Record = dict[str, Any]


def record_file(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:
    """
    Give a fact-check as data, if the site offers that.
    """
    if page.site.data:
        told = with_content(record_of(check, page), check, page, templates)
        yield File(record_path(check.slug), encoded(told).encode())


def with_content(
    record: dict[str, Any], check: FactCheck, page: PageMaker, templates: Templates
) -> dict[str, Any]:
    """
    Add to a fact-check as data how it, and each of its rulings, is read in full (HTML).
    """
    outward = page.record(check_path(check.slug), page.editions.of(check.verdict.language)).outward
    # The first is the fact-check's own page, with all of its rulings.
    rulings = page.pages_of(check)[0].view.overview
    full = content(check, rulings, outward, templates)
    for claim in record["claims"]:
        claim["content_html"] = full.rulings[claim["id"]]
    return {**record, "content_html": full.whole}


def withdrawn_file(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give what remains as data of a fact-check that was taken back.
    """
    if page.site.data:
        data = encoded(withdrawn_record(check, page.site)).encode()
        yield File(record_path(check.slug), data)


def record_of(check: FactCheck, page: PageMaker) -> Record:
    """
    Return a fact-check as data.
    """
    reviews = _reviews(check, page)
    check = with_borrowed_words(check)
    site, numbers = page.site, numbered(check)
    record = {
        **_beginning(check, site),
        **_said(check),
        "document": _document(check),
        "claims": [
            {**_claim(check, ruled, numbers, site), "review": reviews[ruled.claim.id]}
            for ruled in check.claims
        ],
        "unrated": _unrated(check, numbers),
        "works": [
            {"number": number, **_work(work, id_)}
            for number, (id_, work) in enumerate(check.verdict.works.items(), start=1)
        ],
        **_background(check),
        "changes": _changes(check),
        **_publisher(site),
    }
    borrowed = check.origin.borrowed if check.origin else ()
    return {**record, "untranslated": list(_borrowed_in(record, "")) if borrowed else []}


def _reviews(check: FactCheck, page: PageMaker) -> dict[str, Record]:
    """Take every claim's review from its page; make it where claims have no pages."""
    if not page.site.claim_pages:
        told = with_borrowed_words(check)
        return {ruled.claim.id: claim_review(told, ruled, page.site) for ruled in told.claims}
    views = {made.path: made.view for made in page.pages_of(check)}
    return {
        ruled.claim.id: views[claim_path(check.slug, ruled.claim.id)].head.structured_data[0]
        for ruled in check.claims
    }


def withdrawn_record(check: FactCheck, site: Site) -> Record:
    """
    Return what remains as data of a fact-check that was taken back: why, and what was corrected.
    """
    taken_back = check.verdict.withdrawn
    if taken_back is None:
        msg = f"{check.sidecar} is not withdrawn"
        raise ValueError(msg)
    successor = taken_back.replaced_by
    return {
        **_beginning(check, site),
        "withdrawn": {
            "date": taken_back.date.text,
            "reason": taken_back.reason,
            "replaced_by": successor,
            "replaced_by_url": absolute(site, check_path(successor)) if successor else None,
            "inherited": bool(check.origin and check.origin.is_withdrawn_with_it),
        },
        "changes": _changes(check),
        **_publisher(site),
    }


def _beginning(check: FactCheck, site: Site) -> Record:
    """What is told of a fact-check, whether it stands or was taken back."""
    verdict = check.verdict
    return {
        "format": FORMAT,
        "status": "withdrawn" if verdict.withdrawn else "published",
        "slug": check.slug,
        "url": absolute(site, check_path(check.slug)),
        "title": verdict.title,
        "language": verdict.language,
        "translation_of": check.origin.slug if check.origin else None,
        "sample": verdict.sample,
        "published": verdict.published.text,
        "former_slugs": list(verdict.former_slugs),
        "versions": [
            {
                "slug": one.slug,
                "language": one.language,
                "url": absolute(site, check_path(one.slug)),
            }
            for one in check.versions
        ],
    }


def _said(check: FactCheck) -> Record:
    """The outcome for the document, and by whom."""
    verdict = check.verdict
    return {
        "updated": _day(verdict.changed_on()),
        "authors": list(verdict.authors),
        "topics": [{"name": topic.name, "slug": topic.slug} for topic in topics_of(check)],
        "scale": check.scale.id,
        "rating": _rating(check, check.rating) if check.rating else None,
        "reason": verdict.reason if check.rating else None,
        "summary": verdict.summary,
        "what_is_known": verdict.what_is_known,
    }


def _publisher(site: Site) -> Record:
    return {
        "publisher": {"name": site.desk, "url": f"{site.url}/"},
        "license": site.license or None,
    }


def _document(check: FactCheck) -> Record:
    """The document as its page names it: no address but the one that readers are shown."""
    about = check.verdict.document
    return {
        "title": about.title or check.document.title or None,
        "kind": about.kind.value,
        "outlet": {
            "name": outlet_of(check),
            "slug": check.registry.slug(Kind.OUTLETS, about.outlet),
        }
        if about.outlet
        else None,
        "author": about.author,
        "published": _day(about.published),
        "language": about.language or check.verdict.language,
        "url": about.linked_url,
        "archived": about.linked is LinkTo.ARCHIVE,
        "display": about.display.value,
        "content_warning": list(about.content_warning),
    }


def _claim(check: FactCheck, ruled: RuledClaim, numbers: Numbered, site: Site) -> Record:
    claim, verdict = ruled.claim, check.verdict
    return {
        "id": claim.id,
        "number": int(numbers.claims[claim.id]),
        "url": ruling_address(site, check.slug, claim.id),
        "prominence": claim.prominence.value,
        "claim": claim.claim,
        "language": language_of(claim.claim, verdict.language),
        "quote": _quote(check, ruled),
        **_origin(check, claim),
        "rating": _rating(check, ruled.rating),
        "reason": claim.reason,
        "explanation": claim.explanation,
        "evidence": [_evidence(check, item) for item in claim.evidence],
        "as_of": _day(claim.as_of),
        "not_verified": claim.not_verified,
        "media": [_media(item) for item in claim.media],
        "review_by": _day(claim.review_by),
        "same_as": list(claim.same_as),
        "updated": _day(verdict.changed_on(claim.id)),
    }


def _origin(check: FactCheck, claim: Claim) -> Record:
    return {
        "claimants": [_party(check, party) for party in claim.claimant],
        "attributed_to": [_party(check, party) for party in claim.attributed_to],
        "claimed": _day(claim.claimed),
        "venue": claim.venue,
        "appearances": list(claim.appearances),
        "first_appearance": claim.first_appearance,
    }


def _quote(check: FactCheck, ruled: RuledClaim) -> Record | None:
    """The words as the document has them, white space aside, as the page shows them."""
    quote, translation = ruled.claim.quote, ruled.claim.quote_translation
    if not isinstance(quote, Quote) or ruled.anchor is None:
        return None
    anchor = trimmed(ruled.anchor, check.document.text)
    return {
        "text": " ".join(check.document.text[anchor.start : anchor.end].split()),
        "language": check.verdict.document.language or check.verdict.language,
        "translation": {
            "text": translation.text,
            "language": translation.language,
            "by": translation.by,
        }
        if translation
        else None,
    }


def _party(check: FactCheck, party: Party) -> Record:
    known = known_party(check, party)
    return {
        "name": known.name,
        "slug": known.slug,
        "type": known.type.value,
        "role": known.role or None,
        "same_as": list(known.same_as),
    }


def _rating(check: FactCheck, rating: Rating) -> Record:
    scale, has_number = check.scale, rating.number is not None
    return {
        "key": rating.key,
        "label": rating.label_in(check.verdict.language),
        "number": rating.number,
        "best": scale.best if has_number else None,
        "worst": scale.worst if has_number else None,
        "scale": scale.id,
    }


def _evidence(check: FactCheck, item: Evidence) -> Record:
    listed = check.verdict.works.get(item.work or "")
    return {
        "stance": item.stance.value,
        "finding": item.finding,
        "excerpt": item.excerpt,
        "excerpt_translation": item.excerpt_translation,
        "locator": item.locator,
        "read": item.read.value,
        "accessed": _day(item.accessed),
        "work": _work(listed or item, item.work if listed else None),
    }


def _work(work: Work | Evidence, id_: str | None) -> Record:
    return {
        "id": id_,
        "title": work.title,
        "title_supplied": work.title_supplied,
        "url": work.url,
        "archived_url": work.archived_url,
        "publisher": work.publisher,
        "published": _day(work.published),
        "language": work.language,
        "kind": work.kind.value,
        "interests": work.interests,
        "derived_from": work.derived_from,
    }


def _media(media: Media) -> Record:
    return {
        "kind": media.kind.value,
        "url": media.url,
        "category": media.category.value,
        "start": media.start,
        "end": media.end,
        "alt": media.alt,
        "note": media.note,
    }


def _unrated(check: FactCheck, numbers: Numbered) -> list[Record]:
    text = check.document.text
    return [
        {
            "letter": letter,
            "quote": " ".join(text[words.anchor.start : words.anchor.end].split()),
            "reason": words.unrated.reason.value,
            "note": words.unrated.note,
        }
        for words, letter in zip(check.unrated, numbers.unrated, strict=True)
    ]


def _background(check: FactCheck) -> Record:
    """How it was checked, and what was asked of whom."""
    verdict = check.verdict
    return {
        "groups": [
            {"id": one.id, "title": one.title, "text": one.text, "claims": list(one.claims)}
            for one in verdict.groups
        ],
        "selection": {
            "reason": verdict.selection.reason,
            "reader_submitted": verdict.selection.reader_submitted,
        }
        if verdict.selection
        else None,
        "methodology": verdict.methodology,
        "not_verified": verdict.not_verified,
        "disclosures": [{"person": one.person, "text": one.text} for one in verdict.disclosures],
        "signoffs": [
            {"name": one.name, "role": one.role.value, "date": one.date.text}
            for one in verdict.signoffs
        ],
        "right_of_reply": [
            {
                "party": one.party,
                "claims": list(one.claims),
                "date": one.date.text,
                "channel": one.channel,
                "outcome": one.outcome.value,
                "statement": one.statement,
            }
            for one in verdict.right_of_reply
        ],
    }


def _changes(check: FactCheck) -> list[Record]:
    """All changes, newest first."""
    verdict, origin = check.verdict, check.origin
    inherited = {id(change) for change in verdict.changes[: origin.changes if origin else 0]}
    return [
        {
            "date": change.date.text,
            "kind": change.kind.value,
            "claims": list(change.claims),
            "text": change.text,
            "inherited": id(change) in inherited,
        }
        for change in verdict.changes_of()
    ]


def _day(date: PartialDate | None) -> str | None:
    return date.text if date else None


def _borrowed_in(value: Any, place: str) -> Iterator[str]:  # noqa: ANN401
    """Name the texts that are in the original's language (JSON Pointer, RFC 6901)."""
    if isinstance(value, Borrowed):
        yield place
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _borrowed_in(one, f"{place}/{key}") if key != "review" else ()
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _borrowed_in(one, f"{place}/{at}")
