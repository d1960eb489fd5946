"""
The tables of the published data: claims, fact-checks, evidence, corrections.

Each column tells its name, type and meaning, and takes its value from a record. JSON Lines, CSV,
the database, their schemas and the dictionary are all made from these columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from factcheck.model.vocabulary import (
    ChangeKind,
    Display,
    DocumentKind,
    Prominence,
    ReadAs,
    Stance,
    WorkKind,
)
from factcheck.publishing.exports.fields import Field, Type, listed, maybe, values
from factcheck.publishing.words import Said

Record = dict[str, Any]

#: What stands in one cell.
Cell = str | int | bool | list[str] | None


class Column(NamedTuple):
    """
    One column of a table.
    """

    field: Field

    #: Takes the fact-check's record, and the part of it that the row is of.
    get: Callable[[Record, Record], Cell]

    #: Whether the database finds words in it.
    is_searched: bool = False


class Table(NamedTuple):
    """
    One table.
    """

    #: What its files are called.
    name: str

    #: In words, and what a row of it is.
    title: Said
    means: Said
    columns: tuple[Column, ...]

    #: Gives the parts of a record that have a row each.
    parts: Callable[[Record], Iterator[Record]]

    #: Columns that find a row in the database; the first one alone is every row's own.
    keys: tuple[str, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """What a row holds."""
        return tuple(column.field for column in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple([column.field.name for column in self.columns])

    def rows(self, record: Record) -> Iterator[tuple[Cell, ...]]:
        """
        Give the rows of one fact-check.
        """
        for part in self.parts(record):
            yield tuple([column.get(record, part) for column in self.columns])


T = Type


def _own(name: str) -> Callable[[Record, Record], Cell]:
    def get(_: Record, part: Record) -> Cell:
        value: Cell = part[name]
        return value

    return get


def _whole(name: str) -> Callable[[Record, Record], Cell]:
    def get(record: Record, _: Record) -> Cell:
        value: Cell = record[name]
        return value

    return get


def _within(first: str, name: str) -> Callable[[Record, Record], Cell]:
    def get(_: Record, part: Record) -> Cell:
        return part[first] and part[first][name]  # type: ignore[no-any-return]

    return get


def _each(first: str, name: str) -> Callable[[Record, Record], Cell]:
    def get(_: Record, part: Record) -> Cell:
        return [one[name] for one in part[first]]

    return get


def _of_document(name: str) -> Callable[[Record, Record], Cell]:
    def get(record: Record, _: Record) -> Cell:
        value: Cell = record["document"][name]
        return value

    return get


def _outlet(name: str) -> Callable[[Record, Record], Cell]:
    def get(record: Record, _: Record) -> Cell:
        outlet = record["document"]["outlet"]
        return outlet and outlet[name]  # type: ignore[no-any-return]

    return get


def _topics(name: str) -> Callable[[Record, Record], Cell]:
    def get(record: Record, _: Record) -> Cell:
        return [topic[name] for topic in record["topics"]]

    return get


def _translated(_: Record, claim: Record) -> Cell:
    translation = claim["quote"] and claim["quote"]["translation"]
    return translation and translation["text"]  # type: ignore[no-any-return]


def _claim_id(record: Record, claim: Record) -> Cell:
    return f"{record['slug']}/{claim['id']}"


#: Which fact-check a row is of, and in which of its languages.
BELONGS: Final = (
    Column(Field("fact_check", T.KEY, "the fact-check's slug"), _whole("slug")),
    Column(
        Field("language", T.LANGUAGE, "the language it is written in", "en"), _whole("language")
    ),
    Column(
        maybe(
            Field(
                "translation_of",
                T.KEY,
                "the slug of the fact-check that it translates; null in originals",
            )
        ),
        _whole("translation_of"),
    ),
)

RATING: Final = (
    Column(
        Field("rating", T.KEY, "the rating's key on its scale", "mostly-false"),
        _within("rating", "key"),
    ),
    Column(
        Field("rating_label", T.TEXT, "its word, in the fact-check's language", "Mostly false"),
        _within("rating", "label"),
    ),
    Column(
        maybe(Field("rating_number", T.COUNT, "closer to best is truer; null where it has none")),
        _within("rating", "number"),
    ),
    Column(
        maybe(Field("rating_best", T.COUNT, "the scale's highest number")),
        _within("rating", "best"),
    ),
    Column(
        maybe(Field("rating_worst", T.COUNT, "the scale's lowest number")),
        _within("rating", "worst"),
    ),
    Column(Field("scale", T.KEY, "the scale and its version", "default@1"), _whole("scale")),
)

ABOUT_DOCUMENT: Final = (
    Column(maybe(Field("document_title", T.TEXT, "the document's title")), _of_document("title")),
    Column(
        Field("document_kind", T.KEY, "what the document is", choices=values(DocumentKind)),
        _of_document("kind"),
    ),
    Column(
        maybe(Field("document_url", T.ADDRESS, "where the site's readers can find it")),
        _of_document("url"),
    ),
    Column(maybe(Field("outlet", T.TEXT, "where it was published")), _outlet("name")),
    Column(maybe(Field("outlet_slug", T.KEY, "the outlet's part of an address")), _outlet("slug")),
)

TOPICS: Final = (
    Column(listed(Field("topics", T.TEXT, "what it is about", "Astronomy")), _topics("name")),
    Column(
        listed(Field("topic_slugs", T.KEY, "the topics' parts of an address", "astronomy")),
        _topics("slug"),
    ),
)

SAMPLE: Final = Column(
    Field("sample", T.FLAG, "whether it is a worked example, not a fact-check of anything"),
    _whole("sample"),
)


def _claims(record: Record) -> Iterator[Record]:
    yield from record.get("claims", ())


def _checks(record: Record) -> Iterator[Record]:
    if "claims" in record:
        yield record


def _evidence(record: Record) -> Iterator[Record]:
    for claim in _claims(record):
        for place, item in enumerate(claim["evidence"], start=1):
            yield {**item, "claim": claim["id"], "place": place}


def _corrections(record: Record) -> Iterator[Record]:
    """Being taken back is the gravest and stands first."""
    if taken_back := record.get("withdrawn"):
        yield {**taken_back, "kind": "withdrawn", "claims": [], "text": taken_back["reason"]}
    for change in record["changes"]:
        yield {**change, "replaced_by": None}


CLAIMS: Final = Table(
    "claims",
    Said("title of a table of data", "Claims"),
    Said(
        "what a table of data holds",
        "One row for each claim, with its ruling.",
    ),
    (
        Column(
            Field("id", T.KEY, "the fact-check's slug and the claim's id: slug/claim-id"),
            _claim_id,
        ),
        *BELONGS,
        Column(Field("url", T.ADDRESS, "the claim's page, or its place in another"), _own("url")),
        Column(Field("number", T.COUNT, "its number in the fact-check"), _own("number")),
        Column(
            Field(
                "prominence",
                T.KEY,
                "whether the ruling leads or is folded",
                choices=values(Prominence),
            ),
            _own("prominence"),
        ),
        Column(
            Field("claim", T.TEXT, "the claim, in the reviewer's words"),
            _own("claim"),
            is_searched=True,
        ),
        Column(
            maybe(Field("quote", T.TEXT, "the claimant's exact words, as the document has them")),
            _within("quote", "text"),
            is_searched=True,
        ),
        Column(
            maybe(Field("quote_language", T.LANGUAGE, "the language of the quote")),
            _within("quote", "language"),
        ),
        Column(
            maybe(Field("quote_translation", T.TEXT, "the quote in another language")),
            _translated,
            is_searched=True,
        ),
        Column(
            listed(Field("claimants", T.TEXT, "who made the claim; none: the document itself")),
            _each("claimants", "name"),
            is_searched=True,
        ),
        Column(
            listed(Field("claimant_slugs", T.KEY, "their parts of an address")),
            _each("claimants", "slug"),
        ),
        Column(
            listed(Field("attributed_to", T.TEXT, "whom the document names as the origin")),
            _each("attributed_to", "name"),
            is_searched=True,
        ),
        Column(maybe(Field("claimed", T.DAY, "when the claim was made")), _own("claimed")),
        Column(maybe(Field("venue", T.TEXT, "where it was made")), _own("venue")),
        Column(
            listed(Field("appearances", T.ADDRESS, "where it was made or repeated")),
            _own("appearances"),
        ),
        Column(
            maybe(Field("first_appearance", T.ADDRESS, "where it was made first")),
            _own("first_appearance"),
        ),
        *RATING,
        Column(
            Field("reason", T.TEXT, "why, in one sentence"),
            _own("reason"),
            is_searched=True,
        ),
        Column(
            maybe(Field("explanation", T.MARKDOWN, "why, at length")),
            _own("explanation"),
            is_searched=True,
        ),
        Column(
            maybe(Field("not_verified", T.MARKDOWN, "what could not be verified")),
            _own("not_verified"),
        ),
        Column(
            maybe(Field("as_of", T.DAY, "the day of the knowledge that the rating rests on")),
            _own("as_of"),
        ),
        Column(
            maybe(Field("review_by", T.DAY, "when the ruling is to be looked at again")),
            _own("review_by"),
        ),
        Column(
            listed(Field("same_as", T.KEY, "the same claim, ruled before: slug/claim-id")),
            _own("same_as"),
        ),
        Column(Field("published", T.MOMENT, "when it was published"), _whole("published")),
        Column(
            maybe(Field("updated", T.DAY, "its last change beyond typing errors")),
            _own("updated"),
        ),
        Column(Field("fact_check_title", T.TEXT, "the fact-check's title"), _whole("title")),
        *ABOUT_DOCUMENT,
        *TOPICS,
        SAMPLE,
    ),
    _claims,
    ("id", "fact_check"),
)

FACT_CHECKS: Final = Table(
    "fact-checks",
    Said("title of a table of data", "Fact-checks"),
    Said(
        "what a table of data holds",
        "One row for each fact-check in each of its languages.",
    ),
    (
        Column(
            Field("slug", T.KEY, "its part of an address, which stays", "chain-message-storm"),
            _own("slug"),
        ),
        *BELONGS[1:],
        Column(Field("url", T.ADDRESS, "its page"), _own("url")),
        Column(Field("title", T.TEXT, "its title"), _own("title"), is_searched=True),
        Column(Field("summary", T.TEXT, "in short"), _own("summary"), is_searched=True),
        *(
            column._replace(field=maybe(column.field)) if column.field.name != "scale" else column
            for column in RATING
        ),
        Column(
            maybe(Field("reason", T.TEXT, "why it is so rated, in one sentence")),
            _own("reason"),
            is_searched=True,
        ),
        Column(
            maybe(Field("what_is_known", T.MARKDOWN, "what the evidence establishes")),
            _own("what_is_known"),
            is_searched=True,
        ),
        Column(
            Field("claims", T.COUNT, "how many claims it rules on"),
            lambda _, check: len(check["claims"]),
        ),
        Column(Field("published", T.MOMENT, "when it was published"), _own("published")),
        Column(
            maybe(Field("updated", T.DAY, "its last change beyond typing errors")),
            _own("updated"),
        ),
        Column(listed(Field("authors", T.TEXT, "who wrote it")), _own("authors")),
        *TOPICS,
        *ABOUT_DOCUMENT,
        Column(
            maybe(Field("document_author", T.TEXT, "who wrote the document")),
            _of_document("author"),
        ),
        Column(
            maybe(Field("document_published", T.DAY, "when the document was published")),
            _of_document("published"),
        ),
        Column(
            Field("document_language", T.LANGUAGE, "the document's language"),
            _of_document("language"),
        ),
        Column(
            Field(
                "document_display",
                T.KEY,
                "how much of it the page shows",
                choices=values(Display),
            ),
            _of_document("display"),
        ),
        Column(
            maybe(Field("selection", T.TEXT, "why this document was checked")),
            _within("selection", "reason"),
        ),
        Column(
            maybe(Field("reader_submitted", T.FLAG, "whether a reader sent it in")),
            _within("selection", "reader_submitted"),
        ),
        Column(
            maybe(Field("methodology", T.MARKDOWN, "where the method departs from the desk's")),
            _own("methodology"),
        ),
        Column(
            maybe(Field("not_verified", T.MARKDOWN, "what could not be verified")),
            _own("not_verified"),
        ),
        SAMPLE,
    ),
    _checks,
    ("slug",),
)

EVIDENCE: Final = Table(
    "evidence",
    Said("title of a table of data", "Evidence"),
    Said(
        "what a table of data holds",
        "One row for each work's bearing on a claim.",
    ),
    (
        Column(
            Field("id", T.KEY, "the claim's id, and the place among its evidence"),
            lambda record, item: f"{record['slug']}/{item['claim']}/{item['place']}",
        ),
        Column(
            Field("claim", T.KEY, "the claim's id in the table of claims: slug/claim-id"),
            lambda record, item: f"{record['slug']}/{item['claim']}",
        ),
        *BELONGS,
        Column(
            Field("stance", T.KEY, "what the work does to the claim", choices=values(Stance)),
            _own("stance"),
        ),
        Column(
            Field("finding", T.TEXT, "what the work says, in the desk's words"),
            _own("finding"),
            is_searched=True,
        ),
        Column(
            maybe(Field("excerpt", T.TEXT, "the work's own words")),
            _own("excerpt"),
            is_searched=True,
        ),
        Column(
            maybe(Field("excerpt_translation", T.TEXT, "these words, translated by the desk")),
            _own("excerpt_translation"),
            is_searched=True,
        ),
        Column(maybe(Field("locator", T.TEXT, "page, paragraph or time")), _own("locator")),
        Column(
            Field("read", T.KEY, "how much of the work the desk read", choices=values(ReadAs)),
            _own("read"),
        ),
        Column(maybe(Field("accessed", T.DAY, "when the desk read it")), _own("accessed")),
        Column(
            maybe(Field("work", T.KEY, "the work's id within the fact-check")),
            _within("work", "id"),
        ),
        Column(
            maybe(Field("work_title", T.TEXT, "the work's title")),
            _within("work", "title"),
            is_searched=True,
        ),
        Column(
            Field("work_title_supplied", T.FLAG, "whether the desk, not the publisher, named it"),
            _within("work", "title_supplied"),
        ),
        Column(maybe(Field("work_url", T.ADDRESS, "where it stands")), _within("work", "url")),
        Column(
            maybe(Field("work_archived_url", T.ADDRESS, "where a copy of it is kept")),
            _within("work", "archived_url"),
        ),
        Column(
            maybe(Field("work_publisher", T.TEXT, "who published it")),
            _within("work", "publisher"),
            is_searched=True,
        ),
        Column(
            maybe(Field("work_published", T.DAY, "when it was published")),
            _within("work", "published"),
        ),
        Column(
            maybe(Field("work_language", T.LANGUAGE, "the language it is in")),
            _within("work", "language"),
        ),
        Column(
            Field("work_kind", T.KEY, "what kind of publication", choices=values(WorkKind)),
            _within("work", "kind"),
        ),
        Column(
            maybe(Field("work_interests", T.TEXT, "the publisher's interest in the matter")),
            _within("work", "interests"),
        ),
        Column(
            maybe(Field("work_derived_from", T.KEY, "the work of the fact-check that it repeats")),
            _within("work", "derived_from"),
        ),
        SAMPLE,
    ),
    _evidence,
    ("id", "claim", "fact_check"),
)

CORRECTIONS: Final = Table(
    "corrections",
    Said("title of a table of data", "Corrections"),
    Said(
        "what a table of data holds",
        "One row for each change after publication, and for each fact-check that was taken back.",
    ),
    (
        *BELONGS,
        Column(Field("url", T.ADDRESS, "the fact-check's page"), _whole("url")),
        Column(Field("title", T.TEXT, "its title"), _whole("title"), is_searched=True),
        Column(Field("date", T.DAY, "when it was changed"), _own("date")),
        Column(
            Field(
                "kind",
                T.KEY,
                "how much it matters",
                choices=(*values(ChangeKind), "withdrawn"),
            ),
            _own("kind"),
        ),
        Column(
            listed(Field("claims", T.KEY, "the ids of the claims it is about; none: the whole")),
            _own("claims"),
        ),
        Column(
            Field("text", T.TEXT, "what was changed, and why"),
            _own("text"),
            is_searched=True,
        ),
        Column(
            maybe(Field("replaced_by", T.KEY, "the slug of the fact-check that takes its place")),
            _own("replaced_by"),
        ),
        Column(
            Field("inherited", T.FLAG, "whether a translation has it from its original"),
            _own("inherited"),
        ),
        SAMPLE,
    ),
    _corrections,
    ("fact_check",),
)

TABLES: Final = (CLAIMS, FACT_CHECKS, EVIDENCE, CORRECTIONS)
