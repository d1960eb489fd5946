"""
Characters that deceive: they cannot be seen, and change how the text around them is read or shown.

Follows Unicode's UTR #36 and UAX #9, and the Trojan Source report (CVE-2021-42574): overrides,
embeddings and isolates reorder what is shown; tag and zero-width characters carry text that nobody
sees; control characters and non-characters mean nothing in a text. Joiners and the implicit
direction marks stay, because Persian, Arabic, Indic scripts and emoji need them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

#: Reorder what is shown.
BIDI: Final = "\u202a-\u202e\u2066-\u2069"
#: Take no room and have no effect that a reader could see.
ZERO_WIDTH: Final = "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
TAGS: Final = "\U000e0000-\U000e007f"
#: C0 but tab and line feed, DEL, C1, lone surrogates, and what is no character.
CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

#: The flags of England, Scotland, Wales and others are written with tags, and end with a tag.
FLAG: Final = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
DECEIVING: Final = re.compile(f"{FLAG}|(?P<found>[{BIDI}{ZERO_WIDTH}{TAGS}{CONTROLS}])")

ABBREVIATIONS: Final = MappingProxyType(
    {
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


@dataclass(frozen=True, slots=True)
class Deceiving:
    """
    One such character in a text.
    """

    character: str

    #: Its offset in the text, in code points.
    at: int

    @property
    def code_point(self) -> str:
        """Its number, as Unicode writes it: ``U+202E``."""
        return f"U+{ord(self.character):04X}"

    @property
    def sign(self) -> str:
        """A few letters to show in its place."""
        return ABBREVIATIONS.get(self.character, self.code_point)

    @property
    def name(self) -> str:
        """Its number and, where it has one, its name."""
        name = unicodedata.name(self.character, "")
        return f"{self.code_point} {name}".strip()


@cache
def is_deceiving(character: str) -> bool:
    """
    Tell whether one character, standing alone, is such a one.
    """
    return any(True for _ in deceiving(character))


def is_plain(text: str) -> bool:
    """
    Tell, fast, that a text surely holds no such character; if not, it still may hold none.

    What deceives is of Unicode's categories that cannot be printed.
    """
    return text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable()


def deceiving(text: str) -> Iterator[Deceiving]:
    """
    Give every deceiving character of a text.
    """
    for match in () if is_plain(text) else DECEIVING.finditer(text):
        if match["found"]:
            yield Deceiving(match["found"], match.start())
