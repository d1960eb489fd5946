"""
Bars for a few numbers: drawn as SVG by the theme, with the same numbers as a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

#: The longest bar, in the drawing's own units.
WIDEST: Final = 100


class Bar(NamedTuple):
    """
    One number.
    """

    label: str
    number: int

    #: Of the drawing's units.
    length: int


class Chart(NamedTuple):
    """
    Numbers in the order of time.
    """

    #: What is counted, as a title.
    title: str
    bars: tuple[Bar, ...]


def by_year(title: str, days: Iterable[date]) -> Chart | None:
    """
    Count days by year, years without any too; None where all fall in one.

    Args:
        title: What is counted.

        days: At least one.
    """
    counts = Counter(day.year for day in days)
    first, last, most = min(counts), max(counts), max(counts.values())
    if first == last:
        return None
    return Chart(
        title,
        tuple(
            Bar(str(year), counts[year], round(WIDEST * counts[year] / most))
            for year in range(first, last + 1)
        ),
    )
