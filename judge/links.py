"""
Whether every address that the site gives of its own leads to a file and an id that are there.

Own code, because no link checker at hand reads feeds, sitemaps and structured data too. A page's
addresses are found by lxml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from judge.findings import Finding, Judgement
from judge.sites import Site

#: Addresses in a style sheet (CSS Syntax 3; the theme quotes none of these signs).
IN_STYLES: Final = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")

#: A text fragment begins behind this and is the browser's business (URL Fragment Text Directives).
DIRECTIVE: Final = ":~:"

JSON_LD: Final = '//script[@type="application/ld+json"]/text()'

#: What readers find addresses in, by a file's ending.
KINDS: Final = (".html", ".css", ".svg", ".xml", ".txt")


def links(*sites: Site) -> Judgement:
    """
    Follow every address in every file of some sites.
    """
    checks = [_Check(site) for site in sites]
    found = [finding for check in checks for finding in check.findings()]
    count = sum(check.count for check in checks)
    return Judgement("links", f"{count} links in {len(sites)} builds", tuple(found))


@dataclass
class _Check:
    """One site's links."""

    site: Site

    #: How many links within the site were followed.
    count: int = 0

    def findings(self) -> Iterator[Finding]:
        """Give a finding for each dead link, once for each file that has it."""
        for path in self.site.ending(*KINDS):
            base = f"{self.site.url}/{path.removesuffix('index.html')}"
            for address in dict.fromkeys(self._addresses(path)):
                if fault := self._fault(urljoin(base, address.strip())):
                    yield Finding(path, f"links to {address}, {fault}")

    def _addresses(self, path: str) -> Iterator[str]:
        if path.endswith(".html"):
            yield from _in_page(self._pages[path])
            return
        data = (self.site.folder / path).read_bytes()
        if path.endswith(".css"):
            yield from (one or other for one, other in IN_STYLES.findall(data.decode()))
        elif path.endswith(".txt"):
            yield from self._own(data.decode().split())
        else:
            yield from self._own(etree.fromstring(data).xpath("//@* | //text()"))

    @cached_property
    def _pages(self) -> dict[str, html.HtmlElement]:
        folder = self.site.folder
        return {
            path: html.document_fromstring((folder / path).read_bytes())
            for path in self.site.ending(".html")
        }

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {path: frozenset(page.xpath("//@id")) for path, page in self._pages.items()}

    def _own(self, texts: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
        """Elsewhere than in pages and styles, what begins with the site's address is a link."""
        yield from (text for text in map(str, texts) if text.startswith(self.site.url))

    def _fault(self, address: str) -> str | None:
        """Say what is wrong with a whole address; None if nothing is, or it is somebody else's."""
        own, parts = urlsplit(self.site.url), urlsplit(address)
        if parts.netloc != own.netloc:
            return None
        self.count += 1
        if not f"{address}/".startswith(f"{self.site.url}/"):
            return "which is outside the site"
        path = unquote(parts.path.removeprefix(own.path).lstrip("/"))
        path += "index.html" if path.endswith("/") or not path else ""
        if path not in self.site.files:
            return "which is not there"
        fragment = unquote(parts.fragment.partition(DIRECTIVE)[0])
        if fragment and fragment not in self._ids.get(path, ()):
            return "where there is no such id"
        return None


def _in_page(page: html.HtmlElement) -> Iterator[str]:
    # lxml knows every attribute with one address, styles, and what a page refreshes to.
    yield from (address for _, _, address, _ in page.iterlinks())
    for candidates in page.xpath("//@srcset | //@imagesrcset"):
        yield from (one.split()[0] for one in candidates.split(",") if one.strip())
    yield from (text for text in page.xpath("//meta/@content") if text.startswith("https://"))
    for block in page.xpath(JSON_LD):
        yield from _in_data(json.loads(block))


def _in_data(data: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    if isinstance(data, str) and data.startswith("https://"):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _in_data(value)
