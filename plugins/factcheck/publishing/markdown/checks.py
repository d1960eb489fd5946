"""
The twin of a fact-check's page, and of the page that says that one was taken back.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Display
from factcheck.publishing.markdown import notes
from factcheck.publishing.markdown.documents import document_in_markdown
from factcheck.publishing.markdown.rulings import rated, ruling_in_markdown
from factcheck.publishing.markdown.works import works_cited
from factcheck.publishing.markdown.writing import (
    Place,
    blocks,
    heading,
    listed,
    prose,
    section,
    seen,
    strong,
    words,
)
from factcheck.publishing.views.changes import NoteView
from factcheck.publishing.views.checks import CheckView, GroupView, UnratedView
from factcheck.publishing.views.gone import WithdrawnView


def check_in_markdown(page: CheckView, check: FactCheck, place: Place) -> str:
    """
    Return the twin of a fact-check's page, without its front matter.

    Args:
        page: What it shows.

        check: The fact-check, with the desk's own Markdown.

        place: Of the page.
    """
    document = page.document
    kicker = ", ".join(filter(None, (words(document.check_of), words(document.outlet))))
    return blocks(
        heading(1, words(page.title)),
        notes.languages(page.versions, place),
        notes.notices(page.how_read, place, is_sample=page.is_sample),
        *notes.corrections(page.corrections, place),
        kicker,
        rated(page.rating, place) if page.rating else "",
        words(page.reason) if page.rating else "",
        section(heading(2, place.say("heading", "In short")), words(page.summary)),
        section(
            heading(2, place.say("heading", "What is known")), prose(check.verdict.what_is_known)
        ),
        notes.byline(page, place),
        _topics(page, place),
        _rulings(page, check, place),
        document_in_markdown(document, place),
        _unrated(page, place),
        works_cited(page.works, has_supplied_titles=page.has_supplied_titles, place=place),
        section(
            heading(2, place.say("heading", "How this was checked")),
            *_how(page, check, place),
        ),
        _changes(page, place),
        notes.cite(page.citation, place),
    )


def _topics(page: CheckView, place: Place) -> str:
    topics = place.strung(*(place.link(topic, href) for topic, href in page.topics))
    return f"{strong(place.say('name of a list', 'Topics') + ':')} {topics}" if topics else ""


def _rulings(page: CheckView, check: FactCheck, place: Place) -> str:
    claims = {ruled.claim.id: ruled.claim for ruled in check.claims}
    minor = (
        ruling_in_markdown(ruling, claims[ruling.claim_id], 3, place) for ruling in page.minor
    )
    return blocks(
        section(
            heading(2, place.say("heading", "The rulings")),
            _counts(page, place),
            *(_group(group, check, place) for group in page.groups),
        ),
        section(
            heading(2, place.say("heading", "Also checked")),
            words(page.minor_count) if page.minor else "",
            *minor,
        ),
    )


def _counts(page: CheckView, place: Place) -> str:
    told = words(page.counts)
    if len(page.overview) > 1 and page.document.display != Display.NONE:
        told += " " + place.say(
            "sentence, of the rulings", "They are numbered in the order of the document."
        )
    return told


def _group(group: GroupView, check: FactCheck, place: Place) -> str:
    claims = {ruled.claim.id: ruled.claim for ruled in check.claims}
    level = 4 if group.title else 3
    rulings = (
        ruling_in_markdown(ruling, claims[ruling.claim_id], level, place)
        for ruling in group.rulings
    )
    if not group.title:
        return blocks(*rulings)
    texts = {f"group-{one.id}": one.text for one in check.verdict.groups}
    return section(heading(3, words(group.title)), prose(texts[group.id]), *rulings)


def _unrated(page: CheckView, place: Place) -> str:
    return section(
        heading(2, place.say("heading", "Not rated, and why")),
        words(page.unrated_count) if page.unrated else "",
        listed(_passage(item, place) for item in page.unrated),
    )


def _passage(item: UnratedView, place: Place) -> str:
    where = place.words.say("link to words", "in the document")
    link = f" · {place.link(where, item.href)}" if item.href else ""
    return blocks(
        f"{words(item.mark)} {strong(words(item.reason))}{link}",
        f"> {words(seen(item.quote))}",
        words(item.note),
    )


def _how(page: CheckView, check: FactCheck, place: Place) -> Iterator[str]:
    verdict, reader = check.verdict, ""
    if page.reader_submitted:
        reader = place.say("sentence, of the document checked", "A reader sent it in.")
    yield section(
        heading(3, place.say("heading", "Why this document")), words(page.selection), reader
    )
    yield section(heading(3, place.say("heading", "Method")), prose(verdict.methodology))
    doubt = heading(3, place.say("heading", "What could not be verified"))
    yield section(doubt, prose(verdict.not_verified))
    reply = place.say("heading", "Right of reply")
    yield notes.section_of(reply, notes.replies(page.replies, place), 3)
    disclosed = (
        f"{strong(words(note.title) + ':')} {words(note.text)}" for note in page.disclosures
    )
    yield notes.section_of(place.say("heading", "Disclosures"), disclosed, 3)
    signed = (_signoff(note, place) for note in page.signoffs)
    yield notes.section_of(place.say("heading", "Signed off by"), signed, 3)
    yield place.say(
        "sentence",
        "Checked by %(authors)s for %(desk)s.",
        authors=page.authors,
        desk=page.citation.desk,
    )


def _signoff(note: NoteView, place: Place) -> str:
    return place.say(
        "who signed off",
        "%(name)s, %(role)s, %(day)s",
        name=note.title,
        role=note.text,
        day=note.date,
    )


def _changes(page: CheckView, place: Place) -> str:
    nothing = place.say("sentence", "Nothing has been changed since publication.")
    told = listed(notes.changes(page.changes, place))
    return section(heading(2, place.say("heading", "Changes")), told or nothing)


def withdrawn_in_markdown(page: WithdrawnView, place: Place) -> str:
    """
    Return the twin of the page that says that a fact-check was taken back.
    """
    successor = place.words.say("link", "The fact-check that takes its place")
    return blocks(
        heading(1, words(page.title)),
        notes.notices("full", place, is_sample=page.is_sample),
        place.say("above a title", "Withdrawn %(day)s", day=page.date),
        strong(
            place.say(
                "sentence", "This fact-check was taken back, and its rulings no longer stand."
            )
        ),
        section(
            heading(2, place.say("heading: why a fact-check was withdrawn", "Why")),
            words(page.reason),
        ),
        place.link(successor, page.replaced_by) if page.replaced_by else "",
    )
