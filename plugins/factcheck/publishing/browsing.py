"""
The pages of names: one for each way in which the digest can be browsed, and one for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from factcheck.digest.collection import Digest, Group
from factcheck.model.site import Site
from factcheck.publishing.addresses import BROWSE, CLAIMANTS, Record
from factcheck.publishing.facets import BY_TIME, WORDS, Words, facets_of, index_of, title_of
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.views.groups import NameList, NamesView, largest, name_list, names_view

Named = list[tuple[str, Group[Any]]]

WHO: Final = Words("Claimant", "Claimants", "Whose claims were rated.")
EVERYTHING: Final = "Fact-checks by what they are about, by who said it, where and when."


class Way(NamedTuple):
    """
    One way in which the digest can be browsed.
    """

    #: Where all its names are listed.
    path: str
    words: Words
    named: Named


def browse_pages(digest: Digest, page: PageMaker) -> Iterator[Page]:
    """
    Give the pages of names.

    Args:
        digest: What readers may see.

        page: Makes pages.
    """
    for way in _ways(digest, page.site):
        yield page(way.path, "names.html", partial(_all_names, way))
    yield page(BROWSE, "names.html", partial(_browse, digest))


def browsed(digest: Digest, record: Record) -> tuple[NameList, ...]:
    """
    Return the largest groups of every way to browse.
    """
    ways = _ways(digest, record.site)
    return tuple(largest(way.words.all, way.path, way.named, record) for way in ways if way.named)


def _ways(digest: Digest, site: Site) -> Iterator[Way]:
    for facet in facets_of(site):
        named = [(title_of(facet, one.name), one) for one in digest.groups(facet)]
        ordered = named[::-1] if facet in BY_TIME else _by_name(named)
        yield Way(index_of(facet), WORDS[facet], ordered)
    if "claimants" in site.browse:
        yield Way(CLAIMANTS, WHO, _by_name((one.name, one) for one in digest.claimants))


def _by_name(named: Iterable[tuple[str, Group[Any]]]) -> Named:
    return sorted(named, key=lambda pair: pair[0].casefold())


def _all_names(way: Way, record: Record) -> NamesView:
    names = name_list("", way.path, way.named, record)
    return names_view(way.words.all, way.words.lead, [names], record)


def _browse(digest: Digest, record: Record) -> NamesView:
    return names_view("Browse", EVERYTHING, browsed(digest, record), record)
