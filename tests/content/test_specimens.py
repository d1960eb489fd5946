"""
The specimens: together they show what a digest can hold, and each says what it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from factcheck.diagnostics import Severity
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.verdict import Work
from factcheck.model.vocabulary import (
    ChangeKind,
    Display,
    DocumentKind,
    MediaCategory,
    MediaKind,
    PartyType,
    Prominence,
    ReplyOutcome,
    Status,
    UnratedReason,
)
from factcheck.usecases.read import Contents
from sandbox import ROOT

SAMPLES = ROOT / "seeds" / "samples"

#: The day that the tests' builds take for today.
TODAY = "2026-11-22"

#: How a specimen calls itself, in each language.
LABELS = {"en": "specimen", "es": "de muestra", "ar": "نموذج", "uk": "зразок"}

#: Whatever is made up says so with one of these words.
MADE_UP = re.compile(r"made up|[Ii]nvented|inventad[oa]|вигадан")


@pytest.fixture(scope="module")
def specimens(contents: Contents) -> list[FactCheck]:
    found = [check for check in contents.checks if check.seed.startswith("seeds/samples/")]
    sidecars = {path.name for path in SAMPLES.glob("*.verdict.yaml")}
    assert {Path(check.sidecar).name for check in found} == sidecars
    assert len(found) >= 14
    return found


@pytest.fixture(scope="module")
def shown(specimens: list[FactCheck]) -> list[FactCheck]:
    return [check for check in specimens if check.verdict.status is Status.PUBLISHED]


def rulings(checks: list[FactCheck]) -> list[RuledClaim]:
    return [ruled for check in checks for ruled in check.claims]


def works(check: FactCheck) -> list[Work]:
    return list(check.verdict.works.values())


def test_each_specimen_says_so_in_its_own_text(specimens: list[FactCheck]) -> None:
    """Who meets a document without its page reads at its beginning that it is a specimen."""
    for check in specimens:
        language = check.verdict.document.language
        assert language is not None, check.slug
        assert LABELS[language] in check.document.text[:120].lower(), check.slug


def test_languages_and_kinds_of_documents(shown: list[FactCheck]) -> None:
    """There are four languages, most kinds of documents, and all three formats of files."""
    kinds = {check.verdict.document.kind for check in shown}

    assert {check.verdict.language for check in shown} == set(LABELS)
    assert kinds >= set(DocumentKind) - {DocumentKind.TRANSCRIPT, DocumentKind.IMAGE}
    assert {Path(check.seed).suffix for check in shown} == {".txt", ".md", ".html"}


def test_every_rating_is_shown_and_whole_documents_too(shown: list[FactCheck]) -> None:
    """Each rating of the scale, satire too, is that of a key ruling; some documents have one."""
    scale = {rating.key for check in shown for rating in check.scale.ratings}
    key = [ruled for ruled in rulings(shown) if ruled.claim.prominence is Prominence.KEY]

    assert {ruled.rating.key for ruled in key} == scale
    assert len({check.verdict.rating for check in shown} - {None}) > 1


def test_claims_on_pictures_and_films(shown: list[FactCheck]) -> None:
    """Pictures and films come with what was done to them, their times and a description."""
    media = [item for ruled in rulings(shown) for item in ruled.claim.media]

    assert {item.kind for item in media} >= {MediaKind.IMAGE, MediaKind.VIDEO}
    assert {item.category for item in media} == set(MediaCategory) - {
        MediaCategory.EDITED_OR_CROPPED
    }
    assert any(item.start is not None and item.end is not None for item in media)
    assert all(item.alt for item in media)


def test_a_draft_a_scheduled_and_a_withdrawn_check(specimens: list[FactCheck]) -> None:
    """Besides what readers see there is one check in each of these states."""
    by_status = {check.verdict.status: check for check in specimens}
    scheduled, gone = by_status[Status.SCHEDULED].verdict, by_status[Status.WITHDRAWN].verdict

    assert Status.DRAFT in by_status
    assert scheduled.published.text > "2090"
    assert gone.withdrawn is not None
    assert gone.withdrawn.replaced_by in {check.slug for check in specimens}
    assert MADE_UP.search(gone.withdrawn.reason)


def test_changes_of_each_kind_marked_as_examples(shown: list[FactCheck]) -> None:
    """Corrections, clarifications, updates and mended letters each say that they are made up."""
    changes = [change for check in shown for change in check.verdict.changes]

    assert {change.kind for change in changes} == set(ChangeKind)
    assert all(MADE_UP.search(change.text) for change in changes)


def test_reviews_that_are_due_and_that_are_not(shown: list[FactCheck]) -> None:
    """Some rulings should have been looked at again before today, others later."""
    due = [ruled.claim.review_by.text for ruled in rulings(shown) if ruled.claim.review_by]

    assert sum(day < TODAY for day in due) > 1
    assert any(day > TODAY for day in due)


def test_replies_are_marked_as_invented(shown: list[FactCheck]) -> None:
    """A right of reply shows what can come of it, and says that nobody was asked."""
    replies = [reply for check in shown for reply in check.verdict.right_of_reply]

    assert {reply.outcome for reply in replies} >= {ReplyOutcome.REPLIED, ReplyOutcome.NO_REPLY}
    for reply in replies:
        assert MADE_UP.search(reply.statement or reply.channel or "")


def test_ways_to_show_a_document(shown: list[FactCheck]) -> None:
    """One document is shown in excerpts and one not at all; one comes with a warning."""
    counts = Counter(check.verdict.document.display for check in shown)

    assert counts[Display.EXCERPTS] >= 1
    assert counts[Display.NONE] >= 1
    assert any(check.verdict.document.content_warning for check in shown)


def test_one_fact_check_is_to_be_had_in_two_languages(
    contents: Contents, shown: list[FactCheck]
) -> None:
    """A translation lacks no word, leads to its original, and is a specimen as that is."""
    by_slug = {check.slug: check for check in shown}
    translations = [check for check in shown if check.origin]

    assert translations
    for check in translations:
        assert check.origin
        assert check.origin.borrowed == frozenset(), check.slug
        assert check.verdict.sample
        assert by_slug[check.origin.slug].verdict.language != check.verdict.language
    assert "untranslated" not in {problem.code for problem in contents.problems}


def test_quotes_of_every_sort(shown: list[FactCheck]) -> None:
    """Quotes overlap, are told apart by what stands beside them, are translated, or missing."""
    quotes = [ruled.claim.quote for ruled in rulings(shown)]

    assert sum(overlapping(check) for check in shown) > 1
    assert any(quote and quote.prefix and not quote.suffix for quote in quotes)
    assert any(quote and quote.prefix and quote.suffix for quote in quotes)
    assert any(ruled.claim.quote_translation for ruled in rulings(shown))
    assert None in quotes


def overlapping(check: FactCheck) -> bool:
    anchors = [ruled.anchor for ruled in check.claims if ruled.anchor]
    return any(
        one.start < other.end and other.start < one.end for one, other in combinations(anchors, 2)
    )


def test_groups_and_minor_claims(shown: list[FactCheck]) -> None:
    """Every check has groups, and most have claims that stand under "Also checked"."""
    minor = [
        any(ruled.claim.prominence is Prominence.MINOR for ruled in check.claims)
        for check in shown
    ]

    assert all(check.verdict.groups for check in shown)
    assert sum(minor) > len(shown) / 3


def test_words_left_unrated_for_every_reason(shown: list[FactCheck]) -> None:
    """Each reason not to rate words is given more than once, and always explained."""
    unrated = [item.unrated for check in shown for item in check.unrated]
    counts = Counter(item.reason for item in unrated)

    assert all(counts[reason] > 1 for reason in UnratedReason)
    assert all(item.note for item in unrated)


def test_works_are_shared_and_described_alike(contents: Contents) -> None:
    """Many works are cited by several checks, each time with the same description."""
    citing: defaultdict[str, set[str]] = defaultdict(set)
    described: dict[str, Work] = {}
    for check in contents.checks:
        # A translation has them from its original, but for the titles that the desk supplied.
        for work in works(check) if check.origin is None else ():
            address = work.url or work.archived_url
            assert address, work.title
            citing[address].add(check.slug)
            known = described.setdefault(address, work)
            assert work.model_copy(update={"derived_from": None}) == known.model_copy(
                update={"derived_from": None}
            ), (check.slug, work.title)

    assert sum(len(slugs) > 1 for slugs in citing.values()) > 10


def test_topics_claimants_and_outlets_are_shared(shown: list[FactCheck]) -> None:
    """Topics, claimants and outlets lead to several checks, so that their pages are lists."""
    topics = Counter(topic for check in shown for topic in check.verdict.topics)
    outlets = Counter(check.verdict.document.outlet for check in shown)
    claimants = Counter(
        name
        for check in shown
        for name in {party.name for ruled in check.claims for party in ruled.claim.claimant}
    )

    assert sum(count > 2 for count in topics.values()) > 2
    assert sum(count > 1 for name, count in outlets.items() if name) > 1
    assert sum(count > 1 for count in claimants.values()) > 1


def test_nobody_is_invented(specimens: list[FactCheck]) -> None:
    """Claimants and outlets are roles that say so, or a body that truly said it."""
    for check in specimens:
        outlet = check.verdict.document.outlet
        assert outlet is None or outlet.endswith("(specimen)")
        for party in (party for ruled in check.claims for party in ruled.claim.claimant):
            real = party.type is PartyType.ORGANIZATION and party.name == "The New York Sun"
            assert real or party.name.endswith("(specimen)"), party.name


def test_claims_ruled_before_are_named(shown: list[FactCheck]) -> None:
    """Where a claim was ruled on in another specimen, both rulings come out alike."""
    ratings = {
        f"{check.slug}/{ruled.claim.id}": ruled.rating for check in shown for ruled in check.claims
    }
    pairs = [(ruled.rating, known) for ruled in rulings(shown) for known in ruled.claim.same_as]

    assert len(pairs) > 4
    assert all(ratings[known] == rating for rating, known in pairs)


def test_the_check_finds_nothing_to_mend(contents: Contents) -> None:
    """No specimen brings a problem of any kind, not even a warning; the draft is no exception."""
    found = [p for p in contents.problems if p.file.startswith("seeds/samples/")]

    assert found == []
    assert {p.severity for p in contents.problems} <= {Severity.WARNING}
