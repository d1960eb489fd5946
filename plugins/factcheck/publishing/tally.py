"""
How a fact-check's rulings came out, as a sentence: never a percentage, never a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from factcheck.digest.entries import Entry, RulingEntry
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import State
from factcheck.publishing.words import Words


def tally(check: FactCheck, words: Words) -> str:
    """
    Say how many claims were rated and how they came out.

    >>> tally(check, words)
    'Five claims were rated: four do not hold up and one is open or half right.'
    """
    states = [ruled.rating.state for ruled in check.claims]
    return _told(tuple([states.count(state) for state in State]), words)


@lru_cache(maxsize=1024)
def _told(counts: tuple[int, ...], words: Words) -> str:
    """Say how many claims came out how, state by state; many fact-checks came out alike."""
    came_out = [(state, count) for state, count in zip(State, counts, strict=True) if count]
    number = sum(counts)
    if number == 1:
        return _only(came_out[0][0], words)
    rated = words.count(
        "begins a sentence: how many came out how follows",
        "%(count)s claim was rated",
        "%(count)s claims were rated",
        number,
    )
    told = [_came_out(state, count, words) for state, count in came_out]
    return words.say(
        "sentence",
        "%(claims_were_rated)s: %(how_many_came_out_how)s.",
        claims_were_rated=words.begun(rated),
        how_many_came_out_how=words.listed(told),
    )


def _only(state: State, words: Words) -> str:
    match state:
        case State.HOLDS_UP:
            return words.say("sentence", "One claim was rated; it holds up.")
        case State.DOES_NOT:
            return words.say("sentence", "One claim was rated; it does not hold up.")
        case State.OPEN:
            return words.say("sentence", "One claim was rated; it is open or half right.")


def _came_out(state: State, count: int, words: Words) -> str:
    match state:
        case State.HOLDS_UP:
            return words.count(
                "how many claims, in a list within a sentence",
                "%(count)s holds up",
                "%(count)s hold up",
                count,
            )
        case State.DOES_NOT:
            return words.count(
                "how many claims, in a list within a sentence",
                "%(count)s does not hold up",
                "%(count)s do not hold up",
                count,
            )
        case State.OPEN:
            return words.count(
                "how many claims, in a list within a sentence",
                "%(count)s is open or half right",
                "%(count)s are open or half right",
                count,
            )


def checks_in_words(days: Sequence[date], words: Words) -> str:
    """
    Say how many fact-checks a list has, and from when they are.

    Args:
        days: On which they were published; at least one.

        words: The language.
    """
    return words.say(
        "sentence",
        "%(fact_checks)s, %(published_when)s.",
        fact_checks=words.begun(_checks(len(days), words)),
        published_when=since(days, words),
    )


def since(days: Iterable[date], words: Words) -> str:
    """
    Say from when to when something was published.

    Args:
        days: At least one.

        words: The language.
    """
    days = set(days)
    first, last = (words.day(day) for day in (min(days), max(days)))
    if first == last:
        return words.say("fact-checks, within a sentence", "published on %(day)s", day=first)
    return words.say(
        "fact-checks, within a sentence",
        "published from %(first_day)s to %(last_day)s",
        first_day=first,
        last_day=last,
    )


def ratings_in_words(
    rulings: Sequence[tuple[Entry, RulingEntry]], scales: Scales, words: Words
) -> str:
    """
    Say how rulings came out, rating by rating.

    Args:
        rulings: At least one, each with its fact-check.

        scales: The rating scales, whose order is kept.

        words: The language.
    """
    counts = Counter((check.scale, ruled.rating) for check, ruled in rulings)
    told = [
        words.say(
            "how many rulings have a rating, in a list within a sentence",
            "%(count)s “%(rating)s”",
            count=words.number_in_words(count),
            rating=rating.label_in(words.language),
        )
        for scale in scales.scales
        for rating in scale.ratings
        if (count := counts[scale.id, rating.key])
    ]
    days = {check.slug: check.day for check, _ in rulings}
    total = words.count("within a sentence", "%(count)s ruling", "%(count)s rulings", len(rulings))
    return words.say(
        "sentence",
        "%(rulings)s in %(fact_checks)s, %(published_when)s: %(how_many_have_which_rating)s.",
        rulings=words.begun(total),
        fact_checks=_checks(len(days), words),
        published_when=since(days.values(), words),
        how_many_have_which_rating=words.listed(told),
    )


def _checks(count: int, words: Words) -> str:
    return words.count("within a sentence", "%(count)s fact-check", "%(count)s fact-checks", count)
