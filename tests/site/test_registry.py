"""
What the registry of names makes of the site, built for real.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from factcheck.model.names import name_slug
from factcheck.usecases.build import Desk
from factcheck.usecases.live import Live
from sandbox import Sandbox, copy_project, verdict
from sitemaps import sitemap_of
from specimens import project

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
#: What the editors of three languages typed: topic, outlet, claimant, and the claimant's own page.
TYPED = {
    "en": ("Health", "The Gazette", "Health Ministry", "https://ministry.example/en"),
    "es": ("Salud", "The Gazette", "Ministerio de Sanidad", "https://ministry.example/about"),
    "uk": ("Здоров'я", "Вісник", "Мінздоров", "https://ministry.example/uk"),
}
REGISTRY = """\
claimants:
  - id: ministry-of-health
    type: organization
    label: {en: Ministry of Health, es: Ministerio de Sanidad}
    also: [Health Ministry, Мінздоров]
    same_as: https://ministry.example/about
outlets:
  - id: gazette
    label: {en: The Gazette, es: La Gaceta, uk: Вісник}
topics:
  - id: health
    label: {es: Salud, en: Health and medicine, uk: Здоров'я}
    also: health
"""


def seed(sandbox: Sandbox, language: str, slug: str = "") -> None:
    """Write a fact-check with a language's names."""
    topic, outlet, claimant, about = TYPED[language]
    sidecar = verdict("second line", slug=slug or language, title=f"In {language}")
    # So that their words are no tie.
    sidecar = sidecar.replace("The specimen says so.", f"{topic} and {claimant}.")
    sidecar = sidecar.replace("language: en", f"language: {language}\ntopics: [{topic}]")
    sidecar = sidecar.replace("kind: message", f"kind: message\n  outlet: {outlet}")
    # Only the registry knows better.
    who = f"    claimant: {{name: {claimant}, type: person, same_as: '{about}'}}\n"
    sidecar = sidecar.replace("    rating:", f"{who}    rating:")
    sandbox.seed(f"{slug or language}.txt", DOCUMENT, sidecar)


def register(sandbox: Sandbox, text: str = REGISTRY) -> None:
    (sandbox.root / "content" / "registry.yaml").write_text(text, encoding="utf-8")


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def page(output: Path, path: str) -> BeautifulSoup:
    return soup(output / path / "index.html")


def leads_to(output: Path, path: str) -> str:
    """Where the page at an address sends its readers; nothing if it is an ordinary one."""
    found = soup(output / path).select_one("meta[http-equiv=refresh]")
    return str(found["content"]).partition("url=")[2] if found else ""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three fact-checks in three languages that speak of the same."""
    sandbox = copy_project(tmp_path_factory.mktemp("registry"))
    for language in TYPED:
        seed(sandbox, language)
    register(sandbox)
    done = sandbox.pelican()
    assert done.returncode == 0, done.stdout + done.stderr
    return sandbox.output


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("topics/health", "Health and medicine"),
        ("outlets/gazette", "The Gazette"),
        ("claimants/ministry-of-health", "Ministry of Health"),
        ("es/topics/health", "Salud"),
        ("uk/claimants/ministry-of-health", "Ministry of Health"),
    ],
)
def test_names_of_one_entry_share_one_page(output: Path, path: str, title: str) -> None:
    """Whatever it was called, all that belongs to an entry stands on its page, named in the site's
    language; and the list of all names has it once. Lists of a language have its own label."""
    found = page(output, path)
    names = page(output, path.rpartition("/")[0]).select(".names a")

    assert found.h1 is not None
    assert found.h1.get_text() == title
    assert len(found.select(".cards > li")) == (1 if path.startswith(("es", "uk")) else len(TYPED))
    assert [(name.get_text(), name["href"]) for name in names] == [(title, f"/{path}/")]


def test_a_fact_check_names_them_in_its_own_language(output: Path) -> None:
    """A page shows the label of its own language; a name that has none in it, as it was typed."""
    shown = {}
    for language in TYPED:
        check, claim = page(output, f"checks/{language}"), f"checks/{language}/first.html"
        topic = check.select_one('a[href*="/topics/"]')
        claimant = soup(output / claim).select_one('a[href*="/claimants/"]')
        kicker = check.select_one(".kicker span")
        assert topic
        assert claimant
        assert kicker
        links = (topic["href"], claimant["href"])
        shown[language] = (topic.get_text(), kicker.get_text(), claimant.get_text(), *links)

    places = ("topics/health/", "claimants/ministry-of-health/")
    told = {
        "/": ("Health and medicine", "The Gazette", "Ministry of Health"),
        "/es/": ("Salud", "La Gaceta", "Ministerio de Sanidad"),
        "/uk/": ("Здоров'я", "Вісник", "Мінздоров"),
    }
    assert list(shown.values()) == [
        (*names, *(at + place for place in places)) for at, names in told.items()
    ]


def test_machines_are_told_what_is_registered(output: Path) -> None:
    """A review's author has the registry's type, and its addresses beside the sidecar's."""
    for language, shown, about in (
        ("en", "Ministry of Health", ["https://ministry.example/en"]),
        ("es", "Ministerio de Sanidad", []),
        ("uk", "Мінздоров", ["https://ministry.example/uk"]),
    ):
        data = soup(output / f"checks/{language}/first.html").select_one(
            'script[type="application/ld+json"]'
        )
        assert data
        author = json.loads(data.get_text())["itemReviewed"]["author"]

        addresses = [*about, "https://ministry.example/about"]
        assert author == {
            "@type": "Organization",
            "name": shown,
            "sameAs": addresses if about else addresses[0],
        }


def test_a_name_s_page_leads_to_what_is_said_of_it_elsewhere(output: Path) -> None:
    """The page of a registered name links to its addresses; one without any does not."""
    links = [
        [(link["href"], link.get_text()) for link in page(output, path).select(".elsewhere a")]
        for path in ("claimants/ministry-of-health", "topics/health")
    ]

    assert links == [[("https://ministry.example/about", "ministry.example/about")], []]


def test_names_of_one_entry_make_fact_checks_related(output: Path) -> None:
    """What has the same claimant or topic under another name is shown as such."""
    related = page(output, "checks/en").select(".related__why")

    assert [why.get_text() for why in related] == ["The same claimant", "The same claimant"]


def test_no_address_dies_when_a_name_is_registered(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """What stood at a free name's address leads to the entry's page, numbered pages too; what does
    not belong to the entry stays where it was, byte for byte."""
    for number in range(100):
        seed(sandbox, "uk", slug=f"uk-{number}")
    seed(sandbox, "en")
    register(sandbox, "")
    output = build()
    own = name_slug("Здоров'я")
    before = {
        path.relative_to(output).as_posix()
        for index in ("topics", "claimants", "outlets", "uk/topics")
        for path in (output / index).rglob("*.html")
    }
    untouched = [path for path in before if path.startswith("outlets/")]
    was = {path: (output / path).read_bytes() for path in untouched}
    assert f"topics/{own}/page-1.html" in before

    register(sandbox, REGISTRY.replace("outlets:", "x_outlets:"))
    output = build()

    after = {path: leads_to(output, path) for path in before}
    assert {path: target for path, target in after.items() if target} == {
        f"topics/{own}/index.html": "/topics/health/",
        f"topics/{own}/page-1.html": "/topics/health/",
        f"uk/topics/{own}/index.html": "/uk/topics/health/",
        f"uk/topics/{own}/page-1.html": "/uk/topics/health/",
        f"claimants/{name_slug('Мінздоров')}/index.html": "/claimants/ministry-of-health/",
        f"claimants/{name_slug('Мінздоров')}/page-1.html": "/claimants/ministry-of-health/",
        "claimants/health-ministry/index.html": "/claimants/ministry-of-health/",
    }
    assert {path: (output / path).read_bytes() for path in untouched} == was
    assert not [page for page in sitemap_of(output) if own in page]


def test_a_broken_registry_leaves_the_site_as_it_was(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A build with a broken registry is refused, with its place, beside what else is wrong."""
    seed(sandbox, "en")
    register(sandbox)
    before = page(build(), "topics/health")
    register(sandbox, REGISTRY.replace("id: gazette", "id: The Gazette"))
    sandbox.seed("bad.txt", DOCUMENT, verdict("no such line", slug="bad"))

    done = sandbox.pelican()

    assert done.returncode != 0
    assert "content/registry.yaml:8:9: bad-slug" in done.stdout + done.stderr
    assert "bad.verdict.yaml" in done.stdout + done.stderr
    assert page(sandbox.output, "topics/health") == before


def test_the_preview_follows_the_registry(sandbox: Sandbox) -> None:
    """A saved registry shows at once; a broken one leaves the last good one, and is told."""
    for language in TYPED:
        seed(sandbox, language)
    path = sandbox.root / "content" / "registry.yaml"
    path.unlink()
    settings = project(sandbox.root, sandbox.root / "content" / "ratings.yaml")
    live = Live(settings, lambda: Desk((), ()), 1)
    own = name_slug("Здоров'я")
    assert live.answer("topics/health/").status == 200
    assert b"Health and medicine" not in live.answer("topics/health/").body

    register(sandbox)
    live.take_in({path})
    assert b"Health and medicine" in live.answer("topics/health/").body
    assert b"/topics/health/" in live.answer(f"topics/{own}/").body

    register(sandbox, "topics: broken\n")
    live.take_in({path})
    assert b"Health and medicine" in live.answer("topics/health/").body
    assert b"content/registry.yaml" in live.answer("preview/").body

    path.unlink()
    live.take_in({path})
    assert b"Health and medicine" not in live.answer("topics/health/").body
