"""
The closed lists: every word that a sidecar may choose from, and nothing else.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a fact-check stands on its way to the reader."""

    DRAFT = "draft"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class DocumentKind(StrEnum):
    """What kind of document was checked."""

    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    POST = "post"
    MESSAGE = "message"
    ADVERTISEMENT = "advertisement"
    PRESS_RELEASE = "press-release"
    PAGE = "page"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"

    @property
    def has_words_of_its_own(self) -> bool:
        """Whether its claims are made in words that can be quoted from the seed."""
        return self not in {DocumentKind.IMAGE, DocumentKind.VIDEO, DocumentKind.AUDIO}


class Display(StrEnum):
    """How much of the document the site shows."""

    FULL = "full"
    EXCERPTS = "excerpts"
    NONE = "none"


class LinkTo(StrEnum):
    """Which address of the document the site links to."""

    ORIGINAL = "original"
    ARCHIVE = "archive"
    NONE = "none"


class WorkKind(StrEnum):
    """What kind of publication a cited work is."""

    OFFICIAL = "official"
    STATISTICS = "statistics"
    LAW = "law"
    COURT = "court"
    STUDY = "study"
    DATASET = "dataset"
    AGENCY = "agency"
    PRESS = "press"
    STATE_MEDIA = "state-media"
    REFERENCE = "reference"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    OWN_WORK = "own-work"
    OTHER = "other"


class Stance(StrEnum):
    """What a work does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class ReadAs(StrEnum):
    """How much of a work the desk read."""

    FULL = "full"
    EXCERPT = "excerpt"


class Prominence(StrEnum):
    """Whether a ruling leads the page or is folded under "also checked"."""

    KEY = "key"
    MINOR = "minor"


class UnratedReason(StrEnum):
    """Why words of the document were not rated."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    VAGUE = "vague"
    NOT_CHECKED = "not-checked"


class PartyType(StrEnum):
    """What a claimant is."""

    PERSON = "person"
    ORGANIZATION = "organization"


class SignoffRole(StrEnum):
    """In what role somebody signed a fact-check off."""

    REPORTER = "reporter"
    EDITOR = "editor"
    LEGAL = "legal"


class ReplyOutcome(StrEnum):
    """What came of asking a party for its reply."""

    REPLIED = "replied"
    DECLINED = "declined"
    NO_REPLY = "no-reply"
    UNREACHABLE = "unreachable"


class ChangeKind(StrEnum):
    """How much a change after publication matters to a reader."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    MINOR = "minor"


class MediaKind(StrEnum):
    """What kind of media object a claim rests on."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


class MediaCategory(StrEnum):
    """
    What was done to a media object: schema.org's ``MediaManipulationRatingEnumeration``.
    """

    DECONTEXTUALIZED = "DecontextualizedContent"
    EDITED_OR_CROPPED = "EditedOrCroppedContent"
    ORIGINAL = "OriginalMediaContent"
    SATIRE_OR_PARODY = "SatireOrParodyContent"
    STAGED = "StagedContent"
    TRANSFORMED = "TransformedContent"


class State(StrEnum):
    """
    The three things that a mark in the document can say without its ruling's card.
    """

    HOLDS_UP = "holds-up"
    DOES_NOT = "does-not"
    OPEN = "open"
