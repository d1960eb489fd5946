"""
The sitemap (sitemaps.org, protocol 0.9): an index, and parts that last.

Fact-checks stand in parts by the month in which they were published, so that one that is new or
changed touches its own month's part alone. A day of change is told only where it is known: of
fact-checks from what the desk wrote, of lists from what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from factcheck.digest.entries import Entry
from factcheck.model.factcheck import Version
from factcheck.model.site import Site
from factcheck.publishing.addresses import SITEMAP, absolute, check_path, sitemap_path
from factcheck.publishing.file import File
from factcheck.publishing.listings import Item, ListPage
from factcheck.publishing.pieces import Part
from factcheck.publishing.views.versions import ANY_OTHER

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"

#: Alternate languages of a page stand in it as in an XHTML head.
XHTML: Final = "http://www.w3.org/1999/xhtml"

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPENING: Final = f'{DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="{XHTML}">\n'
CLOSING: Final = "</urlset>\n"

#: No part may hold more addresses, or more bytes.
MOST: Final = 50_000
MOST_BYTES: Final = 50 * 1024 * 1024

#: A page in its languages: each language with where it is written.
PageLanguages = tuple[tuple[str, str], ...]


class Listed(NamedTuple):
    """
    A page that search engines should know.
    """

    #: Where it is written.
    path: str

    #: The day of its last change, ISO 8601; empty where nobody knows it.
    changed: str = ""

    #: None where there is but one.
    languages: PageLanguages = ()


def pages_of_check(
    entry: Entry, paths: Iterable[str], versions: tuple[Version, ...]
) -> Iterator[Listed]:
    """
    Give the pages of a fact-check.

    Args:
        entry: The fact-check.

        paths: Where they are written.

        versions: In which languages readers can have it, the original first; none if in one.
    """
    for path in paths:
        claim = path.rpartition("/")[2].removesuffix(".html")
        changed = entry.changed_on("" if claim == "index" else claim)
        yield Listed(path, changed.isoformat(), in_languages(entry.slug, versions, path))


def in_languages(slug: str, versions: Iterable[Version], path: str) -> PageLanguages:
    """
    Return where a page of a fact-check is written in each of its languages.

    Args:
        slug: The fact-check's.

        versions: In which languages readers can have it, the original first.

        path: Where the page is written.
    """
    own = check_path(slug).removesuffix("index.html")
    rest = path.removeprefix(own)
    places = [
        (one.language, check_path(one.slug).removesuffix("index.html") + rest) for one in versions
    ]
    return (*places, (ANY_OTHER, places[0][1])) if places else ()


def page_of_list(page: ListPage[Item], entries: Mapping[str, Entry]) -> Listed:
    """
    Return a page of a list, as old as the newest thing that stands on it.

    Args:
        page: The page, with its items.

        entries: All fact-checks by their slugs.
    """
    days = [_day_of(item, entries[item.slug]) for item in page.sheet.items]
    is_known = days and not page.follows_calendar
    return Listed(page.path, max(days).isoformat() if is_known else "")


def _day_of(item: Item, entry: Entry) -> date:
    match item.part:
        case Part.CHECK:
            return entry.changed_on()
        case Part.RULING:
            return entry.changed_on(entry.rulings[item.place].id)
        case Part.CHANGE:
            return next(one.day for one in entry.changes if one.place == item.place)


def by_month(checks: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """
    Give fact-checks by the month in which they were published, both from the oldest.
    """
    oldest_first = sorted(checks, key=lambda one: (one.day, one.slug))
    for month, found in groupby(oldest_first, lambda one: one.day.isoformat()[: len("2025-12")]):
        yield month, list(found)


def sitemap_files(groups: Iterable[tuple[str, Iterable[Listed]]], site: Site) -> Iterator[File]:
    """
    Give the parts one after the other, and then the index.

    Args:
        groups: What the first part of each is called by, those after it are numbered; and its
            pages, in an order that lasts, so that a full part does too.

        site: Whose they are.
    """
    found: list[tuple[str, str]] = []
    for name, pages in groups:
        for number, (data, changed) in enumerate(_cut(pages, site), start=1):
            path = sitemap_path(name if number == 1 else f"{name}-{number}")
            found.append((path, changed))
            yield File(path, data)
    yield File(SITEMAP, _index(found, site))


def _cut(pages: Iterable[Listed], site: Site) -> Iterator[tuple[bytes, str]]:
    """Give each part, and the last day of change in it; empty where one page's is not known."""
    waiting: list[str] = []
    days: set[str] = set()
    room = MOST_BYTES - len(OPENING + CLOSING)
    for page in pages:
        line = _line(page, site)
        size = len(line.encode())
        if waiting and (len(waiting) == MOST or size > room):
            yield _joined(waiting), _last(days)
            waiting, days, room = [], set(), MOST_BYTES - len(OPENING + CLOSING)
        waiting.append(line)
        days.add(page.changed)
        room -= size
    if waiting:
        yield _joined(waiting), _last(days)


def _joined(lines: Iterable[str]) -> bytes:
    return "".join((OPENING, *lines, CLOSING)).encode()


def _last(days: set[str]) -> str:
    return "" if "" in days else max(days)


def _line(page: Listed, site: Site) -> str:
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" '
        f"href={quoteattr(absolute(site, path))}/>"
        for language, path in page.languages
    )
    return f"<url><loc>{escape(absolute(site, page.path))}</loc>{changed}{alternates}</url>\n"


def _index(found: Iterable[tuple[str, str]], site: Site) -> bytes:
    """Write the index: where each part is written, and the last day of change in it."""
    lines = [f'{DECLARATION}<sitemapindex xmlns="{NAMESPACE}">\n']
    for path, changed in found:
        told = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<sitemap><loc>{escape(absolute(site, path))}</loc>{told}</sitemap>\n")
    return "".join((*lines, "</sitemapindex>\n")).encode()


def robots(site: Site) -> bytes:
    """
    Write robots.txt (RFC 9309): all may read everything, but for who is asked to stay away.
    """
    unwelcome = "".join(f"User-agent: {name}\n" for name in site.unwelcome)
    group = f"{unwelcome}Disallow: /\n\n" if unwelcome else ""
    sitemap = f"Sitemap: {absolute(site, SITEMAP)}"
    return f"{group}User-agent: *\nAllow: /\n\n{sitemap}\n".encode()
