"""
The way from the front page, as schema.org's ``BreadcrumbList``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import HOME, Record, absolute
from factcheck.publishing.structured.stating import on_top


def breadcrumbs(steps: Iterable[tuple[str, str]], record: Record) -> dict[str, Any]:
    """
    Return the way to a page.

    Args:
        steps: What leads to it below the front page, and the page itself: the name of each, and
            where it is written.

        record: Knows the site, and which front page the page leads to.
    """
    site = record.site
    way = [(site.name, record.edition.prefix + HOME), *steps]
    return on_top(
        {
            so.TYPE: so.BREADCRUMB_LIST,
            so.ITEM_LIST_ELEMENT: [
                {
                    so.TYPE: so.LIST_ITEM,
                    so.POSITION: position,
                    so.NAME: name,
                    so.ITEM: {so.TYPE: so.THING, so.ID: absolute(site, path)},
                }
                for position, (name, path) in enumerate(way, start=1)
            ],
        }
    )
