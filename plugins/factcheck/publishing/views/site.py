"""
The site's own view: what every page shows around its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from factcheck.publishing.addresses import (
    BROWSE,
    CORRECTIONS,
    DATA,
    FEEDS,
    HOME,
    RATINGS,
    SEARCH,
    THEME,
    Record,
    absolute,
    list_feed,
)
from factcheck.publishing.editions import Edition
from factcheck.publishing.feeds.forms import Form, is_followed
from factcheck.publishing.headers import EMBED_POLICY, POLICY
from factcheck.publishing.views.sharing import Sharing, locale
from factcheck.publishing.words import Words, direction


class NavLink(NamedTuple):
    """
    One entry of the site's navigation.
    """

    title: str
    href: str


class EditionLink(NamedTuple):
    """
    The way to the site in one language.
    """

    #: The language's name, in itself.
    name: str
    language: str
    href: str


class SiteView(NamedTuple):
    """
    The site, as every page of one edition may know it.
    """

    name: str
    tagline: str

    #: Of the name and what is beside it, which need not be the interface's.
    own_language: str
    tagline_language: str
    desk: str

    #: Of the interface.
    language: str
    direction: str

    #: The language as Open Graph writes it.
    locale: str
    #: The content security policy, for hosts that send no headers.
    policy: str
    home: str
    stylesheet: str

    #: The same two of pages that other sites show in a frame; no style sheet where none may.
    embed_policy: str
    embed_stylesheet: str

    #: Light or dark by hand, before anything is drawn; and what copies links and citations.
    colours_script: str
    copy_script: str

    #: The page to search on, and what opens search by keys; empty where there is none.
    search: str
    search_script: str
    icon: str
    #: All of it as data; empty where the site offers none.
    data: str

    #: The feed of all fact-checks in its forms, and the page of all feeds.
    feeds: tuple[HeadLink, ...]
    feeds_page: str
    navigation: tuple[NavLink, ...]

    #: The site in its languages; none where it has one only.
    editions: tuple[EditionLink, ...]

    #: Pages that the desk wrote: about, methodology and the like.
    pages: tuple[DeskLink, ...]


class Alternate(NamedTuple):
    """
    A page in one of its languages.
    """

    language: str

    #: Its whole address.
    address: str


class HeadLink(NamedTuple):
    """
    The same page in another form, for machines.
    """

    #: The kind of the file (RFC 6838), such as ``application/json``.
    type: str
    title: str
    href: str
    rel: str = "alternate"


class PageHead(NamedTuple):
    """
    What a page's head says of it.
    """

    title: str
    description: str

    #: The page's whole address.
    canonical: str

    #: The page in each of its languages, this one too; none where there is but one.
    alternates: tuple[Alternate, ...] = ()

    #: The page in other forms.
    links: tuple[HeadLink, ...] = ()

    #: What it says to machines, each in a script element of its own.
    structured_data: tuple[dict[str, Any], ...] = ()
    #: What is told of an article where it is shared; None for any other page.
    sharing: Sharing | None = None


class DeskLink(NamedTuple):
    """
    The way to a page that the desk wrote.
    """

    title: str
    href: str
    language: str
    direction: str


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

    #: BCP 47; empty for the site's own.
    language: str = ""

    #: What its translations have in common with it.
    slug: str = ""

    #: The day of its last change as the desk wrote it, ISO 8601; empty where it did not.
    changed: str = ""


def site_view(
    pages: tuple[DeskPage, ...], editions: Iterable[Edition], record: Record
) -> SiteView:
    """
    Make the site's view.

    Args:
        pages: The desk's own pages.

        editions: All that have lists.

        record: Notes the links, which every page of its edition carries.
    """
    site, edition = record.site, record.edition
    tagline = edition.tagline(site)
    spoken = edition.words.language if tagline else site.language
    return SiteView(
        name=site.name,
        tagline=tagline or site.tagline,
        own_language=site.language,
        tagline_language=spoken,
        desk=site.desk,
        language=edition.words.language,
        direction=edition.words.direction,
        locale=locale(edition.words.language),
        policy=POLICY,
        home=record.to_list(HOME),
        stylesheet=record.to(f"{THEME}/css/main.css"),
        embed_policy=EMBED_POLICY,
        embed_stylesheet=record.to(f"{THEME}/css/embed.css") if site.embeds else "",
        colours_script=record.to(f"{THEME}/js/colours.js"),
        copy_script=record.to(f"{THEME}/js/copy.js"),
        search=record.to_list(SEARCH) if site.search else "",
        search_script=record.to(f"{THEME}/js/find.js") if site.search else "",
        icon=record.to(f"{THEME}/icon.svg"),
        data=record.to(DATA) if site.data else "",
        feeds=feed_links(edition.feed, site.name, record),
        feeds_page=record.to_list(FEEDS),
        navigation=tuple(_navigation(record, record.words)),
        editions=_editions(editions, record),
        pages=tuple(_desk_links(pages, record)),
    )


def feed_links(stem: str, title: str, record: Record) -> tuple[HeadLink, ...]:
    """
    Return the ways to a feed, as a page's head names them.

    Args:
        stem: Where the feed stands, without what its forms' names end with.

        title: What it is called.

        record: Notes the links.
    """
    return tuple(
        [
            HeadLink(form.media_type, f"{title} ({form.title})", record.to(stem + form.suffix))
            for form in Form
        ]
    )


def list_feeds(path: str, title: str, record: Record) -> tuple[HeadLink, ...]:
    """
    Return the ways to a list's own feed; none where it has no feed.

    Args:
        path: Where the list's newest page is written.

        title: What the list is called.

        record: Notes the links.
    """
    edition, site = record.edition, record.site
    kind = path.removeprefix(edition.prefix).partition("/")[0]
    if not is_followed(kind, edition, site):
        return ()
    return feed_links(list_feed(path, edition.prefix), title, record)


def _navigation(record: Record, words: Words) -> Iterator[NavLink]:
    yield NavLink(words.say("navigation", "Fact-checks"), record.to_list(HOME))
    yield NavLink(words.say("navigation", "Browse"), record.to_list(BROWSE))
    if record.site.search:
        yield NavLink(words.say("navigation", "Search"), record.to_list(SEARCH))
    yield NavLink(words.say("navigation", "Ratings"), record.to_list(RATINGS))
    yield NavLink(words.say("navigation", "Corrections"), record.to_list(CORRECTIONS))


def _editions(editions: Iterable[Edition], record: Record) -> tuple[EditionLink, ...]:
    links = tuple(
        EditionLink(
            one.words.begun(one.words.name_of(one.words.language)),
            one.words.language,
            record.to(one.prefix + HOME),
        )
        for one in editions
    )
    return links if len(links) > 1 else ()


def _desk_links(pages: Iterable[DeskPage], record: Record) -> Iterator[DeskLink]:
    """Name each page once: in the edition's language, else in the site's own."""
    own = record.site.language
    wanted = (record.words.language, own)
    found: dict[str, list[DeskPage]] = {}
    for page in pages:
        if page.is_listed:
            found.setdefault(page.slug or page.path, []).append(page)
    for versions in found.values():
        spoken = {page.language or own: page for page in reversed(versions)}
        page = next((spoken[one] for one in wanted if one in spoken), versions[0])
        language = page.language or own
        yield DeskLink(page.title, record.to(page.path), language, direction(language))


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
