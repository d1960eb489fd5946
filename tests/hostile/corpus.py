"""
The hostile corpus as data: documents, texts for fields, addresses, values for closed fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

HERE: Final = Path(__file__).resolve().parent
#: The words that a document's claim is made in, unless the entry names others.
ANCHOR: Final = "Quoted words begin this document."


@dataclass(frozen=True, eq=False)
class Entry:
    """One hostile input, and what must come of it."""

    #: Its name in tests, and its slug.
    name: str
    family: str
    text: str

    #: The code that must refuse it; empty where it must be published harmlessly.
    refused: str = ""

    #: Why a test is known to fail, by what the test is about.
    fails: Mapping[str, str] = field(default_factory=dict)

    #: Of a document: its ending, its encoding, the words quoted, the words that a reader must and
    #: must not meet, and whether it stands in its file alone, without quotable words before it.
    ending: str = ""
    encoding: str = "utf-8"
    quote: str = ANCHOR
    sees: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    alone: bool = False

    #: Characters that other documents need and this one hides something with: each is shown by a
    #: sign, or a row of them is.
    unseen: str = ""
    stacked: str = ""

    #: Whether it is one sign of writing that is wider than a page, and so cannot be broken.
    unbreakable: bool = False

    #: Of an address: the host that it may lead to.
    host: str = ""

    @property
    def file(self) -> str:
        """The document's name in seeds/."""
        return f"{self.name}{self.ending}"

    @property
    def bytes(self) -> bytes:
        """The document's bytes."""
        before = f"<p>{ANCHOR}</p>\n" if self.ending == ".html" else f"{ANCHOR}\n\n"
        return ("" if self.alone else before).encode() + self.text.encode(self.encoding)


def _entries(file: str) -> Iterator[Entry]:
    families = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    for family, items in families.items():
        stem = re.sub("[^a-z0-9]+", "-", family.lower()).strip("-")
        for number, item in enumerate(items, 1):
            yield _entry(f"{stem}-{number:02}", family, item)


def _entry(name: str, family: str, item: str | dict[str, Any]) -> Entry:
    keys = {"text": item} if isinstance(item, str) else dict(item)
    keys["text"] *= keys.pop("times", 1)
    keys["ending"] = keys.pop("as", "")
    for key in ("sees", "hides"):
        keys[key] = tuple(keys.get(key, ()))
    return Entry(name, family, **keys)


def cases(entries: Iterable[Entry], about: str) -> list[Any]:
    """Return entries as parameters of a test; those that are known to fail it must fail it."""
    return [
        pytest.param(
            entry,
            id=entry.name,
            marks=(
                [pytest.mark.xfail(strict=True, reason=entry.fails[about])]
                if about in entry.fails
                else []
            ),
        )
        for entry in entries
    ]


DOCUMENTS: Final = tuple(_entries("documents.yaml"))
VALUES: Final = tuple(_entries("values.yaml"))
ADDRESSES: Final = tuple(_entries("addresses.yaml"))
#: With it every other text is compared.
ORDINARY: Final = Entry("ordinary", "none", "Plain words")
