"""
Text with what typing and copying change made equal, and the way back to the original characters.

Made equal: white space (any amount and kind, also the no-break space), quotation marks,
apostrophes, dashes, and Unicode composition (canonical decomposition, UAX #15). Left out: soft
hyphens and other characters that only allow or forbid a line break, direction marks, selectors of
a variant, and marks where more stand on a letter than in any writing. Nothing else: letters,
accents, case and digits count.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.model.characters import is_deceiving, is_mark
from factcheck.model.deceits import MOST_MARKS, STACK

DOUBLE: Final = '"“”„‟«»″〝〞＂'  # noqa: RUF001 - these are the characters meant
SINGLE: Final = "'‘’‚‛‹›′`´ʼ＇"  # noqa: RUF001
DASHES: Final = "-‐‑‒–—―−﹘﹣－"  # noqa: RUF001
EQUAL: Final = MappingProxyType(
    {sign: same for signs, same in ((DOUBLE, '"'), (SINGLE, "'"), (DASHES, "-")) for sign in signs}
)
#: Soft hyphen and its like; and the marks that only set a direction, which nobody sees or types.
INVISIBLE: Final = frozenset("\u00ad\u061c\u200e\u200f")

#: Sorting the marks of one letter takes time with the square of their number.
MOST_SORTED: Final = 32

#: Characters that folding leaves as they are, a run at a time.
ORDINARY: Final = re.compile(r"[!#-&(-,./0-9:-_a-~]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """
    Folded text; character ``i`` stands for the original's ``starts[i]`` to ``ends[i]``.
    """

    text: str
    starts: list[int]
    ends: list[int]

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
    folding = _Folding(text)
    at = 0
    while at < len(text):
        ordinary = ORDINARY.match(text, at)
        # A letter before a combining mark belongs to the mark's cluster, not to the run.
        end = ordinary.end() if ordinary else at
        if ordinary and (end == len(text) or not is_mark(text[end])):
            folding.keep(text[at:end], at)
            at = end
            continue
        if ordinary and end - 1 > at:
            folding.keep(text[at : end - 1], at)
            at = end - 1
        at = folding.take_cluster(at)
    return Folded("".join(folding.parts), folding.starts, folding.ends)


def is_invisible(character: str) -> bool:
    """
    Tell whether folding leaves a character out.
    """
    return character in INVISIBLE or is_deceiving(character)


class _Folding:
    def __init__(self, text: str) -> None:
        self.text = text
        #: Where too many marks on one letter begin, and end.
        self.stacks = dict(stack.span() for stack in STACK.finditer(text))
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def keep(self, run: str, at: int) -> None:
        self.parts.append(run)
        self.starts.extend(range(at, at + len(run)))
        self.ends.extend(range(at + 1, at + len(run) + 1))

    def take_cluster(self, at: int) -> int:
        """Fold one character with its marks; return where the next begins."""
        character = self.text[at]
        if is_invisible(character) or at in self.stacks:
            return self.stacks.get(at, at + 1)
        if character.isspace():
            self._space(at)
            return at + 1
        cluster, end = self._cluster(at)
        folded = "".join(EQUAL.get(sign, sign) for sign in cluster)
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

    def _cluster(self, at: int) -> tuple[str, int]:
        """Return a character with its marks, decomposed, and where the next one begins."""
        end = at + 1
        last = min(len(self.text), at + MOST_SORTED)
        while end < last and end not in self.stacks and is_mark(self.text[end]):
            end += 1
        seen = (sign for sign in self.text[at:end] if not is_invisible(sign))
        cluster = unicodedata.normalize("NFD", "".join(seen))
        # A composed letter brings marks of its own.
        if end in self.stacks or sum(map(is_mark, cluster)) > MOST_MARKS:
            cluster = "".join(sign for sign in cluster if not is_mark(sign))
        return cluster, self.stacks.get(end, end)
