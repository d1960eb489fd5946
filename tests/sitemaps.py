"""
A site's sitemap as a search engine reads it: from robots.txt to the index, its parts, their pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.robotparser import RobotFileParser

from lxml import etree
from xmlschema import XMLSchema

SCHEMAS: Final = Path(__file__).parent / "schemas"
INDEX: Final = XMLSchema(SCHEMAS / "siteindex.xsd")
PART: Final = XMLSchema(SCHEMAS / "sitemap.xsd")

NAMES: Final = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@dataclass(frozen=True)
class Told:
    """What a sitemap tells of a page, or an index of a part."""

    changed: str
    languages: dict[str, str]


def index_of(output: Path) -> dict[str, Told]:
    """Return what the index names."""
    root = etree.fromstring((output / "sitemap.xml").read_bytes())
    return dict(_told(root, "//s:sitemap"))


def sitemap_of(output: Path, url: str = "https://example.org") -> dict[str, Told]:
    """Return every page that the parts name; each but once, in files that are as they must be."""
    robots = RobotFileParser()
    robots.parse((output / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() == [f"{url}/sitemap.xml"]
    INDEX.validate(output / "sitemap.xml")
    found: dict[str, Told] = {}
    for address in index_of(output):
        file = output / address.removeprefix(f"{url}/")
        PART.validate(file)
        for page, told in _told(etree.fromstring(file.read_bytes()), "//s:url"):
            assert page not in found
            found[page] = told
    return found


def _told(root: etree._Element, path: str) -> Iterator[tuple[str, Told]]:
    for one in root.xpath(path, namespaces=NAMES):
        links = one.xpath("x:link", namespaces=NAMES)
        changed = one.findtext("s:lastmod", default="", namespaces=NAMES)
        languages = {str(link.get("hreflang")): str(link.get("href")) for link in links}
        yield str(one.findtext("s:loc", namespaces=NAMES)), Told(changed, languages)
