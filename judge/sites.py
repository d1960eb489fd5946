"""
The sites that are judged: this project's, built as it is published, at a root and below a path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from judge.findings import Hindered

PROJECT: Final = Path(__file__).resolve().parent.parent

#: What a build needs of the project.
PARTS: Final = ("content", "plugins", "seeds", "theme")

#: Where the two sites say that they stand: a name that is nobody's (RFC 2606).
ROOT: Final = "https://digest.example"
BELOW: Final = "https://digest.example/checks-of-ours"


@dataclass(frozen=True)
class Site:
    """
    A built site.
    """

    folder: Path

    #: Its address, without a slash at the end.
    url: str

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file, relative to the folder."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    def ending(self, *endings: str) -> list[str]:
        """
        Return the paths of all files with one of some endings, in order.
        """
        return sorted(path for path in self.files if path.endswith(endings))


def build_sites(folder: Path) -> tuple[Site, Site]:
    """
    Build the site twice, samples included: at its host's root, and below a path.

    The project is copied first, so that what it keeps between its own builds is left alone.

    Args:
        folder: Where to; nothing else may stand there.

    Raises:
        Hindered: If it does not build.
    """
    shutil.rmtree(folder, ignore_errors=True)
    project = folder / "project"
    for part in PARTS:
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / part, project / part, ignore=ignore)
    shutil.copy(PROJECT / "pelican.conf.py", project)
    at_root, below = Site(folder / "root", ROOT), Site(folder / "below", BELOW)
    for site in (at_root, below):
        _build(project, site)
    return at_root, below


def _build(project: Path, site: Site) -> None:
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-o", str(site.folder)]
    environment = {**os.environ, "SITEURL": site.url}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        msg = f"the site does not build:\n{done.stdout}{done.stderr}"
        raise Hindered(msg)
