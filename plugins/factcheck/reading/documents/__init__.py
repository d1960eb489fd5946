"""
Documents of every format to one ``Document``.

Rule 1: a document is text. Nothing of its markup survives but the kinds that ``model.document``
names, so nothing in it can run, load or overlay when it is shown.
Rule 2: every character that a reader of the document sees is kept, in order, once.
Rule 3: what is too large, too long or too deep is refused before it is laid out, or as soon as
that is seen.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model import bounds
from factcheck.model.characters import Deceiving, deceiving, is_plain
from factcheck.model.document import Document
from factcheck.reading import oversize
from factcheck.reading.documents.encoding import decode_document
from factcheck.reading.documents.html import lay_out_html
from factcheck.reading.documents.layout import Layout
from factcheck.reading.documents.markdown import lay_out_markdown
from factcheck.reading.documents.plain import lay_out_text
from factcheck.reading.source import Source

BOUNDS: Final = "document-bounds"
#: So many kinds of hidden characters are named in a message.
MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Format:
    """
    How files with some ending are read, and how much of what is in them.
    """

    lay_out: Callable[[str], Layout]

    #: What can begin markup, if anything can; how much of it is read, and what to call it.
    signs: re.Pattern[str] | None = None
    most_signs: int = 0
    what: str = ""

    #: What stands in each other, and how deep.
    nested: str = ""
    depth: int = 0

    #: Whether nobody reads the source's own lines.
    is_page: bool = False


TEXT: Final = Format(lay_out_text)
MARKDOWN: Final = Format(
    lay_out_markdown,
    signs=re.compile(r"[\[*_`<&\\|>]|[-+][ \t]|[0-9][.)][ \t]"),
    most_signs=bounds.MARKDOWN_SIGNS,
    what="signs that can begin markup",
    nested="lists and quotations",
    depth=bounds.MARKDOWN_DEPTH,
)
HTML: Final = Format(
    lay_out_html,
    signs=re.compile("<[A-Za-z]"),
    most_signs=bounds.HTML_TAGS,
    what="tags",
    nested="tags",
    depth=bounds.HTML_DEPTH,
    is_page=True,
)
#: By the file name's ending, in lower case.
FORMATS: Final = MappingProxyType(
    {".txt": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML}
)


def is_document(name: str) -> bool:
    """
    Tell whether a file's name says that it is a document of a known format.
    """
    return _ending(name) in FORMATS


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{dot}{ending}".lower() if stem else ""


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
    source, format_ = Source(name, text), FORMATS[_ending(name)]
    if refused := _oversize(source, format_):
        return None, (refused,)
    layout = format_.lay_out(text)
    if layout.too_deep:
        message = f"{format_.nested} stand in each other more than {format_.depth:,} deep"
        place = Place(layout.too_deep, 1)
        return None, (source.problem(BOUNDS, place, message, hint=oversize.WHERE),)
    blocks = layout.blocks()
    if not blocks:
        message = "the document holds no text"
        return None, (source.problem("document-empty", Place(1, 1), message),)
    whole = "\n".join(block.text for block in blocks)
    document = Document(blocks, whole, hashlib.sha256(data).hexdigest(), layout.title)
    if format_.is_page and (start := oversize.long_line(whole)) is not None:
        place = Place(document.line_at(start), 1)
        return None, (
            source.problem(BOUNDS, place, oversize.too_long_message(), hint=oversize.WHERE),
        )
    return document, tuple(_hidden_characters(document, source))


def _oversize(source: Source, format_: Format) -> Problem | None:
    refused = oversize.too_many_lines(source, BOUNDS)
    if not (refused or format_.is_page):
        refused = oversize.too_long_line(source, BOUNDS)
    if refused or format_.signs is None:
        return refused
    return oversize.too_many(source, BOUNDS, format_.signs, format_.most_signs, format_.what)


def _hidden_characters(document: Document, source: Source) -> Iterator[Problem]:
    """Warn of what cannot be seen in a document: the page shows it, and an editor should know."""
    if is_plain(document.text):
        return
    first = next(deceiving(document.text), None)
    if first is None:
        return
    # There may be millions of them, of a few kinds.
    counts = Counter(found.characters for found in deceiving(document.text))
    kinds = [Deceiving(characters, 0) for characters in counts]
    names = sorted({kind.name for kind in kinds})
    told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    number = f"{counts.total()} characters" if counts.total() > 1 else "a character"
    covers = " or cover other words" if any(kind.is_stack for kind in kinds) else ""
    message = f"the document holds {number} that cannot be seen{covers}: {told}"
    hint = "the page shows each by a sign; quotes are found without them"
    place = Place(document.line_at(first.at), 1)
    yield source.problem("hidden-character", place, message, hint=hint, severity=Severity.WARNING)
