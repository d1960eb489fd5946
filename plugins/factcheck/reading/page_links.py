"""
What a page that the desk wrote links to, and what can be linked to in it.
"""

from __future__ import annotations

from lxml import etree, html


def addresses_in(markup: str) -> tuple[str, ...]:
    """
    Return every address in a page's HTML as it stands there: of links, pictures and the like.
    """
    return tuple(dict.fromkeys(address for _, _, address, _ in _parsed(markup).iterlinks()))


def ids_in(markup: str) -> frozenset[str]:
    """
    Return the ids that a page's HTML offers to links.
    """
    return frozenset(_parsed(markup).xpath("//@id"))


def _parsed(markup: str) -> html.HtmlElement:
    page = html.document_fromstring(f"<div>{markup}</div>")
    # Browsers pass it over (HTML Standard, 16.2), and lxml cannot join every address to it.
    etree.strip_attributes(page, "codebase")
    return page
