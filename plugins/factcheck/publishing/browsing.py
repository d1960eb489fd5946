"""
The pages of names: one for each way in which the digest can be browsed, and one for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from factcheck.digest.collection import Digest, Group
from factcheck.digest.paging import lasting
from factcheck.model.site import Site
from factcheck.publishing.addresses import BROWSE, CLAIMANTS, Record, group_path, sheet_path
from factcheck.publishing.facets import BY_TIME, WORDS, Words, facets_of, index_of, title_of
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.views.gone import list_moved_view
from factcheck.publishing.views.groups import NamesView, largest, name_list, names_view

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
    ways = tuple(_ways(digest, page.site))
    for way in ways:
        yield page(way.path, "names.html", partial(_all_names, way))
        yield from _signposts(way, page)
    yield page(BROWSE, "names.html", partial(_browse, ways))


def _ways(digest: Digest, site: Site) -> Iterator[Way]:
    language = site.language
    for facet in facets_of(site):
        named = [(title_of(facet, one.title_in(language)), one) for one in digest.groups(facet)]
        ordered = named[::-1] if facet in BY_TIME else _by_name(named)
        yield Way(index_of(facet), WORDS[facet], ordered)
    if "claimants" in site.browse:
        yield Way(
            CLAIMANTS, WHO, _by_name((one.title_in(language), one) for one in digest.claimants)
        )


def _signposts(way: Way, page: PageMaker) -> Iterator[Page]:
    """Give the pages where a registered name's list stood, or would stand, that lead to it."""
    for title, group in way.named:
        present = group_path(way.path, group.slug)
        for slug, count in group.others:
            former = group_path(way.path, slug)
            for number in range(lasting(count) + 1):
                view = partial(list_moved_view, title, present)
                yield page(sheet_path(former, number), "moved.html", view)


def _by_name(named: Iterable[tuple[str, Group[Any]]]) -> Named:
    return sorted(named, key=lambda pair: pair[0].casefold())


def _all_names(way: Way, record: Record) -> NamesView:
    names = name_list("", way.path, way.named, record)
    return names_view(way.words.all, way.words.lead, [names], record)


def _browse(ways: tuple[Way, ...], record: Record) -> NamesView:
    names = [largest(way.words.all, way.path, way.named, record) for way in ways if way.named]
    return names_view("Browse", EVERYTHING, names, record)
