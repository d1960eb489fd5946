"""
The data of sites with settings, languages and numbers of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from factcheck.model.site import Site
from factcheck.usecases.build import Desk
from factcheck.usecases.live import Live
from sandbox import Sandbox, verdict
from specimens import SITE, project

DOCUMENT = "Of all numbers, the first is one.\n"
TRANSLATION = """\
translation_of: a
language: es
title: Un texto
slug: uno
status: published
published: 2026-01-06
authors: [Desk]
summary: De prueba.
"""


def read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads(path.read_bytes())


def at(record: object, pointer: str) -> object:
    """Return what a JSON Pointer leads to."""
    for step in pointer.split("/")[1:]:
        record = record[int(step)] if isinstance(record, list) else record[step]  # type: ignore[index]
    return record


def test_words_in_the_originals_language_are_named(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A translation's record points to each text that is the original's, and to no other."""
    sandbox.seed("a.txt", DOCUMENT, verdict("first", slug="a"))
    path = sandbox.root / "seeds" / "a.es.verdict.yaml"
    path.write_text(TRANSLATION, encoding="utf-8")
    checks = build() / "checks"
    original, translation = read(checks / "a" / "index.json"), read(checks / "uno" / "index.json")

    assert original["untranslated"] == []
    assert translation["untranslated"] == ["/claims/0/claim", "/claims/0/reason"]
    for place in translation["untranslated"]:
        assert at(translation, place) == at(original, place)
    assert translation["claims"][0]["language"] == "en"
    assert [one["language"] for one in translation["versions"]] == ["en", "es"]


def test_pages_lead_through_all_claims_once(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """From page-1 on, tokens lead through every claim once, in the order of publication."""
    wanted = [f"specimen-{number:03}" for number in range(101)]
    for name in wanted:
        sandbox.seed(f"{name}.txt", DOCUMENT, verdict("first", slug=name))
    folder = build(FACTCHECK_JOBS="2") / "data" / "claims-search"
    found, token = [], "page-1"
    while token:
        page = read(folder / f"{token}.json")
        found += [claim["claimReview"][0]["url"].split("/")[4] for claim in page["claims"]]
        token = page.get("nextPageToken", "")

    assert found == wanted
    assert sorted(path.name for path in folder.iterdir()) == [
        "page-1.json",
        "page-2.json",
        "page-3.json",
    ]


def test_a_licence_is_told_wherever_data_is(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """The address that the desk has set stands on the page, in the manifest and in each record."""
    licence = "https://creativecommons.org/licenses/by/4.0/"
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('FACTCHECK_LICENSE = ""', f'FACTCHECK_LICENSE = "{licence}"'),
        encoding="utf-8",
    )
    sandbox.seed("a.txt", DOCUMENT, verdict("first", slug="a"))
    output = build()

    assert f'href="{licence}"' in (output / "data" / "index.html").read_text(encoding="utf-8")
    assert read(output / "data" / "datapackage.json")["licenses"] == [{"path": licence}]
    assert read(output / "checks" / "a" / "index.json")["license"] == licence
    assert read(output / "data" / "claimreview.json")["license"] == licence


def test_below_a_path_every_address_is_whole(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """Below a path, pages link within it, and data tells addresses with it."""
    sandbox.seed("a.txt", DOCUMENT, verdict("first", slug="a"))
    output = build(SITEURL="https://user.example/digest")
    page = (output / "data" / "index.html").read_text(encoding="utf-8")
    [claim] = read(output / "data" / "claims-search.json")["claims"]

    assert 'href="/digest/data/claims.csv"' in page
    assert not re.search(r'href="/(?!digest/)', page)
    assert claim["claimReview"][0]["url"] == "https://user.example/digest/checks/a/first.html"


def live(sandbox: Sandbox, site: Site = SITE) -> Live:
    ratings = sandbox.root / "content" / "ratings.yaml"
    return Live(project(sandbox.root, ratings, site), lambda: Desk((), ()), jobs=1)


def test_a_preview_says_that_data_is_made_when_the_site_is_built(sandbox: Sandbox) -> None:
    """In a preview the page tells why there are no files; schemas and records are there."""
    sandbox.seed("a.txt", DOCUMENT, verdict("first", slug="a"))
    preview = live(sandbox)
    page = preview.answer("data/")
    schema = json.loads(preview.answer("data/schemas/claims.schema.json").body)

    assert page.status is HTTPStatus.OK
    assert b"The files are made when the site is built" in page.body
    assert b"claims.csv" not in page.body
    assert preview.answer("data/fields/").status is HTTPStatus.OK
    assert schema["title"] == "Claims"
    assert json.loads(preview.answer("checks/a/index.json").body)["slug"] == "a"
    assert preview.answer("data/claims.csv").status is HTTPStatus.NOT_FOUND
