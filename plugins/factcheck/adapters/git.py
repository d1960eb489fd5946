"""
The git program, asked about the project's own repository.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path


def commit_time(root: Path) -> datetime | None:
    """
    Return when the checked-out commit was made; None outside git or before the first commit.

    Args:
        root: The project's folder.
    """
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return datetime.fromtimestamp(int(told), UTC) if told else None
