"""
Intervals of a text, asked for along the text from its beginning to its end.

Looking through all intervals at every place takes time with the square of a long document.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Generic, TypeVar

T = TypeVar("T")


class Sweep(Generic[T]):
    """
    Intervals with what they stand for.
    """

    def __init__(self, intervals: Iterable[tuple[int, int, T]]) -> None:
        """
        Take the intervals.

        Args:
            intervals: Start, end (exclusive) and item of each; in any order.
        """
        self._waiting = sorted(intervals, key=itemgetter(0), reverse=True)
        self._open: list[tuple[int, int, T]] = []

    def over(self, start: int, end: int) -> list[T]:
        """
        Return the items whose intervals share a character with a stretch, by where they begin.

        Args:
            start: Where the stretch begins; never before that of an earlier call.

            end: Just after it.
        """
        while self._waiting and self._waiting[-1][0] < end:
            self._open.append(self._waiting.pop())
        if not self._open:
            return []
        self._open = [interval for interval in self._open if interval[1] > start]
        return [item for begin, _, item in self._open if begin < end]
