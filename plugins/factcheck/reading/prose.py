"""
The desk's Markdown to HTML that a page may hold.

Raw HTML is never understood; images become links, because a reader's browser asks nobody but this
site; what comes out passes an explicit list of elements once more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

PARSER: Final = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "heading", "lheading", "hr", "html_block", "html_inline"]
)
ELEMENTS: Final = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br"}
ATTRIBUTES: Final = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES: Final = {"http", "https", "mailto"}


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> Markup:
    """
    Render a few paragraphs of Markdown.

    Args:
        markdown: CommonMark, without raw HTML, images, headings and rules: they stay text.

    Returns:
        HTML made of paragraphs, lists, quotations, emphasis, code and links.
    """
    rendered = PARSER.render(markdown)
    clean = nh3.clean(
        rendered,
        tags=ELEMENTS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="nofollow noopener",
        strip_comments=True,
    )
    return Markup(clean)  # noqa: S704 - what nh3 let through
