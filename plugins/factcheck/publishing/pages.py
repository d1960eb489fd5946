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
from factcheck.model.scale import Scales
from factcheck.model.site import Site
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import (
    HOME,
    NOT_FOUND,
    Link,
    Record,
    check_path,
    claim_path,
    rating_path,
    scale_path,
)
from factcheck.publishing.numbering import numbered
from factcheck.publishing.views import checks, claims, gone, lists
from factcheck.publishing.views.site import DeskPage, SiteView, head, site_view
from factcheck.publishing.views.works import work_views

#: Templates of pages that stand for others, or for nothing.
UNLISTED: Final = frozenset({"moved.html", "not_found.html"})


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page, ready to be rendered anywhere.
    """

    path: str
    template: str
    view: Any

    #: Whether a search engine should know it.
    is_listed: bool

    #: What it links to within the site, and which ids it offers.
    links: frozenset[Link]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class DeskPageView:
    """
    A page that the desk wrote.
    """

    head: Any
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """
    What a host shows where nothing stands.
    """

    head: Any


def site_of(site: Site, desk_pages: tuple[DeskPage, ...]) -> SiteView:
    """
    Make the site's view, which every page is rendered with.
    """
    return site_view(desk_pages, Record(site, HOME))


def pages(
    digest: Digest, scales: Scales, site: Site, desk_pages: tuple[DeskPage, ...]
) -> Iterator[Page]:
    """
    Give every page of the site.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        site: The owner's settings.

        desk_pages: The pages that the desk wrote.
    """
    page = _Maker(site, desk_pages, scales.default.id)
    yield page(HOME, "digest.html", partial(lists.digest_view, digest, scales))
    for check in digest.checks:
        yield from _check_pages(check, page)
    for check in digest.withdrawn:
        path = check_path(check.slug)
        yield page(path, "withdrawn.html", partial(gone.withdrawn_view, check))
    for check in (*digest.checks, *digest.withdrawn):
        yield from _signposts(check, page)
    yield from _rating_pages(digest, scales, page)
    for desk in desk_pages:
        yield page(desk.path, "page.html", partial(_desk_page, desk))
    yield page(NOT_FOUND, "not_found.html", _not_found)


class _Maker:
    """Makes pages: each view with a record of its own, to which the site's own links are added."""

    def __init__(self, site: Site, desk_pages: tuple[DeskPage, ...], scale: str) -> None:
        self.site = site
        self.scale = scale
        around = Record(site, HOME)
        site_view(desk_pages, around)
        self.links = around.links

    def __call__(self, path: str, template: str, make: Callable[[Record], Any]) -> Page:
        record = Record(self.site, path, self.scale)
        record.links.update(self.links)
        view = make(record)
        record.offer({"main"})
        is_listed = template not in UNLISTED
        return Page(
            path, template, view, is_listed, frozenset(record.links), frozenset(record.ids)
        )


def _check_pages(check: FactCheck, page: _Maker) -> Iterator[Page]:
    numbers, works = numbered(check), work_views(check)
    path = check_path(check.slug)
    yield page(path, "check.html", partial(checks.check_view, check, numbers, works))
    for path, ruled in claims.claim_pages(check):
        view = partial(claims.claim_view, check, ruled, numbers, works)
        yield page(path, "claim.html", view)


def _signposts(check: FactCheck, page: _Maker) -> Iterator[Page]:
    """Give the pages at former addresses, and at a withdrawn check's claims, that lead on."""
    is_withdrawn = check.verdict.status is Status.WITHDRAWN
    present = {ruled.claim.id: path for path, ruled in claims.claim_pages(check)}
    if is_withdrawn:
        present = dict.fromkeys(present, check_path(check.slug))
    for slug in (*check.verdict.former_slugs, *([check.slug] if is_withdrawn else [])):
        if slug != check.slug:
            view = partial(gone.moved_view, check, check_path(check.slug))
            yield page(check_path(slug), "moved.html", view)
        for id_, path in present.items():
            yield page(claim_path(slug, id_), "moved.html", partial(gone.moved_view, check, path))


def _rating_pages(digest: Digest, scales: Scales, page: _Maker) -> Iterator[Page]:
    """Give the pages of the site's own scale, and of every older one that a fact-check keeps."""
    used = {check.scale.id for check in digest.checks}
    for scale in scales.scales:
        if scale is scales.default or scale.id in used:
            path = scale_path(scale.id, scales.default.id)
            yield page(path, "scale.html", partial(lists.scale_view, digest, scale))
            for rating in scale.ratings:
                path = rating_path(rating.key, scale.id, scales.default.id)
                view = partial(lists.rating_page_view, digest, scale, rating)
                yield page(path, "rating.html", view)


def _desk_page(desk: DeskPage, record: Record) -> DeskPageView:
    return DeskPageView(head(record, desk.title, desk.description), desk.title, desk.html)


def _not_found(record: Record) -> NotFoundView:
    return NotFoundView(head(record, "Not found", ""))
