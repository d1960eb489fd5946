"""
A sidecar in its standard form: keys in the order of the reference, long texts wrapped, two spaces
for each step in.

Rule 1: nothing that is said changes, and no comment is lost. What came of it is read again and
compared before it is returned; a part that would not come out the same stays as it was typed.
Rule 2: what is typed in one line, in brackets, in braces or after ``|`` stays as it is typed, but
for where it begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.model import verdict
from factcheck.model.shape import Key, keys_of
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree
from factcheck.reading.layout import (
    BLOCKS,
    HEADER,
    Block,
    Entry,
    Text,
    Unusual,
    comments,
    lay_out,
)
from factcheck.reading.source import BYTE_ORDER_MARK, Source, with_line_feeds
from factcheck.reading.typed_lines import indentation
from factcheck.reading.wrapping import can_fold, folded, is_too_long

#: Keys that stand before those of the reference's order.
FIRST: Final[dict[type[Part], tuple[str, ...]]] = {
    verdict.Verdict: ("schema", "translation_of"),
    verdict.Work: ("title",),
    verdict.Evidence: ("work", "title"),
}
#: What a comment on top of a file is for editors' programs.
MODELINE: Final = re.compile(r"#\s*(?:yaml-language-server:|-\*-|vim?:)")
#: Line ends that YAML 1.1 knows and few others do.
ODD_ENDS: Final = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
STEP: Final = 2


@dataclass(frozen=True, slots=True)
class Formatted:
    """
    What came of a sidecar.
    """

    text: str

    #: What was left as it was typed: a line, and why.
    left: tuple[tuple[int, str], ...] = ()


def formatted(source: Source) -> Formatted:
    """
    Return a sidecar's text in standard form.

    Args:
        source: A text that ``yaml_tree`` reads without a problem.
    """
    mark = BYTE_ORDER_MARK if source.text.startswith(BYTE_ORDER_MARK) else ""
    body = source.text.removeprefix(mark)
    if odd := ODD_ENDS.search(body):
        line = body.count("\n", 0, odd.start()) + 1
        return Formatted(source.text, ((line, "the line ends in an uncommon way"),))
    end = "\r\n" if "\r\n" in body else "\n"
    plain = Source(source.name, with_line_feeds(body))
    try:
        text, left = _rewritten(plain)
    except Unusual as reason:
        return Formatted(source.text, ((1, str(reason)),))
    return Formatted(mark + text.replace("\n", end), left)


def _rewritten(source: Source) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Write all anew, or all but the entries that would not come out the same."""
    root = lay_out(source.text, source.lines)
    if not isinstance(root, Block) or root.is_list:
        msg = "it is not a list of keys with values"
        raise Unusual(msg)
    text = _Writer(source.lines, root).text()
    if _says_the_same(source, text):
        return text, ()
    lines = [entry.line for entry in root.entries]
    bad = [
        line
        for line in lines
        if not _says_the_same(source, _Writer(source.lines, root, {*lines} - {line}).text())
    ]
    text = _Writer(source.lines, root, set(bad)).text()
    if not bad or not _says_the_same(source, text):
        msg = "it is written in a way that cannot be put in order safely"
        raise Unusual(msg)
    return text, tuple((line + 1, "what stands below this key is left as it is") for line in bad)


def _says_the_same(source: Source, text: str) -> bool:
    """Read what is about to be returned: a wrong guess at YAML's ways must not reach a file."""
    new = Source(source.name, text)
    before, _ = yaml_tree.parse(source)
    after, problems = yaml_tree.parse(new)
    if problems or before is None or after is None or not _equal(before, after):
        return False
    return Counter(comments(source.text, source.lines)) == Counter(comments(text, new.lines))


def _equal(one: yaml_tree.Node, other: yaml_tree.Node) -> bool:
    if isinstance(one, yaml_tree.Scalar) and isinstance(other, yaml_tree.Scalar):
        return (one.text, one.data) == (other.text, other.data)
    if isinstance(one, yaml_tree.Items) and isinstance(other, yaml_tree.Items):
        pairs = zip(one.items, other.items, strict=False)
        return len(one.items) == len(other.items) and all(_equal(*pair) for pair in pairs)
    if isinstance(one, yaml_tree.Mapping) and isinstance(other, yaml_tree.Mapping):
        return one.entries.keys() == other.entries.keys() and all(
            _equal(value, other.entries[key]) for key, value in one.entries.items()
        )
    return False


class _Writer:
    """
    Writes the lines of one file.
    """

    def __init__(self, lines: list[str], root: Block, frozen: Sequence[int] | set[int] = ()) -> None:
        """
        Take a file.

        Args:
            lines: Its lines.

            root: How it is laid out.

            frozen: Where entries of the root begin that stay as they were typed.
        """
        self.lines = lines
        self.root = root
        self.frozen = frozenset(frozen)

    def text(self) -> str:
        """Return the whole file."""
        first = self.root.entries[0].line
        head, lead = _parted_head([line.strip() for line in self.lines[:first]])
        body = self._block(self.root, 0, verdict.Verdict, lead, len(self.lines))
        while body and not body[0]:
            body.pop(0)
        while body and not body[-1]:
            body.pop()
        return "\n".join([*_idle(head, 0), *body]) + "\n"

    def _block(
        self, block: Block, indent: int, part: type[Part] | None, lead: list[str], stop: int
    ) -> list[str]:
        """
        Write a mapping or a list, with the comments that stand before, between and after.

        Args:
            block: The mapping or list.

            indent: How far in it stands.

            part: The mapping's class, or that of each mapping in the list, if it has one.

            lead: The lines before the first entry.

            stop: The line at which something else begins.
        """
        written: list[tuple[Entry, list[str]]] = []
        entries = block.entries
        for number, entry in enumerate(entries):
            following = entries[number + 1].line if number + 1 < len(entries) else stop
            own_end = self._end_of(entry, block.column, following)
            before = _idle(lead, indent)
            written.append((entry, [*before, *self._entry(entry, indent, part, own_end)]))
            lead = [line.strip() for line in self.lines[own_end:following]]
        if not block.is_list and part is not None:
            written = _in_order(written, part)
        lines = [line for _, chunk in written for line in chunk]
        return [*lines, *_idle(lead, indent)]

    def _end_of(self, entry: Entry, column: int, following: int) -> int:
        """Return the line after an entry: comments further in than it belong to what it holds."""
        end = entry.value.last + 1
        if not isinstance(entry.value, Block):
            return end
        for number in range(end, following):
            line = self.lines[number]
            if not line.strip():
                continue
            if indentation(line) <= column:
                break
            end = number + 1
        return end

    def _entry(self, entry: Entry, indent: int, part: type[Part] | None, stop: int) -> list[str]:
        if indent == 0 and entry.line in self.frozen:
            return [line.rstrip() if not line.strip() else line for line in self.lines[entry.line : stop]]
        if entry.key is None:
            return self._item(entry, indent, part, stop)
        key = keys_of(part).get(entry.key.text) if part else None
        name = self.lines[entry.line][entry.key.column : entry.key.end]
        head = f"{' ' * indent}{name}:"
        if not isinstance(entry.value, Block):
            return self._simple(entry, head, indent, key)
        rest = self._after_colon(entry)
        lead = [line.strip() for line in self.lines[entry.line + 1 : entry.value.line]]
        below = key.part if key else None
        if key and key.own_keys:
            inner = self._own_keys(entry.value, indent + STEP, below, lead, stop)
        else:
            inner = self._block(entry.value, indent + STEP, below, lead, stop)
        while inner and not inner[0]:
            inner.pop(0)
        return [head + rest, *inner]

    def _own_keys(
        self, block: Block, indent: int, part: type[Part] | None, lead: list[str], stop: int
    ) -> list[str]:
        """Write a mapping with keys of the editor's own, whose order is the editor's."""
        lines: list[str] = []
        for number, entry in enumerate(block.entries):
            last = number + 1 == len(block.entries)
            following = stop if last else block.entries[number + 1].line
            end = self._end_of(entry, block.column, following)
            lines += _idle(lead, indent)
            lines += self._named(entry, indent, part, end)
            lead = [line.strip() for line in self.lines[end:following]]
        return [*lines, *_idle(lead, indent)]

    def _named(self, entry: Entry, indent: int, part: type[Part] | None, stop: int) -> list[str]:
        value, key = entry.value, entry.key
        if not isinstance(value, Block) or key is None:
            return self._entry(entry, indent, None, stop)
        lead = [line.strip() for line in self.lines[entry.line + 1 : value.line]]
        inner = self._block(value, indent + STEP, part, lead, stop)
        while inner and not inner[0]:
            inner.pop(0)
        name = self.lines[entry.line][key.column : key.end]
        return [f"{' ' * indent}{name}:{self._after_colon(entry)}", *inner]

    def _item(self, entry: Entry, indent: int, part: type[Part] | None, stop: int) -> list[str]:
        """Write an item of a list: what stands before its first line is put before the hyphen."""
        value, before = entry.value, []
        if value.is_empty:
            rest = self.lines[entry.line][entry.column + 1 :].rstrip()
            return [f"{' ' * indent}-{rest if rest.strip() else ''}"]
        if value.line > entry.line:
            rest = self.lines[entry.line][entry.column + 1 :].strip()
            before = _idle([rest, *(line.strip() for line in self.lines[entry.line + 1 : value.line])], indent)
            before = [line for line in before if line]
        if isinstance(value, Block):
            lines = self._block(value, indent + STEP, part, [], stop)
        else:
            lines = self._simple(entry, " " * (indent + 1), indent, None)
        first = next(
            number for number, line in enumerate(lines) if line and not line.lstrip().startswith("#")
        )
        hoisted = [f"{' ' * indent}{line.strip()}" for line in lines[:first] if line]
        head = f"{' ' * indent}-{lines[first][indent + 1 :]}"
        return [*before, *hoisted, head.rstrip() if not head.strip("- ") else head, *lines[first + 1 :]]

    def _after_colon(self, entry: Entry) -> str:
        """Return the comment behind a key whose value begins below it."""
        assert entry.key  # noqa: S101 - an item has none
        rest = self.lines[entry.line][entry.key.end :].partition(":")[2].rstrip()
        return rest if rest.strip() else ""

    def _simple(self, entry: Entry, head: str, indent: int, key: Key | None) -> list[str]:
        """Write an entry whose value is a text, or stands in brackets or braces."""
        value = entry.value
        behind = self.lines[value.last][value.end :].rstrip()
        if isinstance(value, Text) and value.style in BLOCKS:
            return self._block_text(entry, value, head, indent)
        if value.is_empty:
            return [head + self._after_colon(entry)]
        if value.line != entry.line and any(
            line.strip() for line in self._between(entry)
        ):
            return self._shifted(entry, indent)
        if isinstance(value, Text) and key and key.free and not key.many:
            wrapped = self._wrapped(value, head, indent, behind)
            if wrapped:
                return wrapped
        if value.line == value.last:
            typed = self.lines[value.line][value.column : value.end]
            return [f"{head} {typed}{behind}"]
        if value.line != entry.line:
            return self._shifted(entry, indent)
        lines = self._shifted(entry, indent)
        typed = self.lines[value.line][value.column :].rstrip()
        return [f"{head} {typed}", *lines[1:]]

    def _between(self, entry: Entry) -> Iterator[str]:
        """Give what stands between a key and a value that begins on another line."""
        start = entry.key.end if entry.key else entry.column
        yield self.lines[entry.line][start + 1 :].strip(": ")
        yield from self.lines[entry.line + 1 : entry.value.line]

    def _shifted(self, entry: Entry, indent: int) -> list[str]:
        """Write an entry as it was typed, but for where it begins."""
        lines = self.lines[entry.line : entry.value.last + 1]
        by = indent - entry.column
        first = " " * indent + lines[0][entry.column :].rstrip()
        return [
            first,
            *(
                " " * max(indent + 1, indentation(line) + by) + line.strip() if line.strip() else ""
                for line in lines[1:]
            ),
        ]

    def _wrapped(self, value: Text, head: str, indent: int, behind: str) -> list[str] | None:
        """Write a text in one line or in quotation marks below its key, if it is too long."""
        typed = self.lines[value.line : value.last + 1]
        if value.line == value.last:
            typed = [f"{head} {self.lines[value.line][value.column : value.end]}"]
        if not any(map(is_too_long, typed)) or not can_fold(value.text):
            return None
        return [f"{head} >-{behind}", *folded(value.text, indent + STEP)]

    def _block_text(self, entry: Entry, value: Text, head: str, indent: int) -> list[str]:
        """Write a text after ``|`` or ``>``; a folded one is wrapped anew if a line is too long."""
        header = HEADER.match(self.lines[value.line], value.column)
        assert header  # noqa: S101 - it is a block
        sign, behind = header[0], self.lines[value.line][header.end() :].rstrip()
        digits = "".join(filter(str.isdigit, sign))
        content = self.lines[value.line + 1 : value.last + 1]
        old = _content_indent(content, entry.column, digits)
        new = indent + (int(digits) if digits else STEP)
        moved = [" " * new + line[old:] if len(line) > old else "" for line in content]
        text = value.text.removesuffix("\n") if "-" not in sign else value.text
        if value.style == ">" and not digits and any(map(is_too_long, moved)) and can_fold(text):
            moved = folded(text, new)
        if value.line != entry.line:
            msg = f"the text on line {value.line + 1} does not begin behind its key"
            raise Unusual(msg)
        return [f"{head} {sign}{behind}", *moved]


def _content_indent(content: list[str], column: int, digits: str) -> int:
    """Return how far in a block's text stands."""
    if digits:
        return column + int(digits)
    return next((indentation(line) for line in content if line.strip()), 0)


def _in_order(
    written: list[tuple[Entry, list[str]]], part: type[Part]
) -> list[tuple[Entry, list[str]]]:
    """Put keys in the reference's order; one that is not in it stays behind the one before it."""
    names = [*FIRST.get(part, ()), *keys_of(part)]
    rank = {name: number for number, name in reversed(list(enumerate(names)))}
    ranks: list[int] = []
    for entry, _ in written:
        name = entry.key.text if entry.key else ""
        ranks.append(rank.get(name, ranks[-1] if ranks else -1))
    order = sorted(range(len(written)), key=ranks.__getitem__)
    return [written[number] for number in order]


def _idle(lines: list[str], indent: int) -> list[str]:
    """Write comments and blank lines, of those never two in a row."""
    told: list[str] = []
    for line in lines:
        if line or (told and told[-1]) or not told:
            told.append(" " * indent + line if line else "")
    return told


def _parted_head(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands above the first key: what is said of the file, and what of the key."""
    blanks = [number for number, line in enumerate(lines) if not line]
    modes = [number for number, line in enumerate(lines) if MODELINE.match(line)]
    end = blanks[-1] + 1 if blanks else modes[-1] + 1 if modes else len(lines)
    return lines[:end], lines[end:]
