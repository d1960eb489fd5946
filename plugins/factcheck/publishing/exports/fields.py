"""
What a field of the published data is: from this, schemas, the dictionary and headings are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum
from typing import NamedTuple


class Type(StrEnum):
    """
    What stands in a field; the value is its name for readers.
    """

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    KEY = "key"
    ADDRESS = "address"
    LANGUAGE = "language"
    DAY = "date"
    MOMENT = "time"
    COUNT = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    OBJECT = "object"


class Field(NamedTuple):
    """
    One field of the published data.
    """

    name: str
    type: Type

    #: What it means, in a sentence that begins small and ends without a full stop.
    means: str

    #: Words or figures as the shipped fact-checks have them; empty where none helps.
    example: str = ""

    #: All that may stand in it; empty where that is not a closed list.
    choices: tuple[str, ...] = ()

    #: What an object holds; with nothing here it may hold anything.
    within: tuple[Field, ...] = ()

    #: Whether it is a list of such.
    many: bool = False

    #: Whether it may be null: not known, or not so.
    may_lack: bool = False

    #: Whether it is always there, be it null.
    is_promised: bool = True


def listed(field: Field) -> Field:
    """
    Return a field that holds a list.
    """
    return field._replace(many=True)


def maybe(field: Field) -> Field:
    """
    Return a field that may be null.
    """
    return field._replace(may_lack=True)


def values(words: Iterable[Enum]) -> tuple[str, ...]:
    """
    Return what may stand in a field of a closed list.
    """
    return tuple(str(one.value) for one in words)
