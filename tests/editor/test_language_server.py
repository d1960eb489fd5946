"""
What an editor sees who writes a sidecar in VS Code: asked of the very server that VS Code runs.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer
from sandbox import ROOT

SHIPPED = sorted((ROOT / "seeds").rglob("*.verdict.yaml"))
OF_THE_DESK = [ROOT / "content" / f"{name}.yaml" for name in ("ratings", "registry")]
NUMBERS = count(1)

WHOLE = """\
# yaml-language-server: $schema=../schemas/verdict.schema.json
title: A specimen about a bridge
status: published
language: en
published: 2026-11-22
authors: [Desk]
summary: The specimen counts the arches rightly.
document:
  kind: article
claims:
  - id: arches
    quote: The bridge has four arches
    claim: The bridge has four arches.
    rating: unproven
    reason: The survey counts four.
"""


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its mark ``¦``, and the line and column where that stood."""
    before, after = text.split("¦")
    lines = before.split("\n")
    return before + after, len(lines), len(lines[-1]) + 1


def edited(old: str, new: str) -> str:
    """Return the whole sidecar with an edit."""
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


def new_file() -> Path:
    """A sidecar that is being written and was never saved; each another, so that none answers for
    an earlier one."""
    return ROOT / "seeds" / f"being-written-{next(NUMBERS)}.verdict.yaml"


def offered(server: LanguageServer, text: str) -> list[str]:
    """What completion offers at the mark."""
    whole, line, column = marked(text)
    file = new_file()
    server.open(file, whole)
    answer = server.at("completion", file, line, column)
    return [item["label"] for item in answer["items"]]


def told(server: LanguageServer, text: str) -> str:
    """What is shown of the word at the mark."""
    whole, line, column = marked(text)
    file = new_file()
    server.open(file, whole)
    answer: dict[str, Any] = server.at("hover", file, line, column)
    return str(answer["contents"]["value"])


@pytest.mark.parametrize("path", [*SHIPPED, *OF_THE_DESK], ids=lambda path: path.name)
def test_shipped_files_are_without_fault(server: LanguageServer, path: Path) -> None:
    """Nothing is underlined in a sidecar, or a file of the desk's, that the check finds whole."""
    assert server.open(path, path.read_text(encoding="utf-8")) == []


def test_without_the_line_on_top_the_settings_name_the_schema(server: LanguageServer) -> None:
    """A sidecar in seeds/ is known by its name alone, however deep it stands."""
    text = WHOLE.split("\n", 1)[1].replace("published: 2026", "publishd: 2026")

    found = server.open(ROOT / "seeds" / "2026" / "a.verdict.yaml", text)

    assert [one["message"] for one in found] == [
        'Missing property "published".',
        "Property publishd is not allowed.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("rating: unproven", "rating: unprovn", 14, "Value is not accepted. Valid values: true, "),
        ("status: published", "status: publishd", 3, "Value is not accepted. Valid values: "),
        ("language: en", "language: English", 4, "expected a language tag (BCP 47) like en"),
        ("published: 2026-11-22", "published: 2026", 5, "expected a day like 2026-11-23 or"),
        ("published: 2026-11-22", "published: last week", 5, "expected a day like 2026-11-23 or"),
        ("id: arches", "id: The arches", 11, "expected lower-case letters a-z, digits and"),
        ("    reason: ", "    reasn: ", 15, "Property reasn is not allowed."),
        ("authors: [Desk]", "authors: Desk", 6, 'Incorrect type. Expected "array".'),
        ("kind: article", "kind: article\n  url: example.org", 10, "expected a whole web address"),
        ("title: A specimen about a bridge", "slug: a", 2, 'Missing property "title".'),
    ],
)
def test_a_slip_is_told_where_it_stands(
    server: LanguageServer, old: str, new: str, line: int, message: str
) -> None:
    """A mistyped word, key, date or address is underlined on its line, and said in words."""
    found = server.open(new_file(), edited(old, new))

    assert any(
        one["range"]["start"]["line"] + 1 == line and one["message"].startswith(message)
        for one in found
    ), found


@pytest.mark.parametrize(
    "slip",
    [
        ("rating: unproven", "rating: false"),
        ("rating: unproven", "rating: 'true'"),
        ("language: en", "language: no"),
        ("published: 2026-11-22", "published: 2026-11-22T09:00+01:00"),
        ("title: A specimen about a bridge", "title: 1984"),
        ("authors: [Desk]", "authors: [Desk, 2026]\nsample: no"),
        ("kind: article", "kind: article\n  published: 2025\n  outlet:"),
        ("    reason: ", "    claimed: 2026-01\n    media:\n    x_mine: [anything]\n    reason: "),
    ],
)
def test_what_yaml_types_otherwise_is_no_fault(
    server: LanguageServer, slip: tuple[str, str]
) -> None:
    """What the check reads as text is not underlined where YAML sees a number or a yes."""
    assert server.open(new_file(), edited(*slip)) == []


def test_a_slip_in_the_desks_own_files_is_told(server: LanguageServer) -> None:
    """The scales and the registry are known by their place."""
    scales, registry = OF_THE_DESK

    slips = server.open(scales, "scales:\n  - {id: a@1, title: {en: A}, ratings: 5}\n")
    others = server.open(registry, "topics:\n  - {id: A b, label: {en: A}}\n")

    assert [one["message"] for one in slips] == ['Incorrect type. Expected "array".']
    assert others[0]["message"].startswith("expected lower-case letters a-z")


def test_a_translation_needs_only_its_own_words(server: LanguageServer) -> None:
    """A sidecar that names its original may leave the facts to it, and may not change them."""
    text = (
        "translation_of: specimen\nlanguage: es\ntitle: Un texto\nslug: puente\nstatus: draft\n"
        "published: 2026-11-23\nauthors: [Desk]\nsummary: Es así.\nclaims:\n  - id: arches\n"
        "    claim: El puente tiene cuatro arcos.\n"
    )

    assert server.open(new_file(), text) == []
    found = server.open(new_file(), text + "    rating: true\n")
    assert [one["message"] for one in found] == ["Property rating is not allowed."]


def test_ratings_are_offered(server: LanguageServer) -> None:
    """After a rating's key stand all ratings of the desk's scale, with what they mean."""
    labels = offered(server, edited("rating: unproven", "rating: ¦"))

    assert {"true", "mostly-true", "half-true", "mostly-false", "false", "misleading"} < {*labels}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (edited("authors: [Desk]", "authors: [Desk]\ntopics: [¦]"), "Ukraine"),
        (edited("    reason: ", "    claimant:\n      name: ¦\n    reason: "), "Keir Starmer"),
        (edited("kind: article", "kind: article\n  outlet: ¦"), "Local newspaper (specimen)"),
    ],
)
def test_names_in_use_are_offered(server: LanguageServer, text: str, name: str) -> None:
    """Topics, claimants and outlets of the digest are offered where one is typed."""
    assert name in offered(server, text)


def test_keys_and_closed_lists_are_offered(server: LanguageServer) -> None:
    """In a claim its keys are offered, and after a key of a closed list its words."""
    keys = offered(server, edited("    reason: ", "    ¦\n    reason: "))
    words = offered(server, edited("kind: article", "kind: ¦"))

    assert {"evidence", "explanation", "as_of"} <= {*keys}
    assert "id" not in keys
    assert "press-release" in words


def test_a_key_is_explained_with_an_example(server: LanguageServer) -> None:
    """Beside a key stand the reference's words, what it holds, and an example."""
    shown = told(server, edited("summary: The", "su¦mmary: The"))

    assert "“In short”: two sentences." in shown
    assert "*Holds:* text, required." in shown
    assert "```yaml\nsummary: " in shown


def test_a_rating_is_explained_with_its_definition(server: LanguageServer) -> None:
    """Beside a rating stand the definitions of the desk's scale."""
    shown = told(server, edited("rating: unproven", "rating: unpr¦oven"))

    assert "What we found neither supports nor refutes the claim." in shown
