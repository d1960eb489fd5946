"""
A document and its sidecar to a fact-check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.model.document import Document
from factcheck.model.factcheck import Anchor, FactCheck, RuledClaim, UnratedWords
from factcheck.model.patience import Patience
from factcheck.model.registry import EMPTY, Registry
from factcheck.model.rules.written import text
from factcheck.model.scale import Scale, Scales
from factcheck.model.shape import Path
from factcheck.model.values import is_slug, quoted
from factcheck.model.verdict import Quote, Verdict
from factcheck.reading import misquotes, oversize
from factcheck.reading.anchoring import Ground, cut_word, places
from factcheck.reading.documents import read_document
from factcheck.reading.names import SIDECAR_ENDING, Pair, is_beside
from factcheck.reading.sidecar import Sidecar, read_sidecar, softened
from factcheck.reading.translations import Original, read_translation

__all__ = [
    "SIDECAR_ENDING",
    "Pair",
    "Reading",
    "read_family",
    "read_pair",
    "slug_of",
    "written_slug",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What came of reading a pair.
    """

    #: None if anything stands in the way of publishing it.
    factcheck: FactCheck | None
    problems: tuple[Problem, ...]

    #: Kept for problems that only the whole digest shows.
    sidecar: Sidecar


def read_pair(pair: Pair, scales: Scales, registry: Registry = EMPTY) -> Reading:
    """
    Read one pair.

    Args:
        pair: The two files.

        scales: The site's rating scales.

        registry: What the desk calls those that are named.

    Returns:
        The fact-check, if it is whole, and every problem of both files; of a translation, every
        problem of its sidecar.
    """
    if not pair.is_translation:
        return _read_own(pair, scales, registry)
    first = _read_own(pair.of(pair.family[0][0]), scales, registry)
    return _read_translation(pair, _original_in(first, pair), scales)


def read_family(pair: Pair, scales: Scales, registry: Registry = EMPTY) -> Iterator[Reading]:
    """
    Read what stands beside one document: its own fact-check, then every translation.

    Args:
        pair: Any of them; nothing is read where it has no family.

        scales: The site's rating scales.

        registry: What the desk calls those that are named.
    """
    if not pair.family:
        return
    own, *others = (pair.of(sidecar) for sidecar, _ in pair.family)
    first = _read_own(own, scales, registry)
    original = _original_in(first, pair)
    yield first
    for other in others:
        yield _read_translation(other, original, scales)


def _original_in(first: Reading, pair: Pair) -> Original:
    return Original(first.sidecar, first.factcheck, written_slug(first.sidecar, pair.seed))


def _read_translation(pair: Pair, original: Original, scales: Scales) -> Reading:
    """Read a translation: document, places and ratings are the original's very own."""
    sidecar, origin = read_translation(pair, original, scales)
    verdict, check = sidecar.verdict, original.factcheck
    if verdict is None or origin is None or check is None:
        return Reading(None, sidecar.problems, sidecar)
    claims = zip(check.claims, verdict.claims, strict=True)
    unrated = zip(check.unrated, verdict.unrated, strict=True)
    translated = replace(
        check,
        slug=verdict.slug or "",
        verdict=verdict,
        claims=tuple([ruled._replace(claim=claim) for ruled, claim in claims]),
        unrated=tuple([words._replace(unrated=said) for words, said in unrated]),
        sidecar=pair.sidecar,
        origin=origin,
    )
    return Reading(translated, sidecar.problems, sidecar)


def _read_own(pair: Pair, scales: Scales, registry: Registry) -> Reading:
    sidecar = read_sidecar(pair.sidecar_bytes, pair.sidecar, scales)
    document, found = read_document(pair.seed_bytes, pair.seed)
    problems = [*sidecar.problems]
    problems += [softened(problem) for problem in found] if sidecar.is_draft else found
    if sidecar.verdict is None or document is None:
        lost = _quote_problems(pair, sidecar, Ground(document)) if document else ()
        return Reading(None, (*problems, *lost), sidecar)
    verdict, ground = sidecar.verdict, Ground(document)
    late = [*_changed(pair, sidecar, document), *_slug_problems(pair, sidecar)]
    late += _quote_problems(pair, sidecar, ground)
    scale = scales.scale(verdict.scale)
    if late or scale is None:
        return Reading(None, (*problems, *late), sidecar)
    check = _factcheck(pair, verdict, ground, scale, registry)
    return Reading(check, tuple(problems), sidecar)


def slug_of(verdict: Verdict, seed: str) -> str:
    """
    Return a fact-check's slug: its own, or its document's name where that can be an address.
    """
    return verdict.slug or _stem_slug(seed)


def written_slug(sidecar: Sidecar, seed: str) -> str:
    """
    Return the slug that a sidecar asks for, even if it is not whole.
    """
    stem = "" if is_beside(sidecar.source.name, seed) else _stem_slug(seed)
    return text(sidecar.written, "slug") or stem


def _stem_slug(seed: str) -> str:
    stem = PurePosixPath(seed).stem
    return stem if is_slug(stem) else ""


def _factcheck(
    pair: Pair, verdict: Verdict, ground: Ground, scale: Scale, registry: Registry
) -> FactCheck:
    ratings = {rating.key: rating for rating in scale.ratings}
    return FactCheck(
        slug=slug_of(verdict, pair.seed),
        verdict=verdict,
        document=ground.document,
        scale=scale,
        claims=tuple(
            RuledClaim(claim, ratings[claim.rating], _anchor(ground, claim.quote))
            for claim in verdict.claims
        ),
        unrated=tuple(
            UnratedWords(unrated, places(ground, unrated.quote)[0]) for unrated in verdict.unrated
        ),
        seed=pair.seed,
        sidecar=pair.sidecar,
        registry=registry,
    )


def _anchor(ground: Ground, quote: Quote | None) -> Anchor | None:
    return places(ground, quote)[0] if quote else None


def _changed(pair: Pair, sidecar: Sidecar, document: Document) -> Iterator[Problem]:
    locked = sidecar.verdict.document.sha256 if sidecar.verdict else None
    if locked and locked != document.sha256:
        message = (
            f"{pair.seed} is not the document that was locked; its hash is now {document.sha256}"
        )
        hint = (
            f"bring the document back (git log -- {pair.seed} shows its history), or, if the new "
            "text is the right one, look at each quote again and type: .venv/bin/factcheck lock "
            f"{pair.seed}"
        )
        yield sidecar.problem("document-changed", ("document", "sha256"), message, hint)


def _slug_problems(pair: Pair, sidecar: Sidecar) -> Iterator[Problem]:
    if sidecar.verdict and not slug_of(sidecar.verdict, pair.seed):
        message = f"the name {PurePosixPath(pair.seed).name} cannot be an address"
        hint = "add slug: with lower-case letters, digits and single hyphens"
        yield sidecar.problem("slug-missing", (), message, hint)


def _quote_problems(pair: Pair, sidecar: Sidecar, ground: Ground) -> Iterator[Problem]:
    """Look for every quote that can be read, also where other fields are broken."""
    search = Patience(bounds.QUOTE_SEARCH)
    for path, quote in sidecar.quotes():
        if not search.lasts(len(ground.document.text)):
            yield _too_much(sidecar, path, ground)
            return
        found = places(ground, quote)
        if len(found) == 1:
            yield from _cut(sidecar, path, ground, found[0])
            continue
        code = "quote-ambiguous" if found else "quote-not-found"
        message, hint = (
            misquotes.ambiguous(ground, quote, found, pair.seed)
            if found
            else misquotes.not_found(ground, quote, pair.seed)
        )
        yield sidecar.problem(code, _words_path(sidecar, path), message, hint)


def _too_much(sidecar: Sidecar, path: Path, ground: Ground) -> Problem:
    length = len(ground.document.text)
    message = (
        f"in a document of {length:,} characters at most {bounds.QUOTE_SEARCH // length:,} quotes "
        "are looked for, and this is one more"
    )
    return sidecar.problem("document-bounds", path, message, oversize.WHERE)


def _cut(sidecar: Sidecar, path: Path, ground: Ground, anchor: Anchor) -> Iterator[Problem]:
    if word := cut_word(ground.document.text, anchor):
        message = f"this quote begins or ends within the word {quoted(word)}"
        hint = "quote whole words: a part of one may say the opposite, or another number"
        yield sidecar.problem("quote-cuts-word", _words_path(sidecar, path), message, hint)


def _words_path(sidecar: Sidecar, path: Path) -> Path:
    return (*path, "exact") if sidecar.holds((*path, "exact")) else path
