"""
The desk's Markdown to HTML that a page may hold.

Raw HTML is never understood; images become links, because a reader's browser asks nobody but this
site; what comes out passes an explicit list of elements once more.

Two parsers share the work. What every parser reads alike, pyromark renders: it is compiled. All
else is left to markdown-it-py, which can be told what not to understand, and tells what it met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import nh3
import pyromark
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from factcheck.model.bounds import PROSE_DEPTH
from factcheck.reading import ordinary_prose

PARSER: Final = MarkdownIt("commonmark", {"html": False, "maxNesting": PROSE_DEPTH}).disable(
    ["image", "heading", "lheading", "hr", "html_block", "html_inline"]
)
#: What can begin markup, line ends included, since each line may be a block.
SIGNS: Final = re.compile(r"[\[*_`<&\\|\n]")
ELEMENTS: Final = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br"}
ATTRIBUTES: Final = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES: Final = {"http", "https", "mailto"}
REL: Final = "nofollow noopener"

#: What is looked through is, soon after, rendered.
is_ordinary: Final = lru_cache(maxsize=64)(ordinary_prose.is_ordinary)

#: A relative address, or a scheme without a host, would lead into the site.
ABSOLUTE: Final = re.compile(r"https?://[^/\\?#]+[^\\]*\Z|mailto:[^\\]+\Z", re.IGNORECASE)


def _only_outward(_: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or ABSOLUTE.match(value) else None


CLEANER: Final = nh3.Cleaner(
    tags=ELEMENTS,
    attributes=ATTRIBUTES,
    attribute_filter=_only_outward,
    url_schemes=SCHEMES,
    link_rel=REL,
    strip_comments=True,
)

#: A host that surely is one (WHATWG URL Standard, 3.5): it ends in no number, which might be none
#: of an address, and has nothing in Punycode.
HOST: Final = r"(?i:(?![a-z0-9.-]*xn--)(?:[a-z0-9-]++\.)+[a-z][a-z0-9-]*+)"
#: HTML of a parser's in which the cleaner changes nothing but links: elements of the list, whole
#: addresses, and text that is written in one way only.
SPOTLESS: Final = re.compile(
    rf"""
    (?: [^<>&"\xa0]++ | &(?:amp|lt|gt); | </?(?:p|em|strong|ul|ol|li|blockquote|code)>
    |   <a\ href="https?://{HOST}(?=[/?\#"])(?:[^\\<>&"\s]++|&amp;)*"> | </a>
    )*
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> Markup:
    """
    Render a few paragraphs of Markdown.

    Args:
        markdown: CommonMark, without raw HTML, images, headings and rules: they stay text.

    Returns:
        HTML made of paragraphs, lists, quotations, emphasis, code and links that lead out of the
        site; a link that does not is left as its words.
    """
    if is_ordinary(markdown):
        return Markup(_cleaned(pyromark.html(markdown)))  # noqa: S704 - only what is listed
    return Markup(careful_html(markdown))  # noqa: S704 - only what is listed


def careful_html(markdown: str) -> str:
    """
    Render any Markdown, for ``to_html``.
    """
    return CLEANER.clean(PARSER.renderer.render(tokens_of(markdown), PARSER.options, {}))


def _cleaned(html: str) -> str:
    """
    Leave only what is listed of a parser's HTML, whose elements all end where they should.

    Most of it is spotless, which is told in a tenth of the time.
    """
    if SPOTLESS.fullmatch(html):
        # No other element has an attribute, and no text a quotation mark.
        return html.replace('">', f'" rel="{REL}">')
    return CLEANER.clean(html)


def signs(markdown: str) -> int:
    """
    Count the signs of a text that can begin markup: reading each takes longer than reading a word.
    """
    return len(SIGNS.findall(markdown))


def faults(markdown: str) -> Iterator[tuple[str, str]]:
    """
    Give what ``to_html`` could not show as it was meant.

    Args:
        markdown: CommonMark.

    Returns:
        Codes with messages: text that stands too deep, and links that lead into the site.
    """
    # What is ordinary is not deep, and leads to whole addresses.
    if not is_ordinary(markdown):
        yield from careful_faults(markdown)


def careful_faults(markdown: str) -> Iterator[tuple[str, str]]:
    """
    Give the faults of any Markdown, for ``faults``.
    """
    tokens = tokens_of(markdown)
    if any(token.nesting > 0 and token.level >= PROSE_DEPTH - 1 for token in tokens):
        yield "bad-value", "lists and quotations stand in each other too deep to be read"
    for inline in (child for token in tokens for child in token.children or ()):
        address = str(inline.attrs.get("href", ""))
        if inline.type == "link_open" and not ABSOLUTE.match(address):
            yield (
                "bad-address",
                f"expected a link to a whole address, like https://…; found “{address[:80]}”",
            )


@lru_cache(maxsize=64)
def tokens_of(markdown: str) -> tuple[Token, ...]:
    """
    Parse Markdown; once for all who ask, as what is looked through is, soon after, rendered.
    """
    return tuple(PARSER.parse(markdown))
