"""
Pages that list what belongs to a topic or a claimant, and all topics and claimants by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from factcheck.digest.collection import Group
from factcheck.digest.paging import Sheet
from factcheck.publishing.addresses import Record, group_path
from factcheck.publishing.views.sheets import PagerView, cards, numbered, pager
from factcheck.publishing.views.site import PageHead, head

#: What the counts of a claimant's page do not say.
CHOSEN: Final = (
    "The desk chooses which claims it checks, so this says nothing of all that was claimed."
)


@dataclass(frozen=True, slots=True)
class GroupView:
    """
    What belongs to one topic or claimant.
    """

    head: PageHead

    #: What the title names.
    kind: str
    title: str

    #: What is listed.
    what: str

    #: Sentences on what is listed; none on the pages of older items, which last.
    told: tuple[str, ...]
    cards: tuple[Markup, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True)
class NamesView:
    """
    All topics, or all claimants.
    """

    head: PageHead
    title: str
    lead: str

    #: Name, link and how much is listed there, by name.
    names: tuple[tuple[str, str, int], ...]


def topic_view(path: str, name: str, count: str, sheet: Sheet[str], record: Record) -> GroupView:
    """
    Make the view of a page that lists the fact-checks on a topic.

    Args:
        path: Where the list's newest page is written.

        name: The topic.

        count: How many fact-checks there are, as a sentence.

        sheet: The cards, as HTML.

        record: Notes the links.
    """
    return GroupView(
        head=head(record, numbered(name, sheet), f"Fact-checks on {name}"),
        kind="Topic",
        title=name,
        what="Fact-checks",
        told=() if sheet.number else (count,),
        cards=cards(sheet.items),
        pager=pager(sheet, path, record),
    )


def claimant_view(
    path: str, name: str, count: str, sheet: Sheet[str], record: Record
) -> GroupView:
    """
    Make the view of a page that lists the rulings on what somebody claimed.

    Args:
        path: Where the list's newest page is written.

        name: Who claimed it.

        count: How the rulings came out, as a sentence.

        sheet: The cards, as HTML.

        record: Notes the links.
    """
    return GroupView(
        head=head(record, numbered(name, sheet), f"Rulings on what {name} claimed"),
        kind="Claimant",
        title=name,
        what="Rulings",
        told=() if sheet.number else (count, CHOSEN),
        cards=cards(sheet.items),
        pager=pager(sheet, path, record),
    )


def names_view(
    title: str, lead: str, index: str, groups: Sequence[Group[Any]], record: Record
) -> NamesView:
    """
    Make the view of a page that lists groups by their names.

    Args:
        title: The page's title.

        lead: What the list holds, in a sentence.

        index: Where the page is written.

        groups: The groups.

        record: Notes the links.
    """
    names = sorted(groups, key=lambda group: group.name.casefold())
    return NamesView(
        head=head(record, title, lead),
        title=title,
        lead=lead,
        names=tuple(
            (group.name, record.to(group_path(index, group.slug)), len(group.items))
            for group in names
        ),
    )
