"""
Every list of the site, and the pages that it is parted in.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, Final, Generic, NamedTuple, TypeVar

from factcheck.digest.collection import Digest, Ruling
from factcheck.digest.entries import Entry
from factcheck.digest.facets import Facet
from factcheck.digest.paging import Sheet, sheets
from factcheck.model.scale import Scales
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
from factcheck.publishing.charts import CHECKS, RULINGS, over_time
from factcheck.publishing.editions import Edition, Editions
from factcheck.publishing.facets import CALLED, WHO, facets_of, index_of, title_of
from factcheck.publishing.pages import Page, PageMaker, scales_shown
from factcheck.publishing.pieces import Part
from factcheck.publishing.tally import checks_in_words, ratings_in_words
from factcheck.publishing.views import lists
from factcheck.publishing.views.groups import Telling, group_view
from factcheck.publishing.words import Said

T = TypeVar("T")
U = TypeVar("U")

#: What lists are rendered with.
TEMPLATES: Final = ("digest.html", "group.html", "rating.html")

#: What the counts of a claimant's page, and of an outlet's, do not say.
CLAIMS_CHOSEN: Final = Said(
    "sentence",
    "The desk chooses which claims it checks, so this says nothing of all that was claimed.",
)
DOCUMENTS_CHOSEN: Final = Said(
    "sentence",
    "The desk chooses which documents it checks, so this says nothing of all that was published.",
)
CHANGED: Final = Said(
    "sentence", "What was corrected, clarified or brought up to date after it was published."
)
DUE: Final = Said(
    "sentence", "Rulings that the desk meant to look at again by a day that has passed."
)


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

    #: Whose edition it belongs to, as editions name what they list.
    language: str = ""

    #: Whether days that pass change it, so that nobody wrote when it last did.
    follows_calendar: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What it is made from beside its items; an older page has little, so that it lasts."""
        told = self.told if self.sheet.number == 0 else self.told and self.told[:3]
        return (self.path, told, self.sheet.newer, self.sheet.older)

    def with_cards(self, card: Callable[[T], U]) -> ListPage[U]:
        """
        Return the page with its items' cards in their place.
        """
        cards = [card(item) for item in self.sheet.items]
        return replace(self, sheet=replace(self.sheet, items=cards), told=None)  # type: ignore[arg-type, return-value]


def list_pages(
    digest: Digest, scales: Scales, editions: Editions, browse: Container[str], today: date
) -> Iterator[ListPage[Item]]:
    """
    Give every page of every list.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        editions: The languages that have lists of their own.

        browse: By what readers can browse.

        today: What reviews are overdue by.
    """
    for edition in editions:
        lists = _Lists(digest.in_language(edition.lists), scales, edition, browse)
        for page in chain(lists.rated(), lists.grouped(), lists.claimed(), lists.kept_up(today)):
            yield replace(page, language=edition.lists)


class _Lists(NamedTuple):
    """The lists of one edition."""

    #: What it shows.
    digest: Digest
    scales: Scales
    edition: Edition
    browse: Container[str]

    def rated(self) -> Iterator[ListPage[Item]]:
        """Give the digest itself, and the lists of rulings by their ratings."""
        digest, scales = self.digest, self.scales
        home = self.edition.prefix + HOME
        yield from _parted(home, "digest.html", _whole(digest.checks), lists.digest_view, scales)
        for scale in scales_shown(digest, scales):
            for rating in scale.ratings:
                path = self.edition.prefix + rating_path(rating.key, scale.id, scales.default.id)
                rulings = _rulings(digest.rated(scale.id, rating.key))
                view = lists.rating_page_view
                yield from _parted(path, "rating.html", rulings, view, scale, rating)

    def grouped(self) -> Iterator[ListPage[Item]]:
        """Give the lists of fact-checks by what they have in common."""
        words = self.edition.words
        for facet in facets_of(self.browse, self.edition):
            for group in self.digest.groups(facet):
                days = [check.day for check in group.items]
                told = Telling(
                    words.of(CALLED[facet].one),
                    title_of(facet, group.title_in(words.language), words),
                    words.say("what is listed", "Fact-checks"),
                    self._sentences(facet, group.items, days),
                    over_time(CHECKS, days, words),
                    group.same_as,
                )
                path = group_path(index_of(facet), group.slug)
                yield from self._group(path, _by_time(group.items), told)

    def claimed(self) -> Iterator[ListPage[Item]]:
        """Give the lists of rulings by who made the claims."""
        words = self.edition.words
        for group in self.digest.claimants if "claimants" in self.browse else ():
            rulings = [(one.check, one.ruled) for one in group.items]
            told = Telling(
                words.of(WHO.one),
                group.title_in(words.language),
                words.say("what is listed", "Rulings"),
                (ratings_in_words(rulings, self.scales, words), words.of(CLAIMS_CHOSEN)),
                over_time(RULINGS, (check.day for check, _ in rulings), words),
                group.same_as,
            )
            items = [
                item._replace(month=check.month)
                for item, (check, _) in zip(_rulings(group.items), rulings, strict=True)
            ]
            yield from self._group(group_path(CLAIMANTS, group.slug), items, told)

    def kept_up(self, today: date) -> Iterator[ListPage[Item]]:
        """Give the list of what was changed, and that of what should be looked at again."""
        words = self.edition.words
        changed = Telling(
            "",
            words.say("title", "Corrections"),
            words.say("what is listed", "Changes"),
            (words.of(CHANGED),),
        )
        yield from self._group(CORRECTIONS, _changes(self.digest), changed)
        due = Telling(
            "",
            words.say("title", "Review due"),
            words.say("what is listed", "Rulings"),
            (words.of(DUE),),
        )
        for page in self._group(REVIEW_DUE, _rulings(self.digest.overdue(today)), due):
            yield replace(page, follows_calendar=True)

    def _sentences(
        self, facet: Facet, checks: Sequence[Entry], days: Sequence[date]
    ) -> tuple[str, ...]:
        words = self.edition.words
        if facet is not Facet.OUTLET:
            return (checks_in_words(days, words),)
        rulings = [(check, ruled) for check in checks for ruled in check.rulings]
        return ratings_in_words(rulings, self.scales, words), words.of(DOCUMENTS_CHOSEN)

    def _group(self, path: str, items: Sequence[Item], told: Telling) -> Iterator[ListPage[Item]]:
        path = self.edition.prefix + path
        for sheet in sheets(items):
            months = tuple(item.month for item in sheet.items)
            view = partial(group_view, path, told, months)
            yield ListPage(sheet_path(path, sheet.number), "group.html", sheet, view, told)


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
    edition = page.editions.listing(listed.language)
    return page(listed.path, listed.template, partial(listed.view, listed.sheet), edition)


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
