"""
Which sentences of a document are most worth checking.

Rule 1: a sentence is judged by what stands in it, and a little by what stands around it; who says
it, and of whom, does not count.
Rule 2: no list is learned from a text, and no text is kept: a rule set is words and weights that
anybody can read, and says why it chose a sentence.
Rule 3: where a language has no rule set, only what needs no words counts, and the editor is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.reading.checkworthy import any_language, english
from factcheck.reading.checkworthy.rules import WORD, Cue, Kind, RuleSet

__all__ = ["Judged", "Kind", "has_rules", "judge", "rules_for", "with_surroundings"]

#: By the language's own part of its tag.
RULE_SETS: Final = MappingProxyType({"en": english.RULES})

#: How much of a neighbour's score counts, for the next and for the next but one: a statement worth
#: checking seldom stands alone.
NEIGHBOURS: Final = (0.2, 0.1)

APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'"})  # noqa: RUF001 - these are meant


class Judged(NamedTuple):
    """
    What is told of a sentence.
    """

    #: The higher, the more worth checking.
    score: float
    kind: Kind

    #: What speaks for it, in the order of the rule set.
    reasons: tuple[str, ...]


def has_rules(language: str) -> bool:
    """
    Tell whether a language (BCP 47) has a rule set of its own.
    """
    return language.partition("-")[0] in RULE_SETS


def rules_for(language: str) -> RuleSet:
    """
    Return the rule set of a language (BCP 47), or the one for any language.
    """
    return RULE_SETS.get(language.partition("-")[0], any_language.RULES)


def judge(sentences: Sequence[str], language: str) -> list[Judged]:
    """
    Judge the sentences of a document.

    Args:
        sentences: All of them, in order.

        language: BCP 47; the document's.

    Returns:
        What is told of each.
    """
    rules = rules_for(language)
    found = [cues_in(sentence, rules) for sentence in sentences]
    scores = with_surroundings([sum(cue.weight for cue in cues) for cues in found])
    return [
        Judged(round(score, 3), _kind(cues, rules), _reasons(cues))
        for score, cues in zip(scores, found, strict=True)
    ]


def cues_in(sentence: str, rules: RuleSet) -> tuple[Cue, ...]:
    """
    Return the cues that stand in a sentence.
    """
    text = sentence.translate(APOSTROPHES).casefold()
    words = WORD.findall(text)
    return tuple([cue for cue in rules.cues if cue.stands_in(text, words)])


def with_surroundings(scores: Sequence[float]) -> list[float]:
    """
    Return each sentence's score with a part of its neighbours'.
    """
    edge = [0.0] * len(NEIGHBOURS)
    padded = [*edge, *scores, *edge]
    return [
        padded[at]
        + sum(
            share * (padded[at - away] + padded[at + away])
            for away, share in enumerate(NEIGHBOURS, start=1)
        )
        for at in range(len(edge), len(edge) + len(scores))
    ]


def _kind(cues: tuple[Cue, ...], rules: RuleSet) -> Kind:
    names = {cue.name for cue in cues}
    for name, kind, unless in rules.kinds:
        if name in names and names.isdisjoint(unless):
            return kind
    return Kind.STATEMENT


def _reasons(cues: tuple[Cue, ...]) -> tuple[str, ...]:
    return tuple([cue.name for cue in cues if cue.weight > 0 and not cue.length])
