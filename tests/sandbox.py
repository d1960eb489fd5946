"""
A project of its own for a test that changes it: a copy of this one, with seeds of its choice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: The day on which tests and pictures build the site: 2026-11-22, as SOURCE_DATE_EPOCH has it.
TODAY = "1795305600"

#: The parts of the project that a build needs.
PARTS = ("content", "theme", "plugins")

VERDICT = """\
schema: 1
title: {title}
slug: {slug}
status: {status}
language: en
published: 2026-01-05
authors: [Desk]
summary: A specimen for a test.
document:
  kind: message
claims:
  - id: first
    quote: {quote}
    claim: The specimen says so.
    rating: unproven
    reason: Nothing was looked for.
"""


@dataclass(frozen=True)
class Sandbox:
    """A project in a folder."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def seed(self, name: str, text: str | bytes, sidecar: str | None = None) -> None:
        """Write a document and, where one is given, its sidecar."""
        path = self.root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if sidecar is not None:
            path.with_name(f"{path.stem}.verdict.yaml").write_text(sidecar, encoding="utf-8")

    def pelican(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run plain pelican."""
        command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", *options]
        return self.run(command, **environment)

    def factcheck(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the project's own command."""
        environment.setdefault("PYTHONPATH", str(self.root / "plugins"))
        return self.run([sys.executable, "-m", "factcheck", *arguments], **environment)

    def run(self, command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the project's folder."""
        return subprocess.run(
            command,
            cwd=self.root,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **environment},
            capture_output=True,
            text=True,
            check=False,
        )


def copy_project(folder: Path, *, with_seeds: bool = False) -> Sandbox:
    """Copy this project without what was built or installed."""
    for part in PARTS + (("seeds",) if with_seeds else ()):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignore)
    shutil.copy(ROOT / "pelican.conf.py", folder)
    (folder / "seeds").mkdir(exist_ok=True)
    return Sandbox(folder)


def verdict(
    quote: str, *, title: str = "A specimen", slug: str = "specimen", status: str = "published"
) -> str:
    """Return a small whole sidecar with one claim."""
    return VERDICT.format(quote=quote, title=title, slug=slug, status=status)


def differing(one: Path, other: Path) -> list[str]:
    """Name everything that stands in one of two folders alone, or with other bytes."""
    trees = [
        {str(path.relative_to(tree)): path.is_file() and path.read_bytes() for path in found}
        for tree in (one, other)
        if (found := [path for path in tree.rglob("*") if "__pycache__" not in path.parts])
    ]
    assert len(trees) == 2, "an empty folder is compared"
    names = sorted(trees[0].keys() | trees[1].keys())
    return [name for name in names if trees[0].get(name) != trees[1].get(name)]


def tree_hash(folder: Path) -> str:
    """Hash a folder's names and bytes, so that two trees can be compared."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
