"""
What the tests share: a project in a folder, the site's scales, a small valid sidecar.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from factcheck.model.document import Document
from factcheck.model.scale import Scales
from factcheck.model.site import Project, Site
from factcheck.reading.documents import read_document
from factcheck.reading.pairs import Pair
from factcheck.reading.ratings import read_scales

ROOT: Final = Path(__file__).resolve().parents[1]
RATINGS: Final = ROOT / "content" / "ratings.yaml"

DOCUMENT: Final = """\
SPECIMEN: this text was written to test a program; nothing in it is meant as fact.

The bridge has four arches. The tower has nine bells.
"""

SIDECAR: Final = """\
title: A specimen about a bridge
status: published
language: en
published: 2026-11-22
authors: [Desk]
summary: The specimen counts the arches rightly.
document:
  kind: article
works:
  survey:
    title: A survey that does not exist
claims:
  - id: arches
    quote: The bridge has four arches
    claim: The bridge has four arches.
    rating: true
    reason: The survey counts four.
    evidence:
      - work: survey
        stance: supports
        finding: It counts four arches.
"""

#: A translation of that sidecar, beside the same document.
TRANSLATION: Final = """\
translation_of: specimen
language: es
title: Un texto de prueba sobre un puente
slug: puente
status: published
published: 2026-11-23
authors: [Desk]
summary: El texto de prueba cuenta bien los arcos.
claims:
  - id: arches
    claim: El puente tiene cuatro arcos.
    reason: El estudio cuenta cuatro.
    evidence:
      - work: survey
        finding: Cuenta cuatro arcos.
"""


#: A site of its own for what is tested without the project's settings.
SITE: Final = Site(name="A specimen", url="https://example.org", language="en", desk="Desk")
#: The site that the project's settings describe.
OWN_SITE: Final = Site("The Example Desk", "https://example.org", "en", "The Example Desk")


def project(root: Path, ratings: Path = RATINGS, site: Site = SITE) -> Project:
    """
    Return the project in a folder.
    """
    return Project(
        root=root,
        seeds=root / "seeds",
        content=root / "content",
        ratings=ratings,
        registry=root / "content" / "registry.yaml",
        theme=root / "theme",
        output=root / "output",
        site=site,
    )


def scales() -> Scales:
    """
    Return the site's own scales.
    """
    found, problems = read_scales(RATINGS.read_bytes(), "ratings.yaml")
    assert found, problems
    return found


def document(text: str, name: str = "specimen.txt") -> Document:
    """
    Return a document that can be read.
    """
    found, problems = read_document(text.encode(), name)
    assert found, problems
    return found


def edited(text: str, *changes: tuple[str, str]) -> str:
    """
    Return a text with each change made in its one place.
    """
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def translated(
    original: str = SIDECAR, translation: str = TRANSLATION, text: str = DOCUMENT
) -> Pair:
    """
    Return a translation into Spanish, beside the document of its original.
    """
    names = "specimen.verdict.yaml", "specimen.es.verdict.yaml"
    family = (names[0], original.encode()), (names[1], translation.encode())
    return Pair("specimen.txt", text.encode(), names[1], translation.encode(), family)
