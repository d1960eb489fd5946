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

T = Type

PARTY: Final = (
    Field("name", T.TEXT, "what the desk calls it in the fact-check's language"),
    Field("slug", T.KEY, "its part of an address, the same whatever it is called"),
    Field("type", T.KEY, "what it is", choices=values(PartyType)),
    maybe(Field("role", T.TEXT, "in what role it made the claim")),
    listed(Field("same_as", T.ADDRESS, "pages about the same, such as its Wikidata entry")),
)

RATING: Final = (
    Field("key", T.KEY, "the rating's key on its scale", "mostly-false"),
    Field("label", T.TEXT, "its word, in the fact-check's language", "Mostly false"),
    maybe(Field("number", T.COUNT, "closer to best is truer; null where the rating has none")),
    maybe(Field("best", T.COUNT, "the scale's highest number")),
    maybe(Field("worst", T.COUNT, "the scale's lowest number")),
    Field("scale", T.KEY, "the scale and its version", "default@1"),
)

WORK: Final = (
    maybe(Field("title", T.TEXT, "the publication's title")),
    Field("title_supplied", T.FLAG, "whether the desk, not the publisher, named it"),
    maybe(Field("url", T.ADDRESS, "where it stands")),
    maybe(Field("archived_url", T.ADDRESS, "where a copy of it is kept")),
    maybe(Field("publisher", T.TEXT, "who published it")),
    maybe(Field("published", T.DAY, "when it was published")),
    maybe(Field("language", T.LANGUAGE, "the language it is in")),
    Field("kind", T.KEY, "what kind of publication it is", choices=values(WorkKind)),
    maybe(Field("interests", T.TEXT, "the publisher's interest in the matter")),
    maybe(Field("derived_from", T.KEY, "the id of the work of this fact-check that it repeats")),
)

EVIDENCE: Final = (
    Field("stance", T.KEY, "what the work does to the claim", choices=values(Stance)),
    Field("finding", T.TEXT, "what the work says, in the desk's words"),
    maybe(Field("excerpt", T.TEXT, "the work's own words")),
    maybe(Field("excerpt_translation", T.TEXT, "these words, translated by the desk")),
    maybe(Field("locator", T.TEXT, "page, paragraph or time")),
    Field("read", T.KEY, "how much of the work the desk read", choices=values(ReadAs)),
    maybe(Field("accessed", T.DAY, "when the desk read it")),
    Field(
        "work",
        T.OBJECT,
        "the work itself",
        within=(
            maybe(Field("id", T.KEY, "its id under works; null where it is cited here alone")),
            *WORK,
        ),
    ),
)

QUOTE: Final = (
    Field("text", T.TEXT, "the words as the document has them"),
    Field("language", T.LANGUAGE, "the document's language"),
    maybe(
        Field(
            "translation",
            T.OBJECT,
            "the words in another language",
            within=(
                Field("text", T.TEXT, "the translated words"),
                Field("language", T.LANGUAGE, "the language of the translation"),
                maybe(Field("by", T.TEXT, "who translated them")),
            ),
        )
    ),
)

MEDIA: Final = (
    Field("kind", T.KEY, "what it is", choices=values(MediaKind)),
    maybe(Field("url", T.ADDRESS, "where it stands")),
    Field(
        "category",
        T.KEY,
        "what was done to it (schema.org's MediaManipulationRatingEnumeration)",
        choices=values(MediaCategory),
    ),
    maybe(Field("start", T.NUMBER, "where the passage begins, in seconds")),
    maybe(Field("end", T.NUMBER, "where it ends, in seconds")),
    maybe(Field("alt", T.TEXT, "what is to be seen or heard")),
    maybe(Field("note", T.TEXT, "what the desk says of it")),
)

CONTENT: Final = Field(
    "content_html", T.HTML, "the same as HTML, as feeds carry it", is_promised=False
)

CLAIM: Final = (
    Field("id", T.KEY, "the claim's id within the fact-check"),
    Field("number", T.COUNT, "its number on the fact-check's page"),
    Field("url", T.ADDRESS, "its page, or its place in the fact-check's"),
    Field(
        "prominence",
        T.KEY,
        "whether the ruling leads or is folded",
        choices=values(Prominence),
    ),
    Field("claim", T.TEXT, "the claim, in the reviewer's words"),
    Field("language", T.LANGUAGE, "the language of these words"),
    maybe(Field("quote", T.OBJECT, "the claimant's exact words", within=QUOTE)),
    listed(
        Field("claimants", T.OBJECT, "who made the claim; none: the document itself", within=PARTY)
    ),
    listed(
        Field(
            "attributed_to",
            T.OBJECT,
            "whom the document names as the origin, where that is itself in question",
            within=PARTY,
        )
    ),
    maybe(Field("claimed", T.DAY, "when the claim was made")),
    maybe(Field("venue", T.TEXT, "where it was made")),
    listed(Field("appearances", T.ADDRESS, "where it was made or repeated")),
    maybe(Field("first_appearance", T.ADDRESS, "where it was made first")),
    Field("rating", T.OBJECT, "the rating", within=RATING),
    Field("reason", T.TEXT, "why, in one sentence"),
    maybe(Field("explanation", T.MARKDOWN, "why, at length")),
    listed(Field("evidence", T.OBJECT, "what the ruling rests on", within=EVIDENCE)),
    maybe(Field("as_of", T.DAY, "the day of the knowledge that the rating rests on")),
    maybe(Field("not_verified", T.MARKDOWN, "what could not be verified")),
    listed(Field("media", T.OBJECT, "pictures and recordings it rests on", within=MEDIA)),
    maybe(Field("review_by", T.DAY, "when the ruling is to be looked at again")),
    listed(Field("same_as", T.KEY, "the same claim, ruled before: slug/claim-id")),
    maybe(Field("updated", T.DAY, "its last change beyond typing errors")),
    Field("review", T.OBJECT, "the ClaimReview, as on the claim's page (schema.org)"),
    CONTENT,
)

CHANGES: Final = listed(
    Field(
        "changes",
        T.OBJECT,
        "what was changed after publication, newest first",
        within=(
            Field("date", T.DAY, "when"),
            Field("kind", T.KEY, "how much it matters", choices=values(ChangeKind)),
            listed(Field("claims", T.KEY, "the ids of the claims it is about; none: the whole")),
            Field("text", T.TEXT, "what was changed, and why"),
            Field("inherited", T.FLAG, "whether a translation has it from its original"),
        ),
    )
)

BEGINNING: Final = (
    Field("format", T.COUNT, "the version of this shape: 1"),
    Field("status", T.KEY, "whether it stands", choices=("published", "withdrawn")),
    Field("slug", T.KEY, "its part of an address, which stays", "chain-message-storm"),
    Field("url", T.ADDRESS, "its page"),
    Field("title", T.TEXT, "its title"),
    Field("language", T.LANGUAGE, "the language it is written in", "en"),
    maybe(Field("translation_of", T.KEY, "the slug of the fact-check that it translates")),
    Field("sample", T.FLAG, "whether it is a worked example, not a fact-check of anything"),
    Field("published", T.MOMENT, "when it was published", "2026-11-20"),
    listed(Field("former_slugs", T.KEY, "slugs that it had before")),
    listed(
        Field(
            "versions",
            T.OBJECT,
            "the languages it can be had in, this one too; none where there is but one",
            within=(
                Field("slug", T.KEY, "the version's slug"),
                Field("language", T.LANGUAGE, "its language"),
                Field("url", T.ADDRESS, "its page"),
            ),
        )
    ),
)

PUBLISHER: Final = (
    Field(
        "publisher",
        T.OBJECT,
        "the desk",
        within=(
            Field("name", T.TEXT, "the desk's name"),
            Field("url", T.ADDRESS, "the site"),
        ),
    ),
    maybe(Field("license", T.ADDRESS, "the licence that the data is under; null: none chosen")),
)

DOCUMENT: Final = Field(
    "document",
    T.OBJECT,
    "the document in which the claims were made",
    within=(
        maybe(Field("title", T.TEXT, "its title")),
        Field("kind", T.KEY, "what it is", choices=values(DocumentKind)),
        maybe(
            Field(
                "outlet",
                T.OBJECT,
                "where it was published",
                within=(
                    Field("name", T.TEXT, "what the desk calls it"),
                    Field("slug", T.KEY, "its part of an address"),
                ),
            )
        ),
        maybe(Field("author", T.TEXT, "who wrote it")),
        maybe(Field("published", T.DAY, "when it was published")),
        Field("language", T.LANGUAGE, "its language"),
        maybe(Field("url", T.ADDRESS, "where the site's readers can find it")),
        Field("archived", T.FLAG, "whether that is an archived copy"),
        Field("display", T.KEY, "how much of it the page shows", choices=values(Display)),
        listed(Field("content_warning", T.TEXT, "what to expect in it")),
    ),
)

UNRATED: Final = listed(
    Field(
        "unrated",
        T.OBJECT,
        "words that were looked at and not rated",
        within=(
            Field("letter", T.KEY, "their letter on the page", "a"),
            Field("quote", T.TEXT, "the words as the document has them"),
            Field("reason", T.KEY, "why they were not rated", choices=values(UnratedReason)),
            maybe(Field("note", T.TEXT, "what the desk says of them")),
        ),
    )
)

BACKGROUND: Final = (
    listed(
        Field(
            "groups",
            T.OBJECT,
            "claims that belong together",
            within=(
                Field("id", T.KEY, "the group's id"),
                Field("title", T.TEXT, "its heading"),
                maybe(Field("text", T.MARKDOWN, "what is said of them together")),
                listed(Field("claims", T.KEY, "the ids of its claims")),
            ),
        )
    ),
    maybe(
        Field(
            "selection",
            T.OBJECT,
            "why this document was checked",
            within=(
                Field("reason", T.TEXT, "why"),
                Field("reader_submitted", T.FLAG, "whether a reader sent it in"),
            ),
        )
    ),
    maybe(Field("methodology", T.MARKDOWN, "where the method departs from the desk's")),
    maybe(Field("not_verified", T.MARKDOWN, "what could not be verified")),
    listed(
        Field(
            "disclosures",
            T.OBJECT,
            "interests of those who worked on it",
            within=(Field("person", T.TEXT, "who"), Field("text", T.TEXT, "which interest")),
        )
    ),
    listed(
        Field(
            "signoffs",
            T.OBJECT,
            "who took responsibility",
            within=(
                Field("name", T.TEXT, "who"),
                Field("role", T.KEY, "in which role", choices=values(SignoffRole)),
                Field("date", T.DAY, "when"),
            ),
        )
    ),
    listed(
        Field(
            "right_of_reply",
            T.OBJECT,
            "who was asked for a reply",
            within=(
                Field("party", T.TEXT, "who was asked"),
                listed(Field("claims", T.KEY, "the ids of the claims; none: the whole")),
                Field("date", T.DAY, "when"),
                maybe(Field("channel", T.TEXT, "how")),
                Field("outcome", T.KEY, "what came of it", choices=values(ReplyOutcome)),
                maybe(Field("statement", T.TEXT, "the reply")),
            ),
        )
    ),
)

#: A fact-check that stands.
RECORD: Final = (
    *BEGINNING,
    maybe(Field("updated", T.DAY, "its last change beyond typing errors")),
    listed(Field("authors", T.TEXT, "who wrote it")),
    listed(
        Field(
            "topics",
            T.OBJECT,
            "what it is about",
            within=(
                Field("name", T.TEXT, "what the desk calls it"),
                Field("slug", T.KEY, "its part of an address"),
            ),
        )
    ),
    Field("scale", T.KEY, "the scale and version that its ratings belong to", "default@1"),
    maybe(Field("rating", T.OBJECT, "the rating of the whole document", within=RATING)),
    maybe(Field("reason", T.TEXT, "why it is so rated, in one sentence")),
    Field("summary", T.TEXT, "in short"),
    maybe(Field("what_is_known", T.MARKDOWN, "what the evidence establishes")),
    DOCUMENT,
    listed(Field("claims", T.OBJECT, "the claims with their rulings", within=CLAIM)),
    UNRATED,
    listed(
        Field(
            "works",
            T.OBJECT,
            "the works cited, each once",
            within=(
                Field("number", T.COUNT, "its number in the list"),
                Field("id", T.KEY, "its id within the fact-check"),
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
            T.KEY,
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
        T.OBJECT,
        "that it was taken back",
        within=(
            Field("date", T.DAY, "when"),
            Field("reason", T.TEXT, "why"),
            maybe(Field("replaced_by", T.KEY, "the slug of the fact-check in its place")),
            maybe(Field("replaced_by_url", T.ADDRESS, "that fact-check's page")),
            Field("inherited", T.FLAG, "whether because its original was"),
        ),
    ),
    CHANGES,
    *PUBLISHER,
)
