"""
The page to search on; without JavaScript it offers the ways to browse.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from factcheck.digest.collection import Digest, Group
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
    listed = digest.in_language(record.edition.lists)
    shown = tuple(scales_shown(digest, scales))
    return search_view(shown, _names(digest, record), browsed(listed, record), record)


def _names(digest: Digest, record: Record) -> Iterator[tuple[str, str, str]]:
    """Give what the index calls otherwise: languages, and names registered in the page's."""
    words, own = record.words, record.site.language
    for tag in sorted({check.language for check in digest.in_every_language}):
        yield "language", tag, title_of(Facet.LANGUAGE, tag, words)
    # Of the registry only what stands in the index: others may be of fact-checks to come.
    for facet, groups in _registered(digest):
        for group in groups:
            label = group.title_in(words.language)
            if group.entry and label != group.title_in(own):
                yield facet, group.slug, label


def _registered(digest: Digest) -> Iterator[tuple[str, tuple[Group[Any], ...]]]:
    yield "topic", digest.groups(Facet.TOPIC)
    yield "outlet", digest.groups(Facet.OUTLET)
    yield "claimant", digest.claimants
