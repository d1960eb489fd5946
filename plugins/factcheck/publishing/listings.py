"""
Every list of the site, and the pages that it is parted in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Generic, TypeVar

from factcheck.digest.collection import Digest, Ruling
from factcheck.digest.entries import Entry
from factcheck.digest.paging import Sheet, sheets
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import (
    CLAIMANTS,
    HOME,
    TOPICS,
    Record,
    group_path,
    rating_path,
    sheet_path,
)
from factcheck.publishing.pages import Page, PageMaker, scales_shown
from factcheck.publishing.tally import counted_checks, ratings_in_words
from factcheck.publishing.views import groups, lists

T = TypeVar("T")

#: A fact-check's slug, and the place of a ruling among its rulings; None for the whole.
Item = tuple[str, int | None]

#: What lists are rendered with.
TEMPLATES: Final = ("digest.html", "group.html", "rating.html")


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
    told: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What it is made from beside its items; an older page has little, so that it lasts."""
        told = self.told if self.sheet.number == 0 else self.told[:1]
        return (self.path, told, self.sheet.newer, self.sheet.older)

    def with_cards(self, card: Callable[[T], str]) -> ListPage[str]:
        """
        Return the page with its items' cards in their place.
        """
        cards = [card(item) for item in self.sheet.items]
        return ListPage(self.path, self.template, replace(self.sheet, items=cards), self.view)  # type: ignore[arg-type]


def list_pages(digest: Digest, scales: Scales, language: str) -> Iterator[ListPage[Item]]:
    """
    Give every page of every list.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        language: That of the lists.
    """
    yield from _parted(HOME, "digest.html", _whole(digest.checks), lists.digest_view, scales)
    for scale in scales_shown(digest, scales):
        for rating in scale.ratings:
            path = rating_path(rating.key, scale.id, scales.default.id)
            rulings = _rulings(digest.rated(scale.id, rating.key))
            yield from _parted(path, "rating.html", rulings, lists.rating_page_view, scale, rating)
    yield from _topics(digest)
    yield from _claimants(digest, scales, language)


def _topics(digest: Digest) -> Iterator[ListPage[Item]]:
    for group in digest.topics:
        path = group_path(TOPICS, group.slug)
        told = (group.name, counted_checks(len(group.items)))
        view = groups.topic_view
        yield from _parted(path, "group.html", _whole(group.items), view, told=told)


def _claimants(digest: Digest, scales: Scales, language: str) -> Iterator[ListPage[Item]]:
    for group in digest.claimants:
        path = group_path(CLAIMANTS, group.slug)
        told = (group.name, ratings_in_words(group.items, scales, language))
        view = groups.claimant_view
        yield from _parted(path, "group.html", _rulings(group.items), view, told=told)


def _whole(checks: Iterable[Entry]) -> list[Item]:
    return [(check.slug, None) for check in checks]


def _rulings(rulings: Iterable[Ruling]) -> list[Item]:
    return [(one.check.slug, one.place) for one in rulings]


def made(listed: ListPage[str], page: PageMaker) -> Page:
    """
    Make a list's page from its cards.
    """
    return page(listed.path, listed.template, partial(listed.view, listed.sheet))


def _parted(
    path: str,
    template: str,
    items: Sequence[Item],
    view: Callable[..., Any],
    *facts: object,
    told: tuple[str, ...] = (),
) -> Iterator[ListPage[Item]]:
    for sheet in sheets(items):
        at = sheet_path(path, sheet.number)
        yield ListPage(at, template, sheet, partial(view, path, *facts, *told), told)
