"""
JSON Schema (draft 2020-12) of what is published as data.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from factcheck.model.values import DATE, LANGUAGE, MOMENT
from factcheck.publishing.exports.fields import Field, Type

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def _whole(pattern: str) -> str:
    """Write a pattern as ECMA-262 reads it, which JSON Schema does."""
    return f"^(?:{pattern.removesuffix(chr(92) + 'Z')})$"


KINDS: Final = MappingProxyType[Type, Schema](
    {
        Type.TEXT: {"type": "string"},
        Type.MARKDOWN: {"type": "string", "contentMediaType": "text/markdown"},
        Type.HTML: {"type": "string", "contentMediaType": "text/html"},
        Type.KEY: {"type": "string"},
        Type.ADDRESS: {"type": "string", "format": "iri"},
        Type.LANGUAGE: {"type": "string", "pattern": _whole(LANGUAGE.pattern)},
        Type.DAY: {"type": "string", "pattern": _whole(DATE.pattern)},
        Type.MOMENT: {"type": "string", "pattern": _whole(MOMENT.pattern)},
        Type.COUNT: {"type": "integer"},
        Type.NUMBER: {"type": "number"},
        Type.FLAG: {"type": "boolean"},
        Type.OBJECT: {"type": "object"},
    }
)


def schema_of(address: str, title: str, means: str, fields: Sequence[Field]) -> Schema:
    """
    Return the schema of an object.

    Args:
        address: The schema's own.

        title: What the object is called.

        means: What it is.

        fields: What it holds, and nothing else.
    """
    about = {"$schema": DRAFT, "$id": address, "title": title, "description": means}
    return {**about, **_object(fields)}


def _object(fields: Sequence[Field]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        "required": [field.name for field in fields if field.is_promised],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    one = _object(field.within) if field.within else dict(KINDS[field.type])
    if field.choices:
        one["enum"] = [*field.choices, *([None] if field.may_lack else [])]
    if field.may_lack and not field.many:
        one["type"] = [one["type"], "null"]
    told = {"type": "array", "items": one} if field.many else one
    return {"description": field.means, **told}
