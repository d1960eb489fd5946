"""
The files of ``/data/`` as they were written, and what describes them: schemas, and the manifest.

The manifest is a Data Package (https://specs.frictionlessdata.io/data-package/), so that programs
know the files, their sizes, hashes and columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from factcheck.model.site import Site
from factcheck.publishing.addresses import DATA, absolute
from factcheck.publishing.exports.borrowed_forms import FEED, SEARCH
from factcheck.publishing.exports.fields import Field, Type
from factcheck.publishing.exports.schemas import schema_of
from factcheck.publishing.exports.shapes import RECORD, WITHDRAWN
from factcheck.publishing.exports.tables import TABLES, Table
from factcheck.publishing.file import File

FOLDER: Final = "data/"
MANIFEST: Final = "data/datapackage.json"

#: What Table Schema calls each type; all others are texts to it.
TYPES: Final = MappingProxyType(
    {Type.COUNT: "integer", Type.NUMBER: "number", Type.FLAG: "boolean"}
)


class DataFile(NamedTuple):
    """
    One file of ``/data/``.
    """

    path: str
    media_type: str

    #: The name of its schema; empty where its tables tell what it holds.
    schema: str

    #: In bytes.
    size: int

    #: In hexadecimal digits.
    sha256: str

    @property
    def name(self) -> str:
        """What it is called within the folder."""
        return self.path.removeprefix(FOLDER)


class Described(NamedTuple):
    """
    A shape that files have, or lines of them.
    """

    #: What its schema is called, and its part of the dictionary.
    name: str
    title: str
    means: str
    fields: Sequence[Field]


#: Every shape, as the dictionary has them one after the other.
SHAPES: Final = (
    *(Described(table.name, table.title.text, table.means.text, table.fields) for table in TABLES),
    Described(
        "record",
        "A fact-check",
        "All that the pages of one fact-check say: index.json beside its page.",
        RECORD,
    ),
    Described(
        "withdrawn",
        "A fact-check that was taken back",
        "What index.json holds once a fact-check was taken back.",
        WITHDRAWN,
    ),
    Described(
        "claimreview",
        "ClaimReview as a DataFeed",
        "All reviews in schema.org's words, as Data Commons publishes them.",
        FEED,
    ),
    Described(
        "claims-search",
        "Claims as claims:search answers",
        "All claims as Google's Fact Check Tools API (v1alpha1) answers.",
        SEARCH,
    ),
)


def schema_path(name: str) -> str:
    """
    Return where a schema is written.
    """
    return f"{FOLDER}schemas/{name}.schema.json"


def schema_files(site: Site) -> Iterator[File]:
    """
    Give the schema of every shape.
    """
    for shape in SHAPES:
        path = schema_path(shape.name)
        schema = schema_of(absolute(site, path), shape.title, shape.means, shape.fields)
        yield File(path, _json(schema))


def manifest(files: Iterable[DataFile], site: Site) -> File:
    """
    Write the list of all files, with sizes, hashes and what they hold.
    """
    package = {
        "profile": "data-package",
        "name": "fact-checks",
        "title": site.name,
        "homepage": absolute(site, DATA),
        **({"licenses": [{"path": site.license}]} if site.license else {}),
        "contributors": [{"title": site.desk, "path": f"{site.url}/", "role": "publisher"}],
        "resources": [_resource(file) for file in files],
    }
    return File(MANIFEST, _json(package))


def _resource(file: DataFile) -> dict[str, Any]:
    ending = file.name.rpartition(".")[2]
    tables = {table.name: table for table in TABLES if ending == "csv"}
    is_text = ending != "sqlite"
    return {
        "name": file.name,
        "path": file.name,
        "profile": "tabular-data-resource" if file.schema in tables else "data-resource",
        "format": ending,
        "mediatype": file.media_type,
        **({"encoding": "utf-8"} if is_text else {}),
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        **({"schema": _table_schema(tables[file.schema])} if file.schema in tables else {}),
        **({"describedby": f"schemas/{file.schema}.schema.json"} if file.schema else {}),
    }


def _table_schema(table: Table) -> dict[str, Any]:
    """Tell a CSV file's columns (https://specs.frictionlessdata.io/table-schema/)."""
    return {
        "fields": [_column(field) for field in table.fields],
        "missingValues": [""],
        **({"primaryKey": [table.own_key]} if table.own_key else {}),
        **({"foreignKeys": [_lead(*lead) for lead in table.leads]} if table.leads else {}),
    }


def _column(field: Field) -> dict[str, Any]:
    is_closed = field.choices and not field.many
    return {
        "name": field.name,
        "type": "string" if field.many else TYPES.get(field.type, "string"),
        "description": field.means,
        **({"constraints": {"enum": [*field.choices]}} if is_closed else {}),
    }


def _lead(column: str, name: str) -> dict[str, Any]:
    (own_key,) = (table.own_key for table in TABLES if table.name == name)
    return {"fields": [column], "reference": {"resource": f"{name}.csv", "fields": [own_key]}}


def _json(data: object) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
