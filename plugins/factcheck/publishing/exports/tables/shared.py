"""
Columns that several tables have.
"""

from __future__ import annotations

from typing import Final

from factcheck.model.vocabulary import DocumentKind
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values
from factcheck.publishing.exports.tables.columns import (
    Column,
    of_document,
    of_outlet,
    of_topics,
    whole,
    within,
)

#: Which fact-check a row is of, and in which of its languages.
BELONGS: Final = (
    Column(Field("fact_check", Type.KEY, "the fact-check's slug"), whole("slug")),
    Column(
        Field("language", Type.LANGUAGE, "the language it is written in", "en"), whole("language")
    ),
    Column(
        maybe(
            Field(
                "translation_of",
                Type.KEY,
                "the slug of the fact-check that it translates; null in originals",
            )
        ),
        whole("translation_of"),
    ),
)

RATING: Final = (
    Column(
        Field("rating", Type.KEY, "the rating's key on its scale", "mostly-false"),
        within("rating", "key"),
    ),
    Column(
        Field("rating_label", Type.TEXT, "its word, in the fact-check's language", "Mostly false"),
        within("rating", "label"),
    ),
    Column(
        maybe(Field("rating_number", Type.COUNT, "closer to best is truer; or null")),
        within("rating", "number"),
    ),
    Column(
        maybe(Field("rating_best", Type.COUNT, "the scale's highest number")),
        within("rating", "best"),
    ),
    Column(
        maybe(Field("rating_worst", Type.COUNT, "the scale's lowest number")),
        within("rating", "worst"),
    ),
    Column(Field("scale", Type.KEY, "the scale and its version", "default@1"), whole("scale")),
)

ABOUT_DOCUMENT: Final = (
    Column(
        maybe(Field("document_title", Type.TEXT, "what the document is called")),
        of_document("title"),
    ),
    Column(
        Field("document_kind", Type.KEY, "what the document is", choices=values(DocumentKind)),
        of_document("kind"),
    ),
    Column(
        maybe(Field("document_url", Type.ADDRESS, "where the site's readers can find it")),
        of_document("url"),
    ),
    Column(maybe(Field("outlet", Type.TEXT, "where it was published")), of_outlet("name")),
    Column(
        maybe(Field("outlet_slug", Type.KEY, "the outlet's part of an address")), of_outlet("slug")
    ),
)

TOPICS: Final = (
    Column(listed(Field("topics", Type.TEXT, "what it is about", "Astronomy")), of_topics("name")),
    Column(
        listed(Field("topic_slugs", Type.KEY, "the topics' parts of an address", "astronomy")),
        of_topics("slug"),
    ),
)

SAMPLE: Final = Column(
    Field("sample", Type.FLAG, "whether it is a worked example, not a fact-check of anything"),
    whole("sample"),
)
