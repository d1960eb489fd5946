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


class CannotWatch(Exception):  # noqa: N818 - says why
    """The system gives no news of these folders."""


class Watch:
    """
    A watch over folders, with all folders below them.
    """

    def __init__(self, *folders: Path) -> None:
        """
        Begin to watch; from now on no change is missed.

        Args:
            folders: Where to look; for one that is not there, the nearest above it is watched.

        Raises:
            CannotWatch: If the system refuses, as it does beyond a number of folders.
        """
        self._found: SimpleQueue[set[Path] | CannotWatch] = SimpleQueue()
        stands = Event()
        there = sorted({_standing(folder) for folder in folders})
        Thread(target=self._look, args=[there, stands], daemon=True).start()
        stands.wait()
        if not self._found.empty() and isinstance(told := self._found.get(), CannotWatch):
            raise told

    def __iter__(self) -> Iterator[set[Path]]:
        """
        Give the paths that were changed, added or removed, as often as there are any.

        Raises:
            CannotWatch: If the system gives no more news.
        """
        while True:
            found = self._found.get()
            if isinstance(found, CannotWatch):
                raise found
            yield found

    def _look(self, folders: list[Path], stands: Event) -> None:
        news = watch(
            *folders,
            debounce=TOGETHER,
            step=STEP,
            rust_timeout=SILENCE,
            yield_on_timeout=True,
            watch_filter=None,
            raise_interrupt=False,
        )
        try:
            for found in news:
                stands.set()
                if found:
                    self._found.put({Path(path) for _, path in found})
        except Exception as error:  # noqa: BLE001 - whatever it is, somebody waits for news
            msg = f"changed files cannot be watched: {error}; if a link stands there, remove it"
            self._found.put(CannotWatch(msg))
        finally:
            stands.set()


def _standing(folder: Path) -> Path:
    return folder if folder.is_dir() else _standing(folder.parent)
