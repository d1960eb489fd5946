"""
The table of fact-checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.vocabulary import Display
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values
from factcheck.publishing.exports.tables.columns import (
    Column,
    Record,
    Table,
    of_document,
    own,
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


def _checks(record: Record) -> Iterator[Record]:
    if "claims" in record:
        yield record


FACT_CHECKS: Final = Table(
    "fact-checks",
    Said("title of a table of data", "Fact-checks"),
    Said(
        "what a table of data holds",
        "One row for each fact-check in each of its languages.",
    ),
    (
        Column(
            Field("slug", Type.KEY, "its part of an address, which stays", "chain-message-storm"),
            own("slug"),
        ),
        *BELONGS[1:],
        Column(Field("url", Type.ADDRESS, "its page"), own("url")),
        Column(Field("title", Type.TEXT, "its title"), own("title"), is_searched=True),
        Column(Field("summary", Type.TEXT, "in short"), own("summary"), is_searched=True),
        *(
            column._replace(field=maybe(column.field)) if column.field.name != "scale" else column
            for column in RATING
        ),
        Column(
            maybe(Field("reason", Type.TEXT, "why it is so rated, in one sentence")),
            own("reason"),
            is_searched=True,
        ),
        Column(
            maybe(Field("what_is_known", Type.MARKDOWN, "what the evidence establishes")),
            own("what_is_known"),
            is_searched=True,
        ),
        Column(
            Field("claims", Type.COUNT, "how many claims it rules on"),
            lambda _, check: len(check["claims"]),
        ),
        Column(Field("published", Type.MOMENT, "when it was published"), own("published")),
        Column(
            maybe(Field("updated", Type.DAY, "its last change beyond typing errors")),
            own("updated"),
        ),
        Column(listed(Field("authors", Type.TEXT, "who wrote it")), own("authors")),
        *TOPICS,
        *ABOUT_DOCUMENT,
        Column(
            maybe(Field("document_author", Type.TEXT, "who wrote the document")),
            of_document("author"),
        ),
        Column(
            maybe(Field("document_published", Type.DAY, "when the document was published")),
            of_document("published"),
        ),
        Column(
            Field("document_language", Type.LANGUAGE, "the document's language"),
            of_document("language"),
        ),
        Column(
            Field(
                "document_display",
                Type.KEY,
                "how much of it the page shows",
                choices=values(Display),
            ),
            of_document("display"),
        ),
        Column(
            maybe(Field("selection", Type.TEXT, "why this document was checked")),
            within("selection", "reason"),
        ),
        Column(
            maybe(Field("reader_submitted", Type.FLAG, "whether a reader sent it in")),
            within("selection", "reader_submitted"),
        ),
        Column(
            maybe(Field("methodology", Type.MARKDOWN, "where the method departs from the desk's")),
            own("methodology"),
        ),
        Column(
            maybe(Field("not_verified", Type.MARKDOWN, "what could not be verified")),
            own("not_verified"),
        ),
        SAMPLE,
    ),
    _checks,
    ("slug",),
    "slug",
)
