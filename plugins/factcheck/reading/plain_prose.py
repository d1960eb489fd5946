"""
Paragraphs of words, some strong or emphasised: most prose is no more, and needs no parser.

A text is taken only where CommonMark 0.31 leaves no choice: no line can begin a block, no sign can
begin anything inline but emphasis, and every run of asterisks can only open or only close it.
"""

from __future__ import annotations

import re
from typing import Final

#: All but controls, white space other than the space, and what means something to CommonMark or
#: HTML wherever it stands.
SIGN: Final = (
    r"[^\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff"
    r"\\`*_\[\]<>&]"
)
#: What begins a heading, list, fence or code, or the line below a heading.
BLOCK: Final = r"[ #=~+-]|[0-9]{1,9}[.)]"
#: White space before asterisks and a letter after: they can only open.
OPENS: Final = r"(?<!\S)(\*{1,2})(?=[^\W_])"
#: A letter before and none after, or white space after and none before: they can only close.
CLOSES: Final = r"(?:(?<=[^\W_])\1(?![^\s.,;:!?)])|(?<! )\1(?!\S))"
LINE: Final = rf"(?!{BLOCK})(?:{SIGN}++|{OPENS}{SIGN}++{CLOSES})++(?<! )"
PLAIN: Final = re.compile(rf"(?:{LINE}(?:\n{{1,2}}(?!\n)|\n*+\Z))++")
STRONG: Final = re.compile(r"\*\*([^*]+)\*\*")
EMPHASISED: Final = re.compile(r"\*([^*]+)\*")


def plain_html(markdown: str) -> str:
    """
    Render a text that is nothing but paragraphs of words, strong words and emphasised ones.

    Returns:
        The HTML that a CommonMark parser makes of it; empty where the text may hold anything else.
    """
    if not PLAIN.fullmatch(markdown):
        return ""
    html = markdown.rstrip("\n").replace("\n\n", "</p>\n<p>")
    if "*" in html:
        html = EMPHASISED.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", html))
    return f"<p>{html}</p>\n"
