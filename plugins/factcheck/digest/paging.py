"""
A long list in pages whose addresses last.

Pages are counted from the oldest entry, so that a full page never changes when something newer is
published: a link to it goes on leading to the same entries, and it need not be made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """
    One page of a list.
    """

    #: From one, for the oldest; 0 for the newest, which stands at the list's own address.
    number: int
    items: Sequence[T]

    #: How many numbered pages there are.
    numbered: int

    #: How many entries the whole list has.
    total: int

    @property
    def older(self) -> int | None:
        """The number of the page with older entries."""
        if self.number == 0:
            return self.numbered or None
        return self.number - 1 or None

    @property
    def newer(self) -> int | None:
        """The number of the page with newer entries; 0 is the newest."""
        if self.number == 0:
            return None
        return self.number + 1 if self.number < self.numbered else 0


def lasting(total: int, page: int = PAGE) -> int:
    """
    Return how many numbered pages a list has: those whose entries no longer change.
    """
    return max(0, total // page - 1)


def sheets(items: Sequence[T], page: int = PAGE) -> list[Sheet[T]]:
    """
    Part a list in pages.

    Args:
        items: Newest first.

        page: How many entries a numbered page has; the newest one has up to twice as many.

    Returns:
        The newest page, then the numbered ones from the newest to the oldest.
    """
    total = len(items)
    numbered = lasting(total, page)
    first = total - numbered * page
    made = [Sheet(0, items[:first], numbered, total)]
    for number in range(numbered, 0, -1):
        end = total - (number - 1) * page
        made.append(Sheet(number, items[end - page : end], numbered, total))
    return made
