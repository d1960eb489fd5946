"""
A file from anywhere to a document that ``seeds/`` can hold, with what it tells of itself.

Rule 1: a text stays what it is, byte for byte; of a PDF, a DOCX file or a web page its words are
taken, and what is left out is said.
Rule 2: what is needed for one form alone is imported when such a file is taken in, and a missing
library is told with the command that installs it.
Rule 3: whatever is wrong with a file is said in a sentence; no library's own message is passed on
as if it were one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from factcheck.model import bounds
from factcheck.reading import told
from factcheck.reading.documents import FORMATS
from factcheck.reading.documents.encoding import decode_document
from factcheck.reading.intake.docx import read_docx
from factcheck.reading.intake.page import article_of
from factcheck.reading.intake.pdf import read_pdf
from factcheck.reading.intake.refusal import CannotTakeIn
from factcheck.reading.told import UNTOLD, Told

__all__ = ["CannotTakeIn", "Form", "Taken", "form_of", "take_in"]


class Form(Enum):
    """In what form a document comes; the value is how its file's name ends in ``seeds/``."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    PAGE = ".html"
    PDF = ".pdf"
    DOCX = ".docx"


#: As names end; of what is one of them the first bytes decide.
ENDINGS: Final = MappingProxyType({form.value: form for form in Form} | {".htm": Form.PAGE})
PAGE_BEGINNINGS: Final = (b"<!doctype html", b"<html", b"<?xml")


@dataclass(frozen=True, slots=True)
class Taken:
    """
    A document as ``seeds/`` is to hold it.
    """

    data: bytes

    #: How its file's name ends.
    ending: str
    told: Told = UNTOLD

    #: What an editor should know of how it came about: a sentence each.
    notes: tuple[str, ...] = ()


def form_of(data: bytes, name: str) -> Form:
    """
    Tell in what form a file is.

    Args:
        data: Its bytes, which go before its name.

        name: What it is called; empty or ``-`` where it has no name.

    Raises:
        CannotTakeIn: If it is in no form that is read.
    """
    if data.startswith(b"%PDF-"):
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        return Form.DOCX
    ending = PurePath(name).suffix.lower()
    if ending in {Form.PDF.value, Form.DOCX.value}:
        msg = f"{name} is no {ending[1:].upper()} file, whatever its name says"
        raise CannotTakeIn(msg)
    if ending in ENDINGS or ending in FORMATS:
        return ENDINGS.get(ending, Form.MARKDOWN)
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return Form.PAGE if start.startswith(PAGE_BEGINNINGS) else Form.TEXT


def take_in(data: bytes, name: str, *, whole: bool) -> Taken:
    """
    Make a document of a file.

    Args:
        data: Its bytes.

        name: What it is called.

        whole: Whether a web page is kept with its menus and all.

    Raises:
        CannotTakeIn: With a sentence that says why and what would help.
    """
    if len(data) > bounds.DOCUMENT_BYTES:
        msg = f"{name} is larger than {bounds.DOCUMENT_BYTES:,} bytes, and no more is read"
        raise CannotTakeIn(msg)
    form = form_of(data, name)
    return TAKERS[form](data, name, whole)


def _as_it_is(data: bytes, name: str, _: bool) -> Taken:  # noqa: FBT001 - as the others
    return Taken(data, form_of(data, name).value)


def _page(data: bytes, name: str, whole: bool) -> Taken:  # noqa: FBT001
    html, problems = decode_document(data, f"{PurePath(name).stem}.html")
    if html is None:
        msg = f"{name}: {problems[0].message}; {problems[0].hint}".rstrip("; ")
        raise CannotTakeIn(msg)
    page = told.told_by_page(html)
    if whole:
        note = "kept the whole page: its menus and the like are part of the document"
        return Taken(data, Form.PAGE.value, page, (note,))
    note = "kept the article alone, as trafilatura found it: compare it with the page"
    return Taken(article_of(html, name).encode(), Form.PAGE.value, page, (note,))


def _pdf(data: bytes, name: str, _: bool) -> Taken:  # noqa: FBT001
    text, about = read_pdf(data, name)
    note = "took the text out of the PDF: look through it for lines and words in disorder"
    return Taken(text.encode(), Form.TEXT.value, told.checked(about), (note,))


def _docx(data: bytes, name: str, _: bool) -> Taken:  # noqa: FBT001
    html, about = read_docx(data, name)
    note = "took the text out of the DOCX file, without its pictures and comments"
    return Taken(html.encode(), Form.PAGE.value, told.checked(about), (note,))


TAKERS: Final[MappingProxyType[Form, Callable[[bytes, str, bool], Taken]]] = MappingProxyType(
    {
        Form.TEXT: _as_it_is,
        Form.MARKDOWN: _as_it_is,
        Form.PAGE: _page,
        Form.PDF: _pdf,
        Form.DOCX: _docx,
    }
)
