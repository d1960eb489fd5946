"""
The sidecar's contents: one frozen class for each mapping that a sidecar may hold.

The keys that a sidecar may have are the fields of these classes, and nothing else names them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.model.values import (
    Address,
    AnyDate,
    AnyMoment,
    ClaimAddress,
    Context,
    Flag,
    FreeText,
    Language,
    Markdown,
    PartialDate,
    Seconds,
    Slug,
    Text,
    VersionedScale,
)
from factcheck.model.vocabulary import (
    ChangeKind,
    Display,
    DocumentKind,
    LinkTo,
    MediaCategory,
    MediaKind,
    PartyType,
    Prominence,
    ReadAs,
    ReplyOutcome,
    SignoffRole,
    Stance,
    Status,
    UnratedReason,
    WorkKind,
)


class Part(BaseModel):
    """
    One mapping of a sidecar: frozen, and closed to keys that it does not know.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


def one_or_several(value: object) -> object:
    """
    Let a single entry stand where a list of one is meant.
    """
    return value if isinstance(value, list) else [value]


def text_or_selector(value: object) -> object:
    """Let plain words stand where a selector without context is meant."""
    return {"exact": value} if isinstance(value, str) else value


class Quote(Part):
    """
    The claimant's exact words (W3C Web Annotation's TextQuoteSelector).
    """

    #: The words, as they stand in the document.
    exact: Text

    #: Words just before them; needed only where the exact words occur twice.
    prefix: Context = ""

    #: Words just after them.
    suffix: Context = ""


SelectedWords = Annotated[Quote, BeforeValidator(text_or_selector), FreeText()]


class Party(Part):
    """
    A person or organization: who made a claim, or is named as its origin.
    """

    name: Text
    type: PartyType
    role: Text | None = None

    #: Addresses of pages about the same party, such as its Wikidata entry.
    same_as: Annotated[tuple[Address, ...], BeforeValidator(one_or_several)] = ()


class Translation(Part):
    """
    A quote in another language, and who translated it.
    """

    text: Text
    language: Language
    by: Text | None = None


class Signoff(Part):
    """
    Who took responsibility for a fact-check, in which role and when.
    """

    name: Text
    role: SignoffRole
    date: AnyDate


class Selection(Part):
    """
    Why this document was chosen.
    """

    reason: Text
    reader_submitted: Flag = False


class Disclosure(Part):
    """
    An interest of somebody who worked on the check.
    """

    person: Text
    text: Text


class SeedDocument(Part):
    """
    What the sidecar says about the document it was written for.
    """

    title: Text | None = None
    kind: DocumentKind
    url: Address | None = None
    archived_url: Address | None = None
    outlet: Text | None = None
    author: Text | None = None
    published: AnyDate | None = None
    language: Language | None = None

    #: Locks the file's bytes (hexadecimal SHA-256).
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    display: Display = Display.FULL

    #: Without one, the archived copy is linked, or else the original.
    link: LinkTo | None = None
    content_warning: Annotated[tuple[Text, ...], BeforeValidator(one_or_several)] = ()

    @property
    def linked(self) -> LinkTo:
        """What the site links to, and what it tells machines of the document's place."""
        if self.link is not None:
            return self.link
        if self.archived_url:
            return LinkTo.ARCHIVE
        return LinkTo.ORIGINAL if self.url else LinkTo.NONE

    @property
    def linked_url(self) -> str | None:
        """The address of what is linked, if anything is."""
        if self.linked is LinkTo.ORIGINAL:
            return self.url
        return self.archived_url if self.linked is LinkTo.ARCHIVE else None


class WorkFields(Part):
    """
    What may be said of a cited publication.
    """

    #: True where the desk, not the publisher, named it.
    title_supplied: Flag = False
    url: Address | None = None
    archived_url: Address | None = None
    publisher: Text | None = None
    published: AnyDate | None = None
    language: Language | None = None
    kind: WorkKind = WorkKind.OTHER

    #: What a reader should know of the publisher's interest in the matter.
    interests: Text | None = None

    #: The id of the work that this one repeats: the two are one piece of evidence.
    derived_from: Slug | None = None


class Work(WorkFields):
    """
    A cited publication, listed once for the whole check.
    """

    title: Text


class Evidence(WorkFields):
    """
    One work's bearing on one claim; the work is named, or described in place.
    """

    #: The id of a listed work; then nothing below ``title`` is said again here.
    work: Slug | None = None
    title: Text | None = None
    stance: Stance

    #: What the work says, in the desk's words.
    finding: Text

    #: The work's own words, only as read.
    excerpt: Text | None = None
    excerpt_translation: Text | None = None

    #: Page, paragraph or time.
    locator: Text | None = None
    read: ReadAs = ReadAs.FULL
    accessed: AnyDate | None = None


class Media(Part):
    """
    A picture, film or recording that a claim rests on, and what was done to it.
    """

    kind: MediaKind
    url: Address | None = None
    category: MediaCategory

    #: Seconds from the beginning.
    start: Seconds | None = None
    end: Seconds | None = None
    alt: Text | None = None
    note: Text | None = None


class Claim(Part):
    """
    One checkable statement and the ruling on it.
    """

    #: Stable: it is part of the claim's address.
    id: Slug
    prominence: Prominence = Prominence.KEY
    quote: SelectedWords | None = None
    quote_translation: Translation | None = None

    #: The statement, in the reviewer's words.
    claim: Text

    #: Who made it; empty means the document itself.
    claimant: Annotated[tuple[Party, ...], BeforeValidator(one_or_several)] = ()

    #: Whom the document names as the origin, where that is itself in question.
    attributed_to: Annotated[tuple[Party, ...], BeforeValidator(one_or_several)] = ()
    claimed: AnyDate | None = None
    venue: Text | None = None

    #: A key of the check's scale; whether it is one is a rule between fields.
    rating: Annotated[str, Field(min_length=1)]

    #: One sentence that a reader can repeat.
    reason: Text
    explanation: Markdown | None = None
    evidence: tuple[Evidence, ...] = ()

    #: The day of the knowledge that the rating rests on.
    as_of: AnyDate | None = None
    not_verified: Markdown | None = None
    appearances: Annotated[tuple[Address, ...], BeforeValidator(one_or_several)] = ()
    first_appearance: Address | None = None
    media: tuple[Media, ...] = ()
    review_by: AnyDate | None = None

    #: The same claim, ruled on before: ``slug/claim-id``.
    same_as: Annotated[tuple[ClaimAddress, ...], BeforeValidator(one_or_several)] = ()


class Group(Part):
    """
    Key rulings that belong together, under a heading.
    """

    id: Slug
    title: Text
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    text: Markdown | None = None


class Unrated(Part):
    """
    Words of the document that were looked at and not rated, and why.
    """

    quote: SelectedWords
    reason: UnratedReason
    note: Text | None = None


class RightOfReply(Part):
    """
    A party that was asked for its reply, and what came of it.
    """

    party: Text
    claims: tuple[Slug, ...] = ()
    date: AnyDate
    channel: Text | None = None
    outcome: ReplyOutcome
    statement: Text | None = None


class Change(Part):
    """
    A dated entry about something published that changed.
    """

    date: AnyDate
    kind: ChangeKind
    claims: tuple[Slug, ...] = ()
    text: Text


class Withdrawal(Part):
    """
    Why a published fact-check was taken back.
    """

    date: AnyDate
    reason: Text
    replaced_by: Slug | None = None


class Verdict(Part):
    """
    A whole sidecar: the outcome for the document, and every ruled claim.
    """

    #: The version of this format.
    schema_: Literal["1"] = Field(default="1", alias="schema")
    title: Text

    #: Stable: it is the fact-check's address. Without one, the file's name is used.
    slug: Slug | None = None
    former_slugs: tuple[Slug, ...] = ()
    status: Status

    #: A worked example, openly marked as one.
    sample: Flag = False

    #: The language of the post.
    language: Language
    published: AnyMoment
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    signoffs: tuple[Signoff, ...] = ()
    topics: tuple[Text, ...] = ()

    #: The scale and version that the ratings belong to; without one, the site's own.
    scale: VersionedScale | None = None

    #: Of the whole document.
    rating: Annotated[str, Field(min_length=1)] | None = None
    reason: Text | None = None

    #: "In short": two sentences.
    summary: Text

    #: What the evidence establishes, in a few lines.
    what_is_known: Markdown | None = None
    selection: Selection | None = None
    methodology: Markdown | None = None
    not_verified: Markdown | None = None
    disclosures: tuple[Disclosure, ...] = ()
    document: SeedDocument
    works: dict[Slug, Work] = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    unrated: tuple[Unrated, ...] = ()
    right_of_reply: tuple[RightOfReply, ...] = ()
    changes: tuple[Change, ...] = ()

    #: The slug of the check that this one translates.
    translation_of: Slug | None = None
    withdrawn: Withdrawal | None = None

    def changes_of(self, claim: str = "") -> tuple[Change, ...]:
        """
        Return the changes, newest first; of one claim, those that name it or name no claim.
        """
        if not self.changes:
            return ()
        told = [one for one in self.changes if not claim or not one.claims or claim in one.claims]
        return tuple(sorted(told, key=lambda change: change.date.first, reverse=True))

    def changed_on(self, claim: str = "") -> PartialDate | None:
        """
        Return the day of the last change that is more than a typing error, if there is one.

        A change of an original from before its translation came out is none of the translation's.
        """
        changes = (
            one
            for one in self.changes_of(claim)
            if one.kind is not ChangeKind.MINOR and one.date.last >= self.published.day
        )
        return next((change.date for change in changes), None)
