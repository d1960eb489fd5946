"""
What belongs together in ``seeds/``, told by names alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from factcheck.model import bounds
from factcheck.reading.names import is_beside, original_of, tag_of
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from specimens import RATINGS, project


def found(folder: Path, *names: str) -> tuple[list[Paths], list[tuple[str, str]]]:
    for name in names:
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    pairs, problems = find_pairs(project(folder, RATINGS))
    return pairs, [(problem.file, problem.code) for problem in problems]


def test_translations_stand_beside_their_originals_document(tmp_path: Path) -> None:
    """A language in a sidecar's name, and no document of that name: it is a translation."""
    pairs, problems = found(
        tmp_path, "x.txt", "x.verdict.yaml", "x.es.verdict.yaml", "x.pt-BR.verdict.yaml"
    )
    family = tuple(f"seeds/x.{tag}verdict.yaml" for tag in ("", "es.", "pt-BR."))

    assert problems == []
    assert pairs == [Paths("seeds/x.txt", sidecar, family) for sidecar in family]


def test_no_more_translations_are_read_than_stated(tmp_path: Path) -> None:
    """Each is read with all the others: those beyond the bound are refused, each by its name."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    tags = [f"a{one}{two}" for one in letters for two in letters][: bounds.TRANSLATIONS + 2]
    names = [f"x.{tag}.verdict.yaml" for tag in tags]
    pairs, problems = found(tmp_path, "x.txt", "x.verdict.yaml", *names)

    assert problems == [(f"seeds/{name}", "yaml-bounds") for name in names[-2:]]
    assert len(pairs) == 1 + bounds.TRANSLATIONS


def test_a_document_with_a_language_in_its_name_is_its_own(tmp_path: Path) -> None:
    """Where the document is there, its sidecar is no translation of another's."""
    pairs, problems = found(tmp_path, "x.txt", "x.verdict.yaml", "x.es.txt", "x.es.verdict.yaml")

    assert problems == []
    assert pairs == [
        Paths("seeds/x.txt", "seeds/x.verdict.yaml"),
        Paths("seeds/x.es.txt", "seeds/x.es.verdict.yaml"),
    ]


def test_a_translation_without_an_original_is_told(tmp_path: Path) -> None:
    """Neither a language alone nor another ending makes a sidecar out of one that is not there."""
    _, problems = found(tmp_path, "x.txt", "x.es.verdict.yaml", "y.es.verdict.yaml")

    assert problems == [
        ("seeds/x.txt", "sidecar-missing"),
        ("seeds/x.es.verdict.yaml", "sidecar-orphaned"),
        ("seeds/y.es.verdict.yaml", "sidecar-orphaned"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "x.verdict.es.yaml",
        "x.ES.verdict.yaml",
        "x.es_ES.verdict.yaml",
        "x-es.verdict.yaml",
        "x.txt.es.verdict.yaml",
        "x.es.yml",
        "x.es.verdict.yaml.txt",
    ],
)
@pytest.mark.parametrize("slug", ["", "slug: bridge\n"])
def test_a_translation_is_told_its_name(tmp_path: Path, name: str, slug: str) -> None:
    """However a translation is called, what it says of itself tells what it should be called."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text("Words.", encoding="utf-8")
    (seeds / "x.verdict.yaml").write_text(f"language: en\n{slug}", encoding="utf-8")
    named = "bridge" if slug else "x"
    (seeds / name).write_text(f"translation_of: {named}\nlanguage: es\n", encoding="utf-8")

    (problem,) = find_pairs(project(tmp_path, RATINGS))[1]
    assert (problem.file, problem.hint) == (f"seeds/{name}", "rename it to x.es.verdict.yaml")


@pytest.mark.parametrize(
    "text", ["translation_of: y\nlanguage: es\n", "language: es\n", "translation_of: x\n", "- x\n"]
)
def test_what_is_no_translation_of_it_is_told_no_such_name(tmp_path: Path, text: str) -> None:
    """A name is proposed only if the file says that it translates what stands beside it."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text("Words.", encoding="utf-8")
    (seeds / "x.verdict.yaml").write_text("language: en\n", encoding="utf-8")
    (seeds / "x-es.verdict.yaml").write_text(text, encoding="utf-8")

    (problem,) = find_pairs(project(tmp_path, RATINGS))[1]
    assert problem.hint.startswith("expected one of x-es.txt")


def test_links_are_not_followed_for_a_name(tmp_path: Path) -> None:
    """What stands outside of the seeds is not read, whatever leads there."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "x.txt").write_text("Words.", encoding="utf-8")
    (seeds / "x.verdict.yaml").write_text("language: en\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("translation_of: x\nlanguage: es\n", encoding="utf-8")
    (seeds / "x-es.verdict.yaml").symlink_to(tmp_path / "own.yaml")

    (problem,) = find_pairs(project(tmp_path, RATINGS))[1]
    assert problem.message == "this is not an ordinary file; links are not followed"
    assert "rename" not in problem.hint


def test_names_tell_languages() -> None:
    """A tag stands between the document's name and the ending, and is one of BCP 47."""
    assert tag_of("seeds/a.zh-Hant.verdict.yaml") == "zh-Hant"
    assert tag_of("seeds/a.b/es.verdict.yaml") == "es"
    assert tag_of("seeds/a.Spanish.verdict.yaml") == ""
    assert original_of("seeds/a.b.es.verdict.yaml") == "seeds/a.b.verdict.yaml"
    assert original_of("seeds/es.verdict.yaml") == ""
    assert is_beside("seeds/a.es.verdict.yaml", "seeds/a.txt")
    assert not is_beside("seeds/a.es.verdict.yaml", "seeds/a.es.txt")


def test_each_of_a_family_tells_of_its_own_file(tmp_path: Path) -> None:
    """Where a file cannot be read, none of the family is; and one of them says so."""
    pairs, _ = found(tmp_path, "x.txt", "x.verdict.yaml", "x.es.verdict.yaml")
    (tmp_path / "seeds" / "x.txt").unlink()

    opened = [open_pair(tmp_path, paths) for paths in pairs]

    assert [pair for pair, _ in opened] == [None, None]
    assert [[problem.file for problem in problems] for _, problems in opened] == [
        ["seeds/x.txt"],
        [],
    ]
