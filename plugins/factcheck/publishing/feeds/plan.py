"""
Which feeds there are, and what stands in each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, Generic, NamedTuple, TypeVar

from factcheck.digest.collection import Digest, Group, Ruling
from factcheck.digest.facets import Facet
from factcheck.model.scale import Scales
from factcheck.model.site import Site
from factcheck.publishing.addresses import (
    CLAIMANTS,
    CORRECTIONS,
    HOME,
    group_path,
    list_feed,
    rating_path,
)
from factcheck.publishing.editions import Edition, Editions
from factcheck.publishing.facets import CALLED, WHO, Called, index_of, title_of
from factcheck.publishing.feeds.forms import is_followed
from factcheck.publishing.listings import CHANGED, Item
from factcheck.publishing.pages import scales_shown
from factcheck.publishing.pieces import Part
from factcheck.publishing.words import Said

T = TypeVar("T")

#: How many fact-checks stand in the feed of all, and changes in that of corrections.
MOST: Final = 50

#: How many rulings stand in the feed of all: one fact-check may bring many.
MOST_RULINGS: Final = 100

#: How many stand in the feed of a list: there may be as many such feeds as names.
MOST_LISTED: Final = 10
MOST_LISTED_RULINGS: Final = 20

RULINGS: Final = Said("what is listed", "Rulings")
ALL_RULINGS: Final = Said("what a feed holds", "Every ruling on a claim, as it is published.")
BY_RATING: Final = Said("title of a list of names", "Ratings")


class Feed(NamedTuple, Generic[T]):
    """
    A feed before it is written in its forms.
    """

    #: Where its forms stand, without what their names end with.
    stem: str

    #: What it is called on the page of all feeds, and by readers.
    name: str
    title: str

    #: What it holds, in a sentence.
    about: str

    #: Where the list is written that it follows.
    page: str

    #: Newest first.
    items: Sequence[T]

    #: When it was last updated, as long as it is empty.
    since: datetime

    #: Whose edition it belongs to, as editions name what they list.
    language: str = ""

    #: Where it stood before the names that are typed for its subject were registered.
    former: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What it is made from beside its items."""
        since = None if self.items else self.since
        return (self.stem, self.title, self.about, self.page, since, self.language, self.former)


class Way(NamedTuple):
    """
    Feeds of one kind, as the page of all feeds lists them.
    """

    #: What they follow; those that every site has need no name.
    title: Said | None
    feeds: tuple[Feed[Item], ...]


def feeds(
    digest: Digest, scales: Scales, editions: Editions, site: Site, now: datetime
) -> Iterator[Feed[Item]]:
    """
    Give every feed of the site.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        editions: The languages that have lists of their own.

        site: Says which feeds are wanted.

        now: When the feeds of an empty digest were last updated.
    """
    for edition in editions:
        for way in ways(digest, scales, edition, site, now):
            yield from way.feeds


def ways(
    digest: Digest, scales: Scales, edition: Edition, site: Site, now: datetime
) -> Iterator[Way]:
    """
    Give the feeds of one edition, kind by kind.

    Args:
        digest: What readers may see, in any language.

        scales: The rating scales.

        edition: Whose feeds they are.

        site: Says which are wanted.

        now: When the feeds of an empty digest were last updated.
    """
    since = digest.checks[0].published if digest.checks else now
    own = _Feeds(digest.in_language(edition.lists), scales, edition, site, since)
    yield Way(None, tuple(own.always()))
    kinds: dict[str, tuple[Said, Callable[[], Iterator[Feed[Item]]]]] = {
        "ratings": (BY_RATING, own.rated),
        "topics": (CALLED[Facet.TOPIC].all, partial(own.grouped, Facet.TOPIC)),
        "claimants": (WHO.all, own.claimed),
        "outlets": (CALLED[Facet.OUTLET].all, partial(own.grouped, Facet.OUTLET)),
        "languages": (CALLED[Facet.LANGUAGE].all, partial(own.grouped, Facet.LANGUAGE)),
    }
    for kind, (title, found) in kinds.items():
        if is_followed(kind, edition, site):
            yield Way(title, tuple(found()))


class _Feeds(NamedTuple):
    """The feeds of one edition."""

    #: What it shows.
    digest: Digest
    scales: Scales
    edition: Edition
    site: Site

    #: When an empty feed was last updated.
    since: datetime

    def always(self) -> Iterator[Feed[Item]]:
        """Give the feeds that every site has: fact-checks, rulings, corrections."""
        digest, words, edition = self.digest, self.edition.words, self.edition
        about = edition.tagline(self.site) or self.site.tagline or self.site.name
        checks = [Item(check.slug, Part.CHECK, 0) for check in digest.checks[:MOST]]
        yield self._feed(words.say("what is listed", "Fact-checks"), about, HOME, checks)._replace(
            stem=edition.feed, title=self.site.name
        )
        rulings = _rulings(digest.rulings[:MOST_RULINGS])
        yield self._feed(words.of(RULINGS), words.of(ALL_RULINGS), HOME, rulings)._replace(
            stem=f"{edition.prefix}feeds/rulings"
        )
        changes = [Item(check.slug, Part.CHANGE, one.place) for check, one in digest.changes]
        title = words.say("title", "Corrections")
        yield self._feed(title, words.of(CHANGED), CORRECTIONS, changes[:MOST])

    def rated(self) -> Iterator[Feed[Item]]:
        """Give the feeds of rulings by their ratings."""
        words, default = self.edition.words, self.scales.default
        for scale in scales_shown(self.digest, self.scales):
            for rating in scale.ratings:
                label = rating.label_in(words.language)
                name = words.say("title", "Rated %(rating)s", rating=label)
                if scale is not default:
                    name = f"{name} ({scale.title_in(words.language)})"
                path = rating_path(rating.key, scale.id, default.id)
                rulings = _rulings(self.digest.rated(scale.id, rating.key)[:MOST_LISTED_RULINGS])
                yield self._feed(name, rating.definition_in(words.language), path, rulings)

    def grouped(self, facet: Facet) -> Iterator[Feed[Item]]:
        """Give the feeds of fact-checks by what they have in common."""
        words = self.edition.words
        for group in self.digest.groups(facet):
            title = title_of(facet, group.title_in(words.language), words)
            checks = [Item(one.slug, Part.CHECK, 0) for one in group.items[:MOST_LISTED]]
            yield self._group(CALLED[facet], title, index_of(facet), group, checks)

    def claimed(self) -> Iterator[Feed[Item]]:
        """Give the feeds of rulings by who made the claims."""
        for group in self.digest.claimants:
            title = group.title_in(self.edition.words.language)
            rulings = _rulings(group.items[:MOST_LISTED_RULINGS])
            yield self._group(WHO, title, CLAIMANTS, group, rulings)

    def _group(
        self, called: Called, title: str, index: str, group: Group[Any], items: Sequence[Item]
    ) -> Feed[Item]:
        path = group_path(index, group.slug)
        is_browsed = index.partition("/")[0] in self.site.browse
        feed = self._feed(title, f"{self.edition.words.of(called.one)}: {title}", path, items)
        former = (self._stem(group_path(index, slug)) for slug, count in group.others if count)
        page = feed.page if is_browsed else self.edition.prefix + HOME
        return feed._replace(page=page, former=tuple(former))

    def _feed(self, name: str, about: str, path: str, items: Sequence[Item]) -> Feed[Item]:
        return Feed(
            stem=self._stem(path),
            name=name,
            title=f"{self.site.name}: {name}",
            about=about,
            page=self.edition.prefix + path,
            items=items,
            since=self.since,
            language=self.edition.lists,
        )

    def _stem(self, path: str) -> str:
        return list_feed(self.edition.prefix + path, self.edition.prefix)


def _rulings(rulings: Iterable[Ruling]) -> list[Item]:
    return [Item(one.check.slug, Part.RULING, one.place) for one in rulings]
