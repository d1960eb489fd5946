"""
What the digest has already ruled on claims like one: for an editor who is about to rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from factcheck.digest.likeness import Wording
from factcheck.engine.workers import seldom_collecting, spread
from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.rules.written import parts, text
from factcheck.model.scale import Scales
from factcheck.model.site import Project, Site
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import absolute, check_path, claim_id, claim_path
from factcheck.reading.names import SIDECAR_ENDING
from factcheck.reading.pairs import read_pair
from factcheck.usecases.mistyped import no_file
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.read import open_scales

#: So many claims are shown for each that is asked about.
MOST: Final = 5
#: A claim less like than this, of one, is another claim.
LEAST: Final = 0.5

#: What is meant as the path of a document or a sidecar, and not as words.
PATH: Final = re.compile(r"\S+\.(txt|md|markdown|html?|verdict\.yaml)")


class CannotCompare(Exception):  # noqa: N818 - a sentence for an editor, not a fault
    """There is nothing to compare, or nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class Similar:
    """
    A claim that was ruled, and how like it is to the one that was asked about.
    """

    claim: str

    #: The word for its rating, in the language of the fact-check.
    rating: str
    reason: str
    status: Status

    #: BCP 47.
    language: str

    #: The sidecar, and the line of the claim there.
    sidecar: str
    line: int

    #: How ``same_as`` names it: of a translation, the original's.
    address: str

    #: The address of its page.
    page: str

    #: From nothing to one; and whether both say the same.
    likeness: float
    is_same: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A claim that was asked about, and what is like it, the most like first.
    """

    claim: str
    found: tuple[Similar, ...]


class Comparer:
    """
    Reads one fact-check, and compares its claims with others.
    """

    def __init__(self, project: Project, scales: Scales, asked: Sequence[str]) -> None:
        """
        Take where the files are, the rating scales, and the claims to compare with.
        """
        self.project = project
        self.scales = scales
        self.asked = [Wording(claim) for claim in asked]

    def __call__(self, paths: Paths) -> list[tuple[int, Similar]]:
        """
        Read a pair.

        Returns:
            The place of a claim that was asked about, with a claim that is like it; for each two.
        """
        pair, _ = open_pair(self.project.root, paths)
        reading = read_pair(pair, self.scales) if pair else None
        if reading is None or reading.factcheck is None:
            return []
        check, found = reading.factcheck, []
        for place, ruled in enumerate(check.claims):
            wording = Wording(ruled.claim.claim)
            for at, asked in enumerate(self.asked):
                like, is_same = asked.likeness(wording), asked.says_the_same_as(wording)
                if is_same or like >= LEAST:
                    line = reading.sidecar.place(("claims", place)).line
                    found.append((at, self._told(check, ruled, line, (like, is_same))))
        return found

    def _told(
        self, check: FactCheck, ruled: RuledClaim, line: int, like: tuple[float, bool]
    ) -> Similar:
        own = check.origin.slug if check.origin else check.slug
        return Similar(
            claim=ruled.claim.claim,
            rating=ruled.rating.label_in(check.verdict.language),
            reason=ruled.claim.reason,
            status=check.verdict.status,
            language=check.verdict.language,
            sidecar=check.sidecar,
            line=line,
            address=f"{own}/{ruled.claim.id}",
            page=_page(self.project.site, check.slug, ruled.claim.id),
            likeness=round(like[0], 3),
            is_same=like[1],
        )


def _page(site: Site, slug: str, id_: str) -> str:
    if site.claim_pages:
        return absolute(site, claim_path(slug, id_))
    return f"{absolute(site, check_path(slug))}#{claim_id(id_)}"


def similar_to(project: Project, asked: str, jobs: int) -> tuple[Asked, ...]:
    """
    Find what was ruled on claims like one, or like each of a fact-check.

    Args:
        project: Where the digest is.

        asked: A claim in words; or the path of a document or a sidecar of the digest, and then
            what is ruled beside that document is not looked at.

        jobs: How many processes may work.

    Returns:
        Each claim that was asked about with what is like it, in whatever language of the digest.

    Raises:
        CannotCompare: With a sentence that says why.
    """
    scales, problems = open_scales(project)
    if scales is None:
        msg = f"{problems[0].file} cannot be read: {problems[0].message}"
        raise CannotCompare(msg)
    pairs, _ = find_pairs(project)
    sidecar = _sidecar_of(project, asked)
    own = next((pair for pair in pairs if pair.sidecar == sidecar), None)
    claims = _claims(project, own, scales) if own else (asked,)
    others = [pair for pair in pairs if own is None or pair.seed != own.seed]
    told: list[list[Similar]] = [[] for _ in claims]
    with seldom_collecting():
        for _, found in spread(partial(Comparer, project, scales, claims), others, jobs):
            for at, similar in found:
                told[at].append(similar)
    return tuple(Asked(*one) for one in zip(claims, map(_first, told), strict=True))


def _first(found: Sequence[Similar]) -> tuple[Similar, ...]:
    ordered = sorted(
        found, key=lambda one: (not one.is_same, -one.likeness, one.sidecar, one.line)
    )
    return tuple(ordered[:MOST])


def _sidecar_of(project: Project, asked: str) -> str:
    """Return the sidecar that a path means; empty for words."""
    try:
        if not Path(asked).is_file():
            _refuse_path(asked)
            return ""
    except (OSError, ValueError):  # words may be too long for a path
        return ""
    name = project.name(Path(asked).resolve())
    if not name.endswith(SIDECAR_ENDING):
        name = f"{name.rpartition('.')[0]}{SIDECAR_ENDING}"
    if not (project.root / name).is_file():
        msg = f"{asked} has no verdict beside it in the digest"
        raise CannotCompare(msg)
    return name


def _refuse_path(asked: str) -> None:
    """A mistyped path is no claim that nothing is like."""
    if PATH.fullmatch(asked):
        msg = f"a claim is asked for in words, and {no_file(Path(asked))}"
        raise CannotCompare(msg)


def _claims(project: Project, paths: Paths, scales: Scales) -> tuple[str, ...]:
    """Return what a fact-check claims, also where it is not whole yet."""
    pair, _ = open_pair(project.root, paths)
    written = read_pair(pair, scales).sidecar.written if pair else {}
    claims = tuple(filter(None, (text(claim, "claim") for _, claim in parts(written, "claims"))))
    if not claims:
        msg = f"{paths.sidecar} holds no claim that can be read"
        raise CannotCompare(msg)
    return claims
