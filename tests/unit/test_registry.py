from __future__ import annotations

import pickle

import pytest
import yaml
from factcheck.model.names import name_slug
from factcheck.model.registry import EMPTY, Kind, Registered, Registry
from factcheck.reading.registry import read_registry
from hypothesis import given
from hypothesis import strategies as st

HEALTH = Registered.model_validate(
    {"id": "health", "label": {"en": "Health", "pt": "Saúde"}, "also": ["Well-being"]}
)
REGISTRY = Registry(topics=(HEALTH,))


def read(text: str) -> Registry:
    registry, problems = read_registry(text.encode(), "registry.yaml")
    assert registry is not None, problems
    return registry


@pytest.mark.parametrize("text", ["", "\n# Nothing yet.\n", "topics:\n", "x_note: [a, b]\n"])
def test_a_registry_may_be_empty(text: str) -> None:
    """A file without entries is an empty registry."""
    assert read(text) == EMPTY


@pytest.mark.parametrize("name", ["health", "HEALTH", "Saúde", "saúde", "well being"])
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    """An entry is found by its id, its labels and its other names; case, spaces and punctuation
    do not count."""
    assert REGISTRY.entry(Kind.TOPICS, name) == HEALTH
    assert REGISTRY.slug(Kind.TOPICS, name) == "health"


def test_an_id_is_not_the_address_of_another_s_name() -> None:
    """Nor the hashed one that a name in other letters has."""
    own = f"  - {{id: health, label: {{uk: Охорона}}}}\n  - {{id: {name_slug('Охорона')}, "

    registry, problems = read_registry(f"topics:\n{own}label: {{en: A}}}}\n".encode(), "r.yaml")

    assert registry is None
    assert [(one.code, one.line, one.column) for one in problems] == [("name-taken", 3, 10)]


def test_each_kind_has_names_of_its_own() -> None:
    """A topic's name says nothing of a claimant or an outlet who is called the same."""
    assert REGISTRY.entry(Kind.CLAIMANTS, "Health") is None
    assert REGISTRY.slug(Kind.OUTLETS, "Saúde") == name_slug("Saúde")


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Health"), ("pt-BR", "Saúde"), ("uk", "Well-Being"), ("en-GB", "Health")],
)
def test_a_name_stays_as_typed_where_its_entry_has_no_label(language: str, shown: str) -> None:
    """A page in a language without a label shows what the editor wrote, not another language."""
    assert REGISTRY.label(Kind.TOPICS, "Well-Being", language) == shown


def test_a_list_shows_the_first_label_where_its_language_has_none() -> None:
    """What gathers names of many languages needs one title."""
    assert HEALTH.label_in("uk") == "Health"


def test_a_registry_can_be_sent_to_a_process() -> None:
    """It arrives as it was, also after it was asked."""
    REGISTRY.entry(Kind.TOPICS, "health")

    assert pickle.loads(pickle.dumps(REGISTRY)) == REGISTRY  # noqa: S301 - the test's own


NAMES = st.text("aAbB éЖ-.", min_size=1, max_size=3).filter(lambda name: name.strip(" -."))
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["a", "b", "a-b", "ab", "e", name_slug("é"), name_slug("Ж")]),
            "label": st.dictionaries(st.sampled_from(["en", "uk"]), NAMES, min_size=1),
            "also": st.lists(NAMES, max_size=2),
        }
    ),
    max_size=4,
)


@given(ENTRIES, st.lists(NAMES))
def test_what_is_accepted_gives_every_name_one_address(
    entries: list[dict[str, object]], names: list[str]
) -> None:
    """Of any registry that is not refused: its names stand at their entry's id and nowhere else,
    every other name at its own address, and no address belongs to two."""
    text = yaml.safe_dump({"topics": entries}, allow_unicode=True)
    registry, _ = read_registry(text.encode(), "registry.yaml")
    if registry is None:
        return

    for entry in registry.topics:
        assert {registry.slug(Kind.TOPICS, name) for name in entry.label.values()} == {entry.id}
        assert {registry.slug(Kind.TOPICS, name) for name in entry.also} <= {entry.id}
    ids = [entry.id for entry in registry.topics]
    assert len(ids) == len(set(ids))
    for name in names:
        at = registry.slug(Kind.TOPICS, name)
        if registry.entry(Kind.TOPICS, name) is None:
            assert at == name_slug(name)
            assert at not in ids


@given(ENTRIES, NAMES)
def test_adding_an_entry_moves_only_its_own_names(
    entries: list[dict[str, object]], name: str
) -> None:
    """Where a registry and the same with one more entry are both accepted, a name that the new
    entry does not hold keeps its address."""
    whole, before = (
        read_registry(yaml.safe_dump({"topics": some}).encode(), "registry.yaml")[0]
        for some in (entries, entries[:-1])
    )
    if whole is None or before is None or not entries:
        return

    if whole.entry(Kind.TOPICS, name) != whole.topics[-1]:
        assert whole.slug(Kind.TOPICS, name) == before.slug(Kind.TOPICS, name)
