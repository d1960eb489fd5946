"""
The rules between fact-checks.

Rule 1: like the rules between fields, they read sidecars as written, so that a sidecar with a
broken field still holds its slug.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from factcheck.model.nearest import Proposals
from factcheck.model.rules import Breach, Written
from factcheck.model.rules.written import parts, text, texts
from factcheck.model.shape import Path
from factcheck.model.vocabulary import Status

#: A fact-check in any other status has no rulings to link to.
READABLE: Final = frozenset({Status.PUBLISHED.value})


#: What ``essence`` keeps.
READ: Final = ("slug", "former_slugs", "status", "language", "translation_of", "withdrawn")
READ_OF_CLAIMS: Final = ("id", "same_as")


class Named(NamedTuple):
    """
    A sidecar as the digest knows it.
    """

    #: The sidecar's path.
    sidecar: str
    slug: str
    written: Written

    #: A draft yields an address to whoever else wants it.
    is_draft: bool = False

    #: Whether it stands beside the document of another, which it translates.
    is_translation: bool = False

    @property
    def former_slugs(self) -> tuple[str, ...]:
        """The addresses that lead to its own."""
        return tuple(slug for _, slug in texts(self.written, "former_slugs"))


def essence(written: Written) -> Written:
    """
    Return what the rules between fact-checks read of a sidecar, and nothing else.
    """
    told: dict[str, Any] = {key: written[key] for key in READ if key in written}
    claims = written.get("claims")
    told["claims"] = [_part(one) for one in claims] if isinstance(claims, list) else _part(claims)
    return told


def _part(claim: object) -> Written:
    """A claim keeps its place in the list, whatever it is."""
    if not isinstance(claim, Mapping):
        return {}
    return {key: claim[key] for key in READ_OF_CLAIMS if key in claim}


def breaches(checks: Sequence[Named]) -> Iterator[tuple[str, Breach]]:
    """
    Give every breach of a rule between fact-checks, with the sidecar that it stands in.

    Args:
        checks: All sidecars of the digest, drafts too, in the order of their paths.
    """
    yield from _taken_slugs(checks)
    yield from _unreachable_checks(checks)
    yield from _misplaced_translations(checks)


def _taken_slugs(checks: Sequence[Named]) -> Iterator[tuple[str, Breach]]:
    holders: dict[str, str] = {}
    for check in sorted(checks, key=lambda check: check.is_draft):
        places: list[tuple[Path, str]] = [(("slug",), check.slug)]
        places += [(path, slug) for path, slug in texts(check.written, "former_slugs")]
        for path, slug in places:
            if slug and slug in holders:
                own = holders[slug] == check.sidecar
                holder = "this fact-check itself" if own else holders[slug]
                message = f"the address {slug} is already taken by {holder}"
                hint = "choose another slug" if path == ("slug",) else "remove it here"
                yield check.sidecar, Breach(path, "slug-taken", message, hint)
            holders.setdefault(slug, check.sidecar)


def _unreachable_checks(checks: Sequence[Named]) -> Iterator[tuple[str, Breach]]:
    """What a fact-check names is there for readers, and is not itself."""
    holders = _holders(checks)
    statuses = {slug: text(check.written, "status") for slug, check in holders.items()}
    claims = dict.fromkeys(
        f"{check.slug}/{text(claim, 'id')}"
        for check in checks
        for _, claim in parts(check.written, "claims")
    )
    originals = {
        slug: text(check.written, "translation_of")
        for slug, check in holders.items()
        if check.is_translation
    }
    proposals = Proposals(statuses), Proposals(claims)
    for check in checks:
        for path, named in _references(check):
            names_claim = "/" in named
            known = (statuses, claims)[names_claim]
            status = statuses.get(named.split("/")[0], "")
            if named not in known:
                what = "claim" if names_claim else "fact-check"
                message = f"the digest holds no {what} {named}"
                hint = proposals[names_claim].did_you_mean(named)
                yield check.sidecar, Breach(path, "unknown-check", message, hint)
            elif holders.get(named.split("/")[0]) is check:
                message = f"{named} is this fact-check itself"
                yield check.sidecar, Breach(path, "unknown-check", message)
            elif status not in READABLE and path != ("translation_of",):
                message = f"{named} is not there for readers: its status is {status}"
                yield check.sidecar, Breach(path, "unknown-check", message)
            elif names_claim and named.split("/")[0] in originals:
                original = f"{originals[named.split('/')[0]]}/{named.split('/')[1]}"
                message = f"{named} is the translation of a claim"
                yield check.sidecar, Breach(path, "unknown-check", message, f"name {original}")


def _holders(checks: Sequence[Named]) -> dict[str, Named]:
    """Return whom a slug names: the others that want it are told so, and nothing else of it."""
    holders: dict[str, Named] = {}
    for check in sorted(checks, key=lambda check: (check.is_translation, check.is_draft)):
        if check.slug:
            holders.setdefault(check.slug, check)
    return holders


def _misplaced_translations(checks: Sequence[Named]) -> Iterator[tuple[str, Breach]]:
    """A translation stands beside the document of its original."""
    holders = {check.slug: check for check in checks if check.slug and not check.is_translation}
    for check in checks:
        original = holders.get(text(check.written, "translation_of"))
        if check.is_translation or original is None or original is check:
            continue
        stem, dot, rest = original.sidecar.partition(".verdict.")
        name = f"{stem}.{text(check.written, 'language') or 'es'}{dot}{rest}"
        message = "a translation stands beside the document of its original, and has none itself"
        hint = f"rename this file to {name}, and remove its document; or remove translation_of"
        yield check.sidecar, Breach(("translation_of",), "translation-place", message, hint)


def _references(check: Named) -> Iterator[tuple[Path, str]]:
    written = check.written
    if not check.is_translation and (original := text(written, "translation_of")):
        yield ("translation_of",), original
    if successor := text(written.get("withdrawn"), "replaced_by"):
        yield ("withdrawn", "replaced_by"), successor
    # What a translation has from its original is told there.
    for path, claim in () if check.is_translation else parts(written, "claims"):
        for inner, named in texts(claim, "same_as"):
            if "/" in named:  # else its form is refused already
                yield (*path, *inner), named
