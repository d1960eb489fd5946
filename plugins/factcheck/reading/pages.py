"""
What is refused of a page that the desk wrote, before Pelican reads it.

The page itself is the desk's own and trusted; but a slip of the pen, such as a data file with the
ending of a page, must not keep the build at work for hours.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.reading import oversize
from factcheck.reading.decoding import Undecodable, utf8
from factcheck.reading.source import Source

BOUNDS: Final = "page-bounds"
SIGNS: Final = re.compile(r"[\[<]")


def page_problem(data: bytes, name: str) -> Problem | None:
    """
    Say why a page is not given to Pelican; nothing if it may be.

    Args:
        data: The file's bytes.

        name: The file's path within the project.
    """
    if len(data) > bounds.PAGE_BYTES:
        return oversize.too_large(name, BOUNDS, bounds.PAGE_BYTES)
    text = utf8(data, name)
    if isinstance(text, Undecodable):
        return text.problem("not-utf8")
    source = Source(name, text)
    return (
        oversize.too_many_lines(source, BOUNDS, bounds.PAGE_LINES)
        or oversize.too_long_line(source, BOUNDS)
        or oversize.too_many(source, BOUNDS, SIGNS, bounds.PAGE_SIGNS, "signs [ or <")
    )
