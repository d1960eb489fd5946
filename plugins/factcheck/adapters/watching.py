"""
The system's own news of changed files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Final

from watchfiles import watch

#: Milliseconds: how long changes that come together are waited for, and how often is looked.
TOGETHER: Final = 40
STEP: Final = 8

#: Milliseconds after which silence is told, which also tells that the watch stands.
SILENCE: Final = 200


class Watch:
    """
    A watch over folders, with all folders below them.
    """

    def __init__(self, *folders: Path) -> None:
        """
        Begin to watch; from now on no change is missed.

        Args:
            folders: Where to look; those that are not there are passed over.
        """
        self._found: SimpleQueue[set[Path]] = SimpleQueue()
        stands = Event()
        there = [folder for folder in folders if folder.exists()]
        Thread(target=self._look, args=[there, stands], daemon=True).start()
        stands.wait()

    def __iter__(self) -> Iterator[set[Path]]:
        """Give the paths that were changed, added or removed, as often as there are any."""
        while True:
            yield self._found.get()

    def _look(self, folders: list[Path], stands: Event) -> None:
        for found in watch(
            *folders,
            debounce=TOGETHER,
            step=STEP,
            rust_timeout=SILENCE,
            yield_on_timeout=True,
            watch_filter=None,
            raise_interrupt=False,
        ):
            stands.set()
            if found:
                self._found.put({Path(path) for _, path in found})
