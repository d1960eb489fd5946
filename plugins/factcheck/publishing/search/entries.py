"""
What one fact-check gives to search: its words with their weights, and what a hit shows.

Made where the fact-check's pages are made, and kept with them: joining all needs no text again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from factcheck.digest.entries import by_prominence
from factcheck.model.characters import deceiving
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.search.numbers import rising
from factcheck.publishing.search.words import words
from factcheck.publishing.words import direction

#: A word's weight in a hit has so many steps.
STEPS: Final = 8

#: How soon more of the same word adds nothing; how much a long text counts less. As in BM25F
#: (Robertson and Zaragoza, 2009), with the parameters that the bench found best.
SATURATION: Final = 2.5
LENGTH: Final = 0.6

#: So many hits of a fact-check are kept in one piece.
PART: Final = 32


class Field(NamedTuple):
    """
    A text in which words are found.
    """

    text: str

    #: What finding a word in it is worth.
    weight: float

    #: How many words such a text has as a rule.
    usual: int


class Findable(NamedTuple):
    """
    What one fact-check gives to search: the fact-check itself first, then its rulings.
    """

    #: How many can be found.
    hits: int = 0

    #: What is shown of them, as JSON, each part with how many it holds.
    parts: tuple[tuple[int, str], ...] = ()

    #: A line for each word: the word, then for each that has it ``place * STEPS + weight``
    #: and, behind a colon, the word's positions.
    words: str = ""


def findable(check: FactCheck, record: Record) -> Findable:
    """
    Make what a fact-check gives to search.

    Args:
        check: The fact-check; readers may see it, and it stands.

        record: Notes what hits link to.
    """
    rulings = by_prominence(check)
    fields = [_fields_of_check(check), *(_fields_of_claim(ruled) for ruled in rulings)]
    hits = [_shown_check(check, record), *(_shown(check, one, record) for one in rulings)]
    return Findable(len(hits), tuple(_parts(check, hits, record)), indexed(fields))


def _fields_of_check(check: FactCheck) -> list[Field]:
    verdict = check.verdict
    return [
        Field(verdict.title, 3.0, 10),
        Field(" ".join(filter(None, (verdict.reason, verdict.summary))), 1.0, 30),
        *(Field(topic, 2.0, 2) for topic in verdict.topics),
        Field(verdict.document.outlet or "", 2.0, 3),
        Field(verdict.document.title or "", 1.5, 10),
    ]


def _fields_of_claim(ruled: RuledClaim) -> list[Field]:
    claim = ruled.claim
    translated = claim.quote_translation
    return [
        Field(claim.claim, 3.0, 12),
        Field(claim.quote.exact if claim.quote else "", 2.0, 12),
        Field(translated.text if translated else "", 1.5, 12),
        Field(claim.reason, 1.2, 20),
        *(Field(party.name, 2.5, 2) for party in claim.claimant),
        *(Field(party.name, 1.5, 2) for party in claim.attributed_to),
    ]


def indexed(fields: Iterable[list[Field]]) -> str:
    """
    Return the words of several hits as ``Findable.words`` has them.

    Args:
        fields: The texts of each hit, in order.
    """
    found: dict[str, list[str]] = {}
    for place, texts in enumerate(fields):
        for word, (worth, positions) in _weighed(texts).items():
            entry = f"{place * STEPS + _step(worth)}:{rising(positions)}"
            found.setdefault(word, []).append(entry)
    return "\n".join(f"{word} {' '.join(entries)}" for word, entries in found.items())


def _weighed(fields: Iterable[Field]) -> dict[str, tuple[float, list[int]]]:
    """Give each word's worth and positions; no phrase goes from one text into the next."""
    found: dict[str, tuple[float, list[int]]] = {}
    start = 0
    for field in fields:
        all_words = words(field.text)
        worth = field.weight / (1 - LENGTH + LENGTH * len(all_words) / field.usual)
        for position, word in enumerate(all_words, start):
            before, positions = found.setdefault(word, (0.0, []))
            positions.append(position)
            found[word] = (before + worth, positions)
        start += len(all_words) + 1
    return found


def _step(worth: float) -> int:
    return min(STEPS - 1, int(STEPS * worth / (worth + SATURATION)))


def _shown_check(check: FactCheck, record: Record) -> list[object]:
    verdict = check.verdict
    return [
        record.to(check_path(check.slug)),
        f"{check.scale.id}/{check.rating.key}" if check.rating else "",
        verdict.title,
        (verdict.reason if check.rating else None) or verdict.summary,
        "",
        _seen(verdict.document.outlet or ""),
    ]


def _shown(check: FactCheck, ruled: RuledClaim, record: Record) -> list[object]:
    claim = ruled.claim
    return [
        record.to_claim(check.slug, claim.id),
        f"{check.scale.id}/{ruled.rating.key}",
        claim.claim,
        claim.reason,
        _seen(claim.quote.exact) if claim.quote else "",
        ", ".join(party.name for party in claim.claimant),
    ]


def _parts(
    check: FactCheck, hits: list[list[object]], record: Record
) -> Iterator[tuple[int, str]]:
    verdict = check.verdict
    around = [
        record.to(check_path(check.slug)),
        verdict.title,
        verdict.language,
        direction(verdict.language),
        record.words.date(verdict.published.as_date),
        verdict.sample,
    ]
    for start in range(0, len(hits), PART):
        some = hits[start : start + PART]
        yield len(some), encoded([around, some])


def _seen(text: str) -> str:
    """Put a sign in the place of whatever deceives, as pages do."""
    parts: list[str] = []
    at = 0
    for found in deceiving(text):
        parts += text[at : found.at], found.sign
        at = found.end
    return "".join((*parts, text[at:]))
