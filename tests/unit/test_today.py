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
    assert told.origin == "the clock, because there is no git history"


def test_clock_is_taken_before_the_first_commit(tmp_path: Path) -> None:
    """A repository without a commit has no time yet."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    assert today(tmp_path, {}).origin == "the clock, because there is no git history"


def test_number_beyond_the_calendar_is_passed_over(tmp_path: Path) -> None:
    """A SOURCE_DATE_EPOCH that is no date does not stop the build with a fault."""
    told = today(tmp_path, {"SOURCE_DATE_EPOCH": "9" * 30})

    assert told.origin != "SOURCE_DATE_EPOCH"
