"""
Rules on the rating: its word, its number, its scale.

schema.org, ``Rating``: of ``bestRating`` and ``worstRating`` 5 and 1 are assumed where they are
left out; numbers are written with ASCII's digits and a full stop. Google, "Fact check
(ClaimReview) structured data": ``alternateName`` is required and a short word or phrase, for
which ``name`` is taken where it is missing; of a sentence, the beginning tells; closer to the
best number is truer; the number lies within the scale; the worst is 1 or more. That scales are
reversed and that -1 stands for "none" was seen in 2017 and 2018 (T. Finin, public-schemaorg,
8 May 2017; J. Udell, "Investigating ClaimReview", 17 March 2018).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf, isfinite
from typing import Any, Final, NamedTuple

from factcheck.model.rules import Breach
from factcheck.model.values import quoted
from factcheck.publishing.reviews.around import Around, error, lacking, note, warning
from factcheck.publishing.reviews.labels import (
    begins_with_label,
    degree_of,
    is_stepless,
    without_prefix,
)
from factcheck.publishing.reviews.values import Node, is_empty, single, text_of
from factcheck.publishing.schemaorg import (
    ALTERNATE_NAME,
    BEST_RATING,
    NAME,
    RATING_VALUE,
    REVIEW_RATING,
    WORST_RATING,
)

NUMBERS: Final = (RATING_VALUE, BEST_RATING, WORST_RATING)
WRITTEN: Final = re.compile(r"\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*\Z")
#: What schema.org takes for the ends of a scale where they are left out.
ASSUMED: Final = (5, 1)
#: What stands for a number that is given and none: no number is as great.
UNREADABLE: Final = inf
#: A label with more is a sentence: no known scale has a longer step.
MOST_LETTERS: Final = 40
MOST_WORDS: Final = 6
#: What is false lies in the lower half of a scale, what is true in the upper.
MIDDLE: Final = 0.5
NO_NUMBER: Final = "leave out all three numbers where the rating is no step of a scale"


class Numbers(NamedTuple):
    """
    The numbers of a rating; None where there is none that can be read.
    """

    value: float | None
    best: float | None
    worst: float | None


def the_rating_is_told(review: Node, _: Around) -> Iterator[Breach]:
    """A review has one rating, and the rating a word."""
    rating = single(review.get(REVIEW_RATING))
    if isinstance(rating, dict) and rating:
        if not text_of(rating, ALTERNATE_NAME).strip():
            yield from _without_label(rating)
    elif is_empty(rating):
        hint = f"add a Rating with the rating's word as {ALTERNATE_NAME}"
        yield lacking(review, REVIEW_RATING, "rating-missing", hint)
    else:
        message = "expected one Rating, an object"
        hint = f'write {{"@type": "Rating", "{ALTERNATE_NAME}": …}}'
        yield error((REVIEW_RATING,), "value-type", message, hint)


def the_label_is_a_label(review: Node, _: Around) -> Iterator[Breach]:
    """The rating's word stands alone: readers show it, and look it up."""
    label = text_of(_rating(review), ALTERNATE_NAME)
    path = (REVIEW_RATING, ALTERNATE_NAME)
    bare = without_prefix(label)
    if bare != label:
        message = f"something stands before the rating: {quoted(label)}"
        yield warning(path, "label-prefixed", message, f"write {quoted(bare)}")
    elif len(label) > MOST_LETTERS or len(label.split()) > MOST_WORDS:
        message = f"this is a sentence, not the name of a rating: {quoted(label)}"
        hint = "write the rating's word here, and the sentence as ratingExplanation"
        # Google's way out: a sentence that is cut still says what it has to.
        tell = note if begins_with_label(label) else warning
        yield tell(path, "label-sentence", message, hint)


def the_numbers_are_numbers(review: Node, _: Around) -> Iterator[Breach]:
    """A reader can count with what is given as a number."""
    rating = _rating(review)
    for key in NUMBERS:
        value = rating.get(key)
        if type(value) is int or is_empty(value) or type(value) is float:
            continue
        value, path = single(value), (REVIEW_RATING, key)
        if isinstance(value, str) and WRITTEN.match(value):
            message = f"the number {quoted(value)} is written as text"
            yield note(path, "number-text", message, f"write {value.strip()}, without quotes")
        elif type(value) is not int and type(value) is not float:
            message = "expected a number"
            message += f"; found {quoted(value)}" if isinstance(value, str) else ""
            yield error(path, "number-invalid", message, f"write one number, or {NO_NUMBER}")


def the_scale_is_whole(review: Node, _: Around) -> Iterator[Breach]:
    """The best number is the greatest, and the rating lies between it and the worst."""
    numbers = _numbers(_rating(review))
    if numbers is None or numbers == (None, None, None):
        return
    value, best, worst = numbers
    if value == best == worst:
        message = f"the rating, its best and its worst are all {value:g}"
        yield error((REVIEW_RATING, RATING_VALUE), "number-placeholder", message, NO_NUMBER)
    elif best is not None and worst is not None and best <= worst:
        message = f"the best number is {best:g} and the worst {worst:g}"
        hint = "the best number is the greatest and stands for what is true: count anew from there"
        yield error((REVIEW_RATING, BEST_RATING), "scale-reversed", message, hint)
    else:
        yield from _within(numbers)


def the_label_and_the_number_agree(review: Node, _: Around) -> Iterator[Breach]:
    """Closer to the best number is truer, and the word says the same."""
    rating = _rating(review)
    numbers, label = _numbers(rating), text_of(rating, ALTERNATE_NAME)
    value, best, worst = numbers or Numbers(None, None, None)
    if value is None or not label:
        return
    path, label = (REVIEW_RATING, RATING_VALUE), without_prefix(label)
    if is_stepless(label):
        if not value == best == worst:
            message = f"{quoted(label)} says nothing of how true a claim is, and has a number"
            yield warning(path, "label-numbered", message, NO_NUMBER)
        return
    best, worst = _ends(best, worst)
    degree = degree_of(label)
    if degree is None or not worst <= value <= best or worst == best:
        return
    share = (value - worst) / (best - worst)
    if (degree < 2 and share > MIDDLE) or (degree > 2 and share < MIDDLE):  # noqa: PLR2004 - half
        message = (
            f"{quoted(label)} is {value:g} on a scale from {worst:g} (worst) to {best:g} (best), "
            f"which readers take for {'true' if share > MIDDLE else 'false'}"
        )
        hint = "closer to the best number is truer: count the scale from its other end"
        yield error(path, "label-reversed", message, hint)


def _without_label(rating: Node) -> Iterator[Breach]:
    path = (REVIEW_RATING, ALTERNATE_NAME)
    if is_empty(single(rating.get(ALTERNATE_NAME))):
        at = path if ALTERNATE_NAME in rating else path[:1]
        message = f"{ALTERNATE_NAME} is required: it is what readers show"
        hint = "write the rating's word, such as False"
        if name := text_of(rating, NAME).strip():
            message, hint = "only some readers look for the word in name", f"write {quoted(name)}"
        tell = warning if name else error
        yield tell(at, "label-missing", message, hint)
    else:
        yield error(path, "value-type", "expected one text", "write the rating's word as one text")


def _within(numbers: Numbers) -> Iterator[Breach]:
    value, path = numbers.value, (REVIEW_RATING, RATING_VALUE)
    best, worst = _ends(numbers.best, numbers.worst)
    if value is not None and not worst <= value <= best:
        message = f"{value:g} lies outside the scale from {worst:g} to {best:g}"
        yield error(path, "number-outside", message, f"correct the numbers, or {NO_NUMBER}")
    elif numbers.worst is not None and numbers.worst < ASSUMED[1]:
        message = f"the worst number is {numbers.worst:g}, and Google wants 1 or more"
        hint = "count the scale from 1: readers take 0 for no number at all"
        yield warning((REVIEW_RATING, WORST_RATING), "scale-low", message, hint)
    elif None in numbers:
        lacking = [key for key, one in zip(NUMBERS, numbers, strict=True) if one is None]
        message = (
            f"{' and '.join(lacking)} is missing"
            if len(lacking) == 1
            else (f"{' and '.join(lacking)} are missing")
        )
        hint = "write all three numbers, or none; readers assume a scale from 1 to 5"
        yield warning((REVIEW_RATING,), "scale-incomplete", message, hint)


def _ends(best: float | None, worst: float | None) -> tuple[float, float]:
    return ASSUMED[0] if best is None else best, ASSUMED[1] if worst is None else worst


def _rating(review: Node) -> Node:
    rating = review.get(REVIEW_RATING)
    if not isinstance(rating, dict):
        rating = single(rating)
    return rating if isinstance(rating, dict) else {}


def _numbers(rating: Node) -> Numbers | None:
    """Return the numbers that are given; None if one is given that cannot be read."""
    value, best, worst = found = [_number(rating.get(key)) for key in NUMBERS]
    return None if UNREADABLE in found else Numbers(value, best, worst)


def _number(value: Any) -> float | None:  # noqa: ANN401 - whatever was published
    if type(value) is int or value is None:
        return value
    value = single(value)
    if isinstance(value, str):
        found = WRITTEN.match(value)
        value = float(found[1]) if found else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if isinstance(value, int) or isfinite(value) else UNREADABLE
    return None if is_empty(value) else UNREADABLE
