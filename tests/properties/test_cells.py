from __future__ import annotations

import csv
import io

from factcheck.publishing.exports.cells import FORMULA, MARKED, csv_rows, inert
from hypothesis import given
from hypothesis import strategies as st

#: Any text that a file in UTF-8 can hold, and often what a spreadsheet runs.
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("=+-@|%'\t\r\n ,;\"x")


@given(TEXTS)
def test_what_was_made_inert_can_be_told(text: str) -> None:
    """One apostrophe taken from every marked cell gives back every text; none is a formula."""
    cell = inert(text)

    assert not FORMULA.match(cell) or cell.startswith("'")
    assert (cell[1:] if MARKED.match(cell) else cell) == text


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=4))
def test_rows_come_back_as_they_were(rows: list[list[str]]) -> None:
    """A strict reader of CSV gets as many rows and cells as were written, with their words."""
    found = list(csv.reader(io.StringIO(csv_rows(rows), newline=""), strict=True))

    assert found == [[inert(text) for text in row] for row in rows]
