"""
Rules on works and evidence: what is cited is listed, what is listed is cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from factcheck.model.likely import likely_slugs
from factcheck.model.nearest import Proposals
from factcheck.model.rules.written import Breach, Written, lacks, named_parts, parts, text
from factcheck.model.scale import Scales
from factcheck.model.shape import Path
from factcheck.model.values import is_slug
from factcheck.model.verdict import Claim, Evidence, Verdict, WorkFields

#: So many works of a circle are named.
MOST_NAMED: Final = 6
#: What describes a work in place, and so cannot stand beside the id of a listed one.
DESCRIPTION: Final = ("title", *WorkFields.model_fields)


class Citations:
    """
    What a sidecar lists and what it cites, looked up once for all rules.
    """

    def __init__(self, written: Written) -> None:
        """
        Take a sidecar.
        """
        self.written = written
        self.ids = _Listed(written)

        #: The listed works that have a shape.
        self.listed = named_parts(written, "works")
        self.evidence: list[tuple[Path, Written]] = [
            ((*path, *inner), evidence)
            for path, claim in parts(written, "claims")
            for inner, evidence in parts(claim, "evidence")
        ]


def works_are_cited_well(written: Written, _: Scales) -> Iterator[Breach]:
    """What is cited is listed, and what is listed is cited."""
    citations = Citations(written)
    for rule in OF_CITATIONS:
        yield from rule(citations)


def cited_works_are_listed(citations: Citations) -> Iterator[Breach]:
    """A cited id stands under works."""
    if not _may_be_listed(citations.written):
        return
    listed = citations.ids
    proposals = Proposals(filter(is_slug, listed))
    for path, evidence in citations.evidence:
        work = text(evidence, "work")
        if work and work not in listed:
            message = f"the work {work} is cited, but not listed under works"
            hint = proposals.did_you_mean(work) or "list it under works"
            yield Breach((*path, "work"), "work-not-listed", message, hint)


def listed_works_are_cited(citations: Citations) -> Iterator[Breach]:
    """
    A listed work is cited by some evidence, or is what a cited work derives from.

    Held back while a citation is broken: it may be the one that is missed here.
    """
    if not _all_citations_hold(citations):
        return
    cited = {text(evidence, "work") for _, evidence in citations.evidence}
    listed = citations.listed
    cited |= {text(work, "derived_from") for work in listed.values()}
    for id_ in listed:
        if id_ not in cited and is_slug(id_):
            message = f"the work {id_} is listed, but no evidence cites it"
            hint = "cite it, or remove it"
            yield Breach(("works", id_), "work-not-cited", message, hint, at_key=True)


def evidence_names_one_work(citations: Citations) -> Iterator[Breach]:
    """Evidence names a listed work or describes one in place, never both or neither."""
    for path, evidence in citations.evidence:
        described = [key for key in DESCRIPTION if key in evidence]
        if lacks(evidence, Evidence, "work") and lacks(evidence, Evidence, "title"):
            message = "this evidence names no work"
            hint = "add work: with the id of a listed work, or describe one with title: and url:"
            yield Breach(path, "evidence-work", message, hint)
        elif "work" in evidence and described:
            message = (
                f"this evidence names a listed work and describes one ({', '.join(described)})"
            )
            hint = "say it once, under works"
            yield Breach((*path, described[0]), "evidence-work", message, hint, at_key=True)


def origins_are_listed(citations: Citations) -> Iterator[Breach]:
    """What a work derives from is listed too."""
    if not _may_be_listed(citations.written):
        return
    listed, ids = citations.listed, citations.ids
    proposals = Proposals(filter(is_slug, listed))
    places: list[tuple[Path, Written]] = [(("works", id_), work) for id_, work in listed.items()]
    for path, work in [*places, *citations.evidence]:
        origin = text(work, "derived_from")
        if origin and origin not in ids:
            message = f"derived from {origin}, which is not listed under works"
            hint = proposals.did_you_mean(origin)
            yield Breach((*path, "derived_from"), "work-not-listed", message, hint)


def origins_run_one_way(citations: Citations) -> Iterator[Breach]:
    """No work derives from itself, at any remove."""
    origins = {id_: text(work, "derived_from") for id_, work in citations.listed.items()}
    done: set[str] = set()
    for id_ in origins:
        # A dictionary remembers the order, and knows at once whether it holds a work.
        trail: dict[str, None] = {}
        at = id_
        while at and at not in done and at not in trail:
            trail[at] = None
            at = origins.get(at, "")
        if at in trail:
            message = f"derived in a circle: {_told_circle(at, list(trail))}"
            yield Breach(("works", at, "derived_from"), "work-derived-loop", message)
        done.update(trail)


def _told_circle(at: str, trail: list[str]) -> str:
    circle = trail[trail.index(at) :]
    told = circle[:MOST_NAMED]
    more = len(circle) - len(told)
    return " from ".join([*told, *([f"{more} others"] if more else []), at])


class _Listed:
    """The ids under works, also of refused entries, and what a refused id should be."""

    def __init__(self, written: Written) -> None:
        works = written.get("works")
        self.ids: Written = works if isinstance(works, dict) else {}

    @cached_property
    def meant(self) -> dict[str, None]:
        return dict.fromkeys(slug for id_ in self.ids for slug in likely_slugs(id_))

    def __contains__(self, id_: str) -> bool:
        return id_ in self.ids or id_ in self.meant

    def __iter__(self) -> Iterator[str]:
        yield from {**self.ids, **self.meant}


def _may_be_listed(written: Written) -> bool:
    """Tell whether works could be listed: not while they are refused as a whole, or mistyped."""
    if "works" in written:
        return isinstance(written["works"], dict)
    return lacks(written, Verdict, "works")


def _all_citations_hold(citations: Citations) -> bool:
    """Tell whether every claim has evidence in the right shape, and each names a listed work."""
    claims = citations.written.get("claims")
    if not isinstance(claims, list) or not all(isinstance(claim, dict) for claim in claims):
        return False
    return all(_cites_well(claim, citations.ids) for claim in claims)


def _cites_well(claim: Written, listed: _Listed) -> bool:
    if "evidence" not in claim:
        return lacks(claim, Claim, "evidence")
    found = claim["evidence"]
    return isinstance(found, list) and all(
        isinstance(one, dict) and ("title" in one or text(one, "work") in listed) for one in found
    )


OF_CITATIONS: Final = (
    cited_works_are_listed,
    listed_works_are_cited,
    evidence_names_one_work,
    origins_are_listed,
    origins_run_one_way,
)

RULES: Final = (works_are_cited_well,)
