"""
What every page of a long list shows: cards, and the ways to the list's other pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factcheck.digest.paging import Sheet
from factcheck.publishing.addresses import Record, sheet_path
from factcheck.publishing.words import Words


@dataclass(frozen=True, slots=True)
class PagerView:
    """
    The ways from one page of a list to the others; an empty one is not there.
    """

    newest: str
    newer: str
    older: str
    oldest: str


def cards(items: Sequence[str]) -> tuple[Markup, ...]:
    """
    Return cards as HTML that templates do not escape again.
    """
    return tuple(map(Markup, items))  # the card's template has escaped every text in it


def numbered(title: str, sheet: Sheet[str], words: Words) -> str:
    """
    Give each page of a list a title of its own; numbers count from the oldest page.
    """
    if not sheet.number:
        return title
    return words.say(
        "title", "%(title)s (page %(number)s)", title=title, number=words.number(sheet.number)
    )


def pager(sheet: Sheet[str], path: str, record: Record) -> PagerView | None:
    """
    Make the links from one page of a list to the others; None where it is the only one.

    Args:
        sheet: The page.

        path: Where the list's newest page is written.

        record: Notes the links.
    """
    if not sheet.numbered:
        return None
    newer, older = sheet.newer, sheet.older
    return PagerView(
        newest="" if sheet.number == 0 else record.to(path),
        newer="" if newer is None else record.to(sheet_path(path, newer)),
        older="" if older is None else record.to(sheet_path(path, older)),
        oldest="" if sheet.number == 1 else record.to(sheet_path(path, 1)),
    )
