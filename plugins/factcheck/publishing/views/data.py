"""
The pages about the data: what there is to fetch, and what each field means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.publishing.addresses import FIELDS, Record
from factcheck.publishing.exports import database
from factcheck.publishing.exports.fields import Field
from factcheck.publishing.exports.files import (
    MANIFEST,
    SHAPES,
    DataFile,
    Described,
    schema_path,
)
from factcheck.publishing.exports.tables import TABLES, Table
from factcheck.publishing.exports.texts import FEED_PATH, SEARCH_PATH, page_path, table_path
from factcheck.publishing.views.site import PageHead, head
from factcheck.publishing.words import Words


class FileView(NamedTuple):
    """
    A file to fetch.
    """

    name: str
    href: str
    size: str
    sha256: str


class TableView(NamedTuple):
    """
    A table, in the forms in which it can be had.
    """

    title: str
    means: str
    fields: str
    files: tuple[FileView, ...]


class DataView(NamedTuple):
    """
    What there is to fetch.
    """

    head: PageHead
    title: str
    lead: str

    #: Whether the files are there: a preview makes none.
    is_made: bool
    license: str
    tables: tuple[TableView, ...]
    database: tuple[FileView, ...]
    feed: tuple[FileView, ...]
    search: tuple[FileView, ...]
    pages: str
    manifest: str

    #: Links into the dictionary.
    dictionary: str
    record_fields: str
    feed_fields: str
    search_fields: str


class FieldView(NamedTuple):
    """
    One field in the dictionary.
    """

    #: With the names of what it stands in: ``claims[].rating.key``.
    name: str
    type: str
    means: str
    example: str
    choices: tuple[str, ...]


class ShapeView(NamedTuple):
    """
    One shape in the dictionary.
    """

    id: str
    title: str
    means: str
    schema: str
    fields: tuple[FieldView, ...]


class FieldsView(NamedTuple):
    """
    The dictionary.
    """

    head: PageHead
    title: str
    shapes: tuple[ShapeView, ...]


def data_view(files: Sequence[DataFile], record: Record) -> DataView:
    """
    Make the view of the page with all files.

    Args:
        files: As they were written; none in a preview.

        record: Notes the links.
    """
    words, site = record.words, record.site
    found = {file.path: file for file in files}
    title = words.say("title", "Data")
    lead = words.say("page of data", "Everything published here, for programs and for research.")
    return DataView(
        head=head(record, title, lead),
        title=title,
        lead=lead,
        is_made=bool(files),
        license=site.license,
        tables=tuple(_table(table, found, record) for table in TABLES),
        database=_files([database.PATH], found, record),
        feed=_files([FEED_PATH], found, record),
        search=_files(_searches(files), found, record),
        pages=record.to(page_path(1)) if files else "",
        manifest=record.to(MANIFEST) if files else "",
        dictionary=record.to(FIELDS),
        record_fields=record.to(FIELDS, "record"),
        feed_fields=record.to(FIELDS, "claimreview"),
        search_fields=record.to(FIELDS, "claims-search"),
    )


def fields_view(record: Record) -> FieldsView:
    """
    Make the view of the dictionary.
    """
    words = record.words
    title = words.say("title", "Data dictionary")
    lead = words.say("page of data", "What each field of the data means.")
    shapes = tuple(_shape(shape, record) for shape in SHAPES)
    return FieldsView(head(record, title, lead), title, shapes)


def _table(table: Table, found: Mapping[str, DataFile], record: Record) -> TableView:
    return TableView(
        title=record.words.of(table.title),
        means=record.words.of(table.means),
        fields=record.to(FIELDS, table.name),
        files=_files([table_path(table, "csv"), table_path(table, "jsonl")], found, record),
    )


def _files(
    paths: Iterable[str], found: Mapping[str, DataFile], record: Record
) -> tuple[FileView, ...]:
    return tuple(_file(found[path], record) for path in paths if path in found)


def _searches(files: Iterable[DataFile]) -> list[str]:
    """Return the whole of the claims first, then them by language."""
    start = SEARCH_PATH.removesuffix("json")
    return sorted((one.path for one in files if one.path.startswith(start)), key=_length)


def _length(path: str) -> tuple[int, str]:
    return len(path), path


def _file(file: DataFile, record: Record) -> FileView:
    size = _size(file.size, record.words)
    return FileView(file.name, record.to(file.path), size, file.sha256)


def _size(size: int, words: Words) -> str:
    return words.count("size of a file", "%(count)s byte", "%(count)s bytes", size)


def _shape(shape: Described, record: Record) -> ShapeView:
    return ShapeView(
        id=record.id(shape.name),
        title=shape.title,
        means=shape.means,
        schema=record.to(schema_path(shape.name)),
        fields=tuple(_fields(shape.fields, "")),
    )


def _fields(fields: Iterable[Field], before: str) -> list[FieldView]:
    found: list[FieldView] = []
    for field in fields:
        name = f"{before}{field.name}{'[]' if field.many else ''}"
        found.append(FieldView(name, _type(field), field.means, field.example, field.choices))
        found += _fields(field.within, f"{name}.")
    return found


def _type(field: Field) -> str:
    told = f"list: {field.type.value}" if field.many else field.type.value
    if not field.is_promised:
        return f"{told}, not always there"
    return f"{told}, or null" if field.may_lack else told
