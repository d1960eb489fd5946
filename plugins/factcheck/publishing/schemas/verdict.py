"""
The sidecar's schema: the form of its model, with what docs/sidecar.md says of every key.

Ratings and names are the project's own: ``names`` holds them, in a file beside this one.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from factcheck.model import translations, vocabulary
from factcheck.model.shape import keys_of
from factcheck.model.verdict import Claim, Part, Party, SeedDocument, Verdict, Work
from factcheck.publishing.schemas.kinds import DIALECT, Schema, form_of
from factcheck.publishing.schemas.names import FILE as NAMES
from factcheck.reading.reference import LISTS, TABLES, Reference

FILE: Final = "verdict.schema.json"

#: A link in Markdown, of which an editor's help shows the words.
LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")

#: Where a key's value, or the items of its list, are the project's own.
OWN: Final = {
    (Verdict, "rating"): "rating",
    (Claim, "rating"): "rating",
    (Verdict, "topics"): "topic",
    (SeedDocument, "outlet"): "outlet",
    (Party, "name"): "claimant",
}

#: What a translation is named by, beside its own words.
NAMING: Final = ("translation_of", "slug")


def verdict_schema(reference: Reference) -> Schema:
    """
    Return the schema of a sidecar.

    Args:
        reference: What docs/sidecar.md says.
    """
    form = form_of(Verdict)
    definitions = {**form.pop("definitions"), "Verdict": form}
    for part in TABLES:
        _tell_keys(definitions[part.__name__], part, reference)
    for words in LISTS.keys() - {vocabulary.State}:
        definitions[words.__name__] = _closed_list(words, reference)
    for part in TABLES:
        if own := _translated(part, definitions[part.__name__]):
            definitions[f"Translated{part.__name__}"] = own
    return {
        "$schema": DIALECT,
        "title": "Verdict",
        "description": "The verdict on a document: docs/sidecar.md explains every key.",
        "type": "object",
        # Nothing after a key counts as if the key were not written.
        "if": {
            "required": ["translation_of"],
            "properties": {"translation_of": {"not": {"type": "null"}}},
        },
        "then": {"$ref": "#/definitions/TranslatedVerdict"},
        "else": {"$ref": "#/definitions/Verdict"},
        "definitions": dict(sorted(definitions.items())),
    }


def _tell_keys(form: Schema, part: type[Part], reference: Reference) -> None:
    for key, value in form["properties"].items():
        if own := OWN.get((part, key)):
            value = _with_own(value, f"{NAMES}#/definitions/{own}")  # noqa: PLW2901 - put below
        form["properties"][key] = {**_told(part, key, reference), **value}


def _told(part: type[Part], key: str, reference: Reference) -> Schema:
    """Return what an editor is shown of a key: what it means and holds, and an example."""
    meaning, holds = reference.meanings[part, key], reference.holds[part, key]
    needed = ", required" if keys_of(part)[key].required else ""
    example = reference.examples[part, key]
    return {
        "title": key,
        "description": plain(f"{meaning} ({holds}{needed})").replace("`", ""),
        "markdownDescription": plain(
            f"{meaning}\n\n*Holds:* {holds}{needed}.\n\n```yaml\n{example}\n```"
        ),
    }


def plain(text: str) -> str:
    """
    Return a text of the reference without its links, which lead nowhere in an editor.
    """
    return LINK.sub(r"\1", text)


def _with_own(value: Schema, own: str) -> Schema:
    """Let a text of the project's own stand where the form has any text."""
    if "items" in value:
        return {**value, "items": {"$ref": own}}
    if "null" in value["type"]:
        return {"anyOf": [{"$ref": own}, {"type": "null"}]}
    return {"$ref": own}


def _closed_list(words: type[StrEnum], reference: Reference) -> Schema:
    told = [reference.words[words, word] for word in words]
    return {
        "enum": list(words),
        "enumDescriptions": [plain(one).replace("`", "") for one in told],
    }


def _translated(part: type[Part], form: Schema) -> Schema | None:
    """Return the form of a mapping in a translation, if that says anything in it."""
    if not _is_translated(part):
        return None
    kept = {
        key: _lent(part, key, value)
        for key, value in form["properties"].items()
        if key in _own_keys(part)
    }
    required = [
        key
        for key in kept
        if key in translations.NAMED_BY.get(part, ())[:1] and key in form["required"]
    ]
    if part is Verdict:
        required = [key for key in form["required"] if key in translations.OWN] + [*NAMING]
    return {**form, "properties": kept, "required": required}


def _own_keys(part: type[Part]) -> set[str]:
    """Return what a translation may write in a mapping, with what only names the original's."""
    named = {*translations.WORDS.get(part, ()), *translations.NAMED_BY.get(part, ())}
    if part is Verdict:
        named |= translations.OWN
    if part is Work:
        named |= {"title", translations.SUPPLIED}
    within = {key.name for key in keys_of(part).values() if key.part and _is_translated(key.part)}
    return named | within


def _is_translated(part: type[Part]) -> bool:
    return part in translations.WORDS


def _lent(part: type[Part], key: str, value: Schema) -> Schema:
    """Let the form of a key lead to a translation's forms."""
    below = keys_of(part)[key].part
    if below is None or not _is_translated(below):
        return value
    old, new = (f"#/definitions/{name}{below.__name__}" for name in ("", "Translated"))
    found = _led(value, old, new)
    return {key: one for key, one in found.items() if key != "minItems"}


def _led(value: Schema, old: str, new: str) -> Schema:
    return {
        key: new
        if (key, one) == ("$ref", old)
        else _led(one, old, new)
        if isinstance(one, dict)
        else [_led(each, old, new) if isinstance(each, dict) else each for each in one]
        if isinstance(one, list)
        else one
        for key, one in value.items()
    }
