from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from urllib.robotparser import RobotFileParser

import pytest
from factcheck.model.site import Site
from factcheck.publishing import sitemap
from factcheck.publishing.file import File
from factcheck.publishing.sitemap import MOST, Listed, robots, sitemap_files
from sitemaps import INDEX, PART, SCHEMAS
from specimens import SITE
from xmlschema import XMLSchema


def pages(count: int, first: int = 0) -> Iterable[Listed]:
    return (Listed(f"checks/{at:06}/index.html", "2026-01-05") for at in range(first, count))


def made(*groups: tuple[str, Iterable[Listed]], site: Site = SITE) -> dict[str, bytes]:
    files = list(sitemap_files(groups, site))
    assert all(isinstance(file, File) for file in files)
    assert files[-1].path == "sitemap.xml"
    return {file.path: file.data for file in files}


def test_a_part_holds_no_more_than_it_may() -> None:
    """Of 50,001 addresses the last stands in a second part; both are named by the index."""
    found = made(("2026-01", pages(MOST + 1)))

    assert list(found) == ["sitemap-2026-01.xml", "sitemap-2026-01-2.xml", "sitemap.xml"]
    assert [data.count(b"<loc>") for data in found.values()] == [50_000, 1, 2]
    PART.validate(BytesIO(found["sitemap-2026-01-2.xml"]))
    INDEX.validate(BytesIO(found["sitemap.xml"]))
    assert len(made(("2026-01", pages(MOST)))) == 2


def test_a_full_part_lasts() -> None:
    """What is added behind a full part changes no byte of it."""
    before, after = (made(("2026-01", pages(count))) for count in (MOST + 1, MOST + 3))

    assert before["sitemap-2026-01.xml"] == after["sitemap-2026-01.xml"]
    assert before["sitemap-2026-01-2.xml"] != after["sitemap-2026-01-2.xml"]


def test_a_part_is_no_larger_than_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part also ends before it holds more bytes than the protocol allows."""
    monkeypatch.setattr(sitemap, "MOST_BYTES", 1_000)
    found = made(("2026-01", pages(40)))
    sizes = [len(data) for path, data in found.items() if path != "sitemap.xml"]

    assert len(sizes) > 4
    assert max(sizes) <= 1_000
    assert min(sizes[:-1]) > 850


def test_nothing_makes_no_part() -> None:
    """A group without a page has no part: an empty one is no sitemap."""
    assert list(made(("lists", ()), ("pages", pages(1)))) == ["sitemap-pages.xml", "sitemap.xml"]


def test_a_part_is_as_new_as_its_newest_page() -> None:
    """The index tells the last day of change in a part; none, where one page's is not known."""
    known = [Listed("a/index.html", "2026-01-05"), Listed("b/index.html", "2025-12-31")]
    told = made(("known", known), ("mixed", [*known, Listed("c/index.html")]))["sitemap.xml"]

    assert b"sitemap-known.xml</loc><lastmod>2026-01-05</lastmod>" in told
    assert b"sitemap-mixed.xml</loc></sitemap>" in told


def test_an_address_is_written_as_xml() -> None:
    """Signs that mean something in XML are escaped, in addresses and in those of languages."""
    site = replace(SITE, url="https://example.org/a&b")
    page = Listed("a/index.html", "", (("en", "a/index.html"), ("x-default", "a/index.html")))
    found = made(("pages", [page]), site=site)

    assert b"<loc>https://example.org/a&amp;b/a/</loc>" in found["sitemap-pages.xml"]
    PART.validate(BytesIO(found["sitemap-pages.xml"]))
    INDEX.validate(BytesIO(found["sitemap.xml"]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("loc>", "place>"),
        ("2026-01-05", "5 January 2026"),
        ("https://example.org/checks/000000/", "a"),
        ("<url>", "<url><priority>2</priority>"),
        ("000001", "000000"),
    ],
)
def test_the_schema_finds_faults(old: str, new: str) -> None:
    """What the protocol does not allow does not pass these tests' schema."""
    data = made(("a", pages(2)))["sitemap-a.xml"].decode()
    schema = XMLSchema(SCHEMAS / "sitemap.xsd")

    assert schema.is_valid(data)
    assert not schema.is_valid(data.replace(old, new))


def asked(site: Site) -> RobotFileParser:
    found = RobotFileParser()
    found.parse(robots(site).decode().splitlines())
    return found


def test_robots_are_welcome() -> None:
    """Without a setting every crawler may read everything, frames too, and is told the sitemap."""
    found = asked(SITE)

    for path in ("/", "/checks/a/", "/embed/a/index.html", "/checks/a/index.md", "/data/"):
        assert found.can_fetch("AnyBot", f"{SITE.url}{path}")
    assert found.site_maps() == ["https://example.org/sitemap.xml"]


def test_some_robots_are_asked_to_stay_away() -> None:
    """Crawlers that the settings name may read nothing; all others may read everything."""
    found = asked(replace(SITE, unwelcome=("ExampleBot", "Other-Bot")))

    for name in ("ExampleBot", "Other-Bot", "examplebot/2.0"):
        assert not found.can_fetch(name, f"{SITE.url}/")
        assert not found.can_fetch(name, f"{SITE.url}/checks/a/")
    assert found.can_fetch("Another", f"{SITE.url}/checks/a/")
    assert found.site_maps() == ["https://example.org/sitemap.xml"]
