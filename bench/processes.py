"""
Look at processes from outside: who belongs together, and what they use. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PROC: Final = Path("/proc")

#: Processes are idle that use less than this share of a core at so many looks in a row.
IDLE: Final = 0.1
LOOK: Final = 0.25
CALM_LOOKS: Final = 4

#: So long processes are waited for that outlive the command that started them.
LINGER: Final = 1.0

#: prctl's option that makes this process the parent of orphans below it.
PR_SET_CHILD_SUBREAPER: Final = 36


class Family:
    """
    Every process that is started below this one from now on.
    """

    def __init__(self) -> None:
        """
        Take note of who is there already, and adopt orphans from now on.
        """
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._strangers: Final = frozenset(_children(os.getpid()))

    def memory(self) -> int:
        """
        Return the memory that all hold together, in bytes.

        The proportional set size (PSS) is summed: pages that processes share count once.
        """
        return sum(map(_memory, self._members()))

    def wait_until_idle(self, limit: float) -> None:
        """
        Wait until all have done next to nothing for a while.

        Args:
            limit: In seconds; then it is over, idle or not.
        """
        patience = time.monotonic() + limit
        calm, used = 0, self._cpu()
        while calm < CALM_LOOKS and time.monotonic() < patience:
            time.sleep(LOOK)
            before, used = used, self._cpu()
            calm = calm + 1 if used - before <= IDLE * LOOK else 0

    def reap(self) -> None:
        """
        Wait for orphans that end by themselves within a moment, and end the others.

        Only then is their time counted, and does the next run find the machine to itself.
        """
        patience = time.monotonic() + LINGER
        while (left := self._own()) and time.monotonic() < patience:
            if not any(os.waitpid(child, os.WNOHANG)[0] for child in left):
                time.sleep(LINGER / 50)
        while left := self._own():
            os.kill(left[0], signal.SIGKILL)
            os.waitpid(left[0], 0)

    def _own(self) -> list[int]:
        return [child for child in _children(os.getpid()) if child not in self._strangers]

    def _members(self) -> Iterator[int]:
        for child in self._own():
            yield from _with_descendants(child)

    def _cpu(self) -> float:
        return sum(map(_ticks, self._members())) / os.sysconf("SC_CLK_TCK")


def _with_descendants(process: int) -> Iterator[int]:
    yield process
    for child in _children(process):
        yield from _with_descendants(child)


def _children(process: int) -> list[int]:
    found: list[int] = []
    for task in (PROC / str(process) / "task").glob("*/children"):
        found += map(int, _read(task).split())
    return found


def _memory(process: int) -> int:
    for line in _read(PROC / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _ticks(process: int) -> int:
    """Return user and system time: fields 14 and 15 of stat, counted behind the name."""
    fields = _read(PROC / str(process) / "stat").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12]) if fields else 0


def _read(path: Path) -> str:
    """Processes end while they are looked at."""
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
