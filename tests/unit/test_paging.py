from __future__ import annotations

from factcheck.digest.paging import sheets
from hypothesis import given
from hypothesis import strategies as st

LENGTHS = st.integers(0, 400)
PAGES = st.integers(1, 60)


@given(LENGTHS, PAGES)
def test_every_item_stands_on_one_page(length: int, page: int) -> None:
    """Page after page, the list is the list: nothing is lost, nothing stands twice."""
    items = list(range(length))

    assert [item for sheet in sheets(items, page) for item in sheet.items] == items


@given(LENGTHS, PAGES, st.integers(1, 200))
def test_a_numbered_page_never_changes(length: int, page: int, more: int) -> None:
    """Newer items leave each page that had a number as it was."""
    items = list(range(length))
    before = {sheet.number: list(sheet.items) for sheet in sheets(items, page) if sheet.number}
    grown = [*range(-more, 0), *items]
    after = {sheet.number: list(sheet.items) for sheet in sheets(grown, page) if sheet.number}

    assert before.items() <= after.items()


@given(LENGTHS, PAGES)
def test_pages_lead_to_each_other(length: int, page: int) -> None:
    """From the newest page, "older" leads through every page to the oldest, and "newer" back."""
    made = {sheet.number: sheet for sheet in sheets(list(range(length)), page)}
    way = [0]
    while (older := made[way[-1]].older) is not None:
        assert made[older].newer == way[-1]
        way.append(older)

    assert sorted(way) == sorted(made)
    assert made[0].newer is None


@given(LENGTHS, PAGES)
def test_no_page_is_longer_than_two(length: int, page: int) -> None:
    """The newest page holds up to two pages' worth, every other exactly one."""
    first, *others = sheets(list(range(length)), page)

    assert len(first.items) < 2 * page
    assert {len(sheet.items) for sheet in others} <= {page}
