"""
The schemas of what the desk keeps beside its seeds: its rating scales, its registry of names.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.model.registry import Registered, RegisteredClaimant, Registry
from factcheck.model.scale import Rating, Scale, Scales
from factcheck.model.shape import keys_of
from factcheck.model.verdict import Part
from factcheck.publishing.schemas.kinds import DIALECT, Schema, form_of
from factcheck.publishing.schemas.verdict import plain
from factcheck.reading.reference import KEYS, read_tables

RATINGS_FILE: Final = "ratings.schema.json"
REGISTRY_FILE: Final = "registry.schema.json"

#: The heading above each mapping's table, in docs/ratings.md and docs/registry.md.
OF_RATINGS: Final[Mapping[type[Part], str]] = MappingProxyType(
    {Scales: "The whole file", Scale: "scales", Rating: "ratings"}
)
OF_REGISTRY: Final[Mapping[type[Part], str]] = MappingProxyType(
    {Registered: "The registry of names", RegisteredClaimant: "The registry of names"}
)


def ratings_schema(page: str) -> Schema:
    """
    Return the schema of the rating scales.

    Args:
        page: The text of docs/ratings.md.
    """
    return _schema(Scales, page, OF_RATINGS, "Rating scales: docs/ratings.md explains every key.")


def registry_schema(page: str) -> Schema:
    """
    Return the schema of the registry of names.

    Args:
        page: The text of docs/registry.md.
    """
    told = "The registry of names: docs/registry.md explains every key."
    return _schema(Registry, page, OF_REGISTRY, told)


def _schema(part: type[Part], page: str, headings: Mapping[type[Part], str], told: str) -> Schema:
    form = form_of(part)
    definitions = {part.__name__: form, **form.pop("definitions")}
    for inside, heading in headings.items():
        rows = _rows(page, heading)
        properties = definitions[inside.__name__]["properties"]
        for key, value in properties.items():
            meaning, holds = rows[key]
            needed = ", required" if keys_of(inside)[key].required else ""
            shown = plain(f"{meaning} ({holds}{needed})").replace("`", "")
            properties[key] = {"title": key, "description": shown, **value}
    return {
        "$schema": DIALECT,
        "description": told,
        **definitions.pop(part.__name__),
        "definitions": dict(sorted(definitions.items())),
    }


def _rows(page: str, heading: str) -> dict[str, tuple[str, str]]:
    """Return what a table says of each key: what it means, and what it holds."""
    return {
        key: (meaning, holds)
        for table in read_tables(page)
        if (table.heading, table.head) == (heading, KEYS)
        for key, holds, meaning in zip(*map(table.column, ("Key", *KEYS[2:])), strict=True)
    }
