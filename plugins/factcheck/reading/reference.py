"""
The sidecar's reference, docs/sidecar.md, as data: what it says of every key and of every word.

The page is the one place where keys are explained to editors; tests hold it complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from factcheck.model import verdict, vocabulary
from factcheck.model.shape import keys_of
from factcheck.model.verdict import Part
from factcheck.reading import yaml_tree
from factcheck.reading.source import Source
from factcheck.reading.typed_lines import indentation

#: How tables begin that list the keys of one mapping, and those that list a closed list's words.
KEYS: Final = ("Key", "Required", "Holds", "Meaning")
WORDS: Final = ("Word", "Means")

#: The heading above each mapping's table. ``WorkFields`` is only what two of them share.
TABLES: Final[Mapping[type[Part], str]] = MappingProxyType(
    {
        verdict.Verdict: "The whole file",
        verdict.SeedDocument: "document",
        verdict.Work: "works",
        verdict.Claim: "claims",
        verdict.Quote: "quote",
        verdict.Translation: "quote_translation",
        verdict.Party: "claimant and attributed_to",
        verdict.Evidence: "evidence",
        verdict.Media: "media",
        verdict.Group: "groups",
        verdict.Unrated: "unrated",
        verdict.RightOfReply: "right_of_reply",
        verdict.Change: "changes",
        verdict.Withdrawal: "withdrawn",
        verdict.Signoff: "signoffs",
        verdict.Selection: "selection",
        verdict.Disclosure: "disclosures",
    }
)

#: The heading above each closed list.
LISTS: Final[Mapping[type[StrEnum], str]] = MappingProxyType(
    {
        vocabulary.Status: "Statuses",
        vocabulary.DocumentKind: "Kinds of documents",
        vocabulary.Display: "display",
        vocabulary.LinkTo: "link",
        vocabulary.WorkKind: "Kinds of works",
        vocabulary.Stance: "Stances",
        vocabulary.ReadAs: "read",
        vocabulary.Prominence: "prominence",
        vocabulary.UnratedReason: "Reasons for no rating",
        vocabulary.PartyType: "Types of parties",
        vocabulary.SignoffRole: "Roles",
        vocabulary.ReplyOutcome: "Outcomes",
        vocabulary.ChangeKind: "Kinds of changes",
        vocabulary.MediaKind: "Kinds of media",
        vocabulary.MediaCategory: "Categories of media",
        vocabulary.State: "Ratings",
    }
)


@dataclass(frozen=True)
class Example:
    """
    A fenced example, with the document that it is about.
    """

    line: int
    marks: tuple[str, ...]
    text: str
    document: str

    #: The nearest heading above it.
    heading: str


@dataclass(frozen=True)
class Table:
    """
    A table of the page.
    """

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """
        Return the cells of a column, without the marks of code.
        """
        at = self.head.index(name)
        return [re.sub(r"^`([^`]*)`$", r"\1", row[at]) for row in self.rows]


def read_examples(page: str) -> Iterator[Example]:
    """
    Give every fenced example of the page that is YAML.
    """
    heading = document = first = ""
    for found in re.finditer(r"^#+ (.+)$|^```(\w.*)\n((?:(?!```).*\n)*)```$", page, re.MULTILINE):
        if found[1]:
            heading = found[1]
            continue
        language, *marks = found[2].split()
        if language == "text":
            document = found[3]
            first = first or document
        elif language == "yaml":
            line = page.count("\n", 0, found.start()) + 1
            yield Example(line, tuple(marks), found[3], document or first, heading)
            document = ""


def read_tables(page: str) -> Iterator[Table]:
    """
    Give every table of the page, with the nearest heading above it.
    """
    heading = ""
    prose = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    for found in re.finditer(r"^#+ (.+)$|^((?:\|.*\|\n)+)", prose, re.MULTILINE):
        if found[1]:
            heading = found[1]
            continue
        head, _, *rows = (
            tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1])
            for line in found[2].splitlines()
        )
        yield Table(heading, head, tuple(rows))


@dataclass(frozen=True)
class Reference:
    """
    What the page says of every key, by mapping and key, and of every word of the closed lists.
    """

    #: What a key means and what it holds, in Markdown.
    meanings: Mapping[tuple[type[Part], str], str]
    holds: Mapping[tuple[type[Part], str], str]

    #: The shortest of the page's examples of a key: its lines, as they are typed.
    examples: Mapping[tuple[type[Part], str], str]

    #: What each word of a closed list means.
    words: Mapping[tuple[type[StrEnum], str], str]


def read_reference(page: str) -> Reference:
    """
    Read the page.

    Args:
        page: The text of docs/sidecar.md.
    """
    tables = list(read_tables(page))
    rows = {
        (part, key): (meaning, holds)
        for part, heading in TABLES.items()
        for table in tables
        if (table.heading, table.head) == (heading, KEYS)
        for key, holds, meaning in zip(*map(table.column, ("Key", *KEYS[2:])), strict=True)
    }
    words = {
        (words, word): meaning
        for words, heading in LISTS.items()
        for table in tables
        if (table.heading, table.head) == (heading, WORDS)
        for word, meaning in zip(*map(table.column, WORDS), strict=True)
    }
    meanings = {at: meaning for at, (meaning, _) in rows.items()}
    holds = {at: one for at, (_, one) in rows.items()}
    return Reference(meanings, holds, _examples_by_key(page), words)


def _examples_by_key(page: str) -> dict[tuple[type[Part], str], str]:
    found: dict[tuple[type[Part], str], str] = {}
    for example in read_examples(page):
        if example.marks not in {(), ("part",), ("translation",)}:
            continue
        source = Source("docs/sidecar.md", example.text)
        tree, _ = yaml_tree.parse(source)
        for part, key, text in _entries(source, tree, verdict.Verdict):
            if len(text) < len(found.get((part, key), text + " ")):
                found[part, key] = text
    return found


def _entries(
    source: Source, node: yaml_tree.Node | None, part: type[Part]
) -> Iterator[tuple[type[Part], str, str]]:
    """Give every key of a mapping, and of those within it, with its lines."""
    if isinstance(node, yaml_tree.Items):
        for item in node.items:
            yield from _entries(source, item, part)
    if not isinstance(node, yaml_tree.Mapping):
        return
    for name, value in node.entries.items():
        key = keys_of(part).get(name)
        if key is None:
            continue
        yield part, name, _typed(source, node, name, value)
        within = (
            value.entries.values()
            if key.own_keys and isinstance(value, yaml_tree.Mapping)
            else (value,)
        )
        for one in within if key.part else ():
            yield from _entries(source, one, key.part or part)


def _typed(source: Source, node: yaml_tree.Mapping, name: str, value: yaml_tree.Node) -> str:
    """Return the lines of an entry, as if it stood at the left margin."""
    begin = yaml_tree.to_place(node.keys[name])
    first = source.line(begin.line)
    indent = begin.column - 1
    if first[node.place.column - 1 : node.place.column] == "{" and isinstance(
        value, yaml_tree.Scalar
    ):
        return f"{name}: {value.text}"
    lines = [first[indent:]]
    for number in range(begin.line + 1, len(source.lines) + 1):
        line = source.line(number)
        if line.strip() and indentation(line) <= indent:
            break
        lines.append(line[indent:])
    return "\n".join(lines).rstrip()
