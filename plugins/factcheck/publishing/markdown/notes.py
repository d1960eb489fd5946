"""
What stands around the rulings in a twin: notices, dates, changes, replies, how to cite the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from factcheck.publishing.citation import Citation
from factcheck.publishing.markdown.writing import (
    HERE,
    Place,
    address,
    blocks,
    heading,
    listed,
    section,
    strong,
    words,
)
from factcheck.publishing.views.changes import NoteView
from factcheck.publishing.views.versions import Versions
from factcheck.reading.plain_markdown import code_block


class Dated(Protocol):
    """
    A page that says when it was published, and by whom.
    """

    @property
    def published(self) -> str:
        """In words."""

    @property
    def updated(self) -> str:
        """In words; empty where nothing has changed since."""

    @property
    def authors(self) -> str:
        """Who wrote it."""

    @property
    def report(self) -> str:
        """Where errors are reported; may be empty."""


def byline(page: Dated, place: Place) -> str:
    """
    Return when a page was published and by whom.
    """
    report = place.words.say("link", "Report an error")
    parts = (
        place.say("under a title", "Published %(day)s", day=page.published),
        place.say("under a title", "Updated %(day)s", day=page.updated) if page.updated else "",
        place.say("under a title", "By %(authors)s", authors=page.authors),
        place.link(report, page.report) if page.report else "",
    )
    return " · ".join(filter(None, parts))


def notices(how_read: str, place: Place, *, is_sample: bool) -> str:
    """
    Return what a reader must know before anything else.

    Args:
        how_read: ``full``, ``excerpt`` or ``partly``: how the works were read.

        place: Of the page.

        is_sample: Whether the page is a worked example.
    """
    if not is_sample:
        told = place.say("sentence", "The works cited were read in excerpt, not in full.")
        return told if how_read == "excerpt" else ""
    shows = place.say("sentence", "It shows what this software does.")
    if how_read == "excerpt":
        shows = place.say(
            "sentence",
            "It shows what this software does; the works it cites were read in excerpt, in stored "
            "copies, not in full.",
        )
    return " ".join(
        (
            strong(place.say("sentence", "This is a sample.")),
            shows,
            place.say("sentence", "Do not quote it as the work of a newsroom."),
        )
    )


def languages(versions: Versions, place: Place) -> str:
    """
    Return the ways to a page in other languages, and a word on what is not translated.
    """
    original, others = versions.original, versions.others
    translated = place.say(
        "before the name of the original's language, which is written in itself",
        "Translated from",
    )
    also = place.say("before the names of languages", "Also in:")
    parts = (
        f"{translated} {place.link(original.name, original.href)}" if original else "",
        f"{also} {' · '.join(place.link(one.name, one.href) for one in others)}" if others else "",
    )
    untranslated = place.say(
        "notice",
        "Some words on this page are not translated yet. They are shown in the language of the "
        "original: %(language)s.",
        language=versions.untranslated,
    )
    ways = " · ".join(filter(None, parts))
    return blocks(ways, untranslated if versions.untranslated else "")


def corrections(notes: Iterable[NoteView], place: Place) -> Iterator[str]:
    """
    Give the corrections as they stand above everything else.
    """
    for note in notes:
        if note.is_correction:
            kind, day = note.title, note.date
            told = place.say(
                "kind of change and its day", "%(kind)s, %(day)s.", kind=kind, day=day
            )
            yield f"{strong(told)} {words(note.text)}"


def changes(notes: Iterable[NoteView], place: Place) -> Iterator[str]:
    """
    Give each change as a line of a list.
    """
    for note in notes:
        kind, day = note.title, note.date
        told = place.say("day and kind of change", "%(day)s: %(kind)s.", kind=kind, day=day)
        yield " ".join((strong(told), words(note.text), *_claims(note, place)))


def replies(notes: Iterable[NoteView], place: Place) -> Iterator[str]:
    """
    Give what came of asking for a reply, each as a line of a list.
    """
    for note in notes:
        told = {"party": note.title, "day": note.date, "outcome": note.outcome}
        if note.text:
            reply = place.say(
                "reply",
                "%(party)s, %(day)s, %(outcome)s: %(statement)s",
                statement=note.text,
                **told,
            )
        else:
            reply = place.say("reply", "%(party)s, %(day)s: %(outcome)s.", **told)
        yield " ".join((reply, *_claims(note, place)))


def _claims(note: NoteView, place: Place) -> Iterator[str]:
    return (place.link(name, href) for name, href in note.claims)


def section_of(title: str, items: Iterable[str], level: int = 2) -> str:
    """
    Return a list under a heading; nothing for no items.

    Args:
        title: In Markdown.

        items: Likewise.

        level: Of the heading.
    """
    return section(heading(level, title), listed(items))


def cite(citation: Citation, place: Place) -> str:
    """
    Return the section on how to cite a page.
    """
    told = {
        "desk": citation.desk,
        "title": citation.title,
        "day": citation.published,
        "address": HERE,
    }
    line = place.say("citation", "%(desk)s, “%(title)s”, %(day)s, %(address)s", **told)
    if citation.updated:
        line = place.say(
            "citation",
            "%(desk)s, “%(title)s”, %(day)s, updated %(last_day)s, %(address)s",
            last_day=citation.updated,
            **told,
        )
    copy = place.words.say("link", "Have a copy of this page kept")
    return section(
        heading(2, place.say("heading", "Cite this page")),
        line.replace(HERE, address(citation.address)),
        code_block(citation.bibtex, "bibtex"),
        place.link(copy, citation.archive),
    )
