"""
Hugo's forms: rulings nested in front matter, as its sites keep data; or all in the body, flat.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.forms.text import (
    about,
    markdown_body,
    marked_document,
    nested_rulings,
    with_front_matter,
)
from bench.specimens import Specimen


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


def _path(specimen: Specimen) -> str:
    return f"content/checks/{specimen.slug}.md"
