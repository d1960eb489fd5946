"""
How a fact-check's rulings came out, as a sentence: never a percentage, never a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from factcheck.digest.entries import Entry, RulingEntry
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import State
from factcheck.publishing.wording import counted, day_in_words, listed

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


def checks_in_words(days: Sequence[date]) -> str:
    """
    Say how many fact-checks a list has, and from when they are.

    Args:
        days: On which they were published; at least one.
    """
    return f"{counted(len(days), 'fact-check', 'fact-checks').capitalize()}, {since(days)}."


def since(days: Iterable[date]) -> str:
    """
    Say from when to when something was published.

    Args:
        days: At least one.
    """
    days = set(days)
    first, last = (day_in_words(day) for day in (min(days), max(days)))
    return f"published on {first}" if first == last else f"published from {first} to {last}"


def ratings_in_words(
    rulings: Sequence[tuple[Entry, RulingEntry]], scales: Scales, language: str
) -> str:
    """
    Say how rulings came out, rating by rating.

    Args:
        rulings: At least one, each with its fact-check.

        scales: The rating scales, whose order is kept.

        language: That of the ratings' labels.
    """
    counts = Counter((check.scale, ruled.rating) for check, ruled in rulings)
    told = [
        counted(count, f"“{rating.label_in(language)}”", f"“{rating.label_in(language)}”")
        for scale in scales.scales
        for rating in scale.ratings
        if (count := counts[scale.id, rating.key])
    ]
    days = {check.slug: check.day for check, _ in rulings}
    total = counted(len(rulings), "ruling", "rulings").capitalize()
    checks = counted(len(days), "fact-check", "fact-checks")
    return f"{total} in {checks}, {since(days.values())}: {listed(told)}."
