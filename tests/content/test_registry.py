from __future__ import annotations

from factcheck.digest.entries import entry_of
from factcheck.digest.twins import near_twins
from factcheck.model.names import name_slug
from factcheck.model.registry import Kind
from factcheck.model.site import Project
from factcheck.usecases.read import Contents, open_registry


def typed(contents: Contents) -> dict[Kind, set[str]]:
    """Every name of the shipped seeds, by what it names."""
    verdicts = [check.verdict for check in contents.checks]
    claims = [claim for verdict in verdicts for claim in verdict.claims]
    parties = [party for claim in claims for party in (*claim.claimant, *claim.attributed_to)]
    return {
        Kind.CLAIMANTS: {party.name for party in parties},
        Kind.OUTLETS: {one.document.outlet for one in verdicts if one.document.outlet},
        Kind.TOPICS: {topic for verdict in verdicts for topic in verdict.topics},
    }


def test_the_registry_and_the_samples_hold_the_same_names(
    project: Project, contents: Contents
) -> None:
    """Every name of the shipped seeds is registered, and no entry is there for nothing."""
    registry, problems = open_registry(project)
    assert registry, problems

    for kind, names in typed(contents).items():
        assert [name for name in names if registry.entry(kind, name) is None] == []
        used = {registry.slug(kind, name) for name in names}
        assert [entry.id for entry in registry.of(kind) if entry.id not in used] == []


def test_an_english_name_keeps_the_address_that_it_had(project: Project) -> None:
    """Registering the samples' names moved no address of an English one."""
    registry, _ = open_registry(project)
    assert registry

    for kind in Kind:
        for entry in registry.of(kind):
            assert entry.id == name_slug(entry.label["en"])


def test_no_two_names_of_the_samples_are_nearly_one(project: Project, contents: Contents) -> None:
    """The shipped seeds and their registry bring no warning of names."""
    registry, _ = open_registry(project)
    assert registry

    assert list(near_twins(map(entry_of, contents.checks), registry)) == []
