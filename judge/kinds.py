"""
One page of every kind that the site has: the largest, which has most to be judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Final, NamedTuple

from lxml import html

from judge.sites import Site


class Kind(NamedTuple):
    """
    A kind of page.
    """

    name: str

    #: What its path is like.
    path: str

    #: An XPath expression that is true of such a page alone.
    mark: str = "true()"


#: A claim's, a check's and a withdrawn check's page lie in the same folder.
CHECK: Final = "//article[@class='check__article']"

KINDS: Final = (
    Kind("front page", "index.html"),
    Kind("fact-check", "checks/*/index.html", CHECK),
    Kind("fact-check, from right to left", "checks/*/index.html", f"{CHECK}//h1[@dir='rtl']"),
    Kind("claim", "checks/*/*.html", "//main[contains(@class, 'claim')]"),
    Kind("withdrawn", "checks/*/index.html", "//main/article/p[starts-with(., 'Withdrawn')]"),
    Kind("scale", "ratings/index.html"),
    Kind("rating", "ratings/*/index.html"),
    Kind("ways to browse", "browse/index.html"),
    Kind("names", "topics/index.html"),
    Kind("search", "search/index.html"),
    Kind("group", "topics/*/index.html"),
    Kind("year", "archive/[0-9]*/index.html"),
    Kind("corrections", "corrections/index.html"),
    Kind("desk's page", "*/index.html", "//main/article/div[@class='prose']"),
    Kind("data", "data/index.html"),
    Kind("data dictionary", "data/fields/index.html"),
    Kind("not found", "404.html"),
)


def pages_of_kinds(site: Site) -> Iterator[tuple[Kind, str]]:
    """
    Give each kind that the site has, with the path of its largest page.
    """
    pages = sorted(site.ending(".html"), key=lambda path: -(site.folder / path).stat().st_size)
    for kind in KINDS:
        found = (path for path in pages if fnmatch(path, kind.path) and _has(site, path, kind))
        if page := next(found, None):
            yield kind, page


def _has(site: Site, path: str, kind: Kind) -> bool:
    page = html.document_fromstring((site.folder / path).read_bytes())
    return bool(page.xpath(f"boolean({kind.mark})"))
