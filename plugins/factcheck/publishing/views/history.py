"""
What was changed in a fact-check since it was published, word by word, as git has kept it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from factcheck.model.factcheck import FactCheck
from factcheck.model.past import Revised
from factcheck.model.verdict import Change
from factcheck.model.vocabulary import Display, Stance
from factcheck.publishing.addresses import Record
from factcheck.publishing.views.claim_links import claim_links
from factcheck.publishing.views.ratings import BadgeView, badge_view
from factcheck.publishing.wording import STANCES
from factcheck.publishing.words import Said, Words

#: What a line is about, by the sidecar's key.
WHAT: Final = MappingProxyType(
    {
        "rating": Said("what was changed", "Rating"),
        "claim": Said("what was changed", "Claim"),
        "reason": Said("what was changed", "Reason"),
        "quote": Said("what was changed", "Quote"),
        "evidence": Said("what was changed", "Evidence taken away"),
        "stance": Said("what was changed", "What evidence says"),
    }
)

#: What is compared: words, signs, and each character of scripts without spaces.
PIECE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|[^\w\s]")

#: Of texts with more pieces both are shown whole: comparing takes the product of their lengths.
COMPARED: Final = 1_000


class Segment(NamedTuple):
    """
    Words of a text that was changed.
    """

    #: ``kept``, ``taken`` or ``added``.
    kind: str
    text: str


class RevisedView(NamedTuple):
    """
    One thing that was changed.
    """

    what: str

    #: The claim's words, with a link to its ruling; none where it is the whole fact-check's.
    claims: tuple[tuple[str, str], ...]

    #: The rating before and after it; none where it is no rating.
    badges: tuple[BadgeView, ...]
    segments: tuple[Segment, ...]

    #: Whether the words are the interface's, not the fact-check's.
    is_interface: bool = False


class RevisionView(NamedTuple):
    """
    What was changed on one day.
    """

    day: str
    day_iso: str
    revised: tuple[RevisedView, ...]


def history(check: FactCheck, record: Record, claim: str = "") -> tuple[RevisionView, ...]:
    """
    Make the view of a fact-check's history, newest first.

    Args:
        check: The fact-check.

        record: Notes the links.

        claim: The id of the claim whose history is meant; all, if none is given.
    """
    days = [
        (revision.day, [one for one in revision.revised if not claim or one.claim == claim])
        for revision in reversed(check.history)
    ]
    return tuple(
        RevisionView(
            record.words.day(day),
            day.isoformat(),
            tuple(_revised(check, one, record, is_alone=bool(claim)) for one in revised),
        )
        for day, revised in days
        if revised
    )


def _revised(check: FactCheck, one: Revised, record: Record, *, is_alone: bool) -> RevisedView:
    known = {ruled.claim.id for ruled in check.claims}
    ids = (one.claim,) if one.claim in known and not is_alone else ()
    return RevisedView(
        what=record.words.of(WHAT[one.key]),
        claims=claim_links(check, ids, record),
        badges=tuple(_badges(check, one)) if one.key == "rating" else (),
        segments=tuple(_segments(check, one, record.words)) if one.key != "rating" else (),
        is_interface=one.key == "stance",
    )


def _badges(check: FactCheck, one: Revised) -> Iterator[BadgeView]:
    """Show both ratings; one that the scale no longer has, by its key."""
    for key in filter(None, (one.before, one.after)):
        rating = check.scale.rating(key)
        language = check.verdict.language
        yield badge_view(rating, language) if rating else BadgeView(key, language, "", "")


def _segments(check: FactCheck, one: Revised, words: Words) -> Iterator[Segment]:
    if one.key == "stance":
        yield Segment("kept", f"{one.work}: ")
        yield Segment("taken", _stance(one.before, words))
        yield Segment("kept", " ")
        yield Segment("added", _stance(one.after, words))
    elif one.key == "quote" and not _is_shown(check, one.before):
        yield Segment("added", one.after)
    else:
        yield from compared(one.before, one.after)


def _is_shown(check: FactCheck, quote: str) -> bool:
    """Tell whether readers can see a former quote in the document still: none is brought back."""
    text = " ".join(check.document.text.split())
    return check.verdict.document.display is Display.FULL and quote in text


def _stance(key: str, words: Words) -> str:
    known = {stance.value: stance for stance in Stance}
    return words.of(STANCES[known[key]]) if key in known else key


def ratings_changed(check: FactCheck, change: Change) -> tuple[tuple[BadgeView, ...], ...]:
    """
    Return the ratings that an entry under ``changes`` tells of: each before and after it.

    Args:
        check: The fact-check.

        change: One of its entries.
    """
    told = " ".join(change.text.split())
    return tuple(
        tuple(_badges(check, one))
        for revision in check.history
        for one in revision.revised
        if one.key == "rating"
        and (not change.claims or one.claim in change.claims)
        and any(
            (entry.dated, entry.text) == (change.date.text, told) for entry in revision.entries
        )
    )


def compared(before: str, after: str) -> Iterator[Segment]:
    """
    Give two texts as one: what both have, what was taken away, what was added.

    Args:
        before: The text as it was.

        after: The text as it became; nothing, if it was taken away.
    """
    old, new = PIECE.findall(before), PIECE.findall(after)
    if max(len(old), len(new)) > COMPARED:
        yield from (Segment("taken", before), Segment("added", after))
        return
    numbers: dict[str, int] = {}
    told = ([numbers.setdefault(piece, len(numbers)) for piece in text] for text in (old, new))
    taken = added = ""
    for edit in Indel.opcodes(*told):
        was = "".join(old[edit.src_start : edit.src_end])
        if edit.tag == "equal":
            yield from _changed(taken, added)
            yield Segment("kept", was)
            taken = added = ""
        else:
            taken += was
            added += "".join(new[edit.dest_start : edit.dest_end])
    yield from _changed(taken, added)


def _changed(taken: str, added: str) -> Iterator[Segment]:
    if taken:
        yield Segment("taken", taken)
    if added:
        yield Segment("added", added)
