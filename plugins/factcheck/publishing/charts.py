"""
Bars for a few numbers: drawn as SVG by the theme, with the same numbers as a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from factcheck.publishing.words import Said, Words

#: The longest bar, in the drawing's own units.
WIDEST: Final = 100


#: Over more years than these, only those that have any are told: one may be mistyped.
LONGEST: Final = 60


class Counted(NamedTuple):
    """
    What is counted, as the title of its numbers by year and by month.
    """

    by_year: Said
    by_month: Said


CHECKS: Final = Counted(
    Said("title of a chart", "Fact-checks by year"),
    Said("title of a chart", "Fact-checks by month"),
)
RULINGS: Final = Counted(
    Said("title of a chart", "Rulings by year"), Said("title of a chart", "Rulings by month")
)


class Bar(NamedTuple):
    """
    One number.
    """

    label: str
    number: str

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


def over_time(what: Counted, days: Iterable[date], words: Words) -> Chart | None:
    """
    Count days by year, or by month where all fall in one year; None where all fall in one month.

    Years and months between that have none are told.

    Args:
        what: What is counted.

        days: At least one.

        words: The language.
    """
    months = Counter((day.year, day.month) for day in days)
    years = Counter[int]()
    for (year, _), count in months.items():
        years[year] += count
    if len(years) > 1:
        first, last = min(years), max(years)
        shown = range(first, last + 1) if last - first < LONGEST else sorted(years)
        by_year = [(str(year), years[year]) for year in shown]
        return _chart(what.by_year, words.say("column of a table", "Year"), by_year, words)
    if len(months) == 1:
        return None
    (year,), (_, first), (_, last) = years, min(months), max(months)
    told = [
        (words.month(f"{year}-{month:02d}"), months[year, month])
        for month in range(first, last + 1)
    ]
    return _chart(what.by_month, words.say("column of a table", "Month"), told, words)


def _chart(title: Said, unit: str, told: Sequence[tuple[str, int]], words: Words) -> Chart:
    most = max(count for _, count in told)
    bars = tuple(
        Bar(label, words.number(count), round(WIDEST * count / most)) for label, count in told
    )
    return Chart(words.of(title), unit, bars)
