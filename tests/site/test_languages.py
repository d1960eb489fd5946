"""
The site in other languages: its interface, its lists and feeds, the desk's pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import write_po
from bs4 import BeautifulSoup, NavigableString, Tag
from factcheck.publishing.feeds.forms import Form
from factcheck.publishing.languages import read_catalogue
from sandbox import ROOT, TODAY, Sandbox, copy_project, verdict

#: A language that the Unicode CLDR knows and that has no catalogue here.
NEW = "eo"
BEGIN, END = "⟦", "⟧"

#: Attributes that a reader sees or hears.
SHOWN = ("aria-label", "alt", "title", "placeholder")

#: Addresses, and months, which the CLDR names.
MONTHS = Locale(NEW).months["format"]["wide"].values()
NO_WORDS = re.compile(rf"\S+://\S+|{'|'.join(MONTHS)}", re.IGNORECASE)

#: Elements that hold names, dates, addresses and what is meant for machines.
#: Links to feeds are called by what the feed is of, and by its form.
FEEDS = {form.media_type for form in Form}

OF_OTHERS = {"bdi", "code", "pre", "time", "title", "script", "style"}


def set_up(sandbox: Sandbox, **settings: object) -> None:
    """Change settings of a project."""
    conf = sandbox.root / "pelican.conf.py"
    lines = [f"{name} = {value!r}" for name, value in settings.items()]
    conf.write_text(conf.read_text(encoding="utf-8") + "\n".join(["", *lines, ""]), "utf-8")


def pages(folder: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for path in sorted(folder.rglob("*.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        yield path.relative_to(folder).as_posix(), page


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """All specimens, English ones too, in an interface whose every text stands in brackets."""
    sandbox = copy_project(tmp_path_factory.mktemp("marked"), with_seeds=True)
    begun = sandbox.factcheck("translations", NEW)
    assert begun.returncode == 0, begun.stderr
    mark_all(sandbox.root / "theme" / "translations" / f"{NEW}.po")
    for catalogue in sandbox.root.glob("theme/translations/*.po"):
        if catalogue.stem != NEW:
            catalogue.unlink()
    for sidecar in sandbox.root.glob("seeds/**/*.verdict.yaml"):
        text = sidecar.read_text(encoding="utf-8")
        # A translation is in another language than its original, and says so in its name.
        tag = "tlh-Latn" if re.search("(?m)^translation_of:", text) else "tlh"
        sidecar.write_text(re.sub(r"(?m)^language: .*$", f"language: {tag}", text), "utf-8")
        if tag != "tlh":
            sidecar.rename(sidecar.with_name(sidecar.name.replace(".es.", f".{tag}.")))
    for page in sandbox.root.glob("content/*.md"):
        page.write_text(f"Lang: tlh\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    set_up(
        sandbox,
        SITENAME="1",
        FACTCHECK_TAGLINE="2",
        DEFAULT_LANG=NEW,
        FACTCHECK_LANGUAGES=[],
        PAGE_LANG_URL="{slug}/",
        PAGE_LANG_SAVE_AS="{slug}/index.html",
    )
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    return sandbox


def mark_all(file: Path) -> None:
    catalogue = read_catalogue(file)
    for message in catalogue:
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            told = tuple(f"{BEGIN}{form}{END}" for form in forms)
            message.string = told if isinstance(message.id, tuple) else told[0]
    with file.open("wb") as opened:
        write_po(opened, catalogue)


def test_no_text_of_the_interface_is_left_untranslated(marked: Sandbox) -> None:
    """On every page, all words in the interface's language come from its catalogue."""
    left = {text: path for path, page in pages(marked.output) for text in untranslated(page)}

    assert left == {}


def untranslated(page: BeautifulSoup) -> Iterator[str]:
    """Give the interface's words that stand in no brackets: in texts, then in attributes."""
    depth = 0
    for text in page.find_all(string=lambda one: type(one) is NavigableString):
        outside = ""
        for sign in NO_WORDS.sub("", text):
            depth += (sign == BEGIN) - (sign == END)
            outside += sign if depth == 0 and sign.isalpha() else ""
        # One letter marks what was not rated.
        if len(outside) > 1 and is_interface(text.parent):
            yield f"{text.parent} {text}"
    for element in page.find_all(lambda one: is_interface(one) and one.get("type") not in FEEDS):
        said = " ".join(str(element.get(name) or "") for name in SHOWN)
        if any(sign.isalpha() for sign in re.sub(f"{BEGIN}.*{END}", "", said)):
            yield f"{element} {said}"


def is_interface(element: Tag) -> bool:
    """Tell whether an element holds what the interface says, and no name, date or address."""
    for one in (element, *element.parents):
        if one.has_attr("lang"):
            return bool(one["lang"] == NEW)
        if one.name in OF_OTHERS or one.get("dir") == "auto":
            return False
    return False


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """An English site with lists in Spanish and Arabic, and fact-checks in four languages."""
    sandbox = copy_project(tmp_path_factory.mktemp("editions"))
    for language in ("en", "es", "ar", "de"):
        sidecar = verdict("It is so", title=f"Title {language}", slug=f"check-{language}")
        told = sidecar.replace("language: en", f"language: {language}\ntopics: [Moon]")
        sandbox.seed(f"{language}.txt", "It is so.", told)
    registry = "claimants:\n  - {id: nobody, label: {en: Not yet named, es: Sin nombrar}}\n"
    sandbox.root.joinpath("content/registry.yaml").write_text(registry, encoding="utf-8")
    page = "Title: Sobre nosotros\nSlug: about\nLang: es\n\nTexto.\n"
    sandbox.root.joinpath("content/about-es.md").write_text(page, encoding="utf-8")
    set_up(sandbox, FACTCHECK_LANGUAGES=["es", "ar"], FACTCHECK_TAGLINE={"en": "E", "es": "S"})
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)
    assert built.returncode == 0, built.stdout + built.stderr
    return sandbox


def opened(sandbox: Sandbox, path: str) -> BeautifulSoup:
    return BeautifulSoup(sandbox.output.joinpath(path).read_text(encoding="utf-8"), "lxml")


def titles(page: BeautifulSoup) -> list[str]:
    return [title.get_text(strip=True) for title in page.select(".card__title")]


def test_an_edition_lists_what_is_written_in_its_language(editions: Sandbox) -> None:
    """The site's own lists have all; those below /es/ what is Spanish, and so has the feed."""
    for folder, expected in (("", {"en", "es", "ar", "de"}), ("es/", {"es"}), ("ar/", {"ar"})):
        for path in ("index.html", "topics/moon/index.html", "archive/2026/index.html"):
            shown = titles(opened(editions, folder + path))

            assert {title.removeprefix("Title ") for title in shown} == expected
    feed = editions.output.joinpath("feeds/es.atom.xml").read_text(encoding="utf-8")

    assert re.findall(r"checks/(check-\w+)/</id>", feed) == ["check-es"]
    assert 'xml:lang="es"' in feed


@pytest.mark.parametrize(
    ("slug", "spoken", "way", "home"),
    [
        ("check-es", "es", "ltr", "/es/"),
        ("check-ar", "ar", "rtl", "/ar/"),
        ("check-de", "en", "ltr", "/"),
        ("check-en", "en", "ltr", "/"),
    ],
)
def test_a_fact_check_stands_in_an_interface_of_its_language(
    editions: Sandbox, slug: str, spoken: str, way: str, home: str
) -> None:
    """Its pages speak its language where the interface does, and lead to lists in it."""
    for path in (f"checks/{slug}/index.html", f"checks/{slug}/first.html"):
        page = opened(editions, path)

        assert page.html is not None
        assert (page.html["lang"], page.html["dir"]) == (spoken, way)
        assert {home} == {link["href"] for link in page.select(".masthead__name a")}
        assert page.select(f".badge[href='{home}ratings/unproven/']")
    topic = opened(editions, f"checks/{slug}/index.html").select(".topics a")

    assert [link["href"] for link in topic] == [f"{home}topics/moon/"]


def test_cards_speak_the_language_of_what_they_show(editions: Sandbox) -> None:
    """In a list of all languages each card is marked as what it is, down to its date."""
    cards = opened(editions, "index.html").select(".card")
    spoken = {titles(card)[0]: (card["lang"], card.time.get_text()) for card in cards if card.time}

    assert spoken["Title es"] == ("es", "5 de enero de 2026")
    assert spoken["Title ar"] == ("ar", "5 يناير 2026")
    assert spoken["Title de"] == ("en", "5 January 2026")


def test_a_registered_name_that_nothing_published_has_is_nowhere(editions: Sandbox) -> None:
    """Who is registered for a fact-check to come stands in no file of the site."""
    files = [path for path in editions.output.rglob("*") if path.is_file()]
    told = [path.name for path in files if b"Sin nombrar" in path.read_bytes()]

    assert told == []
    assert len(files) > 100


def test_every_edition_leads_to_the_others(editions: Sandbox) -> None:
    """Each page names the site's languages in themselves."""
    for path in ("index.html", "es/index.html", "checks/check-ar/first.html"):
        links = opened(editions, path).select(".editions a")
        told = [(link["lang"], link.get_text(), link["href"]) for link in links]

        assert told == [
            ("en", "English", "/"),
            ("es", "Español", "/es/"),
            ("ar", "العربية", "/ar/"),
        ]


def test_the_desks_pages_are_named_in_the_readers_language(editions: Sandbox) -> None:
    """An edition leads to a page's translation, or to the page itself, marked as what it is."""
    links = {
        link.get_text(): link for link in opened(editions, "es/index.html").select("footer a")
    }
    there = opened(editions, "es/about/index.html")

    assert links["Sobre nosotros"]["href"] == "/es/about/"
    assert "About" not in links
    assert links["Contact"]["lang"] == "en"
    assert there.html is not None
    assert there.html["lang"] == "es"


def test_a_tagline_is_marked_where_it_is_not_translated(editions: Sandbox) -> None:
    """The site says of itself what it says in a language, or its own words marked as such."""
    spanish, arabic = (opened(editions, f"{one}/index.html") for one in ("es", "ar"))

    assert spanish.select_one(".digest__tagline").get_text() == "S"  # type: ignore[union-attr]
    assert [bdi["lang"] for bdi in arabic.select(".digest__tagline bdi")] == ["en"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"FACTCHECK_LANGUAGES": ["de"]}, "the interface does not speak de"),
        ({"FACTCHECK_LANGUAGES": "es"}, 'expected a list of tags like ["es", "uk"]'),
        ({"FACTCHECK_LANGUAGES": ["../es"]}, 'expected a list of tags like ["es", "uk"]'),
        ({"FACTCHECK_LANGUAGES": ["es", "es-MX"]}, "es stands twice"),
        ({"FACTCHECK_TAGLINE": 7}, "expected a text, or texts by language"),
    ],
)
def test_settings_of_languages_that_cannot_be_used_are_told(
    tmp_path: Path, settings: dict[str, object], told: str
) -> None:
    """A wrong language is told in a sentence, and nothing is built."""
    sandbox = copy_project(tmp_path)
    set_up(sandbox, **settings)
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)

    assert built.returncode == 1
    assert told in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert not sandbox.output.exists()


def test_a_broken_catalogue_stops_the_build(tmp_path: Path) -> None:
    """A translation with another place than its text is named, and nothing is built."""
    sandbox = copy_project(tmp_path)
    file = sandbox.root / "theme" / "translations" / "es.po"
    broken = re.sub(r'msgstr ".*%\(number\)s.*"', 'msgstr "%(numero)s"', file.read_text("utf-8"))
    file.write_text(broken, encoding="utf-8")
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)

    assert built.returncode == 1
    assert "es.po, line" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_a_language_is_added_as_the_papers_say(tmp_path: Path) -> None:
    """The steps of docs/languages.md begin a catalogue, and the site speaks what stands in it."""
    paper = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    sandbox = copy_project(tmp_path)
    assert f"make translations LANGUAGE={NEW}" in paper
    begun = sandbox.factcheck("translations", NEW)
    file = sandbox.root / "theme" / "translations" / f"{NEW}.po"
    entry = 'msgctxt "navigation"\nmsgid "Browse"\nmsgstr ""'
    text = file.read_text(encoding="utf-8")
    assert entry in text
    file.write_text(text.replace(entry, f'{entry[:-1]}Foliumi"'), encoding="utf-8")
    told = re.search(r"(?m)^ *(FACTCHECK_LANGUAGES = .*)$", paper)
    assert told is not None
    conf = sandbox.root / "pelican.conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}\n{told[1]}\n", encoding="utf-8")
    built = sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)
    links = opened(sandbox, f"{NEW}/index.html").select(".masthead__nav a")

    assert re.search(r"eo\.po: (\d+) of \1 to be translated", begun.stdout)
    assert built.returncode == 0, built.stderr
    assert "Foliumi" in [link.get_text() for link in links]


def test_new_texts_are_told_and_old_ones_go(tmp_path: Path) -> None:
    """Bringing catalogues up to date keeps what is translated, and changes nothing twice."""
    sandbox = copy_project(tmp_path)
    file = sandbox.root / "theme" / "translations" / "uk.po"
    shipped = file.read_bytes()
    extra = '\nmsgctxt "heading"\nmsgid "No longer said"\nmsgstr "Більше не кажуть"\n'
    file.write_bytes(shipped + extra.encode())
    told = sandbox.factcheck("translations")

    assert "uk.po: 0 of " in told.stdout
    assert file.read_bytes() == shipped


@pytest.mark.parametrize("language", ["../up", "qqx-Zzzz-9", "english"])
def test_a_language_that_is_none_is_refused(tmp_path: Path, language: str) -> None:
    """What is no language's tag begins no file."""
    sandbox = copy_project(tmp_path)
    before = sorted(sandbox.root.rglob("*.po"))
    refused = sandbox.factcheck("translations", language)

    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert sorted(sandbox.root.rglob("*.po")) == before
