"""
The kinds of values as JSON Schema, and the form of a file made of them.

Rule 1: an editor's YAML server types plain scalars (``false``, ``2026``, ``1e3``) where this
program reads text. So whatever a text may be, a number or a yes may be too.
Rule 2: a value that is absent (``null``) may stand wherever a key is not required.

The dialect is draft-07, which the YAML servers of all editors know; ``errorMessage``,
``patternErrorMessage``, ``enumDescriptions``, ``markdownDescription`` and ``defaultSnippets`` are
theirs, and others pass over them.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from factcheck.model import values
from factcheck.model.verdict import one_or_several, text_or_selector

Schema = dict[str, Any]

DIALECT: Final = "http://json-schema.org/draft-07/schema#"

#: How a YAML server may type a text without quotation marks.
SCALAR: Final = ("string", "number", "boolean")
#: Words that YAML 1.2 reads as yes or no; YAML 1.1 reads ``no`` as one, too, which is a language.
TYPED: Final = MappingProxyType({"true": True, "false": False})

YES_OR_NO: Final = "^(?:" + "|".join(
    "".join(f"[{sign.upper()}{sign}]" for sign in word) for word in values.FLAGS
) + ")$"  # fmt: skip
#: By which keys editors' programs are told what to say of a value of another form.
MESSAGES: Final = ("errorMessage", "patternErrorMessage")
DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def expectation(check: Callable[[Any], object]) -> str:
    """
    Return what a kind of value tells that it expects, in the check's own words.
    """
    try:
        check("")
    except PydanticCustomError as refusal:
        return str((refusal.context or {}).get("expected", ""))
    return ""


def _text(pattern: str, check: Callable[[Any], object], *others: str, **rules: object) -> Schema:
    told = {"pattern": pattern, **dict.fromkeys(MESSAGES, expectation(check))}
    return {"type": ["string", *others] if others else "string", **told, **rules}


#: The form of each kind of value, by the function that reads or checks it.
KINDS: Final[MappingProxyType[Callable[..., Any], Schema]] = MappingProxyType(
    {
        values.check_words: {"type": list(SCALAR), "minLength": 1},
        values.parse_flag: _text(YES_OR_NO, values.parse_flag, "boolean"),
        values.parse_date: _text(
            "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$",
            values.parse_date,
            "integer",
            minimum=0,
            maximum=9999,
        ),
        values.parse_moment: _text(
            f"^{DAY}(?:T[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:Z|[+-][0-9]{{2}}:[0-9]{{2}}))?$",
            values.parse_moment,
        ),
        values.check_slug: _text(
            "^[a-z0-9]+(?:-[a-z0-9]+)*$",
            values.check_slug,
            "number",
            "boolean",
            maxLength=values.SLUG_LENGTH,
        ),
        values.check_claim_address: _text(
            "^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$", values.check_claim_address
        ),
        values.check_address: _text(r"^https?://[^\s]+$", values.check_address),
        # In YAML 1.1 the language "no" is false.
        values.check_language: _text(
            "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*$",
            values.check_language,
            "boolean",
        ),
        values.check_versioned: _text(
            "^[a-z0-9]+(?:-[a-z0-9]+)*@[0-9]{1,4}$", values.check_versioned
        ),
    }
)


class Forms(GenerateJsonSchema):
    """
    Pydantic's generator, told what the model's own functions let through.
    """

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """Give the form of what is read by one of the model's functions."""
        read = schema["function"]["function"]
        inner = KINDS.get(read)
        if inner is not None:
            return dict(inner)
        form = self.generate_inner(schema["schema"])
        if read is one_or_several:
            return {"anyOf": [form["items"], form]}
        if read is text_or_selector:
            return {"anyOf": [dict(KINDS[values.check_words]), form]}
        return form

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> Schema:
        """Give the form of what is checked by one of the model's functions."""
        inner = KINDS.get(schema["function"]["function"])
        return dict(inner) if inner is not None else self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Give the form without null, which every key that is not required may have."""
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Give the form of a text that YAML may type."""
        return {**super().str_schema(schema), "type": list(SCALAR)}

    def float_schema(self, schema: core_schema.FloatSchema) -> Schema:
        """Give the form of a number, which may stand in quotation marks."""
        return {**super().float_schema(schema), "type": ["number", "string"]}

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        """Give the form of a whole number, which may stand in quotation marks."""
        return {**super().int_schema(schema), "type": ["integer", "string"]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Schema:
        """Give the form of a version, which YAML takes for a number."""
        return {"enum": [int(word) for word in schema["expected"]] + list(schema["expected"])}

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        """Give a closed list's words, and what YAML makes of them."""
        words = [member.value for member in schema["members"]]
        return {"enum": [TYPED[word] for word in words if word in TYPED] + words}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Give the form of a mapping with keys of the editor's own."""
        keys = self.generate_inner(schema["keys_schema"])
        names = {**keys, "pattern": f"^x_|{keys['pattern']}", "type": "string"}
        return {
            "type": "object",
            "propertyNames": names,
            "patternProperties": {"^x_": {}},
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Give the form of a mapping: closed, but for the editor's own keys."""
        form = super().model_schema(schema)
        required = form.get("required", [])
        return {
            "type": "object",
            "properties": {
                key: _clean(value) if key in required else _optional(_clean(value))
                for key, value in form["properties"].items()
            },
            "patternProperties": {"^x_": {}},
            "required": required,
            "additionalProperties": False,
        }

    def get_title_from_name(self, name: str) -> str:
        """Give a name no title: a key is called what it is called."""
        return name


def form_of(part: type[BaseModel]) -> Schema:
    """
    Return the form of a mapping and of all those within it, under ``definitions``.
    """
    form = part.model_json_schema(
        schema_generator=Forms, by_alias=True, ref_template="#/definitions/{model}"
    )
    definitions = form.pop("$defs", {})
    return {**form, "definitions": definitions}


def _clean(value: Schema) -> Schema:
    """Leave out what says nothing to an editor: Python's defaults and names."""
    return {key: one for key, one in value.items() if key not in {"default", "title"}}


def _optional(value: Schema) -> Schema:
    if isinstance(told := value.get("type"), list):
        return {**value, "type": [*told, "null"]}
    if isinstance(told, str):
        return {**value, "type": [told, "null"]}
    choices = value.get("anyOf") or [value]
    return {"anyOf": [*choices, {"type": "null"}]}
