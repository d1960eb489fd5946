from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from factcheck.diagnostics import Severity
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing.addresses import absolute, claim_path
from factcheck.publishing.reviews import Around, breaches
from factcheck.publishing.structured.review import claim_review
from factcheck.usecases.read import Contents
from specimens import OWN_SITE

URL = "https://example.org/checks/a/b.html"
RATING = {"alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 5}
REVIEW = {"url": URL, "claimReviewed": "A specimen.", "reviewRating": RATING}


def errors(review: dict[str, Any], url: str, home: str | None = None) -> list[str]:
    found = breaches(review, Around(url, home=home))
    return [breach.code for breach in found if breach.severity is Severity.ERROR]


def rulings(contents: Contents) -> list[tuple[FactCheck, RuledClaim]]:
    return [(check, ruled) for check in contents.checks for ruled in check.claims]


def test_a_review_that_is_right_needs_no_repair() -> None:
    """A whole review passes, with numbers and without."""
    assert errors(REVIEW, URL) == []
    assert errors({**REVIEW, "reviewRating": {"alternateName": "Satire"}}, URL) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"url": "https://example.org/"}, "url-page"),
        ({"url": "https://other.example/checks/a/b.html"}, "url-host"),
        ({"claimReviewed": ""}, "claim-missing"),
        ({"reviewRating": {}}, "rating-missing"),
        ({"reviewRating": {**RATING, "alternateName": ""}}, "label-missing"),
        ({"reviewRating": {**RATING, "ratingValue": 6}}, "number-outside"),
        ({"reviewRating": {**RATING, "worstRating": 5}}, "scale-reversed"),
        ({"reviewRating": {**RATING, "ratingValue": "one"}}, "number-invalid"),
        ({"reviewRating": {**RATING, "ratingValue": True}}, "number-invalid"),
    ],
)
def test_a_review_that_needs_repair_stops_the_build(change: dict[str, Any], code: str) -> None:
    """Another page's address, an empty claim and numbers out of order are errors."""
    assert errors({**REVIEW, **change}, URL) == [code]


def test_the_shipped_reviews_need_no_repair(contents: Contents) -> None:
    """Of no fact-check that the project ships is anything told, but what is only worth knowing."""
    told = {
        (breach.code, breach.severity)
        for check, ruled in rulings(contents)
        for breach in breaches(
            claim_review(check, ruled, OWN_SITE),
            Around(absolute(OWN_SITE, claim_path(check.slug, ruled.claim.id))),
        )
    }

    assert {severity for _, severity in told} == {Severity.NOTE}
    assert {code for code, _ in told} == {"claimant-missing", "appearance-missing", "claim-long"}


@pytest.mark.parametrize("home", ["", "http://localhost:8000", "http://intranet/digest"])
def test_a_site_that_is_not_on_the_web_can_be_built(contents: Contents, home: str) -> None:
    """The site's own address is the settings' affair, and a claim without a host is no error."""
    site = replace(OWN_SITE, url=home)
    for check, ruled in rulings(contents):
        url = absolute(site, claim_path(check.slug, ruled.claim.id))
        assert errors(claim_review(check, ruled, site), url, home) == []
        assert errors({**claim_review(check, ruled, site), "url": f"{url}x"}, url, home)
