"""
The site's own view: what every page shows around its subject.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.publishing.addresses import (
    BROWSE,
    CORRECTIONS,
    FEED,
    HOME,
    RATINGS,
    SEARCH,
    THEME,
    Record,
    absolute,
)
from factcheck.publishing.headers import POLICY
from factcheck.publishing.wording import direction


class NavLink(NamedTuple):
    """
    One entry of the site's navigation.
    """

    title: str
    href: str


class SiteView(NamedTuple):
    """
    The site, as every page may know it.
    """

    name: str
    tagline: str
    desk: str
    language: str
    direction: str
    #: The content security policy, for hosts that send no headers.
    policy: str
    home: str
    stylesheet: str

    #: Light or dark by hand, before anything is drawn; and what copies links and citations.
    colours_script: str
    copy_script: str

    #: The page to search on, and what opens search by keys; empty where there is none.
    search: str
    search_script: str
    icon: str
    feed: str
    navigation: tuple[NavLink, ...]
    #: Pages that the desk wrote: about, methodology and the like.
    pages: tuple[NavLink, ...]


class PageHead(NamedTuple):
    """
    What a page's head says of it.
    """

    title: str
    description: str

    #: The page's whole address.
    canonical: str


class DeskPage(NamedTuple):
    """
    A page that the desk wrote in ``content/``.
    """

    title: str

    #: Where it is written.
    path: str

    #: HTML as Pelican rendered it; the desk is trusted.
    html: str
    description: str = ""

    #: Whether the site's navigation names it.
    is_listed: bool = True

    #: The file that it was written in, relative to ``content/``.
    source: str = ""


def site_view(pages: tuple[DeskPage, ...], record: Record) -> SiteView:
    """
    Make the site's view.

    Args:
        pages: The desk's own pages.

        record: Notes the links, which every page carries.
    """
    site = record.site
    return SiteView(
        name=site.name,
        tagline=site.tagline,
        desk=site.desk,
        language=site.language,
        direction=direction(site.language),
        policy=POLICY,
        home=record.to(HOME),
        stylesheet=record.to(f"{THEME}/css/main.css"),
        colours_script=record.to(f"{THEME}/js/colours.js"),
        copy_script=record.to(f"{THEME}/js/copy.js"),
        search=record.to(SEARCH) if site.search else "",
        search_script=record.to(f"{THEME}/js/find.js") if site.search else "",
        icon=record.to(f"{THEME}/icon.svg"),
        feed=record.to(FEED),
        navigation=(
            NavLink("Fact-checks", record.to(HOME)),
            NavLink("Browse", record.to(BROWSE)),
            *([NavLink("Search", record.to(SEARCH))] if site.search else []),
            NavLink("Ratings", record.to(RATINGS)),
            NavLink("Corrections", record.to(CORRECTIONS)),
        ),
        pages=tuple(NavLink(page.title, record.to(page.path)) for page in pages if page.is_listed),
    )


def head(record: Record, title: str, description: str) -> PageHead:
    """
    Make a page's head.
    """
    canonical = absolute(record.site, record.path)
    return PageHead(title, " ".join(description.split()), canonical)


def report_link(record: Record) -> str:
    """
    Return where a reader reports an error: a whole address, or a page of the site.
    """
    report = record.site.report
    if ":" in report:
        return report
    # A page that is not there is a dead link, which stops the build.
    return record.to(f"{report.strip('/')}/index.html") if report else ""
