"""
The table of claims with their rulings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.vocabulary import Prominence
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values
from factcheck.publishing.exports.tables.columns import (
    Cell,
    Column,
    Record,
    Table,
    each,
    own,
    whole,
    within,
)
from factcheck.publishing.exports.tables.shared import (
    ABOUT_DOCUMENT,
    BELONGS,
    RATING,
    SAMPLE,
    TOPICS,
)
from factcheck.publishing.words import Said


def _translated(_: Record, claim: Record) -> Cell:
    translation = claim["quote"] and claim["quote"]["translation"]
    return translation and translation["text"]  # type: ignore[no-any-return]


def _claim_id(record: Record, claim: Record) -> Cell:
    return f"{record['slug']}/{claim['id']}"


def claims_of(record: Record) -> Iterator[Record]:
    """
    Give the claims of a record; one that was taken back has none.
    """
    yield from record.get("claims", ())


CLAIMS: Final = Table(
    "claims",
    Said("title of a table of data", "Claims"),
    Said(
        "what a table of data holds",
        "One row for each claim, with its ruling.",
    ),
    (
        Column(
            Field("id", Type.KEY, "the fact-check's slug and the claim's id: slug/claim-id"),
            _claim_id,
        ),
        *BELONGS,
        Column(Field("url", Type.ADDRESS, "its page, or its place in another"), own("url")),
        Column(Field("number", Type.COUNT, "its number in the fact-check"), own("number")),
        Column(
            Field(
                "prominence",
                Type.KEY,
                "whether the ruling leads or is folded",
                choices=values(Prominence),
            ),
            own("prominence"),
        ),
        Column(
            Field("claim", Type.TEXT, "the claim, in the reviewer's words"),
            own("claim"),
            is_searched=True,
        ),
        Column(
            maybe(Field("quote", Type.TEXT, "the exact words, as the document has them")),
            within("quote", "text"),
            is_searched=True,
        ),
        Column(
            maybe(Field("quote_language", Type.LANGUAGE, "the language of the quote")),
            within("quote", "language"),
        ),
        Column(
            maybe(Field("quote_translation", Type.TEXT, "the quote in another language")),
            _translated,
            is_searched=True,
        ),
        Column(
            listed(Field("claimants", Type.TEXT, "who made the claim; none: the document itself")),
            each("claimants", "name"),
            is_searched=True,
        ),
        Column(
            listed(Field("claimant_slugs", Type.KEY, "their parts of an address")),
            each("claimants", "slug"),
        ),
        Column(
            listed(Field("attributed_to", Type.TEXT, "whom the document names as the origin")),
            each("attributed_to", "name"),
            is_searched=True,
        ),
        Column(maybe(Field("claimed", Type.DAY, "when the claim was made")), own("claimed")),
        Column(maybe(Field("venue", Type.TEXT, "where it was made")), own("venue")),
        Column(
            listed(Field("appearances", Type.ADDRESS, "where it was made or repeated")),
            own("appearances"),
        ),
        Column(
            maybe(Field("first_appearance", Type.ADDRESS, "where it was made first")),
            own("first_appearance"),
        ),
        *RATING,
        Column(
            Field("reason", Type.TEXT, "why, in one sentence"),
            own("reason"),
            is_searched=True,
        ),
        Column(
            maybe(Field("explanation", Type.MARKDOWN, "why, at length")),
            own("explanation"),
            is_searched=True,
        ),
        Column(
            maybe(Field("not_verified", Type.MARKDOWN, "what could not be verified")),
            own("not_verified"),
        ),
        Column(
            maybe(Field("as_of", Type.DAY, "the day of the knowledge that the rating rests on")),
            own("as_of"),
        ),
        Column(
            maybe(Field("review_by", Type.DAY, "when the ruling is to be looked at again")),
            own("review_by"),
        ),
        Column(
            listed(Field("same_as", Type.KEY, "the same claim, ruled before: slug/claim-id")),
            own("same_as"),
        ),
        Column(Field("published", Type.MOMENT, "when it was published"), whole("published")),
        Column(
            maybe(Field("updated", Type.DAY, "its last change beyond typing errors")),
            own("updated"),
        ),
        Column(Field("fact_check_title", Type.TEXT, "the fact-check's title"), whole("title")),
        *ABOUT_DOCUMENT,
        *TOPICS,
        SAMPLE,
    ),
    claims_of,
    ("id", "fact_check"),
    "id",
    (("fact_check", "fact-checks"),),
)
