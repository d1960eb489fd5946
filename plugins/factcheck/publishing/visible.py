"""
A document's text for a page: what cannot be seen is shown by a sign, and does nothing.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from factcheck.model.characters import Deceiving, deceiving


def visible(text: str) -> Markup:
    """
    Escape a text, and put a sign in the place of whatever deceives.

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
        parts += escape(text[at : found.at]), sign(found)
        at = found.end
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def sign(found: Deceiving) -> Markup:
    """
    Return the sign for what deceives.
    """
    return Markup('<span class="hidden-character" title="{}">{}</span>').format(
        found.name, found.sign
    )
