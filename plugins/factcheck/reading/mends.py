"""
How a text is written so that YAML leaves it whole: what hints show for pasting.
"""

from __future__ import annotations

import re
from typing import Final

#: A longer text is not shown again in a hint.
MOST_SHOWN: Final = 240

GENERAL: Final = (
    "put the whole text in single quotation marks, with each apostrophe in it written twice;\n"
    "or write it below its key, two spaces further in:\n"
    "key: >-\n"
    "  the text"
)


def in_marks(text: str) -> str:
    """
    Return a text in single quotation marks, within which only an apostrophe needs care.
    """
    return "'" + text.replace("'", "''") + "'"


def two_ways(before: str, text: str) -> str:
    """
    Show a text in quotation marks, and below its key.

    Args:
        before: What stands before the text: a key with its colon, or a hyphen.

        text: The text, on one line.
    """
    if not text or len(text) > MOST_SHOWN:
        return GENERAL
    return (
        f"put the text in quotation marks:\n{before}{in_marks(text)}\n"
        f"or write it below, two spaces further in:\n{before}>-\n  {text}"
    )


def written_out(before: str, text: str) -> str:
    """
    Show a text in quotation marks.
    """
    if len(text) > MOST_SHOWN:
        return "put the whole text in single quotation marks, with each apostrophe written twice"
    return f"write {before}{in_marks(text)}"


def is_safe_in_brackets(text: str) -> bool:
    """
    Tell whether a text, or several with commas between them, may stand in square brackets.
    """
    return len(text) <= MOST_SHOWN and not re.search(r"[\[\]{}#&*!|>'\"%@`\n]|:\s|^[-?:,]", text)
