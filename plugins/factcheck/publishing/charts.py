"""
Bars for a few numbers: drawn as SVG by the theme, with the same numbers as a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from factcheck.publishing.wording import month_in_words

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

    #: What each number belongs to: a year, or a month.
    unit: str
    bars: tuple[Bar, ...]


def over_time(what: str, days: Iterable[date]) -> Chart | None:
    """
    Count days by year, or by month where all fall in one year; None where all fall in one month.

    Years and months between that have none are told.

    Args:
        what: What is counted.

        days: At least one.
    """
    months = Counter((day.year, day.month) for day in days)
    years = Counter[int]()
    for (year, _), count in months.items():
        years[year] += count
    if len(years) > 1:
        first, last = min(years), max(years)
        shown = range(first, last + 1) if last - first < LONGEST else sorted(years)
        return _chart(f"{what} by year", "Year", [(str(year), years[year]) for year in shown])
    if len(months) == 1:
        return None
    (year,), (_, first), (_, last) = years, min(months), max(months)
    told = [
        (month_in_words(f"{year}-{month:02d}"), months[year, month])
        for month in range(first, last + 1)
    ]
    return _chart(f"{what} by month", "Month", told)


def _chart(title: str, unit: str, told: Sequence[tuple[str, int]]) -> Chart:
    most = max(count for _, count in told)
    bars = tuple(Bar(label, count, round(WIDEST * count / most)) for label, count in told)
    return Chart(title, unit, bars)
