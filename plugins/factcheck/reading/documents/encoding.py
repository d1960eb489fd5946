"""
A document's bytes to text.
"""

from __future__ import annotations

import codecs
from typing import Final

from factcheck.diagnostics import Place, Problem
from factcheck.reading.source import BYTE_ORDER_MARK, TO_UTF8, Source

MAX_BYTES: Final = 20_000_000
UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_document(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """
    Read UTF-8 with or without a byte order mark, or UTF-16 with one.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

    Returns:
        The text, or None if it cannot be read; and the problem that says why.
    """
    if len(data) > MAX_BYTES:
        message = f"the document has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        return None, (Problem(name, 1, 1, "document-encoding", message),)
    encoding = "utf-16" if data.startswith(UTF_16_MARKS) else "utf-8"
    try:
        text = data.decode(encoding).removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return None, (_undecodable(data, name, error),)
    if "\0" in text:
        return None, (_null(text, name),)
    return text, ()


def _undecodable(data: bytes, name: str, error: UnicodeDecodeError) -> Problem:
    before = Source(name, data[: error.start].decode(error.encoding, "replace"))
    place = Place(len(before.lines), len(before.lines[-1]) + 1)
    encoding = error.encoding.upper()
    message = f"byte {data[error.start]:#04x} at offset {error.start} is not {encoding} text"
    return before.problem("document-encoding", place, message, hint=TO_UTF8)


def _null(text: str, name: str) -> Problem:
    offset = text.index("\0")
    before = Source(name, text[:offset])
    place = Place(len(before.lines), len(before.lines[-1]) + 1)
    message = f"the character at offset {offset} is NUL, which no text holds"
    return before.problem("document-encoding", place, message, hint="is this a text file?")
