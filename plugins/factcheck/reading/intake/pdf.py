"""
The text of a PDF.
"""

from __future__ import annotations

import io
import logging
from typing import Any

from factcheck.model import bounds
from factcheck.reading.intake.refusal import CannotTakeIn, library
from factcheck.reading.told import Told


def read_pdf(data: bytes, name: str) -> tuple[str, Told]:
    """
    Return the text of a PDF, its pages parted by blank lines, and what it tells of itself.

    Args:
        data: Its bytes.

        name: What it is called.

    Raises:
        CannotTakeIn: If it is damaged, locked, too long or without text, or the library that reads
            it is not there.
    """
    pypdf = library("pypdf", "read a PDF")
    # What it warns of is of no use to an editor.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages, about = _pages(pypdf.PdfReader(io.BytesIO(data)))
    except CannotTakeIn as refused:
        msg = f"{name} {refused}"
        raise CannotTakeIn(msg) from None
    except Exception as error:
        msg = f"{name} cannot be read as a PDF: it is damaged, or locked with a password"
        raise CannotTakeIn(msg) from error
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        msg = f"{name} holds no text: it is probably a scan; have its text recognised first"
        raise CannotTakeIn(msg)
    return f"{text}\n", about


def _pages(reader: Any) -> tuple[list[str], Told]:  # noqa: ANN401 - pypdf need not be there
    if len(reader.pages) > bounds.PDF_PAGES:
        msg = f"has more than {bounds.PDF_PAGES:,} pages; take in a part of it"
        raise CannotTakeIn(msg)
    found, length = [], 0
    for page in reader.pages:
        text = page.extract_text().replace("\0", "")
        length += len(text)
        if length > bounds.DOCUMENT_BYTES:
            msg = f"holds more than {bounds.DOCUMENT_BYTES:,} characters"
            raise CannotTakeIn(msg)
        # Signs of its own fonts may come out as halves of characters.
        found.append(text.encode(errors="ignore").decode())
    about = reader.metadata or {}
    return found, Told(
        title=str(about.get("/Title") or ""), author=str(about.get("/Author") or "")
    )
