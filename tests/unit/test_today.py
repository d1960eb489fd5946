from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factcheck.usecases.today import today


def repository(folder: Path, *, commit: str) -> None:
    environment = os.environ | {"GIT_COMMITTER_DATE": commit, "GIT_AUTHOR_DATE": commit}
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(
        ["git", "-C", folder, *identity, "commit", "-q", "--allow-empty", "-m", "specimen"],
        check=True,
        env=environment,
    )


def test_source_date_epoch_goes_first(tmp_path: Path) -> None:
    """The date that reproducible builds set is taken before the commit's."""
    repository(tmp_path, commit="2026-01-02T03:04:05+02:00")

    told = today(tmp_path, {"SOURCE_DATE_EPOCH": "1764547200"})

    assert told.now == datetime(2025, 12, 1, tzinfo=UTC)
    assert told.origin == "SOURCE_DATE_EPOCH"


@pytest.mark.parametrize("epoch", ["", "today", "-1", "1.5", "\u0661"])
def test_commit_goes_before_the_clock(tmp_path: Path, epoch: str) -> None:
    """Without a usable SOURCE_DATE_EPOCH, now is when the commit was made, in UTC."""
    repository(tmp_path, commit="2026-01-02T03:04:05+02:00")

    told = today(tmp_path, {"SOURCE_DATE_EPOCH": epoch})

    assert told.now == datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)
    assert told.origin == "the time of the commit"


def test_clock_is_taken_outside_git(tmp_path: Path) -> None:
    """Where there is no history the clock is taken, and that is said."""
    before = datetime.now(UTC)

    told = today(tmp_path, {})

    assert before <= told.now <= datetime.now(UTC)
    assert told.origin == "the clock, because git tells of no commit"


def test_clock_is_taken_before_the_first_commit(tmp_path: Path) -> None:
    """A repository without a commit has no time yet."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    assert today(tmp_path, {}).origin == "the clock, because git tells of no commit"


def test_number_beyond_the_calendar_is_passed_over(tmp_path: Path) -> None:
    """A SOURCE_DATE_EPOCH that is no date does not stop the build with a fault."""
    told = today(tmp_path, {"SOURCE_DATE_EPOCH": "9" * 30})

    assert told.origin != "SOURCE_DATE_EPOCH"


def sign(folder: Path) -> None:
    """Give the commit a signature that nobody can verify."""
    git = ["git", "-C", str(folder)]
    commit = subprocess.check_output([*git, "cat-file", "commit", "HEAD"], text=True)
    signature = "gpgsig -----BEGIN SSH SIGNATURE-----\n AA==\n -----END SSH SIGNATURE-----"
    signed = commit.replace("\n\n", f"\n{signature}\n\n", 1)
    write = [*git, "hash-object", "-t", "commit", "-w", "--stdin"]
    name = subprocess.check_output(write, input=signed, text=True).strip()
    subprocess.run([*git, "update-ref", "HEAD", name], check=True)


SIGNATURES = {
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "log.showSignature",
    "GIT_CONFIG_VALUE_0": "true",
}


@pytest.mark.parametrize(
    "environment",
    [{"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}, SIGNATURES],
    ids=["owner", "settings"],
)
def test_the_commit_is_told_to_every_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    """Neither another owner of the folder nor a user's own git settings hide the commit's time."""
    repository(tmp_path, commit="2026-01-02T03:04:05+02:00")
    sign(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert today(tmp_path, {}).origin == "the time of the commit"
