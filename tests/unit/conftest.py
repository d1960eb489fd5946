from __future__ import annotations

from datetime import UTC, datetime

import pytest
from factcheck.digest.collection import collect
from factcheck.digest.entries import entry_of, is_public
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.publishing.browsing import browse_pages
from factcheck.publishing.datapages import data_pages
from factcheck.publishing.feeds.page import feeds_pages
from factcheck.publishing.listings import Item, list_pages, made
from factcheck.publishing.pages import Page, PageMaker, check_pages, site_pages
from factcheck.publishing.pieces import pieces_of
from factcheck.publishing.searching import search_pages
from factcheck.publishing.templates import Templates
from factcheck.usecases.read import Contents, open_registry

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def public(contents: Contents) -> list[FactCheck]:
    return [check for check in contents.checks if is_public(entry_of(check), NOW)]


@pytest.fixture(scope="module")
def scales(contents: Contents) -> Scales:
    assert contents.scales is not None
    return contents.scales


@pytest.fixture(scope="module")
def maker(project: Project, scales: Scales) -> PageMaker:
    languages = Templates(project.theme).languages
    return PageMaker(project.site, (), scales.default.id, languages)


@pytest.fixture(scope="module")
def planned(project: Project, contents: Contents, scales: Scales, maker: PageMaker) -> list[Page]:
    """Every page of this project."""
    registry, _ = open_registry(project)
    assert registry
    digest = collect(map(entry_of, contents.checks), NOW, registry)
    templates = Templates(project.theme)
    record = maker.record("index.html")
    pieces = {check.slug: pieces_of(check, record, templates) for check in public(contents)}

    def card(item: Item) -> str:
        return pieces[item.slug].of(item.part, item.place)

    lists = (
        made(page.with_cards(card), maker)
        for page in list_pages(digest, scales, maker.editions, project.site.browse, NOW.date())
    )
    checks = (page for check in public(contents) for page in check_pages(check, maker))
    site = (
        *site_pages(digest, scales, (), maker),
        *data_pages(maker),
        *browse_pages(digest, maker),
        *search_pages(digest, scales, maker),
        *feeds_pages(digest, scales, maker, NOW),
    )
    return [*checks, *lists, *site]
