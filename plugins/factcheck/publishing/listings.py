"""
Every list of the site, and the pages that it is parted in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Generic, TypeVar

from factcheck.digest.collection import Digest
from factcheck.digest.paging import Sheet, sheets
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import HOME, Record, rating_path, sheet_path
from factcheck.publishing.pages import Page, PageMaker, scales_shown
from factcheck.publishing.views import lists

T = TypeVar("T")

#: A fact-check's slug, and the place of a ruling among its rulings; None for the whole.
Item = tuple[str, int | None]

TEMPLATES: Final = ("digest.html", "rating.html")


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

    def with_cards(self, card: Callable[[T], str]) -> ListPage[str]:
        """
        Return the page with its items' cards in their place.
        """
        cards = [card(item) for item in self.sheet.items]
        return ListPage(self.path, self.template, replace(self.sheet, items=cards), self.view)  # type: ignore[arg-type]


def list_pages(digest: Digest, scales: Scales) -> Iterator[ListPage[Item]]:
    """
    Give every page of every list.

    Args:
        digest: What readers may see.

        scales: The rating scales.
    """
    checks: list[Item] = [(check.slug, None) for check in digest.checks]
    yield from _parted(HOME, "digest.html", checks, lists.digest_view, scales)
    for scale in scales_shown(digest, scales):
        for rating in scale.ratings:
            path = rating_path(rating.key, scale.id, scales.default.id)
            rulings: list[Item] = [
                (one.check.slug, one.place) for one in digest.rulings(scale.id, rating.key)
            ]
            yield from _parted(path, "rating.html", rulings, lists.rating_page_view, scale, rating)


def made(listed: ListPage[str], page: PageMaker) -> Page:
    """
    Make a list's page from its cards.
    """
    return page(listed.path, listed.template, partial(listed.view, listed.sheet))


def _parted(
    path: str, template: str, items: Sequence[Item], view: Callable[..., Any], *facts: object
) -> Iterator[ListPage[Item]]:
    for sheet in sheets(items):
        at = sheet_path(path, sheet.number)
        yield ListPage(at, template, sheet, partial(view, path, *facts))
