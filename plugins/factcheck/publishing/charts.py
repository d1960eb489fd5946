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


#: Over more years than these, only those that have any are told: one may be mistyped.
LONGEST: Final = 60


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
    Count days by year, with the years between that have none; None where all fall in one.

    Args:
        title: What is counted.

        days: At least one.
    """
    counts = Counter(day.year for day in days)
    first, last, most = min(counts), max(counts), max(counts.values())
    if first == last:
        return None
    years = range(first, last + 1) if last - first < LONGEST else sorted(counts)
    return Chart(
        title,
        tuple(Bar(str(year), counts[year], round(WIDEST * counts[year] / most)) for year in years),
    )
