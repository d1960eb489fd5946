"""
Share cards on the site: made once, named in the pages' heads, and told of where one is bare.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from factcheck.adapters.drawing.card import Artist
from factcheck.adapters.drawing.seal import sealed
from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Project
from factcheck.publishing.cards import CardMaker
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.palette import Palette
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.sharing import locale
from factcheck.usecases.build import Desk
from factcheck.usecases.cards import TOKENS, CannotDraw, Cards, card_fonts
from factcheck.usecases.live import Live
from factcheck.usecases.read import Contents
from PIL import Image
from sandbox import ROOT, Sandbox, verdict
from specimens import project as project_in

META = re.compile(r'<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
DOCUMENT = "Of all numbers, the first is one.\n"

#: What every page tells, whatever it is of.
ALWAYS = {"og:type", "og:site_name", "og:title", "og:url", "og:locale", "twitter:card"}
#: What is told with a picture.
PICTURE = {f"og:image{part}" for part in ("", ":type", ":width", ":height", ":alt")}


def told(page: Path) -> dict[str, str]:
    """Return what a page tells those who share it; each thing is told once."""
    found = META.findall(page.read_text(encoding="utf-8"))
    counts = Counter(name for name, _ in found)
    assert {name for name, count in counts.items() if count > 1} <= {"og:locale:alternate"}, page
    return {name: unescape(value) for name, value in found}


def size(png: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(png)) as image:
        return image.size


def pages(site: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """Give every page that stands for itself."""
    for page in sorted(site.rglob("*.html")):
        if "noindex" not in page.read_text(encoding="utf-8"):
            yield page, told(page)


def test_every_page_says_what_it_is(site: Path) -> None:
    """Each page tells kind, name, title, address and language once, as its canonical link does."""
    for page, tags in pages(site):
        canonical = CANONICAL.search(page.read_text(encoding="utf-8"))

        assert tags.keys() >= ALWAYS, page
        assert canonical
        assert tags["og:url"] == unescape(canonical[1])
        assert all(tags.values()), page
        assert re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", tags["og:locale"]), page


def test_fact_checks_and_claims_are_articles_with_a_picture(site: Path) -> None:
    """Each page of a fact-check names a picture that is there, of the size that it tells."""
    shared = [(page, tags) for page, tags in pages(site) if tags["og:type"] == "article"]

    assert shared
    for page, tags in shared:
        path = tags["og:image"].removeprefix("https://example.org/")
        told = (int(tags["og:image:width"]), int(tags["og:image:height"]))

        assert tags.keys() >= {*PICTURE, "article:published_time", "twitter:image:alt"}, page
        assert size((site / path).read_bytes()) == told == (1200, 630)
        assert tags["twitter:card"] == "summary_large_image"
        assert tags["og:image:alt"]


def test_all_other_pages_have_no_picture(site: Path) -> None:
    """A list, or a page that the desk wrote, is shared without a picture, as a website's."""
    others = [tags for _, tags in pages(site) if tags["og:type"] == "website"]

    assert others
    assert not any(tags.keys() & PICTURE for tags in others)
    assert {tags["twitter:card"] for tags in others} == {"summary"}


def test_every_picture_is_shared_by_a_page(site: Path) -> None:
    """No card is made that no page names; a minor claim's page names its fact-check's."""
    named = [tags["og:image"] for _, tags in pages(site) if "og:image" in tags]
    cards = {
        f"https://example.org/{one.relative_to(site)}" for one in site.rglob("checks/**/*.png")
    }

    assert {*named} == cards
    assert len(named) > len(cards)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("uk", "uk_UA"),
        ("zh-Hant", "zh_TW"),
        ("sr-Latn", "sr_RS"),
        ("tlh", ""),
        ("en-x-desk", ""),
    ],
)
def test_languages_as_open_graph_has_them(language: str, expected: str) -> None:
    """A language is told with the territory of its tag, else with that where most speak it."""
    assert locale(language) == expected


def test_without_cards_nothing_is_drawn_or_named(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A site that wants no cards has no picture, and pages that are shared without one."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one"))
    settings = sandbox.root / "pelican.conf.py"
    settings.write_text(settings.read_text().replace("_CARDS = True", "_CARDS = False"))

    output = build()

    assert not list(output.rglob("*.png"))
    tags = told(output / "checks" / "specimen" / "index.html")
    assert tags["og:type"] == "article"
    assert tags["twitter:card"] == "summary"
    assert not tags.keys() & PICTURE


def test_a_bare_card_is_told(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """A card without its words is told of with the letters that lack, in each build anew."""
    chinese = verdict("the first is one", title="这座桥")
    sandbox.seed("a.txt", DOCUMENT, chinese)
    build()
    again = sandbox.pelican()

    assert "no font has 这 (U+8FD9), 座 (U+5EA7), 桥 (U+6865): share card" in again.stdout
    assert "checks/specimen/index.png; docs/cards.md tells" in again.stdout
    assert "Nothing has changed" in again.stdout


@pytest.mark.parametrize(
    ("fonts", "said"),
    [
        ('["no/such.ttf"]', "FACTCHECK_CARD_FONTS: expected a list of font files"),
        ('"NotoSans.ttf"', "FACTCHECK_CARD_FONTS: expected a list of font files"),
        ('["pelican.conf.py"]', "pelican.conf.py is no font that can be drawn"),
    ],
)
def test_a_font_that_is_none_stops_the_build(sandbox: Sandbox, fonts: str, said: str) -> None:
    """A font that is not there, or is none, is told in a sentence, and nothing is published."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one"))
    settings = sandbox.root / "pelican.conf.py"
    settings.write_text(settings.read_text().replace("CARD_FONTS = []", f"CARD_FONTS = {fonts}"))

    done = sandbox.pelican()

    assert done.returncode == 1
    assert said in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not sandbox.output.exists()


@pytest.mark.parametrize("library", ["uharfbuzz", "PIL"])
def test_a_library_that_is_missing_is_told(sandbox: Sandbox, library: str) -> None:
    """Without what draws, the build says what to do; without cards it does not need it."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one"))
    gone = sandbox.root / "gone"
    gone.mkdir()
    (gone / f"{library}.py").write_text(f"raise ImportError('no {library}')\n")

    done = sandbox.pelican(PYTHONPATH=str(gone))
    settings = sandbox.root / "pelican.conf.py"
    settings.write_text(settings.read_text().replace("_CARDS = True", "_CARDS = False"))
    without = sandbox.pelican(PYTHONPATH=str(gone))

    assert done.returncode == 1
    assert f"a library that is not installed (no {library})" in done.stdout
    assert "FACTCHECK_CARDS = False" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert without.returncode == 0


def test_a_theme_without_fonts_is_told(sandbox: Sandbox) -> None:
    """A theme that brings no fonts cannot draw cards, and says so."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one"))
    shutil.rmtree(sandbox.root / "theme" / "fonts")

    done = sandbox.pelican()

    assert done.returncode == 1
    assert "share cards need a font" in done.stdout


@pytest.fixture
def published(tmp_path: Path, contents: Contents) -> tuple[Project, FactCheck]:
    """A project whose output holds the cards of one fact-check."""
    project = replace(project_in(ROOT), output=tmp_path)
    check = contents.checks[0]
    for file, _ in cards_of(project).files(check):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.data)
    return project, check


def maker_of(project: Project) -> PageMaker:
    return PageMaker(project.site, (), "default@1", Templates(project.theme).languages)


def cards_of(project: Project) -> Cards:
    return Cards(project, maker_of(project), Templates(project.theme))


def test_what_shows_the_same_is_not_drawn_again(published: tuple[Project, FactCheck]) -> None:
    """A published card with the right seal is taken over as it is, whatever it shows."""
    project, check = published
    css = (project.theme / TOKENS).read_text(encoding="utf-8")
    make = CardMaker(maker_of(project), Templates(project.theme), Palette(css))
    key = Artist(card_fonts(project)).key
    another = BytesIO()
    Image.new("P", (1200, 630)).save(another, "PNG")
    for path, view in make(check):
        planted = sealed(another.getvalue(), repr((key, view)))
        (project.output / path).write_bytes(planted)

        assert [file.data for file, _ in cards_of(project).files(check, path)] == [planted]


def test_a_card_that_was_changed_is_drawn_again(published: tuple[Project, FactCheck]) -> None:
    """A published card that somebody has changed, or that shows something else, is not kept."""
    project, check = published
    files = [file for file, _ in cards_of(project).files(check)]
    for file, other in zip(files, files[1:] + files[:1], strict=True):
        for bytes_ in (file.data[:-1], file.data[:300] + b"x" + file.data[301:], other.data, b""):
            (project.output / file.path).write_bytes(bytes_)

            assert [one.data for one, _ in cards_of(project).files(check, file.path)] == [
                file.data
            ]


def test_the_preview_shows_cards_of_what_is_written(sandbox: Sandbox) -> None:
    """The preview answers a card's address with the card, drafts too, and no other with one."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one", status="draft"))
    project = project_in(sandbox.root, sandbox.root / "content" / "ratings.yaml")
    live = Live(project, lambda: Desk((), ()), 1)

    card, claim, none = (
        live.answer(f"checks/specimen/{name}.png") for name in ("index", "first", "none")
    )

    assert size(card.body) == size(claim.body) == (1200, 630)
    assert card.type == "image/png"
    assert none.status == 404


def test_the_preview_says_why_it_has_no_card(sandbox: Sandbox) -> None:
    """Where cards cannot be drawn, the preview's answer says why."""
    sandbox.seed("a.txt", DOCUMENT, verdict("the first is one"))
    shutil.rmtree(sandbox.root / "theme" / "fonts")
    project = project_in(sandbox.root, sandbox.root / "content" / "ratings.yaml")
    live = Live(project, lambda: Desk((), ()), 1)

    answer = live.answer("checks/specimen/index.png")

    assert answer.status == 500
    assert b"share cards need a font" in answer.body
    with pytest.raises(CannotDraw):
        next(cards_of(project).files(live._seeds.factcheck("seeds/a.verdict.yaml")))  # type: ignore[arg-type]
