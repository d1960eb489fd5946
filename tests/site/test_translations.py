"""
A fact-check in several languages, built for real and in the preview.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from factcheck.engine.staging import staged
from factcheck.model.site import Project
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.build import Build, Desk, Order
from factcheck.usecases.live import Live
from sandbox import Sandbox, differing, verdict
from sitemaps import sitemap_of
from specimens import OWN_SITE, project

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
CONTACT = DeskPage("Contact", "contact/index.html", "<p>Write to us.</p>")
CLAIM = """\
claims:
  - id: first
    claim: El texto de prueba lo dice.
    reason: No se buscó nada.
"""
TRANSLATION = """\
translation_of: {slug}
language: {language}
title: Un texto de prueba ({language})
slug: {slug}-{language}
status: {status}
published: {published}
authors: [Desk]
summary: Un texto para una prueba.
{more}"""
#: A claim that is made by a claimant, corrected once and rests on a work.
MORE = """\
    claimant: {name: The Town Council, type: organization, role: the town's}
    explanation: Because *nothing* was looked for.
    evidence:
      - {title: A list, url: 'https://example.org/list', stance: context, finding: It is long.}
changes: [{date: 2026-01-07, kind: correction, claims: [first], text: It said otherwise.}]
"""


def translation(
    slug: str = "a",
    language: str = "es",
    status: str = "published",
    published: str = "2026-01-06",
    more: str = CLAIM,
) -> str:
    return TRANSLATION.format(
        slug=slug, language=language, status=status, published=published, more=more
    )


class Digest:
    """A project with a fact-check ``a``, its translations, and a fact-check ``b``."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.project: Project = project(
            sandbox.root, sandbox.root / "content" / "ratings.yaml", OWN_SITE
        )
        sandbox.seed("a.txt", DOCUMENT, verdict("second line", slug="a") + MORE)
        sandbox.seed("b.txt", DOCUMENT, verdict("second line", slug="b", title="Other") + MORE)

    def translate(self, text: str, name: str = "a.es") -> None:
        path = self.project.seeds / f"{name}.verdict.yaml"
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.project.seeds / f"{name}.verdict.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def build(self, folder: Path | None = None, *, now: datetime = NOW) -> Path:
        there = self.project if folder is None else replace(self.project, output=folder / "output")
        with staged(there.output) as stage:
            order = Order(there, now, (folder or there.root) / ".factcheck", 1)
            made = Build(order, stage)
            made.read((CONTACT,))
            made.write((CONTACT,), ())
            made.settle(has_neighbours=False)
        made.note()
        return there.output

    def soup(self, path: str) -> BeautifulSoup:
        return BeautifulSoup((self.project.output / path).read_bytes(), "lxml")

    def page_text(self, path: str) -> str:
        return " ".join(self.soup(path).get_text(" ").split())

    def alternates(self, path: str) -> dict[str, str]:
        links = self.soup(path).select("head link[hreflang]")
        return {str(link["hreflang"]): str(link["href"]) for link in links}

    def others(self, path: str) -> list[tuple[str, str, str]]:
        links = self.soup(path).select(".versions a")
        return [(link.get_text(), str(link["hreflang"]), str(link["href"])) for link in links]

    def cards(self, path: str) -> list[str]:
        return [str(link["href"]) for link in self.soup(path).select(".card__title a")]


@pytest.fixture
def digest(sandbox: Sandbox) -> Digest:
    return Digest(sandbox)


def test_versions_lead_to_each_other(digest: Digest) -> None:
    """Each version's pages name all others, for readers and machines; the claims' pages too."""
    digest.translate(translation())
    digest.translate(translation(language="uk"), "a.uk")
    digest.build()
    where = "https://example.org/checks"
    slugs = {"en": "a", "es": "a-es", "uk": "a-uk", "x-default": "a"}

    for slug in ("a", "a-es", "a-uk"):
        assert digest.alternates(f"checks/{slug}/index.html") == {
            language: f"{where}/{there}/" for language, there in slugs.items()
        }
        assert digest.alternates(f"checks/{slug}/first.html") == {
            language: f"{where}/{there}/first.html" for language, there in slugs.items()
        }
    assert digest.others("checks/a/index.html") == [
        ("Español", "es", "/checks/a-es/"),
        ("Українська", "uk", "/checks/a-uk/"),
    ]
    assert digest.others("checks/a-es/first.html") == [
        ("English", "en", "/checks/a/first.html"),
        ("Українська", "uk", "/checks/a-uk/first.html"),
    ]
    assert digest.others("checks/b/index.html") == []
    assert digest.alternates("checks/b/index.html") == {}


def test_a_translation_says_what_it_was_translated_from(digest: Digest) -> None:
    """Readers of a translation are told of the original; those of the original are not."""
    digest.translate(translation())
    digest.translate(translation(language="uk"), "a.uk")
    digest.build()

    def line(path: str) -> str:
        found = digest.soup(path).select_one(".versions")
        return " ".join(found.get_text().split()) if found else ""

    expected = "Traducido del original: English · También en: Українська"
    assert line("checks/a-es/index.html") == expected
    assert line("checks/a-es/first.html") == expected
    assert line("checks/a/index.html") == "Also in: Español · Українська"


def test_the_sitemap_names_every_version_of_a_page(digest: Digest) -> None:
    """A search engine is told of all languages of each page that has several."""
    digest.translate(translation())
    digest.build()
    told = {page: set(one.languages) for page, one in sitemap_of(digest.project.output).items()}

    assert told["https://example.org/checks/a-es/first.html"] == {"en", "es", "x-default"}
    assert told["https://example.org/checks/a/"] == {"en", "es", "x-default"}
    assert told["https://example.org/checks/b/"] == set()


def test_structured_data_names_original_and_translations(digest: Digest) -> None:
    """The original's data name its translations, a translation's its original (schema.org)."""
    digest.translate(translation())
    digest.build()

    def data(path: str) -> dict[str, object]:
        found = digest.soup(path).select_one("script[type='application/ld+json']")
        assert found
        told: dict[str, object] = json.loads(found.get_text())
        return told

    original, translated = data("checks/a/index.html"), data("checks/a-es/index.html")
    assert original["workTranslation"] == [
        {"@type": "Article", "@id": translated["@id"], "inLanguage": "es"}
    ]
    assert translated["translationOfWork"] == {
        "@type": "Article",
        "@id": original["@id"],
        "inLanguage": "en",
    }
    review = data("checks/a-es/first.html")
    assert (review["inLanguage"], review["claimReviewed"]) == ("es", "El texto de prueba lo dice.")
    assert review["reviewRating"]["alternateName"] == "Sin pruebas"  # type: ignore[index]


@pytest.mark.parametrize("status", ["draft", "ready", "scheduled"])
def test_what_readers_may_not_see_is_not_linked(digest: Digest, status: str) -> None:
    """A translation that is not out yet has no page, and nothing tells of it."""
    digest.translate(translation(status=status, published="2027-01-01"))
    output = digest.build()

    assert not (output / "checks" / "a-es").exists()
    assert digest.others("checks/a/index.html") == []
    assert not [page for page in sitemap_of(output) if "a-es" in page]


def test_a_translation_of_a_draft_stops_nobody(digest: Digest) -> None:
    """What is wrong with it is a warning, whatever status it gives itself."""
    digest.edit("a", "status: published", "status: draft")
    digest.edit("a", "rating: unproven", "rating: unprovn")
    digest.translate(translation(more=CLAIM + "topic: [x]\n").replace("slug: a-es", "slug: b"))
    digest.build()

    assert digest.cards("index.html") == ["/checks/b/"]


def test_a_scheduled_translation_is_linked_when_its_time_has_come(digest: Digest) -> None:
    """The original, which has not changed, leads to its translation once that is out."""
    digest.translate(translation(status="scheduled", published="2027-01-01"))
    digest.build()
    digest.build(now=datetime(2027, 2, 1, tzinfo=UTC))

    assert digest.others("checks/a/index.html") == [("Español", "es", "/checks/a-es/")]


def test_words_that_are_not_translated_are_shown_in_their_language(digest: Digest) -> None:
    """What a translation lacks stands on its pages in the original's words, marked as such."""
    digest.translate(translation())
    digest.build()
    for path in ("checks/a-es/index.html", "checks/a-es/first.html"):
        soup = digest.soup(path)
        borrowed = {
            tag.get_text(" ", strip=True) for tag in soup.select("main [lang=en][dir=ltr]")
        }

        assert {"It is long.", "It said otherwise."} <= borrowed
        assert any("Because nothing was looked for." in text for text in borrowed)
        assert "aún no están traducidas" in digest.page_text(path)
        assert "<span" not in soup.select_one("title").get_text()  # type: ignore[union-attr]
    assert "the town's" in digest.page_text("checks/a-es/first.html")
    assert not digest.soup("checks/a/index.html").select(".notice:not(.notice--correction)")


def test_a_claim_that_nobody_translated_is_shown_whole(digest: Digest) -> None:
    """A claim that the original has gained is on the translation's page, and has its own."""
    digest.translate(translation(more=""))
    digest.build()
    soup = digest.soup("checks/a-es/first.html")
    heading = soup.select_one("h1 [lang=en]")
    description = soup.select_one("meta[name=description]")

    assert heading
    assert heading.get_text() == "The specimen says so."
    assert description
    assert description["content"] == "Nothing was looked for."
    assert str(soup.select_one("title")).count("<") == 2
    cited = soup.select_one(".cite__line bdi[lang]")
    assert cited
    assert cited.select_one("[lang=en]")
    found = soup.select_one("script[type='application/ld+json']")
    assert found
    assert json.loads(found.get_text())["inLanguage"] == "en"
    assert digest.soup("checks/a-es/index.html").select_one(".ruling__claim [lang=en]")


@pytest.mark.parametrize(
    ("language", "shown", "hidden"),
    [("en", "a", "a-es"), ("es", "a-es", "a"), ("uk", "a", "a-es")],
)
def test_a_ruling_is_counted_once(digest: Digest, language: str, shown: str, hidden: str) -> None:
    """Lists hold the version in the site's language, or the original, and no other."""
    site = replace(digest.project.site, language=language)
    digest.project = replace(digest.project, site=site)
    digest.translate(translation())
    digest.build()

    for path in (
        "index.html",
        "ratings/unproven/index.html",
        "claimants/the-town-council/index.html",
        "archive/2026/index.html",
    ):
        cards = {card.split("/")[2] for card in digest.cards(path)}
        assert cards == {shown, "b"}, path
    assert len(digest.cards("claimants/the-town-council/index.html")) == 2
    feed = (digest.project.output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert f"/checks/{shown}/" in feed
    assert f"/checks/{hidden}/" not in feed
    assert digest.cards("languages/es/index.html") == ["/checks/a-es/"]
    assert set(digest.cards("languages/en/index.html")) == {"/checks/a/", "/checks/b/"}


def test_an_edition_lists_the_version_in_its_language(digest: Digest) -> None:
    """The Spanish lists hold the translation, whatever the site's own show, and count it once."""
    site = replace(digest.project.site, languages=("es",))
    digest.project = replace(digest.project, site=site)
    digest.translate(translation(more=f"topics: [Puentes]\n{CLAIM}"))
    digest.build()

    assert digest.cards("es/index.html") == ["/checks/a-es/"]
    assert set(digest.cards("index.html")) == {"/checks/a/", "/checks/b/"}
    assert digest.cards("es/topics/puentes/index.html") == ["/checks/a-es/"]
    assert digest.cards("es/ratings/unproven/index.html") == ["/checks/a-es/first.html"]
    assert "/es/topics/puentes/" in str(digest.soup("checks/a-es/index.html").select(".topics"))


def test_topics_are_those_of_each_language(digest: Digest) -> None:
    """A topic that a translation names has its list; one that both name shows one of them."""
    digest.edit("a", "authors:", "topics: [Bridges, COVID-19]\nauthors:")
    digest.translate(translation(more=f"topics: [Puentes, COVID-19]\n{CLAIM}"))
    digest.build()

    assert digest.cards("topics/bridges/index.html") == ["/checks/a/"]
    assert digest.cards("topics/puentes/index.html") == ["/checks/a-es/"]
    assert digest.cards("topics/covid-19/index.html") == ["/checks/a/"]


def test_changes_are_listed_once_and_those_of_a_translation_too(digest: Digest) -> None:
    """The original's corrections are listed with the version shown, a translation's own beside."""
    own = "changes: [{date: 2026-02-01, kind: correction, text: Mal traducido.}]\n"
    digest.translate(translation(more=CLAIM + own))
    digest.build()
    told = digest.page_text("corrections/index.html")

    assert told.count("It said otherwise.") == 2, "one of a, one of b"
    assert told.count("Mal traducido.") == 1
    assert "Mal traducido." not in digest.page_text("checks/a/index.html")
    assert "It said otherwise." in digest.page_text("checks/a-es/index.html")


def test_a_translation_is_not_related_to_its_original(digest: Digest) -> None:
    """Beside a translation stands what stands beside its original, in its language if it can."""
    digest.translate(translation())
    digest.translate(translation("b"), "b.es")
    digest.build()
    related = {
        slug: [
            str(link["href"])
            for link in digest.soup(f"checks/{slug}/index.html").select(
                ".related__list h3 a, .steps a"
            )
        ]
        for slug in ("a", "a-es", "b", "b-es")
    }

    assert related == {
        "a": ["/checks/b/", "/checks/b/"],
        "b": ["/checks/a/", "/checks/a/"],
        "a-es": ["/checks/b-es/", "/checks/b-es/"],
        "b-es": ["/checks/a-es/", "/checks/a-es/"],
    }


def test_a_withdrawn_original_takes_its_translations_back(digest: Digest) -> None:
    """No language goes on saying what the desk has taken back; each gives the reason."""
    digest.translate(translation())
    digest.edit("a", "status: published", "status: withdrawn")
    digest.edit("a", "changes:", "withdrawn: {date: 2026-02-01, reason: A mistake.}\nchanges:")
    digest.build()

    soup = digest.soup("checks/a-es/index.html")
    assert "Retirada" in soup.get_text()
    reason = soup.select_one("main p > [lang=en]")
    assert reason
    assert reason.get_text() == "A mistake."
    assert digest.page_text("corrections/index.html").count("A mistake.") == 1


def test_an_edit_of_one_version_is_on_all_pages_that_show_it(
    digest: Digest, tmp_path: Path
) -> None:
    """After edits of an original and of its translations the site is that of a fresh build."""
    digest.translate(translation())
    digest.build()
    for number, step in enumerate(
        (
            lambda: digest.edit("a", "rating: unproven", "rating: satire"),
            lambda: digest.edit("a", "It is long.", "It is short."),
            lambda: digest.edit("a.es", "slug: a-es", "slug: aa"),
            lambda: digest.translate(translation(language="uk"), "a.uk"),
            lambda: digest.edit("a.uk", "status: published", "status: draft"),
            (digest.project.seeds / "a.es.verdict.yaml").unlink,
        )
    ):
        step()
        digest.build()
        fresh = digest.build(tmp_path / f"fresh-{number}")

        assert differing(digest.project.output, fresh) == [], number


@pytest.fixture
def live(digest: Digest) -> Live:
    digest.translate(translation())
    return Live(digest.project, lambda: Desk((CONTACT,), ()), 1)


def test_a_save_of_the_original_is_shown_in_its_translation(live: Live, digest: Digest) -> None:
    """The preview shows a new rating in every language at once, and a new name in the links."""
    before = live.answer("checks/a-es/").body.decode()
    digest.edit("a", "rating: unproven", "rating: satire")
    live.take_in([digest.project.seeds / "a.verdict.yaml"])
    after = live.answer("checks/a-es/").body.decode()

    assert "rating--unproven" in before
    assert "rating--satire" in after
    assert "rating--unproven" not in after
    digest.edit("a.es", "slug: a-es", "slug: aa")
    live.take_in([digest.project.seeds / "a.es.verdict.yaml"])
    assert 'href="/checks/aa/"' in live.answer("checks/a/").body.decode()


def test_the_preview_shows_a_translation_as_soon_as_it_is_there(
    live: Live, digest: Digest
) -> None:
    """A further file beside the document is a further language; drafts are shown and linked."""
    digest.translate(translation(language="uk", status="draft"), "a.uk")
    live.take_in([digest.project.seeds / "a.uk.verdict.yaml"])

    assert 'hreflang="uk"' in live.answer("checks/a/").body.decode()
    assert 'hreflang="uk"' in live.answer("checks/a-es/").body.decode()
    assert "draft" in live.answer("checks/a-uk/").body.decode().lower()


def test_a_broken_original_leaves_the_last_good_translation(live: Live, digest: Digest) -> None:
    """While the original is broken, its translation stays as it was and says what for."""
    digest.edit("a", "rating: unproven", "rating: unprovn")
    live.take_in([digest.project.seeds / "a.verdict.yaml"])
    shown = live.answer("checks/a-es/").body.decode()

    assert "rating--unproven" in shown
    assert "has errors" in shown
