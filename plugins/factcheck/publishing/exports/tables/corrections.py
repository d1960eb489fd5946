"""
The table of what was changed after publication, or taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.vocabulary import ChangeKind
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values
from factcheck.publishing.exports.tables.columns import (
    Cell,
    Column,
    Record,
    Table,
    own,
    whole,
)
from factcheck.publishing.exports.tables.shared import BELONGS, SAMPLE
from factcheck.publishing.words import Said


def _corrections(record: Record) -> Iterator[Record]:
    """The oldest first, as everything here; being taken back is the last that happens."""
    for change in reversed(record["changes"]):
        yield {**change, "replaced_by": None}
    if taken_back := record.get("withdrawn"):
        yield {**taken_back, "kind": "withdrawn", "claims": [], "text": taken_back["reason"]}


def _claims(record: Record, change: Record) -> Cell:
    return [f"{record['slug']}/{claim}" for claim in change["claims"]]


CORRECTIONS: Final = Table(
    "corrections",
    Said("title of a table of data", "Corrections"),
    Said(
        "what a table of data holds",
        "One row for each change after publication, and for each fact-check that was taken back.",
    ),
    (
        *BELONGS,
        Column(Field("url", Type.ADDRESS, "the fact-check's page"), whole("url")),
        Column(Field("title", Type.TEXT, "its title"), whole("title"), is_searched=True),
        Column(Field("date", Type.DAY, "when it was changed"), own("date")),
        Column(
            Field(
                "kind",
                Type.KEY,
                "how much it matters",
                choices=(*values(ChangeKind), "withdrawn"),
            ),
            own("kind"),
        ),
        Column(
            listed(
                Field(
                    "claims",
                    Type.KEY,
                    "the ids of its claims in the table of claims: slug/claim-id; none: the whole",
                )
            ),
            _claims,
        ),
        Column(
            Field("text", Type.TEXT, "what was changed, and why"),
            own("text"),
            is_searched=True,
        ),
        Column(
            maybe(Field("replaced_by", Type.KEY, "the slug of the one in its place")),
            own("replaced_by"),
        ),
        Column(
            Field("inherited", Type.FLAG, "whether a translation has it from its original"),
            own("inherited"),
        ),
        SAMPLE,
    ),
    _corrections,
    ("fact_check",),
)
