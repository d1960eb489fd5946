"""
The page of one claim of a fact-check.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing import claimreview
from factcheck.publishing.addresses import Record, check_path, claim_id, claim_path
from factcheck.publishing.numbering import Numbered
from factcheck.publishing.views.changes import NoteView, changes, updated
from factcheck.publishing.views.rulings import RulingView, ruling_view
from factcheck.publishing.views.site import PageHead, head, report_link
from factcheck.publishing.views.works import Works
from factcheck.publishing.wording import date_in_words, direction, listed


class ClaimView(NamedTuple):
    """
    One claim's page.
    """

    head: PageHead
    language: str
    direction: str
    is_sample: bool
    #: ``full``, ``excerpt`` or ``partly``: how the works were read.
    how_read: str
    ruling: RulingView
    check_title: str
    check_href: str
    published: str
    published_iso: str
    updated: str
    changes: tuple[NoteView, ...]
    authors: str
    report: str
    structured_data: dict[str, Any]


def claim_view(
    check: FactCheck,
    ruled: RuledClaim,
    numbers: Numbered,
    works: Works,
    record: Record,
) -> ClaimView:
    """
    Make the view of one claim's page.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim.

        numbers: The fact-check's numbers.

        works: Its listed works.

        record: Notes the page's ids and links.
    """
    verdict = check.verdict
    ruling = ruling_view(check, ruled, numbers, works, record)
    return ClaimView(
        head=head(record, f"{ruling.rating.label}: {ruled.claim.claim}", ruled.claim.reason),
        language=verdict.language,
        direction=direction(verdict.language),
        is_sample=verdict.sample,
        how_read=numbers.how_read,
        ruling=ruling,
        check_title=verdict.title,
        check_href=record.to(check_path(check.slug), claim_id(ruled.claim.id)),
        published=date_in_words(verdict.published.as_date),
        published_iso=verdict.published.text,
        updated=updated(check, ruled.claim.id),
        changes=changes(check, record, ruled.claim.id),
        authors=listed(verdict.authors),
        report=report_link(record),
        structured_data=claimreview.claim_review(check, ruled, record.site),
    )


def claim_pages(check: FactCheck) -> tuple[tuple[str, RuledClaim], ...]:
    """
    Return where each of a fact-check's claims has its page.
    """
    return tuple((claim_path(check.slug, ruled.claim.id), ruled) for ruled in check.claims)
