"""
Pages that list what belongs together, and the names of all that can be browsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from factcheck.digest.collection import Group
from factcheck.digest.paging import Sheet
from factcheck.publishing.addresses import Record, group_path
from factcheck.publishing.charts import Chart
from factcheck.publishing.views.sheets import PagerView, cards, numbered, pager
from factcheck.publishing.views.site import PageHead, head, list_feeds
from factcheck.publishing.words import Words

#: How many names the page of all facets shows of each.
MOST: Final = 24


class Telling(NamedTuple):
    """
    What a list's newest page says beside its items.
    """

    #: What the title names; empty where it speaks for itself.
    kind: str
    title: str

    #: What is listed.
    what: str

    #: Sentences on what is listed.
    sentences: tuple[str, ...] = ()
    chart: Chart | None = None

    #: Addresses of pages about the same, elsewhere.
    same_as: tuple[str, ...] = ()


class GroupView(NamedTuple):
    """
    What belongs together.
    """

    head: PageHead
    kind: str
    title: str
    what: str

    #: None on the pages of older items, which last.
    told: tuple[str, ...]
    chart: Chart | None

    #: Pages about the same elsewhere: each address in full, and as it is shown.
    same_as: tuple[tuple[str, str], ...]

    #: Each with the month that begins with it, where the page has several; a timeline.
    cards: tuple[tuple[str, Markup], ...]
    pager: PagerView | None

    #: The list's own feed; empty where it has none.
    feed: str


class NamesView(NamedTuple):
    """
    The groups of one facet, by name.
    """

    head: PageHead
    title: str
    lead: str
    lists: tuple[NameList, ...]


class NameList(NamedTuple):
    """
    Names with links and with how much is listed there.
    """

    #: Empty where the page's own title serves.
    title: str
    names: tuple[tuple[str, str, str], ...]

    #: Where all of them are listed; empty where these are all.
    more: str


def group_view(
    path: str, told: Telling, months: Sequence[str], sheet: Sheet[str], record: Record
) -> GroupView:
    """
    Make the view of a page that lists what belongs together.

    Args:
        path: Where the list's newest page is written.

        told: What its newest page says.

        months: The month of each item, such as 2025-12; empty where the order is another.

        sheet: The cards, as HTML.

        record: Notes the links.
    """
    words = record.words
    about = told.sentences[0] if told.sentences else f"{told.what}: {told.title}"
    is_newest = sheet.number == 0
    feeds = list_feeds(path, told.title, record)
    shown = head(record, numbered(told.title, sheet, words), about if is_newest else told.what)
    return GroupView(
        head=shown._replace(links=feeds),
        kind=told.kind,
        title=told.title,
        what=told.what,
        told=told.sentences if is_newest else (),
        chart=told.chart if is_newest else None,
        same_as=_elsewhere(told.same_as) if is_newest else (),
        cards=tuple(zip(_beginnings(months, words), cards(sheet.items), strict=True)),
        pager=pager(sheet, path, record),
        feed=feeds[0].href if feeds else "",
    )


def _elsewhere(addresses: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((address, address.partition("://")[2].rstrip("/")) for address in addresses)


def _beginnings(months: Sequence[str], words: Words) -> Iterator[str]:
    """Name each month where it begins, if there are several."""
    # The order is that of instants; near a month's end another zone may have the next month.
    falling = [*accumulate(months, min)]
    is_timeline = len(set(falling)) > 1
    for before, month in zip(("", *falling), falling, strict=False):
        yield words.begun(words.month(month)) if is_timeline and month != before else ""


def names_view(title: str, lead: str, lists: Iterable[NameList], record: Record) -> NamesView:
    """
    Make the view of a page that lists groups by their names.

    Args:
        title: The page's title.

        lead: What the lists hold, in a sentence.

        lists: The names.

        record: Makes the head.
    """
    return NamesView(head(record, title, lead), title, lead, tuple(lists))


def name_list(
    title: str, index: str, groups: Sequence[tuple[str, Group[Any]]], record: Record
) -> NameList:
    """
    Make a list of all groups.

    Args:
        title: The list's title, if it needs one.

        index: Where the page is written below which they stand.

        groups: Each with the name that readers see.

        record: Notes the links.
    """
    return NameList(title, tuple(_named(index, groups, record)), "")


def largest(
    title: str, index: str, groups: Sequence[tuple[str, Group[Any]]], record: Record
) -> NameList:
    """
    Make a list of the largest groups, with a link to all; the order of the groups is kept.
    """
    if len(groups) <= MOST:
        return name_list(title, index, groups, record)
    sizes = sorted((len(group.items) for _, group in groups), reverse=True)
    shown = [pair for pair in groups if len(pair[1].items) >= sizes[MOST - 1]][:MOST]
    return NameList(title, tuple(_named(index, shown, record)), record.to(index))


def _named(
    index: str, groups: Iterable[tuple[str, Group[Any]]], record: Record
) -> Iterable[tuple[str, str, str]]:
    for name, group in groups:
        size = record.words.number(len(group.items))
        yield name, record.to(group_path(index, group.slug)), size
