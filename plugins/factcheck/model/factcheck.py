"""
A fact-check: the document, the verdict on it, and every quote at its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.model.document import Document
from factcheck.model.registry import EMPTY, Registry
from factcheck.model.scale import Rating, Scale
from factcheck.model.verdict import Claim, Unrated, Verdict


class Anchor(NamedTuple):
    """
    Where a quote stands in the document's text; offsets in code points, the end exclusive.
    """

    start: int
    end: int


class RuledClaim(NamedTuple):
    """
    A claim with its rating looked up and its quote found.
    """

    claim: Claim
    rating: Rating

    #: None only where the claim has no quote.
    anchor: Anchor | None


class UnratedWords(NamedTuple):
    """
    Words that were looked at and not rated, at their place.
    """

    unrated: Unrated
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class FactCheck:
    """
    One post: everything that its pages are made from.
    """

    #: Its address below ``/checks/``.
    slug: str
    verdict: Verdict
    document: Document
    scale: Scale
    claims: tuple[RuledClaim, ...]
    unrated: tuple[UnratedWords, ...]

    #: The two files, relative to the project's folder.
    seed: str
    sidecar: str

    #: What the desk calls those that the sidecar names.
    registry: Registry = field(default=EMPTY, repr=False, compare=False)

    @property
    def rating(self) -> Rating | None:
        """The rating of the whole document, where it has one."""
        key = self.verdict.rating
        return self.scale.rating(key) if key else None
