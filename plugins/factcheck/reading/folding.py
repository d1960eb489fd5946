"""
Text with what typing and copying change made equal, and the way back to the original characters.

Made equal: white space (any amount and kind, also the no-break space), quotation marks,
apostrophes, dashes, and Unicode composition (canonical decomposition, UAX #15). Left out: soft
hyphens and other characters that only allow or forbid a line break, and direction marks. Nothing
else: letters, accents, case and digits count.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from factcheck.model.characters import is_deceiving

DOUBLE: Final = '"“”„‟«»″〝〞＂'  # noqa: RUF001 - these are the characters meant
SINGLE: Final = "'‘’‚‛‹›′`´ʼ＇"  # noqa: RUF001
DASHES: Final = "-‐‑‒–—―−﹘﹣－"  # noqa: RUF001
EQUAL: Final = MappingProxyType(
    {sign: same for signs, same in ((DOUBLE, '"'), (SINGLE, "'"), (DASHES, "-")) for sign in signs}
)
#: Soft hyphen and its like; and the marks that only set a direction, which nobody sees or types.
INVISIBLE: Final = frozenset("\u00ad\u061c\u200e\u200f")

#: Sorting the marks of one letter takes time with the square of their number; no script needs more
#: (Unicode's stream-safe format, UAX #15, allows 30).
MOST_MARKS: Final = 32

#: Characters that folding leaves as they are, a run at a time, with single spaces between them.
ORDINARY: Final = re.compile(r"[!#-&(-,./0-9:-_a-~]++(?: [!#-&(-,./0-9:-_a-~]++)*+")
#: A longer text is worth a pattern of its own, of all its characters that folding keeps.
LONG: Final = 2_000


@dataclass(frozen=True, slots=True)
class Folded:
    """
    Folded text; character ``i`` stands for the original's ``starts[i]`` to ``ends[i]``.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """
        Return the original's offsets for a stretch of the folded text (not empty).
        """
        return self.starts[start], self.ends[end - 1]

    def index(self, offset: int) -> int:
        """
        Return the first folded character that stands at or after an offset of the original.
        """
        return bisect_left(self.starts, offset)


def fold(text: str) -> Folded:
    """
    Fold a text.

    Args:
        text: Any text.

    Returns:
        The folded text with the way back.
    """
    folding = _Folding()
    runs = _runs_of(text) if len(text) > LONG else ORDINARY
    at = 0
    while at < len(text):
        ordinary = runs.match(text, at)
        # A letter before a combining mark belongs to the mark's cluster, not to the run.
        end = ordinary.end() if ordinary else at
        if ordinary and (end == len(text) or not unicodedata.combining(text[end])):
            folding.keep(text[at:end], at)
            at = end
            continue
        if ordinary and end - 1 > at:
            folding.keep(text[at : end - 1], at)
            at = end - 1
        at = folding.take_cluster(text, at)
    return Folded("".join(folding.parts), folding.starts, folding.ends)


def is_invisible(character: str) -> bool:
    """
    Tell whether folding leaves a character out.
    """
    return character in INVISIBLE or is_deceiving(character)


def _runs_of(text: str) -> re.Pattern[str]:
    kept = "".join(sorted(filter(_is_kept, set(text))))
    signs = f"[{re.escape(kept)}]" if kept else "(?!)"
    return re.compile(f"{signs}++(?: {signs}++)*+")


@cache
def _is_kept(character: str) -> bool:
    """Tell whether folding leaves a character as it is, and sets it together with no other."""
    return not (
        character.isspace()
        or character in EQUAL
        or unicodedata.combining(character)
        or is_invisible(character)
        or unicodedata.normalize("NFD", character) != character
    )


@lru_cache(maxsize=10_000)
def _fold_cluster(cluster: str) -> str:
    parts = unicodedata.normalize("NFD", cluster)
    return "".join(EQUAL.get(sign, sign) for sign in parts)


class _Folding:
    def __init__(self) -> None:
        self.parts: list[str] = []
        # Four bytes a character, where a list would take seventy.
        self.starts = array("I")
        self.ends = array("I")

    def keep(self, run: str, at: int) -> None:
        self.parts.append(run)
        self.starts.extend(range(at, at + len(run)))
        self.ends.extend(range(at + 1, at + len(run) + 1))

    def take_cluster(self, text: str, at: int) -> int:
        """Fold one character with the marks that combine with it; return where the next begins."""
        character = text[at]
        if is_invisible(character):
            return at + 1
        if character.isspace():
            self._space(at)
            return at + 1
        end = at + 1
        last = min(len(text), at + MOST_MARKS)
        while end < last and unicodedata.combining(text[end]):
            end += 1
        folded = _fold_cluster(text[at:end])
        self.parts.append(folded)
        self.starts.extend([at] * len(folded))
        self.ends.extend([end] * len(folded))
        return end

    def _space(self, at: int) -> None:
        if self.parts and self.parts[-1] == " ":
            self.ends[-1] = at + 1
            return
        self.parts.append(" ")
        self.starts.append(at)
        self.ends.append(at + 1)
