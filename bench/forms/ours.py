"""
Our own form: documents with verdicts beside them, as a desk writes them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from bench.specimens import Evidence, Ruling, Specimen, Work

FOLDER = "factcheck"


def content(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """
    Give the document and its sidecar: path in the form's folder, and text.
    """
    document = "\n\n".join(specimen.paragraphs) + "\n"
    stem = f"seeds/{specimen.published.year}/{specimen.slug}"
    yield f"{stem}.txt", document
    yield f"{stem}.verdict.yaml", "\n".join(_sidecar(specimen, document)) + "\n"


def _sidecar(specimen: Specimen, document: str) -> Iterator[str]:
    yield "schema: 1"
    yield f"title: {specimen.title}"
    yield f"slug: {specimen.slug}"
    yield "status: published"
    yield "sample: true"
    yield "language: en"
    yield f"published: {specimen.published}"
    yield "authors: [Specimen Desk]"
    yield f"topics: [{specimen.topic}]"
    yield "scale: default@1"
    yield "summary: >-"
    yield f"  {specimen.summary}"
    yield "document:"
    yield "  kind: transcript"
    yield f"  url: {specimen.url}"
    yield f"  outlet: {specimen.outlet}"
    yield f"  published: {specimen.written}"
    yield "  language: en"
    yield f"  sha256: {hashlib.sha256(document.encode()).hexdigest()}"
    yield "works:"
    for work in specimen.works:
        yield from _work(work)
    yield "claims:"
    for ruling in specimen.rulings:
        yield from _claim(ruling)


def _work(work: Work) -> Iterator[str]:
    yield f"  {work.id}:"
    yield f"    title: {work.title}"
    yield f"    url: {work.url}"
    yield f"    publisher: {work.publisher}"
    yield f"    published: {work.published}"
    yield "    language: en"
    yield f"    kind: {work.kind}"


def _claim(ruling: Ruling) -> Iterator[str]:
    yield f"  - id: {ruling.id}"
    yield f"    quote: {ruling.quote}"
    yield f"    claim: {ruling.claim}"
    yield f"    claimant: {{name: {ruling.claimant}, type: person}}"
    yield f"    rating: {ruling.rating}"
    yield f"    reason: {ruling.reason}"
    yield "    explanation: |"
    yield from (f"      {line}".rstrip() for line in ruling.explanation)
    yield "    evidence:"
    for item in ruling.evidence:
        yield from _evidence(item)


def _evidence(item: Evidence) -> Iterator[str]:
    yield f"      - work: {item.work.id}"
    yield f"        stance: {item.stance}"
    yield f"        finding: {item.finding}"
    yield f"        locator: {item.locator}"
