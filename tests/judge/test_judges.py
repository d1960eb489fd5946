from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from judge.__main__ import table
from judge.asking import ask
from judge.findings import Finding, Hindered, Judgement
from judge.hosting import hosted
from judge.kinds import KINDS, pages_of_kinds
from judge.lighthouse import _faults, _robots_findings
from judge.markup import _nu_findings
from judge.sites import ROOT as ADDRESS
from judge.sites import Site

INLINE = "Inline script violates Content Security Policy (meta tag): blocked by “script-src”"


def message(told: str, extract: str) -> dict[str, Any]:
    return {"url": "http://127.0.0.1:1/a.html", "lastLine": 7, "message": told, "extract": extract}


def test_a_host_sends_what_the_site_asks_it_to(site: Path) -> None:
    """Every page comes with the headers of ``_headers``, so that browsers are as strict."""
    with hosted(site) as address, urlopen(f"{address}about/") as answer:  # noqa: S310 - our own
        told = dict(answer.headers)

    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]
    assert told["X-Content-Type-Options"] == "nosniff"
    assert (site / "about" / "index.html").stat().st_size == int(told["Content-Length"])


def test_each_kind_of_page_is_found_once(site: Path) -> None:
    """The shipped site has a page of every kind, and no page stands for two."""
    found = {kind.name: path for kind, path in pages_of_kinds(Site(site, ADDRESS))}

    assert set(found) == {kind.name for kind in KINDS}
    assert len(set(found.values())) == len(found)
    assert found["withdrawn"] == "checks/standby-poster/index.html"
    assert found["fact-check, from right to left"] == "checks/risala-ar/index.html"


def test_the_nu_checker_is_believed_but_for_what_it_gets_wrong() -> None:
    """A data block is no script; a script in the page is one, and is told with page and line."""
    data = message(INLINE, '<script type="application/ld+json">{"@con')
    script = message(INLINE, "<script>alert(1)</script>")

    told = [finding.page for finding in _nu_findings([data, script], ("http://127.0.0.1:1/",))]
    assert told == ["a.html:7"]


def report(weight: int, score: float | None) -> dict[str, Any]:
    item = {"node": {"selector": "main > p"}}
    whole = {"score": 1, "auditRefs": []}
    return {
        "categories": {
            "accessibility": {"score": score, "auditRefs": [{"id": "name", "weight": weight}]},
            "best-practices": whole,
            "seo": whole,
        },
        "audits": {"name": {"title": "It has no name", "score": 0, "details": {"items": [item]}}},
    }


def test_lighthouse_is_content_with_100_alone() -> None:
    """Less than 100 in a category is told with the audit and the element that cost it."""
    faults = ["accessibility is 98", "It has no name (name); main > p"]

    assert list(_faults(report(7, 0.98))) == faults
    assert list(_faults(report(0, 1))) == []


def test_a_page_that_lighthouse_could_not_judge_is_an_error() -> None:
    """No judgement is no good one."""
    warnings = ["The page was redirected.", "The device has a slower CPU than Lighthouse expects."]
    failed = {"runWarnings": warnings, "runtimeError": {"message": "Nothing was drawn."}}

    assert list(_faults(failed)) == ["The page was redirected.", "Nothing was drawn."]
    assert next(_faults(report(7, None))) == "accessibility is unknown"


def test_robots_txt_lets_crawlers_fetch_what_the_sitemap_names(tmp_path: Path) -> None:
    """Who keeps crawlers from a page of the sitemap, or does not name the sitemap, is told so."""
    sitemap = f"<urlset><url><loc>{ADDRESS}/about/</loc></url></urlset>"
    part = f"<sitemapindex><sitemap><loc>{ADDRESS}/sitemap-a.xml</loc></sitemap></sitemapindex>"
    (tmp_path / "sitemap.xml").write_text(part, encoding="utf-8")
    (tmp_path / "sitemap-a.xml").write_text(sitemap, encoding="utf-8")
    robots = tmp_path / "robots.txt"
    robots.write_text("User-agent: *\nDisallow: /about/\n", encoding="utf-8")
    told = [finding.sentence for finding in _robots_findings(Site(tmp_path, ADDRESS))]
    robots.write_text(f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}/sitemap.xml\n", "utf-8")

    assert told == ["does not name the sitemap", f"keeps crawlers from {ADDRESS}/about/"]
    assert list(_robots_findings(Site(tmp_path, ADDRESS))) == []


def test_a_judge_that_breaks_down_is_not_taken_for_content() -> None:
    """What is no judgement is told with what the program said."""
    with pytest.raises(Hindered, match="out of memory"):
        ask(["sh", "-c", "echo out of memory >&2; exit 137"])


def test_the_table_counts_every_judges_errors() -> None:
    """Each judge has a line: how much it looked at, and how many errors it found."""
    none = Judgement("links", "12 links in 2 builds", ())
    one = Judgement("html-validate", "3 pages", (Finding("a.html:1", "Something."),))

    assert table([none, one]).splitlines() == [
        "judge          judged                errors",
        "links          12 links in 2 builds       0",
        "html-validate  3 pages                    1",
    ]
