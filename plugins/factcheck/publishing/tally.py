"""
How a fact-check's rulings came out, as a sentence: never a percentage, never a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from factcheck.digest.collection import Ruling
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import State
from factcheck.publishing.wording import counted, listed

WORDS: Final = MappingProxyType(
    {
        State.HOLDS_UP: ("holds up", "hold up"),
        State.DOES_NOT: ("does not hold up", "do not hold up"),
        State.OPEN: ("is open or half right", "are open or half right"),
    }
)


def tally(check: FactCheck) -> str:
    """
    Say how many claims were rated and how they came out.

    >>> tally(check)
    'Five claims were rated: four do not hold up and one is open or half right.'
    """
    states = [ruled.rating.state for ruled in check.claims]
    if len(check.claims) == 1:
        (state,) = states
        return f"One claim was rated; it {WORDS[state][0]}."
    total = counted(len(check.claims), "claim was", "claims were").capitalize()
    told = [
        counted(states.count(state), *words) for state, words in WORDS.items() if state in states
    ]
    return f"{total} rated: {listed(told)}."


def counted_checks(count: int) -> str:
    """
    Say how many fact-checks a list has.
    """
    return f"{counted(count, 'fact-check', 'fact-checks').capitalize()}."


def ratings_in_words(rulings: Sequence[Ruling], scales: Scales, language: str) -> str:
    """
    Say how rulings came out, rating by rating, and what that does not say.

    Args:
        rulings: At least one.

        scales: The rating scales, whose order is kept.

        language: That of the ratings' labels.
    """
    counts = Counter((one.check.scale, one.ruled.rating) for one in rulings)
    told = [
        f"{counted(count, rating.label_in(language), rating.label_in(language))}"
        for scale in scales.scales
        for rating in scale.ratings
        if (count := counts[scale.id, rating.key])
    ]
    checks = len({one.check.slug for one in rulings})
    total = counted(len(rulings), "ruling", "rulings").capitalize()
    return f"{total} in {counted(checks, 'fact-check', 'fact-checks')}: {listed(told)}."
