"""
Rules on claims: their ids, their quotes, and who else names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.nearest import Proposals
from factcheck.model.rules.written import Breach, Written, lacks, parts, text, texts
from factcheck.model.scale import Scales
from factcheck.model.values import is_slug
from factcheck.model.verdict import Claim, Evidence
from factcheck.model.vocabulary import DocumentKind

WORDED: Final = frozenset(kind.value for kind in DocumentKind if kind.has_words_of_its_own)
WORDLESS: Final = tuple(kind.value for kind in DocumentKind if kind not in WORDED)
NAMING: Final = ("groups", "right_of_reply", "changes")


def ids_are_unique(written: Written, _: Scales) -> Iterator[Breach]:
    """No two claims and no two groups share an id."""
    for listing in ("claims", "groups"):
        seen: set[str] = set()
        for path, part in parts(written, listing):
            id_ = text(part, "id")
            if id_ and id_ in seen:
                message = f"the id {id_} stands twice under {listing}"
                yield Breach((*path, "id"), "duplicate-id", message, "give one of them another id")
            seen.add(id_)


def named_claims_exist(written: Written, _: Scales) -> Iterator[Breach]:
    """A claim named by a group, a reply or a change stands under claims."""
    known = dict.fromkeys(text(claim, "id") for _, claim in parts(written, "claims"))
    if not known:
        return
    proposals = Proposals(filter(is_slug, known))
    for listing in NAMING:
        for path, part in parts(written, listing):
            if not isinstance(part.get("claims"), list):
                continue
            for inner, id_ in texts(part, "claims"):
                if id_ not in known:
                    message = f"there is no claim {id_}"
                    hint = proposals.did_you_mean(id_)
                    yield Breach((*path, *inner), "unknown-claim", message, hint)


def worded_claims_have_quotes(written: Written, _: Scales) -> Iterator[Breach]:
    """A claim made in words is tied to them."""
    if text(written.get("document"), "kind") not in WORDED:
        return
    for path, claim in parts(written, "claims"):
        if lacks(claim, Claim, "quote"):
            message = "this claim has no quote"
            hint = (
                "add quote: with the exact words of the document; only a document of the kind "
                f"{', '.join(WORDLESS)} may do without"
            )
            yield Breach(path, "quote-missing", message, hint)


def translations_have_originals(written: Written, _: Scales) -> Iterator[Breach]:
    """A translation stands beside what it translates."""
    for path, claim in parts(written, "claims"):
        if "quote_translation" in claim and lacks(claim, Claim, "quote"):
            message = "a translation is given, but no quote"
            yield Breach((*path, "quote_translation"), "translation-alone", message, at_key=True)
        for inner, evidence in parts(claim, "evidence"):
            if "excerpt_translation" in evidence and lacks(evidence, Evidence, "excerpt"):
                message = "a translation is given, but no excerpt"
                where = (*path, *inner, "excerpt_translation")
                yield Breach(where, "translation-alone", message, at_key=True)


RULES: Final = (
    ids_are_unique,
    named_claims_exist,
    worded_claims_have_quotes,
    translations_have_originals,
)
