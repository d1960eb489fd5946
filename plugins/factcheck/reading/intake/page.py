"""
The article of a web page, without what stands around it.
"""

from __future__ import annotations

from typing import Final

from factcheck.reading.intake.refusal import CannotTakeIn, library

#: What needs no library.
WHOLE: Final = "; or keep the whole page as it is: --whole"


def article_of(html: str, name: str) -> str:
    """
    Return a page's article as a plain page of its own: headings, paragraphs, lists, quotations.

    Args:
        html: The page.

        name: What it is called.

    Raises:
        CannotTakeIn: If no article is found, or the library that finds it is not there.
    """
    trafilatura = library("trafilatura", "take the article out of a web page", WHOLE)
    try:
        found = trafilatura.extract(
            html,
            output_format="html",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
        )
    except Exception:  # noqa: BLE001 - a hostile page must not end in a traceback
        found = None
    if not found:
        msg = f"no article is found in {name}; with --whole the whole page is kept"
        raise CannotTakeIn(msg)
    return f"<!doctype html>\n{found}\n"
