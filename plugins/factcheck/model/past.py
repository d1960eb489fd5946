"""
What a sidecar said when it was committed: only what must not change in silence.

An old version need not hold to today's rules: every value is a text, empty where there was none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class PastEvidence(NamedTuple):
    """
    One work's bearing on one claim.
    """

    #: What the work can be known by: its key, its addresses, its title.
    names: frozenset[str]
    stance: str

    #: What to call it in a message.
    title: str


class PastClaim(NamedTuple):
    """
    One ruled claim.
    """

    claim: str
    rating: str
    reason: str
    quote: str
    evidence: tuple[PastEvidence, ...]


class PastChange(NamedTuple):
    """
    One entry under ``changes``.
    """

    #: As it was written; and the latest day that it can mean, if it can be read.
    dated: str
    day: date | None
    kind: str

    #: The ids of the claims that it names; none where it tells of the whole fact-check.
    claims: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """
    A sidecar as it was.
    """

    slug: str
    former_slugs: frozenset[str]
    title: str
    status: str
    summary: str

    #: Whether readers could see it from the instant below on.
    is_out: bool

    #: None where it waited for no instant, or for none that can be read.
    since: datetime | None
    is_translation: bool

    #: A worked example is no publication, and may go at any time.
    is_sample: bool

    #: Of the whole document.
    rating: str
    reason: str
    claims: Mapping[str, PastClaim]
    changes: tuple[PastChange, ...]

    def is_public(self, now: datetime) -> bool:
        """
        Tell whether readers could see it at an instant.
        """
        return self.is_out and not self.is_sample and (self.since is None or self.since <= now)


class Revised(NamedTuple):
    """
    One thing that is not what it was.
    """

    #: Of the claim; empty where it is the whole fact-check's.
    claim: str

    #: The sidecar's key for it: ``rating``, ``claim``, ``reason``, ``quote``, ``evidence``, or
    #: ``stance``.
    key: str
    before: str

    #: Empty where it was taken away.
    after: str

    #: The work whose stance it is.
    work: str = ""


class Revision(NamedTuple):
    """
    What one commit changed in a published fact-check.
    """

    #: Of the commit, in UTC.
    day: date
    revised: tuple[Revised, ...]

    #: What readers were told with it.
    entries: tuple[PastChange, ...]


class Version(NamedTuple):
    """
    A sidecar at one point of its history.
    """

    #: The commit that it stands in, by its hash; empty for the file as it lies in the folder.
    commit: str
    when: datetime
    past: Past

    @property
    def is_public(self) -> bool:
        """Whether readers could see it."""
        return self.past.is_public(self.when)

    @property
    def told(self) -> str:
        """Where it stands, for a message."""
        if not self.commit:
            return "since the last commit"
        return f"in commit {self.commit[:10]} of {self.when:%Y-%m-%d}"
