"""
The pages of names: one for each way in which the digest can be browsed, and one for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from factcheck.digest.collection import Digest, Group
from factcheck.model.site import Site
from factcheck.publishing.addresses import BROWSE, CLAIMANTS, Record
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
from factcheck.publishing.views.groups import NamesView, largest, name_list, names_view

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
        ways = tuple(_ways(digest.in_language(edition.lists), page.site, edition))
        for way in ways:
            yield page(way.path, "names.html", partial(_all_names, way), edition)
        yield page(edition.prefix + BROWSE, "names.html", partial(_browse, ways), edition)


def _ways(digest: Digest, site: Site, edition: Edition) -> Iterator[Way]:
    for facet in facets_of(site.browse, edition):
        named = [(title_of(facet, one.name, edition.words), one) for one in digest.groups(facet)]
        ordered = named[::-1] if facet in BY_TIME else _by_name(named)
        yield Way(edition.prefix + index_of(facet), CALLED[facet], ordered)
    if "claimants" in site.browse:
        path = edition.prefix + CLAIMANTS
        yield Way(path, WHO, _by_name((one.name, one) for one in digest.claimants))


def _by_name(named: Iterable[tuple[str, Group[Any]]]) -> Named:
    return sorted(named, key=lambda pair: pair[0].casefold())


def _all_names(way: Way, record: Record) -> NamesView:
    names = name_list("", way.path, way.named, record)
    title, lead = record.words.of(way.called.all), record.words.of(way.called.lead)
    return names_view(title, lead, [names], record)


def _browse(ways: tuple[Way, ...], record: Record) -> NamesView:
    words = record.words
    names = [
        largest(words.of(way.called.all), way.path, way.named, record) for way in ways if way.named
    ]
    lead = words.say(
        "what a list of names holds",
        "Fact-checks by what they are about, by who said it, where and when.",
    )
    return names_view(words.say("title of a list of names", "Browse"), lead, names, record)
