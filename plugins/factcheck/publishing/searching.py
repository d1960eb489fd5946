"""
The page to search on; without JavaScript it offers the ways to browse.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factcheck.digest.collection import Digest
from factcheck.digest.facets import Facet
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import SEARCH, Record
from factcheck.publishing.browsing import browsed
from factcheck.publishing.facets import title_of
from factcheck.publishing.pages import Page, PageMaker, scales_shown
from factcheck.publishing.views.search import SearchView, search_view


def search_pages(digest: Digest, scales: Scales, page: PageMaker) -> Iterator[Page]:
    """
    Give the page to search on, if the site has one.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        page: Makes pages.
    """
    if page.site.search:
        yield page(SEARCH, "search.html", partial(_search, digest, scales))


def _search(digest: Digest, scales: Scales, record: Record) -> SearchView:
    languages = {
        group.name: title_of(Facet.LANGUAGE, group.name) for group in digest.groups(Facet.LANGUAGE)
    }
    shown = tuple(scales_shown(digest, scales))
    return search_view(shown, languages, browsed(digest, record), record)
