"""
Structured data: a fact-check and its rulings in schema.org's words.

Follows schema.org's ``ClaimReview`` and ``Claim`` and Google's "Fact check (ClaimReview)
structured data": one top-level review for a claim, on the claim's own page; ``ratingValue``,
``bestRating`` and ``worstRating`` as whole numbers (closer to best is truer) or none of the three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.scale import Scale
from factcheck.model.site import Site
from factcheck.model.values import PartialDate
from factcheck.model.verdict import Party
from factcheck.model.vocabulary import PartyType
from factcheck.publishing.addresses import absolute, check_path, claim_path
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.naming import party_in, topics_of

CONTEXT = "https://schema.org"
PARTIES = {PartyType.PERSON: "Person", PartyType.ORGANIZATION: "Organization"}


def claim_review(check: FactCheck, ruled: RuledClaim, site: Site) -> dict[str, Any]:
    """
    Return one ruling as a ``ClaimReview``.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim with its rating.

        site: Whose review it is.
    """
    claim, verdict = ruled.claim, check.verdict
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": absolute(site, claim_path(check.slug, claim.id)),
            "claimReviewed": claim.claim,
            "author": _desk(site),
            "datePublished": verdict.published.text,
            "dateModified": _text(verdict.changed_on(claim.id)),
            "inLanguage": language_of(claim.claim, verdict.language),
            "itemReviewed": _item(check, ruled),
            "reviewRating": _rating(check, ruled),
            "isPartOf": {"@type": "Article", "@id": absolute(site, check_path(check.slug))},
        }
    )


def amiss(review: dict[str, Any], url: str) -> Iterator[str]:
    """
    Give what a consumer of a review would have to repair, a sentence each.

    Args:
        review: As ``claim_review`` makes it.

        url: The whole address of the page that it stands on.
    """
    rating = review.get("reviewRating", {})
    numbers = [rating.get(key) for key in ("worstRating", "ratingValue", "bestRating")]
    if review.get("url") != url:
        yield f"the review on {url} names another page: {review.get('url')}"
    if not review.get("claimReviewed") or not rating.get("alternateName"):
        yield f"the review on {url} lacks its claim or its rating"
    if any(number is not None for number in numbers) and not _in_order(numbers):
        yield f"the rating on {url} is outside its scale"


def _in_order(numbers: list[Any]) -> bool:
    if not all(isinstance(number, int) for number in numbers):
        return False
    worst, value, best = numbers
    return bool(worst <= value <= best and worst < best)


def article(check: FactCheck, site: Site) -> dict[str, Any]:
    """
    Return a whole fact-check as an ``Article``.

    It is never a ``ClaimReview``: those stand on the claims' own pages, one on each.
    """
    verdict = check.verdict
    url = absolute(site, check_path(check.slug))
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "Article",
            "@id": url,
            "url": url,
            "headline": verdict.title,
            "description": verdict.summary,
            "inLanguage": verdict.language,
            "datePublished": verdict.published.text,
            "dateModified": _text(verdict.changed_on()),
            "author": _desk(site),
            "publisher": _desk(site),
            "keywords": [topic.name for topic in topics_of(check)],
            **_versions(check, site),
        }
    )


def _versions(check: FactCheck, site: Site) -> dict[str, Any]:
    """Name the original of a translation, and the translations of an original."""
    original = check.origin.slug if check.origin else check.slug
    told = {
        one.slug: {
            "@type": "Article",
            "@id": absolute(site, check_path(one.slug)),
            "inLanguage": one.language,
        }
        for one in check.versions
    }
    others = [article for slug, article in told.items() if slug != original]
    return {
        "translationOfWork": told.get(original) if check.origin else None,
        "workTranslation": None if check.origin else others,
    }


def _item(check: FactCheck, ruled: RuledClaim) -> dict[str, Any]:
    """The claim: its author only where there is a claimant, never somebody it merely names."""
    claim, about = ruled.claim, check.verdict.document
    places = [*claim.appearances, *([about.linked_url] if about.linked_url else [])]
    authors = [_party(check, party) for party in claim.claimant]
    return _without_nothing(
        {
            "@type": "Claim",
            "author": authors[0] if len(authors) == 1 else authors,
            "datePublished": claim.claimed.text if claim.claimed else None,
            "appearance": [{"@type": "CreativeWork", "url": url} for url in dict.fromkeys(places)],
            "firstAppearance": (
                {"@type": "CreativeWork", "url": claim.first_appearance}
                if claim.first_appearance
                else None
            ),
        }
    )


def _rating(check: FactCheck, ruled: RuledClaim) -> dict[str, Any]:
    rating = ruled.rating
    return _without_nothing(
        {
            "@type": "Rating",
            "alternateName": rating.label_in(check.verdict.language),
            "ratingExplanation": ruled.claim.reason,
            **_numbers(rating.number, check.scale),
        }
    )


def _numbers(number: int | None, scale: Scale) -> dict[str, int]:
    if number is None:
        return {}
    return {"ratingValue": number, "bestRating": scale.best, "worstRating": scale.worst}


def _party(check: FactCheck, party: Party) -> dict[str, Any]:
    """A party: what the sidecar says of it, and what the desk has registered."""
    entry = check.registry.claimant(party.name)
    kind = (entry.type if entry else None) or party.type
    same_as = list(dict.fromkeys((*party.same_as, *(entry.same_as if entry else ()))))
    return _without_nothing(
        {
            "@type": PARTIES[kind],
            "name": party_in(check, party.name),
            "jobTitle": party.role if kind is PartyType.PERSON else None,
            "sameAs": same_as[0] if len(same_as) == 1 else same_as,
        }
    )


def _desk(site: Site) -> dict[str, Any]:
    return {"@type": "Organization", "name": site.desk, "url": f"{site.url}/"}


def _text(date: PartialDate | None) -> str | None:
    return date.text if date else None


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    """An absent value has no key: an empty one would be read as a statement."""
    return {key: value for key, value in data.items() if value or value == 0}
