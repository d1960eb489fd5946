from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from factcheck.doors.terminal import main
from factcheck.usecases.watching import Watcher
from sandbox import Sandbox, copy_project
from specimens import DOCUMENT, SIDECAR, edited, project

BROKEN = edited(SIDECAR, ("rating: true", "rating: flase"))
END = "Waiting for changes; Ctrl+C ends it.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Sandbox:
    sandbox = copy_project(tmp_path)
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    return sandbox


@contextmanager
def checking(desk: Sandbox) -> Iterator[subprocess.Popen[str]]:
    """The command as it runs in a terminal's place; ended whatever happens."""
    command = [sys.executable, "-m", "factcheck", "check", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(desk.root / "plugins"), "COLUMNS": "200"}
    with subprocess.Popen(
        command,
        cwd=desk.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def next_report(running: subprocess.Popen[str]) -> str:
    assert running.stdout
    lines: list[str] = []
    while not lines or lines[-1] != END:
        line = running.stdout.readline()
        assert line, "".join(lines)
        lines.append(line)
    return "".join(lines)


def test_every_save_is_checked_and_ctrl_c_ends_it(desk: Sandbox) -> None:
    """What a save breaks is told with its place, what it mends is gone; the exit code is the last
    check's."""
    with checking(desk) as running:
        first = next_report(running)
        desk.seed("specimen.txt", DOCUMENT, BROKEN)
        # A program may save in steps, each of which is a change.
        while "unknown-rating" not in (second := next_report(running)):
            assert "No errors" in second
        desk.seed("specimen.txt", DOCUMENT, SIDECAR)
        while "No errors" not in (third := next_report(running)):
            assert "unknown-rating" in third
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 0

    assert first.startswith("Checking …\nNo errors, no warnings.\n")
    assert "seeds/specimen.verdict.yaml:16:13: unknown-rating: " in second
    assert "\x1b" not in first + second


def test_with_errors_ctrl_c_ends_it_with_exit_code_1(desk: Sandbox) -> None:
    """Who ends it while something is wrong is told so by the exit code, without a traceback."""
    desk.seed("specimen.txt", DOCUMENT, BROKEN)
    with checking(desk) as running:
        next_report(running)
        running.send_signal(signal.SIGINT)
        rest = running.communicate(timeout=20)[0]

    assert running.returncode == 1
    assert rest.strip() == ""


def test_the_desks_own_files_matter_too(desk: Sandbox) -> None:
    """Broken scales are told alone, and once they are mended all is read again."""
    mine = project(desk.root, desk.root / "content" / "ratings.yaml")
    scales = mine.ratings.read_bytes()
    watcher = Watcher(mine)
    assert watcher.report().checks == 1

    mine.ratings.write_text("scales: []\n", encoding="utf-8")
    assert watcher.take_in([mine.ratings])
    assert {one.file for one in watcher.report().problems} == {"content/ratings.yaml"}

    mine.ratings.write_bytes(scales)
    assert watcher.take_in([mine.ratings])
    assert (watcher.report().problems, watcher.report().checks) == ((), 1)


def test_what_does_not_matter_is_passed_over(desk: Sandbox) -> None:
    """A file elsewhere brings no new check."""
    watcher = Watcher(project(desk.root))

    assert not watcher.take_in([desk.root / "notes.txt"])


def test_watching_tells_text_alone(desk: Sandbox) -> None:
    """With another format the command is not understood: no program reads a list without end."""
    settings = str(desk.root / "pelican.conf.py")
    told = CliRunner().invoke(main, ["-s", settings, "check", "--watch", "--format", "json"])

    assert told.exit_code == 2
    assert "--watch tells text alone" in told.output


def test_watching_and_history_are_not_asked_together(desk: Sandbox) -> None:
    """What would not be looked at is refused, and not passed over."""
    settings = str(desk.root / "pelican.conf.py")
    told = CliRunner().invoke(main, ["-s", settings, "check", "--watch", "--history"])

    assert told.exit_code == 2
    assert "leave out --history" in told.output
