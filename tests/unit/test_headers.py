from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factcheck.publishing.headers import headers
from specimens import SITE

from judge.hosting import rules, told

PATHS = (
    "index.html",
    "404.html",
    "robots.txt",
    "page-2.html",
    "sitemap-2026-01.xml",
    ".mark",
    "checks/a/index.html",
    "checks/a/b.html",
    "embed/a/index.html",
    "embedded/index.html",
    "a name*/page.html",
    "über:uns.html",
)

POLICY = "Content-Security-Policy"


def sent(folder: Path, path: str, **settings: object) -> dict[str, str]:
    """Return what a host sends with a path, by the file that is written for all paths."""
    written = headers(replace(SITE, **settings), PATHS)  # type: ignore[arg-type]
    (folder / "_headers").write_bytes(written)
    return told(path, tuple(rules(folder)))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/404",
        "/404.html",
        "/robots.txt",
        "/page-2.html",
        "/page-2",
        "/page-3",
        "/sitemap-2026-01.xml",
        "/checks/a/",
        "/checks/a/b.html",
        "/checks/a/b",
        "/embedded/",
        "/a%20name%2A/page.html",
        "/%C3%BCber%3Auns",
    ],
)
def test_what_is_no_embed_may_be_framed_by_nobody(tmp_path: Path, path: str) -> None:
    """Whatever address a host gives a page, one policy comes with it, and it forbids frames."""
    found = sent(tmp_path, path)

    assert found["X-Frame-Options"] == "DENY"
    assert found[POLICY].endswith("frame-ancestors 'none'")
    assert found[POLICY].count("frame-ancestors") == 1
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Access-Control-Allow-Origin"] == "*"


def test_an_embed_may_be_framed_and_runs_nothing(tmp_path: Path) -> None:
    """With an embed one policy comes: it allows frames anywhere, and no script."""
    found = sent(tmp_path, "/embed/a/")

    assert "X-Frame-Options" not in found
    assert found[POLICY].endswith("frame-ancestors *")
    assert found[POLICY].count("frame-ancestors") == 1
    assert "script-src" not in found[POLICY]
    assert found["X-Content-Type-Options"] == "nosniff"


def test_below_a_path_the_rules_are_of_that_path(tmp_path: Path) -> None:
    """Where the site lives below a path, so do the rules, and they touch nothing beside it."""
    url = "https://user.github.io/digest"

    assert "frame-ancestors *" in sent(tmp_path, "/digest/embed/a/", url=url)[POLICY]
    assert "frame-ancestors 'none'" in sent(tmp_path, "/digest/", url=url)[POLICY]
    assert "frame-ancestors 'none'" in sent(tmp_path, "/digest/checks/a/", url=url)[POLICY]
    assert sent(tmp_path, "/checks/a/", url=url) == {}


def test_without_embeds_one_rule_is_for_all(tmp_path: Path) -> None:
    """A site without embeds forbids frames at any address, also where nothing stands."""
    found = sent(tmp_path, "/nothing/here", embeds=False)

    assert found["X-Frame-Options"] == "DENY"
    assert found[POLICY].endswith("frame-ancestors 'none'")
    rules = [line for line in (tmp_path / "_headers").read_text().splitlines() if line[:1] == "/"]
    assert rules == ["/*", "/*.md"]


def test_the_rules_are_as_many_as_parts_of_the_site() -> None:
    """However many fact-checks there are, the file does not grow: hosts read 100 rules."""
    many = [f"checks/c{number}/index.html" for number in range(1000)]
    parts = [f"page-{n}.html" for n in range(3, 200)] + [
        f"sitemap-20{n}-02.xml" for n in range(99)
    ]

    assert headers(SITE, (*PATHS, *many, *parts)) == headers(SITE, PATHS)
