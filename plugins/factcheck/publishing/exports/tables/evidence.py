"""
The table of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.vocabulary import ReadAs, Stance, WorkKind
from factcheck.publishing.exports.fields import Field, Type, maybe, values
from factcheck.publishing.exports.tables.claims import claims_of
from factcheck.publishing.exports.tables.columns import Column, Record, Table, own, within
from factcheck.publishing.exports.tables.shared import BELONGS, SAMPLE
from factcheck.publishing.words import Said


def _evidence(record: Record) -> Iterator[Record]:
    for claim in claims_of(record):
        for place, item in enumerate(claim["evidence"], start=1):
            yield {**item, "claim": claim["id"], "place": place}


EVIDENCE: Final = Table(
    "evidence",
    Said("title of a table of data", "Evidence"),
    Said(
        "what a table of data holds",
        "One row for each work's bearing on a claim.",
    ),
    (
        Column(
            Field("id", Type.KEY, "the claim's id, and the place among its evidence"),
            lambda record, item: f"{record['slug']}/{item['claim']}/{item['place']}",
        ),
        Column(
            Field("claim", Type.KEY, "the claim's id in the table of claims: slug/claim-id"),
            lambda record, item: f"{record['slug']}/{item['claim']}",
        ),
        *BELONGS,
        Column(
            Field("stance", Type.KEY, "what the work does to the claim", choices=values(Stance)),
            own("stance"),
        ),
        Column(
            Field("finding", Type.TEXT, "what the work says, in the desk's words"),
            own("finding"),
            is_searched=True,
        ),
        Column(
            maybe(Field("excerpt", Type.TEXT, "the work's own words")),
            own("excerpt"),
            is_searched=True,
        ),
        Column(
            maybe(Field("excerpt_translation", Type.TEXT, "these words, translated by the desk")),
            own("excerpt_translation"),
            is_searched=True,
        ),
        Column(maybe(Field("locator", Type.TEXT, "page, paragraph or time")), own("locator")),
        Column(
            Field("read", Type.KEY, "how much of the work the desk read", choices=values(ReadAs)),
            own("read"),
        ),
        Column(maybe(Field("accessed", Type.DAY, "when the desk read it")), own("accessed")),
        Column(
            maybe(Field("work", Type.KEY, "the work's id within the fact-check")),
            within("work", "id"),
        ),
        Column(
            maybe(Field("work_title", Type.TEXT, "the work's title")),
            within("work", "title"),
            is_searched=True,
        ),
        Column(
            Field("work_title_supplied", Type.FLAG, "whether the desk named it"),
            within("work", "title_supplied"),
        ),
        Column(maybe(Field("work_url", Type.ADDRESS, "where it stands")), within("work", "url")),
        Column(
            maybe(Field("work_archived_url", Type.ADDRESS, "where a copy of it is kept")),
            within("work", "archived_url"),
        ),
        Column(
            maybe(Field("work_publisher", Type.TEXT, "who published it")),
            within("work", "publisher"),
            is_searched=True,
        ),
        Column(
            maybe(Field("work_published", Type.DAY, "when it was published")),
            within("work", "published"),
        ),
        Column(
            maybe(Field("work_language", Type.LANGUAGE, "the language it is in")),
            within("work", "language"),
        ),
        Column(
            Field("work_kind", Type.KEY, "what kind of publication", choices=values(WorkKind)),
            within("work", "kind"),
        ),
        Column(
            maybe(Field("work_interests", Type.TEXT, "the publisher's interest in the matter")),
            within("work", "interests"),
        ),
        Column(
            maybe(Field("work_derived_from", Type.KEY, "the id of the work it repeats")),
            within("work", "derived_from"),
        ),
        SAMPLE,
    ),
    _evidence,
    ("id", "claim", "fact_check"),
    "id",
    (("claim", "claims"), ("fact_check", "fact-checks")),
)
