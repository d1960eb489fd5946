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
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
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

#: Characters that folding leaves as they are, a run at a time, with spaces between them.
ORDINARY: Final = re.compile(r"[!#-&(-,./0-9:-_a-~][ !#-&(-,./0-9:-_a-~]*+")
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
    folding = _Folding(text)
    at = 0
    while at < len(text):
        end = folding.run_end(at)
        if end > at and not folding.goes_on(end):
            folding.keep(text[at:end], at)
            at = end
            continue
        # A letter before a combining mark belongs to the mark's cluster, not to the run.
        if end - 1 > at:
            folding.keep(text[at : end - 1], at)
            at = end - 1
        at = folding.take_cluster(at)
    return Folded("".join(folding.parts), folding.starts, folding.ends)


def is_invisible(character: str) -> bool:
    """
    Tell whether folding leaves a character out.
    """
    return character in INVISIBLE or is_deceiving(character)


def _runs_of(text: str) -> re.Pattern[str]:
    kept = "".join(sorted(filter(_is_kept, set(text))))
    signs = f"[{re.escape(kept)}]" if kept else "(?!)"
    return re.compile(f"{signs}[ {re.escape(kept)}]*+")


@cache
def _is_kept(character: str) -> bool:
    """Tell whether folding leaves a character as it is, and sets it together with no other."""
    return not (
        character.isspace()
        or character in EQUAL
        or is_mark(character)
        # A stack of marks may begin with one that is not sorted among them.
        or unicodedata.category(character) in {"Mn", "Me"}
        or is_invisible(character)
        or unicodedata.normalize("NFD", character) != character
    )


@lru_cache(maxsize=10_000)
def _fold_cluster(cluster: str, *, is_stacked: bool) -> str:
    """Fold a character with its marks, none of which is kept where there are too many."""
    seen = (sign for sign in cluster if not is_invisible(sign))
    parts = unicodedata.normalize("NFD", "".join(seen))
    # A composed letter brings marks of its own.
    if is_stacked or sum(map(is_mark, parts)) > MOST_MARKS:
        parts = "".join(sign for sign in parts if not is_mark(sign))
    return "".join(EQUAL.get(sign, sign) for sign in parts)


class _Folding:
    def __init__(self, text: str) -> None:
        self.text = text
        self.runs = _runs_of(text) if len(text) > LONG else ORDINARY
        #: Where the next two spaces stand that are folded to one.
        self.spaces = -1
        #: Where too many marks on one letter begin, and end.
        self.stacks = dict(stack.span() for stack in STACK.finditer(text))
        self.parts: list[str] = []
        # Four bytes a character, where a list would take seventy.
        self.starts = array("I")
        self.ends = array("I")

    def run_end(self, at: int) -> int:
        """Return where the characters end that are kept from somewhere on; there, if none is."""
        if self.spaces < at:
            self.spaces = self.text.find("  ", at)
            if self.spaces < 0:
                self.spaces = len(self.text)
        run = self.runs.match(self.text, at, self.spaces)
        if run is None:
            return at
        return run.end() - (self.text[run.end() - 1] == " ")

    def keep(self, run: str, at: int) -> None:
        self.parts.append(run)
        self.starts.extend(range(at, at + len(run)))
        self.ends.extend(range(at + 1, at + len(run) + 1))

    def goes_on(self, at: int) -> bool:
        """Tell whether what stands somewhere belongs to the letter before it."""
        return at < len(self.text) and (is_mark(self.text[at]) or at in self.stacks)

    def take_cluster(self, at: int) -> int:
        """Fold one character with its marks; return where the next begins."""
        character = self.text[at]
        if is_invisible(character) or at in self.stacks:
            return self.stacks.get(at, at + 1)
        if character.isspace():
            self._space(at)
            return at + 1
        inner = self._cluster_end(at)
        folded = _fold_cluster(self.text[at:inner], is_stacked=inner in self.stacks)
        end = self.stacks.get(inner, inner)
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

    def _cluster_end(self, at: int) -> int:
        """Return where a character with its marks ends, or a stack of them begins."""
        end = at + 1
        last = min(len(self.text), at + MOST_SORTED)
        while end < last and end not in self.stacks and is_mark(self.text[end]):
            end += 1
        return end
