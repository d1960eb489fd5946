"""
Rules on where a review stands, and beside which others.

JSON-LD 1.1, 3.1: a name means something only in a context. Google, "Fact check (ClaimReview)
structured data": a page has one review to be shown as one; "Fact Check Tools API", pages: the
address of one among several is the page's with an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from factcheck.diagnostics import Severity
from factcheck.model.rules import Breach
from factcheck.model.values import quoted
from factcheck.publishing.reviews.around import error, note, warning
from factcheck.publishing.reviews.finding import Found, Holder
from factcheck.publishing.reviews.values import text_of
from factcheck.publishing.schemaorg import (
    CLAIM_REVIEW,
    CONTEXT,
    GRAPH,
    ID,
    SCHEMA_ORG,
    URL,
    VOCABULARY,
)

OURS: Final = re.compile(r"https?://(?:www\.)?schema\.org/?#?\Z")


def place_breaches(found: Found, *, is_page: bool) -> Iterator[Breach]:
    """
    Give what is wrong with where one review stands.

    Args:
        found: The review.

        is_page: Whether it was found in a web page.
    """
    if not _is_schema_org(found.context):
        tell = error if is_page or found.context else warning
        message = f"no {CONTEXT} says that these names are schema.org's"
        yield tell((), "context-missing", message, f'add "{CONTEXT}": "{SCHEMA_ORG}"')
    if found.holder is Holder.GRAPH:
        message = f"the review stands in {GRAPH}, into which many readers do not look"
        yield _nested(message)
    elif found.holder is Holder.ANYTHING:
        yield _nested("the review stands within another object, where many readers do not look")


def _nested(message: str) -> Breach:
    hint = "publish it by itself, or in a list: in a page, in a script element of its own"
    return Breach((), "not-top-level", message, hint, Severity.WARNING)


def breaches_between(reviews: Sequence[Found], *, is_page: bool) -> Iterator[tuple[Found, Breach]]:
    """
    Give each review that stands in the way of another one, with what is wrong.

    Args:
        reviews: Those of one file, in their order.

        is_page: Whether they were found in a web page.
    """
    if is_page and len(reviews) > 1:
        message = (
            f"the page holds {len(reviews):,} reviews; Google shows a review that stands alone"
        )
        hint = "publish a page for each claim"
        yield reviews[1], note((), "several-on-page", message, hint)
    seen: set[tuple[str, str]] = set()
    for found in reviews:
        own = text_of(found.review, URL), text_of(found.review, ID)
        if own[0] and own in seen:
            message = (
                f"another {CLAIM_REVIEW} has the address {quoted(own[0])} too, and no other id"
            )
            hint = f"give each an anchor of its own (…#claim-2), or an {ID}"
            yield found, warning((URL,), "same-address", message, hint)
        seen.add(own)


def _is_schema_org(context: Any) -> bool:  # noqa: ANN401 - whatever was published
    if isinstance(context, list):
        return any(_is_schema_org(one) for one in context if not isinstance(one, list))
    if isinstance(context, dict):
        context = context.get(VOCABULARY)
    return isinstance(context, str) and bool(OURS.match(context.strip()))
