"""
Characters that deceive: they cannot be seen, or change how the text around them is read or shown.

Which these are stands in ``deceits``. In a document each is shown by a sign, in a verdict it is
refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from factcheck.model.deceits import (
    CLINGING,
    DECEIVING,
    MOST_MARKS,
    STACK,
    SUSPECT,
)

ABBREVIATIONS: Final = MappingProxyType(
    {
        "\xad": "SHY",
        "\u034f": "CGJ",
        "\u202a": "LRE",
        "\u202b": "RLE",
        "\u202c": "PDF",
        "\u202d": "LRO",
        "\u202e": "RLO",
        "\u2066": "LRI",
        "\u2067": "RLI",
        "\u2068": "FSI",
        "\u2069": "PDI",
        "\u200b": "ZWSP",
        "\u2060": "WJ",
        "\ufeff": "BOM",
    }
)
#: What can be seen of ASCII, or parts it; and so many characters are looked at one by one.
SEEN: Final = bytes([*b"\t\n", *range(0x20, 0x7F)])
SHORT: Final = 100
UNSEEN_MARK: Final = re.compile(f"[{CLINGING}]")


@dataclass(frozen=True, slots=True)
class Deceiving:
    """
    One such character in a text, a row of equal ones, or a stack of marks on one letter.
    """

    characters: str

    #: The offset of the first in the text, in code points.
    at: int

    @property
    def end(self) -> int:
        """The offset just after them."""
        return self.at + len(self.characters)

    @property
    def is_stack(self) -> bool:
        """Whether these are more marks than one letter may bear."""
        return bool(STACK.fullmatch(self.characters))

    @property
    def code_point(self) -> str:
        """The number of the first, as Unicode writes it: ``U+202E``."""
        return f"U+{ord(self.characters[0]):04X}"

    @property
    def sign(self) -> str:
        """A few letters to show in their place."""
        if self.is_stack:
            return f"{len(self.characters)} marks"
        sign = ABBREVIATIONS.get(self.characters[0], self.code_point)
        return sign if len(self.characters) == 1 else f"{len(self.characters)} × {sign}"  # noqa: RUF001 - a times sign

    @property
    def name(self) -> str:
        """The number of the first and, where it has one, its name; or how many marks they are."""
        if self.is_stack:
            return f"{len(self.characters)} marks on one letter"
        name = unicodedata.name(self.characters[0], "")
        return f"{self.code_point} {name}".strip()

    @property
    def fault(self) -> str:
        """What is wrong with a text that holds them."""
        if self.is_stack:
            return (
                f"{self.name} cover what stands around them, and no writing has more than "
                f"{MOST_MARKS}"
            )
        effect = "cannot be seen, and hides or reorders what stands around it"
        return f"the character {self.name} {effect}"


@cache
def is_mark(character: str) -> bool:
    """
    Tell whether a character combines with the one before it, or selects a variant of it.
    """
    return bool(unicodedata.combining(character) or UNSEEN_MARK.match(character))


def goes_on(text: str, at: int) -> bool:
    """
    Tell whether what stands somewhere in a text belongs to the character before it.
    """
    return at < len(text) and (is_mark(text[at]) or bool(STACK.match(text, at)))


@cache
def is_deceiving(character: str) -> bool:
    """
    Tell whether one character, standing alone, is such a one.
    """
    return any(True for _ in deceiving(character))


def is_plain(text: str) -> bool:
    """
    Tell, fast, that all of a text can surely be seen; if not, all of it still may be.
    """
    if len(text) > SHORT and text.isascii():
        return not text.encode().translate(None, SEEN)
    if not (text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable()):
        return False
    return text.isascii() or not SUSPECT.search(text)


def deceiving(text: str) -> Iterator[Deceiving]:
    """
    Give everything that deceives in a text, in order.
    """
    at = 0
    while suspect := SUSPECT.search(text, at):
        found = DECEIVING.match(text, suspect.start())
        if found and found["found"]:
            yield Deceiving(found.group(), found.start())
        at = found.end() if found else suspect.end()
