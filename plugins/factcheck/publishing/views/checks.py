"""
A fact-check's page.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Prominence
from factcheck.publishing.addresses import DOCUMENT, TOPICS, Record, check_path
from factcheck.publishing.borrowed import in_html
from factcheck.publishing.citation import Citation, citation
from factcheck.publishing.frames import Frame, frame
from factcheck.publishing.naming import topics_of
from factcheck.publishing.numbering import Numbered
from factcheck.publishing.structured.article import article
from factcheck.publishing.structured.breadcrumbs import breadcrumbs
from factcheck.publishing.tally import tally
from factcheck.publishing.views.changes import NoteView, changes, replies, updated
from factcheck.publishing.views.document import DocumentView, document_view
from factcheck.publishing.views.forms import forms
from factcheck.publishing.views.history import RevisionView, history
from factcheck.publishing.views.ratings import RatingView, rating_view
from factcheck.publishing.views.rulings import RulingView, ruling_views
from factcheck.publishing.views.sharing import sharing
from factcheck.publishing.views.site import PageHead, head, report_link
from factcheck.publishing.views.versions import Versions, versions
from factcheck.publishing.views.works import Works, WorkView
from factcheck.publishing.wording import SIGNOFF_ROLES, UNRATED_REASONS
from factcheck.publishing.words import direction

#: The ids that the fact-check's template itself holds, for links to its sections.
SECTIONS = (
    "main",
    "rulings",
    DOCUMENT,
    "also-checked",
    "not-rated",
    "works",
    "about-this-check",
    "changes",
    "cite",
)


class GroupView(NamedTuple):
    """
    Key rulings under one heading; without a title where the sidecar has no group for them.
    """

    id: str
    title: str
    text: Markup
    rulings: tuple[RulingView, ...]


class UnratedView(NamedTuple):
    """
    Words that were not rated, and why.
    """

    mark: str
    id: str
    quote: str
    href: str
    reason: str
    note: str


class CheckView(NamedTuple):
    """
    A fact-check's page.
    """

    head: PageHead
    slug: str
    title: str
    language: str
    direction: str
    versions: Versions
    is_sample: bool
    #: ``full``, ``excerpt`` or ``partly``: how the works were read.
    how_read: str
    published: str
    published_iso: str
    updated: str
    authors: str
    #: Each with a link to all fact-checks on it, if the site has such lists.
    topics: tuple[tuple[str, str], ...]
    rating: RatingView | None
    reason: str
    summary: str
    counts: str
    what_is_known: Markup
    #: All rulings in the order in which they are told, for a list in brief.
    overview: tuple[RulingView, ...]
    groups: tuple[GroupView, ...]
    minor: tuple[RulingView, ...]

    #: What is folded, counted in words.
    minor_count: str
    unrated: tuple[UnratedView, ...]
    unrated_count: str
    document: DocumentView
    works: tuple[WorkView, ...]
    #: Whether a work's title is the desk's own.
    has_supplied_titles: bool
    selection: str
    reader_submitted: bool
    methodology: Markup
    not_verified: Markup
    disclosures: tuple[NoteView, ...]
    signoffs: tuple[NoteView, ...]
    replies: tuple[NoteView, ...]
    changes: tuple[NoteView, ...]
    history: tuple[RevisionView, ...]
    corrections: tuple[NoteView, ...]
    report: str
    citation: Citation

    #: For other sites; None where they may have none.
    frame: Frame | None


def check_view(check: FactCheck, numbers: Numbered, works: Works, record: Record) -> CheckView:
    """
    Make the view of a fact-check's page.

    Args:
        check: The fact-check.

        numbers: Its numbers.

        works: Its listed works.

        record: Notes the page's ids and links.
    """
    verdict, words = check.verdict, record.words
    record.offer(SECTIONS)
    record.offer(work.id for work in works.values())
    rulings = ruling_views(check, numbers, works, record)
    groups = groups_of(check, rulings, record)
    minor = tuple(
        rulings[ruled.claim.id]
        for ruled in check.claims
        if ruled.claim.prominence is Prominence.MINOR
    )
    notes, changed = changes(check, record), updated(check, words)
    told = versions(check, check_path, record)
    here = (verdict.title, check_path(check.slug))
    return CheckView(
        head=told.in_head(head(record, verdict.title, verdict.summary))._replace(
            links=tuple(forms(check, record)),
            structured_data=(article(check, record.site), breadcrumbs([here], record)),
            sharing=sharing(check, record, verdict.title),
        ),
        slug=check.slug,
        title=verdict.title,
        language=verdict.language,
        direction=direction(verdict.language),
        versions=told,
        is_sample=verdict.sample,
        how_read=numbers.how_read,
        published=words.date(verdict.published.as_date),
        published_iso=verdict.published.text,
        updated=changed,
        authors=words.listed(verdict.authors),
        topics=tuple(
            (topic.name, record.to_group(TOPICS, topic.slug)) for topic in topics_of(check)
        ),
        rating=rating_view(check.rating, check.scale, verdict.language, record)
        if check.rating
        else None,
        reason=verdict.reason or "",
        summary=verdict.summary,
        counts=tally(check, words),
        what_is_known=in_html(verdict.what_is_known),
        overview=tuple(r for group in groups for r in group.rulings) + minor,
        groups=groups,
        minor=minor,
        minor_count=words.count(
            "beside a heading", "%(count)s claim", "%(count)s claims", len(minor)
        ),
        unrated=_unrated(check, numbers, record),
        unrated_count=words.count(
            "beside a heading", "%(count)s passage", "%(count)s passages", len(check.unrated)
        ),
        document=document_view(check, numbers, record),
        works=tuple(works.values()),
        has_supplied_titles=any(work.title_supplied for work in works.values()),
        selection=verdict.selection.reason if verdict.selection else "",
        reader_submitted=bool(verdict.selection and verdict.selection.reader_submitted),
        methodology=in_html(verdict.methodology),
        not_verified=in_html(verdict.not_verified),
        disclosures=tuple(NoteView(item.person, "", item.text) for item in verdict.disclosures),
        signoffs=tuple(
            NoteView(item.name, words.date(item.date), words.of(SIGNOFF_ROLES[item.role]))
            for item in verdict.signoffs
        ),
        replies=replies(check, record),
        changes=notes,
        history=history(check, record),
        corrections=tuple(note for note in notes if note.is_correction),
        report=report_link(record),
        citation=citation(check, verdict.title, check.slug, changed, record),
        frame=frame(check, None, record),
    )


def groups_of(
    check: FactCheck, rulings: dict[str, RulingView], record: Record
) -> tuple[GroupView, ...]:
    """
    Return the key rulings in their groups.

    Args:
        check: The fact-check.

        rulings: The views of its rulings, by the ids of the claims.

        record: Notes the groups' ids.
    """
    key = [c.claim.id for c in check.claims if c.claim.prominence is Prominence.KEY]
    grouped = {id_ for group in check.verdict.groups for id_ in group.claims}
    groups = [
        GroupView(
            record.id(f"group-{group.id}"),
            group.title,
            in_html(group.text),
            tuple(rulings[id_] for id_ in group.claims if id_ in key),
        )
        for group in check.verdict.groups
    ]
    loose = tuple(rulings[id_] for id_ in key if id_ not in grouped)
    if loose:
        groups.append(GroupView("", "", Markup(), loose))
    return tuple(group for group in groups if group.rulings)


def _unrated(check: FactCheck, numbers: Numbered, record: Record) -> tuple[UnratedView, ...]:
    shown = check.verdict.document.display.value != "none"
    text = check.document.text
    return tuple(
        UnratedView(
            mark=mark,
            id=record.id(f"unrated-{mark}"),
            quote=" ".join(text[words.anchor.start : words.anchor.end].split()),
            href=record.to(record.path, f"unrated-quote-{mark}") if shown else "",
            reason=record.words.of(UNRATED_REASONS[words.unrated.reason]),
            note=words.unrated.note or "",
        )
        for words, mark in sorted(
            zip(check.unrated, numbers.unrated, strict=True), key=lambda pair: pair[0].anchor.start
        )
    )
