"""
Rows as CSV (RFC 4180), in UTF-8 with a byte order mark, so that spreadsheets read it as such.

A spreadsheet runs a cell that begins like a formula (CWE-1236). Rule 1: such a cell gets an
apostrophe before it. Who wants the words themselves takes one apostrophe away from every cell that
matches ``MARKED``; as words that begin so by themselves get one too, nothing else does.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from factcheck.publishing.exports.tables import Cell

#: Before the first row.
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

#: Signs that begin a formula, also where East Asian spreadsheets take the wide ones for them, and
#: white space that some of them pass over.
FORMULA: Final = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠|%]")  # noqa: RUF001 - the wide signs

#: A cell that was made inert.
MARKED: Final = re.compile(rf"'{FORMULA.pattern}")

#: Between the items of a list in one cell.
BETWEEN: Final = "; "


def inert(text: str) -> str:
    """
    Return a text as no spreadsheet runs it.
    """
    return f"'{text}" if FORMULA.match(text) else text


def cell(value: Cell) -> str | int | None:
    """
    Return what stands in a cell, as the writer of CSV takes it: nothing for None.
    """
    if isinstance(value, str):
        # Most texts begin with a letter or a figure, and no formula does.
        return value if value[:1].isalnum() else inert(value)
    if isinstance(value, list):
        return inert(BETWEEN.join(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def csv_rows(rows: Iterable[Iterable[Cell]]) -> str:
    """
    Write rows, each with its line's end.
    """
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(
        [[cell(one) for one in row] for row in rows]
    )
    return lines.getvalue()
