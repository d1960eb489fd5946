"""
How ranking is measured; the sentences here are made up.
"""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.__main__ import main
from bench.checkworthy import average_precision, fit, means, measure, read_transcripts

TAKEN_UP = ["Prices rose by 20 percent in 2019.", "The council spent 3 million on it."]
PASSED_OVER = ["Thank you very much.", "What do you say?", "I like it here.", "Well, let us see."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        lines = [*((text, 0) for text in PASSED_OVER), *((text, 1) for text in TAKEN_UP)]
        told = [f"{number}\tA\t{text}\t{label}" for number, (text, label) in enumerate(lines, 1)]
        (tmp_path / f"{name}.tsv").write_text("\n".join(told), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([3, 2, 1], (1 + 2 / 3) / 2),
        ([1, 2, 3], (1 + 2 / 3) / 2),
        ([3, 1, 2], 1.0),
        ([1, 3, 2], (1 / 2 + 2 / 3) / 2),
        ([0, 0, 0], (1 + 2 / 3) / 2),
    ],
)
def test_average_precision_is_that_of_the_shared_task(
    scores: list[float], expected: float
) -> None:
    """The mean of the precision at each sentence taken up; equal scores keep the order."""
    assert math.isclose(average_precision(scores, [True, False, True]), expected)


def test_a_transcript_is_judged_with_weights_that_have_not_seen_it(folder: Path) -> None:
    """Another label in a transcript changes no weight that it is judged with."""
    first = measure(read_transcripts(folder))
    path = folder / "two.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("here.\t0", "here.\t1"), "utf-8")
    transcripts = read_transcripts(folder)
    rest = [one for one in transcripts if one.name != "two"]

    assert means(first)["held out"] == 1.0
    assert fit(rest, 18) == fit([rest[1], rest[0]], 18)
    assert measure(transcripts)[2].precision["held out"] < 1.0


def test_every_way_of_ranking_is_told(folder: Path) -> None:
    """The command prints each transcript, the means beside order and length, and the weights."""
    result = CliRunner().invoke(main, ["checkworthy", str(folder)])

    assert result.exit_code == 0
    assert "| Transcript | sentences | taken up | held out | as shipped | length | order |" in (
        result.output
    )
    assert "| Mean (MAP) | 18 | 6 | 1.000 |" in result.output
    assert "| figure |" in result.output


@pytest.mark.parametrize(
    "text", ["1\tA\tA text without a label", "1\tA\tA text\t2", "a page of prose"]
)
def test_another_folder_is_refused(folder: Path, text: str) -> None:
    """What is no such transcript is told with file and line."""
    (folder / "four.tsv").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["checkworthy", str(folder)])

    assert result.exit_code == 2
    assert "four.tsv:1: expected" in result.output


def test_too_few_transcripts_are_refused(tmp_path: Path) -> None:
    """One cannot be held out where there is none other."""
    with pytest.raises(ValueError, match="fewer than two"):
        read_transcripts(tmp_path)
