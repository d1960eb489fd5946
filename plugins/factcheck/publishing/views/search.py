"""
The page to search on: all words and parts that its script puts together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from factcheck.model.scale import Rating, Scale
from factcheck.publishing.addresses import SEARCH_MANIFEST, THEME, Record, rating_path
from factcheck.publishing.views.groups import NameList
from factcheck.publishing.views.ratings import BadgeView, badge_view
from factcheck.publishing.views.site import PageHead, head
from factcheck.publishing.words import Said, Words

#: What the page's script is made of, so that a browser asks for all at once.
MODULES: Final = (
    "facets",
    "hits",
    "index",
    "marks",
    "nearest",
    "numbers",
    "query",
    "search",
    "words",
)

#: Of the facets, those that stand open where there is room.
WIDE: Final = ("rating", "topic")

#: The facets in their order: how the address calls each, and how readers do.
FACETS: Final = {
    "rating": Said("facet of search", "Rating"),
    "topic": Said("facet of search", "Topic"),
    "year": Said("facet of search", "Year"),
    "language": Said("facet of search", "Language"),
    "claimant": Said("facet of search", "Claimant"),
    "outlet": Said("facet of search", "Outlet"),
}


class FoundRating(NamedTuple):
    """
    A rating, as the index names it.
    """

    id: str
    badge: BadgeView

    #: Where all rulings with it are listed.
    href: str


class SearchView(NamedTuple):
    """
    The page to search on.
    """

    head: PageHead
    title: str
    lead: str
    manifest: str
    script: str
    modules: tuple[str, ...]

    #: What a number of results is told with, by the plural categories of CLDR.
    found: tuple[tuple[str, str], ...]
    facets: tuple[tuple[str, str], ...]
    wide: tuple[str, ...]
    ratings: tuple[FoundRating, ...]

    #: What values are called in the page's language: facet, value, name.
    names: tuple[tuple[str, str, str], ...]

    #: For who has no JavaScript, and before anything is looked for.
    lists: tuple[NameList, ...]


def search_view(
    scales: Iterable[Scale],
    names: Iterable[tuple[str, str, str]],
    lists: tuple[NameList, ...],
    record: Record,
) -> SearchView:
    """
    Make the view.

    Args:
        scales: Those whose ratings can be found.

        names: What values are called in the page's language: facet, value, name.

        lists: The ways to browse.

        record: Notes the links.
    """
    words = record.words
    title = words.say("title", "Search")
    lead = words.say(
        "what can be searched",
        "Words of claims, quotes, reasons and titles; names of claimants, outlets and topics.",
    )
    rated = [(scale, rating) for scale in scales for rating in scale.ratings]
    return SearchView(
        head=head(record, title, lead),
        title=title,
        lead=lead,
        manifest=record.to(SEARCH_MANIFEST),
        script=record.to(f"{THEME}/js/search/page.js"),
        modules=tuple(record.to(f"{THEME}/js/search/{name}.js") for name in MODULES),
        found=tuple(_found(words)),
        facets=tuple((name, words.of(said)) for name, said in FACETS.items()),
        wide=WIDE,
        ratings=tuple(
            FoundRating(
                f"{scale.id}/{rating.key}",
                badge_view(rating, words.language),
                _rulings(scale, rating, record),
            )
            for scale, rating in rated
        ),
        names=tuple(names),
        lists=lists,
    )


def _found(words: Words) -> Iterator[tuple[str, str]]:
    """Say a number of results in each of the language's plural forms, with a place for it."""
    for category, example in words.plurals.items():
        yield (
            category,
            words.count("search", "%(count)s result", "%(count)s results", example, count="{n}"),
        )


def _rulings(scale: Scale, rating: Rating, record: Record) -> str:
    """Link to the rulings with a rating; in another language there may be none of its scale."""
    path = rating_path(rating.key, scale.id, record.default_scale)
    return record.to_list(path) if scale.id == record.default_scale else record.to(path)
