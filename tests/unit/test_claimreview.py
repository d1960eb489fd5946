from __future__ import annotations

from typing import Any

import pytest
from factcheck.publishing.claimreview import amiss

URL = "https://example.org/checks/a/b.html"
RATING = {"alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 5}
REVIEW = {"url": URL, "claimReviewed": "A specimen.", "reviewRating": RATING}


def test_a_review_that_is_right_needs_no_repair() -> None:
    """A whole review passes, with numbers and without."""
    assert list(amiss(REVIEW, URL)) == []
    assert list(amiss({**REVIEW, "reviewRating": {"alternateName": "Satire"}}, URL)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"url": "https://example.org/"},
        {"claimReviewed": ""},
        {"reviewRating": {}},
        {"reviewRating": {**RATING, "ratingValue": 6}},
        {"reviewRating": {**RATING, "worstRating": 5}},
        {"reviewRating": {**RATING, "bestRating": None}},
        {"reviewRating": {**RATING, "ratingValue": "1"}},
    ],
)
def test_a_review_that_needs_repair_stops_the_build(change: dict[str, Any]) -> None:
    """Another page's address, an empty claim and numbers out of order are told."""
    assert len(list(amiss({**REVIEW, **change}, URL))) == 1
