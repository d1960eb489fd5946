"""
Documents of every format to one ``Document``.

Rule 1: a document is text. Nothing of its markup survives but the kinds that ``model.document``
names, so nothing in it can run, load or overlay when it is shown.
Rule 2: every character that a reader of the document sees is kept, in order, once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model.characters import deceiving
from factcheck.model.document import Document
from factcheck.reading.documents.encoding import decode_document
from factcheck.reading.documents.html import lay_out_html
from factcheck.reading.documents.layout import Layout
from factcheck.reading.documents.markdown import lay_out_markdown
from factcheck.reading.documents.plain import lay_out_text
from factcheck.reading.source import Source

#: So many kinds of hidden characters are named in a message.
MOST_NAMED: Final = 3

#: By the file name's ending, in lower case.
FORMATS: Final[MappingProxyType[str, Callable[[str], Layout]]] = MappingProxyType(
    {
        ".txt": lay_out_text,
        ".md": lay_out_markdown,
        ".markdown": lay_out_markdown,
        ".html": lay_out_html,
        ".htm": lay_out_html,
    }
)


def is_document(name: str) -> bool:
    """
    Tell whether a file's name says that it is a document of a known format.
    """
    return PurePath(name).suffix.lower() in FORMATS


def read_document(data: bytes, name: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """
    Read one document.

    Args:
        data: The file's bytes.

        name: The file's path within the project; its ending decides the format.

    Returns:
        The document, or None if it cannot be read; and every problem.
    """
    text, problems = decode_document(data, name)
    if text is None:
        return None, problems
    layout = FORMATS[PurePath(name).suffix.lower()](text)
    if layout.too_deep:
        message = "lists and quotations stand in each other too deep to be read"
        place = Place(layout.too_deep, 1)
        return None, (*problems, Source(name, text).problem("document-format", place, message))
    blocks = layout.blocks()
    if not blocks:
        empty = Source(name, text).problem(
            "document-empty", Place(1, 1), "the document holds no text"
        )
        return None, (*problems, empty)
    whole = "\n".join(block.text for block in blocks)
    document = Document(blocks, whole, hashlib.sha256(data).hexdigest(), layout.title)
    return document, (*problems, *_hidden_characters(document, Source(name, text)))


def _hidden_characters(document: Document, source: Source) -> Iterator[Problem]:
    """Warn of what cannot be seen in a document: the page shows it, and an editor should know."""
    found = list(deceiving(document.text))
    if found:
        names = sorted({one.name for one in found})
        told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        count = f"{len(found)} characters" if len(found) > 1 else "a character"
        covers = " or cover other words" if any(one.is_stack for one in found) else ""
        message = f"the document holds {count} that cannot be seen{covers}: {told}"
        hint = "the page shows each by a sign; quotes are found without them"
        place = Place(document.line_at(found[0].at), 1)
        yield source.problem(
            "hidden-character", place, message, hint=hint, severity=Severity.WARNING
        )
