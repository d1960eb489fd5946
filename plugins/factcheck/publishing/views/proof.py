"""
A fact-check for one reader before it is published.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Record
from factcheck.publishing.borrowed import with_borrowed_words
from factcheck.publishing.numbering import numbered
from factcheck.publishing.views.checks import CheckView, check_view
from factcheck.publishing.views.works import work_views

#: One file, which asks for nothing and runs nothing (W3C Content Security Policy 3).
POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


class ProofView(NamedTuple):
    """
    A fact-check for one reader.
    """

    check: CheckView

    #: What stands across every page.
    mark: str
    day: str
    style: Markup
    policy: str


def proof_view(check: FactCheck, reader: str, day: date, style: str, record: Record) -> ProofView:
    """
    Make the view of a proof.

    Args:
        check: The fact-check, a draft or not.

        reader: For whom it is; nobody, if it is empty.

        day: On which it stands so.

        style: The theme's style of proofs.

        record: Notes the page's ids and links.
    """
    check = with_borrowed_words(check)
    words = record.words
    mark = (
        words.say("across a proof", "Draft for %(reader)s, not for publication", reader=reader)
        if reader
        else words.say("across a proof", "Draft, not for publication")
    )
    shown = check_view(check, numbered(check), work_views(check, words), record)
    return ProofView(shown, mark, words.day(day), Markup(style), POLICY)  # noqa: S704 - the theme's
