from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factcheck.doors.terminal import main
from specimens import DOCUMENT, RATINGS, SIDECAR, edited

SETTINGS = """\
from pathlib import Path

ROOT = Path(__file__).parent
SITENAME = "A specimen"
SITEURL = "https://example.org"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("content", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "content" / "ratings.yaml").write_bytes(RATINGS.read_bytes())
    (tmp_path / "pelican.conf.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "seeds" / "specimen.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "seeds" / "specimen.verdict.yaml").write_text(SIDECAR, encoding="utf-8")
    return tmp_path


def factcheck(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-s", str(project / "pelican.conf.py"), *arguments])


def damage(project: Path, old: str, new: str) -> None:
    sidecar = project / "seeds" / "specimen.verdict.yaml"
    sidecar.write_text(edited(SIDECAR, (old, new)), encoding="utf-8")


def test_check_of_whole_seeds_ends_well(project: Path) -> None:
    """Seeds without a problem end with exit code 0 and a count."""
    result = factcheck(project, "check")

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "No errors, no warnings.",
        "Without errors: one fact-check with one ruling.",
    ]


def test_check_warns_of_names_that_are_nearly_one(project: Path) -> None:
    """A name that differs from a registered one by a letter is told with its place; nothing
    fails."""
    damage(project, "authors:", "topics: [Brigde building]\nauthors:")
    registry = "topics:\n  - {id: bridge-building, label: {en: Bridge building}}\n"
    (project / "content" / "registry.yaml").write_text(registry, encoding="utf-8")

    result = factcheck(project, "check")

    assert result.exit_code == 0
    assert (
        "seeds/specimen.verdict.yaml:5:10: warning: near-twin: “Brigde building” is nearly "
        "“Bridge building”, which stands in content/registry.yaml"
    ) in " ".join(result.output.split())


def test_check_of_broken_seeds_fails(project: Path) -> None:
    """An error is told with its place, and ends with exit code 1."""
    damage(project, "language: en", "language: English")

    result = factcheck(project, "check")

    assert result.exit_code == 1
    assert result.output.splitlines()[0].startswith(
        "seeds/specimen.verdict.yaml:3:11: bad-language: language: expected"
    )
    assert result.output.splitlines()[-2:] == [
        "One error, no warnings.",
        "Without errors: no fact-checks with no rulings.",
    ]


@pytest.mark.parametrize("name", ["specimen.txt", "specimen.verdict.yaml"])
def test_check_of_one_tells_of_that_one_alone(project: Path, name: str) -> None:
    """Named by its document or its sidecar, a fact-check is told of; another's error is not."""
    other = edited(SIDECAR, ("language: en", "language: English"))
    (project / "seeds" / "other.txt").write_text(DOCUMENT, encoding="utf-8")
    (project / "seeds" / "other.verdict.yaml").write_text(other, encoding="utf-8")

    whole = factcheck(project, "check", str(project / "seeds" / name))
    broken = factcheck(project, "check", str(project / "seeds" / "other.txt"))

    assert (whole.exit_code, whole.output) == (0, "No errors, no warnings.\n")
    assert broken.exit_code == 1
    assert broken.output.splitlines()[-1] == "One error, no warnings."
    assert "bad-language" in broken.output


def test_check_of_a_folder_tells_of_all_in_it(project: Path) -> None:
    """A folder stands for everything below it."""
    damage(project, "language: en", "language: English")
    (project / "seeds" / "empty").mkdir()

    assert "bad-language" in factcheck(project, "check", str(project / "seeds")).output
    empty = factcheck(project, "check", str(project / "seeds" / "empty"))
    assert (empty.exit_code, empty.output) == (0, "No errors, no warnings.\n")


def test_check_of_one_tells_of_the_scale_too(project: Path) -> None:
    """Where the rating scale is broken no fact-check is sound, whichever is named."""
    (project / "content" / "ratings.yaml").write_text("]", encoding="utf-8")

    result = factcheck(project, "check", str(project / "seeds" / "specimen.txt"))

    assert result.exit_code == 1
    assert "content/ratings.yaml:1:1" in result.output


def test_check_of_what_is_no_seed_is_not_understood(project: Path) -> None:
    """A file elsewhere, a hidden one, or none at all ends with exit code 2 and its name."""
    (project / "seeds" / ".hidden.txt").write_text(DOCUMENT, encoding="utf-8")
    for path in (
        project / "pelican.conf.py",
        project / "seeds" / "gone.txt",
        project / "seeds" / ".hidden.txt",
    ):
        result = factcheck(project, "check", str(path))

        assert result.exit_code == 2
        assert path.name in result.output


@pytest.mark.parametrize(
    ("command", "code"), [("check", 2), ("lock", 1), ("quote", 2), ("similar", 1), ("new", 2)]
)
def test_the_file_that_was_probably_meant_is_named(
    project: Path, command: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped name of a file is told with the one that is like it, as it would be typed."""
    monkeypatch.chdir(project)

    result = factcheck(project, command, "seeds/specmien.txt", *(["a"] * (command == "quote")))

    assert result.exit_code == code
    told = " ".join(result.output.split())
    assert "there is no file seeds/specmien.txt; did you mean seeds/specimen.txt?" in told


@pytest.mark.parametrize("command", ["check", "lock", "quote", "similar", "new"])
def test_a_name_that_is_proposed_writes_nothing_on_the_terminal_but_itself(
    project: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a branch calls a file beside the one that was meant is shown, and does nothing."""
    monkeypatch.chdir(project)
    (project / "seeds" / "specimen.txt").rename(project / "seeds" / "speci\x1b[2J\u202emen.txt")

    result = factcheck(project, command, "seeds/speci[2Jmen.txt", *(["a"] * (command == "quote")))

    assert "did you mean" in result.output
    assert not {"\x1b", "\u202e"} & set(result.output)


def test_what_was_typed_is_not_proposed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names a folder where a file is wanted is not asked whether that folder was meant."""
    monkeypatch.chdir(project)

    result = factcheck(project, "lock", "seeds")

    assert result.exit_code == 1
    assert "there is no file seeds" in result.output
    assert "did you mean" not in result.output


@pytest.mark.parametrize("command", ["check", "lock", "quote", "new"])
def test_a_name_that_no_file_can_have_is_told_in_a_sentence(project: Path, command: str) -> None:
    """A name that is too long for the system is no fault of the program."""
    name = "seeds/" + "a" * 300 + ".txt"

    result = factcheck(project, command, name, *(["a"] * (command == "quote")))

    assert result.exit_code in {1, 2}
    assert "Errno" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_fact_check_that_was_probably_meant_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact-check is looked for by its sidecar, so that one is told."""
    monkeypatch.chdir(project)

    result = factcheck(project, "proof", "seeds/specmien.txt")

    assert result.exit_code == 1
    assert "did you mean seeds/specimen.verdict.yaml?" in result.output


def test_warnings_alone_do_not_fail(project: Path) -> None:
    """A draft's problems are told, and end with exit code 0."""
    damage(project, "status: published", "status: draft\nslug: A")

    result = factcheck(project, "check")

    assert result.exit_code == 0
    assert "warning: bad-slug" in result.output


def test_errors_stand_last(project: Path) -> None:
    """Warnings are told before errors, wherever they stand."""
    damage(
        project,
        "language: en",
        "language: en\nwhat_is_known: It is\n  - one\n  - two\nsample: perhaps",
    )

    told = factcheck(project, "check").output

    assert told.index("warning: text-folded") < told.index("bad-flag")


def test_check_speaks_json(project: Path) -> None:
    """JSON output is JSON alone, also without a problem."""
    assert json.loads(factcheck(project, "check", "--format", "json").output) == []

    damage(project, "language: en", "language: English")
    result = factcheck(project, "check", "--format", "json")

    assert result.exit_code == 1
    assert [record["code"] for record in json.loads(result.output)] == ["bad-language"]


def test_check_annotates_pull_requests(project: Path) -> None:
    """GitHub's output is workflow commands alone."""
    damage(project, "language: en", "language: English")

    result = factcheck(project, "check", "--format", "github")

    assert result.exit_code == 1
    assert result.output.startswith("::error file=seeds/specimen.verdict.yaml,line=3,col=11,")
    assert result.output.count("\n") == 1


def test_broken_scales_are_a_problem(project: Path) -> None:
    """Scales that are missing are told like any other problem."""
    (project / "content" / "ratings.yaml").unlink()

    result = factcheck(project, "check")

    assert result.exit_code == 1
    assert "content/ratings.yaml:1:1: unknown-scale: the rating scales cannot be read" in (
        result.output
    )


@pytest.mark.parametrize(
    "arguments",
    [["check", "--format", "xml"], ["chekc"], ["lock"], ["check", "seeds"], ["serve", "--port=x"]],
)
def test_command_that_is_not_understood_is_told(project: Path, arguments: list[str]) -> None:
    """Wrong options, commands and missing arguments end with exit code 2."""
    result = factcheck(project, *arguments)

    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_missing_settings_are_told(tmp_path: Path) -> None:
    """Without the site's settings there is nothing to check: exit code 2."""
    result = factcheck(tmp_path, "check")

    assert result.exit_code == 2
    assert "there are no settings" in result.output


def test_wrong_address_of_the_site_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SITEURL that is no address ends with exit code 2 and a sentence."""
    monkeypatch.setenv("SITEURL", "example.org")

    result = factcheck(project, "check")

    assert result.exit_code == 2
    assert result.output.startswith("SITEURL: expected a whole address like https://")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "-h"], ["lock", "-h"]])
def test_help_needs_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """Help is given anywhere, for each command."""
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 0
    assert result.output.startswith("Usage: main")


def test_lock_needs_no_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is locked from any folder."""
    monkeypatch.chdir(project / "seeds")

    result = CliRunner().invoke(main, ["lock", "specimen.txt"])

    assert (result.exit_code, result.output.endswith("(written)\n")) == (0, True)


def test_lock_writes_once_and_says_so(project: Path) -> None:
    """A lock is told as written, then as unchanged; the check still passes."""
    seed = str(project / "seeds" / "specimen.txt")

    first, second = factcheck(project, "lock", seed), factcheck(project, "lock", seed)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.output.endswith(" (written)\n")
    assert second.output.endswith(" (unchanged)\n")
    assert factcheck(project, "check").exit_code == 0


def test_changed_document_fails_after_a_lock(project: Path) -> None:
    """A locked document cannot change unnoticed."""
    seed = project / "seeds" / "specimen.txt"
    factcheck(project, "lock", str(seed))
    seed.write_text(DOCUMENT + "More.\n", encoding="utf-8")

    result = factcheck(project, "check")

    assert result.exit_code == 1
    assert "document-changed" in result.output


def test_lock_that_fails_stops_no_other(project: Path) -> None:
    """Each document is tried; one that cannot be locked ends with exit code 1."""
    seeds = project / "seeds"

    result = factcheck(project, "lock", str(seeds / "gone.txt"), str(seeds / "specimen.txt"))

    assert result.exit_code == 1
    assert f"not locked: there is no file {seeds / 'gone.txt'}\n" in result.output
    assert "(written)" in result.output


@pytest.mark.parametrize("command", ["check", "lock", "ready", "serve"])
def test_help_shows_examples_line_by_line(command: str) -> None:
    """The help of every command shows its examples as they are typed, each on its line."""
    told = CliRunner().invoke(main, [command, "--help"]).output

    assert re.search(rf"^  +factcheck {command}\b", told, re.MULTILINE)
    assert "\\b" not in told


def test_a_link_that_leads_all_over_the_machine_ends_the_preview(project: Path) -> None:
    """The preview says why it cannot watch the seeds, instead of waiting for ever."""
    (project / "seeds" / "all").symlink_to("/proc")
    told = CliRunner().invoke(
        main, ["-s", str(project / "pelican.conf.py"), "serve", "--port", "0"]
    )

    assert told.exit_code == 1
    assert "changed files cannot be watched" in told.output
