# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from factcheck.model.verdict import Claim
from factcheck.reading.anchoring import Ground, cut_word, places
from factcheck.reading.quoting import find_quote
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from specimens import document

TEXT = """\
SPECIMEN: written to test a program.

The bridge has four arches: it's the town's #1 sight. “The tower,” they say, “has nine
bells.” The bridge is old, and the tower is old.
"""

#: A document of few words, so that many of them stand in several places.
WORDS = st.lists(
    st.sampled_from(
        ["old", "bridge", "bridges", "it's", "“a”", "x: y", "#1", "– no", "é\u0301", "\n"]
    ),
    min_size=3,
    max_size=40,
)


def selected(pasted: str) -> dict[str, str]:
    """What the reader makes of a quote as it is pasted."""
    told = yaml.load(pasted, Loader=yaml.BaseLoader)["quote"]  # noqa: S506
    return {"exact": told} if isinstance(told, str) else told


def quote(folder: Path, words: str, *, typed: str | None = None) -> Result:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return CliRunner().invoke(main, ["quote", str(folder / "a.txt"), words], input=typed)


def test_words_are_printed_as_the_document_has_them(tmp_path: Path) -> None:
    """Other quotation marks and spaces are put right, the quote is safe to paste, and nothing
    else is printed."""
    told = quote(tmp_path, "it's the town's #1 sight.  \"The tower,\" they say")

    assert told.exit_code == 0
    assert told.stdout == "quote: 'it''s the town''s #1 sight. “The tower,” they say'\n"
    assert told.stderr == ""


def test_words_that_stand_twice_get_context(tmp_path: Path) -> None:
    """Each place is printed with its line and the least context that tells it from the other."""
    told = quote(tmp_path, "is old")

    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "# line 4",
        "quote: {exact: 'is old', prefix: 'bridge'}",
        "# line 4",
        "quote: {exact: 'is old', prefix: 'tower'}",
    ]


@pytest.mark.parametrize(
    ("words", "message", "meant"),
    [
        ("The bridge has five arches", "this quote is not found in a.txt; the nearest", "four"),
        ("ridge has four", "these words begin or end within the word “bridge”", "bridge has"),
    ],
)
def test_what_was_meant_is_shown(tmp_path: Path, words: str, message: str, meant: str) -> None:
    """Words that are not there as typed are told with the nearest, ready to paste; exit code 1."""
    told = quote(tmp_path, words)

    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr.startswith(message)
    assert "did you mean, on line 3:\nquote: '" in told.stderr
    assert meant in told.stderr.splitlines()[-1]


def test_words_that_are_nowhere_near_are_told(tmp_path: Path) -> None:
    """Where nothing is like the words, nothing is proposed."""
    told = quote(tmp_path, "Quarterly earnings rose sharply")

    assert (told.exit_code, told.stdout) == (1, "")
    assert "did you mean" not in told.stderr


def test_words_come_from_standard_input(tmp_path: Path) -> None:
    """Words that no shell would take are read from standard input."""
    told = quote(tmp_path, "-", typed="“has nine\nbells.”\n")

    assert (told.exit_code, told.stdout) == (0, "quote: '“has nine bells.”'\n")


def test_the_sidecar_names_its_document(tmp_path: Path) -> None:
    """Instead of the document, its sidecar may be named, or a translation of that."""
    quote(tmp_path, "x")
    for name in ("a.verdict.yaml", "a.es.verdict.yaml"):
        told = CliRunner().invoke(main, ["quote", str(tmp_path / name), "four arches"])
        assert (told.exit_code, told.stdout) == (0, "quote: 'four arches'\n")


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("gone.txt", "a", "there is no file"),
        ("gone.verdict.yaml", "a", "there is no single document beside"),
        ("a.pdf", "a", "is neither a document nor a sidecar"),
        ("a.txt", " ", "expected words"),
        ("a.txt", "a\u202eb", "U+202E"),
    ],
)
def test_what_cannot_be_understood_is_told(
    tmp_path: Path, name: str, words: str, message: str
) -> None:
    """A missing document, and words that nobody could see, end with a sentence and exit code 2."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told = CliRunner().invoke(main, ["quote", str(tmp_path / name), words])

    assert told.exit_code == 2
    assert message in " ".join(told.output.split())
    assert "\u202e" not in told.output


def test_a_document_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    """A document that the check refuses is told in the check's words."""
    (tmp_path / "a.txt").write_bytes(b"a\nb \xff c\n")
    told = CliRunner().invoke(main, ["quote", str(tmp_path / "a.txt"), "b"])

    assert told.exit_code == 1
    assert "a.txt:2:3: document-encoding: " in told.output


@settings(deadline=None, max_examples=300)
@given(WORDS, st.data())
def test_whatever_is_pasted_is_found_in_its_place_alone(
    words: list[str], data: st.DataObject
) -> None:
    """Every quote that is printed is read back as typed, and stands in one place: another each."""
    ground = Ground(document(" ".join(["SPECIMEN.", *words])))
    text = ground.document.text
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    sought = text[start : start + data.draw(st.integers(1, 30))].strip()
    assume(any(sign.isalnum() for sign in sought))

    found = find_quote(ground, sought, "a.txt")

    taken = []
    for one in found.quotes:
        read = Claim.model_validate(
            {"id": "a", "claim": "b", "rating": "c", "reason": "d", "quote": selected(one.text)}
        ).quote
        assert read
        (anchor,) = places(ground, read)
        assert not cut_word(text, anchor)
        assert one.line == ground.document.line_at(anchor.start)
        taken.append(anchor)
    assert len({*taken}) == len(taken)
    assert found.quotes or found.message
