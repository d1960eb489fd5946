from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from factcheck.digest.entries import Entry, RulingEntry
from factcheck.digest.twins import Use, candidates, near_twins
from factcheck.model.bounds import TWIN_LENGTH
from factcheck.model.registry import EMPTY, Kind, Registered, Registry
from factcheck.model.vocabulary import DocumentKind, Status
from hypothesis import given
from hypothesis import strategies as st

START = datetime(2024, 1, 1, tzinfo=UTC)


def entry(day: int, *topics: str, outlet: str = "", claimants: tuple[str, ...] = ()) -> Entry:
    """A fact-check of some day with these names, and nothing that matters besides."""
    published = START + timedelta(days=day)
    return Entry(
        slug=f"check-{day}",
        seed=f"{day}.txt",
        sidecar=f"{day}.verdict.yaml",
        title="A specimen",
        summary="A specimen.",
        language="en",
        status=Status.PUBLISHED,
        is_sample=False,
        is_locked=False,
        published=published,
        day=published.date(),
        outlet=outlet,
        kind=DocumentKind.ARTICLE,
        scale="default@1",
        topics=topics,
        rulings=(RulingEntry("first", "true", claimants, None),),
        changes=(),
    )


def told(*names: str, registry: Registry = EMPTY) -> list[tuple[str, str]]:
    """The names that are nearly others, typed in this order."""
    entries = [entry(day, name) for day, name in enumerate(names)]
    return [(twin.newer.name, twin.older.name) for twin in near_twins(entries, registry)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Ministry of Health", "Ministry of Healht"),
        ("Ministry of Health", "Ministry of Helth"),
        ("Ministry of Health", "Ministry of Healtth"),
        ("Ministry of Health", "Ministry of Hearth"),
        ("Elections 2020", "Election 2020"),
        ("Health", "Haelth"),
        ("Health care", "Healthcare"),
        ("John Smith", "Smith, John"),
        ("José Álvarez", "José Alvarez"),
        ("Міністерство оборони", "Міністерство обороны"),
        ("وزارة الصحة", "وزارة الصحه"),
    ],
)
def test_a_slip_is_noticed(older: str, newer: str) -> None:
    """Two names that differ by one letter, by two that changed places, by a space or by the order
    of their words are probably one; the younger is told."""
    assert told(older, newer) == [(newer, older)]
    assert told(newer, older) == [(older, newer)]


@pytest.mark.parametrize(
    "names",
    [
        ("Day 1", "Day 2"),
        ("The election of 2020", "The election of 2024"),
        ("Resolution 2202", "Resolution 2022"),
        ("Regulation 10045a", "Regulation 1004a5"),
        ("2 of 3 parties", "3 of 2 parties"),
        ("Iran", "Iraq"),
        ("The war in Iran", "The war in Iraq"),
        ("Gambia", "Zambia"),
        ("Category A", "Category B"),
        ("Elizabeth I", "Elizabeth II"),
        ("King Louis XVII", "King Louis XVIII"),
        ("Eastern ward", "Western ward"),
        ("北京市政府交通委员会", "南京市政府交通委员会"),
        ("Catch++ handbook", "Catch# handbook"),
        ("MINISTRY OF HEALTH", "Ministry  of Health"),
        ("Bridges of stone", "Bridges of steel"),
        tuple(f"The {letter}bcde Council" for letter in "aefgh"),
    ],
)
def test_what_is_another_name_is_not_told(names: tuple[str, ...]) -> None:
    """Years, numbers, numerals, short names, names of a series and names that are the same for
    readers bring no warning."""
    assert told(*names) == []


def test_only_names_of_one_kind_are_compared() -> None:
    """An outlet is not a claimant's twin, nor a topic's."""
    entries = [
        entry(0, "Example Gazette", outlet="Example Gazetet"),
        entry(1, claimants=("Example Gazetete", "Exmaple Council")),
        entry(2, claimants=("Example Council",)),
    ]

    found = [(twin.kind, twin.newer, twin.older) for twin in near_twins(entries, EMPTY)]

    assert found == [
        (
            Kind.CLAIMANTS,
            Use("Example Council", "2.verdict.yaml"),
            Use("Exmaple Council", "1.verdict.yaml"),
        )
    ]


def test_two_names_that_are_registered_are_two() -> None:
    """The desk settles it: both in the registry, as one entry or as two, and nothing is told."""
    health = Registered(id="health", label={"en": "Ministry of Health"})
    heath = Registered(id="heath", label={"en": "Ministry of Heath"})
    both = health.model_copy(update={"also": ("Ministry of Heath",)})
    names = ("Ministry of Health", "Ministry of Heath")

    assert told(*names) != []
    assert told(*names, registry=Registry(topics=(health, heath))) == []
    assert told(*names, registry=Registry(topics=(both,))) == []
    assert told(*names, registry=Registry(outlets=(both,))) != []


def test_a_registered_name_is_the_elder() -> None:
    """A name that is nearly a registered one is told, even if no fact-check has that one."""
    health = Registered(id="health", label={"en": "Ministry of Health"})

    found = told("Ministry of Healht", registry=Registry(topics=(health,)))

    assert found == [("Ministry of Healht", "Ministry of Health")]


@given(
    # Without letters that are Roman numerals, which are no slips of each other.
    st.text("abefg", min_size=8, max_size=TWIN_LENGTH - 1),
    st.integers(0, TWIN_LENGTH),
    st.sampled_from(["drop", "double", "swap", "change"]),
)
def test_no_slip_of_a_long_word_is_missed(word: str, at: int, slip: str) -> None:
    """Wherever a letter of a long word is dropped, added, changed or moved by one, it is told."""
    at %= len(word) - 1
    slipped = {
        "drop": word[:at] + word[at + 1 :],
        "double": word[: at + 1] + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "change": f"{word[:at]}z{word[at + 1 :]}",
    }[slip]
    expected = [] if slipped == word or len(slipped) < 8 else [(slipped, word)]

    assert told(word, slipped) == expected


def test_ten_thousand_names_are_not_compared_in_pairs() -> None:
    """Of ten thousand names only those are compared that share what is left without a letter."""
    letters = "bcdfghjklm"
    names = [
        f"{a}{b}a{c}{d} of the council of {d}{c}e{b}{a}"
        for a in letters
        for b in letters
        for c in letters
        for d in letters
    ]

    assert len(names) == 10_000
    assert len(list(candidates(sorted(names)))) < 10_000


def test_a_series_is_not_compared_in_pairs() -> None:
    """Nor are ten thousand names that differ in one sign alone."""
    names = [f"council {chr(0x4E00 + at)}" for at in range(10_000)]

    assert list(candidates(names)) == []


def test_ten_thousand_free_names_are_judged_whole() -> None:
    """The bound on what is compared leaves none of so many names of usual length out."""
    names = [f"an example of a name no {at:05} that is typed" for at in range(10_000)]

    assert told(*names, "Ministry of Health", "Ministry of Healht") == [
        ("Ministry of Healht", "Ministry of Health")
    ]
