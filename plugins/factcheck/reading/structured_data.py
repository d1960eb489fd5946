"""
Structured data as it was published: in web pages, in JSON, in JSON Lines.

A page's data are the texts of its ``script`` elements of type ``application/ld+json`` (JSON-LD
1.1, 7). Microdata and RDFa are seen, not read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup, UnusualUsageWarning
from bs4.element import Tag
from bs4.filter import SoupStrainer

from factcheck.diagnostics import Place, Problem, Severity
from factcheck.model.bounds import REVIEW_BYTES
from factcheck.reading.decoding import Undecodable, utf8
from factcheck.reading.json_nodes import Located, read_json
from factcheck.reading.oversize import WHERE, too_large
from factcheck.reading.source import Source

BOUNDS: Final = "review-bounds"
JSON_LD: Final = "application/ld+json"
READ: Final = SoupStrainer(["script", "link", "meta"])
#: What HTML takes for the end of a line (its "normalize newlines").
NEW_LINE: Final = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Published:
    """
    One file's structured data.
    """

    source: Source
    values: tuple[Located, ...]
    problems: tuple[Problem, ...]
    is_page: bool = False

    #: The address that the page gives as its own; empty if it gives none.
    address: str = ""


def read_published(data: bytes, name: str, subject: str) -> Published:
    """
    Read one file.

    Args:
        data: The file's bytes.

        name: What to call the file in messages.

        subject: The type that is looked for: what cannot hold its name is passed over.

    Returns:
        Every value in JSON that could be read, and every problem: ``review-bounds``,
        ``not-utf8``, ``microdata-unread`` and those of ``json_nodes``.
    """
    if len(data) > REVIEW_BYTES:
        return Published(Source(name, ""), (), (too_large(name, BOUNDS, REVIEW_BYTES),))
    text = utf8(data, name)
    if isinstance(text, Undecodable):
        return Published(text.before, (), (text.problem("not-utf8"),))
    if text.lstrip().startswith("<"):
        return _page(Source(name, NEW_LINE.sub("\n", text)), subject)
    source = Source(name, text)
    values, problems = _json(source, 0, len(text), several=True) if text.strip() else ((), ())
    return Published(source, values, problems)


def _page(source: Source, subject: str) -> Published:
    if subject not in source.text:
        return Published(source, (), (), is_page=True)
    soup = _parsed(source.text)
    values: list[Located] = []
    problems = [*_unread(source, subject)]
    for start, end in _scripts(source.text, soup, subject):
        found, told = _json(source, start, end)
        values += found
        problems += told
    return Published(source, tuple(values), tuple(problems), is_page=True, address=_address(soup))


def _parsed(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnusualUsageWarning)
        return BeautifulSoup(text, "lxml", parse_only=READ)


def _scripts(text: str, soup: BeautifulSoup, subject: str) -> Iterator[tuple[int, int]]:
    """Give where each script's text stands; the parser keeps it as it is, but not where."""
    at = 0
    for script in soup.find_all("script"):
        kind = str(script.get("type") or "").partition(";")[0].strip().lower()
        content = script.string or ""
        if kind != JSON_LD or subject not in content:
            continue
        found = text.find(content, at)
        if found >= 0:
            at = found + len(content)
            yield found, at


def _address(soup: BeautifulSoup) -> str:
    """Return what the page calls its own address (HTML's ``rel=canonical``, else Open Graph's)."""
    link = soup.find("link", rel="canonical", href=True)
    meta = soup.find("meta", property="og:url", content=True)
    if isinstance(link, Tag):
        return str(link["href"]).strip()
    return str(meta["content"]).strip() if isinstance(meta, Tag) else ""


def _unread(source: Source, subject: str) -> Iterator[Problem]:
    """Say that the subject stands in markup that is not read."""
    pattern = rf"\b(?:itemtype|typeof)\s{{0,9}}=[^>]{{0,200}}?\b{re.escape(subject)}\b"
    found = re.search(pattern, source.text)
    if found:
        message = f"a {subject} stands here as microdata or RDFa, which is not checked"
        hint = f'publish it as JSON-LD, in a script element of type "{JSON_LD}"'
        place = source.place_at(found.start())
        yield source.problem(
            "microdata-unread", place, message, hint=hint, severity=Severity.WARNING
        )


def _json(
    source: Source, start: int, end: int, *, several: bool = False
) -> tuple[tuple[Located, ...], tuple[Problem, ...]]:
    values, faults = read_json(source.text, start, end, several=several)
    problems = (
        source.problem(
            fault.code,
            _within(source, fault.at),
            fault.message,
            hint=WHERE if fault.code == BOUNDS else fault.hint,
        )
        for fault in faults
    )
    return tuple(values), tuple(problems)


def _within(source: Source, at: int) -> Place:
    return source.place_at(min(at, len(source.text)))
