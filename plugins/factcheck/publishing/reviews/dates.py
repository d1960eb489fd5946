"""
Rules on dates.

schema.org, ``Date`` and ``DateTime``: ISO 8601. A claim is made before it is reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError

from factcheck.model.rules import Breach
from factcheck.model.shape import Path
from factcheck.model.values import parse_date, quoted
from factcheck.publishing.reviews.around import Around, error, note
from factcheck.publishing.reviews.values import Node, is_empty, nodes, single
from factcheck.publishing.schemaorg import DATE_MODIFIED, DATE_PUBLISHED, ITEM_REVIEWED

DATES: Final = ("dateCreated", DATE_PUBLISHED, DATE_MODIFIED)
#: Longer ones are none; those that are shorter and hold a time have one of these.
MOST_CHARACTERS: Final = 40
TIME: Final = "T"
#: Somewhere it is tomorrow already.
A_DAY: Final = timedelta(days=1)


class Days(NamedTuple):
    """
    The days that a date can mean.
    """

    first: date
    last: date

    #: Whether it is a time, whose day another zone may not share.
    is_time: bool = False

    def surely_after(self, other: Days) -> bool:
        """Tell whether it is later, wherever on Earth each of them was written."""
        between = self.first - other.last
        return between > (A_DAY if self.is_time or other.is_time else timedelta())


def dates_are_dates(review: Node, around: Around) -> Iterator[Breach]:
    """Every date is written as machines read it, and has come."""
    if is_empty(review.get(DATE_PUBLISHED)) and is_empty(review.get(DATE_MODIFIED)):
        message = "the review has no date"
        hint = f"add {DATE_PUBLISHED}, the day on which it was published"
        yield note((), "date-missing", message, hint)
    for path, value in _dates(review):
        found = _read(value)
        if found is None:
            message = f"expected a date; found {quoted(value)}" if value else "expected a date"
            hint = "write it as in 2026-11-23 or 2026-11-23T09:00:00+01:00 (ISO 8601)"
            yield error(path, "date-invalid", message, hint)
        elif around.today and found.first > around.today + A_DAY:
            message = f"{value} has not come yet; today is {around.today.isoformat()}"
            yield error(path, "date-future", message, "correct the date")


def dates_are_in_order(review: Node, _: Around) -> Iterator[Breach]:
    """A claim is made before it is reviewed, and a review published before it is changed."""
    published, modified = (_read(review.get(key)) for key in (DATE_PUBLISHED, DATE_MODIFIED))
    if published and modified and published.surely_after(modified):
        message = f"changed before it was published ({review[DATE_PUBLISHED]})"
        yield error((DATE_MODIFIED,), "date-reversed", message, "correct one of the two dates")
        return
    last = modified or published
    for path, item in nodes(review.get(ITEM_REVIEWED), (ITEM_REVIEWED,)):
        claimed = _read(item.get(DATE_PUBLISHED))
        if claimed and last and claimed.surely_after(last):
            message = f"the claim of {item[DATE_PUBLISHED]} was made after it was reviewed"
            at = (*path, DATE_PUBLISHED)
            yield error(at, "date-reversed", message, "correct one of the two dates")


def _dates(review: Node) -> Iterator[tuple[Path, str]]:
    """Give every date that says anything; what is no text, as an empty one."""
    items = nodes(review.get(ITEM_REVIEWED), (ITEM_REVIEWED,))
    for path, node in [((), review), *items]:
        for key in DATES:
            value = node.get(key)
            if value is not None and not is_empty(value):
                value = value if isinstance(value, str) else single(value)
                yield (*path, key), value if isinstance(value, str) else ""


def _read(value: object) -> Days | None:
    if not isinstance(value, str):
        value = single(value)
    return _days(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _days(text: str) -> Days | None:
    text = text.strip()
    if len(text) > MOST_CHARACTERS:
        return None
    try:
        if TIME in text:
            day = datetime.fromisoformat(text).date()
            return Days(day, day, is_time=True)
        found = parse_date(text)
    except (ValueError, PydanticCustomError):
        return None
    return Days(found.first, found.last)
