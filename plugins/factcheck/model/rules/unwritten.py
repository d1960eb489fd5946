"""
A rule on what was left to be written: nothing marked so is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics import Severity
from factcheck.model.rules.written import Breach, Written, parts, text
from factcheck.model.scale import Scales
from factcheck.model.shape import Path
from factcheck.model.vocabulary import Status

#: The mark of newsrooms for what is to come.
TO_COME: Final = "TK"
MARKED: Final = re.compile(rf"\s*{TO_COME}(?:\s*\Z|:)")
#: The texts that every fact-check and every claim has.
OF_CHECK: Final = ("title", "summary", "reason")
OF_CLAIM: Final = ("claim", "reason")
#: So many claims are named.
MOST_NAMED: Final = 5


def texts_are_written(written: Written, _: Scales) -> Iterator[Breach]:
    """
    No text that a fact-check wants is still to come; told once for all of them.

    In a draft a warning from the first, so that it can be looked at as a page.
    """
    left = list(_left(written))
    if not left:
        return
    names = [name for _, name in left]
    told = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    number = f"{len(left)} texts are" if len(left) > 1 else "a text is"
    message = f"{number} still to be written: {told}"
    hint = f"look for {TO_COME}: each is replaced by your own words"
    is_draft = text(written, "status") == Status.DRAFT
    severity = Severity.WARNING if is_draft else Severity.ERROR
    yield Breach(left[0][0], "unwritten", message, hint, severity)


def _left(written: Written) -> Iterator[tuple[Path, str]]:
    for key in OF_CHECK:
        if MARKED.match(text(written, key)):
            yield (key,), key
    for path, claim in parts(written, "claims"):
        for key in OF_CLAIM:
            if MARKED.match(text(claim, key)):
                yield (*path, key), f"the {key} of {text(claim, 'id') or 'a claim'}"


RULES: Final = (texts_are_written,)
