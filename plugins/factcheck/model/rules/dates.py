"""
Rules on dates: nothing answers before it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic_core import PydanticCustomError

from factcheck.diagnostics import Severity
from factcheck.model.rules.written import Breach, Written, named_parts, parts, text
from factcheck.model.scale import Scales
from factcheck.model.shape import Path
from factcheck.model.values import PartialDate, parse_date, parse_moment
from factcheck.model.vocabulary import Stance


def changes_follow_publication(written: Written, _: Scales) -> Iterator[Breach]:
    """What happened to a published check happened after it was published."""
    published = _day(written, "published")
    later: list[tuple[Path, Written]] = [*parts(written, "changes"), *parts(written, "withdrawn")]
    for path, part in later:
        yield from _ordered(published, "published", part, (*path, "date"))


def reviews_follow_publication(written: Written, _: Scales) -> Iterator[Breach]:
    """The day to look at a ruling again comes after the day it was published."""
    published = _day(written, "published")
    for path, claim in parts(written, "claims"):
        yield from _ordered(published, "published", claim, (*path, "review_by"))


def media_runs_forwards(written: Written, _: Scales) -> Iterator[Breach]:
    """A passage of a recording ends after it begins."""
    for path, claim in parts(written, "claims"):
        for inner, media in parts(claim, "media"):
            start, end = _seconds(media, "start"), _seconds(media, "end")
            if start is not None and end is not None and end <= start:
                message = f"the passage ends at {end:g} s, and begins at {start:g} s"
                yield Breach((*path, *inner, "end"), "date-order", message)


def deciding_evidence_was_known(written: Written, _: Scales) -> Iterator[Breach]:
    """A rating does not rest on what was published after its day of knowledge."""
    listed = named_parts(written, "works")
    for path, claim in parts(written, "claims"):
        known = _day(claim, "as_of")
        for inner, evidence in parts(claim, "evidence") if known else ():
            work = listed.get(text(evidence, "work"), evidence)
            published = _day(work, "published")
            decides = text(evidence, "stance") in {Stance.SUPPORTS, Stance.REFUTES}
            if known and published and decides and known.surely_before(published):
                yield _later((*path, *inner), evidence, published, known)


def _later(path: Path, evidence: Written, published: PartialDate, known: PartialDate) -> Breach:
    message = (
        f"{text(evidence, 'work') or 'this work'} was published {published.text}, after the "
        f"{known.text} that the rating rests on, and {text(evidence, 'stance')} it"
    )
    hint = "if it only records what was known by then, leave it; else make its stance context"
    return Breach((*path, "stance"), "evidence-later", message, hint, Severity.WARNING)


def _ordered(before: PartialDate | None, name: str, part: Written, path: Path) -> Iterator[Breach]:
    day = _day(part, str(path[-1]))
    if before and day and day.surely_before(before):
        message = f"{path[-1]} is {day.text}, before the check was {name} on {before.text}"
        yield Breach(path, "date-order", message)


def _day(part: Written, key: str) -> PartialDate | None:
    """Return the date under a key; None where there is none that can be read."""
    there = text(part, key)
    if not there:
        return None
    try:
        if key == "published" and "T" in there:
            return parse_moment(there).as_date
        return parse_date(there)
    except PydanticCustomError:
        return None


def _seconds(part: Written, key: str) -> float | None:
    try:
        return float(text(part, key))
    except ValueError:
        return None


RULES: Final = (
    changes_follow_publication,
    reviews_follow_publication,
    media_runs_forwards,
    deciding_evidence_was_known,
)
