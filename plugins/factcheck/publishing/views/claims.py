"""
The page of one claim of a fact-check.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing.addresses import CLAIM, Record, check_path, claim_id, claim_path
from factcheck.publishing.borrowed import Borrowed, placed
from factcheck.publishing.citation import Citation, citation
from factcheck.publishing.frames import Frame, frame
from factcheck.publishing.numbering import Numbered
from factcheck.publishing.structured.breadcrumbs import breadcrumbs
from factcheck.publishing.structured.media import media_reviews
from factcheck.publishing.structured.review import claim_review
from factcheck.publishing.views.changes import NoteView, changes, replies, updated
from factcheck.publishing.views.forms import forms
from factcheck.publishing.views.history import RevisionView, history
from factcheck.publishing.views.ratings import BadgeView, badge_view
from factcheck.publishing.views.rulings import RulingView, ruling_view
from factcheck.publishing.views.sharing import sharing
from factcheck.publishing.views.site import PageHead, head, report_link
from factcheck.publishing.views.versions import Versions, versions
from factcheck.publishing.views.works import Works
from factcheck.publishing.words import direction

#: What ends a sentence, and not an abbreviation such as U.S.
FULL_STOP: Final = re.compile(r"(?<!\.\w)[.。]\Z")


class Neighbour(NamedTuple):
    """
    Another claim of the same fact-check.
    """

    number: str
    claim: str
    href: str
    rating: BadgeView


class ClaimView(NamedTuple):
    """
    One claim's page.
    """

    head: PageHead
    language: str
    direction: str
    versions: Versions
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
    history: tuple[RevisionView, ...]
    replies: tuple[NoteView, ...]
    authors: str
    report: str

    #: The claims before and after it in the document, where there are such.
    previous: Neighbour | None
    next: Neighbour | None
    citation: Citation

    #: For other sites; None where they may have none.
    frame: Frame | None


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
    verdict, id_, words = check.verdict, ruled.claim.id, record.words
    record.offer({CLAIM})
    ruling = ruling_view(check, ruled, numbers, works, record)
    pattern = words.say("title of a claim's page", "%(rating)s: %(claim)s")
    claimed, changed = _unstopped(ruled.claim.claim), updated(check, words, id_)
    title = pattern % {"rating": ruling.rating.label, "claim": str(claimed)}
    cited = citation(check, title, f"{check.slug}-{id_}", changed, record)
    if isinstance(claimed, Borrowed):
        told = placed(pattern, rating=ruling.rating.label, claim=claimed)
        cited = cited._replace(title=told)
    place = int(ruling.number) - 1
    whole = check_path(check.slug)
    way = [(verdict.title, whole), (ruled.claim.claim, record.path)]
    others = versions(check, lambda slug: claim_path(slug, id_), record, id_)
    return ClaimView(
        head=others.in_head(head(record, title, ruled.claim.reason))._replace(
            links=tuple(forms(check, record, id_)),
            structured_data=(
                claim_review(check, ruled, record.site),
                *media_reviews(check, ruled, record.site),
                breadcrumbs(way, record),
            ),
            sharing=sharing(check, record, title, ruled),
        ),
        language=verdict.language,
        direction=direction(verdict.language),
        versions=others,
        is_sample=verdict.sample,
        how_read=numbers.how_read,
        ruling=ruling,
        check_title=verdict.title,
        check_href=record.to(whole, claim_id(id_)),
        published=words.date(verdict.published.as_date),
        published_iso=verdict.published.text,
        updated=changed,
        changes=changes(check, record, id_),
        history=history(check, record, id_),
        replies=replies(check, record, id_),
        authors=words.listed(verdict.authors),
        report=report_link(record),
        previous=_neighbour(check, numbers, place - 1, record),
        next=_neighbour(check, numbers, place + 1, record),
        citation=cited,
        frame=frame(check, ruled, record),
    )


def _unstopped(text: str) -> str:
    """Take a sentence's full stop away, as in a title; that of an abbreviation stays."""
    bare = FULL_STOP.sub("", text)
    return Borrowed.of(bare, text.language) if isinstance(text, Borrowed) else bare


def _neighbour(
    check: FactCheck, numbers: Numbered, place: int, record: Record
) -> Neighbour | None:
    """Return the claim at a place in the document's order, from 0, if there is one."""
    if not 0 <= place < len(numbers.order):
        return None
    ruled = numbers.order[place]
    return Neighbour(
        number=numbers.claims[ruled.claim.id],
        claim=ruled.claim.claim,
        href=record.to_claim(check.slug, ruled.claim.id),
        rating=badge_view(ruled.rating, check.verdict.language),
    )


def claim_pages(check: FactCheck) -> tuple[tuple[str, RuledClaim], ...]:
    """
    Return where each of a fact-check's claims has its page.
    """
    return tuple((claim_path(check.slug, ruled.claim.id), ruled) for ruled in check.claims)
