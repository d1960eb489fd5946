"""
Rules on ratings: what is on the scale, and what a rating must rest on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.model.nearest import did_you_mean
from factcheck.model.rules.written import Breach, Written, lacks, parts, text
from factcheck.model.scale import Scale, Scales
from factcheck.model.shape import Path
from factcheck.model.values import VERSIONED, quoted
from factcheck.model.verdict import Claim, Verdict


def scale_is_known(written: Written, scales: Scales) -> Iterator[Breach]:
    """The scale named is one of the site's."""
    named = text(written, "scale")
    if VERSIONED.match(named) and scales.scale(named) is None:
        known = [scale.id for scale in scales.scales]
        message = f"the site has no scale {named}; it has {', '.join(known)}"
        yield Breach(("scale",), "unknown-scale", message, did_you_mean(named, known))


def ratings_are_known(written: Written, scales: Scales) -> Iterator[Breach]:
    """Every rating is on the check's scale."""
    scale = scales.scale(text(written, "scale") or None)
    if scale is None:
        return
    known = [rating.key for rating in scale.ratings]
    for path, rating in _ratings(written):
        if rating not in known:
            listed = ", ".join(known)
            message = f"{quoted(rating)} is not a rating of {scale.id}; expected one of {listed}"
            yield Breach(path, "unknown-rating", message, did_you_mean(rating, known))


def ratings_have_evidence(written: Written, scales: Scales) -> Iterator[Breach]:
    """A claim has evidence wherever its rating needs some."""
    scale = scales.scale(text(written, "scale") or None)
    if scale is None:
        return
    for path, claim in parts(written, "claims"):
        rating = scale.rating(text(claim, "rating"))
        if rating and rating.needs_evidence and _has_none(claim):
            message = f"the rating {rating.key} needs evidence, and there is none"
            hint = f"list what the rating rests on under evidence{_needing_none(scale)}"
            yield Breach((*path, "rating"), "evidence-missing", message, hint)


def _has_none(claim: Written) -> bool:
    """Tell whether evidence is missing: an empty list counts, a mistyped key does not."""
    return claim.get("evidence") == [] or lacks(claim, Claim, "evidence")


def whole_rating_has_reason(written: Written, _: Scales) -> Iterator[Breach]:
    """A rating of the whole document comes with its reason."""
    if text(written, "rating") and lacks(written, Verdict, "reason"):
        message = "the document as a whole is rated without a reason"
        hint = "add reason: with one sentence beside it, or leave the whole unrated"
        yield Breach(("rating",), "reason-missing", message, hint)


def _ratings(written: Written) -> Iterator[tuple[Path, str]]:
    places: list[tuple[Path, Written]] = [((), written), *parts(written, "claims")]
    yield from (
        ((*path, "rating"), rating) for path, part in places if (rating := text(part, "rating"))
    )


def _needing_none(scale: Scale) -> str:
    free = [rating.key for rating in scale.ratings if not rating.needs_evidence]
    return f"; only {', '.join(free)} needs none" if free else ""


RULES: Final = (scale_is_known, ratings_are_known, ratings_have_evidence, whole_rating_has_reason)
