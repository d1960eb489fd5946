"""
The pages of names: one for each way in which the digest can be browsed, and one for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from factcheck.digest.collection import Digest, Group
from factcheck.digest.paging import lasting
from factcheck.model.site import Site
from factcheck.publishing.addresses import BROWSE, CLAIMANTS, Record, group_path, sheet_path
from factcheck.publishing.editions import Edition
from factcheck.publishing.facets import (
    BY_TIME,
    CALLED,
    WHO,
    Called,
    facets_of,
    index_of,
    title_of,
)
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.views.gone import list_moved_view
from factcheck.publishing.views.groups import NameList, NamesView, largest, name_list, names_view

Named = list[tuple[str, Group[Any]]]


class Way(NamedTuple):
    """
    One way in which the digest can be browsed.
    """

    #: Where all its names are listed.
    path: str
    called: Called
    named: Named


def browse_pages(digest: Digest, page: PageMaker) -> Iterator[Page]:
    """
    Give the pages of names.

    Args:
        digest: What readers may see.

        page: Makes pages.
    """
    for edition in page.editions:
        listed = digest.in_language(edition.lists)
        for way in _ways(listed, page.site, edition):
            yield page(way.path, "names.html", partial(_all_names, way), edition)
            yield from _signposts(way, page, edition)
        yield page(edition.prefix + BROWSE, "names.html", partial(_browse, listed), edition)


def browsed(digest: Digest, record: Record) -> tuple[NameList, ...]:
    """
    Return the largest groups of every way to browse.
    """
    ways = _ways(digest, record.site, record.edition)
    return tuple(
        largest(record.words.of(way.called.all), way.path, way.named, record)
        for way in ways
        if way.named
    )


def _ways(digest: Digest, site: Site, edition: Edition) -> Iterator[Way]:
    words = edition.words
    for facet in facets_of(site.browse, edition):
        named = [
            (title_of(facet, one.title_in(words.language), words), one)
            for one in digest.groups(facet)
        ]
        ordered = named[::-1] if facet in BY_TIME else _by_name(named)
        yield Way(edition.prefix + index_of(facet), CALLED[facet], ordered)
    if "claimants" in site.browse:
        path = edition.prefix + CLAIMANTS
        who = [(one.title_in(words.language), one) for one in digest.claimants]
        yield Way(path, WHO, _by_name(who))


def _signposts(way: Way, page: PageMaker, edition: Edition) -> Iterator[Page]:
    """Give the pages where a registered name's list stood, or would stand, that lead to it."""
    for title, group in way.named:
        present = group_path(way.path, group.slug)
        for slug, count in group.others:
            former = group_path(way.path, slug)
            for number in range(lasting(count) + 1):
                view = partial(list_moved_view, title, present)
                yield page(sheet_path(former, number), "moved.html", view, edition)


def _by_name(named: Iterable[tuple[str, Group[Any]]]) -> Named:
    return sorted(named, key=lambda pair: pair[0].casefold())


def _all_names(way: Way, record: Record) -> NamesView:
    names = name_list("", way.path, way.named, record)
    title, lead = record.words.of(way.called.all), record.words.of(way.called.lead)
    return names_view(title, lead, [names], record)


def _browse(digest: Digest, record: Record) -> NamesView:
    words = record.words
    lead = words.say(
        "what a list of names holds",
        "Fact-checks by what they are about, by who said it, where and when.",
    )
    title = words.say("title of a list of names", "Browse")
    return names_view(title, lead, browsed(digest, record), record)
