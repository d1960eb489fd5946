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
    for edition in page.editions if page.site.search else ():
        view = partial(_search, digest, scales)
        yield page(edition.prefix + SEARCH, "search.html", view, edition)


def _search(digest: Digest, scales: Scales, record: Record) -> SearchView:
    spoken = dict.fromkeys(check.language for check in digest.in_every_language)
    languages = {tag: title_of(Facet.LANGUAGE, tag, record.words) for tag in sorted(spoken)}
    listed = digest.in_language(record.edition.lists)
    shown = tuple(scales_shown(digest, scales))
    return search_view(shown, languages, browsed(listed, record), record)
