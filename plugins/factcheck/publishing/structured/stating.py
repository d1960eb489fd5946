"""
How statements are put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model.values import PartialDate
from factcheck.publishing import schemaorg as so


def stated(data: dict[str, Any]) -> dict[str, Any]:
    """
    Return what is said, without what is not: an empty value would be read as a statement.
    """
    return {key: value for key, value in data.items() if value or value == 0}


def on_top(data: dict[str, Any]) -> dict[str, Any]:
    """
    Return an object as it stands in a script element of its own.
    """
    return {so.CONTEXT: so.SCHEMA_ORG, **data}


def one_or_all(values: Sequence[Any]) -> Any:  # noqa: ANN401 - as JSON-LD has it
    """
    Return a single value by itself, several in a list.
    """
    return values[0] if len(values) == 1 else [*values]


def day(date: PartialDate | None) -> str | None:
    """
    Return a date as ISO 8601 has it: a year, a month or a day.
    """
    return date.text if date else None
