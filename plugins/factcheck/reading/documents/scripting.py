"""
What a browser that runs scripts takes for no markup: all that stands in ``noscript`` elements.

The parser knows of no scripts, so this is taken out before it parses. Such an element ends with
the next ``</noscript``, whatever that stands in (HTML, 13.2.5.3 and 13.2.6.4.7).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

#: A step towards a tag's end; a quotation mark counts where a value begins. Always found.
STEP: Final = re.compile(
    r"""[^>=]*+(?:(?P<end>>|\Z)|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)"""
)
#: How tags begin, and what may hold their letters without being one.
TOKEN: Final = re.compile(
    r"""
    (?P<hidden> <!-- (?: -?> | .*? (?: --!?> | \Z ) ) | <[!?] [^>]*+ | <plaintext (?=[\s/>]) .* )
    | (?P<noscript> <noscript (?=[\s/>]) )
    | <(?P<raw> script | style | textarea | title | xmp | iframe | noembed | noframes ) (?=[\s/>])
    | (?P<foreign> </? (?: svg | math ) (?=[\s/>]) )
    | </?[a-z]
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
END: Final = re.compile(r"</noscript(?=[\s/>])[^>]*+>?", re.IGNORECASE)
#: Whatever is no line's end.
SIGN: Final = re.compile(r"[^\n]")


def without_noscript(source: str) -> str:
    """
    Make a comment of every ``noscript`` element.

    Args:
        source: A page's source.

    Returns:
        The source; every other character stands where it stood. Left as they are: an element that
        nothing ends, with which a browser would hide the rest of the page; and what stands in
        formulas and drawings, where such an element means nothing.
    """
    ends = [end.span() for end in END.finditer(source)]
    parts: list[str] = []
    kept = at = depth = 0
    while ends and (token := TOKEN.search(source, at)):
        at = _end(source, token)
        depth += _descent(source[token.start() : at]) if token["foreign"] else 0
        depth = max(0, depth)
        nearest = bisect_left(ends, (at, at))
        if token["noscript"] and not depth and nearest < len(ends):
            at = ends[nearest][1]
            inner = SIGN.sub(" ", source[token.start() + len("<!--") : at - len("-->")])
            parts += source[kept : token.start()], f"<!--{inner}-->"
            kept = at
    return "".join([*parts, source[kept:]])


def _end(source: str, token: re.Match[str]) -> int:
    """Return where a tag ends; for an element without markup, where its closing tag begins."""
    at = token.end()
    if token["hidden"] is not None:
        return at
    while True:
        step = STEP.match(source, at)
        at = step.end() if step else len(source)
        if step is None or step["end"] is not None:
            break
    if token["raw"] is None:
        return at
    closing = re.compile(rf"</{token['raw']}[\s/>]", re.IGNORECASE).search(source, at)
    return closing.start() if closing else len(source)


def _descent(tag: str) -> int:
    """Tell whether a formula's or drawing's tag leads into it (1), out of it (-1) or neither."""
    if tag.startswith("</"):
        return -1
    return int(not tag.endswith("/>"))
