"""
Stock Pelican's form: an article with its own kinds of lists, everything else in the body.

An article has one category, here its topic, and any number of tags and authors, here the ratings
and the claimants of its rulings.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.forms.text import markdown_body
from bench.specimens import Specimen


def content(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the fact-check: path in the form's folder, and text.
    """
    page = "\n".join(_head(specimen)) + f"\n\n{markdown_body(specimen)}"
    yield f"content/checks/{specimen.slug}.md", page


def _head(specimen: Specimen) -> Iterator[str]:
    yield f"Title: {specimen.title}"
    yield f"Slug: {specimen.slug}"
    yield f"Date: {specimen.published}"
    yield f"Category: {specimen.topic}"
    yield "Tags: " + ", ".join(ruling.rating for ruling in specimen.rulings)
    yield "Authors: " + "; ".join(ruling.claimant for ruling in specimen.rulings)
    yield f"Summary: {specimen.summary}"
    yield f"Outlet: {specimen.outlet}"
    yield f"Original: {specimen.url}"
    yield f"Written: {specimen.written}"
