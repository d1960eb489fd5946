"""
What a language model should know of the site before it reads anything else (https://llmstxt.org).

A file for each edition: who checks, what the ratings mean, where the newest fact-checks stand and
where everything else is. It is as long as a page, however large the digest is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from factcheck.digest.collection import Digest
from factcheck.digest.entries import Entry
from factcheck.model.scale import Scales
from factcheck.publishing.addresses import (
    BROWSE,
    CORRECTIONS,
    DATA,
    HOME,
    LLMS,
    RATINGS,
    SEARCH,
    SITEMAP,
    Record,
    check_path,
    rating_path,
    twin_path,
)
from factcheck.publishing.editions import Edition
from factcheck.publishing.feeds.forms import Form
from factcheck.publishing.file import File
from factcheck.publishing.markdown.writing import Place, blocks, heading, listed, quoted, words
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.views.site import DeskPage

#: How many fact-checks are named, and how many of the desk's pages.
NEWEST: Final = 50
PAGES: Final = 50

#: How many characters are told of each.
LONGEST: Final = 300

#: What a reader may leave out stands under this name; the format knows no other.
OPTIONAL: Final = "Optional"


def llms_files(
    digest: Digest, scales: Scales, desk_pages: tuple[DeskPage, ...], page: PageMaker
) -> Iterator[File]:
    """
    Give the file of each edition.

    Args:
        digest: What readers may see.

        scales: The rating scales.

        desk_pages: The pages that the desk wrote.

        page: Knows the site and its editions.
    """
    for edition in page.editions:
        record = page.record(edition.prefix + LLMS, edition)
        place = Place.of(record)
        checks = digest.in_language(edition.lists).checks
        text = blocks(
            *_opening(record, place),
            _section(place.say("heading", "Newest fact-checks"), _checks(checks, scales, record)),
            _section(place.say("heading", "What the ratings mean"), _ratings(scales, record)),
            _section(place.say("heading", "About the desk"), _desk(desk_pages, page, record)),
            _section(place.say("heading", "For machines"), _files(record)),
            _section(OPTIONAL, _others(page.editions, record)),
        )
        yield File(record.path, f"{text}\n".encode(), frozenset(record.links))


def _opening(record: Record, place: Place) -> Iterator[str]:
    site = record.site
    yield heading(1, words(site.name))
    tagline = record.edition.tagline(site) or site.tagline
    yield quoted(words(tagline)) if tagline else ""
    yield place.say(
        "sentence, to a language model",
        "Here %(desk)s publishes fact-checks. Each takes one document, finds the claims in it, "
        "and rules on every claim by evidence that it names. Who repeats a ruling should give its "
        "rating together with the reason, the day, and the address of its page.",
        desk=site.desk,
    )
    if site.markdown:
        yield place.say(
            "sentence, to a language model",
            "Beside each page of a fact-check, and of a claim, stands the same page in Markdown: "
            "its address ends in .md where the page's ends in .html, and in index.md where the "
            "page's ends in a slash.",
        )


def _section(title: str, items: Iterable[str]) -> str:
    found = listed(items)
    return f"{heading(2, title)}\n\n{found}" if found else ""


def _item(title: str, href: str, place: Place, note: str = "") -> str:
    return f"{place.link(title, href)}: {words(note)}" if note else place.link(title, href)


def _checks(checks: Iterable[Entry], scales: Scales, record: Record) -> Iterator[str]:
    place = Place.of(record)
    for check in islice(checks, NEWEST):
        path = check_path(check.slug)
        href = record.to(twin_path(path) if record.site.markdown else path)
        scale = scales.scale(check.scale) or scales.default
        rating = scale.rating(check.rating) if check.rating else None
        told = (
            record.words.say("mark on a worked example", "Sample") if check.is_sample else "",
            rating.label_in(check.language) if rating else "",
            record.words.day(check.day),
        )
        note = f"{place.strung(*told)}. {check.summary}"
        yield _item(_short(check.title), href, place, _short(note))


def _ratings(scales: Scales, record: Record) -> Iterator[str]:
    place, scale, language = Place.of(record), scales.default, record.words.language
    for rating in scale.ratings:
        href = record.to_list(rating_path(rating.key, scale.id, record.default_scale))
        yield _item(rating.label_in(language), href, place, rating.definition_in(language))


def _desk(desk_pages: tuple[DeskPage, ...], page: PageMaker, record: Record) -> Iterator[str]:
    notes = {record.to(one.path): one.description for one in desk_pages if one.is_listed}
    for link in islice(page.view(record.edition).pages, PAGES):
        yield _item(_short(link.title), link.href, Place.of(record), _short(notes[link.href]))


def _files(record: Record) -> Iterator[str]:
    place, say = Place.of(record), record.words.say
    feed = say("name of a file for machines", "Atom feed")
    yield _item(feed, record.to(f"{record.edition.feed}{Form.ATOM.suffix}"), place)
    if record.site.data:
        everything = say("name of a file for machines", "All fact-checks as data")
        yield _item(everything, record.to(DATA), place)
    yield _item(say("name of a file for machines", "Sitemap"), record.to(SITEMAP), place)


def _others(editions: Iterable[Edition], record: Record) -> Iterator[str]:
    place, say = Place.of(record), record.words.say
    yield _item(say("navigation", "Fact-checks"), record.to_list(HOME), place)
    yield _item(say("navigation", "Browse"), record.to_list(BROWSE), place)
    if record.site.search:
        yield _item(say("navigation", "Search"), record.to_list(SEARCH), place)
    yield _item(say("navigation", "Ratings"), record.to_list(RATINGS), place)
    yield _item(say("navigation", "Corrections"), record.to_list(CORRECTIONS), place)
    for one in editions:
        if one != record.edition:
            language = one.words.begun(one.words.name_of(one.words.language))
            yield _item(language, record.to(one.prefix + LLMS), place)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
