"""
The annotations of each document: every selector finds its quote where it says that it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Display, Status
from factcheck.publishing.numbering import trimmed
from factcheck.usecases.read import Contents
from sandbox import Sandbox, verdict

HOME = "https://example.org/"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
#: Of the Web Annotation Data Model: what a target, a body and a selector may say.
KEYS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "total", "first", "last"},
    "AnnotationPage": {"id", "type", "startIndex", "items"},
    "Annotation": {
        *("id", "type", "motivation", "creator", "created", "modified", "rights", "body", "target")
    },
    "SpecificResource": {"type", "source", "selector", "purpose"},
    "TextualBody": {"type", "value", "format", "language", "purpose"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "Organization": {"id", "type", "name"},
}
MOTIVATIONS = {"assessing", "classifying", "commenting", "linking"}

DOCUMENT = """\
SPECIMEN: nothing in it is meant as fact.

The bridge has four arches. The mayor was there. It was raining.

The bridge has four arches. The tower fell.
"""


def published(contents: Contents) -> list[FactCheck]:
    return [check for check in contents.checks if check.verdict.status is Status.PUBLISHED]


def collection(site: Path, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / f"checks/{slug}/annotations.jsonld").read_bytes())
    return found


def items(told: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told["first"]["items"]
    return found


def listed(value: Any) -> list[Any]:  # noqa: ANN401 - one or several, as JSON-LD has it
    return value if isinstance(value, list) else [value]


def targets(annotation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each selector of an annotation, with the address of what it selects from."""
    for target in listed(annotation["target"]):
        for selector in listed(target["selector"]):
            yield target["source"], selector


def shown(site: Path, slug: str) -> str:
    """Return the text of a document as its page shows it: its lines, without what marks quotes."""
    soup = BeautifulSoup((site / f"checks/{slug}/index.html").read_bytes(), "lxml")
    (seed,) = soup.select(".seed")
    for added in seed.select(".mark-link"):
        added.decompose()
    return "\n".join(line.get_text() for line in seed.select(".line"))


def places(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]


def found_by(selector: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """Return all that a selector selects from a text, as the model says it is to be read."""
    if selector["type"] == "TextPositionSelector":
        return [(selector["start"], selector["end"])]
    exact, prefix = selector["exact"], selector["prefix"]
    found = places(text, prefix + exact + selector["suffix"])
    return [(at + len(prefix), at + len(prefix) + len(exact)) for at in found]


def test_every_selector_finds_exactly_its_quote(site: Path, contents: Contents) -> None:
    """In each document shown whole, both selectors of a quote select it, and nothing else."""
    count = 0
    for check in published(contents):
        if check.verdict.document.display is not Display.FULL or not check.document.text:
            continue
        text = shown(site, check.slug)
        ours = [ruled.anchor for ruled in check.claims if ruled.anchor]
        ours += [words.anchor for words in check.unrated]
        if not ours:
            continue
        own = f"{HOME}checks/{check.slug}/#document"
        for place, told in zip(ours, items(collection(site, check.slug)), strict=True):
            anchor = trimmed(place, check.document.text)
            found = [found_by(one, text) for source, one in targets(told) if source == own]

            assert found == [[tuple(anchor)]] * 2
            assert text[slice(*anchor)] == check.document.text[slice(*anchor)]
            count += 1

    assert count > 90


def test_in_excerpts_a_quote_is_found_in_what_is_shown(site: Path, contents: Contents) -> None:
    """Where a page shows excerpts, every selector selects one place of them, by words alone."""
    found = [
        check
        for check in published(contents)
        if check.verdict.document.display is Display.EXCERPTS
    ]
    for check in found:
        text = shown(site, check.slug)
        for told in items(collection(site, check.slug)):
            selectors = [one for _, one in targets(told)]

            assert {one["type"] for one in selectors} == {"TextQuoteSelector"}
            assert [len(found_by(one, text)) for one in selectors] == [1]

    assert found


def test_a_document_that_is_neither_shown_nor_linked_has_no_annotations(
    site: Path, contents: Contents
) -> None:
    """Its words are nobody's to look up: no file, and no link to one."""
    hidden = [
        check
        for check in published(contents)
        if check.verdict.document.display is Display.NONE and not check.verdict.document.linked_url
    ]
    for check in hidden:
        page = (site / f"checks/{check.slug}/index.html").read_text("utf-8")

        assert not (site / f"checks/{check.slug}/annotations.jsonld").exists()
        assert "annotations.jsonld" not in page

    assert hidden


def test_each_annotation_says_what_was_ruled_and_where(site: Path, contents: Contents) -> None:
    """The body of a quote's annotation is its ruling: the page, the rating's word, the reason."""
    for check in published(contents):
        if not (site / f"checks/{check.slug}/annotations.jsonld").exists():
            continue
        ruled = [one for one in check.claims if one.anchor]
        for one, told in zip(ruled, items(collection(site, check.slug)), strict=False):
            page, word, reason = told["body"]

            assert told["id"].endswith(f"annotations.jsonld#claim-{one.claim.id}")
            assert page["source"] == f"{HOME}checks/{check.slug}/{one.claim.id}.html"
            assert word["value"] == one.rating.label_in(check.verdict.language)
            assert reason["value"] == one.claim.reason
        for words, told in zip(
            check.unrated, items(collection(site, check.slug))[len(ruled) :], strict=True
        ):
            assert told["motivation"] == "classifying"
            assert told["body"][-1]["value"] == words.unrated.note or len(told["body"]) == 1


def test_annotations_keep_to_the_model(site: Path) -> None:
    """Every object is of a type of the Web Annotation Data Model and says only what that may."""

    def walk(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield inner
                yield from walk([*inner.values()])

    files = [*site.glob("checks/*/annotations.jsonld")]
    ids = []
    for path in files:
        told = json.loads(path.read_bytes())
        assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert told["total"] == len(items(told)) > 0
        assert told["last"] == told["first"]["id"]
        assert told["id"] == HOME + path.relative_to(site).as_posix()
        for one in walk(told):
            assert set(one) <= KEYS[one["type"]]
        for one in items(told):
            assert INSTANT.match(one["created"])
            assert one["created"] <= one.get("modified", one["created"])
            assert {one["motivation"], *(part["purpose"] for part in one["body"])} <= MOTIVATIONS
            ids.append(one["id"])

    assert len(files) > 10
    assert len(ids) == len({*ids})


def test_a_ruling_is_as_old_as_its_own_last_change(site: Path, contents: Contents) -> None:
    """An annotation of a claim was changed when its ruling was, not when another one was."""
    told = {
        one["body"][0]["source"]: one
        for path in site.glob("checks/*/annotations.jsonld")
        for one in items(json.loads(path.read_bytes()))
        if one["motivation"] == "assessing"
    }
    changed = [
        (check.verdict.changed_on(ruled.claim.id), told[address])
        for check in published(contents)
        for ruled in check.claims
        if (address := f"{HOME}checks/{check.slug}/{ruled.claim.id}.html") in told
    ]

    assert any(day for day, _ in changed)
    for day, one in changed:
        assert one.get("modified", "")[:10] == (day.text if day else "")


def test_the_page_leads_to_its_annotations(site: Path) -> None:
    """A fact-check's head names the file, and its claims' pages do not."""
    for path in site.glob("checks/*/annotations.jsonld"):
        soup = BeautifulSoup(path.with_name("index.html").read_bytes(), "lxml")
        (link,) = soup.select('link[type="application/ld+json"]')

        assert link["href"] == "/" + path.relative_to(site).as_posix()


HERE, THERE = f"{HOME}checks/specimen/#document", "https://news.example/a"
ON_ITS_LINE = ("The bridge has four arches. The ", ". It was raining.")


@pytest.mark.parametrize(
    ("display", "around"),
    [
        (
            "full",
            {HERE: (ON_ITS_LINE[0], f"{ON_ITS_LINE[1]}\nThe bridge has"), THERE: ON_ITS_LINE},
        ),
        ("excerpts", {HERE: ("The ", ". "), THERE: ("The ", ". ")}),
        ("none", {THERE: ("", "")}),
    ],
)
def test_nothing_stands_beside_a_quote_that_the_page_does_not_show(
    sandbox: Sandbox,
    build: Callable[..., Path],
    display: str,
    around: dict[str, tuple[str, str]],
) -> None:
    """Where the page shows sentences, or no word, the selectors give no more than that."""
    about = f"  kind: message\n  display: {display}\n  url: https://news.example/a\n"
    sidecar = verdict("mayor was there").replace("  kind: message\n", about)
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    (told,) = items(collection(build(), "specimen"))

    assert {
        source: (one["prefix"], one["suffix"])
        for source, one in targets(told)
        if one["type"] == "TextQuoteSelector"
    } == around


def test_words_that_occur_twice_are_told_apart(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """As much is given of what stands beside a quote as it takes to find it and no other."""
    words = "It is so. " * 12
    sidecar = verdict("{exact: It is so, suffix: '. The end'}")
    sandbox.seed("specimen.txt", f"SPECIMEN.\n\n{words}\n\n{words}The end.\n", sidecar)
    output = build()
    (told,) = items(collection(output, "specimen"))
    text = shown(output, "specimen")
    quote, position = (one for _, one in targets(told))

    assert found_by(quote, text) == found_by(position, text)


def test_a_site_without_data_has_no_annotations(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """FACTCHECK_DATA = False takes the file and the link to it away."""
    settings = sandbox.root / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + "\nFACTCHECK_DATA = False\n", "utf-8")
    sandbox.seed("specimen.txt", DOCUMENT, verdict("mayor was there"))
    output = build()

    assert not [*output.rglob("*.jsonld")]
    assert "jsonld" not in (output / "checks/specimen/index.html").read_text("utf-8")
