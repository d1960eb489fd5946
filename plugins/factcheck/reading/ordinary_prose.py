"""
What nearly all of a desk's Markdown is made of, and every CommonMark parser reads alike.

A text is ordinary only where CommonMark 0.31 leaves no choice: no line can begin a heading, rule,
fence or code; lists stand two deep at most; every emphasis can only open where it opens and only
close where it closes; every link leads to a whole address.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.model.values import ORDINARY_SITE

#: Controls, other ends of lines, and what is no character of its own.
UNUSUAL: Final = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff"
#: Signs that mean themselves wherever they stand, if no entity and no image begins there.
SIGNS: Final = rf"(?:[^{UNUSUAL}\\`*_\[\]<>&!]++|&(?![#\w]++;)|!(?!\[))"
#: What begins a block that is none of ours, or one within another on the same line.
BLOCK: Final = r"\s|[#=~+>-]|[0-9]{1,9}[.)](?![^\W_])"
#: Words go on where a line ends, unless the next could begin anything.
WORDS: Final = rf"(?:{SIGNS}|(?<!\s)\n {{0,3}}+(?!{BLOCK}))+"

#: White space or an opening mark before, and a letter after: such signs can only open.
BEFORE: Final = r"(?<![^\s(\[“‘«\"'–—])"  # noqa: RUF001 - as desks write
#: A letter before and white space or a closing mark after: such signs can only close.
AFTER: Final = r"(?![^\s.,;:!?)\]”’»\"'…–—،؛؟])"  # noqa: RUF001 - as desks write


def _between(sign: str) -> str:
    return (
        rf"{BEFORE}{sign}(?=[^\W_]){WORDS}"
        rf"(?:(?<=[^\W_]){sign}{AFTER}|(?<!\s){sign}(?!\S))"
    )


EMPHASIS: Final = "|".join(map(_between, (r"\*\*", r"\*", "__", "_")))
CODE: Final = rf"`(?![\s`])[^{UNUSUAL}`]++(?<!\s)`(?!`)"
#: Without brackets, which might end it; nor anything that a parser writes in another way.
ADDRESS: Final = (
    rf"(?!https?://[^/?#)]{{200}}){ORDINARY_SITE}"
    r"(?:[/?#](?:[&+,./0-9:=?@A-Z_a-z~#-]|%[0-9A-Fa-f]{2})*)?"
)
LINK: Final = rf"\[(?!\s)(?:{WORDS}|{EMPHASIS})+(?<!\s)\]\({ADDRESS}\)"
#: As in “[sic]”: neither a link nor the definition of one.
BRACKETED: Final = rf"\[(?!\s){SIGNS}+(?<!\s)\](?![\[(:])"

#: A quotation or an entry of a list may begin a line.
OPENING: Final = r"(?:> )? {0,3}+(?:(?:[-*+]|[0-9]{1,9}[.)]) )?"
LINE: Final = rf"{OPENING}(?!{BLOCK})(?:{SIGNS}|{EMPHASIS}|{CODE}|{LINK}|{BRACKETED})+(?<!\s)"
ORDINARY: Final = re.compile(rf"(?:{LINE}(?:\n++|\Z))+")


def is_ordinary(markdown: str) -> bool:
    """
    Tell whether no two parsers can read a text differently.

    Returns:
        True for paragraphs, lists, quotations, emphasis, code and links to whole addresses, as
        they are mostly written; False for whatever else the text may hold.
    """
    return ORDINARY.fullmatch(markdown) is not None
