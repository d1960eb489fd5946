"""
llms.txt: in the form that its readers expect, and every link of it leads somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factcheck.digest.collection import Digest, collect
from factcheck.digest.entries import entry_of
from factcheck.publishing.languages import FOLDER, Languages
from factcheck.publishing.llms import NEWEST, llms_files
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.views.site import DeskPage
from factcheck.reading.pairs import Pair, read_pair
from factcheck.usecases.build import Desk
from factcheck.usecases.live import Live
from factcheck.usecases.read import Contents
from sandbox import Sandbox
from specimens import DOCUMENT, ROOT, SIDECAR, SITE, project, scales
from twin_reader import READERS, flat

#: An entry of a section: a link, and perhaps a colon and notes (https://llmstxt.org).
ENTRY = re.compile(r"- \[(?P<title>(?:\\.|[^\]\\])+)\]\((?P<url>[^)]+)\)(?:: (?P<notes>.+))?\Z")

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def parsed(text: str) -> tuple[str, str, dict[str, list[re.Match[str]]]]:
    """Return title, summary and sections, as the format has them in this order."""
    head, *sections = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    found = re.match(r"# (?P<title>.+)\n\n> (?P<summary>.+)\n", head)
    assert found
    assert not re.search(r"^#", head[found.end() :], re.MULTILINE)
    told: dict[str, list[re.Match[str]]] = {}
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        entries = [ENTRY.match(line) for line in body.strip().split("\n")]
        assert all(entries), body
        told[title] = [entry for entry in entries if entry]
    return found["title"], found["summary"], told


def there(output: Path, address: str, url: str = "https://example.org") -> Path:
    path = address.removeprefix(f"{url}/")
    assert path != address
    return output / (f"{path}index.html" if path.endswith("/") or not path else path)


def test_the_shipped_sites_file_has_the_form(site: Path) -> None:
    """A title, a summary, sections of links: each leads to a file of the site."""
    for name in ("llms.txt", "es/llms.txt", "uk/llms.txt", "ar/llms.txt"):
        title, summary, sections = parsed((site / name).read_text(encoding="utf-8"))

        assert title == "The Example Desk"
        assert summary
        assert len(sections) == 5
        for entries in sections.values():
            for entry in entries:
                assert there(site, entry["url"]).is_file(), entry["url"]


def test_it_says_what_a_model_needs(site: Path, contents: Contents) -> None:
    """The newest fact-checks' twins, each rating with its definition, the desk's pages, files."""
    _, _, sections = parsed((site / "llms.txt").read_text(encoding="utf-8"))
    newest, ratings, desk, files, optional = sections.values()
    digest = collect(map(entry_of, contents.checks), NOW, language="en")

    assert [one["url"] for one in newest] == [
        f"https://example.org/checks/{check.slug}/index.md" for check in digest.checks
    ]
    assert [one["title"] for one in ratings] == [
        rating.label_in("en") for rating in scales().default.ratings
    ]
    assert all(one["notes"] for one in ratings)
    assert [one["notes"].startswith("Sample, ") for one in newest] == [
        check.is_sample for check in digest.checks
    ]
    assert "https://example.org/methodology/" in {one["url"] for one in desk}
    assert [one["url"] for one in files] == [
        *("https://example.org/feeds/all.atom.xml", "https://example.org/data/"),
        "https://example.org/sitemap.xml",
    ]
    assert "https://example.org/es/llms.txt" in {one["url"] for one in optional}


def test_an_edition_tells_in_its_own_words(site: Path) -> None:
    """In another language's file stand its fact-checks, its lists and its names of ratings."""
    _, summary, sections = parsed((site / "uk" / "llms.txt").read_text(encoding="utf-8"))
    newest, ratings, *_ = sections.values()

    assert summary == "Твердження, звірені з джерелами слово за словом"
    assert {one["url"] for one in newest} == {
        "https://example.org/checks/povidomlennia-uk/index.md"
    }
    assert all(one["url"].startswith("https://example.org/uk/ratings/") for one in ratings)
    assert ratings[0]["title"] == scales().default.ratings[0].label_in("uk") != "True"


def of_many(count: int, title: str = "A specimen", **changes: object) -> str:
    """Return the file of a digest of so many fact-checks."""
    pair = Pair("a.txt", DOCUMENT.encode(), "a.verdict.yaml", SIDECAR.encode())
    check = read_pair(pair, scales()).factcheck
    assert check
    entry = entry_of(check)._replace(title=title, summary=title)
    digest = Digest(tuple(entry._replace(slug=f"a-{at}") for at in range(count)), ())
    site = replace(SITE, **changes)  # type: ignore[arg-type]
    pages = (DeskPage(title, "about/index.html", "", title),)
    maker = PageMaker(site, pages, scales().default.id, Languages(ROOT / "theme" / FOLDER))
    (file,) = llms_files(digest, scales(), pages, maker)
    return file.data.decode()


def test_it_does_not_grow_with_the_digest() -> None:
    """It names the newest fact-checks, however many there are."""
    assert of_many(2).count("/index.md)") == 2
    assert of_many(NEWEST) == of_many(NEWEST + 1)
    assert len(of_many(NEWEST, "word " * 2_000)) < 60_000


@pytest.mark.parametrize(
    "title",
    [
        "](https://evil.example) [a",
        "\n## A section\n- [a](https://evil.example): b",
        "<script>alert(1)</script>",
        "![a](https://evil.example/a.png)",
        "> a\n```\nb",
        "[a]: https://evil.example",
    ],
)
def test_hostile_titles_stay_titles(title: str) -> None:
    """No title makes a link, a section or markup, whether a desk's page has it or a document."""
    text = of_many(1, title, name=title)
    tokens = list(flat(READERS["commonmark"].parse(text)))
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]

    assert all(link.startswith("https://example.org/") for link in links)
    assert links == [
        str(token.attrs["href"])
        for token in flat(READERS["commonmark"].parse(of_many(1)))
        if token.type == "link_open"
    ]
    assert not {token.type for token in tokens} & {"html_block", "html_inline", "image", "fence"}


def test_what_is_switched_off_is_not_named() -> None:
    """Without twins, data or search the file leads to none."""
    text = of_many(1, markdown=False, data=False, search=False)

    assert "https://example.org/checks/a-0/)" in text
    for name in (".md", "/data/", "/search/"):
        assert name not in text


def test_below_a_path_every_address_is_whole(build: Callable[..., Path], sandbox: Sandbox) -> None:
    """Below a path the links lead there."""
    url = "https://user.github.io/digest"
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    output = build(SITEURL=url)
    _, _, sections = parsed((output / "llms.txt").read_text(encoding="utf-8"))

    for entries in sections.values():
        for entry in entries:
            assert there(output, entry["url"], url).is_file()


def test_the_preview_has_twins_and_llms_txt(sandbox: Sandbox) -> None:
    """What machines read is shown as it will be published, before it is."""
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    live = Live(project(sandbox.root), lambda: Desk((), ()), 1)
    twin, told = live.answer("checks/specimen/arches.md"), live.answer("llms.txt")

    assert (twin.type, told.type) == ("text/markdown; charset=utf-8", "text/plain; charset=utf-8")
    assert "# The bridge has four arches." in twin.body.decode()
    assert "https://example.org/checks/specimen/index.md" in told.body.decode()
