"""
What holds for every command, those that are added later too.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from factcheck.diagnostics import Fault
from factcheck.doors.commands import Commands
from factcheck.doors.terminal import main
from factcheck.engine.workers import Lost
from sandbox import Sandbox, copy_project
from specimens import DOCUMENT, SIDECAR, edited

COMMANDS = sorted(main.commands)
#: Those that a site's settings must be read for.
OF_A_SITE = [
    name
    for name, command in sorted(main.commands.items())
    if not any(one.required for one in command.params)
]


def told(name: str) -> str:
    return CliRunner().invoke(main, [name, "--help"], prog_name="factcheck").output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_how_it_is_typed(name: str) -> None:
    """The help of each command says what it does and shows an example, each on its line."""
    shown = told(name)

    assert shown.startswith(f"Usage: factcheck {name} ")
    assert re.search(rf"^  Examples?:\n    (?:.* \| )?factcheck {name}\b", shown, re.MULTILINE)
    assert "\\b" not in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_explained(name: str) -> None:
    """Each option has a line of its own, and each argument stands in the text of the help."""
    for one in main.commands[name].params:
        if isinstance(one, click.Option):
            assert one.help, one.name
    assert main.commands[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_what_it_does_not_know(name: str) -> None:
    """An unknown option ends with exit code 2 and a sentence."""
    done = CliRunner().invoke(main, [name, "--no-such-option"])

    assert done.exit_code == 2
    assert "No such option" in done.output


def test_the_exit_codes_are_told() -> None:
    """The help of all says what each exit code means."""
    shown = CliRunner().invoke(main, ["--help"]).output

    assert all(f"with {code} if" in " ".join(shown.split()) for code in (0, 1, 2))


def test_the_list_cuts_no_sentence() -> None:
    """In the list of commands stands what each does, to its end, however narrow the terminal."""
    shown = CliRunner().invoke(main, ["--help"], terminal_width=60).output

    said = " ".join(shown.partition("Commands:")[2].split())
    assert "..." not in said
    for name in COMMANDS:
        first = " ".join((main.commands[name].help or "").split("\n\n")[0].split())
        assert f"{name} {first}".rstrip(".") in said


FAILURES = {
    "a disk that is full": OSError(errno.ENOSPC, "No space left on device", "seeds/a.txt"),
    "a process that was ended": Lost("a worker was ended by signal 9"),
    "a theme without a part": Fault("theme/templates/claim.html is not there"),
    "what nobody foresaw": ValueError("zip() has too few"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_is_a_sentence(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No editor meets a traceback: one line on the error stream, and the exit code 1."""
    monkeypatch.chdir(tmp_path)

    @click.group(cls=Commands)
    @click.option("--settings", type=Path, default=Path("pelican.conf.py"))
    def group(settings: Path) -> None: ...

    @group.command()
    def fail() -> None:
        raise FAILURES[case]

    done = CliRunner().invoke(group, ["fail"])

    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    report = tmp_path / ".factcheck" / "failure.txt"
    if case == "what nobody foresaw":
        assert "please send .factcheck/failure.txt" in done.stderr
        assert report.read_text(encoding="utf-8").endswith("ValueError: zip() has too few\n")
    else:
        assert done.stderr == f"{FAILURES[case]}\n"
        assert not report.exists()


#: What a terminal would obey.
COLOURED = "a \x1b[31mword\x1b[0m"


@pytest.mark.parametrize("link", [".factcheck", ".factcheck/failure.txt"])
def test_the_report_of_a_failure_follows_no_link(
    link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a branch brings as a link to elsewhere does not decide where something is written."""
    elsewhere, project = tmp_path / "elsewhere", tmp_path / "project"
    elsewhere.mkdir()
    (elsewhere / "failure.txt").write_text("mine", encoding="utf-8")
    (project / link).parent.mkdir(parents=True)
    aim = elsewhere if link == ".factcheck" else elsewhere / "failure.txt"
    (project / link).symlink_to(aim)
    monkeypatch.chdir(project)

    @click.group(cls=Commands)
    @click.option("--settings", type=Path, default=Path("pelican.conf.py"))
    def group(settings: Path) -> None: ...

    @group.command()
    def fail() -> None:
        raise ValueError(COLOURED)

    CliRunner().invoke(group, ["fail"])

    assert (elsewhere / "failure.txt").read_text(encoding="utf-8") == "mine"
    report = (project / ".factcheck" / "failure.txt").read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "\x1b" not in report


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """A project with an error, and a name that a terminal would obey."""
    sandbox = copy_project(tmp_path_factory.mktemp("site"))
    broken = edited(SIDECAR, ("rating: true", 'rating: "flase\\e[31m"'))
    sandbox.seed("specimen.txt", DOCUMENT, broken)
    return sandbox


BROKEN_SETTINGS = {
    "SITENAME = (": "bad.conf.py:1: the settings cannot be read: SyntaxError: ",
    "\nraise ValueError('no')": "bad.conf.py:2: the settings cannot be read: ValueError: no",
    "PATH = [3]": "bad.conf.py: ",
    "import nothing_there": "bad.conf.py:1: the settings cannot be read: ModuleNotFoundError: ",
    "SITEURL = 3": "bad.conf.py: the settings cannot be read: AttributeError: ",
}


@pytest.mark.parametrize("name", OF_A_SITE)
@pytest.mark.parametrize("text", BROKEN_SETTINGS, ids=str.strip)
def test_settings_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    """Settings are a program; where it breaks, its line is told with exit code 2."""
    monkeypatch.chdir(tmp_path)
    Path("bad.conf.py").write_text(f"{text}\n", encoding="utf-8")

    done = CliRunner().invoke(main, ["-s", "bad.conf.py", name])

    assert done.exit_code == 2
    assert done.output.startswith(BROKEN_SETTINGS[text])
    assert "Traceback" not in done.output


@pytest.mark.parametrize("name", [name for name in OF_A_SITE if name != "serve"])
def test_no_command_dresses_what_no_terminal_reads(site: Sandbox, name: str) -> None:
    """Into a pipe goes plain text: no colours, no traceback, and nothing that a terminal obeys."""
    done = site.factcheck(name, FORCE_COLOR="1", NO_COLOR="", TERM=os.devnull)

    assert done.returncode in {0, 1}
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
