"""
Cited works and what they say, in a twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.publishing.markdown.writing import (
    Place,
    address,
    blocks,
    heading,
    listed,
    quoted,
    section,
    strong,
    words,
)
from factcheck.publishing.views.works import EvidenceView, StanceView, WorkView


def evidence(stances: Iterable[StanceView], level: int, place: Place) -> Iterator[str]:
    """
    Give a claim's evidence, a block for each bearing.

    Args:
        stances: The evidence.

        level: Of the headings.

        place: Of the page.
    """
    for stance in stances:
        items = listed(_evidence(item, place) for item in stance.evidence)
        yield section(heading(level, words(stance.words)), items)


def _evidence(item: EvidenceView, place: Place) -> str:
    return blocks(
        words(item.finding),
        quoted(words(item.excerpt)) if item.excerpt else "",
        words(item.excerpt_translation),
        _source_of(item, place),
        _interests(item.work, place),
        _origin(item.work, place),
    )


def _source_of(item: EvidenceView, place: Place) -> str:
    day = item.accessed
    read = place.say("of a work cited", "read %(day)s", day=day) if day else ""
    part = place.say("of a work cited", "read in excerpt") if item.read_in_excerpt else ""
    source = place.strung(_source(item.work, place), words(item.locator), read, part)
    number = f"[{item.work.number}]"
    return f"{source} {place.link(number, item.work_href)}" if item.work_href else source


def _source(work: WorkView, place: Place) -> str:
    title = f"[{work.title}]" if work.title_supplied else work.title
    linked = place.link(title, work.archived_url or work.url)
    if work.archived_url and work.url:
        archived = place.say("of a work cited; a link follows", "archived;")
        linked += f" ({archived} {place.link(place.words.say('link', 'original'), work.url)})"
    told = (work.publisher, work.published, work.kind, work.written_in)
    return place.strung(linked, *map(words, told))


def _interests(work: WorkView, place: Place) -> str:
    interest = place.say("before a publisher's interest", "Interest:")
    return f"{interest} {words(work.interests)}" if work.interests else ""


def _origin(work: WorkView, place: Place) -> str:
    if not work.derived_from:
        return ""
    return place.say(
        "of a work cited", "Not independent of: %(other_work)s", other_work=work.derived_from
    )


def works_cited(works: Iterable[WorkView], *, has_supplied_titles: bool, place: Place) -> str:
    """
    Return the section with the list of works.

    Args:
        works: In their order.

        has_supplied_titles: Whether a title is the desk's own.

        place: Of the page.
    """
    supplied = place.say("sentence", "Titles in square brackets were supplied by the desk.")
    return section(
        heading(2, place.say("heading", "Works cited")),
        supplied if has_supplied_titles else "",
        listed(_work(work, place) for work in works),
    )


def _work(work: WorkView, place: Place) -> str:
    parts = (
        f"{strong(words(work.number))} {_source(work, place)}",
        *(address(one) for one in (work.archived_url, work.url) if one),
        _interests(work, place),
        _origin(work, place),
    )
    return " ".join(filter(None, parts))
