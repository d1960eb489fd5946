"""
The standard form of a sidecar: keys in the order of the reference, two spaces for each step in.

A comment stays with what it stands above; one that stands further in than the next key stays at
the end of what it stands below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.model import verdict
from factcheck.model.shape import Key, keys_of
from factcheck.model.verdict import Part
from factcheck.reading.layout import Block, Entry
from factcheck.reading.plain_values import STEP, after_colon, simple
from factcheck.reading.typed_lines import indentation

#: Keys that stand before those of the model's order.
FIRST: Final[MappingProxyType[type[Part], tuple[str, ...]]] = MappingProxyType(
    {
        verdict.Verdict: ("schema", "translation_of"),
        verdict.Work: ("title",),
        verdict.Evidence: ("work", "title"),
    }
)
#: What a comment on top of a file is for editors' programs.
MODELINE: Final = re.compile(r"#\s*(?:yaml-language-server:|-\*-|vim?:)")


@dataclass(frozen=True, slots=True)
class Inside:
    """
    What a mapping, or each mapping of a list, holds.
    """

    #: Its class; none where that is not known.
    part: type[Part] | None

    #: Whether its keys are the editor's own, and each holds a mapping of that class.
    own_keys: bool = False

    def key(self, name: str) -> Key | None:
        """
        Return what is known of one of its keys.
        """
        return keys_of(self.part).get(name) if self.part and not self.own_keys else None

    def below(self, name: str) -> Inside:
        """
        Return what stands below one of its keys.
        """
        if self.own_keys:
            return Inside(self.part)
        key = self.key(name)
        return Inside(key.part, key.own_keys) if key else Inside(None)

    def in_order(self, entries: list[Entry]) -> list[int]:
        """
        Return the order of its entries; a key that is not known stays behind the one before it.
        """
        places = range(len(entries))
        if self.part is None or self.own_keys:
            return [*places]
        names = dict.fromkeys([*FIRST.get(self.part, ()), *keys_of(self.part)])
        known = {name: number for number, name in enumerate(names)}
        ranks: list[int] = []
        for entry in entries:
            name = entry.key.text if entry.key else ""
            ranks.append(known.get(name, ranks[-1] if ranks else -1))
        return sorted(places, key=ranks.__getitem__)


class Writer:
    """
    Writes one file.
    """

    def __init__(
        self, lines: list[str], root: Block, frozen: frozenset[int] = frozenset()
    ) -> None:
        """
        Take a file.

        Args:
            lines: Its lines.

            root: How it is laid out.

            frozen: Where entries of the root begin that stay as they were typed.
        """
        self.lines = lines
        self.root = root
        self.frozen = frozen

    def text(self) -> str:
        """
        Return the whole file.
        """
        head, lead = _parted_head(self._idle(0, self.root.entries[0].line))
        body = self._block(self.root, 0, Inside(verdict.Verdict), lead, len(self.lines))
        lines = [*_without_blanks_first(_put(head, 0)), *_without_blanks_first(body)]
        while not lines[-1]:
            lines.pop()
        return "\n".join(lines) + "\n"

    def _block(
        self, block: Block, indent: int, inside: Inside, lead: list[str], stop: int
    ) -> list[str]:
        """
        Write a mapping or a list, with the comments that stand before, between and after.

        Args:
            block: The mapping or list.

            indent: How far in it stands.

            inside: What it holds.

            lead: The comments and blank lines before its first entry.

            stop: The line at which something else begins.
        """
        chunks: list[list[str]] = []
        begins = [entry.line for entry in block.entries[1:]]
        for entry, following in zip(block.entries, [*begins, stop], strict=True):
            end = self._end_of(entry, block.column, following)
            chunks.append([*_put(lead, indent), *self._entry(entry, indent, inside, end)])
            lead = self._idle(end, following)
        order = range(len(chunks)) if block.is_list else inside.in_order(block.entries)
        return [*(line for number in order for line in chunks[number]), *_put(lead, indent)]

    def _end_of(self, entry: Entry, column: int, following: int) -> int:
        """Return the line after an entry: comments further in than it belong to what it holds."""
        end = entry.value.last + 1
        if not isinstance(entry.value, Block):
            return end
        for number in range(end, following):
            line = self.lines[number]
            if line.strip() and indentation(line) <= column:
                break
            end = number + 1 if line.strip() else end
        return end

    def _entry(self, entry: Entry, indent: int, inside: Inside, stop: int) -> list[str]:
        """Write an entry, up to the line at which something else begins."""
        if indent == 0 and entry.line in self.frozen:
            return self.lines[entry.line : stop]
        if entry.key is None:
            return self._item(entry, indent, inside, stop)
        key = inside.key(entry.key.text)
        head = " " * indent + self.lines[entry.line][entry.key.column : entry.key.end] + ":"
        if not isinstance(entry.value, Block):
            is_prose = key is not None and key.free is not None and not key.many
            return simple(self.lines, entry, head, indent, is_prose=is_prose)
        lead = self._idle(entry.line + 1, entry.value.line)
        below = self._block(entry.value, indent + STEP, inside.below(entry.key.text), lead, stop)
        return [head + after_colon(self.lines, entry), *_without_blanks_first(below)]

    def _item(self, entry: Entry, indent: int, inside: Inside, stop: int) -> list[str]:
        """Write an item of a list: comments before its first key are put before the hyphen."""
        value, margin = entry.value, " " * indent
        behind = self.lines[entry.line][entry.column + 1 :].rstrip()
        if value.is_empty:
            return [f"{margin}-{behind if behind.strip() else ''}"]
        lead = [behind.strip(), *self._idle(entry.line + 1, value.line)]
        if isinstance(value, Block):
            lines = self._block(value, indent + STEP, inside, [], stop)
        else:
            lines = simple(self.lines, entry, f"{margin} ", indent, is_prose=False)
        first = next(at for at, line in enumerate(lines) if line and line.lstrip()[0] != "#")
        above = [*(lead if value.line > entry.line else ()), *map(str.strip, lines[:first])]
        told = [f"{margin}{line}" for line in above if line]
        return [*told, f"{margin}-{lines[first][indent + 1 :]}", *lines[first + 1 :]]

    def _idle(self, start: int, stop: int) -> list[str]:
        """Return the comments and blank lines between two lines."""
        return [line.strip() for line in self.lines[start:stop]]


def _put(lines: list[str], indent: int) -> list[str]:
    """Write comments and blank lines, of those never two in a row."""
    told: list[str] = []
    for line in lines:
        if line or not told or told[-1]:
            told.append(" " * indent + line if line else "")
    return told


def _without_blanks_first(lines: list[str]) -> list[str]:
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def _parted_head(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands above the first key: what is said of the file, and what of the key."""
    blanks = [number for number, line in enumerate(lines) if not line]
    modes = [number for number, line in enumerate(lines) if MODELINE.match(line)]
    end = blanks[-1] + 1 if blanks else modes[-1] + 1 if modes else len(lines)
    return lines[:end], lines[end:]
