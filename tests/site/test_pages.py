from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup
from factcheck.model.vocabulary import Status
from factcheck.usecases.read import Contents
from lxml import etree
from sitemaps import sitemap_of

ATOM = "{http://www.w3.org/2005/Atom}"

#: Everything at the top of the site: nothing that Pelican would add by itself.
TOP = {
    ".built-by-factcheck",
    "404.html",
    "_headers",
    "about",
    "ar",
    "archive",
    "browse",
    "checks",
    "claimants",
    "contact",
    "corrections",
    "corrections-policy",
    "data",
    "embed",
    "es",
    "feeds",
    "funding",
    "index.html",
    "kinds",
    "languages",
    "llms.txt",
    "methodology",
    "outlets",
    "ratings",
    "review-due",
    "robots.txt",
    "search",
    "sitemap.xml",
    "submit-a-claim",
    "team",
    "theme",
    "topics",
    "uk",
}


@pytest.fixture(scope="module")
def soups(site: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_bytes(), "lxml")
        for path in site.rglob("*.html")
    }


def test_nothing_but_the_digest_is_published(site: Path) -> None:
    """The top of the site holds what the project documents, and none of Pelican's own pages."""
    parts = {path.name for path in site.glob("sitemap-*.xml")}
    assert {path.name for path in site.iterdir()} - parts == TOP


def test_ids_are_unique_on_every_page(soups: dict[str, BeautifulSoup]) -> None:
    """No page gives two elements one id."""
    for path, soup in soups.items():
        counts = Counter(element["id"] for element in soup.find_all(id=True))

        assert [id_ for id_, count in counts.items() if count > 1] == [], path


def test_internal_links_and_fragments_resolve(soups: dict[str, BeautifulSoup], site: Path) -> None:
    """Every link within the site leads to a file, and every fragment to an element in it."""
    ids = {
        path: {element["id"] for element in soup.find_all(id=True)} for path, soup in soups.items()
    }
    checked = 0
    for path, target, fragment in internal_links(soups):
        assert (site / target).is_file(), f"{path} → {target}"
        if fragment:
            assert fragment in ids[target], f"{path} → {target}#{fragment}"
        checked += 1

    assert checked > 500


def internal_links(soups: dict[str, BeautifulSoup]) -> Iterator[tuple[str, str, str]]:
    for path, soup in soups.items():
        for element in soup.find_all(["a", "link"], href=True):
            if element.get("rel") == ["canonical"]:
                continue
            parts = urlsplit(urljoin(f"https://example.org/{path}", str(element["href"])))
            if parts.netloc == "example.org":
                target = unquote(parts.path).lstrip("/")
                if target == "" or target.endswith("/"):
                    target += "index.html"
                yield path, target, parts.fragment


def test_pages_are_parsed_without_an_error(site: Path) -> None:
    """A strict HTML parser finds nothing to mend on any page."""
    for path in sorted(site.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))

        assert parser.errors == [], path


def test_every_page_names_itself(soups: dict[str, BeautifulSoup]) -> None:
    """Each page has one first heading, a title, a language and its own canonical address.

    A page that leads elsewhere names where it leads; what stands in frames names another page.
    """
    for path, soup in soups.items():
        html = soup.find("html")
        assert html is not None
        canonical = soup.find("link", rel="canonical")
        moved = soup.find("meta", attrs={"http-equiv": "refresh"})
        named = str(moved["content"]).removeprefix("0; url=/") if moved else path
        shown = "" if named == "index.html" else re.sub(r"(?<=/)index\.html$", "", named)

        assert len(soup.find_all("h1")) == 1, path
        assert html["lang"] in {"en", "es", "uk", "ar"}
        assert soup.title is not None
        assert soup.title.get_text().strip()
        if path != "404.html" and not path.startswith("embed/"):
            assert canonical is not None
            assert canonical["href"] == f"https://example.org/{shown}"


def test_headings_leave_no_level_out(soups: dict[str, BeautifulSoup]) -> None:
    """No heading stands more than one level below the one before it."""
    for path, soup in soups.items():
        main = soup.find("main")
        assert main is not None
        levels = [
            int(h.get("aria-level") or h.name[1:])
            for h in main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        ]

        assert all(b <= a + 1 for a, b in pairwise(levels)), (path, levels)


def test_a_page_asks_nobody_else_for_anything(soups: dict[str, BeautifulSoup]) -> None:
    """Scripts, styles, pictures and frames come from the site itself or are not there."""
    for path, soup in soups.items():
        for element in soup.find_all(
            ["img", "iframe", "video", "audio", "object", "embed", "source"]
        ):
            pytest.fail(f"{path}: {element}")
        scripts = [s for s in soup.find_all("script") if s.get("type") != "application/ld+json"]
        sheets = [str(link["href"]) for link in soup.find_all("link", rel="stylesheet")]

        assert all(str(script["src"]).startswith("/theme/js/") for script in scripts), path
        assert "".join(script.get_text() for script in scripts) == ""
        assert all(href.startswith("/theme/") for href in sheets)
        assert soup.find_all("style") == []
        assert soup.find_all(style=True) == []


def test_links_that_leave_the_site_do_not_vouch_for_it(soups: dict[str, BeautifulSoup]) -> None:
    """A link to the original of a work or from a document is nofollow."""
    for soup in soups.values():
        for link in soup.select("main a[href^=http]"):
            if "archived copy" not in link.get_text():
                assert "nofollow" in (link.get("rel") or []), link


def test_the_rating_pages_list_every_ruling_once(
    soups: dict[str, BeautifulSoup], contents: Contents
) -> None:
    """Each published ruling stands on its rating's page, on no other's, and in one language."""
    assert contents.scales is not None
    listed = Counter(
        (rating.key, link["href"])
        for rating in contents.scales.default.ratings
        for link in soups[f"ratings/{rating.key}/index.html"].select(".card__title a")
    )
    expected = Counter(
        (ruled.rating.key, f"/checks/{check.slug}/{ruled.claim.id}.html")
        for check in contents.checks
        if check.verdict.status is Status.PUBLISHED and check.origin is None
        for ruled in check.claims
    )

    assert expected == listed


def test_the_feed_holds_every_published_check(site: Path, contents: Contents) -> None:
    """The feed has the whole address of each published fact-check, in one language."""
    feed = etree.fromstring((site / "feeds" / "all.atom.xml").read_bytes())
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    expected = {
        f"https://example.org/checks/{check.slug}/"
        for check in contents.checks
        if check.verdict.status is Status.PUBLISHED and check.origin is None
    }

    assert expected == set(ids)
    assert len(ids) == len(set(ids))


def test_the_sitemap_names_every_page(soups: dict[str, BeautifulSoup], site: Path) -> None:
    """The sitemap holds the canonical address of every page but the one for what is not found."""
    named = set(sitemap_of(site))
    canonical = {
        str(soup.select_one("link[rel=canonical]")["href"])  # type: ignore[index]
        for path, soup in soups.items()
        if path != "404.html"
    }

    assert canonical == named
