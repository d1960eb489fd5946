"""
How well the sentences that fact-checkers took up are told from others.

The data is any folder of transcripts (``*.tsv``), one sentence a line: number, speaker, text, and
1 where fact-checkers took it up, else 0. None of it is kept: what is fitted are the few weights of
the English rule set, by logistic regression, and each transcript is judged with weights that were
fitted on all the others.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

from factcheck.reading.checkworthy import cues_in, rules_for, with_surroundings

#: How strongly weights are held near nothing, and how often they are bettered: few are enough.
RIDGE: Final = 5.0
STEPS: Final = 8
#: Most sentences are not taken up: the logarithm of the odds, about.
START: Final = -3.0
FIELDS: Final = 4


class Sentence(NamedTuple):
    """
    One sentence of a transcript.
    """

    text: str
    is_taken_up: bool


class Transcript(NamedTuple):
    """
    One transcript, and which cues stand in each sentence, by their places in the rule set.
    """

    name: str
    sentences: tuple[Sentence, ...]
    cues: tuple[tuple[int, ...], ...]

    @property
    def labels(self) -> list[bool]:
        """Which sentences were taken up."""
        return [sentence.is_taken_up for sentence in self.sentences]


class Outcome(NamedTuple):
    """
    The average precision of one transcript under each way of ranking, by its name.
    """

    name: str
    sentences: int
    taken_up: int
    precision: dict[str, float]


def read_transcripts(folder: Path, language: str = "en") -> list[Transcript]:
    """
    Read a folder of transcripts.

    Raises:
        ValueError: If there is none, or a line has another form; with a sentence that says so.
    """
    rules = rules_for(language)
    found = []
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").split("\n")
        sentences = tuple(
            _sentence(path, number, line) for number, line in enumerate(lines, 1) if line
        )
        at = {cue.name: place for place, cue in enumerate(rules.cues)}
        cues = tuple(
            tuple(at[cue.name] for cue in cues_in(sentence.text, rules)) for sentence in sentences
        )
        if any(sentence.is_taken_up for sentence in sentences):
            found.append(Transcript(path.stem, sentences, cues))
    if len(found) < len(("one to judge", "one to fit on")):
        msg = f"{folder} holds fewer than two transcripts (*.tsv) with a sentence taken up"
        raise ValueError(msg)
    return found


def _sentence(path: Path, number: int, line: str) -> Sentence:
    parts = line.split("\t")
    if len(parts) != FIELDS or parts[3].strip() not in {"0", "1"}:
        msg = f"{path.name}:{number}: expected number, speaker, text and 0 or 1, parted by tabs"
        raise ValueError(msg)
    return Sentence(parts[2], parts[3].strip() == "1")


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """
    Return the mean, over all that should be found, of the precision where each is found.

    Equal scores keep the order of the text.
    """
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    found, total = 0, 0.0
    for rank, at in enumerate(order, start=1):
        if labels[at]:
            found += 1
            total += found / rank
    return total / found


def measure(transcripts: Sequence[Transcript], language: str = "en") -> list[Outcome]:
    """
    Rank the sentences of each transcript in every way, with weights that have not seen it.
    """
    shipped = [cue.weight for cue in rules_for(language).cues]
    outcomes = []
    for one in transcripts:
        held_out = fit([other for other in transcripts if other is not one], len(shipped))
        ways = {
            "held out": _scores(one, held_out),
            "as shipped": _scores(one, shipped),
            "length": [float(len(sentence.text)) for sentence in one.sentences],
            "order": [float(-at) for at in range(len(one.sentences))],
        }
        precision = {way: average_precision(scores, one.labels) for way, scores in ways.items()}
        outcomes.append(Outcome(one.name, len(one.sentences), sum(one.labels), precision))
    return outcomes


def means(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """
    Return the mean average precision of each way of ranking.
    """
    return {
        way: fmean(outcome.precision[way] for outcome in outcomes) for way in outcomes[0].precision
    }


def _scores(transcript: Transcript, weights: Sequence[float]) -> list[float]:
    return with_surroundings([sum(weights[at] for at in cues) for cues in transcript.cues])


def fit(transcripts: Iterable[Transcript], count: int) -> list[float]:
    """
    Fit one weight for each cue: ridge logistic regression, by Newton's steps.

    Sentences with the same cues are one row, so that this takes a second.

    Args:
        transcripts: What to fit on.

        count: How many cues the rule set has.
    """
    # How many sentences with the same cues were passed over, and taken up.
    rows = defaultdict[tuple[int, ...], list[int]](lambda: [0, 0])
    for transcript in transcripts:
        for cues, sentence in zip(transcript.cues, transcript.sentences, strict=True):
            rows[cues][sentence.is_taken_up] += 1
    weights = [0.0] * count + [START]
    for _ in range(STEPS):
        step = _solved(*_slope(rows, weights))
        weights = [weight + more for weight, more in zip(weights, step, strict=True)]
    return weights[:-1]


Matrix = list[list[float]]


def _slope(
    rows: dict[tuple[int, ...], list[int]], weights: Sequence[float]
) -> tuple[Matrix, list[float]]:
    """Return the likelihood's curvature and slope; the constant, held near its start, is last."""
    last = len(weights) - 1
    slope = [-RIDGE * weight for weight in weights[:last]] + [RIDGE * (START - weights[last])]
    curve = [[RIDGE * (at == other) for other in range(last + 1)] for at in range(last + 1)]
    for cues, (passed, taken) in rows.items():
        places = (*cues, last)
        chance = 1 / (1 + math.exp(-sum(weights[at] for at in places)))
        error = taken - (passed + taken) * chance
        bend = (passed + taken) * chance * (1 - chance)
        for one in places:
            slope[one] += error
            for other in places:
                curve[one][other] += bend
    return curve, slope


def _solved(matrix: Matrix, right: Sequence[float]) -> list[float]:
    """Solve linear equations by elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for below in rows[at + 1 :]:
            share = below[at] / pivot[at]
            for column in range(at, len(pivot)):
                below[column] -= share * pivot[column]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        rest = sum(rows[at][column] * found[column] for column in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - rest) / rows[at][at]
    return found


def table(outcomes: Sequence[Outcome]) -> list[tuple[str, ...]]:
    """
    Return the outcomes as rows of a table, the head first and the means last.
    """
    ways = tuple(outcomes[0].precision)
    sizes = sum(one.sentences for one in outcomes), sum(one.taken_up for one in outcomes)
    whole = Outcome("Mean (MAP)", *sizes, means(outcomes))
    rows = [
        (
            one.name,
            f"{one.sentences:,}",
            str(one.taken_up),
            *[f"{one.precision[way]:.3f}" for way in ways],
        )
        for one in (*outcomes, whole)
    ]
    return [("Transcript", "sentences", "taken up", *ways), *rows]


def weights(transcripts: Sequence[Transcript], language: str = "en") -> Iterator[tuple[str, ...]]:
    """
    Give each cue with the weight that all transcripts together give it, and the shipped one.
    """
    cues = rules_for(language).cues
    for cue, fitted in zip(cues, fit(transcripts, len(cues)), strict=True):
        yield cue.name, f"{fitted:.2f}", f"{cue.weight:.1f}"
