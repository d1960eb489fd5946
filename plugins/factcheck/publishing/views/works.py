"""
Cited works and what they say, as a reader meets them.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.model.verdict import Evidence, WorkFields
from factcheck.model.vocabulary import ReadAs
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.numbering import Numbered
from factcheck.publishing.wording import STANCES, WORK_KINDS, date_in_words, direction


class WorkView(NamedTuple):
    """
    One cited work.
    """

    #: Its element's id and number in the list of works; empty for a work described in place.
    id: str
    number: str
    title: str
    title_supplied: bool
    publisher: str
    published: str
    kind: str
    language: str
    direction: str
    url: str
    archived_url: str
    interests: str

    #: The title of the work that this one repeats.
    derived_from: str


class EvidenceView(NamedTuple):
    """
    One work's bearing on one claim.
    """

    work: WorkView

    #: A link to the work in the list of works cited; empty for a work described in place.
    work_href: str
    finding: str
    excerpt: str
    excerpt_language: str
    excerpt_direction: str
    excerpt_translation: str
    locator: str

    #: Whether to say that only a part of the work was read: not where the page says so of all.
    read_in_excerpt: bool
    accessed: str


class StanceView(NamedTuple):
    """
    All evidence with one bearing on a claim.
    """

    key: str
    words: str
    evidence: tuple[EvidenceView, ...]


def works_cited(check: FactCheck, numbers: Numbered, record: Record) -> tuple[WorkView, ...]:
    """
    Make the views of all listed works, in the sidecar's order.
    """
    works = check.verdict.works
    return tuple(
        _work(check, work, work.title, record.id(work_id(id_)), numbers.works[id_])
        for id_, work in works.items()
    )


def stances(
    check: FactCheck, evidence: tuple[Evidence, ...], numbers: Numbered, record: Record
) -> tuple[StanceView, ...]:
    """
    Make the views of a claim's evidence, grouped by its bearing.

    Args:
        check: Holds the works.

        evidence: The claim's.

        numbers: The check's numbers.

        record: Notes the links.
    """
    return tuple(
        StanceView(
            stance.value,
            words,
            tuple(_evidence(check, item, numbers, record) for item in found),
        )
        for stance, words in STANCES.items()
        if (found := [item for item in evidence if item.stance is stance])
    )


def work_id(id_: str) -> str:
    """
    Return the id of a work's element in the list of works cited.
    """
    return f"work-{id_}"


def _evidence(check: FactCheck, item: Evidence, numbers: Numbered, record: Record) -> EvidenceView:
    listed = check.verdict.works.get(item.work or "")
    title = listed.title if listed else item.title or ""
    language = (listed or item).language or check.verdict.language
    id_ = work_id(item.work) if listed and item.work else ""
    number = numbers.works.get(item.work or "", "")
    return EvidenceView(
        work=_work(check, listed or item, title, id_, number),
        work_href=record.to(check_path(check.slug), id_) if id_ else "",
        finding=item.finding,
        excerpt=item.excerpt or "",
        excerpt_language=language,
        excerpt_direction=direction(language),
        excerpt_translation=item.excerpt_translation or "",
        locator=item.locator or "",
        read_in_excerpt=item.read is ReadAs.EXCERPT and numbers.how_read == "partly",
        accessed=date_in_words(item.accessed) if item.accessed else "",
    )


def _work(check: FactCheck, work: WorkFields, title: str, id_: str, number: str) -> WorkView:
    origin = check.verdict.works.get(work.derived_from or "")
    language = work.language or check.verdict.language
    return WorkView(
        id=id_,
        number=number,
        title=title,
        title_supplied=work.title_supplied,
        publisher=work.publisher or "",
        published=date_in_words(work.published) if work.published else "",
        kind=WORK_KINDS[work.kind],
        language=check.verdict.language if work.title_supplied else language,
        direction=direction(check.verdict.language if work.title_supplied else language),
        url=work.url or "",
        archived_url=work.archived_url or "",
        interests=work.interests or "",
        derived_from=f"{origin.publisher}: {origin.title}"
        if origin and origin.publisher
        else origin.title
        if origin
        else "",
    )
