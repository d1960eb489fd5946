from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.diagnostics import Problem
from factcheck.model import bounds, nearest
from factcheck.model.nearest import Proposals
from factcheck.model.patience import Patience
from factcheck.model.verdict import Quote
from factcheck.reading import misquotes
from factcheck.reading.anchoring import Ground, look_for, places
from factcheck.reading.documents import read_document
from factcheck.reading.oversize import long_line
from factcheck.usecases.read import Contents, read_contents
from specimens import document, project

from bench.inputs import KINDS, SHAPES, Files, Kind, Shape

BY_NAME = {shape.name: shape for shape in SHAPES}


def read(files: Files, folder: Path) -> Contents:
    files.write(folder)
    return read_contents(project(folder, folder / "content" / "ratings.yaml"))


def place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}:{problem.column} {problem.code}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_reaches_a_bound_is_read(kind: Kind, tmp_path: Path) -> None:
    """An input as large, long or deep as is allowed is a fact-check without any problem."""
    contents = read(kind.at(), tmp_path)

    assert contents.problems == ()
    assert len(contents.checks) == 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_exceeds_a_bound_is_refused_at_its_place(kind: Kind, tmp_path: Path) -> None:
    """An input of one more than is allowed is refused alone, where the one more stands."""
    contents = read(kind.over(), tmp_path)

    assert [place(problem) for problem in contents.problems] == [kind.refused]


def test_one_wrong_rating_among_ten_thousand_is_found_on_its_line(tmp_path: Path) -> None:
    """In a sidecar as large as is allowed, one wrong word is told with its line, and alone."""
    contents = read(
        BY_NAME["10,000 claims, one with a wrong rating on line 40,002"].make(), tmp_path
    )
    (problem,) = contents.problems

    assert place(problem) == "seeds/specimen.verdict.yaml:40002:13 unknown-rating"
    assert problem.hint == "did you mean unproven?"


def test_ten_thousand_quotes_of_one_word_are_each_found(tmp_path: Path) -> None:
    """One word that is quoted ten thousand times is found each time where its context stands."""
    contents = read(BY_NAME["10,000 claims on one word, told apart by a prefix"].make(), tmp_path)
    (check,) = contents.checks
    starts = [ruled.anchor.start for ruled in check.claims if ruled.anchor]

    assert contents.problems == ()
    assert starts == list(range(7, 12 * 10_000, 12))


@pytest.mark.parametrize(
    "shape",
    [shape for shape in SHAPES if "10,000" in shape.name and "claims on" not in shape.name],
    ids=lambda shape: shape.name,
)
def test_every_one_of_thousands_of_problems_is_told(shape: Shape, tmp_path: Path) -> None:
    """However many problems there are, each is told at a place of its own file's lines."""
    contents = read(shape.make(), tmp_path)

    assert contents.problems
    assert all(problem.line > 1 for problem in contents.problems)
    assert list(contents.problems) == sorted(contents.problems)


def test_a_search_ends_after_characters_never_after_seconds() -> None:
    """What was looked through is counted, and what was asked for last is not looked through."""
    patience = Patience(10)

    assert [patience.lasts(5), patience.lasts(5), patience.lasts(0)] == [True, True, True]
    assert [patience.lasts(1), patience.lasts(0)] == [False, False]


def test_nearest_words_are_looked_for_until_enough_was_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of many mistyped words the first get a proposal, by the number of characters compared."""
    monkeypatch.setattr(nearest, "NEAREST_SEARCH", 30)
    proposals = Proposals(["bridge", "tower"])

    assert [proposals.did_you_mean("bridg") for _ in range(3)] == ["did you mean bridge?"] * 2 + [
        ""
    ]


def test_hints_to_misquotes_become_general_when_enough_was_looked_through() -> None:
    """A misquote is told even when no more is looked through for the words that were meant."""
    ground, quote = Ground(document("The bridge has four arches.")), Quote(exact="bridge has for")
    told = misquotes.not_found(ground, quote, "a.txt")
    ground.patience.left = 0

    assert "the nearest words stand on its line 1" in told[0]
    assert misquotes.not_found(ground, quote, "a.txt") == (
        "this quote is not found in a.txt",
        misquotes.GENERAL,
    )


def test_hints_to_ambiguous_quotes_become_general_when_enough_was_looked_through() -> None:
    """An ambiguous quote is told even when no more context is tried."""
    ground, quote = Ground(document("a bridge, a tower")), Quote(exact="a")
    found = places(ground, quote)
    ground.patience.left = 0

    assert misquotes.ambiguous(ground, quote, found, "a.txt")[1] == (
        "add prefix: or suffix: with the words just before or after it"
    )


def test_no_quote_is_taken_for_single_when_the_search_ended_early() -> None:
    """Where too many places are tried in vain, a quote is refused rather than found once."""
    ground, quote = Ground(document("e e\u0301 e\u0301")), Quote(exact="e")
    assert len(places(ground, quote)) == 1
    ground.trials.left = 1

    assert look_for(ground, quote) == []
    assert misquotes.not_found(ground, quote, "a.txt")[0] == (
        "too much in a.txt is nearly like the quotes to tell their places"
    )


def test_no_more_places_are_told_apart_than_are_counted() -> None:
    """A word that stands everywhere is told to stand there so many times or more."""
    ground, quote = Ground(document("bridge " * 2_000)), Quote(exact="bridge")
    found = places(ground, quote)

    assert len(found) == bounds.QUOTE_PLACES
    assert "stands 100 times or more" in misquotes.ambiguous(ground, quote, found, "a.txt")[0]


@pytest.mark.parametrize(
    "exact",
    [
        "a" + "_" * 49_000 + "b",
        " " * 49_000 + "b",
        "[" * 49_000,
        "(" + " " * 48_000 + "b",
        "!" * 49_000,
        '[](a "' * 8_000,
        "\u0301\u0323" * 24_000,
        "..." * 16_000,
    ],
    ids=lambda exact: exact[:6],
)
def test_any_long_misquote_is_told(exact: str) -> None:
    """No quote of one line, however odd, keeps the search for hints at work."""
    ground = Ground(document(f"{exact[1:]} x\nThe bridge has {'!' * 40_000} four arches."))

    assert all(misquotes.not_found(ground, Quote.model_construct(exact=exact), "a.txt"))


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_signs_of_markup_in_a_text_are_words(name: str) -> None:
    """What bounds markup in one format bounds nothing in a text file."""
    signs = "<b>*" * 60_000
    lines = "\n".join(signs[at : at + 40_000] for at in range(0, len(signs), 40_000))

    assert read_document(lines.encode(), "a.txt")[0]
    assert [problem.code for problem in read_document(lines.encode(), name)[1]] in (
        [["document-bounds"]] if name == "a.md" else [["document-bounds"], []]
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_only_a_line_that_is_longer_than_the_bound_is_too_long(end: str) -> None:
    """A line is measured between line ends of every kind, and may be as long as the bound."""
    line = "a" * bounds.LINE_CHARACTERS

    assert long_line(f"{line}{end}{line}{end}") is None
    assert long_line(f"{line}{end}a{line}{end}") == len(line) + len(end)
