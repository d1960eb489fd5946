from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from factcheck.digest.crosschecks import Named, breaches


def named(sidecar: str, slug: str, *, is_draft: bool = False, **written: Any) -> Named:  # noqa: ANN401
    return Named(sidecar, slug, written, is_draft)


def published(sidecar: str, slug: str, **written: Any) -> Named:  # noqa: ANN401
    return named(sidecar, slug, status="published", **written)


def told(*checks: Named) -> list[tuple[str, str, tuple[str | int, ...]]]:
    return [(sidecar, breach.code, breach.path) for sidecar, breach in breaches(checks)]


def test_checks_with_addresses_of_their_own_are_fine() -> None:
    """Different slugs, former ones too, are no fault."""
    assert told(named("a", "a", former_slugs=["b"]), named("c", "c", former_slugs=["d"])) == []


def test_later_of_two_equal_slugs_is_refused() -> None:
    """An address belongs to the first sidecar that asks for it."""
    assert told(named("a", "x"), named("b", "x")) == [("b", "slug-taken", ("slug",))]


def test_former_slug_of_another_is_taken() -> None:
    """An address that redirects cannot be given to another check."""
    assert told(named("a", "x", former_slugs=["y"]), named("b", "y")) == [
        ("b", "slug-taken", ("slug",))
    ]
    assert told(named("a", "x"), named("b", "y", former_slugs=["z", "x"])) == [
        ("b", "slug-taken", ("former_slugs", 1))
    ]


def test_own_slug_is_no_former_one() -> None:
    """A check cannot redirect to itself."""
    assert told(named("a", "x", former_slugs="x")) == [("a", "slug-taken", ("former_slugs",))]


def test_draft_yields_an_address_to_what_is_published() -> None:
    """One unfinished draft stops nobody, wherever its name sorts."""
    assert told(named("a", "x", is_draft=True), named("b", "x")) == [
        ("a", "slug-taken", ("slug",))
    ]


def test_checks_without_a_slug_do_not_collide() -> None:
    """What has no address is refused elsewhere, and takes none here."""
    assert told(named("a", ""), named("b", "")) == []


def test_named_checks_and_claims_exist() -> None:
    """Each way to name another check is followed, with its place."""
    claims: list[Mapping[str, Any]] = [{"id": "c", "same_as": ["y/d", "y/gone"]}]
    first = published(
        "a", "x", claims=claims, translation_of="gone", withdrawn={"replaced_by": "gone"}
    )
    second = published("b", "y", claims=[{"id": "d", "same_as": "x/c"}], translation_of="x")

    assert told(first, second) == [
        ("a", "unknown-check", ("translation_of",)),
        ("a", "unknown-check", ("withdrawn", "replaced_by")),
        ("a", "unknown-check", ("claims", 0, "same_as", 1)),
        ("b", "translation-place", ("translation_of",)),
    ]


def test_nearest_name_is_proposed() -> None:
    """A mistyped claim is answered with the one that was meant."""
    check = named("a", "storm", claims=[{"id": "mars", "same_as": ["storm/mras"]}])

    ((_, breach),) = breaches([check])

    assert breach.message == "the digest holds no claim storm/mras"
    assert breach.hint == "did you mean storm/mars?"


@pytest.mark.parametrize("status", ["draft", "ready", "scheduled"])
def test_named_claim_is_there_for_readers(status: str) -> None:
    """A ruling that no reader can open is no ruling made before."""
    hidden = named("a", "x", claims=[{"id": "c"}], status=status)
    shown = published("b", "y", claims=[{"id": "d", "same_as": "x/c"}])

    ((sidecar, breach),) = breaches([hidden, shown])

    assert (sidecar, breach.path) == ("b", ("claims", 0, "same_as"))
    assert breach.message == f"x/c is not there for readers: its status is {status}"


def test_check_does_not_name_itself() -> None:
    """A check is neither its own translation, nor its own successor, nor ruled on before."""
    check = published(
        "a",
        "x",
        translation_of="x",
        withdrawn={"replaced_by": "x"},
        claims=[{"id": "c", "same_as": "x/c"}],
    )

    assert [breach.message for _, breach in breaches([check])] == [
        "x is this fact-check itself",
        "x is this fact-check itself",
        "x/c is this fact-check itself",
    ]


def test_malformed_sidecars_are_passed_over() -> None:
    """Values of any shape are read as far as they go."""
    broken = {"claims": "x", "former_slugs": {"a": 1}, "withdrawn": [1], "translation_of": [2]}

    assert told(named("a", "x", **broken)) == []


def test_a_translation_is_named_by_its_original() -> None:
    """What a translation has from its original is told there; its claims are named there too."""
    original = published("a", "x", claims=[{"id": "c", "same_as": "gone/d"}])
    claims: list[Mapping[str, Any]] = [{"id": "c", "same_as": "gone/d"}]
    written = {"status": "published", "translation_of": "x", "claims": claims}
    translated = Named("a.es", "y", written, is_translation=True)
    other = published("b", "z", claims=[{"id": "e", "same_as": "y/c"}])

    found = [(sidecar, breach.hint) for sidecar, breach in breaches([original, translated, other])]

    assert found == [("a", ""), ("b", "name x/c")]


def test_a_slug_that_is_the_originals_is_told_once() -> None:
    """Where a translation took its original's slug, whoever names the original is right."""
    claims: list[Mapping[str, Any]] = [{"id": "c"}]
    original = published("x", "x", claims=claims)
    written = {"status": "ready", "translation_of": "x", "claims": claims}
    translated = Named("x.es", "x", written, is_translation=True)
    other = published("z", "z", claims=[{"id": "e", "same_as": "x/c"}])

    assert told(original, translated, other) == [("x.es", "slug-taken", ("slug",))]


def test_a_translation_with_a_document_of_its_own_is_told_its_name() -> None:
    """The message gives the whole name under which the file belongs beside the original's."""
    original = published("seeds/p/a.verdict.yaml", "x")
    other = published("seeds/q.verdict.yaml", "y", language="pt-BR", translation_of="x")

    ((sidecar, breach),) = breaches([original, other])

    assert (sidecar, breach.code) == ("seeds/q.verdict.yaml", "translation-place")
    assert "seeds/p/a.pt-BR.verdict.yaml" in breach.hint
