"""
What a fact-check is made from: the document that it checks, and the works that it cites.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import Kind
from factcheck.model.site import Site
from factcheck.model.verdict import Evidence, Work
from factcheck.model.vocabulary import DocumentKind, LinkTo, WorkKind
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import DOCUMENT, absolute, check_path
from factcheck.publishing.naming import outlet_of
from factcheck.publishing.structured.stating import day, one_or_all, stated

#: What schema.org has a type of its own for; everything else is a work like any other.
DOCUMENTS: Final = MappingProxyType(
    {
        DocumentKind.ARTICLE: so.ARTICLE,
        DocumentKind.POST: so.SOCIAL_MEDIA_POSTING,
        DocumentKind.MESSAGE: so.MESSAGE,
        DocumentKind.PAGE: so.WEB_PAGE,
        DocumentKind.IMAGE: so.IMAGE_OBJECT,
        DocumentKind.VIDEO: so.VIDEO_OBJECT,
        DocumentKind.AUDIO: so.AUDIO_OBJECT,
    }
)
WORKS: Final = MappingProxyType(
    {WorkKind.STUDY: so.SCHOLARLY_ARTICLE, WorkKind.DATASET: so.DATASET}
)


def document_id(check: FactCheck, site: Site) -> str:
    """
    Return the ``@id`` of a fact-check's document: where the fact-check's page shows it.
    """
    return f"{absolute(site, check_path(check.slug))}#{DOCUMENT}"


def document(check: FactCheck, site: Site) -> dict[str, Any]:
    """
    Return the document that a fact-check checks, as its page tells of it.

    Whether its author is a person is not known, so no type says so.
    """
    about = check.verdict.document
    is_archive = about.linked is LinkTo.ARCHIVE
    return stated(
        {
            so.TYPE: DOCUMENTS.get(about.kind, so.CREATIVE_WORK),
            so.ID: document_id(check, site),
            so.NAME: document_name(check),
            so.URL: None if is_archive else about.linked_url,
            so.ARCHIVED_AT: about.linked_url if is_archive else None,
            so.CREDIT_TEXT: about.author,
            so.PUBLISHER: _outlet(check),
            so.DATE_PUBLISHED: day(about.published),
            so.IN_LANGUAGE: about.language,
        }
    )


def document_name(check: FactCheck) -> str:
    """
    Return what a fact-check's page calls its document; empty where it has no title.
    """
    return check.verdict.document.title or check.document.title


def works(check: FactCheck) -> list[dict[str, Any]]:
    """
    Return all works that a fact-check cites, listed or described beside a claim.
    """
    verdict = check.verdict
    listed = [_work(check, work) for work in verdict.works.values()]
    evidence = (item for ruled in check.claims for item in ruled.claim.evidence)
    found = [_work(check, item) for item in evidence if not item.work]
    return listed + [work for at, work in enumerate(found) if work not in found[:at]]


def _work(check: FactCheck, work: Work | Evidence) -> dict[str, Any]:
    origin = check.verdict.works.get(work.derived_from or "")
    return stated(
        {
            so.TYPE: WORKS.get(work.kind, so.CREATIVE_WORK),
            so.NAME: work.title,
            so.URL: work.url,
            so.ARCHIVED_AT: work.archived_url,
            so.PUBLISHER: {so.TYPE: so.ORGANIZATION, so.NAME: work.publisher}
            if work.publisher
            else None,
            so.DATE_PUBLISHED: day(work.published),
            so.IN_LANGUAGE: work.language,
            so.IS_BASED_ON: {so.TYPE: so.CREATIVE_WORK, so.NAME: origin.title} if origin else None,
        }
    )


def _outlet(check: FactCheck) -> dict[str, Any] | None:
    name = outlet_of(check)
    if not name:
        return None
    entry = check.registry.entry(Kind.OUTLETS, check.verdict.document.outlet or "")
    same_as = one_or_all(entry.same_as) if entry else None
    return stated({so.TYPE: so.ORGANIZATION, so.NAME: name, so.SAME_AS: same_as})
