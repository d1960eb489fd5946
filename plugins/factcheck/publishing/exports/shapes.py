"""
What a fact-check's record holds (``checks/<slug>/index.json``), key by key.

``records.py`` writes it; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

from factcheck.model.vocabulary import (
    ChangeKind,
    Display,
    DocumentKind,
    MediaCategory,
    MediaKind,
    PartyType,
    Prominence,
    ReadAs,
    ReplyOutcome,
    SignoffRole,
    Stance,
    UnratedReason,
    WorkKind,
)
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values

PARTY: Final = (
    Field("name", Type.TEXT, "what the desk calls it in the fact-check's language"),
    Field("slug", Type.KEY, "its part of an address, the same whatever it is called"),
    Field("type", Type.KEY, "what it is", choices=values(PartyType)),
    maybe(Field("role", Type.TEXT, "in what role it made the claim")),
    listed(Field("same_as", Type.ADDRESS, "pages about the same, such as its Wikidata entry")),
)

RATING: Final = (
    Field("key", Type.KEY, "the rating's key on its scale", "mostly-false"),
    Field("label", Type.TEXT, "its word, in the fact-check's language", "Mostly false"),
    maybe(Field("number", Type.COUNT, "closer to best is truer; null where the rating has none")),
    maybe(Field("best", Type.COUNT, "the scale's highest number")),
    maybe(Field("worst", Type.COUNT, "the scale's lowest number")),
    Field("scale", Type.KEY, "the scale and its version", "default@1"),
)

WORK: Final = (
    maybe(Field("title", Type.TEXT, "the publication's title")),
    Field("title_supplied", Type.FLAG, "whether the desk, not the publisher, named it"),
    maybe(Field("url", Type.ADDRESS, "where it stands")),
    maybe(Field("archived_url", Type.ADDRESS, "where a copy of it is kept")),
    maybe(Field("publisher", Type.TEXT, "who published it")),
    maybe(Field("published", Type.DAY, "when it was published")),
    maybe(Field("language", Type.LANGUAGE, "the language it is in")),
    Field("kind", Type.KEY, "what kind of publication it is", choices=values(WorkKind)),
    maybe(Field("interests", Type.TEXT, "the publisher's interest in the matter")),
    maybe(Field("derived_from", Type.KEY, "the id of the work that it repeats")),
)

EVIDENCE: Final = (
    Field("stance", Type.KEY, "what the work does to the claim", choices=values(Stance)),
    Field("finding", Type.TEXT, "what the work says, in the desk's words"),
    maybe(Field("excerpt", Type.TEXT, "the work's own words")),
    maybe(Field("excerpt_translation", Type.TEXT, "these words, translated by the desk")),
    maybe(Field("locator", Type.TEXT, "page, paragraph or time")),
    Field("read", Type.KEY, "how much of the work the desk read", choices=values(ReadAs)),
    maybe(Field("accessed", Type.DAY, "when the desk read it")),
    Field(
        "work",
        Type.OBJECT,
        "the work itself",
        within=(
            maybe(Field("id", Type.KEY, "its id under works; null where it is cited here alone")),
            *WORK,
        ),
    ),
)

QUOTE: Final = (
    Field("text", Type.TEXT, "the words as the document has them"),
    Field("language", Type.LANGUAGE, "the document's language"),
    maybe(
        Field(
            "translation",
            Type.OBJECT,
            "the words in another language",
            within=(
                Field("text", Type.TEXT, "the translated words"),
                Field("language", Type.LANGUAGE, "the language of the translation"),
                maybe(Field("by", Type.TEXT, "who translated them")),
            ),
        )
    ),
)

MEDIA: Final = (
    Field("kind", Type.KEY, "what it is", choices=values(MediaKind)),
    maybe(Field("url", Type.ADDRESS, "where it stands")),
    Field(
        "category",
        Type.KEY,
        "what was done to it (schema.org's MediaManipulationRatingEnumeration)",
        choices=values(MediaCategory),
    ),
    maybe(Field("start", Type.NUMBER, "where the passage begins, in seconds")),
    maybe(Field("end", Type.NUMBER, "where it ends, in seconds")),
    maybe(Field("alt", Type.TEXT, "what is to be seen or heard")),
    maybe(Field("note", Type.TEXT, "what the desk says of it")),
)

CONTENT: Final = Field(
    "content_html", Type.HTML, "the same as HTML, as feeds carry it", is_promised=False
)

CLAIM: Final = (
    Field("id", Type.KEY, "the claim's id within the fact-check"),
    Field("number", Type.COUNT, "its number on the fact-check's page"),
    Field("url", Type.ADDRESS, "its page, or its place in the fact-check's"),
    Field(
        "prominence",
        Type.KEY,
        "whether the ruling leads or is folded",
        choices=values(Prominence),
    ),
    Field("claim", Type.TEXT, "the claim, in the reviewer's words"),
    Field("language", Type.LANGUAGE, "the language of these words"),
    maybe(Field("quote", Type.OBJECT, "the claimant's exact words", within=QUOTE)),
    listed(
        Field("claimants", Type.OBJECT, "who made it; none: the document itself", within=PARTY)
    ),
    listed(
        Field(
            "attributed_to",
            Type.OBJECT,
            "whom the document names as the origin, where that is itself in question",
            within=PARTY,
        )
    ),
    maybe(Field("claimed", Type.DAY, "when the claim was made")),
    maybe(Field("venue", Type.TEXT, "where it was made")),
    listed(Field("appearances", Type.ADDRESS, "where it was made or repeated")),
    maybe(Field("first_appearance", Type.ADDRESS, "where it was made first")),
    Field("rating", Type.OBJECT, "the rating", within=RATING),
    Field("reason", Type.TEXT, "why, in one sentence"),
    maybe(Field("explanation", Type.MARKDOWN, "why, at length")),
    listed(Field("evidence", Type.OBJECT, "what the ruling rests on", within=EVIDENCE)),
    maybe(Field("as_of", Type.DAY, "the day of the knowledge that the rating rests on")),
    maybe(Field("not_verified", Type.MARKDOWN, "what could not be verified")),
    listed(Field("media", Type.OBJECT, "pictures and recordings it rests on", within=MEDIA)),
    maybe(Field("review_by", Type.DAY, "when the ruling is to be looked at again")),
    listed(Field("same_as", Type.KEY, "the same claim, ruled before: slug/claim-id")),
    maybe(Field("updated", Type.DAY, "its last change beyond typing errors")),
    Field("review", Type.OBJECT, "the ClaimReview, as on the claim's page (schema.org)"),
    CONTENT,
)

CHANGES: Final = listed(
    Field(
        "changes",
        Type.OBJECT,
        "what was changed after publication, newest first",
        within=(
            Field("date", Type.DAY, "when"),
            Field("kind", Type.KEY, "how much it matters", choices=values(ChangeKind)),
            listed(Field("claims", Type.KEY, "the ids of its claims; none: the whole")),
            Field("text", Type.TEXT, "what was changed, and why"),
            Field("inherited", Type.FLAG, "whether a translation has it from its original"),
        ),
    )
)

BEGINNING: Final = (
    Field("format", Type.COUNT, "the version of this shape: 1"),
    Field("status", Type.KEY, "whether it stands", choices=("published", "withdrawn")),
    Field("slug", Type.KEY, "its part of an address, which stays", "chain-message-storm"),
    Field("url", Type.ADDRESS, "its page"),
    Field("title", Type.TEXT, "its title"),
    Field("language", Type.LANGUAGE, "the language it is written in", "en"),
    maybe(Field("translation_of", Type.KEY, "the slug of the fact-check that it translates")),
    Field("sample", Type.FLAG, "whether it is a worked example, not a fact-check of anything"),
    Field("published", Type.MOMENT, "when it was published", "2026-11-20"),
    listed(Field("former_slugs", Type.KEY, "slugs that it had before")),
    listed(
        Field(
            "versions",
            Type.OBJECT,
            "the languages it can be had in, this one too; none where there is but one",
            within=(
                Field("slug", Type.KEY, "the version's slug"),
                Field("language", Type.LANGUAGE, "its language"),
                Field("url", Type.ADDRESS, "its page"),
            ),
        )
    ),
)

PUBLISHER: Final = (
    Field(
        "publisher",
        Type.OBJECT,
        "the desk",
        within=(
            Field("name", Type.TEXT, "the desk's name"),
            Field("url", Type.ADDRESS, "the site"),
        ),
    ),
    maybe(Field("license", Type.ADDRESS, "the licence that the data is under; null: none chosen")),
)

DOCUMENT: Final = Field(
    "document",
    Type.OBJECT,
    "the document in which the claims were made",
    within=(
        maybe(Field("title", Type.TEXT, "its title")),
        Field("kind", Type.KEY, "what it is", choices=values(DocumentKind)),
        maybe(
            Field(
                "outlet",
                Type.OBJECT,
                "where it was published",
                within=(
                    Field("name", Type.TEXT, "what the desk calls it"),
                    Field("slug", Type.KEY, "its part of an address"),
                ),
            )
        ),
        maybe(Field("author", Type.TEXT, "who wrote it")),
        maybe(Field("published", Type.DAY, "when it was published")),
        Field("language", Type.LANGUAGE, "its language"),
        maybe(Field("url", Type.ADDRESS, "where the site's readers can find it")),
        Field("archived", Type.FLAG, "whether that is an archived copy"),
        Field("display", Type.KEY, "how much of it the page shows", choices=values(Display)),
        listed(Field("content_warning", Type.TEXT, "what to expect in it")),
    ),
)

UNRATED: Final = listed(
    Field(
        "unrated",
        Type.OBJECT,
        "words that were looked at and not rated",
        within=(
            Field("letter", Type.KEY, "their letter on the page", "a"),
            Field("quote", Type.TEXT, "the words as the document has them"),
            Field("reason", Type.KEY, "why they were not rated", choices=values(UnratedReason)),
            maybe(Field("note", Type.TEXT, "what the desk says of them")),
        ),
    )
)

BACKGROUND: Final = (
    listed(
        Field(
            "groups",
            Type.OBJECT,
            "claims that belong together",
            within=(
                Field("id", Type.KEY, "the group's id"),
                Field("title", Type.TEXT, "its heading"),
                maybe(Field("text", Type.MARKDOWN, "what is said of them together")),
                listed(Field("claims", Type.KEY, "the ids of its claims")),
            ),
        )
    ),
    maybe(
        Field(
            "selection",
            Type.OBJECT,
            "why this document was checked",
            within=(
                Field("reason", Type.TEXT, "why"),
                Field("reader_submitted", Type.FLAG, "whether a reader sent it in"),
            ),
        )
    ),
    maybe(Field("methodology", Type.MARKDOWN, "where the method departs from the desk's")),
    maybe(Field("not_verified", Type.MARKDOWN, "what could not be verified")),
    listed(
        Field(
            "disclosures",
            Type.OBJECT,
            "interests of those who worked on it",
            within=(Field("person", Type.TEXT, "who"), Field("text", Type.TEXT, "which interest")),
        )
    ),
    listed(
        Field(
            "signoffs",
            Type.OBJECT,
            "who took responsibility",
            within=(
                Field("name", Type.TEXT, "who"),
                Field("role", Type.KEY, "in which role", choices=values(SignoffRole)),
                Field("date", Type.DAY, "when"),
            ),
        )
    ),
    listed(
        Field(
            "right_of_reply",
            Type.OBJECT,
            "who was asked for a reply",
            within=(
                Field("party", Type.TEXT, "who was asked"),
                listed(Field("claims", Type.KEY, "the ids of the claims; none: the whole")),
                Field("date", Type.DAY, "when"),
                maybe(Field("channel", Type.TEXT, "how")),
                Field("outcome", Type.KEY, "what came of it", choices=values(ReplyOutcome)),
                maybe(Field("statement", Type.TEXT, "the reply")),
            ),
        )
    ),
)

#: A fact-check that stands.
RECORD: Final = (
    *BEGINNING,
    maybe(Field("updated", Type.DAY, "its last change beyond typing errors")),
    listed(Field("authors", Type.TEXT, "who wrote it")),
    listed(
        Field(
            "topics",
            Type.OBJECT,
            "what it is about",
            within=(
                Field("name", Type.TEXT, "what the desk calls it"),
                Field("slug", Type.KEY, "its part of an address"),
            ),
        )
    ),
    Field("scale", Type.KEY, "the scale and version that its ratings belong to", "default@1"),
    maybe(Field("rating", Type.OBJECT, "the rating of the whole document", within=RATING)),
    maybe(Field("reason", Type.TEXT, "why it is so rated, in one sentence")),
    Field("summary", Type.TEXT, "in short"),
    maybe(Field("what_is_known", Type.MARKDOWN, "what the evidence establishes")),
    DOCUMENT,
    listed(Field("claims", Type.OBJECT, "the claims with their rulings", within=CLAIM)),
    UNRATED,
    listed(
        Field(
            "works",
            Type.OBJECT,
            "the works cited, each once",
            within=(
                Field("number", Type.COUNT, "its number in the list"),
                Field("id", Type.KEY, "its id within the fact-check"),
                *WORK,
            ),
        )
    ),
    *BACKGROUND,
    CHANGES,
    *PUBLISHER,
    listed(
        Field(
            "untranslated",
            Type.KEY,
            "texts of this record that are in the original's language (JSON Pointers)",
        )
    ),
    CONTENT,
)

#: What remains of one that was taken back.
WITHDRAWN: Final = (
    *BEGINNING,
    Field(
        "withdrawn",
        Type.OBJECT,
        "that it was taken back",
        within=(
            Field("date", Type.DAY, "when"),
            Field("reason", Type.TEXT, "why"),
            maybe(Field("replaced_by", Type.KEY, "the slug of the fact-check in its place")),
            maybe(Field("replaced_by_url", Type.ADDRESS, "that fact-check's page")),
            Field("inherited", Type.FLAG, "whether because its original was"),
        ),
    ),
    CHANGES,
    *PUBLISHER,
)
