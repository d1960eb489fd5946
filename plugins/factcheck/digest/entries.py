"""
What the digest knows of a fact-check without its texts: enough to put it in order and in lists.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from factcheck.digest.likeness import Sketch, sketch, telling_number, work_number
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.verdict import Claim, Verdict
from factcheck.model.vocabulary import ChangeKind, DocumentKind, Prominence, Status


class RulingEntry(NamedTuple):
    """
    One ruled claim.
    """

    #: The claim's id.
    id: str

    #: The rating's key, on the fact-check's scale.
    rating: str

    #: The names of who made the claim; none where the document itself did.
    claimants: tuple[str, ...]

    #: The day by which the ruling is to be looked at again.
    review_by: date | None

    #: The numbers by which its words are known.
    words: Sketch = ()

    #: The number by which its figures, names and negations are known.
    telling: int = 0

    #: The numbers of the works that it rests on; none where what is related is not looked for.
    works: tuple[int, ...] = ()

    #: The same claim, ruled on before: ``slug/claim-id``.
    same_as: tuple[str, ...] = ()

    def is_overdue(self, today: date) -> bool:
        """
        Tell whether its day of review has passed.
        """
        return self.review_by is not None and self.review_by < today


class ChangeEntry(NamedTuple):
    """
    One change after publication that readers should know of.
    """

    #: The earliest day that it can mean.
    day: date

    #: Its place among the verdict's changes, newest first, after being taken back.
    place: int

    #: Whether a translation has it from its original.
    is_inherited: bool = False

    #: The ids of the claims that it names; none if it is about all of the fact-check.
    claims: tuple[str, ...] = ()


class Entry(NamedTuple):
    """
    One fact-check.
    """

    slug: str
    seed: str
    sidecar: str
    title: str
    summary: str
    language: str
    status: Status
    is_sample: bool

    #: Whether a change of the document would be noticed.
    is_locked: bool
    published: datetime

    #: The calendar day of that, as the editor wrote it.
    day: date

    #: Where the document was published; empty where that is not known.
    outlet: str
    kind: DocumentKind

    #: The id of the scale that its ratings belong to.
    scale: str
    topics: tuple[str, ...]

    #: Key ones first, each kind in the sidecar's order.
    rulings: tuple[RulingEntry, ...]

    #: Newest first; typing errors are left out.
    changes: tuple[ChangeEntry, ...]

    #: The slug of the fact-check that it translates; empty if it is none.
    original: str = ""

    #: The key of the whole document's rating; empty where it has none.
    rating: str = ""

    @property
    def family(self) -> str:
        """The slug of the original, by which a fact-check and its translations are one."""
        return self.original or self.slug

    def changed_on(self, claim: str = "") -> date:
        """
        Return the day of the last change that is more than a typing error, or of its publication.

        Args:
            claim: The id of the claim that the change must name, if it names any; all count if
                none is given.
        """
        told = [
            one.day for one in self.changes if not (claim and one.claims) or claim in one.claims
        ]
        return max(self.day, *told) if told else self.day

    @property
    def month(self) -> str:
        """The month of its publication, such as 2025-12."""
        return self.day.isoformat()[: len("2025-12")]


def entry_of(check: FactCheck, *, related: bool = True) -> Entry:
    """
    Return a fact-check's entry.

    Args:
        check: The fact-check.

        related: Whether it is to be compared with others, for what is related.
    """
    verdict = check.verdict
    return Entry(
        slug=check.slug,
        seed=check.seed,
        sidecar=check.sidecar,
        title=verdict.title,
        summary=verdict.summary,
        language=verdict.language,
        status=verdict.status,
        is_sample=verdict.sample,
        is_locked=verdict.document.sha256 is not None,
        published=verdict.published.instant,
        day=verdict.published.day,
        outlet=verdict.document.outlet or "",
        kind=verdict.document.kind,
        scale=check.scale.id,
        topics=verdict.topics,
        rulings=tuple(
            [_ruling(verdict, ruled, related=related) for ruled in by_prominence(check)]
        ),
        changes=_changes(check),
        original=check.origin.slug if check.origin else "",
        rating=check.rating.key if check.rating else "",
    )


def _ruling(verdict: Verdict, ruled: RuledClaim, *, related: bool) -> RulingEntry:
    claim = ruled.claim
    return RulingEntry(
        id=claim.id,
        rating=ruled.rating.key,
        claimants=tuple([party.name for party in claim.claimant]),
        review_by=claim.review_by.last if claim.review_by else None,
        words=sketch(claim.claim),
        telling=telling_number(claim.claim),
        works=_works(verdict, claim) if related else (),
        same_as=claim.same_as,
    )


def _works(verdict: Verdict, claim: Claim) -> tuple[int, ...]:
    cited = [verdict.works.get(item.work or "", item) for item in claim.evidence]
    addresses = [work.url or work.archived_url for work in cited]
    return tuple({work_number(address): None for address in addresses if address})


def _changes(check: FactCheck) -> tuple[ChangeEntry, ...]:
    """Give the changes with their places; being taken back is the gravest and stands first."""
    verdict, origin = check.verdict, check.origin
    inherited = {id(change) for change in verdict.changes[: origin.changes if origin else 0]}
    taken_back = [verdict.withdrawn.date] if verdict.withdrawn else []
    later, is_lent = len(taken_back), bool(origin and origin.is_withdrawn_with_it)
    return (
        *(ChangeEntry(day.first, 0, is_lent) for day in taken_back),
        *(
            ChangeEntry(change.date.first, later + place, id(change) in inherited, change.claims)
            for place, change in enumerate(verdict.changes_of())
            if change.kind is not ChangeKind.MINOR
        ),
    )


def by_prominence(check: FactCheck) -> tuple[RuledClaim, ...]:
    """
    Return a check's rulings, key ones first, each kind in the sidecar's order.
    """
    return tuple(
        sorted(check.claims, key=lambda ruled: ruled.claim.prominence is not Prominence.KEY)
    )


def is_public(entry: Entry, now: datetime) -> bool:
    """
    Tell whether readers may see a fact-check; a scheduled one waits for its time.
    """
    return is_out(entry.status, entry.published, now)


def is_out(status: Status, published: datetime, now: datetime) -> bool:
    """
    Tell whether readers may see what has a status and an instant of publication.
    """
    if status is Status.SCHEDULED:
        return published <= now
    return status in {Status.PUBLISHED, Status.WITHDRAWN}
