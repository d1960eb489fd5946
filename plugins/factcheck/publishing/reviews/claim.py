# ruff: noqa: RUF001 - signs of many scripts are looked for
"""
Rules on what is reviewed: ``claimReviewed``.

Google, "Fact check (ClaimReview) structured data": required, a short summary, less than 75
characters so that it fits a line on a phone, and without the rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.model.rules import Breach
from factcheck.model.values import quoted
from factcheck.publishing.reviews.around import Around, error, lacking, note, warning
from factcheck.publishing.reviews.labels import is_label, without_prefix
from factcheck.publishing.reviews.values import Node, is_empty, single, text_of
from factcheck.publishing.schemaorg import CLAIM_REVIEWED, ITEM_REVIEWED

#: Google's aim, in characters.
SHORT: Final = 75
QUESTION: Final = re.compile(r"[?？؟՞፧꘏⁇]+[\"'”’»)\s]*\Z")
#: What parts a rating from the claim: a colon, a dash between spaces, a bracket, a bar.
PARTING: Final = re.compile(r"[:|(\[（【：]|\s[-–—]")
#: A rating is a word or two.
MOST_RATING: Final = 30


def the_claim_is_told(review: Node, _: Around) -> Iterator[Breach]:
    """A review says what it reviews, in a statement that fits a line."""
    path = (CLAIM_REVIEWED,)
    claim = text_of(review, CLAIM_REVIEWED)
    if not claim.strip():
        yield from _missing(review)
        return
    if len(claim) > SHORT:
        message = f"this claim has {len(claim)} characters, and Google asks for less than {SHORT}"
        hint = (
            f"say what was claimed in one short sentence; the whole may stand in {ITEM_REVIEWED}"
        )
        yield note(path, "claim-long", message, hint)
    if QUESTION.search(claim):
        message = "this is a question; nobody can tell whether a question is true"
        yield warning(path, "claim-question", message, "write what was claimed as a statement")


def the_rating_is_not_in_the_claim(review: Node, _: Around) -> Iterator[Breach]:
    """What was claimed stands in one field, what was found in another."""
    claim = text_of(review, CLAIM_REVIEWED)
    if not PARTING.search(claim):
        return
    start, end = claim[:MOST_RATING], claim[-MOST_RATING:]
    first = PARTING.split(start, maxsplit=1)[0] if PARTING.search(start) else ""
    last = PARTING.split(end)[-1].rstrip(")]）】 ") if PARTING.search(end) else ""
    prefixed = without_prefix(claim) != claim
    if prefixed or any(is_label(one) for one in (first, last)):
        found = first if prefixed or is_label(first) else last
        message = f"the claim holds a rating or a heading: {quoted(found.strip())}"
        hint = "leave only the words of the claim; the rating belongs in reviewRating"
        yield warning((CLAIM_REVIEWED,), "claim-rated", message, hint)


def _missing(review: Node) -> Iterator[Breach]:
    value = single(review.get(CLAIM_REVIEWED))
    if is_empty(value):
        hint = "say in a short sentence what was claimed"
        yield lacking(review, CLAIM_REVIEWED, "claim-missing", hint)
    else:
        message = "expected one text"
        yield error((CLAIM_REVIEWED,), "value-type", message, "write the claim as one text")
