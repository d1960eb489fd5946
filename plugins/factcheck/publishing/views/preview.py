"""
What only the preview shows: what is wrong or unfinished, on every page and on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from markupsafe import escape

from factcheck.diagnostics import Problem, Severity
from factcheck.digest.entries import Entry
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.views.site import PageHead, head
from factcheck.publishing.words import Said, Words, direction

#: Where it stands; nothing is ever published below this path.
PREVIEW: Final = "preview/index.html"
SCRIPT: Final = "preview/live.js"
STYLE: Final = "preview/preview.css"
EVENTS: Final = "preview/events"
BAR: Final = "components/preview.html"

STATES: Final = {
    Status.DRAFT: Said("state of a fact-check in the preview", "Draft: not published"),
    Status.READY: Said("state of a fact-check in the preview", "Ready: not published yet"),
    Status.SCHEDULED: Said(
        "state of a fact-check in the preview", "Scheduled: published when its time comes"
    ),
}


class ProblemView(NamedTuple):
    """
    A problem with its place.
    """

    place: str
    severity: str
    code: str
    message: str
    hint: str
    source: str


#: What keeps no draft from being shown.
HARMLESS: Final = {"unwritten"}


class Bar(NamedTuple):
    """
    What stands above a page.
    """

    #: Why readers do not see it; empty where they do.
    state: str

    #: What is unfinished in the whole digest, as a sentence, and where it is listed.
    told: str
    href: str

    #: What is wrong with the page's own files, and what that means for what is shown.
    problems: tuple[ProblemView, ...]
    notice: str


class Unfinished(NamedTuple):
    """
    A fact-check, or a ruling, that somebody should look at.
    """

    title: str
    href: str
    language: str
    direction: str
    file: str
    note: str


class UnfinishedList(NamedTuple):
    """
    Fact-checks that are unfinished in one way.
    """

    id: str
    title: str
    items: tuple[Unfinished, ...]


class PreviewView(NamedTuple):
    """
    The page of all that is unfinished.
    """

    head: PageHead
    problems: tuple[ProblemView, ...]
    lists: tuple[UnfinishedList, ...]


def problem_views(problems: Iterable[Problem]) -> tuple[ProblemView, ...]:
    """
    Make the views of problems, errors first.
    """
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    return tuple(
        ProblemView(
            # A name on the disk may be no text at all.
            place=f"{problem.file}:{problem.line}:{problem.column}".encode(
                errors="backslashreplace"
            ).decode(),
            severity=problem.severity.value,
            code=problem.code,
            message=problem.message.encode(errors="backslashreplace").decode(),
            hint=problem.hint,
            source=problem.source,
        )
        for problem in ordered
    )


def bar_view(
    entry: Entry | None,
    problems: tuple[Problem, ...],
    own: tuple[Problem, ...],
    record: Record,
    *,
    is_broken: bool,
) -> Bar:
    """
    Make what stands above a page.

    Args:
        entry: The last good version of the fact-check that it shows, if there is one.

        problems: Everything that is wrong with any file.

        own: What is wrong with the page's own files.

        record: Makes the link.

        is_broken: Whether the page's own files make no fact-check as they stand. What keeps a
            draft from being one is told as warnings.
    """
    words = record.words
    errors = [problem for problem in own if problem.severity is Severity.ERROR]
    if is_broken and not errors:
        told = (problem for problem in own if problem.code not in HARMLESS)
        errors = [replace(problem, severity=Severity.ERROR) for problem in told]
    return Bar(
        state=words.of(STATES[entry.status]) if entry and entry.status in STATES else "",
        told=_told(problems, words),
        href=record.to(PREVIEW),
        problems=problem_views(errors),
        notice=words.begun(_notice(len(errors), words, is_shown=entry is not None)),
    )


def _notice(count: int, words: Words, *, is_shown: bool) -> str:
    if is_shown:
        return words.count(
            "preview, above errors",
            "%(count)s error in this fact-check: its last good version is shown below",
            "%(count)s errors in this fact-check: its last good version is shown below",
            count,
        )
    return words.count(
        "preview, above errors",
        "%(count)s error in this fact-check: there is no good version yet",
        "%(count)s errors in this fact-check: there is no good version yet",
        count,
    )


def marked(html: str, bar: str, version: int, record: Record) -> str:
    """
    Return a page with a bar above it, and with the script that listens for changes.

    Args:
        html: The page, as it would be published.

        bar: The bar.

        version: Of the digest that the page shows.

        record: Makes the links.
    """
    script, style, events = (record.to(path) for path in (SCRIPT, STYLE, EVENTS))
    head = (
        f'<link rel="stylesheet" href="{escape(style)}">\n'
        f'<script src="{escape(script)}" data-events="{escape(events)}" '
        f'data-version="{version}" defer></script>\n</head>'
    )
    # The first of each is the page's own: in texts, their signs are escaped.
    return html.replace("</head>", head, 1).replace("<body>", f"<body>{bar}", 1)


def amiss(sentence: str, version: int, record: Record) -> str:
    """
    Return a page that says why no page can be shown, and that goes when it can.
    """
    html = f"<!doctype html>\n<head><title>Preview</title></head><body><p>{escape(sentence)}</p>"
    return marked(html, "", version, record)


def preview_view(
    entries: Iterable[Entry], problems: tuple[Problem, ...], today: date, record: Record
) -> PreviewView:
    """
    Make the page of all that is unfinished.

    Args:
        entries: All fact-checks.

        problems: Everything that is wrong with any file.

        today: What reviews are overdue by.

        record: Makes the links.
    """
    words, entries = record.words, sorted(entries, key=lambda entry: entry.sidecar)
    waiting = [
        (entry, words.of(STATES[entry.status])) for entry in entries if entry.status in STATES
    ]
    overdue = [
        (
            entry,
            words.say(
                "preview",
                "%(claim)s was to be reviewed by %(day)s",
                claim=ruled.id,
                day=words.day(ruled.review_by),
            ),
        )
        for entry in entries
        for ruled in entry.rulings
        if ruled.review_by and ruled.is_overdue(today)
    ]
    unlocked = [(entry, "") for entry in entries if not entry.is_locked]
    return PreviewView(
        head=head(record, words.say("title", "What is not finished"), ""),
        problems=problem_views(problems),
        lists=(
            _list("unpublished", words.say("heading", "Not published yet"), waiting, record),
            _list("overdue", words.say("heading", "Reviews that are overdue"), overdue, record),
            _list(
                "unlocked", words.say("heading", "Documents that are not locked"), unlocked, record
            ),
        ),
    )


def _list(
    id_: str, title: str, found: Iterable[tuple[Entry, str]], record: Record
) -> UnfinishedList:
    items = tuple(
        Unfinished(
            title=entry.title,
            href=record.to(check_path(entry.slug)),
            language=entry.language,
            direction=direction(entry.language),
            file=entry.sidecar,
            note=note,
        )
        for entry, note in found
    )
    return UnfinishedList(id_, title, items)


def _told(problems: tuple[Problem, ...], words: Words) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    told = [
        words.count("preview", "%(count)s error", "%(count)s errors", errors) if errors else "",
        words.count("preview", "%(count)s warning", "%(count)s warnings", warnings)
        if warnings
        else "",
    ]
    if errors or warnings:
        return words.begun(words.listed([one for one in told if one]))
    return words.say("title", "What is not finished")
