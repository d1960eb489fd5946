"""
What is wrong with a ``ClaimReview``, whoever published it.

Rule 1: a rule takes plain data in which anything may stand; it raises nothing.
Rule 2: what is wrong is told once, by the rule that knows most of it.
Rule 3: an error is what some reader cannot use or takes for something else, a warning what it has
to repair, a note what could be said better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final

from factcheck.model.rules import Breach
from factcheck.publishing.reviews import addresses, claim, dates, parties, properties, rating
from factcheck.publishing.reviews.around import Around

Rule = Callable[[dict[str, Any], Around], Iterator[Breach]]

RULES: Final[tuple[Rule, ...]] = (
    addresses.the_review_has_an_address,
    addresses.addresses_are_addresses,
    addresses.the_claim_stands_elsewhere,
    addresses.images_have_addresses,
    claim.the_claim_is_told,
    claim.the_rating_is_not_in_the_claim,
    rating.the_rating_is_told,
    rating.the_label_is_a_label,
    rating.the_numbers_are_numbers,
    rating.the_scale_is_whole,
    rating.the_label_and_the_number_agree,
    parties.the_reviewer_is_told,
    parties.the_claim_is_a_claim,
    parties.the_claimant_is_told,
    dates.dates_are_dates,
    dates.dates_are_in_order,
    properties.every_part_is_sound,
)

__all__ = ["RULES", "Around", "breaches"]


def breaches(review: dict[str, Any], around: Around) -> Iterator[Breach]:
    """
    Give everything that is wrong with a review.

    Args:
        review: An object of the type ``ClaimReview``, as it was published.

        around: Where it was found, and when.

    Returns:
        What is wrong, with its path in the review; in the order of the rules.
    """
    return chain.from_iterable(rule(review, around) for rule in RULES)
