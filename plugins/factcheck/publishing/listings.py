"""
Every list of the site, and the pages that it is parted in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Final, Generic, NamedTuple, TypeVar

from factcheck.digest.collection import Digest, Ruling
from factcheck.digest.entries import Entry
from factcheck.digest.facets import Facet
from factcheck.digest.paging import Sheet, sheets
from factcheck.model.scale import Scales
from factcheck.model.site import Site
from factcheck.publishing.addresses import (
    CLAIMANTS,
    CORRECTIONS,
    HOME,
    REVIEW_DUE,
    Record,
    group_path,
    rating_path,
    sheet_path,
)
from factcheck.publishing.charts import over_time
from factcheck.publishing.facets import WORDS, facets_of, index_of, title_of
from factcheck.publishing.pages import Page, PageMaker, scales_shown
from factcheck.publishing.pieces import Part
from factcheck.publishing.tally import checks_in_words, ratings_in_words
from factcheck.publishing.views import lists
from factcheck.publishing.views.groups import Telling, group_view

T = TypeVar("T")

#: What lists are rendered with.
TEMPLATES: Final = ("digest.html", "group.html", "rating.html")

#: What the counts of a claimant's page do not say.
CLAIMS_CHOSEN: Final = (
    "The desk chooses which claims it checks, so this says nothing of all that was claimed."
)
DOCUMENTS_CHOSEN: Final = (
    "The desk chooses which documents it checks, so this says nothing of all that was published."
)
CHANGED: Final = "What was corrected, clarified or brought up to date after it was published."
DUE: Final = "Rulings that the desk meant to look at again by a day that has passed."


class Item(NamedTuple):
    """
    What stands in a list.
    """

    #: Of the fact-check.
    slug: str
    part: Part

    #: Among the fact-check's parts of that kind.
    place: int

    #: In which the fact-check was published, such as 2025-12; empty in lists of another order.
    month: str = ""


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """
    One page of a list, before it is rendered.
    """

    path: str
    template: str

    #: What stands on it: items, or their cards.
    sheet: Sheet[T]

    #: Makes the page's view from a sheet of cards.
    view: Callable[[Sheet[str], Record], Any]

    #: What the newest page tells beside its items.
    told: Telling | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What it is made from beside its items; an older page has little, so that it lasts."""
        told = self.told if self.sheet.number == 0 else self.told and self.told[:3]
        return (self.path, told, self.sheet.newer, self.sheet.older)

    def with_cards(self, card: Callable[[T], str]) -> ListPage[str]:
        """
        Return the page with its items' cards in their place.
        """
        cards = [card(item) for item in self.sheet.items]
        return ListPage(self.path, self.template, replace(self.sheet, items=cards), self.view)  # type: ignore[arg-type]


def list_pages(
    digest: Digest, scales: Scales, site: Site, today: date
) -> Iterator[ListPage[Item]]:
    """
    Give every page of every list.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        site: The owner's settings.

        today: What reviews are overdue by.
    """
    yield from _parted(HOME, "digest.html", _whole(digest.checks), lists.digest_view, scales)
    for scale in scales_shown(digest, scales):
        for rating in scale.ratings:
            path = rating_path(rating.key, scale.id, scales.default.id)
            rulings = _rulings(digest.rated(scale.id, rating.key))
            yield from _parted(path, "rating.html", rulings, lists.rating_page_view, scale, rating)
    yield from _facets(digest, scales, site)
    if "claimants" in site.browse:
        yield from _claimants(digest, scales, site.language)
    yield from _group(
        CORRECTIONS, _changes(digest), Telling("", "Corrections", "Changes", (CHANGED,))
    )
    due = _rulings(digest.overdue(today))
    yield from _group(REVIEW_DUE, due, Telling("", "Review due", "Rulings", (DUE,)))


def _facets(digest: Digest, scales: Scales, site: Site) -> Iterator[ListPage[Item]]:
    for facet in facets_of(site):
        for group in digest.groups(facet):
            days = [check.day for check in group.items]
            sentences: tuple[str, ...] = (checks_in_words(days),)
            if facet is Facet.OUTLET:
                rulings = [(check, ruled) for check in group.items for ruled in check.rulings]
                sentences = (ratings_in_words(rulings, scales, site.language), DOCUMENTS_CHOSEN)
            told = Telling(
                WORDS[facet].one,
                title_of(facet, group.title_in(site.language)),
                "Fact-checks",
                sentences,
                over_time("Fact-checks", days),
                group.same_as,
            )
            path = group_path(index_of(facet), group.slug)
            yield from _group(path, _by_time(group.items), told)


def _claimants(digest: Digest, scales: Scales, language: str) -> Iterator[ListPage[Item]]:
    for group in digest.claimants:
        told = Telling(
            "Claimant",
            group.title_in(language),
            "Rulings",
            (
                ratings_in_words(
                    [(one.check, one.ruled) for one in group.items], scales, language
                ),
                CLAIMS_CHOSEN,
            ),
            over_time("Rulings", (one.check.day for one in group.items)),
            group.same_as,
        )
        items = [
            item._replace(month=one.check.month)
            for item, one in zip(_rulings(group.items), group.items, strict=True)
        ]
        yield from _group(group_path(CLAIMANTS, group.slug), items, told)


def _whole(checks: Iterable[Entry]) -> list[Item]:
    return [Item(check.slug, Part.CHECK, 0) for check in checks]


def _by_time(checks: Iterable[Entry]) -> list[Item]:
    return [Item(check.slug, Part.CHECK, 0, check.month) for check in checks]


def _rulings(rulings: Iterable[Ruling]) -> list[Item]:
    return [Item(one.check.slug, Part.RULING, one.place) for one in rulings]


def _changes(digest: Digest) -> list[Item]:
    return [Item(check.slug, Part.CHANGE, change.place) for check, change in digest.changes]


def made(listed: ListPage[str], page: PageMaker) -> Page:
    """
    Make a list's page from its cards.
    """
    return page(listed.path, listed.template, partial(listed.view, listed.sheet))


def _group(path: str, items: Sequence[Item], told: Telling) -> Iterator[ListPage[Item]]:
    for sheet in sheets(items):
        months = tuple(item.month for item in sheet.items)
        view = partial(group_view, path, told, months)
        yield ListPage(sheet_path(path, sheet.number), "group.html", sheet, view, told)


def _parted(
    path: str,
    template: str,
    items: Sequence[Item],
    view: Callable[..., Any],
    *facts: object,
) -> Iterator[ListPage[Item]]:
    for sheet in sheets(items):
        at = sheet_path(path, sheet.number)
        yield ListPage(at, template, sheet, partial(view, path, *facts))
