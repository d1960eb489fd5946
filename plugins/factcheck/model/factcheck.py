"""
A fact-check: the document, the verdict on it, and every quote at its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.model.document import Document
from factcheck.model.links import GoneLink
from factcheck.model.past import Revision
from factcheck.model.registry import EMPTY, Registry
from factcheck.model.scale import Rating, Scale
from factcheck.model.shape import Path
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


class Version(NamedTuple):
    """
    A fact-check in one of the languages that readers can have it in.
    """

    slug: str
    language: str


class Origin(NamedTuple):
    """
    What a translation has from its original.
    """

    #: The original's slug and language.
    slug: str
    language: str

    #: Where in the verdict the original's words stand, for want of a translation.
    borrowed: frozenset[Path]

    #: How many of the changes, the first in the verdict, are the original's.
    changes: int

    #: Whether it was taken back because the original was.
    is_withdrawn_with_it: bool


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

    #: None unless it is a translation.
    origin: Origin | None = None

    #: In which languages readers can have it, this one too, the original first; empty where there
    #: is but one.
    versions: tuple[Version, ...] = ()

    #: The addresses of cited works that are gone.
    gone: tuple[GoneLink, ...] = ()

    #: What was changed since it was published, as git has kept it, oldest first.
    history: tuple[Revision, ...] = ()

    @property
    def rating(self) -> Rating | None:
        """The rating of the whole document, where it has one."""
        key = self.verdict.rating
        return self.scale.rating(key) if key else None
