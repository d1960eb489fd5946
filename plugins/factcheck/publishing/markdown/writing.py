"""
The small parts of a twin: words, links, lists, quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup
from pydantic_core import to_json

from factcheck.model.characters import deceiving, is_plain
from factcheck.publishing.addresses import Record, absolute
from factcheck.publishing.words import Said, Words
from factcheck.reading.plain_markdown import address_in_markdown, text_in_markdown
from factcheck.reading.prose_markdown import indented, to_markdown

#: What stands around the words of a document that a ruling is about.
OPENING: Final = "⟦"
CLOSING: Final = "⟧"

#: Stands for a link while the words around it are escaped.
HERE: Final = "\0"

#: What YAML might take for the end of a line, or cannot hold.
UNPRINTABLE: Final = re.compile(
    r"[^\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufefe]"
)


class Place(NamedTuple):
    """
    The page whose twin is written.
    """

    words: Words

    #: Its whole address.
    url: str

    #: The site's, and the path that its links begin with.
    site: str
    base: str

    @classmethod
    def of(cls, record: Record) -> Place:
        """
        Return the place of a page.

        Args:
            record: The page's.
        """
        url = absolute(record.site, record.path)
        return cls(record.words, url, record.site.url, record.base)

    def whole(self, href: str) -> str:
        """
        Return the whole address of a link on the page, since a twin may be read anywhere.
        """
        if href.startswith("#"):
            return self.url + href
        if href.startswith(self.base):
            return f"{self.site}/{href.removeprefix(self.base)}"
        return href

    def link(self, text: str, href: str) -> str:
        """
        Return a link; the words alone where there is no address.
        """
        shown = words(text)
        return f"[{shown}]({address_in_markdown(self.whole(href))})" if href else shown

    def say(self, context: str, text: str, /, **values: str) -> str:
        """
        Say a text of the interface, with words in its places.
        """
        said = Said._make((context, text))
        if not values:
            return _said(self.words, said)
        return words(self.words.of(said) % {name: bare(one) for name, one in values.items()})

    def strung(self, *parts: str) -> str:
        """
        Join what there is of some parts as a list does.
        """
        return self.words.say("between items of a list", ", ").join(filter(None, parts))


@lru_cache(maxsize=1024)
def _said(interface: Words, said: Said) -> str:
    return words(interface.of(said))


def bare(text: str) -> str:
    """
    Return a view's words without the elements that tell a page their language.
    """
    return text.striptags() if isinstance(text, Markup) else text


def words(text: str) -> str:
    """
    Return a view's words in Markdown.
    """
    return text_in_markdown(text if type(text) is str else bare(text))


def seen(text: str) -> str:
    """
    Return a document's words, with a sign in the place of whatever deceives.
    """
    if is_plain(text):
        return text
    parts: list[str] = []
    at = 0
    for found in deceiving(text):
        parts += text[at : found.at], f"[{found.sign}]"
        at = found.end
    return "".join((*parts, text[at:]))


def prose(markdown: str | None) -> str:
    """
    Return the desk's own Markdown; nothing for none.
    """
    return to_markdown(str(markdown)) if markdown else ""


def blocks(*parts: str) -> str:
    """
    Return what there is of some blocks, with an empty line between two.
    """
    return "\n\n".join(filter(None, parts))


def address(url: str) -> str:
    """
    Return an address that is shown as it is, and leads there.

    Args:
        url: Whole; an address holds no angle brackets and no spaces.
    """
    return f"<{url}>"


def heading(level: int, text: str) -> str:
    """
    Return a heading.

    Args:
        level: Its rank, from 1.

        text: In Markdown.
    """
    return f"{'#' * level} {text}"


def section(title: str, *parts: str) -> str:
    """
    Return a heading with what stands under it; nothing where that is nothing.
    """
    below = blocks(*parts)
    return f"{title}\n\n{below}" if below else ""


def strong(text: str) -> str:
    """
    Return words of the interface that stand out.
    """
    return f"**{text}**"


def quoted(lines: str) -> str:
    """
    Return a quotation.
    """
    return indented("> ", lines)


def listed(items: Iterable[str]) -> str:
    """
    Return a list, each of whose entries is a line or several blocks.
    """
    entries = [f"- {indented('  ', item).lstrip(' ')}" for item in items]
    between = "\n\n" if any("\n" in one for one in entries) else "\n"
    return between.join(entries)


#: Signs with which HTML, entities, links, pictures and code begin in Markdown.
MARKUP: Final = re.compile(r"[<&\[`]")


def front_matter(told: Mapping[str, str | bool]) -> str:
    """
    Return what stands before a twin's text: YAML, each text in quotation marks, or ``true``.

    Args:
        told: By key; what is empty or false is left out.
    """
    lines = [f"{key}: {_in_yaml(value)}" for key, value in told.items() if value]
    return "\n".join(("---", *lines, "---"))


def _in_yaml(value: str | bool) -> str:  # noqa: FBT001
    if isinstance(value, bool):
        return "true" if value else "false"
    written = to_json(" ".join(bare(value).split())).decode()
    # A reader that knows of no front matter takes it for a paragraph.
    written = MARKUP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
    return UNPRINTABLE.sub(_escape, written) if not is_plain(written) else written


def _escape(sign: re.Match[str]) -> str:
    return f"\\U{ord(sign[0]):08x}"
