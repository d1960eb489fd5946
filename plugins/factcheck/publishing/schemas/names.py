"""
The schema of what is a project's own: its ratings, and the names that it has used.

Ratings are a closed list, so a mistyped one is an error. Names are free: those in use are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factcheck.digest.entries import Entry
from factcheck.model import values
from factcheck.model.registry import Kind, Registry
from factcheck.model.scale import Scales
from factcheck.publishing.schemas.kinds import DIALECT, KINDS, TYPED, Schema
from factcheck.reading import mends

FILE: Final = "names.schema.json"


def names_schema(scales: Scales, registry: Registry, entries: Iterable[Entry]) -> Schema:
    """
    Return the schema of the project's own words.

    Args:
        scales: The rating scales; a rating of any of them may stand.

        registry: The registry of names, whose labels are offered.

        entries: All fact-checks, drafts too, whose names are offered.
    """
    used: dict[Kind, set[str]] = {kind: _registered(registry, kind) for kind in Kind}
    for entry in entries:
        used[Kind.TOPICS].update(entry.topics)
        used[Kind.OUTLETS].update(filter(None, [entry.outlet]))
        for ruling in entry.rulings:
            used[Kind.CLAIMANTS].update(ruling.claimants)
    return {
        "$schema": DIALECT,
        "description": "This project's own: made by factcheck schema.",
        "definitions": {
            "rating": _ratings(scales),
            "topic": _offered(used[Kind.TOPICS]),
            "outlet": _offered(used[Kind.OUTLETS]),
            "claimant": _offered(used[Kind.CLAIMANTS]),
        },
    }


def _registered(registry: Registry, kind: Kind) -> set[str]:
    return {label for entry in registry.of(kind) for label in entry.label.values()}


def _ratings(scales: Scales) -> Schema:
    """Give the keys of all scales, the first scale's first, each with what it means."""
    told: dict[str | bool, str] = {}
    for scale in scales.scales:
        for rating in scale.ratings:
            # YAML takes these two for a yes and a no; in quotation marks they are words.
            meaning = rating.definition_in("en")
            told.setdefault(TYPED.get(rating.key, rating.key), meaning)
            told.setdefault(rating.key, meaning)
    plain = [key for key in told if isinstance(key, bool) or key not in TYPED]
    keys = [*plain, *(key for key in told if key not in plain)]
    return {"enum": keys, "enumDescriptions": [told[key] for key in keys]}


def _offered(names: Iterable[str]) -> Schema:
    """Let any text stand, and offer some."""
    snippets = [{"label": name, "body": _typed(name)} for name in sorted(names)]
    return {**KINDS[values.check_words], "defaultSnippets": snippets}


def _typed(name: str) -> str:
    """Return a name as it is typed anywhere in YAML; a snippet has signs of its own, too."""
    text = name if mends.is_safe_in_brackets(name) else mends.in_marks(name)
    return re.sub(r"[\\$}]", r"\\\g<0>", text)
