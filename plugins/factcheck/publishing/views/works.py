"""
Cited works and what they say, as a reader meets them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.verdict import Evidence, Work
from factcheck.model.vocabulary import ReadAs, WorkKind
from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.borrowed import placed
from factcheck.publishing.wording import STANCES, WORK_KINDS
from factcheck.publishing.words import Words, base_of, direction


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

    #: As the desk writes it, in its own language.
    publisher_direction: str
    published: str
    kind: str
    language: str
    direction: str

    #: The work's language in words, where it is another than the fact-check's own.
    written_in: str
    url: str
    archived_url: str

    #: The day on which the original was seen to be gone, in words; empty while it is there.
    gone: str
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


#: A fact-check's listed works by their ids, in the sidecar's order.
Works = Mapping[str, WorkView]


def work_views(check: FactCheck, words: Words) -> Works:
    """
    Make the views of all listed works, once for all pages of a fact-check.
    """
    return {
        id_: _work(check, work, words, id_=f"work-{id_}", number=str(number))
        for number, (id_, work) in enumerate(check.verdict.works.items(), start=1)
    }


def stances(
    check: FactCheck, ruled: RuledClaim, works: Works, how_read: str, record: Record
) -> tuple[StanceView, ...]:
    """
    Make the views of a claim's evidence, grouped by its bearing.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim.

        works: The check's listed works.

        how_read: How all its works were read.

        record: Notes the links.
    """
    evidence = ruled.claim.evidence
    return tuple(
        StanceView(
            stance.value,
            record.words.of(said),
            tuple([_evidence(check, item, works, how_read, record) for item in found]),
        )
        for stance, said in STANCES.items()
        if (found := [item for item in evidence if item.stance is stance])
    )


def _evidence(
    check: FactCheck, item: Evidence, works: Works, how_read: str, record: Record
) -> EvidenceView:
    listed = works.get(item.work or "")
    cited = check.verdict.works[item.work or ""] if listed else item
    language = cited.language or check.verdict.language
    return EvidenceView(
        work=listed or _work(check, item, record.words),
        work_href=record.to(check_path(check.slug), listed.id) if listed else "",
        finding=item.finding,
        excerpt=item.excerpt or "",
        excerpt_language=language,
        excerpt_direction=direction(language),
        excerpt_translation=item.excerpt_translation or "",
        locator=item.locator or "",
        read_in_excerpt=item.read is ReadAs.EXCERPT and how_read == "partly",
        accessed=record.words.date(item.accessed) if item.accessed else "",
    )


def _work(
    check: FactCheck, work: Work | Evidence, words: Words, *, id_: str = "", number: str = ""
) -> WorkView:
    own = check.verdict.language
    origin = check.verdict.works.get(work.derived_from) if work.derived_from else None
    language = work.language or own
    gone = next((one for one in check.gone if one.url == work.url), None) if check.gone else None
    return WorkView(
        id=id_,
        number=number,
        title=work.title or "",
        title_supplied=work.title_supplied,
        publisher=work.publisher or "",
        publisher_direction=direction(own),
        published=words.date(work.published) if work.published else "",
        kind="" if work.kind is WorkKind.OTHER else words.of(WORK_KINDS[work.kind]),
        language=own if work.title_supplied else language,
        direction=direction(own if work.title_supplied else language),
        written_in=_other_language(language, own, words),
        url=work.url or "",
        archived_url=work.archived_url or (gone.archived if gone else ""),
        gone=words.day(gone.day) if gone else "",
        interests=work.interests or "",
        derived_from=placed("%(who)s: %(what)s", who=origin.publisher, what=origin.title)
        if origin and origin.publisher
        else origin.title
        if origin
        else "",
    )


def _other_language(language: str, own: str, words: Words) -> str:
    if language == own or base_of(language) == base_of(own):
        return ""
    return words.say("of a work cited", "in %(language)s", language=words.name_of(language))
