"""
A sidecar put in its standard form, or left as it is where that is not safe.

Rule 1: nothing that is said changes, and no comment is lost. What came of it is read again and
compared before it is returned; a part that would not come out the same stays as it was typed.
Rule 2: putting it in standard form once is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from factcheck.reading import yaml_tree
from factcheck.reading.layout import Unusual, comments, lay_out
from factcheck.reading.source import BYTE_ORDER_MARK, Source, with_line_feeds
from factcheck.reading.standard_form import Writer

#: Line ends that YAML 1.1 knows and few others do.
ODD_ENDS: Final = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


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
    text = Writer(source.lines, root).text()
    if text == source.text or _says_the_same(source, text):
        return text, ()
    lines = frozenset(entry.line for entry in root.entries)
    bad = [
        line
        for line in sorted(lines)
        if not _says_the_same(source, Writer(source.lines, root, lines - {line}).text())
    ]
    text = Writer(source.lines, root, frozenset(bad)).text()
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
