"""
What a branch changes, told in words.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import specimens
from factcheck.adapters.git import NoHistory
from factcheck.digest.comparison import Compared, Difference
from factcheck.doors.chronicle import told_history
from factcheck.doors.differences import FORMATS
from factcheck.usecases.comparing import changed_since, usual_base
from factcheck.usecases.history import histories
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from repositories import BEGUN, SECOND_CLAIM, Repository
from sandbox import Sandbox
from specimens import DOCUMENT, edited


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project with one published fact-check, and a branch."""
    made = Repository(tmp_path)
    made.git("init", "-q")
    made.commit(BEGUN)
    made.git("switch", "-q", "-c", "branch")
    return made


def found(repository: Repository, base: str = "main") -> list[Compared]:
    """Return what the branch changes."""
    return list(changed_since(specimens.project(repository.root, specimens.RATINGS), base))


CHANGES: dict[str, tuple[tuple[str, str], Difference]] = {
    "rating": (
        ("    rating: true", "    rating: false"),
        Difference("arches", "rating", "true", "false"),
    ),
    "reason": (
        ("The survey counts four.", "It counts four."),
        Difference("arches", "reason", "The survey counts four.", "It counts four."),
    ),
    "quote": (
        ("quote: The bridge has four", "quote: bridge has four"),
        Difference("arches", "quote", "The bridge has four arches", "bridge has four arches"),
    ),
    "added evidence": (
        (
            "    evidence:\n",
            "    evidence:\n      - {title: Another, stance: context, finding: It agrees.}\n",
        ),
        Difference("arches", "evidence", "", "Another (context)"),
    ),
    "status": (
        ("status: published", "status: draft"),
        Difference("", "status", "published", "draft"),
    ),
    "title": (
        ("title: A specimen about", "title: One specimen about"),
        Difference("", "title", "A specimen about a bridge", "One specimen about a bridge"),
    ),
    "claim gone": (
        (SECOND_CLAIM, ""),
        Difference("bells", "claim", "The tower has nine bells.", ""),
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_each_kind_of_change_is_told(
    repository: Repository, change: tuple[str, str], told: Difference
) -> None:
    """What was changed is told with what stood there and what stands there now."""
    repository.commit(edited(BEGUN, change))
    (one,) = found(repository)
    assert (one.path, one.kind, one.differences) == (
        "seeds/specimen.verdict.yaml",
        "changed",
        (told,),
    )


def test_what_is_not_committed_counts(repository: Repository) -> None:
    """The folder is compared, not the last commit."""
    repository.write(edited(BEGUN, ("    rating: true", "    rating: false")))
    assert [one.kind for one in found(repository, "HEAD")] == ["changed"]


def test_new_and_gone_and_renamed_fact_checks_are_told(repository: Repository) -> None:
    """A new one is told with its claims, one that is gone as gone, a renamed one not at all."""
    named = edited(BEGUN, ("status: published", "status: published\nslug: specimen"))
    seeds = repository.root / "seeds"
    repository.commit(
        edited(BEGUN, ("status: published", "status: published\nslug: second")), "second"
    )
    assert [(one.slug, one.kind) for one in found(repository)] == [("second", "new")]
    assert Difference("arches", "rating", "", "true") in found(repository)[0].differences
    for ending in ("txt", "verdict.yaml"):
        (seeds / f"specimen.{ending}").unlink()
    repository.commit(named, "moved")
    assert [(one.slug, one.kind) for one in found(repository)] == [("second", "new")]
    for ending in ("txt", "verdict.yaml"):
        (seeds / f"moved.{ending}").unlink()
    assert [(one.slug, one.kind) for one in found(repository)] == [
        ("second", "new"),
        ("specimen", "gone"),
    ]


def test_what_the_base_gained_since_is_no_difference(repository: Repository) -> None:
    """Only what the branch did counts."""
    repository.git("switch", "-q", "main")
    repository.commit(edited(BEGUN, ("    rating: true", "    rating: false")))
    repository.git("switch", "-q", "branch")
    assert found(repository) == []


def test_quotes_that_moved_are_told(repository: Repository) -> None:
    """Where the document is another, the quotes that stand elsewhere now are named."""
    repository.write(BEGUN, document=DOCUMENT.replace("The bridge", "First. The bridge"))
    (one,) = found(repository)
    assert [each[:2] for each in one.differences] == [
        ("", "document"),
        ("arches", "place of the quote"),
        ("bells", "place of the quote"),
    ]


def test_a_sidecar_that_cannot_be_read_is_not_gone(repository: Repository) -> None:
    """A mistake in its YAML does not make a fact-check look as if it were removed."""
    repository.write(edited(BEGUN, ("reason: Nobody", "reason: Nobody: ")))
    (one,) = found(repository)
    assert one.kind == "broken"
    assert "cannot be read" in FORMATS["text"]([one])


def test_without_a_base_the_main_branch_is_found(repository: Repository) -> None:
    """A clone of a branch alone has no main of its own, and knows where the other one has it."""
    project = specimens.project(repository.root, specimens.RATINGS)
    assert usual_base(project) == "main"
    repository.git("update-ref", "refs/remotes/origin/main", "main")
    repository.git("branch", "-D", "main")
    assert usual_base(project) == "origin/main"


def test_outside_of_git_that_is_said(tmp_path: Path) -> None:
    """It is no matter of a branch's name."""
    (tmp_path / "seeds").mkdir()
    with pytest.raises(NoHistory, match="not a git repository"):
        changed_since(specimens.project(tmp_path, specimens.RATINGS), "main")


def test_the_command_tells_it(sandbox: Sandbox) -> None:
    """The command writes all three forms, and says so where there is nothing to compare with."""
    repository = Repository(sandbox.root)
    repository.git("init", "-q")
    repository.commit(BEGUN)
    assert sandbox.factcheck("diff").stdout == "No fact-check differs.\n"
    repository.write(edited(BEGUN, ("    rating: true", "    rating: false")))
    assert "rating of arches\n    - true\n    + false" in sandbox.factcheck("diff").stdout
    assert "`true` → `false`" in sandbox.factcheck("diff", "--format", "markdown").stdout
    (told,) = json.loads(sandbox.factcheck("diff", "--format", "json").stdout)
    assert told["differences"][0]["after"] == "false"
    unknown = sandbox.factcheck("diff", "--output=/tmp/x")
    assert unknown.returncode == 2
    nowhere = sandbox.factcheck("diff", "nowhere")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "nowhere" in nowhere.stderr


@given(st.text(min_size=1, max_size=80), st.text(max_size=40))
def test_no_word_of_a_sidecar_is_markup(text: str, other: str) -> None:
    """In Markdown the words of a sidecar are code, whatever they hold."""
    one = Compared(text, "slug", "changed", text, other, (Difference(text, text, text, other),))
    tokens = MarkdownIt().parse(FORMATS["markdown"]([one]))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "code_inline", "softbreak"}
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks <= {"heading", "paragraph", "bullet_list", "list_item", "inline"}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_no_value_makes_a_line_of_its_own(repository: Repository, form: str) -> None:
    """An id, a title or a rating of several lines forges no message, for people or for a host."""
    forged = '"a\\n::error::forged\\n\\n# forged"'
    repository.commit(
        edited(
            BEGUN,
            ("id: bells", f"id: {forged}"),
            ("    rating: true", f"    rating: {forged}"),
            ("stance: supports", f"stance: {forged}"),
            ("status: published", f"status: {forged}"),
        )
    )
    lines = FORMATS[form](found(repository)).splitlines()
    assert any("forged" in line for line in lines)
    assert not [line for line in lines if line.startswith(("::", "# forged"))]


def test_no_value_makes_a_line_of_a_history(repository: Repository) -> None:
    """What git has kept forges no line of what it tells."""
    forged = '"a\\n::error::forged"'
    repository.commit(edited(BEGUN, ("stance: supports", f"stance: {forged}")))
    project = specimens.project(repository.root, specimens.RATINGS)
    told = [
        told_history(path, versions)
        for path, versions in histories(project, repository.day).versions.items()
    ]
    assert "forged" in told[0]
    assert not [line for line in told[0].splitlines() if line.startswith("::")]
