"""
See that every tool wrote the same pages, and on them the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.specimens import Corpus, Ruling, Specimen

#: Where the pages of each kind stand. A group's own overview, as ``ratings/``, is no list.
PATTERNS: Final = {
    "fact-checks": "checks/*/index.html",
    "lists by rating": "ratings/*/**/*.html",
    "lists by topic": "topics/*/**/*.html",
    "lists by claimant": "claimants/*/**/*.html",
    "home page": "index.html",
    "feed": "feeds/all.atom.xml",
    "sitemap": "sitemap.xml",
}

#: How an entry of a list begins.
ENTRY: Final = b'<article class="card"'

TAG: Final = re.compile(r"<[^>]+>")

#: The number behind a mark, which stands between the document's words.
MARK_LINK: Final = re.compile(r'<a class="mark-link.*?</a>', re.DOTALL)

#: In an explanation's Markdown.
STRONG: Final = re.compile(r"\*\*(.+?)\*\*")

#: So much is shown of words that are missing.
SHOWN: Final = 60


def missed(output: Path, pages: dict[str, int], entries: dict[str, int]) -> list[str]:
    """
    Say what a tool left out of its plan.

    Args:
        output: What the tool wrote.

        pages: How many pages of each kind there must be.

        entries: How many entries the lists of each kind must have on all their pages.

    Returns:
        A sentence for each kind of which there are too few.
    """
    found = {kind: _count(output, kind) for kind in pages}
    listed = {kind: _entries(output, kind) for kind in entries}
    return [*_too_few("pages", found, pages), *_too_few("entries", listed, entries)]


def wrong(output: Path, corpus: Corpus) -> list[str]:
    """
    Say what is missing on the pages of the first, the middle and the last fact-check.

    Args:
        output: What the tool wrote.

        corpus: What it was given.

    Returns:
        A sentence for each page that lacks something.
    """
    numbers = sorted({1, middle(corpus), corpus.size})
    return [
        f"{specimen.slug}: without “{fault[:SHOWN]}”"
        for specimen in map(corpus.specimen, numbers)
        for fault in _faults((output / page_path(specimen)).read_text(encoding="utf-8"), specimen)
    ]


def middle(corpus: Corpus) -> int:
    """
    Return the number of the fact-check that is looked at and edited.
    """
    return (corpus.size + 1) // 2


def page_path(specimen: Specimen) -> str:
    """
    Return where every tool writes a fact-check's page.
    """
    return f"checks/{specimen.slug}/index.html"


def size_of(output: Path) -> tuple[int, int]:
    """
    Count the pages in a folder, feed and sitemap among them, and the bytes of all its files.
    """
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = sum(path.suffix in {".html", ".xml"} for path in files)
    return pages, sum(path.stat().st_size for path in files)


def _count(output: Path, kind: str) -> int:
    return sum(1 for _ in output.glob(PATTERNS[kind]))


def _entries(output: Path, kind: str) -> int:
    return sum(page.read_bytes().count(ENTRY) for page in output.glob(PATTERNS[kind]))


def _too_few(what: str, found: dict[str, int], planned: dict[str, int]) -> Iterator[str]:
    for kind, count in planned.items():
        if found[kind] < count:
            yield f"{kind}: {found[kind]:,} of {count:,} {what}"


def _faults(page: str, specimen: Specimen) -> Iterator[str]:
    text = TAG.sub("", MARK_LINK.sub("", page))
    yield from (words for words in specimen.paragraphs if words not in text)
    for ruling in specimen.rulings:
        yield from (words for words in _words(ruling) if words not in text)
        yield from (markup for markup in _markup(ruling) if markup not in page)


def _markup(ruling: Ruling) -> Iterator[str]:
    yield f">{ruling.quote}</mark>"
    for words in STRONG.findall("\n".join(ruling.explanation)):
        yield f"<strong>{words}</strong>"


def _words(ruling: Ruling) -> Iterator[str]:
    yield from (ruling.claim, ruling.reason, ruling.quote)
    for item in ruling.evidence:
        yield from (item.finding, item.work.title, item.work.publisher, item.locator)
