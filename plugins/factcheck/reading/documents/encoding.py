"""
A document's bytes to text.
"""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.reading import encodings
from factcheck.reading.decoding import SAVE_ANEW, utf8
from factcheck.reading.oversize import too_large
from factcheck.reading.source import BYTE_ORDER_MARK, Source

UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PAGES: Final = frozenset({".html", ".htm"})


def decode_document(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """
    Read UTF-8 with or without a byte order mark, or UTF-16 with one.

    Args:
        data: The file's bytes.

        name: What to call the file in messages; its ending says whether it is a web page, which
            may name its own encoding.

    Returns:
        The text, or None if it cannot be read; and the problem that says why.
    """
    if len(data) > bounds.DOCUMENT_BYTES:
        return None, (too_large(name, "document-bounds", bounds.DOCUMENT_BYTES),)
    marked = encodings.marked(data)
    if marked and marked.name == "UTF-16":
        return _utf16(data, name)
    text = utf8(data, name)
    if isinstance(text, str):
        return text, ()
    is_page = PurePath(name).suffix.lower() in PAGES
    refused = replace(text, declared=encodings.declared(data)) if is_page else text
    return None, (refused.problem("document-encoding"),)


def _utf16(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        text = data.decode("utf-16").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16", "ignore")
        message = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-16 text"
        return None, (_refused(before, name, message, SAVE_ANEW),)
    if "\0" in text:
        before = text[: text.index("\0")]
        offset = len(codecs.BOM_UTF16) + len(before.encode("utf-16-le"))
        message = f"the character at offset {offset} is NUL, which no text holds"
        return None, (_refused(before, name, message, "is this a text file?"),)
    return text, ()


def _refused(before: str, name: str, message: str, hint: str) -> Problem:
    """Make a problem just after the text that could be read."""
    good = Source(name, before.removeprefix(BYTE_ORDER_MARK))
    place = good.place_at(len(good.text))
    return good.problem("document-encoding", place, message, hint=hint)
