"""
Structured data: a fact-check and its rulings in schema.org's words.

Follows schema.org's ``ClaimReview`` and ``Claim`` and Google's "Fact check (ClaimReview)
structured data": one top-level review for a claim, on the claim's own page; ``ratingValue``,
``bestRating`` and ``worstRating`` as whole numbers (closer to best is truer) or none of the three.
"""

from __future__ import annotations

from typing import Any

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.scale import Scale
from factcheck.model.site import Site
from factcheck.model.values import PartialDate
from factcheck.model.verdict import Party
from factcheck.model.vocabulary import PartyType
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import absolute, check_path, claim_address
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.naming import party_in, topics_of

PARTIES = {PartyType.PERSON: so.PERSON, PartyType.ORGANIZATION: so.ORGANIZATION}


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
            so.CONTEXT: so.SCHEMA_ORG,
            so.TYPE: so.CLAIM_REVIEW,
            so.URL: claim_address(site, check.slug, claim.id),
            so.CLAIM_REVIEWED: claim.claim,
            so.AUTHOR: _desk(site),
            so.DATE_PUBLISHED: verdict.published.text,
            so.DATE_MODIFIED: _text(verdict.changed_on(claim.id)),
            so.IN_LANGUAGE: language_of(claim.claim, verdict.language),
            so.ITEM_REVIEWED: _item(check, ruled),
            so.REVIEW_RATING: _rating(check, ruled),
            so.IS_PART_OF: {so.TYPE: so.ARTICLE, so.ID: absolute(site, check_path(check.slug))},
        }
    )


def article(check: FactCheck, site: Site) -> dict[str, Any]:
    """
    Return a whole fact-check as an ``Article``.

    It is never a ``ClaimReview``: those stand on the claims' own pages, one on each.
    """
    verdict = check.verdict
    url = absolute(site, check_path(check.slug))
    return _without_nothing(
        {
            so.CONTEXT: so.SCHEMA_ORG,
            so.TYPE: so.ARTICLE,
            so.ID: url,
            so.URL: url,
            so.HEADLINE: verdict.title,
            so.DESCRIPTION: verdict.summary,
            so.IN_LANGUAGE: verdict.language,
            so.DATE_PUBLISHED: verdict.published.text,
            so.DATE_MODIFIED: _text(verdict.changed_on()),
            so.AUTHOR: _desk(site),
            so.PUBLISHER: _desk(site),
            so.KEYWORDS_OF: [topic.name for topic in topics_of(check)],
            **_versions(check, site),
        }
    )


def _versions(check: FactCheck, site: Site) -> dict[str, Any]:
    """Name the original of a translation, and the translations of an original."""
    original = check.origin.slug if check.origin else check.slug
    told = {
        one.slug: {
            so.TYPE: so.ARTICLE,
            so.ID: absolute(site, check_path(one.slug)),
            so.IN_LANGUAGE: one.language,
        }
        for one in check.versions
    }
    others = [article for slug, article in told.items() if slug != original]
    return {
        so.TRANSLATION_OF_WORK: told.get(original) if check.origin else None,
        so.WORK_TRANSLATION: None if check.origin else others,
    }


def _item(check: FactCheck, ruled: RuledClaim) -> dict[str, Any]:
    """The claim: its author only where there is a claimant, never somebody it merely names."""
    claim, about = ruled.claim, check.verdict.document
    places = [*claim.appearances, *([about.linked_url] if about.linked_url else [])]
    authors = [_party(check, party) for party in claim.claimant]
    return _without_nothing(
        {
            so.TYPE: so.CLAIM,
            so.AUTHOR: authors[0] if len(authors) == 1 else authors,
            so.DATE_PUBLISHED: claim.claimed.text if claim.claimed else None,
            so.APPEARANCE: [
                {so.TYPE: so.CREATIVE_WORK, so.URL: url} for url in dict.fromkeys(places)
            ],
            so.FIRST_APPEARANCE: (
                {so.TYPE: so.CREATIVE_WORK, so.URL: claim.first_appearance}
                if claim.first_appearance
                else None
            ),
        }
    )


def _rating(check: FactCheck, ruled: RuledClaim) -> dict[str, Any]:
    rating = ruled.rating
    return _without_nothing(
        {
            so.TYPE: so.RATING,
            so.ALTERNATE_NAME: rating.label_in(check.verdict.language),
            so.RATING_EXPLANATION: ruled.claim.reason,
            **_numbers(rating.number, check.scale),
        }
    )


def _numbers(number: int | None, scale: Scale) -> dict[str, int]:
    if number is None:
        return {}
    return {so.RATING_VALUE: number, so.BEST_RATING: scale.best, so.WORST_RATING: scale.worst}


def _party(check: FactCheck, party: Party) -> dict[str, Any]:
    """A party: what the sidecar says of it, and what the desk has registered."""
    entry = check.registry.claimant(party.name)
    kind = (entry.type if entry else None) or party.type
    same_as = list(dict.fromkeys((*party.same_as, *(entry.same_as if entry else ()))))
    return _without_nothing(
        {
            so.TYPE: PARTIES[kind],
            so.NAME: party_in(check, party.name),
            so.JOB_TITLE: party.role if kind is PartyType.PERSON else None,
            so.SAME_AS: same_as[0] if len(same_as) == 1 else same_as,
        }
    )


def _desk(site: Site) -> dict[str, Any]:
    return {so.TYPE: so.ORGANIZATION, so.NAME: site.desk, so.URL: f"{site.url}/"}


def _text(date: PartialDate | None) -> str | None:
    return date.text if date else None


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    """An absent value has no key: an empty one would be read as a statement."""
    return {key: value for key, value in data.items() if value or value == 0}
