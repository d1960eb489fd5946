"""
A document's text for a page: what cannot be seen is shown by a sign, and does nothing.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from factcheck.model.characters import deceiving


def visible(text: str) -> Markup:
    """
    Escape a text, and put a sign in the place of every character that deceives.

    Args:
        text: Anybody's text.

    Returns:
        HTML in which no character reorders or hides another.
    """
    all_found = list(deceiving(text))
    if not all_found:
        return escape(text)
    parts: list[str] = []
    at = 0
    for found in all_found:
        parts.append(escape(text[at : found.at]))
        sign = f'<span class="hidden-character" title="{escape(found.name)}">{found.sign}</span>'
        parts.append(sign)
        at = found.at + 1
    parts.append(escape(text[at:]))
    return Markup("".join(parts))  # noqa: S704 - every part was escaped
