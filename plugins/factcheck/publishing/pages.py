"""
Every page of the site: where it stands, which template renders it, and from what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from factcheck.digest.collection import Digest
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scale, Scales
from factcheck.model.site import Site
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import (
    HOME,
    NO_EMBED,
    NOT_FOUND,
    Link,
    Record,
    check_path,
    claim_path,
    embed_path,
    scale_path,
)
from factcheck.publishing.borrowed import with_borrowed_words
from factcheck.publishing.editions import Edition, Editions
from factcheck.publishing.languages import Languages
from factcheck.publishing.numbering import numbered
from factcheck.publishing.structured.desk import DESK
from factcheck.publishing.views import checks, claims, embeds, gone, lists
from factcheck.publishing.views.site import DeskPage, SiteView, head, site_view
from factcheck.publishing.views.works import work_views
from factcheck.publishing.words import direction
from factcheck.reading.page_links import ids_in

#: Templates of pages that stand for others, or for nothing.
UNLISTED: Final = frozenset({"embed.html", "moved.html", "not_found.html"})


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page, ready to be rendered anywhere.
    """

    path: str
    template: str
    view: Any

    #: What it links to within the site, and which ids it offers.
    links: frozenset[Link]
    ids: frozenset[str]

    #: What stands around its subject, in the language of its interface.
    around: SiteView

    @property
    def is_listed(self) -> bool:
        """Whether a search engine should know it."""
        return self.template not in UNLISTED


@dataclass(frozen=True, slots=True)
class DeskPageView:
    """
    A page that the desk wrote.
    """

    head: Any
    title: str
    html: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """
    What a host shows where nothing stands.
    """

    head: Any


class PageMaker:
    """
    Makes pages: each view with a record of its own, to which the site's own links are added.
    """

    def __init__(
        self, site: Site, desk_pages: tuple[DeskPage, ...], scale: str, languages: Languages
    ) -> None:
        """
        Take what every page shows.

        Args:
            site: The owner's settings.

            desk_pages: The pages that the desk wrote.

            scale: The id of the site's own rating scale.

            languages: Those that the interface speaks.

        Raises:
            CatalogueFault: If the site was set to have lists in a language that is not spoken.
        """
        self.site = site
        self.scale = scale
        self.editions = Editions(site, languages)
        self._desk_pages = desk_pages
        self._views: dict[Edition, SiteView] = {}
        self._last: tuple[FactCheck, tuple[Page, ...]] | None = None

        #: The links that stand around the pages of editions with lists.
        self.around = frozenset(link for one in self.editions for link in self._links(one))

    def record(self, path: str, edition: Edition | None = None) -> Record:
        """
        Return a new record for a page.

        Args:
            path: Where it is written.

            edition: What it is written in; the site's own if none is given.
        """
        return Record(self.site, path, self.scale, edition or self.editions.main)

    def view(self, edition: Edition) -> SiteView:
        """
        Return what stands around the subject of an edition's pages.
        """
        if edition not in self._views:
            record = self.record(HOME, edition)
            self._views[edition] = site_view(self._desk_pages, self.editions, record)
        return self._views[edition]

    def __call__(
        self,
        path: str,
        template: str,
        make: Callable[[Record], Any],
        edition: Edition | None = None,
    ) -> Page:
        """
        Make a page.

        Args:
            path: Where it is written.

            template: What renders it.

            make: Makes its view.

            edition: What it is written in; the site's own if none is given.
        """
        record = self.record(path, edition)
        view = make(record)
        record.offer({"main", DESK})
        links = self.around.union(record.links)
        around = self.view(record.edition)
        return Page(path, template, view, links, frozenset(record.ids), around)

    def pages_of(self, check: FactCheck) -> tuple[Page, ...]:
        """
        Return every page of a fact-check; those of the last are kept, for what is made from them.
        """
        if self._last is None or self._last[0] is not check:
            self._last = (check, tuple(check_pages(check, self)))
        return self._last[1]

    def _links(self, edition: Edition) -> frozenset[Link]:
        record = self.record(HOME, edition)
        site_view(self._desk_pages, self.editions, record)
        return frozenset(record.links)


def check_pages(check: FactCheck, page: PageMaker) -> Iterator[Page]:
    """
    Give every page of a fact-check that readers may see.
    """
    check = with_borrowed_words(check)
    path, edition = check_path(check.slug), page.editions.of(check.verdict.language)
    if check.verdict.status is Status.WITHDRAWN:
        yield page(path, "withdrawn.html", partial(gone.withdrawn_view, check), edition)
    else:
        numbers, works = numbered(check), work_views(check, edition.words)
        view = partial(checks.check_view, check, numbers, works)
        yield page(path, "check.html", view, edition)
        for path, ruled in claims.claim_pages(check) if page.site.claim_pages else ():
            of_claim = partial(claims.claim_view, check, ruled, numbers, works)
            yield page(path, "claim.html", of_claim, edition)
    yield from _signposts(check, page, edition)
    if page.site.embeds:
        yield from _embeds(check, page, edition)


def _signposts(check: FactCheck, page: PageMaker, edition: Edition) -> Iterator[Page]:
    """Give the pages at former addresses, and at a withdrawn check's claims, that lead on."""
    is_withdrawn = check.verdict.status is Status.WITHDRAWN
    slugs = (*check.verdict.former_slugs, *([check.slug] if is_withdrawn else []))
    if not slugs:
        return
    present = {ruled.claim.id: path for path, ruled in claims.claim_pages(check)}
    if is_withdrawn or not page.site.claim_pages:
        present = dict.fromkeys(present, check_path(check.slug))
    for slug in slugs:
        if slug != check.slug:
            view = partial(gone.moved_view, check, check_path(check.slug))
            yield page(check_path(slug), "moved.html", view, edition)
        for id_, path in present.items():
            view = partial(gone.moved_view, check, path)
            yield page(claim_path(slug, id_), "moved.html", view, edition)


def _embeds(check: FactCheck, page: PageMaker, edition: Edition) -> Iterator[Page]:
    """Give what others show in frames, at former addresses too: there nothing can lead on."""
    claims_ = check.claims if page.site.claim_pages else ()
    for slug in (check.slug, *check.verdict.former_slugs):
        for ruled in (None, *claims_):
            path = embed_path(slug, ruled.claim.id if ruled else "")
            view = partial(embeds.embed_view, check, ruled)
            yield page(path, "embed.html", view, edition)


def site_pages(
    digest: Digest, scales: Scales, desk_pages: tuple[DeskPage, ...], page: PageMaker
) -> Iterator[Page]:
    """
    Give the pages that belong to the site itself: the desk's, the scales', the one for no page.
    """
    for edition in page.editions:
        listed = digest.in_language(edition.lists)
        for scale in scales_shown(listed, scales):
            path = edition.prefix + scale_path(scale.id, scales.default.id)
            yield page(path, "scale.html", partial(lists.scale_view, listed, scale), edition)
    for desk in desk_pages:
        edition = page.editions.of(desk.language or page.site.language)
        yield page(desk.path, "page.html", partial(_desk_page, desk), edition)
    yield not_found(page)
    if page.site.embeds:
        yield page(NO_EMBED, "embed.html", embeds.no_embed_view)


def not_found(page: PageMaker) -> Page:
    """
    Give the page for addresses at which nothing stands.
    """
    return page(NOT_FOUND, "not_found.html", _not_found)


def scales_shown(digest: Digest, scales: Scales) -> Iterator[Scale]:
    """
    Give the site's own scale, and every older one that a fact-check keeps.
    """
    used = {check.scale for check in digest.checks}
    yield from (one for one in scales.scales if one is scales.default or one.id in used)


def _desk_page(desk: DeskPage, record: Record) -> DeskPageView:
    record.offer(ids_in(desk.html))
    language = desk.language or record.site.language
    shown = head(record, desk.title, desk.description)
    return DeskPageView(shown, desk.title, desk.html, language, direction(language))


def _not_found(record: Record) -> NotFoundView:
    words = record.words
    told = words.say("no such page", "Nothing stands at this address.")
    return NotFoundView(head(record, words.say("no such page", "Not found"), told))
