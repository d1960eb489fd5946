"""
What differs between two versions of a digest, in an editor's words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from factcheck.digest.silence import differences
from factcheck.model.past import Past, PastClaim, PastEvidence


class Difference(NamedTuple):
    """
    One thing that differs.
    """

    #: Of the claim; empty where it is the whole fact-check's.
    claim: str

    #: What it is called: ``rating``, ``reason``, ``evidence`` …
    what: str

    #: Empty where it was not there.
    before: str

    #: Empty where it is not there.
    after: str


class Compared(NamedTuple):
    """
    A fact-check in two versions.
    """

    #: Of its sidecar, as it stands now; as it stood before, where it is gone.
    path: str
    slug: str

    #: ``new``, ``gone``, ``changed``, or ``broken``: there, and not to be read.
    kind: str
    title: str
    status: str
    differences: tuple[Difference, ...]


def compare(
    before: Mapping[str, Past],
    after: Mapping[str, Past],
    moved: Mapping[str, tuple[Difference, ...]],
    broken: Collection[str] = (),
) -> Iterator[Compared]:
    """
    Give every fact-check that differs, by its path.

    A file that was renamed is known again by its fact-check's slug.

    Args:
        before: All fact-checks as they were, by the paths of their sidecars.

        after: All as they are.

        moved: What differs in their documents and the places of their quotes, by sidecar.

        broken: The sidecars that are there and cannot be read.
    """
    former = {past.slug: path for path, past in before.items() if path not in after and past.slug}
    known = set[str]()
    for path, now in sorted(after.items()):
        origin = path if path in before else former.get(now.slug, "")
        known.add(origin)
        then = before.get(origin)
        found = tuple(_all(then, now)) + moved.get(path, ()) if then else tuple(_claims({}, now))
        if found or then is None:
            kind = "changed" if then else "new"
            yield Compared(path, now.slug, kind, now.title, now.status, found)
    for path, then in sorted(before.items()):
        if path not in known and path not in after:
            kind = "broken" if path in broken else "gone"
            yield Compared(path, then.slug, kind, then.title, then.status, ())


def _all(before: Past, after: Past) -> Iterator[Difference]:
    for key in ("status", "title", "slug", "summary"):
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            yield Difference("", key, old, new)
    for one in differences(before, after):
        what = f"stance of {one.work}" if one.work else one.key
        yield Difference(one.claim, what, one.before, one.after)
    yield from _claims(before.claims, after)
    yield from (
        Difference(id_, "claim", claim.claim, "")
        for id_, claim in before.claims.items()
        if id_ not in after.claims
    )
    for entry in after.changes:
        if entry not in before.changes:
            yield Difference("", f"{entry.kind} of {entry.dated}", "", entry.text)


def _claims(before: Mapping[str, PastClaim], after: Past) -> Iterator[Difference]:
    """Give the claims that are new, and the evidence that was added to others."""
    for id_, claim in after.claims.items():
        old = before.get(id_)
        if old is None:
            yield Difference(id_, "claim", "", claim.claim)
            yield Difference(id_, "rating", "", claim.rating)
            yield Difference(id_, "reason", "", claim.reason)
        known: tuple[PastEvidence, ...] = old.evidence if old else ()
        for piece in claim.evidence:
            if not any(piece.names & one.names for one in known):
                yield Difference(id_, "evidence", "", f"{piece.title} ({piece.stance})")
