"""
What nearly all sidecars are made of, read line by line: YAML without its surprises.

A text is ordinary only where YAML 1.1 leaves no choice: block mappings and lists under plain keys;
texts on one line, plain or in quotation marks without escapes; blocks after ``|`` and ``>`` whose
lines stand in one column or further in; simple lists and mappings in brackets; remarks on lines of
their own. Nothing else is read here, no value is absent, no key stands twice, and nothing is
refused: what is not ordinary is left to ``yaml_tree``, which tells what is wrong and where.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from factcheck.model import bounds
from factcheck.model.characters import is_plain
from factcheck.model.shape import Path, key_at, keys_at
from factcheck.model.verdict import Part
from factcheck.reading.oversize import long_line

Data = dict[str, Any]

#: No key begins there: a list is read.
NO_COLUMN: Final = -1

KEY: Final = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
#: What no plain text begins with; after a tilde, it may mean no value.
INDICATORS: Final = r"\s\-?:,\[\]{}#&*!|>'\"%@`~"
PLAIN: Final = rf"(?!null\ *$)[^{INDICATORS}][^:#\n]*+(?:(?::(?=\S)|(?<=\S)\#)[^:#\n]*+)*"
QUOTED: Final = r"\"[^\"\\\n]*+\"|'[^'\n]*+(?:''[^'\n]*+)*'(?!')"
#: Curly marks, of which an editor may think that they keep a comma in.
FLOW_PLAIN: Final = rf"(?!null\ *[,\]}}])[^{INDICATORS}“”„«»][^,\[\]{{}}:#?\"“”„«»\n]*+"
FLOW_TEXT: Final = rf"(?:{FLOW_PLAIN}|{QUOTED})"
FLOW_LIST: Final = re.compile(rf"\[ *+(?:{FLOW_TEXT} *+(?:, *+{FLOW_TEXT} *+)*)?\]")
FLOW_MAPPING: Final = re.compile(
    rf"\{{ *+(?:{KEY}: ++{FLOW_TEXT} *+(?:, *+{KEY}: ++{FLOW_TEXT} *+)*)?\}}"
)
FLOW_TEXTS: Final = re.compile(FLOW_TEXT)
FLOW_ENTRIES: Final = re.compile(rf"({KEY}): ++({FLOW_TEXT})")

# No group is possessive, because Python before 3.11.5 matches those wrongly. What follows one that
# is repeated begins as none of its rounds does, so that a round given back leads nowhere.

#: An entry with the lines of its block, and the remarks below it; or a line that is no entry.
#: Where a hyphen stands before a key, the block stands further in than that key.
ENTRY: Final = re.compile(
    rf"""
    ^(\ *+)(-\ ++)?(?:({KEY}):(?:\ ++|(?=\n)))?
    (?:
        ({PLAIN})
    |   ({QUOTED})\ *+
    |   (\[.*\]|\{{.*\}})\ *+
    |   (null|~)\ *+
    |   ([|>]-?)\ *+((?:\n++\1(?(2)(?(3)\ \ ))\ ++\S.*+)+)
    )?
    \n(?:\ *+(?:\#.*+)?\n)*
    |.++\n
    """,
    re.VERBOSE | re.MULTILINE,
)
#: The remarks and blank lines with which a file begins.
HEAD: Final = re.compile(r"\A(?: *+(?:#.*+)?\n)*")
#: In a block, what looks empty may be text.
BLANKS: Final = re.compile(r"^ +$", re.MULTILINE)
#: In a block after ``>``: a line that YAML keeps apart, or that should be, in a list.
APART: Final = re.compile(r"^(?: |(?:[-*+]|[0-9]{1,2}[.)])\s)", re.MULTILINE)
LINE_ENDS: Final = re.compile(r"\n\n*+")


def read(text: str, part: type[Part]) -> Data | None:
    """
    Return what an ordinary sidecar says.

    Args:
        text: All of it.

        part: The model of it, which knows the keys that may have no value.

    Returns:
        Its texts in lists and dictionaries, as ``plain_data`` of its tree; None if it is not
        ordinary. If it is, nothing in it deceives.
    """
    if not _may_be_ordinary(text):
        return None
    entries = ENTRY.findall(HEAD.sub("", text, count=1))
    if len(entries) > bounds.YAML_ENTRIES:
        return None
    try:
        return _Reader(part).read(entries)
    except _Unusual:
        return None


def _may_be_ordinary(text: str) -> bool:
    return (
        text.endswith("\n")
        and "\t" not in text
        and is_plain(text)
        and not (" \n" in text and BLANKS.search(text))
        and len(text) <= bounds.YAML_VALUES
        and long_line(text) is None
    )


class _Unusual(Exception):  # noqa: N818 - never leaves this module
    """The text is not ordinary."""


class _Reader:
    """Puts entries where they belong, by the columns in which they begin."""

    def __init__(self, part: type[Part]) -> None:
        self.part = part
        #: The mapping whose keys are read, and in which column; none while a list is read.
        self.here: Data = {}
        self.column = 0
        #: Its key whose value stands on the lines below.
        self.awaited = ""
        #: Every mapping and list that is not at its end, outermost first, with its column.
        self.open: list[tuple[int, Any]] = [(0, self.here)]
        #: The list that was last gone on with.
        self.items: list[Any] = []
        #: Keys without values, with the mappings that hold them until all is read.
        self.absent: list[tuple[Data, str]] = []

    def read(self, entries: list[tuple[str, ...]]) -> Data | None:
        """Return the outermost mapping; None if there is none."""
        root = self.here
        for indent, dash, key, plain, quoted, flow, none, style, block in entries:
            column = len(indent)
            if dash:
                column = self._begin_item(column, dash, key)
            elif column != self.column or self.awaited:
                self._return_to(column)
            value = plain.rstrip(" ") if plain else _value(quoted, flow, style, block, column)
            if not key:
                self._add(dash, value)
            elif key in self.here or key[:2] == "x_":
                raise _Unusual
            elif value is None:
                self._await(key, none)
            else:
                self.here[key] = value
        return self._ended(root)

    def _begin_item(self, column: int, dash: str, key: str) -> int:
        """Begin an entry of a list; return the column of the key after its hyphen, if one is."""
        self.items = self._list_at(column)
        if not key:
            return column
        column += len(dash)
        self._begin(column, {})
        self.items.append(self.here)
        return column

    def _add(self, dash: str, text: str | None) -> None:
        """Add a text to the list that was begun or gone on with."""
        if not dash or text is None:
            raise _Unusual
        self.items.append(text)

    def _await(self, key: str, none: str) -> None:
        """Take a key without a value on its line; one that means none has none below it either."""
        self.awaited = key
        if none:
            self._leave_out()

    def _ended(self, root: Data) -> Data | None:
        if self.awaited:
            self._leave_out()
        for holder, key in self.absent:
            del holder[key]
        return root or None

    def _list_at(self, column: int) -> list[Any]:
        """Return the list whose hyphens stand in a column; it may begin here."""
        if self.awaited and column >= self.column:
            items: list[Any] = []
            self._give(items)
            self._begin(column, items)
            return items
        if self.awaited:
            self._leave_out()
        while self.open[-1][0] > column:
            self.open.pop()
        at, found = self.open[-1]
        if at != column or not isinstance(found, list):
            raise _Unusual
        self.column = NO_COLUMN
        return found

    def _return_to(self, column: int) -> None:
        """Go on with the mapping whose keys begin in a column; it may begin here."""
        if self.awaited and column > self.column:
            inner: Data = {}
            self._give(inner)
            self._begin(column, inner)
            return
        if self.awaited:
            self._leave_out()
        while self.open[-1][0] > column or isinstance(self.open[-1][1], list):
            self.open.pop()
        self.column, self.here = self.open[-1]
        if self.column != column:
            raise _Unusual

    def _give(self, node: Data | list[Any]) -> None:
        """Put a mapping or list under the key that awaits it."""
        self.here[self.awaited] = node
        self.awaited = ""

    def _leave_out(self) -> None:
        """Let a key have no value, if the model knows it here."""
        path = tuple(
            len(node) - 1 if isinstance(node, list) else next(reversed(node))
            for _, node in self.open[:-1]
        )
        if not _knows(self.part, path, self.awaited):
            raise _Unusual
        self.here[self.awaited] = None
        self.absent.append((self.here, self.awaited))
        self.awaited = ""

    def _begin(self, column: int, node: Data | list[Any]) -> None:
        # A text in brackets stands two deeper.
        if len(self.open) + 2 > bounds.YAML_DEPTH:
            raise _Unusual
        self.open.append((column, node))
        if isinstance(node, list):
            self.column = NO_COLUMN
        else:
            self.here, self.column = node, column


def _knows(part: type[Part], path: Path, key: str) -> bool:
    """Tell whether the model knows a key of the mapping at a path, and it is not the editor's."""
    above = key_at(part, path)
    if above and above.own_keys and path[-1] == above.name:
        return False
    return key in keys_at(part, path)


def _value(quoted: str, flow: str, style: str, block: str, column: int) -> Any:  # noqa: ANN401
    """Return what stands after a key or hyphen; None if nothing does."""
    if block:
        return _block(style, block, column)
    if quoted:
        return _unquoted(quoted)
    if flow:
        return _flow(flow)
    return None


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] == '"' else text[1:-1].replace("''", "'")


def _block(style: str, block: str, column: int) -> str:
    """Return the text after ``|`` or ``>``, whose lines stand further in than a column."""
    margin = len(block) - len(block.lstrip("\n ")) - 1
    if block[1] == "\n" or margin <= column or _further_out(margin).search(block):
        raise _Unusual
    text = block.replace("\n" + " " * margin, "\n")[1:]
    if style[0] == ">":
        if APART.search(text):
            raise _Unusual
        text = LINE_ENDS.sub(lambda ends: ends.group()[1:] or " ", text)
    return text if style.endswith("-") else text + "\n"


@cache
def _further_out(margin: int) -> re.Pattern[str]:
    """Return what finds a line that stands further out than a margin."""
    return re.compile(rf"\n {{0,{margin - 1}}}[^ \n]")


def _flow(text: str) -> Data | list[str]:
    """Return a list or mapping in brackets."""
    if len(text) > bounds.YAML_ENTRIES:
        raise _Unusual
    if FLOW_LIST.fullmatch(text):
        return [_flow_text(found) for found in FLOW_TEXTS.findall(text, 1)]
    if not FLOW_MAPPING.fullmatch(text):
        raise _Unusual
    entries = FLOW_ENTRIES.findall(text)
    read = {key: _flow_text(found) for key, found in entries}
    if len(read) < len(entries) or any(key.startswith("x_") for key in read):
        raise _Unusual
    return read


def _flow_text(text: str) -> str:
    return _unquoted(text) if text[0] in "'\"" else text.rstrip(" ")
