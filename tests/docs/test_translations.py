"""
The interface's texts: each in a catalogue, each catalogue complete, none beside them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from bs4 import BeautifulSoup, NavigableString
from factcheck.publishing.languages import read_catalogue
from factcheck.usecases.translating import KEYWORDS, is_translated, texts
from jinja2 import Environment

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
PROGRAM = ROOT / "plugins" / "factcheck" / "publishing"
TEMPLATES = sorted(THEME.glob("templates/**/*.html"))
SHIPPED = ("es", "uk", "ar")

#: Attributes that a reader sees or hears.
SHOWN = ("aria-label", "alt", "title", "placeholder", "aria-description", "label")

#: Names of folders, files, hashes and of others' formats: the same in all languages.
NAMES = frozenset(
    {
        "seeds/",
        "SHA-256",
        "ClaimReview, DataFeed",
        "claims:search",
        "datapackage.json",
        ".schema.json",
    }
)

#: What is no text of the template's own, and its end: texts of catalogues, a class of a style.
SKIPPED = {"trans": "endtrans", "main_class": "endblock"}


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return texts(THEME)


def ids(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in catalogue if message.id}


@pytest.mark.parametrize("language", SHIPPED)
def test_a_shipped_language_says_every_text(language: str, wanted: Catalog) -> None:
    """Each text of the interface is translated in all its forms, and no other is."""
    catalogue = read_catalogue(THEME / "translations" / f"{language}.po")
    untold = [message.id for message in catalogue if message.id and not is_translated(message)]

    assert ids(catalogue) == ids(wanted), "make translations"
    assert not untold


@pytest.mark.parametrize("language", SHIPPED)
def test_translations_hold_no_markup(language: str) -> None:
    """No translation has a sign that HTML would obey, and none begins or ends with a new space."""
    catalogue = read_catalogue(THEME / "translations" / f"{language}.po")
    for message in catalogue:
        for form in forms(message.string) if message.id else ():
            first = forms(message.id)[0]

            assert not set("<>&") & set(form)
            assert form[-1:].isspace() == first[-1:].isspace()
            assert not form[:1].isspace()


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)


def test_every_text_has_a_context(wanted: Catalog) -> None:
    """Translators are told of each text where it stands."""
    assert all(message.context for message in wanted if message.id)


def test_every_text_of_the_program_is_found(wanted: Catalog) -> None:
    """What the program says is written where it is said, so that no catalogue misses it."""
    known = {(message.context, forms(message.id)[0]) for message in wanted if message.id}
    missed = [
        f"{path.name}:{call.lineno}"
        for path in sorted(PROGRAM.rglob("*.py"))
        for call in calls(path)
        if tuple(literal(one) for one in call.args[:2]) not in known
    ]

    assert missed == []


def calls(path: Path) -> Iterator[ast.Call]:
    """Give the calls that say something; not those of the words themselves."""
    if path.name in {"words.py", "compiling.py"}:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and len(node.args) > 1:
            named = node.func
            name = named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")
            if name in KEYWORDS:
                yield node


def literal(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_a_text_outside_a_catalogue(path: Path) -> None:
    """Words that a reader meets stand in trans blocks, also those in attributes."""
    page = BeautifulSoup(without_jinja(path.read_text(encoding="utf-8")), "html.parser")
    texts = [text for text in page.find_all(string=True) if type(text) is NavigableString]
    attributes = [
        element.get(name, "") for element in page.find_all(lambda _: True) for name in SHOWN
    ]
    said = [str(one) for one in (*texts, *attributes) if any(sign.isalpha() for sign in one)]

    assert [one for one in said if one not in NAMES] == []


def without_jinja(source: str) -> str:
    """Return a template's own HTML, without what is said by catalogues and by views."""
    skipped, kept = "", []
    lexer = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for _, kind, text in lexer.lex(source):
        if kind == "name" and text in SKIPPED:
            skipped = text
        elif kind == "name" and SKIPPED.get(skipped) == text:
            skipped = ""
        elif kind == "data" and not skipped:
            kept.append(text)
    return "".join(kept)
