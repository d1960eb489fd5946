"""
The fact-checks that are published with the project: true to their documents and their evidence.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from factcheck.diagnostics import Severity
from factcheck.model.factcheck import Anchor, FactCheck
from factcheck.model.vocabulary import Prominence, ReadAs, Stance, State
from factcheck.usecases.read import Contents

REAL = "seeds/000_5bd0f32cbaf4689e.txt"
SHA256 = "d324e0e2c4e02615240e04e2753278a7cbb1e4429e8e8ec02e5f454a704ed8d5"


@pytest.fixture(scope="module")
def real(contents: Contents) -> FactCheck:
    (found,) = [check for check in contents.checks if check.seed == REAL]
    return found


def test_the_document_is_the_one_that_was_checked() -> None:
    """The real document's bytes are the ones that were given."""
    data = (Path(__file__).parents[2] / REAL).read_bytes()

    assert hashlib.sha256(data).hexdigest() == SHA256


def test_no_shipped_seed_has_an_error(contents: Contents) -> None:
    """What comes with the project passes its own check."""
    errors = [problem for problem in contents.problems if problem.severity is Severity.ERROR]

    assert errors == []


def test_every_sentence_is_rated_or_listed_with_a_reason(real: FactCheck) -> None:
    """Each of the real document's 23 sentences holds words of a ruling or of an unrated entry."""
    anchors = [ruled.anchor for ruled in real.claims] + [item.anchor for item in real.unrated]
    start, bare = 0, []
    lines = real.document.text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not any(anchor and touches(anchor, start, start + len(line)) for anchor in anchors):
            bare.append(number)
        start += len(line) + 1

    assert len(lines) == 23
    assert bare == []


def touches(anchor: Anchor, start: int, end: int) -> bool:
    return anchor.start < end and start < anchor.end


def test_about_twenty_claims_key_ones_in_groups(real: FactCheck) -> None:
    """The real verdict rates about twenty claims, and every key one stands in a group."""
    key = [c.claim.id for c in real.claims if c.claim.prominence is Prominence.KEY]
    grouped = [id_ for group in real.verdict.groups for id_ in group.claims]

    assert 18 <= len(real.claims) <= 24
    assert sorted(key) == sorted(grouped)


def test_ratings_are_carried_by_evidence_on_their_side(contents: Contents) -> None:
    """What holds up has supporting evidence, and what is false has refuting evidence."""
    for check in contents.checks:
        for ruled in check.claims:
            found = {item.stance for item in ruled.claim.evidence}
            if ruled.rating.state is State.HOLDS_UP:
                assert Stance.SUPPORTS in found, ruled.claim.id
            if ruled.rating.key in {"false", "mostly-false"}:
                assert Stance.REFUTES in found, ruled.claim.id


def test_nothing_is_quoted_or_dated_that_was_not_seen(contents: Contents) -> None:
    """Works were read in excerpt: no excerpt is given as theirs, and no day of access."""
    for check in contents.checks:
        for ruled in check.claims:
            for item in ruled.claim.evidence:
                assert item.read is ReadAs.EXCERPT
                assert item.excerpt is None
                assert item.accessed is None


def test_samples_are_marked_and_locked(contents: Contents) -> None:
    """Every shipped fact-check is marked as a sample and locked to its document."""
    for check in contents.checks:
        assert check.verdict.sample
        assert check.verdict.document.sha256 == check.document.sha256
