"""
What a reader of Markdown makes of a twin: its front matter, its words, its links, its elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

#: CommonMark with raw HTML, and the same with tables and struck words as GitHub knows them.
READERS: Final = {name: MarkdownIt(name, {"html": True}) for name in ("commonmark", "js-default")}

SPACE: Final = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")

#: What ends a line, a block or a cell, and parts words.
ENDS: Final = frozenset({"inline", "softbreak", "hardbreak"})


@dataclass(frozen=True)
class Twin:
    """A twin as it was read."""

    text: str
    reader: str = "commonmark"

    @classmethod
    def at(cls, path: Path, reader: str = "commonmark") -> Twin:
        return cls(path.read_text(encoding="utf-8"), reader)

    @cached_property
    def head(self) -> dict[str, Any]:
        """Its front matter."""
        told: dict[str, Any] = yaml.safe_load(self.text.split("---\n")[1])
        return told

    @cached_property
    def body(self) -> str:
        """What stands behind that."""
        return self.text.removeprefix("---\n").partition("\n---\n")[2]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens, those within lines too."""
        return tuple(flat(READERS[self.reader].parse(self.body)))

    @property
    def kinds(self) -> set[str]:
        return {token.type for token in self.tokens}

    @property
    def links(self) -> list[str]:
        return [str(one.attrs["href"]) for one in self.tokens if one.type == "link_open"]

    @property
    def headings(self) -> list[str]:
        """The ranks of its own headings, in order; not those of the document."""
        return [one.tag for one in self.tokens if one.type == "heading_open" and not one.level]

    @cached_property
    def words(self) -> str:
        """What a reader sees, white space collapsed."""
        return collapsed("".join(seen(self.tokens)))

    @cached_property
    def said(self) -> str:
        """The same without the document."""
        return collapsed("".join(seen(outside(self.tokens))))


def flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def seen(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ENDS:
            yield " "
        elif token.type in {"text", "code_inline", "fence", "code_block"}:
            yield token.content


def outside(tokens: Iterable[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if not depth:
            yield token


def collapsed(text: str) -> str:
    """Return a text with white space as a page shows it."""
    return SPACE.sub(" ", text).strip()
