"""
JSON (RFC 8259) as short as it can be, in UTF-8, and harmless where it is taken for HTML.
"""

from __future__ import annotations

from markupsafe import Markup
from pydantic_core import to_json


def encoded(data: object) -> str:
    """
    Write JSON; were it ever taken for HTML, no text in it would begin an element.

    Args:
        data: Mappings, lists, tuples, texts, numbers, booleans and None; nothing without an order.

    Raises:
        PydanticSerializationError: If a text holds half of a pair of surrogates.
    """
    # Four times as fast as Python's own encoder.
    return to_json(data).decode().replace("<", "\\u003c")


def json_ld(data: object) -> Markup:
    """
    Write structured data so that no text in it can end the script element or the line.

    ``<``, ``>`` and ``&`` become escapes, and so do U+2028 and U+2029 (RFC 8259 allows any
    character of a string to be written so).
    """
    written = to_json(data).decode()
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - nothing in it means anything to HTML now
