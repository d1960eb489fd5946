"""
How a page may be cited: as a line of text, and as an entry for BibTeX.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Record, absolute
from factcheck.publishing.words import Words

#: What TeX reads as a command, in words that it prints as the sign; braces stay balanced, for
#: BibTeX counts them even where they are escaped.
TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)

OBEYED: Final = re.compile(r"[\\{}~^#$%&_]")

#: Where a reader has a copy of a page kept (the Internet Archive's "Save Page Now").
ARCHIVE: Final = "https://web.archive.org/save/"


class Citation(NamedTuple):
    """
    One page, as others cite it.
    """

    desk: str
    title: str
    published: str

    #: Empty where nothing has changed since.
    updated: str
    address: str
    bibtex: str

    #: Where a copy of the page as it is today can be made and had.
    archive: str


def citation(check: FactCheck, title: str, key: str, updated: str, record: Record) -> Citation:
    """
    Make a page's citation.

    Args:
        check: The fact-check that it belongs to.

        title: What to call it.

        key: What BibTeX calls it: a slug.

        updated: The day of its last change, in words.

        record: Knows its address.
    """
    address, moment = absolute(record.site, record.path), check.verdict.published
    cited = Citation(
        desk=record.site.desk,
        title=" ".join(title.split()),
        published=record.words.date(moment.as_date),
        updated=updated,
        address=address,
        bibtex="",
        archive=f"{ARCHIVE}{address}",
    )
    return cited._replace(bibtex=_bibtex(cited, key, moment.day.isoformat(), record.words))


def _in_tex(text: str) -> str:
    """Most texts hold no such sign, and translating takes its time."""
    return text.translate(TEX) if OBEYED.search(text) else text


def _bibtex(cited: Citation, key: str, day: str, words: Words) -> str:
    note = words.say("citation", "Fact-check")
    if cited.updated:
        note = words.say("citation", "Fact-check, updated %(day)s", day=cited.updated)
    return (
        f"@misc{{{key},\n"
        f"  author = {{{{{_in_tex(cited.desk)}}}}},\n"
        f"  title = {{{{{_in_tex(cited.title)}}}}},\n"
        f"  year = {{{day[:4]}}},\n"
        f"  date = {{{day}}},\n"
        f"  note = {{{_in_tex(note)}}},\n"
        f"  url = {{{cited.address}}}\n"
        "}"
    )
