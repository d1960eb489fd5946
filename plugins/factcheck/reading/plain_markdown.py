"""
Anybody's words in Markdown, where they are words and nothing else (CommonMark 0.31).

No sign of theirs makes a link, an image, a heading, a list, code or HTML, nor a table, a struck
word or a link by itself where a reader knows GitHub's extensions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: White space that HTML and Markdown show as one space.
SPACE: Final = re.compile(r"[ \t\n\r\f\v]+")

#: Signs that may mean something; most texts have none.
SIGNS: Final = re.compile(r"[\\`*_\[\]<{|~&#!:]")

#: What may mean something where a line begins.
BEGINNINGS: Final = frozenset("-+=>.)0123456789")

#: What does mean something where it stands; an exclamation mark where a link may follow.
OBEYED: Final = re.compile(
    r"[\\`*_\[\]<{|~]"
    r"|&(?=[#0-9A-Za-z]|\Z)"
    r"|!\Z"
    r"|(?<!\S)#"
    r"|:(?=//)"
    r"|(?<=www)\."
    r"|\A[-+=:>.)]"
)

#: How an entry of a numbered list begins.
NUMBERED: Final = re.compile(r"\A([0-9]{1,9})(?=[.)])")

#: What may stand as an address without angle brackets, and means only itself.
SIMPLE: Final = re.compile(r"(?:[-A-Za-z0-9._~:/?#@!$',=%+]|&(?![#0-9A-Za-z]+;))+")

#: What must not stand in an address within angle brackets.
UNFIT: Final = re.compile(r"[<>\\\s\x00-\x1f\x7f]")

BACKTICKS: Final = re.compile(r"`+")


def one_line(text: str) -> str:
    """
    Return a text as HTML shows it: in one line, white space as single spaces.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return SPACE.sub(" ", text).strip()


def escaped(text: str) -> str:
    """
    Return a text that stands in a line of Markdown, wherever in it.

    Args:
        text: Without line breaks.
    """
    if SIGNS.search(text) or text[:1] in BEGINNINGS or "www." in text:
        return NUMBERED.sub(r"\1\\", OBEYED.sub(r"\\\g<0>", text))
    return text


@lru_cache(maxsize=4096)
def text_in_markdown(text: str) -> str:
    """
    Return a text in one line of Markdown.
    """
    return escaped(one_line(text))


@lru_cache(maxsize=4096)
def address_in_markdown(address: str) -> str:
    """
    Return an address as the target of a link.
    """
    if SIMPLE.fullmatch(address):
        return address
    whole = UNFIT.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
    return f"<{whole.replace('&', chr(92) + '&')}>"


def code_in_markdown(code: str) -> str:
    """
    Return code that stands in a line.
    """
    fence = "`" * (_longest_row(code) + 1)
    is_padded = code[:1] == " " == code[-1:] and code.strip()
    gap = " " if is_padded or "`" in (code[:1], code[-1:]) else ""
    return f"{fence}{gap}{code}{gap}{fence}"


def code_block(code: str, language: str = "") -> str:
    """
    Return lines as they stand, in a block that nothing in them can end.

    Args:
        code: The lines.

        language: What reads them, if anything does.
    """
    fence = "`" * max(3, _longest_row(code) + 1)
    return f"{fence}{language}\n{code.rstrip(chr(10))}\n{fence}"


def _longest_row(code: str) -> int:
    return max(map(len, BACKTICKS.findall(code)), default=0)
