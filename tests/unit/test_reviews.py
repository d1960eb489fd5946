# ruff: noqa: RUF001 - labels in many scripts
from __future__ import annotations

import copy
import json
from datetime import date
from typing import Any

import pytest
from factcheck.diagnostics import Severity
from factcheck.publishing.reviews import Around, breaches
from factcheck.publishing.reviews.finding import Holder, reviews_in
from factcheck.publishing.reviews.labels import degree_of, is_stepless, without_prefix
from factcheck.usecases.reviews import Report, check_published
from sandbox import ROOT

TODAY = date(2026, 11, 23)
VALID = json.loads((ROOT / "tests/reviews_invalid/number-text.json").read_text("utf-8"))
VALID["reviewRating"]["ratingValue"] = 1


def codes(change: dict[str, Any], around: Around | None = None) -> list[str]:
    review = copy.deepcopy(VALID)
    for path, value in change.items():
        *steps, last = path.split(".")
        part = review
        for step in steps:
            part = part[int(step)] if isinstance(part, list) else part[step]
        part[last] = value
    return [breach.code for breach in breaches(review, around or Around(today=TODAY))]


def report(data: object) -> Report:
    return check_published(json.dumps(data).encode(), "a.json", TODAY)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"@type": ["ClaimReview", "Review"]},
        {"@type": "http://schema.org/ClaimReview"},
        {"claimReviewed": ["The tower is 300 metres tall."]},
        {"claimReviewed": {"@value": "The tower is 300 metres tall.", "@language": "en"}},
        {"claimReviewed": "The tower (built in 1889) is 300 metres tall: that much is known."},
        {"claimReviewed": "AT&T built the tower: true love made 5 < 6 & 7."},
        {"author": {"@id": "https://example.org/#desk"}},
        {"author.@type": ["NewsMediaOrganization", "NGO"]},
        {"author.sameAs": ["https://example.org/about"]},
        {
            "itemReviewed.author": [
                {"@type": "Person", "name": "A"},
                {"@type": "Person", "name": "B"},
            ]
        },
        {"itemReviewed.author": {"@type": "SportsTeam", "name": "A team", "coach": "B"}},
        {"itemReviewed.appearance": "https://news.example/tower"},
        {"itemReviewed.appearance": ["https://web.archive.org/web/2020/https://news.example/"]},
        {"itemReviewed.appearance": "https://news.example/?u=https://video.example/"},
        {"itemReviewed.appearance": {"@type": "VideoObject", "contentUrl": "x"}},
        {"itemReviewed.datePublished": "2026"},
        {"itemReviewed.datePublished": "2026-11-20"},
        {"datePublished": "2026-11-20T23:30:00.000+0000"},
        {"datePublished": "2026-11-24"},
        {"dateModified": "2026-11-21", "itemReviewed.datePublished": "2026-11-21"},
        {"reviewRating.alternateName": "Pants on Fire!"},
        {"reviewRating.alternateName": "Four Pinocchios"},
        {"reviewRating.alternateName": "Misleading", "reviewRating.ratingValue": 4},
        {"reviewRating.alternateName": "False", "reviewRating.ratingValue": 2},
        {"reviewRating.alternateName": "Half true", "reviewRating.ratingValue": 4.5},
        {"reviewRating": {"@type": "Rating", "alternateName": "Satire"}},
        {"reviewRating.ratingValue": 1.5},
        {"itemReviewed": {"@id": "https://example.org/#claim"}},
        {"x:note": "another vocabulary's", "https://terms#note": "too"},
        {"image": "https://example.org/a.png"},
        {"image": {"@type": "ImageObject", "contentUrl": "https://example.org/a.png"}},
        {"isPartOf": {"@type": "Article", "anything": ""}},
    ],
)
def test_what_is_right_is_let_through(change: dict[str, Any]) -> None:
    """However a sound review is written, nothing is told of it."""
    assert codes(change) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reviewRating.alternateName": "Falso", "reviewRating.ratingValue": 5}, "label-reversed"),
        ({"reviewRating.alternateName": "Правда"}, "label-reversed"),
        ({"reviewRating.alternateName": "صحيح"}, "label-reversed"),
        (
            {"reviewRating.alternateName": "FOUR PINOCCHIOS", "reviewRating.ratingValue": 4},
            "label-reversed",
        ),
        ({"reviewRating.alternateName": "Verdict: Mostly true"}, "label-prefixed"),
        ({"reviewRating.alternateName": "Unproven"}, "label-numbered"),
        ({"reviewRating.ratingValue": 0}, "number-outside"),
        ({"reviewRating.bestRating": 1, "reviewRating.ratingValue": 2}, "scale-reversed"),
        ({"reviewRating.ratingValue": True}, "number-invalid"),
        ({"reviewRating.ratingValue": [1, 2]}, "number-invalid"),
        ({"reviewRating.ratingValue": "٣"}, "number-invalid"),
        ({"reviewRating.ratingValue": None}, "value-empty"),
        ({"reviewRating": "False"}, "value-type"),
        ({"url": ["https://example.org/a", "https://example.org/b"]}, "value-type"),
        ({"claimReviewed": "هل البرج أطول بناء؟"}, "claim-question"),
        ({"claimReviewed": "The tower is 300 metres tall (fake)"}, "claim-rated"),
        ({"itemReviewed.url": "https://example.org/checks/tower/height.html"}, "self-link"),
        ({"itemReviewed.appearance": "https://https://news.example/"}, "address-joined"),
        ({"itemReviewed.appearance": "www.news.example/a"}, "address-relative"),
        ({"dateModified": "2026-11-01"}, "date-reversed"),
        ({"datePublished": "2026-02-30"}, "date-invalid"),
        ({"datePublished": 20261120}, "date-invalid"),
        ({"dateModified": "2027"}, "date-future"),
        ({"author.@type": "WebSite"}, "party-type"),
        ({"author.logo": "logo.png"}, "image-invalid"),
        ({"author.@nmae": "x"}, "property-unknown"),
        ({"claimReviewed": "5 &lt; 6"}, "text-markup"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], code: str) -> None:
    """Each error is told by its code, in whatever form and language it comes."""
    assert code in codes(change)


def test_the_page_decides_where_it_is_known() -> None:
    """A review may stand below its page's host; another scheme, host or page is told."""
    page = Around("https://example.org/checks/tower/height.html")
    urls = {
        "https://example.org/checks/tower/height.html#claim": [],
        "https://news.example.org/checks/tower/height.html": ["url-page"],
        "http://example.org/checks/tower/height.html": ["url-insecure"],
        "https://badexample.org/checks/tower/height.html": ["url-host"],
        "https://example.org/": ["url-page"],
        "https://example.org:bad/": ["address-invalid"],
    }

    assert {url: codes({"url": url}, page) for url in urls} == urls


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Our rating: False", "False"),
        ("Rating by Fact Crescendo: False", "False"),
        (": Mixture", "Mixture"),
        ("Veredicto: Falso", "Falso"),
        ("Fact check – Wrong", "Wrong"),
        ("The verdict is false", "false"),
        ("Verdict:", "Verdict:"),
        ("Ratings agency error", "Ratings agency error"),
        ("Misleading", "Misleading"),
    ],
)
def test_what_stands_before_a_label_is_known(label: str, bare: str) -> None:
    """Headings before a label are seen, in several languages; other words are left."""
    assert without_prefix(label) == bare


def test_labels_of_the_shipped_scale_mean_what_their_numbers_say() -> None:
    """In each shipped language the words for false and true are known as such."""
    assert [degree_of(word) for word in ("False", "Falso", "Неправда", "خاطئ")] == [0] * 4
    assert [degree_of(word) for word in ("TRUE.", "Verdadero", "Правда", "صحيح")] == [4] * 4
    assert all(is_stepless(word) for word in ("Satire", "Sátira", "Не доведено", "Unproven"))


def test_a_review_is_found_wherever_it_stands() -> None:
    """Lists, feeds, graphs and other objects are looked through, with what holds the review."""
    review = {"@type": "ClaimReview"}
    feed = {"@type": "DataFeed", "dataFeedElement": [{"item": [review]}, {"item": review}, review]}
    data = [review, feed, {"@graph": [review]}, {"@type": "Article", "review": review}]

    assert [(found.path, found.holder) for found in reviews_in(data)] == [
        ((0,), Holder.NOTHING),
        ((1, "dataFeedElement", 0, "item", 0), Holder.FEED),
        ((1, "dataFeedElement", 1, "item"), Holder.FEED),
        ((1, "dataFeedElement", 2), Holder.FEED),
        ((2, "@graph", 0), Holder.GRAPH),
        ((3, "review"), Holder.ANYTHING),
    ]


def test_a_feed_speaks_for_what_is_in_it() -> None:
    """A review in a feed needs no context of its own, and may have the feed's place."""
    bare = {key: value for key, value in VALID.items() if key != "@context"}
    feed = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": bare}]}

    assert report({"@context": ["https://schema.org/"], **feed}).problems == ()
    assert [one.code for one in report(feed).problems] == ["context-missing"]


def test_several_reviews_of_a_page_are_told_apart_by_anchors_or_ids() -> None:
    """One address for two reviews is told at the second; an anchor or an id is enough."""
    anchored = {**VALID, "url": f"{VALID['url']}#claim-2"}
    named = {**VALID, "@id": "https://example.org/#2"}

    assert report([VALID, anchored, named]).problems == ()
    assert [one.code for one in report([VALID, VALID]).problems] == ["same-address"]


def test_a_problem_stands_at_the_value_that_is_wrong() -> None:
    """A wrong value is told at its own place, a missing one at the object's, a name at the key."""
    text = '[{"@context": "https://schema.org", "@type": "ClaimReview",\n"urls": "x"}]'
    problems = check_published(text.encode(), "a.json", TODAY).problems
    places = {problem.code: (problem.line, problem.column) for problem in problems}

    assert places["url-missing"] == (1, 2)
    assert places["property-unknown"] == (2, 1)


def test_severities_are_of_three_kinds() -> None:
    """What cannot be used is an error, what must be repaired a warning, the rest a note."""
    told = {
        breach.code: breach.severity
        for change in ({"url": ""}, {"author": ""}, {"reviewRating.ratingValue": "1"})
        for breach in breaches({**VALID, **change}, Around())
    }
    note = codes({"reviewRating.ratingValue": "1"})

    assert (told["url-missing"], told["author-missing"]) == (Severity.ERROR, Severity.WARNING)
    assert note == ["number-text"]
