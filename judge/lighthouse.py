"""
What Lighthouse says of a page of every kind, on a small screen and on a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.robotparser import RobotFileParser

from chromium import OPTIONS
from lxml import etree, html

from judge.asking import ask
from judge.findings import Finding, Judgement
from judge.kinds import pages_of_kinds
from judge.sites import Site
from judge.tools import Tools

#: What must be 100; how fast a page is depends on the machine, and is told.
CATEGORIES: Final = ("accessibility", "best-practices", "seo")
PERFORMANCE: Final = "performance"

#: Lighthouse's own settings for screens. Its first one is what it does unasked.
SCREENS: Final = {"small": [], "large": ["--preset=desktop"]}

#: Lighthouse asks for robots.txt as a script of the page would. The site's policy lets no script
#: ask for anything, so this audit fails wherever a policy is that strict
#: (GoogleChrome/lighthouse#4386). ``_robots_findings`` judges the file instead.
ROBOTS: Final = "robots-txt"

#: Fails on a page that asks search engines to pass it over; which the page of errors should.
CRAWLABLE: Final = "is-crawlable"

#: How often a page is looked at whose looking at went wrong, as now and then it does.
TRIES: Final = 3

#: A warning that concerns performance alone.
SLOW: Final = "slower CPU than"

ROBOTS_META: Final = "//meta[@name='robots'][contains(@content, 'noindex')]"
SITEMAP_ADDRESSES: Final = "//*[local-name()='loc']/text()"


def lighthouse(site: Site, address: str, tools: Tools) -> Judgement:
    """
    Ask Lighthouse about the largest page of every kind.

    Args:
        site: The built site.

        address: Where it is served.

        tools: Where Lighthouse is, and its browser.

    Raises:
        Hindered: If it ends without a judgement.
    """
    findings, speeds = list(_robots_findings(site)), []
    pages = list(pages_of_kinds(site))
    for kind, path in pages:
        told = {screen: _told(site, address, path, screen, tools) for screen in SCREENS}
        findings += [
            Finding(f"{path} ({screen} screen)", sentence)
            for screen, report in told.items()
            for sentence in _faults(report)
        ]
        scores = ", ".join(f"{_score(told[screen], PERFORMANCE)} {screen}" for screen in SCREENS)
        speeds.append(f"{kind.name}: performance {scores} ({path})")
    judged = f"{len(pages)} pages on {len(SCREENS)} screens"
    return Judgement("Lighthouse", judged, tuple(findings), tuple(speeds))


def _told(site: Site, address: str, path: str, screen: str, tools: Tools) -> dict[str, Any]:
    skipped = [ROBOTS]
    page = html.document_fromstring((site.folder / path).read_bytes())
    if path == "404.html" and page.xpath(ROBOTS_META):
        skipped.append(CRAWLABLE)
    command = [
        *tools.lighthouse,
        address + path.removesuffix("index.html"),
        *SCREENS[screen],
        "--quiet",
        "--output=json",
        f"--only-categories={','.join((*CATEGORIES, PERFORMANCE))}",
        f"--skip-audits={','.join(skipped)}",
        f"--chrome-flags=--headless=new {' '.join(OPTIONS)}",
    ]
    for _ in range(TRIES):
        report: dict[str, Any] = ask(command, {"CHROME_PATH": tools.chromium})
        if "runtimeError" not in report:
            break
    return report


def _faults(report: dict[str, Any]) -> Iterator[str]:
    """Say what keeps a page from 100."""
    yield from (told for told in report.get("runWarnings", ()) if SLOW not in told)
    if error := report.get("runtimeError"):
        yield error["message"]
        return
    for category in CATEGORIES:
        if _score(report, category) == "100":
            continue
        yield f"{category} is {_score(report, category)}"
        for ref in report["categories"][category]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] not in {1, None}:
                yield f"{audit['title']} ({ref['id']}){_places(audit)}"


def _places(audit: dict[str, Any]) -> str:
    """Name the elements that an audit is about, or tell why it failed."""
    items = audit.get("details", {}).get("items", [])
    places = [item["node"]["selector"] for item in items if "node" in item]
    told = places or [audit.get("explanation", "")]
    return "".join(f"; {one}" for one in told if one)


def _score(report: dict[str, Any], category: str) -> str:
    score = report["categories"][category]["score"]
    return "unknown" if score is None else f"{score * 100:.0f}"


def _robots_findings(site: Site) -> Iterator[Finding]:
    """Whether crawlers may fetch every page of the sitemap, as robots.txt says (RFC 9309)."""
    robots = RobotFileParser()
    robots.parse((site.folder / "robots.txt").read_text(encoding="utf-8").splitlines())
    if robots.site_maps() != [f"{site.url}/sitemap.xml"]:
        yield Finding("robots.txt", "does not name the sitemap")
    # The index names the parts, the parts name the pages.
    for sitemap in sorted(site.folder.glob("sitemap*.xml")):
        for address in etree.parse(sitemap).xpath(SITEMAP_ADDRESSES):
            if not robots.can_fetch("*", address):
                yield Finding("robots.txt", f"keeps crawlers from {address}")
