"""
A ruling, as schema.org's ``ClaimReview``.

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
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import CLAIM, absolute, check_path, ruling_address
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.structured.corrections import corrections
from factcheck.publishing.structured.desk import desk
from factcheck.publishing.structured.media import media_review_ids
from factcheck.publishing.structured.parties import claimant
from factcheck.publishing.structured.stating import day, on_top, one_or_all, stated
from factcheck.publishing.structured.terms import term_id
from factcheck.publishing.structured.works import document_name


def claim_review(check: FactCheck, ruled: RuledClaim, site: Site) -> dict[str, Any]:
    """
    Return one ruling as a ``ClaimReview``.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim with its rating.

        site: Whose review it is.
    """
    claim, verdict = ruled.claim, check.verdict
    url = ruling_address(site, check.slug, claim.id)
    whole = absolute(site, check_path(check.slug))
    return on_top(
        stated(
            {
                so.TYPE: so.CLAIM_REVIEW,
                so.ID: url,
                so.URL: url,
                so.CLAIM_REVIEWED: claim.claim,
                so.AUTHOR: desk(site),
                so.DATE_PUBLISHED: verdict.published.text,
                so.DATE_MODIFIED: day(verdict.changed_on(claim.id)),
                so.IN_LANGUAGE: language_of(claim.claim, verdict.language),
                so.ITEM_REVIEWED: _item(check, ruled, site),
                so.REVIEW_RATING: _rating(check, ruled, site),
                so.CORRECTION: corrections(check, claim.id),
                so.ASSOCIATED_MEDIA_REVIEW: media_review_ids(check, ruled, site),
                so.IS_PART_OF: {so.TYPE: so.ARTICLE, so.ID: whole},
                so.SD_LICENSE: site.license,
            }
        )
    )


def statement_id(check: FactCheck, ruled: RuledClaim, site: Site) -> str:
    """
    Return the ``@id`` of what was claimed; nothing where the claim has no page.
    """
    url = ruling_address(site, check.slug, ruled.claim.id)
    return f"{url}#{CLAIM}" if site.claim_pages else ""


def _item(check: FactCheck, ruled: RuledClaim, site: Site) -> dict[str, Any]:
    """The claim: its author only where there is a claimant, never somebody it merely names."""
    claim = ruled.claim
    first = claim.first_appearance
    return stated(
        {
            so.TYPE: so.CLAIM,
            so.ID: statement_id(check, ruled, site),
            so.AUTHOR: one_or_all([claimant(check, party) for party in claim.claimant]),
            so.DATE_PUBLISHED: day(claim.claimed),
            so.APPEARANCE: [*_appearances(check, ruled)],
            so.FIRST_APPEARANCE: {so.TYPE: so.CREATIVE_WORK, so.URL: first} if first else None,
        }
    )


def _appearances(check: FactCheck, ruled: RuledClaim) -> Iterator[dict[str, Any]]:
    """
    Give where the claim was made: the document too, by its title where no address may be told.

    Without an ``@id``: readers who look for an address there would find this site's own.
    """
    about = check.verdict.document
    places = (*ruled.claim.appearances, *filter(None, (about.linked_url,)))
    for url in dict.fromkeys(places):
        is_document = url == about.linked_url
        name = document_name(check) if is_document else ""
        yield stated({so.TYPE: so.CREATIVE_WORK, so.URL: url, so.NAME: name})
    if not about.linked_url and (name := document_name(check)):
        yield {so.TYPE: so.CREATIVE_WORK, so.NAME: name}


def _rating(check: FactCheck, ruled: RuledClaim, site: Site) -> dict[str, Any]:
    rating = ruled.rating
    return stated(
        {
            so.TYPE: so.RATING,
            so.ALTERNATE_NAME: rating.label_in(check.verdict.language),
            so.RATING_EXPLANATION: ruled.claim.reason,
            **_numbers(rating.number, check.scale),
            so.SAME_AS: term_id(site, check.scale, rating),
        }
    )


def _numbers(number: int | None, scale: Scale) -> dict[str, int]:
    if number is None:
        return {}
    return {so.RATING_VALUE: number, so.BEST_RATING: scale.best, so.WORST_RATING: scale.worst}
