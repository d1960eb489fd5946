"""
What a document tells of itself: its title, where and when it was published, by whom.

Only what it says in so many words: in a page's head, in its structured data (schema.org), or in
the first lines of a text. A value that a sidecar would refuse is not taken over.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from bs4 import BeautifulSoup, UnusualUsageWarning
from bs4.element import Tag
from bs4.filter import SoupStrainer
from pydantic_core import PydanticCustomError

from factcheck.model.characters import deceiving
from factcheck.model.document import BlockKind, Document
from factcheck.model.likely import likely_dates, likely_languages
from factcheck.model.values import check_address, parse_date
from factcheck.model.vocabulary import DocumentKind
from factcheck.reading.candidates import is_transcript

READ: Final = SoupStrainer(["html", "meta", "title", "link", "script"])
#: As much of a page as is looked at for what it tells of itself, in characters.
MOST: Final = 2_000_000
#: A longer name, title or the like is none.
LONGEST: Final = 300
#: In the first lines of a text: so many, and no longer ones.
FIRST_LINES: Final = 6
LINE: Final = 120

ARTICLES: Final = re.compile(r"(?:.*Article|Report|ReportageNewsArticle)\Z")
POSTS: Final = re.compile(r"(?:BlogPosting|SocialMediaPosting|DiscussionForumPosting)\Z")
RELEASE: Final = re.compile(r"\bfor immediate release\b|\bpress release\b", re.IGNORECASE)
LETTER: Final = re.compile(r"^(?:From|To|Subject): ", re.MULTILINE)
BYLINE: Final = re.compile(r"By ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})\Z")  # noqa: RUF001 - an apostrophe
DATED: Final = re.compile(r"(?:(?:Published|Date|Updated)[: ]+)?(.{6,20})\Z", re.IGNORECASE)
DAY: Final = len("2026-11-23")


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a document tells of itself; empty is what it does not tell.
    """

    title: str = ""
    kind: DocumentKind | None = None
    url: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""

    def with_rest_of(self, other: Told) -> Told:
        """
        Return this, with what only the other tells.
        """
        missing = {name: getattr(other, name) for name in NAMES if not getattr(self, name)}
        return replace(self, **missing)


UNTOLD: Final = Told()
NAMES: Final = ("title", "kind", "url", "outlet", "author", "published", "language")


def checked(told: Told) -> Told:
    """
    Return what of it a sidecar can hold.
    """
    return replace(
        told,
        title=_words(told.title),
        url=_let_in(check_address, told.url.strip()),
        outlet=_words(told.outlet),
        author=_words(told.author),
        published=_day(told.published),
        language=next(likely_languages(told.language[:LONGEST]), "") if told.language else "",
    )


def told_by_page(html: str) -> Told:
    """
    Return what a web page tells of itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnusualUsageWarning)
        soup = BeautifulSoup(html[:MOST], "lxml", parse_only=READ)
    head = _Head(soup)
    return checked(head.told.with_rest_of(head.structured()))


def told_by_text(document: Document) -> Told:
    """
    Return what the first lines of a text, and its lines altogether, tell.
    """
    text = document.text
    first = [block.text for block in document.blocks[:FIRST_LINES]]
    lines = [line.strip() for line in "\n".join(first).split("\n")[:FIRST_LINES]]
    short = [line for line in lines if line and len(line) <= LINE]
    told = Told(
        title=document.title or _title(document, lines),
        kind=_kind(text),
        author=next((one[1] for one in map(BYLINE.match, short) if one), ""),
        published=next(_dates(short), ""),
    )
    return checked(told)


def _kind(text: str) -> DocumentKind | None:
    if is_transcript(text):
        return DocumentKind.TRANSCRIPT
    start = text[: FIRST_LINES * LINE]
    if RELEASE.search(start):
        return DocumentKind.PRESS_RELEASE
    if len(LETTER.findall(start)) > 1:
        return DocumentKind.MESSAGE
    return None


def _title(document: Document, lines: list[str]) -> str:
    """Return the first heading, or a first line that is one: short, and no sentence."""
    headings = (block.text for block in document.blocks if block.kind is BlockKind.HEADING)
    heading = next(headings, "")
    if heading or len(lines) < len(("a title", "a text")):
        return heading
    is_title = len(lines[0]) <= LINE and not re.search(r"[.!?:;,…]\s*\Z", lines[0])
    return lines[0] if is_title else ""


def _dates(lines: list[str]) -> Iterator[str]:
    for line in lines:
        found = DATED.match(line)
        dates = list(likely_dates(found[1])) if found else []
        if len(dates) == 1:  # of two, nobody knows which is meant
            yield dates[0]


class _Head:
    """What a page says in its head."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self._meta: dict[str, str] = {}
        for meta in soup.find_all("meta"):
            key = str(meta.get("property") or meta.get("name") or "").lower()
            self._meta.setdefault(key, str(meta.get("content") or ""))

    @property
    def told(self) -> Told:
        return Told(
            title=self._first("og:title", "twitter:title"),
            kind={"article": DocumentKind.ARTICLE}.get(self._first("og:type")),
            url=self._link() or self._first("og:url"),
            outlet=self._first("og:site_name"),
            author=self._first("author", "article:author", "byl"),
            published=self._first("article:published_time", "date", "dc.date", "pubdate"),
            language=self._language(),
        )

    def structured(self) -> Told:
        """Return what the page's structured data tells, and its title."""
        title = self._soup.find("title")
        told = Told(title=title.get_text() if title else "", kind=DocumentKind.PAGE)
        for one in self._data():
            kind = str(one.get("@type"))
            is_post, is_article = POSTS.match(kind), ARTICLES.match(kind)
            if is_post or is_article:
                return Told(
                    title=_text(one.get("headline")),
                    kind=DocumentKind.POST if is_post else DocumentKind.ARTICLE,
                    url=_text(one.get("url")),
                    outlet=_name(one.get("publisher")),
                    author=_name(one.get("author")),
                    published=_text(one.get("datePublished")),
                    language=_text(one.get("inLanguage")),
                ).with_rest_of(told)
        return told

    def _data(self) -> Iterator[dict[str, Any]]:
        for script in self._soup.find_all("script", type="application/ld+json"):
            try:
                found = json.loads(script.get_text())
            except (ValueError, RecursionError):
                continue
            graph = found.get("@graph") if isinstance(found, dict) else found
            for one in [found, *(graph if isinstance(graph, list) else [])]:
                if isinstance(one, dict):
                    yield one

    def _first(self, *keys: str) -> str:
        return next((self._meta[key] for key in keys if self._meta.get(key)), "")

    def _link(self) -> str:
        link = self._soup.find("link", rel="canonical")
        return str(link.get("href") or "") if isinstance(link, Tag) else ""

    def _language(self) -> str:
        page = self._soup.find("html")
        told = str(page.get("lang") or "") if isinstance(page, Tag) else ""
        return told or self._first("og:locale")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _name(value: object) -> str:
    """Return the name of one party, or the names of several, as schema.org gives them."""
    many = value if isinstance(value, list) else [value]
    names = (_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in many)
    return ", ".join(name for name in names if name)


def _words(text: str) -> str:
    """Return a text on one line; none that is too long, hides something or is an address."""
    plain = " ".join(text[: 2 * LONGEST].split())
    is_name = len(plain) <= LONGEST and not plain.startswith(("http://", "https://"))
    return plain if is_name and not any(True for _ in deceiving(plain)) else ""


def _day(text: str) -> str:
    """Return a date without its time; nothing where two days may be meant."""
    plain = text.strip()
    if day := _let_in(lambda one: parse_date(one).text, plain[:DAY]):
        return day
    dates = list(likely_dates(plain[:LONGEST]))
    return dates[0][:DAY] if len(dates) == 1 else ""


def _let_in(check: Callable[[str], str], text: str) -> str:
    try:
        return check(text) if text else ""
    except PydanticCustomError:
        return ""
