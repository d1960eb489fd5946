"""
The text of a DOCX file, as a plain page.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from factcheck.model import bounds
from factcheck.reading.intake.refusal import CannotTakeIn, library
from factcheck.reading.told import Told

BODY: Final = "word/document.xml"
ABOUT: Final = "docProps/core.xml"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"


def read_docx(data: bytes, name: str) -> tuple[str, Told]:
    """
    Return the text of a DOCX file as a page of HTML, and what the file tells of itself.

    Args:
        data: Its bytes.

        name: What it is called.

    Raises:
        CannotTakeIn: If it is none, is damaged or too large, or the library that reads it is not
            there.
    """
    about = _about(data, name)
    mammoth = library("mammoth", "read a DOCX file")
    try:
        html = mammoth.convert_to_html(io.BytesIO(data), convert_image=_left_out).value
    except Exception as error:
        msg = f"{name} cannot be read as a DOCX file: it is damaged"
        raise CannotTakeIn(msg) from error
    if not html.strip():
        msg = f"{name} holds no text"
        raise CannotTakeIn(msg)
    page = f"<!doctype html>\n<html>\n<body>\n{html}\n</body>\n</html>\n"
    return page, about


def _left_out(_: Any) -> list[Any]:  # noqa: ANN401 - an image, as mammoth has it
    return []


def _about(data: bytes, name: str) -> Told:
    """Look at a file's parts before they are unpacked: small files can hold very much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            sizes = {part.filename: part.file_size for part in parts.infolist()}
            if BODY not in sizes:
                msg = f"{name} is no DOCX file"
                raise CannotTakeIn(msg)
            if sum(sizes.values()) > bounds.DOCX_BYTES:
                msg = f"{name} holds more than {bounds.DOCX_BYTES:,} bytes when it is unpacked"
                raise CannotTakeIn(msg)
            core = parts.read(ABOUT) if ABOUT in sizes else b""
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError) as error:
        msg = f"{name} cannot be read as a DOCX file: it is damaged"
        raise CannotTakeIn(msg) from error
    return _told(core)


def _told(core: bytes) -> Told:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(core, parser) if core else None
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Told()
    title, author = (
        str(root.findtext(f"{DUBLIN_CORE}{key}") or "") for key in ("title", "creator")
    )
    return Told(title=title, author=author)
