"""
Eleventy's form: rulings nested in front matter, the document as the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.forms.text import about, marked_document, nested_rulings, with_front_matter
from bench.specimens import Specimen


def content(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the fact-check: path in the form's folder, and text.
    """
    head = [*about(specimen), *nested_rulings(specimen)]
    page = with_front_matter(head, marked_document(specimen) + "\n")
    yield f"content/checks/{specimen.slug}.md", page
