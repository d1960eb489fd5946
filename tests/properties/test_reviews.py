from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from typing import Any

import pytest
from factcheck.diagnostics import CODES, REVIEW_CODES
from factcheck.doors import messages
from factcheck.publishing.reviews.labels import is_label
from factcheck.publishing.schemaorg import PROPERTIES
from factcheck.usecases.reviews import check_published
from hypothesis import given, settings
from hypothesis import strategies as st

thorough = settings(deadline=None, max_examples=200)
TODAY = date(2026, 11, 23)

#: Names that rules look for, so that what is made up meets them.
NAMES = [
    *sorted({name for names in PROPERTIES.values() for name in names})[::7],
    *("@context", "@type", "@graph", "@id", "@value", "dataFeedElement", "item", "name", "url"),
    *("claimReviewed", "itemReviewed", "reviewRating", "alternateName", "author", "appearance"),
    *("ratingValue", "bestRating", "worstRating", "datePublished", "image", "sameAs"),
]
TEXTS = [
    *("ClaimReview", "Claim", "Rating", "Person", "https://schema.org", "https://example.org/a"),
    *("https://a.orghttps://b.org", "False", "Our rating: False", "2026-11-20", "20261120T25"),
    *("//", "https://[", "http://a:99999", "<b>", "&amp;", "\x1b[0m", "\u202e", "\ud800", "-1"),
    *("9" * 400, "T", "?", ":", "2026-11-20T00:00:00+99:99", "0001-01-01", "9999-12-31"),
]
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=8))
numbers = st.one_of(st.integers(), st.floats(), st.just(10**400))
leaves = st.one_of(st.none(), st.booleans(), numbers, texts)
keys = st.one_of(st.sampled_from(NAMES), st.text(max_size=4))
data = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=6)),
    max_leaves=30,
)
#: Reviews with anything in their places.
reviews = st.dictionaries(st.sampled_from(NAMES), data, max_size=10).map(
    lambda review: {**review, "@type": "ClaimReview"}
)
#: JSON and what is almost JSON.
almost = st.lists(
    st.sampled_from(
        [
            *'{}[]",:/*-\\ \n',
            *("//", "/*", "*/", "<!--", "NaN", "1", "true", '"a"', "\\u12", "“"),
            *('"@type": "ClaimReview"', '"url": ', "<script type='application/ld+json'>"),
            "</script>",
        ]
    ),
    max_size=40,
).map("".join)


def assert_told(text: str | bytes) -> None:
    """Whatever it is, it is checked or refused at places within it, and every form can tell it."""
    sent = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    report = check_published(sent, "a", TODAY)

    assert all(problem.line >= 1 and problem.column >= 1 for problem in report.problems)
    assert all(problem.code in {*CODES, *REVIEW_CODES} for problem in report.problems)
    for form in messages.FORMATS.values():
        form(report.problems).encode()


@thorough
@given(data)
def test_any_data_are_checked(made: object) -> None:
    """Whatever stands in JSON, nothing raises."""
    assert_told(json.dumps(made))


@thorough
@given(reviews)
def test_any_review_is_checked(made: dict[str, Any]) -> None:
    """Whatever stands in the places of a review, nothing raises."""
    assert_told(json.dumps(made))
    assert_told(json.dumps({"@graph": [made, {"review": made}]}))


@thorough
@given(almost)
def test_any_text_is_checked(made: str) -> None:
    """Whatever text is published, as JSON or within a page, nothing raises."""
    assert_told(made)
    assert_told(f"<html><script type='application/ld+json'>ClaimReview{made}</script>")


@thorough
@given(st.binary(max_size=80))
def test_any_bytes_are_checked(made: bytes) -> None:
    """Whatever bytes there are, nothing raises."""
    assert_told(made)
    assert_told(b"<html>ClaimReview" + made)


words = st.text(alphabet="abcdefghij ", min_size=3, max_size=20).map(str.split).map(" ".join)
names = words.filter(lambda text: len(text) > 2 and not is_label(text))
days = st.dates(date(2000, 1, 2), date(2026, 11, 20))


@st.composite
def valid(draw: st.DrawFn) -> dict[str, Any]:
    """Return a sound review on a scale of any length."""
    worst = draw(st.integers(1, 3))
    best = worst + draw(st.integers(2, 10))
    published, host = draw(days), draw(st.sampled_from(["example.org", "desk.example"]))
    return {
        "@context": draw(st.sampled_from(["https://schema.org", "http://schema.org/"])),
        "@type": "ClaimReview",
        "url": f"https://{host}/a.html",
        "claimReviewed": f"Somebody says that {draw(names)}.",
        "author": {"@type": "Organization", "name": "The desk", "url": f"https://{host}"},
        "datePublished": published.isoformat(),
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": f"A {draw(names)}"},
            "datePublished": (published - timedelta(days=draw(st.integers(0, 900)))).isoformat(),
            "appearance": [{"@type": "CreativeWork", "url": "https://news.example/a"}],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": f"Step {draw(names)[:9]}".strip(),
            "ratingValue": draw(st.integers(worst, best)),
            "bestRating": best,
            "worstRating": worst,
        },
    }


#: For a code, what makes a sound review break that rule alone.
MUTATIONS: dict[str, list[tuple[str, Any]]] = {
    "url-missing": [("url", "")],
    "url-host": [("author.url", "https://other.test.example/")],
    "address-invalid": [("author.url", "a desk")],
    "address-relative": [("url", "/a.html")],
    "address-joined": [("itemReviewed.appearance.0.url", "https://a.orghttps://b.org/")],
    "image-invalid": [("image", {"@type": "ImageObject"})],
    "claim-missing": [("claimReviewed", " ")],
    "claim-long": [("claimReviewed", "a " * 40 + "b")],
    "claim-question": [("claimReviewed", "Is it so?")],
    "claim-rated": [("claimReviewed", "It is so (false)")],
    "rating-missing": [("reviewRating", None)],
    "label-missing": [("reviewRating.alternateName", "")],
    "label-prefixed": [("reviewRating.alternateName", "Verdict: ours")],
    "label-sentence": [("reviewRating.alternateName", "a b c d e f g h i j k")],
    "label-numbered": [("reviewRating.alternateName", "Satire")],
    "number-invalid": [("reviewRating.ratingValue", "four")],
    "number-placeholder": [
        *((f"reviewRating.{key}Rating", -1) for key in ("best", "worst")),
        ("reviewRating.ratingValue", -1),
    ],
    "number-outside": [("reviewRating.ratingValue", 99)],
    "scale-reversed": [("reviewRating.worstRating", 98)],
    "scale-low": [("reviewRating.worstRating", 0)],
    "scale-incomplete": [("reviewRating.ratingValue", ...)],
    "item-missing": [("itemReviewed", ...)],
    "item-type": [
        ("itemReviewed", {"@type": "Person", "name": "A speaker"}),
    ],
    "appearance-missing": [("itemReviewed.appearance", ...)],
    "claimant-missing": [("itemReviewed.author", ...)],
    "claimant-unnamed": [("itemReviewed.author.name", "n/a")],
    "claimant-desk": [("itemReviewed.author.name", "the desk")],
    "author-missing": [("author", ...)],
    "author-unnamed": [("author.name", "")],
    "author-url": [("author.url", ...)],
    "party-type": [("author.@type", "Thing")],
    "date-missing": [("datePublished", ...)],
    "date-invalid": [("datePublished", "11/20/2026")],
    "date-future": [("dateModified", "2027-01-01")],
    "date-reversed": [("dateModified", "1999-12-31")],
    "property-unknown": [("claimreviewed", "a")],
    "value-empty": [("image", "")],
    "value-type": [("claimReviewed", ["a", "b"])],
    "text-space": [("author.name", " A desk")],
    "text-markup": [("claimReviewed", "It is <i>so</i>.")],
    "text-hidden": [("claimReviewed", "It is\u200b so.")],
    "context-missing": [("@context", "https://example.org")],
}
#: What a mutation cannot but break as well.
TOO = {"item-type": {"claimant-missing"}}


def mutated(review: dict[str, Any], changes: list[tuple[str, Any]]) -> dict[str, Any]:
    review = copy.deepcopy(review)
    for path, value in changes:
        *steps, last = path.split(".")
        part: Any = review
        for step in steps:
            part = part[int(step)] if isinstance(part, list) else part[step]
        part[last] = value
        if value is ...:
            del part[last]
    return review


def codes(review: dict[str, Any]) -> set[str]:
    report = check_published(json.dumps(review).encode(), "a.json", TODAY)
    return {problem.code for problem in report.problems}


@thorough
@given(valid())
def test_a_sound_review_passes(review: dict[str, Any]) -> None:
    """Of a sound review nothing is told, whatever it is about."""
    assert codes(review) == set()


@pytest.mark.parametrize("code", MUTATIONS)
@settings(deadline=None, max_examples=15)
@given(review=valid())
def test_one_error_is_told_by_exactly_its_code(code: str, review: dict[str, Any]) -> None:
    """A sound review that is broken in one way is told by the code of that way alone."""
    assert codes(mutated(review, MUTATIONS[code])) - TOO.get(code, set()) == {code}
