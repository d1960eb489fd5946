"""
A key with a text, brackets or braces behind it, as the standard form writes it.

A text that is too long is wrapped below its key. Anything else stays as it is typed, but for where
it begins.
"""

from __future__ import annotations

from typing import Final

from factcheck.reading.layout import BLOCKS, HEADER, Entry, Text, Unusual, Value
from factcheck.reading.typed_lines import indentation
from factcheck.reading.wrapping import can_fold, folded, is_too_long

#: How far a step in leads.
STEP: Final = 2


def simple(lines: list[str], entry: Entry, head: str, indent: int, *, is_prose: bool) -> list[str]:
    """
    Write an entry.

    Args:
        lines: The lines of the file.

        entry: The entry; its value is no mapping or list of an entry a line.

        head: What stands before the value: the key with its colon, or the hyphen's place.

        indent: How far in it stands.

        is_prose: Whether it is a person's words.
    """
    value = entry.value
    behind = lines[value.last][value.end :].rstrip()
    if isinstance(value, Text) and value.style in BLOCKS:
        return _block_text(lines, entry, value, head, indent)
    if value.is_empty:
        return [head + after_colon(lines, entry)]
    typed = _typed(lines, value)
    typed[0] = f"{head} {typed[0]}"
    is_long = any(map(is_too_long, typed))
    if _is_parted(lines, entry):
        return _moved(lines, entry, indent)
    if is_prose and is_long and isinstance(value, Text) and can_fold(value.text):
        return [f"{head} >-{behind}", *folded(value.text, indent + STEP)]
    rest = _shifted(typed[1:], indent - entry.column, indent)
    told = [typed[0], *rest]
    told[-1] += behind
    return told


def after_colon(lines: list[str], entry: Entry) -> str:
    """
    Return the comment behind a key, with the spaces before it.
    """
    start = entry.key.end if entry.key else entry.column
    rest = lines[entry.line][start:].partition(":")[2].rstrip()
    return rest if rest.strip() else ""


def _typed(lines: list[str], value: Value) -> list[str]:
    """Return a value as it was typed."""
    found = lines[value.line : value.last + 1]
    found[-1] = found[-1][: value.end]
    found[0] = found[0][value.column :]
    return [line.rstrip() for line in found]


def _is_parted(lines: list[str], entry: Entry) -> bool:
    """Tell whether a comment or a blank line stands between a key and its value."""
    if entry.value.line == entry.line:
        return False
    start = entry.key.end if entry.key else entry.column
    behind = lines[entry.line][start + 1 :].strip(" :\t")
    return bool(behind) or entry.value.line > entry.line + 1


def _moved(lines: list[str], entry: Entry, indent: int) -> list[str]:
    """Write an entry as it was typed, but for where it begins."""
    first, *others = lines[entry.line : entry.value.last + 1]
    shifted = _shifted(others, indent - entry.column, indent)
    return [" " * indent + first[entry.column :].rstrip(), *shifted]


def _shifted(lines: list[str], by: int, indent: int) -> list[str]:
    return [
        " " * max(indent + 1, indentation(line) + by) + line.strip() if line.strip() else ""
        for line in lines
    ]


def _block_text(lines: list[str], entry: Entry, value: Text, head: str, indent: int) -> list[str]:
    """Write a text after ``|`` or ``>``; a folded one is wrapped anew if it is too long."""
    header = HEADER.match(lines[value.line], value.column)
    if header is None or value.line != entry.line:
        msg = f"the text on line {value.line + 1} does not begin behind its key"
        raise Unusual(msg)
    sign, behind = header[0], lines[value.line][header.end() :].rstrip()
    digits = "".join(filter(str.isdigit, sign))
    content = lines[value.line + 1 : value.last + 1]
    old = entry.column + int(digits) if digits else _first_indent(content)
    new = indent + (int(digits) if digits else STEP)
    told = [" " * new + line[old:] if len(line) > old else "" for line in content]
    text = value.text if "-" in sign else value.text.removesuffix("\n")
    is_plain = value.style == ">" and not digits and "+" not in sign
    if is_plain and any(map(is_too_long, told)) and can_fold(text):
        told = folded(text, new)
    return [f"{head} {sign}{behind}", *told]


def _first_indent(content: list[str]) -> int:
    return next((indentation(line) for line in content if line.strip()), 0)
