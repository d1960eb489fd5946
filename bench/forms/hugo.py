"""
Hugo's forms: rulings nested in front matter, as its sites keep data, or all in the body, flat.

A third one is nested, too, and has besides all that ours writes of each fact-check and each claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bench.forms.text import (
    about,
    markdown_body,
    marked,
    marked_document,
    nested_ruling,
    nested_rulings,
    with_front_matter,
)
from bench.specimens import Ruling, Specimen

#: What a fact-check is written as, and which filling brings its page to the size of ours.
CHECKS: Final = (
    "outputs: [html, embed, oembed, twin, record, annotations]",
    "fill: checks",
)


def nested(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the fact-check with its rulings in front matter: path in the form's folder, and text.
    """
    head = [*about(specimen), *nested_rulings(specimen)]
    yield _path(specimen), with_front_matter(head, marked_document(specimen) + "\n")


def flat(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the fact-check with its rulings in the body: path in the form's folder, and text.
    """
    yield _path(specimen), with_front_matter([*about(specimen)], markdown_body(specimen))


def pages(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the fact-check and each of its claims: path in the form's folder, and text.

    A claim's page shows the paragraph that it stands in. None of them is in a list.
    """
    rulings = [*nested_rulings(specimen)]
    head = [*about(specimen), *CHECKS, *rulings]
    yield _path(specimen), with_front_matter(head, marked_document(specimen) + "\n")
    for ruling in specimen.rulings:
        paragraph = next(one for one in specimen.paragraphs if ruling.quote in one)
        head = [*_about_claim(specimen, ruling), *nested_ruling(ruling)]
        body = marked(paragraph, (ruling,)) + "\n"
        yield f"content/checks/{specimen.slug}/{ruling.id}.md", with_front_matter(head, body)


def _about_claim(specimen: Specimen, ruling: Ruling) -> Iterator[str]:
    yield f"title: {ruling.claim}"
    yield f"date: {specimen.published}"
    yield f"outlet: {specimen.outlet}"
    yield f"original: {specimen.url}"
    yield f"check: {specimen.title}"
    yield "others:"
    for other in specimen.rulings:
        if other is not ruling:
            yield f"  - id: {other.id}"
            yield f"    number: {other.number}"
            yield f"    rating: '{other.rating}'"
            yield f"    claim: {other.claim}"
    yield "layout: claim"
    yield "build: {list: never}"
    yield "outputs: [html, embed, oembed, twin]"
    yield "fill: claims"


def _path(specimen: Specimen) -> str:
    return f"content/checks/{specimen.slug}.md"
