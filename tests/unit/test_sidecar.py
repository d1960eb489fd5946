from __future__ import annotations

import pytest
from factcheck.diagnostics import Severity
from factcheck.reading.sidecar import Sidecar, read_sidecar
from specimens import SIDECAR, edited, scales

SCALES = scales()


def read(text: str) -> Sidecar:
    return read_sidecar(text.encode(), "a.verdict.yaml", SCALES)


def codes(text: str) -> list[str]:
    return sorted(problem.code for problem in read(text).problems)


def test_valid_sidecar_becomes_a_verdict() -> None:
    """A whole sidecar has a verdict and no problem."""
    sidecar = read(SIDECAR)

    assert sidecar.problems == ()
    assert sidecar.verdict is not None
    assert [claim.id for claim in sidecar.verdict.claims] == ["arches"]


def test_all_problems_are_told_in_one_reading() -> None:
    """Cleverness, fields, rules between fields and cut texts are told together."""
    text = edited(
        SIDECAR,
        ("status: published", "status: publised"),
        ("language: en", "language: English\nlanguage: en"),
        ("authors: [Desk]", "authors: &us [Desk]"),
        ("rating: true", "rating: ture"),
        ("counts four.", "counts #4."),
        ("work: survey", "work: survye"),
    )

    assert codes(text) == [
        "bad-language",
        "not-in-list",
        "text-cut",
        "unknown-rating",
        "work-not-listed",
        "yaml-anchor",
        "yaml-duplicate-key",
    ]


def test_sidecar_with_an_error_has_no_verdict() -> None:
    """An error keeps the verdict back; a warning does not."""
    broken = edited(SIDECAR, ("work: survey", "work: survye"))
    warned = edited(
        SIDECAR,
        ("that does not exist", "that does not exist\n    published: 2026-05"),
        ("rating: true", "rating: true\n    as_of: 2026-03"),
    )

    assert read(broken).verdict is None
    assert [problem.severity for problem in read(warned).problems] == [Severity.WARNING]
    assert read(warned).verdict is not None


@pytest.mark.parametrize("status", ["draft", "'draft'", '"draft"', "draft # not yet"])
def test_draft_softens_every_problem(status: str) -> None:
    """In a draft each problem is a warning, however the status is written."""
    text = edited(SIDECAR, ("status: published", f"status: {status}"), ("en\n", "English\n"))

    sidecar = read(text)

    assert sidecar.is_draft
    assert [problem.severity for problem in sidecar.problems] == [Severity.WARNING]
    assert sidecar.verdict is None


def test_draft_that_is_no_yaml_is_softened_too() -> None:
    """A draft is known as one even where YAML cannot be read to its end."""
    sidecar = read(
        edited(SIDECAR, ("published\n", "draft\n"), ("The survey counts", "The survey: it counts"))
    )

    assert [problem.severity for problem in sidecar.problems] == [Severity.WARNING]


def test_word_draft_elsewhere_softens_nothing() -> None:
    """Only the status says that a check is a draft."""
    text = edited(
        SIDECAR, ("summary: The", "summary: |\n  status: draft\n  The"), ("true", "ture")
    )

    assert [problem.severity for problem in read(text).problems] == [Severity.ERROR]


def test_own_keys_are_ignored_everywhere() -> None:
    """Keys that begin with x_ may hold anything, at any depth."""
    text = edited(
        SIDECAR,
        ("language: en", "language: en\nx_desk: {a: [1, 2], b: '#'}"),
        ("kind: article", "kind: article\n  x_note: # nothing"),
        ("stance: supports", "stance: supports\n        x_page: 4 # four"),
    )

    assert codes(text) == []


@pytest.mark.parametrize(
    "typed", ["false", "no", "1e3", "2026-01-02", "0x10", "null-and-void", "012"]
)
def test_values_stay_as_typed(typed: str) -> None:
    """A title, a rating and a topic mean what the editor typed, not what YAML makes of it."""
    text = edited(SIDECAR, ("A specimen about a bridge", typed), ("[Desk]", f"[{typed}]"))

    verdict = read(text).verdict

    assert verdict is not None
    assert (verdict.title, verdict.authors) == (typed, (typed,))


@pytest.mark.parametrize("typed", ["false", "'false'", '"false"'])
def test_rating_false_is_a_rating(typed: str) -> None:
    """YAML's word for untrue is the rating of that name."""
    verdict = read(edited(SIDECAR, ("rating: true", f"rating: {typed}"))).verdict

    assert verdict is not None
    assert verdict.claims[0].rating == "false"


@pytest.mark.parametrize("typed", ["no", "1e3", "2026-01-02"])
def test_rating_that_is_none_is_told_as_typed(typed: str) -> None:
    """A wrong rating is shown as it was typed."""
    (problem,) = read(edited(SIDECAR, ("rating: true", f"rating: {typed}"))).problems

    assert problem.message.startswith(f"“{typed}” is not a rating of default@1")


@pytest.mark.parametrize(
    "line",
    [
        "status: published",
        "language: en",
        "published: 2026-11-22",
        "authors: [Desk]",
        "  kind: article",
        "  - id: arches",
        "    rating: true",
        "      - work: survey",
        "        stance: supports",
    ],
)
def test_comment_after_a_value_that_is_no_text_is_allowed(line: str) -> None:
    """A comment may follow whatever holds no person's words."""
    assert codes(edited(SIDECAR, (f"{line}\n", f"{line}  # why\n"))) == []


@pytest.mark.parametrize("mark", ["'", '"'])
def test_comment_after_a_quoted_text_is_allowed(mark: str) -> None:
    """Quotation marks show where a text ends, so a comment may follow it."""
    reason = f"reason: {mark}The survey counts #4.{mark}  # why\n"
    verdict = read(edited(SIDECAR, ("reason: The survey counts four.\n", reason))).verdict

    assert verdict is not None
    assert verdict.claims[0].reason == "The survey counts #4."


def test_hash_within_a_block_is_text() -> None:
    """What stands in a block after >- or | is never cut."""
    block = "reason: >-\n      The survey's #1 count: # four.\n"
    verdict = read(edited(SIDECAR, ("reason: The survey counts four.\n", block))).verdict

    assert verdict is not None
    assert verdict.claims[0].reason == "The survey's #1 count: # four."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A specimen", "title: A #1 specimen"),
        ("title: A specimen about a bridge", "title: A specimen\n  about #1"),
        ("title: A specimen about a bridge", "title: # A specimen"),
        ("quote: The bridge", "quote: The #1 bridge"),
        ("quote: The bridge has four arches", "quote:\n      exact: The #1"),
        ("quote: The bridge has four arches", "quote: \n      exact: The\n      suffix: a #1"),
        ("authors: [Desk]", "authors:\n  - Desk #1"),
        ("    title: A survey", "    title: A survey #1"),
        ("finding: It", "finding: It #1"),
    ],
)
def test_cut_text_is_refused_wherever_words_stand(old: str, new: str) -> None:
    """No field that holds a person's words loses a part of them in silence."""
    assert "text-cut" in codes(edited(SIDECAR, (old, new)))


def test_mend_for_a_cut_text_works() -> None:
    """The line that the hint proposes keeps the whole text."""
    broken = edited(SIDECAR, ("The survey counts four.", "It's 'the' #1 count."))
    (problem,) = read(broken).problems
    mend = problem.hint.removeprefix("if it belongs to the text: ").split("; if not")[0]

    verdict = read(edited(broken, ("reason: It's 'the' #1 count.", mend))).verdict

    assert verdict is not None
    assert verdict.claims[0].reason == "It's 'the' #1 count."


def test_quotes_are_given_also_where_the_verdict_is_not_whole() -> None:
    """A broken field hides no quote."""
    text = edited(SIDECAR, ("language: en", "language: English"))

    assert [(path, quote.exact) for path, quote in read(text).quotes()] == [
        (("claims", 0, "quote"), "The bridge has four arches")
    ]


def test_single_claimant_may_stand_without_a_list() -> None:
    """One party may stand where a list of one is meant, and is told at its own place."""
    party = "    claimant: {name: Nobody, type: %s}\n    claim: The bridge"
    whole = read(edited(SIDECAR, ("    claim: The bridge", party % "person"))).verdict
    (problem,) = read(edited(SIDECAR, ("    claim: The bridge", party % "ghost"))).problems

    assert whole is not None
    assert whole.claims[0].claimant[0].name == "Nobody"
    assert (problem.code, problem.line, problem.column) == ("not-in-list", 15, 36)


def test_file_that_is_no_text_has_one_problem() -> None:
    """A file in another encoding is told once, and nothing is made of it."""
    sidecar = read_sidecar(SIDECAR.encode("utf-16"), "a.verdict.yaml", SCALES)

    assert [problem.code for problem in sidecar.problems] == ["not-utf8"]
    assert sidecar.verdict is None


def test_later_evidence_that_only_gives_context_is_fine() -> None:
    """Only evidence that decides must not be younger than what the rating rests on."""
    text = edited(
        SIDECAR,
        ("that does not exist", "that does not exist\n    published: 2026-05"),
        ("rating: true", "rating: true\n    as_of: 2026-03"),
        ("stance: supports", "stance: context"),
    )

    assert codes(text) == []


def test_of_equally_likely_ids_the_first_is_proposed() -> None:
    """What a hint proposes does not depend on the order of a set, which changes with each run."""
    works = "".join(f"  w{number}:\n    title: A survey\n" for number in range(10))
    text = edited(SIDECAR, ("works:\n", f"works:\n{works}"), ("work: survey", "work: w"))

    hints = {problem.code: problem.hint for problem in read(text).problems}

    assert hints["work-not-listed"] == "did you mean w0?"
