"""
What was changed after it was published, and whether readers were told.

Promise 7 of the project: git's history is the record. A published rating, claim, reason or quote
that is another now, or evidence that was taken away, needs an entry under ``changes`` that came
with that commit or with a later one. Evidence that was added, archived copies and notes do not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import dropwhile, pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from factcheck.model.past import Past, PastChange, PastClaim, Revised, Revision, Version
from factcheck.model.vocabulary import ChangeKind

#: What ``minor`` may cover, which is for typing errors: words, and never a decision.
WORDS: Final = frozenset({"claim", "reason", "quote"})

#: The code of each thing that changed in silence.
CODES: Final = MappingProxyType(
    {
        "rating": "history-rating",
        "claim": "history-claim",
        "reason": "history-reason",
        "quote": "history-quote",
        "evidence": "history-evidence",
        "stance": "history-evidence",
    }
)
#: Where in a claim it is told, if not at a key of its own.
KEYS: Final = MappingProxyType({"stance": "evidence"})

#: Of two claims with one id and nothing else in common: how alike they are at most, of 100.
ANOTHER: Final = 50

#: An entry may be dated in another time zone than the commit.
LEEWAY: Final = timedelta(days=1)

#: What else can be done before it is committed.
UNDO: Final = ", or put back what stood there"

#: How much of a text a message shows.
SHOWN: Final = 120


class Silence(NamedTuple):
    """
    A change that readers were not told of.
    """

    code: str
    claim: str
    key: str
    message: str
    hint: str


class Step(NamedTuple):
    """
    What one commit changed in a published fact-check.
    """

    before: Version
    after: Version
    differences: tuple[Revised, ...]

    #: The entries under ``changes`` that came with it.
    entries: tuple[PastChange, ...]


def steps(versions: Sequence[Version]) -> Iterator[Step]:
    """
    Give what each commit changed since a fact-check was published, oldest first.

    Args:
        versions: Of one sidecar, oldest first.
    """
    published = dropwhile(lambda one: not one.is_public, versions)
    for before, after in pairwise(published):
        found = tuple(differences(before.past, after.past))
        entries = tuple(one for one in after.past.changes if one not in before.past.changes)
        if found or before.past.changes != after.past.changes:
            yield Step(before, after, found, entries)


def silences(versions: Sequence[Version], others: Sequence[PastChange] = ()) -> Iterator[Silence]:
    """
    Give every change of a published fact-check that readers were not told of.

    Args:
        versions: Of one sidecar, oldest first; the last is what it says now.

        others: The entries of its original, if it is a translation.
    """
    last = versions[-1].past.changes
    every = tuple(steps(versions))
    for step in every:
        told = [one for one in (*last, *others) if one not in step.before.past.changes]
        for one in step.differences:
            if not any(_tells(entry, one) for entry in told):
                yield _silence(one, step, is_first=not last)
    yield from _rewritten(every, last)
    yield from (_back_dated(entry, step) for entry, step in _misdated(every) if entry in last)
    yield from _gone(versions)


def differences(before: Past, after: Past) -> Iterator[Revised]:
    """
    Give what of a fact-check is not what it was; an id that is gone is told by itself.
    """
    if before.rating != after.rating:
        yield Revised("", "rating", before.rating, after.rating)
    if before.reason and before.reason != after.reason:
        yield Revised("", "reason", before.reason, after.reason)
    for id_, claim in before.claims.items():
        if id_ in after.claims:
            yield from _of_claim(id_, claim, after.claims[id_])


def _of_claim(id_: str, before: PastClaim, after: PastClaim) -> Iterator[Revised]:
    for key in ("rating", "claim", "reason", "quote"):
        old, new = getattr(before, key), getattr(after, key)
        if old and old != new:
            yield Revised(id_, key, old, new)
    for piece in before.evidence:
        now = [one for one in after.evidence if one.names & piece.names]
        if not now:
            yield Revised(id_, "evidence", piece.title, "")
        elif all(one.stance != piece.stance for one in now):
            yield Revised(id_, "stance", piece.stance, now[0].stance, piece.title)


def sentence(one: Revised) -> str:
    """
    Say for an editor what became of something.
    """
    what = f"stance of {_shown(one.work)}" if one.work else one.key
    whose = f" of claim {one.claim}" if one.claim else ""
    if not one.after:
        return f"the published {what}{whose}, {_shown(one.before)}, was taken away"
    before = f"from {_shown(one.before)} " if one.before else ""
    return f"the published {what}{whose} was changed {before}to {_shown(one.after)}"


def revisions(versions: Sequence[Version]) -> tuple[Revision, ...]:
    """
    Return what readers can be shown of a fact-check's history, oldest first.

    What it said while it was a draft again was never theirs to read.

    Args:
        versions: Of its sidecar, oldest first.
    """
    published = [version for version in versions if version.is_public]
    return tuple(
        Revision(step.after.when.date(), step.differences, step.entries)
        for step in steps(published)
    )


def _tells(entry: PastChange, one: Revised) -> bool:
    """Tell whether an entry under ``changes`` is about a difference."""
    if entry.kind == ChangeKind.MINOR and one.key not in WORDS:
        return False
    return not entry.claims or not one.claim or one.claim in entry.claims


def _silence(one: Revised, step: Step, *, is_first: bool) -> Silence:
    """Write the entry that is missing; its words may hold commas and colons, so none in braces."""
    claims = f"    claims: [{one.claim}]\n" if one.claim else ""
    kinds = ", or minor for a typing error" if one.key in WORDS else ""
    return Silence(
        CODES[one.key],
        one.claim,
        KEYS.get(one.key, one.key),
        f"{sentence(one)} {step.after.told}; no entry under changes says so",
        f"tell readers under changes (kind: correction, clarification or update{kinds})"
        f"{'' if step.after.commit else UNDO}:\n"
        f"{'changes:' + chr(10) if is_first else ''}"
        f"  - date: {step.after.when:%Y-%m-%d}\n"
        "    kind: correction\n"
        f"{claims}"
        "    text: >-\n"
        "      …",
    )


def _misdated(every: Iterable[Step]) -> Iterator[tuple[PastChange, Step]]:
    """Give the entries that bear a day on which the fact-check still stood as it was."""
    for step in every:
        earliest = (step.before.when - LEEWAY).date()
        yield from ((one, step) for one in step.entries if one.day and one.day < earliest)


def _rewritten(every: Sequence[Step], last: Sequence[PastChange]) -> Iterator[Silence]:
    """Give the entries that readers saw and that are gone."""
    free = {*last, *(entry for entry, _ in _misdated(every)), *_undone(every, last)}
    for step in every:
        for entry in step.before.past.changes:
            if entry not in step.after.past.changes and entry not in free:
                yield Silence(
                    "history-entry",
                    "",
                    "changes",
                    f"the published entry of {entry.dated}, {_shown(entry.text)}, was taken away "
                    f"or rewritten {step.after.told}",
                    "put it back as it was; what it got wrong is told by a further entry",
                )


def _undone(every: Sequence[Step], last: Sequence[PastChange]) -> Iterator[PastChange]:
    """Give what stood for a while in the place of an entry that was put back."""
    for step in every:
        taken = {*step.before.past.changes} - {*step.after.past.changes}
        if taken & {*last}:
            yield from step.entries


def _back_dated(entry: PastChange, step: Step) -> Silence:
    return Silence(
        "history-date",
        "",
        "changes",
        f"the entry of {entry.dated}, {_shown(entry.text)}, came {step.after.told}; on its day "
        f"the fact-check still stood as it was {step.before.told}",
        f"date it when the change was made, such as {step.after.when:%Y-%m-%d}",
    )


def _gone(versions: Sequence[Version]) -> Iterator[Silence]:
    """Give the ids of published claims that are there no longer, or stand for other claims."""
    last = versions[-1].past
    told: set[str] = set()
    for version in versions[:-1]:
        for id_, claim in version.past.claims.items() if version.is_public else ():
            if id_ not in told and (silence := _lost(id_, claim, last, version)):
                told.add(id_)
                yield silence


def _lost(id_: str, claim: PastClaim, last: Past, version: Version) -> Silence | None:
    now = last.claims.get(id_)
    if now is None:
        return Silence(
            "history-id",
            "",
            "claims",
            f"the claim {id_} ({_shown(claim.claim)}) was published {version.told}, and is gone",
            "put it back under its id, and say in its reason and under changes what was wrong "
            "with it: readers may have its address",
        )
    if now.quote == claim.quote or token_set_ratio(now.claim, claim.claim) >= ANOTHER:
        return None
    return Silence(
        "history-id",
        id_,
        "id",
        f"the id {id_} stood for another claim {version.told}: {_shown(claim.claim)}",
        "give the new claim an id of its own, and put the other back under this one",
    )


def _shown(text: str) -> str:
    return f"“{text[:SHOWN]}…”" if len(text) > SHOWN else f"“{text}”"


def lost_addresses(
    histories: Mapping[str, Sequence[Version]], now: Collection[str]
) -> Iterator[tuple[str, Silence]]:
    """
    Give every address of a published fact-check that leads nowhere now, or to another one.

    Args:
        histories: The versions of every sidecar by its path, oldest first.

        now: The paths of the sidecars that are there.

    Returns:
        Each with the sidecar that is to be mended.
    """
    standing = {
        path: versions[-1].past
        for path, versions in histories.items()
        if path in now and versions[-1].is_public
    }
    holders = {past.slug: path for path, past in standing.items()}
    former = {slug for past in standing.values() for slug in past.former_slugs}
    for path, versions in histories.items():
        had = {one.past.slug: one for one in versions if one.is_public and one.past.slug}
        for slug, version in had.items():
            if holders.get(slug, path) != path:
                yield holders[slug], _taken(slug, path, version)
            elif slug not in holders and slug not in former:
                yield path, _nowhere(slug, version, is_there=path in standing)


def _taken(slug: str, path: str, version: Version) -> Silence:
    return Silence(
        "history-slug",
        "",
        "slug",
        f"the slug {slug} stood for the fact-check of {path} {version.told}",
        "choose another slug: readers may have the address of the former one",
    )


def _nowhere(slug: str, version: Version, *, is_there: bool) -> Silence:
    hint = (
        f"put back slug: {slug}, or add it to former_slugs, so that its address leads on"
        if is_there
        else "bring its sidecar and its document back from git, with status: withdrawn and under "
        "withdrawn the date and the reason: its page then says why it was taken back"
    )
    return Silence(
        "history-slug",
        "",
        "slug",
        f"the fact-check {slug} was published {version.told}, and nothing stands at its address",
        hint,
    )
