"""
What stands before the items of a web page's lists, as a browser shows it (HTML, 4.4.5 to 4.4.8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from bs4.element import Tag

BULLETED: Final = frozenset({"ul", "menu"})
LISTS: Final = frozenset({*BULLETED, "ol"})
#: A number as HTML reads one; a longer one is out of bounds.
NUMBER: Final = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,9})(?![0-9])")
ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
MOST_ROMAN: Final = 3999


@dataclass
class Markers:
    """
    The open lists' markers, list by list and item by item.
    """

    _lists: list[_List] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    def enter(self, tag: Tag) -> None:
        """Open a list."""
        self._lists.append(_bulleted() if tag.name in BULLETED else _ordered(tag))

    def leave(self) -> None:
        """Close the innermost list."""
        self._lists.pop()

    def item(self, tag: Tag) -> str:
        """Return an item's marker: a bullet, or its number as its list writes numbers."""
        if not self._lists or not self._lists[-1].step:
            return "•"
        inner = self._lists[-1]
        number = _number(tag, "value", inner.next)
        inner.next = number + inner.step
        return f"{_written(number, str(tag.get('type') or inner.form))}."


@dataclass
class _List:
    next: int
    #: 1, -1 where the list counts down, 0 where it has bullets.
    step: int
    #: Its ``type``: ``1``, ``a``, ``A``, ``i`` or ``I``.
    form: str


def _bulleted() -> _List:
    return _List(0, 0, "")


def _ordered(tag: Tag) -> _List:
    falls = tag.has_attr("reversed")
    first = len(tag.find_all("li", recursive=False)) if falls else 1
    return _List(_number(tag, "start", first), -1 if falls else 1, str(tag.get("type") or "1"))


def _number(tag: Tag, name: str, otherwise: int) -> int:
    found = NUMBER.match(str(tag.get(name) or ""))
    return int(found[1]) if found else otherwise


def _written(number: int, form: str) -> str:
    if form in {"a", "A"} and number > 0:
        letters = _letters(number)
    elif form in {"i", "I"} and 0 < number <= MOST_ROMAN:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if form.isupper() else letters


def _letters(number: int) -> str:
    """Count in letters: after z comes aa."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        letters += sign * times
    return letters
