"""
A project under git, for tests of what git has kept.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import specimens
from factcheck.diagnostics import Problem
from factcheck.usecases.history import changed_in_silence
from specimens import DOCUMENT, SIDECAR

#: When the first commit is made; each later one a day after the one before.
FIRST = datetime(2026, 11, 22, 12, tzinfo=UTC)

SECOND_CLAIM = """\
  - id: bells
    quote: The tower has nine bells
    claim: The tower has nine bells.
    rating: unproven
    reason: Nobody counted them.
"""

#: A published fact-check with two claims.
BEGUN = SIDECAR + SECOND_CLAIM


@dataclass
class Repository:
    """A project under git, with one commit a day."""

    root: Path
    day: datetime = FIRST

    def git(self, *command: str) -> str:
        """Ask git, as nobody's own configuration would have it."""
        who = {
            f"GIT_{role}_{what}": "desk@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), self.day.isoformat())
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", "-c", "init.defaultBranch=main", *command],
            cwd=self.root,
            env={**os.environ, **who, **when, **nobody},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, text: str, name: str = "specimen", document: str = DOCUMENT) -> None:
        """Write a document and its sidecar, and commit nothing."""
        folder = self.root / "seeds"
        folder.mkdir(exist_ok=True)
        if "." not in name:
            (folder / f"{name}.txt").write_text(document, encoding="utf-8")
        (folder / f"{name}.verdict.yaml").write_text(text, encoding="utf-8")

    def commit(self, text: str | None = None, name: str = "specimen") -> None:
        """Commit what stands there, with another sidecar if one is given; a day passes."""
        if text is not None:
            self.write(text, name)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A step")
        self.day += timedelta(days=1)

    def problems(self) -> tuple[Problem, ...]:
        """Return what was changed in silence."""
        return changed_in_silence(specimens.project(self.root), self.day)

    def codes(self) -> list[str]:
        """Return the codes of what was changed in silence."""
        return [problem.code for problem in self.problems()]
