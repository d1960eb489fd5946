"""
Items of feeds: what a list names, as a feed tells it.
"""

from __future__ import annotations

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Outward
from factcheck.publishing.borrowed import with_borrowed_words
from factcheck.publishing.feeds.content import content
from factcheck.publishing.feeds.entries import FeedEntry, Followed, followed
from factcheck.publishing.listings import Item
from factcheck.publishing.numbering import numbered
from factcheck.publishing.pieces import Part
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.rulings import ruling_views
from factcheck.publishing.views.works import work_views


def entry_of(told: Followed, item: Item) -> FeedEntry:
    """
    Return an item's entry, without its content where that is much.

    Args:
        told: All that its fact-check gives to feeds.

        item: Which part of the fact-check is meant.
    """
    match item.part:
        case Part.CHECK:
            return told.check
        case Part.RULING:
            return told.ruling(item.place)
        case Part.CHANGE:
            return told.changes[item.place]


def full_entry(check: FactCheck, item: Item, record: Outward, templates: Templates) -> FeedEntry:
    """
    Return an item's entry with its content.

    Args:
        check: The item's fact-check.

        item: Which part of it is meant.

        record: Makes the addresses.

        templates: The theme's.
    """
    told = followed(check, record, templates)
    entry = entry_of(told, item)
    if entry.content:
        return entry
    whole = with_borrowed_words(check)
    works = work_views(whole, record.words)
    rulings = ruling_views(whole, numbered(whole), works, record)
    full = content(whole, rulings.values(), record, templates)
    is_ruling = item.part is Part.RULING
    text = full.rulings[told.rulings[item.place].claim] if is_ruling else full.whole
    return entry._replace(content=text)
