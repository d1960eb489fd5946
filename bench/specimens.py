"""
One corpus of fact-checks that mean nothing, from which every form is written.

Each fact-check is made from the seed and its own number alone, so any of them can be made again
without the others. What counts for its cost is what a desk's has: about 500 words, 4 claims with a
quote each, 10 pieces of evidence, an explanation of its own for each claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Final

from bench.words import Words, distinct_words, zipf

#: Each rating of ``default@1`` with its label and how often it is drawn, out of 100.
RATINGS: Final = {
    "false": ("False", 28),
    "misleading": ("Misleading", 18),
    "mostly-false": ("Mostly false", 16),
    "half-true": ("Half true", 12),
    "mostly-true": ("Mostly true", 9),
    "true": ("True", 8),
    "unproven": ("Unproven", 7),
    "satire": ("Satire", 2),
}

#: How many pieces of evidence each of the claims has.
EVIDENCE: Final = (3, 3, 2, 2)

#: Which of the fact-check's works each piece cites: 8 works, two of them cited twice.
CITED: Final = (0, 1, 2, 1, 3, 4, 4, 5, 6, 7)

#: How long a quote is; where its sentence ends first, it is shorter, but by no more than one word.
QUOTE_WORDS: Final = (6, 14)

STANCES: Final = ("refutes", "supports", "context")
KINDS: Final = ("official", "statistics", "study", "press", "agency", "reference")
FIRST_DAY: Final = date(2006, 1, 1)
DAYS: Final = 19 * 365
TOPICS: Final = 24
PUBLISHERS: Final = 240

#: One claimant for so many fact-checks.
CHECKS_A_CLAIMANT: Final = 20


@dataclass(frozen=True, slots=True)
class Work:
    """
    A cited publication that does not exist.
    """

    id: str
    title: str
    publisher: str
    url: str
    published: date
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    A work's bearing on a claim.
    """

    work: Work
    stance: str
    finding: str
    locator: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """
    A claim and the decision on it.
    """

    id: str
    number: int
    quote: str
    claim: str
    claimant: str
    rating: str
    reason: str

    #: In Markdown, the lines of its blocks.
    explanation: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Specimen:
    """
    A fact-check.
    """

    number: int
    slug: str
    title: str
    published: date
    summary: str
    topic: str
    outlet: str
    url: str
    written: date
    paragraphs: tuple[str, ...]
    works: tuple[Work, ...]

    #: In the order of their quotes, each of which stands in a paragraph of its own.
    rulings: tuple[Ruling, ...]


class Corpus:
    """
    All fact-checks of a seed and a size.
    """

    def __init__(self, seed: str, size: int) -> None:
        """
        Draw what the fact-checks share: words, topics, claimants, publishers.
        """
        self.seed: Final = seed
        self.size: Final = size
        self.words: Final = Words(seed)
        random = Random(f"{seed}/names")
        count = max(8, size // CHECKS_A_CLAIMANT)
        names = [word.capitalize() for word in distinct_words(random, 2 * count)]
        random.shuffle(names)
        pairs = zip(names[::2], names[1::2], strict=True)
        self.claimants: Final = [f"Specimen {first} {last}" for first, last in pairs]
        topics = random.sample(self.words.content, TOPICS + PUBLISHERS)
        self.topics: Final = [f"Specimens of {word}" for word in topics[:TOPICS]]
        self.publishers: Final = [f"Specimen Register of {word}" for word in topics[TOPICS:]]
        self.topic_weights: Final = zipf(TOPICS)
        self.claimant_weights: Final = zipf(count)

    def __iter__(self) -> Iterator[Specimen]:
        """Make every fact-check, one at a time."""
        return (self.specimen(number) for number in range(1, self.size + 1))

    def specimen(self, number: int) -> Specimen:
        """
        Make the fact-check with a number, from 1.
        """
        return _Writer(self, number).specimen()


class _Writer:
    """Writes one fact-check; every draw is from a source of its own."""

    def __init__(self, corpus: Corpus, number: int) -> None:
        self.corpus = corpus
        self.number = number
        self.random = Random(f"{corpus.seed}/{number}")
        self.address = f"https://archive.example/{number}"

    def specimen(self) -> Specimen:
        """Draw its parts in an order that never changes."""
        random, words = self.random, self.corpus.words
        published = FIRST_DAY + timedelta(random.randrange(DAYS))
        paragraphs = self._paragraphs()
        works = tuple(self._work(index, published) for index in range(max(CITED) + 1))
        name = words.phrase(random, 2).replace(" ", "-")
        return Specimen(
            number=self.number,
            slug=f"specimen-{self.number:06}-{name}",
            title=f"Specimen {self.number}, {words.phrase(random, random.randint(5, 8))}",
            published=published,
            summary=f"This is a specimen and checks nothing. {words.sentence(random)}",
            topic=random.choices(self.corpus.topics, cum_weights=self.corpus.topic_weights)[0],
            outlet=random.choice(self.corpus.publishers),
            url=f"{self.address}/document",
            written=published - timedelta(random.randrange(1, 15)),
            paragraphs=paragraphs,
            works=works,
            rulings=self._rulings(paragraphs, works),
        )

    def _paragraphs(self) -> tuple[str, ...]:
        words, random = self.corpus.words, self.random
        first = (
            f"This is specimen {self.number}, written of random words to measure a program; "
            "nothing in it is meant as fact."
        )
        texts = [
            " ".join(words.sentence(random) for _ in range(random.randint(3, 5))) for _ in range(8)
        ]
        return (first, *texts)

    def _work(self, index: int, published: date) -> Work:
        random, words = self.random, self.corpus.words
        return Work(
            id=f"work-{index + 1}",
            title=f"Specimen of {words.phrase(random, random.randint(4, 8))}",
            publisher=random.choice(self.corpus.publishers),
            url=f"{self.address}/{words.phrase(random, 2).replace(' ', '-')}-{index + 1}",
            published=published - timedelta(random.randrange(20, 900)),
            kind=random.choice(KINDS),
        )

    def _rulings(self, paragraphs: tuple[str, ...], works: tuple[Work, ...]) -> tuple[Ruling, ...]:
        evidence = [self._evidence(works[index]) for index in CITED]
        shares = [evidence[end - count : end] for count, end in _ends()]
        quoted = sorted(self.random.sample(range(1, len(paragraphs)), len(EVIDENCE)))
        text = "\n".join(paragraphs)
        ratings = self._different(list(RATINGS), [often for _, often in RATINGS.values()])
        claimants = self._claimants()
        quotes = [self._quote(paragraphs[index], text) for index in quoted]
        drawn = zip(quotes, ratings, claimants, shares, strict=True)
        return tuple(self._ruling(number, *one) for number, one in enumerate(drawn, start=1))

    def _ruling(
        self, number: int, quote: str, rating: str, claimant: str, evidence: list[Evidence]
    ) -> Ruling:
        random, words = self.random, self.corpus.words
        return Ruling(
            id=f"claim-{number}",
            number=number,
            quote=quote,
            claim=f"Specimen {self.number} says {words.phrase(random, 7)}.",
            claimant=claimant,
            rating=rating,
            reason=f"This specimen finds {words.phrase(random, random.randint(10, 18))}.",
            explanation=self._explanation(),
            evidence=tuple(evidence),
        )

    def _evidence(self, work: Work) -> Evidence:
        random, words = self.random, self.corpus.words
        finding = f"The specimen notes {words.phrase(random, random.randint(12, 24))}."
        locator = f"p. {random.randint(1, 300)}"
        return Evidence(work, random.choice(STANCES), finding, locator)

    def _explanation(self) -> tuple[str, ...]:
        """Markdown as desks write it: a strong word, a link, emphasis, at times a list."""
        random, words = self.random, self.corpus.words
        link = f"[{words.phrase(random, 3)}]({self.address}/note-{random.randrange(10_000)})"
        opening = (
            f"{words.sentence(random)} It is **{words.phrase(random, 2)}** in {link}, "
            f"{words.phrase(random, random.randint(8, 16))}."
        )
        closing = (
            f"{words.sentence(random)} That *{words.phrase(random, 1)}* is "
            f"{words.phrase(random, random.randint(8, 16))}. {words.sentence(random)}"
        )
        lines = [opening, "", closing]
        if random.random() < 1 / 2:
            items = [f"- {words.phrase(random, random.randint(5, 9))}" for _ in range(3)]
            lines += ["", *items]
        return tuple(lines)

    def _quote(self, paragraph: str, text: str) -> str:
        """Draw words of a paragraph that stand in the document once."""
        words = paragraph.replace(".", " .").split()
        while True:
            start = self.random.randrange(len(words))
            found = words[start : start + self.random.randint(*QUOTE_WORDS)]
            quote = " ".join(found[: found.index(".")] if "." in found else found)
            if quote.count(" ") + 2 >= QUOTE_WORDS[0] and text.count(quote) == 1:
                return quote

    def _claimants(self) -> list[str]:
        """Four different ones: a list then has as many rulings as fact-checks."""
        corpus = self.corpus
        found: dict[str, None] = {}
        while len(found) < len(EVIDENCE):
            name = self.random.choices(corpus.claimants, cum_weights=corpus.claimant_weights)[0]
            found[name] = None
        return list(found)

    def _different(self, among: list[str], weights: list[int]) -> list[str]:
        cumulated = list(accumulate(weights))
        found: dict[str, None] = {}
        while len(found) < len(EVIDENCE):
            found[self.random.choices(among, cum_weights=cumulated)[0]] = None
        return list(found)


def _ends() -> list[tuple[int, int]]:
    return list(zip(EVIDENCE, accumulate(EVIDENCE), strict=True))
