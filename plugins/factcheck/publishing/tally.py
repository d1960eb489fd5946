"""
How a fact-check's rulings came out, as a sentence: never a percentage, never a score.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from factcheck.model.factcheck import FactCheck
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
