"""
What stands where a fact-check stood that was taken back or has moved.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Record, absolute, check_path
from factcheck.publishing.views.forms import record_form, twin_form
from factcheck.publishing.views.site import PageHead, head
from factcheck.publishing.words import Words, direction


class MovedView(NamedTuple):
    """
    What stands at a former address.
    """

    head: PageHead
    title: str
    language: str
    direction: str
    href: str


class WithdrawnView(NamedTuple):
    """
    What remains of a fact-check that was taken back.
    """

    head: PageHead
    title: str
    language: str
    direction: str
    date: str
    reason: str

    #: The fact-check that takes its place, if any.
    replaced_by: str

    #: Whether it was a worked example.
    is_sample: bool


def moved_view(check: FactCheck, path: str, record: Record) -> MovedView:
    """
    Make the view of a page that leads from a former address to the present one.
    """
    verdict = check.verdict
    present = absolute(record.site, path)
    # What was taken back is told nowhere, and so not of the page that leads there either.
    told = verdict.withdrawn.reason if verdict.withdrawn else verdict.summary
    return MovedView(
        # Machines are told the present address as the canonical one.
        head=head(record, verdict.title, told)._replace(canonical=present),
        title=verdict.title,
        language=verdict.language,
        direction=direction(verdict.language),
        href=record.to(path),
    )


def list_moved_view(title: str, path: str, record: Record) -> MovedView:
    """
    Make the view of a page that leads from where a name's list would stand to where it does.

    Args:
        title: The list's title, in the edition's language.

        path: Where it stands.

        record: Notes the link.
    """
    present = absolute(record.site, path)
    return MovedView(
        head=head(record, title, title)._replace(canonical=present),
        title=title,
        # Of a name nobody knows it; HTML's way to say so (HTML Standard, 3.2.6.2).
        language="",
        direction="auto",
        href=record.to(path),
    )


def withdrawn_view(check: FactCheck, record: Record) -> WithdrawnView:
    """
    Make the view of a page that says that its fact-check was taken back.
    """
    verdict = check.verdict
    withdrawal = verdict.withdrawn
    if withdrawal is None:
        msg = f"{check.sidecar} is not withdrawn"
        raise ValueError(msg)
    successor = withdrawal.replaced_by
    return WithdrawnView(
        head=head(record, _title(verdict.title, record.words), withdrawal.reason)._replace(
            links=(*record_form(check, record), *twin_form(check_path(check.slug), record))
        ),
        title=verdict.title,
        language=verdict.language,
        direction=direction(verdict.language),
        date=record.words.date(withdrawal.date),
        reason=withdrawal.reason,
        replaced_by=record.to(check_path(successor)) if successor else "",
        is_sample=verdict.sample,
    )


def _title(title: str, words: Words) -> str:
    return words.say("title", "Withdrawn: %(title)s", title=title)
