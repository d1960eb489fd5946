from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from factcheck.model.site import Project
from factcheck.usecases.similar import CannotCompare, similar_to
from specimens import DOCUMENT, RATINGS, SIDECAR, TRANSLATION, edited, project


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    write(tmp_path, "specimen")
    (tmp_path / "seeds" / "specimen.es.verdict.yaml").write_text(TRANSLATION, encoding="utf-8")
    return project(tmp_path)


def write(root: Path, name: str, *changes: tuple[str, str]) -> Path:
    path = root / "seeds" / f"{name}.verdict.yaml"
    path.write_text(edited(SIDECAR, *changes), encoding="utf-8")
    path.with_name(f"{name}.txt").write_text(DOCUMENT, encoding="utf-8")
    return path


def test_what_was_ruled_is_shown_with_its_rating_and_places(desk: Project) -> None:
    """A claim in nearly the same words is found, with the sidecar's line and its page."""
    (answer,) = similar_to(desk, "the bridge had four arches", 1)
    (one,) = answer.found

    assert (one.claim, one.rating) == ("The bridge has four arches.", "True")
    assert (one.sidecar, one.line) == ("seeds/specimen.verdict.yaml", 13)
    assert one.page == "https://example.org/checks/specimen/arches.html"
    assert one.is_same
    assert one.address == "specimen/arches"


def test_a_claim_is_found_in_a_translation(desk: Project) -> None:
    """Asked in the translation's language, it is found there, and named by its original."""
    (answer,) = similar_to(desk, "El puente tiene cuatro arcos", 1)
    (one,) = answer.found

    assert (one.language, one.address) == ("es", "specimen/arches")
    assert one.sidecar == "seeds/specimen.es.verdict.yaml"
    assert one.page == "https://example.org/checks/puente/arches.html"


def test_a_fact_check_is_asked_for_each_of_its_claims_and_not_found_itself(desk: Project) -> None:
    """Neither it nor its translation answers; another fact-check does, a draft too."""
    write(desk.root, "other", ("status: published", "status: draft"))
    answers = similar_to(desk, str(desk.seeds / "specimen.txt"), 1)

    assert [answer.claim for answer in answers] == ["The bridge has four arches."]
    assert [one.address for one in answers[0].found] == ["other/arches"]
    assert answers == similar_to(desk, str(desk.seeds / "specimen.verdict.yaml"), 1)


def test_an_unfinished_draft_can_be_asked(desk: Project) -> None:
    """Its claims are read although it has no ratings yet."""
    path = write(
        desk.root, "begun", ("status: published", "status: draft"), ("    rating: true\n", "")
    )

    assert similar_to(desk, str(path), 1)[0].found[0].address == "specimen/arches"


@pytest.mark.parametrize("asked", ["A wholly different matter", "", "\0", "x" * 5_000, "?"])
def test_nothing_is_found_where_nothing_is_like_it(desk: Project, asked: str) -> None:
    """Other words, no words or very many find nothing, and nothing fails."""
    (answer,) = similar_to(desk, asked, 1)

    assert answer.found == ()


def test_a_file_outside_the_digest_is_refused(desk: Project, tmp_path: Path) -> None:
    """It has no verdict that could be asked."""
    other = tmp_path / "other.txt"
    other.write_text("The bridge has four arches.", encoding="utf-8")

    with pytest.raises(CannotCompare, match="no verdict beside it"):
        similar_to(desk, str(other), 1)


@pytest.mark.parametrize("asked", ["seeds/mistyped.txt", "seeds/mistyped.verdict.yaml"])
def test_a_mistyped_path_is_no_claim(desk: Project, asked: str) -> None:
    """That nothing is like a path would be taken for an answer."""
    with pytest.raises(CannotCompare, match=f"there is no file {asked}"):
        similar_to(desk, asked, 1)


SETTINGS = """\
from pathlib import Path

SITENAME = "A specimen"
SITEURL = "https://example.org"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PATH = str(Path(__file__).parent / "content")
"""


def typed(desk: Project, *arguments: str) -> Result:
    settings = desk.root / "pelican.conf.py"
    settings.write_text(SETTINGS, encoding="utf-8")
    (desk.root / "content").mkdir(exist_ok=True)
    (desk.root / "content" / "ratings.yaml").write_bytes(RATINGS.read_bytes())
    return CliRunner().invoke(main, ["-s", str(settings), *arguments])


def test_the_command_shows_what_an_editor_needs(desk: Project) -> None:
    """Rating, claim, reason, how like it is, where it stands, and how to tie the two."""
    result = typed(desk, "similar", "The bridge has four arches")

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "  True: “The bridge has four arches.”",
        "    The survey counts four.",
        "    nearly the same · published · en · seeds/specimen.verdict.yaml:13",
        "    https://example.org/checks/specimen/arches.html",
        "    the same claim? then add same_as: specimen/arches",
        "",
    ]
    assert "Nothing like it" in typed(desk, "similar", "A wholly different matter").output


def test_the_command_lets_nothing_through_to_the_terminal(desk: Project) -> None:
    """A claim that holds a control character or a mark of direction is shown by its code."""
    write(
        desk.root,
        "specimen",
        ("claim: The bridge has", 'claim: "The \u200fbridge has'),
        ("four arches.\n    rating", 'four arches."\n    rating'),
    )
    (desk.seeds / "specimen.es.verdict.yaml").unlink()

    assert "\\u{200f}bridge" in typed(desk, "similar", "The bridge has four arches").output


def test_the_check_warns_and_goes_on(desk: Project) -> None:
    """Two fact-checks that rule one claim differently are told, with exit code 0."""
    longer = (
        "claim: The bridge has four arches.",
        "claim: The bridge by the mill has four arches.",
    )
    write(desk.root, "specimen", longer)
    write(
        desk.root,
        "other",
        longer,
        ("rating: true", "rating: false"),
        ("supports", "refutes"),
        ("published: 2026-11-22", "published: 2026-11-23"),
    )
    (desk.seeds / "specimen.es.verdict.yaml").unlink()
    result = typed(desk, "check", "-j", "1")

    assert result.exit_code == 0
    assert (
        "other.verdict.yaml:16:13: warning: ruled-differently: nearly the same claim is ruled "
        in (result.output)
    )
    assert "add same_as: specimen/arches" in result.output
