"""
One build at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout


class Busy(Exception):  # noqa: N818 - says who is at work, a sentence for a publisher
    """Another build is running."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """
    Hold the project's lock while the block runs; the system lets go of it if the process dies.

    Args:
        folder: Where the lock and the name of its holder are kept.

    Raises:
        Busy: If another process holds it; says which.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "build.holder"
    try:
        with FileLock(folder / "build.lock", timeout=0):
            # Only ever shown to a person, never part of the site: the clock may be asked.
            since = datetime.now().astimezone()
            holder.unlink(missing_ok=True)  # never through a link
            holder.write_text(f"process {os.getpid()}, since {since:%H:%M:%S}", encoding="utf-8")
            yield
    except Timeout:
        told = holder.read_text(encoding="utf-8") if holder.is_file() else "another process"
        msg = f"another build is running ({told}); try again when it has ended"
        raise Busy(msg) from None
