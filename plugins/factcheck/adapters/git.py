"""
The git program, asked about the project's own repository.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path


def commit_time(root: Path) -> datetime | None:
    """
    Return when the checked-out commit was made; None where git does not tell.

    Nobody's configuration changes what is told. The folder may belong to another user, as it does
    in many a container: its settings have just been run, so it may be asked for a date too.

    Args:
        root: The project's folder.
    """
    command = ["git", "-C", str(root), "-c", f"safe.directory={root}"]
    command += ["rev-list", "--max-count=1", "--timestamp", "HEAD"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return datetime.fromtimestamp(int(told.split()[0]), UTC)
