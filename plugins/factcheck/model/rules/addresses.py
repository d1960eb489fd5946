"""
Rules on addresses and on taking a fact-check back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.rules.written import Breach, Written, text
from factcheck.model.scale import Scales
from factcheck.model.vocabulary import LinkTo, Status


def linked_documents_have_addresses(written: Written, _: Scales) -> Iterator[Breach]:
    """What the site is to link to has an address."""
    document = written.get("document")
    needed = {LinkTo.ORIGINAL: "url", LinkTo.ARCHIVE: "archived_url"}.get(text(document, "link"))  # type: ignore[call-overload]
    if needed and not text(document, needed):
        message = f"the document is to be linked, but {needed} is not given"
        hint = f"add {needed}: below document:, or set link: none"
        yield Breach(("document", "link"), "link-without-address", message, hint)


def withdrawals_are_explained(written: Written, _: Scales) -> Iterator[Breach]:
    """A withdrawn check says why; a reason for withdrawing stands in a withdrawn check only."""
    is_withdrawn = text(written, "status") == Status.WITHDRAWN
    if is_withdrawn and "withdrawn" not in written:
        message = "this fact-check is withdrawn, but does not say why"
        hint = "add withdrawn: {date: ..., reason: ...}"
        yield Breach(("status",), "withdrawn-unexplained", message, hint)
    if not is_withdrawn and "withdrawn" in written:
        message = "a withdrawal is explained, but the status is not withdrawn"
        hint = "set status: withdrawn, or remove this"
        yield Breach(("withdrawn",), "withdrawn-unexplained", message, hint, at_key=True)


RULES: Final = (linked_documents_have_addresses, withdrawals_are_explained)
