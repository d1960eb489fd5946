from __future__ import annotations

from datetime import date

from factcheck.publishing.charts import RULINGS, over_time
from factcheck.publishing.words import IN_ENGLISH
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.lists(st.dates(), min_size=1, max_size=30)


@given(DAYS)
def test_every_day_is_counted_once(days: list[date]) -> None:
    """The numbers of a chart add up to all days, and the longest bar is full."""
    chart = over_time(RULINGS, days, IN_ENGLISH)
    if chart is None:
        assert len({(day.year, day.month) for day in days}) == 1
        return

    assert sum(int(bar.number) for bar in chart.bars) == len(days)
    assert max(bar.length for bar in chart.bars) == 100


def test_one_year_is_told_by_month() -> None:
    """Within one year the months are told, also those between that have none."""
    chart = over_time(RULINGS, [date(2026, 4, 1), date(2026, 2, 28), date(2026, 2, 1)], IN_ENGLISH)

    assert chart is not None
    assert (chart.title, chart.unit) == ("Rulings by month", "Month")
    assert [(bar.label, bar.number) for bar in chart.bars] == [
        ("February 2026", "2"),
        ("March 2026", "0"),
        ("April 2026", "1"),
    ]


def test_a_mistyped_year_makes_no_endless_chart() -> None:
    """Over more years than a life has, those without any are left out."""
    chart = over_time(RULINGS, [date(206, 1, 1), date(2026, 1, 1)], IN_ENGLISH)

    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["206", "2026"]


def test_one_month_needs_no_chart() -> None:
    """A single number is said in a sentence already."""
    assert over_time(RULINGS, [date(2026, 2, 1), date(2026, 2, 28)], IN_ENGLISH) is None
