"""
Links from a note to the claims that it is about.
"""

from __future__ import annotations

from factcheck.model.factcheck import FactCheck
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import Record, check_path, claim_id


def claim_links(
    check: FactCheck, ids: tuple[str, ...], record: Record
) -> tuple[tuple[str, str], ...]:
    """
    Return claims' words with links to their rulings' cards, or to what says that they are gone.
    """
    names = {ruled.claim.id: ruled.claim.claim for ruled in check.claims}
    page, is_gone = check_path(check.slug), check.verdict.status is Status.WITHDRAWN
    return tuple((names[id_], record.to(page, "" if is_gone else claim_id(id_))) for id_ in ids)
