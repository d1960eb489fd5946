from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from factcheck.digest.entries import Entry, RulingEntry
from factcheck.digest.likeness import Wording, say_the_same, sketch, telling_number
from factcheck.digest.rivals import rivals
from factcheck.model.vocabulary import DocumentKind, Status

START = datetime(2026, 1, 1, tzinfo=UTC)
CLAIM = "The old stone bridge near the mill has four wide arches."


def entry(  # noqa: PLR0913 - each test names what matters to it
    day: int,
    rating: str,
    claim: str = CLAIM,
    *,
    same_as: tuple[str, ...] = (),
    status: Status = Status.PUBLISHED,
    original: str = "",
    scale: str = "default@1",
) -> Entry:
    published = START + timedelta(days=day)
    words, telling = sketch(claim), telling_number(claim)
    ruling = RulingEntry("first", rating, (), None, words, telling, same_as=same_as)
    return Entry(
        slug=f"check-{day}",
        seed=f"{day}.txt",
        sidecar=f"{day}.verdict.yaml",
        title="A specimen",
        summary="A specimen.",
        language="en",
        status=status,
        is_sample=False,
        is_locked=False,
        published=published,
        day=published.date(),
        outlet="",
        kind=DocumentKind.ARTICLE,
        scale=scale,
        topics=(),
        rulings=(ruling,),
        changes=(),
        original=original,
    )


def told(*entries: Entry) -> list[tuple[str, str]]:
    return [(pair.newer.address, pair.older.address) for pair in rivals(entries)]


def test_the_newer_of_two_is_told() -> None:
    """Whatever the order of the files, the ruling that came later is held against the earlier."""
    pair = [("check-2/first", "check-1/first")]

    assert told(entry(1, "true"), entry(2, "false")) == pair
    assert told(entry(2, "false"), entry(1, "true")) == pair


def test_of_several_the_one_ruled_last_is_named() -> None:
    """Each claim is told once."""
    found = told(entry(1, "true"), entry(2, "true"), entry(3, "false"))

    assert found == [("check-3/first", "check-2/first")]


@pytest.mark.parametrize(
    "other",
    [
        entry(2, "true"),
        entry(2, "false", same_as=("check-1/first",)),
        entry(2, "false", original="check-1"),
        entry(2, "false", status=Status.WITHDRAWN),
        entry(2, "false", scale="other@1"),
        entry(2, "false", "The old mill near the town has nine bells of bronze."),
        entry(2, "false", "The old stone bridge near the mill has not four wide arches."),
    ],
    ids=[
        "same rating",
        "tied",
        "translation",
        "withdrawn",
        "another scale",
        "another claim",
        "its opposite",
    ],
)
def test_what_is_no_rival_is_not_told(other: Entry) -> None:
    """The same rating, a tie, a translation, a withdrawn check, another scale or other words."""
    assert told(entry(1, "true"), other) == []


def test_a_tie_counts_from_either_side() -> None:
    """It is enough that the older names the newer."""
    assert told(entry(1, "true", same_as=("check-2/first",)), entry(2, "false")) == []


def test_a_draft_and_a_later_version_of_a_scale_count() -> None:
    """What is still a draft is told before it is out; versions of a scale mean nearly the same."""
    assert told(entry(1, "true"), entry(2, "false", status=Status.DRAFT, scale="default@2"))


def test_a_claim_that_thousands_make_ends_somewhere() -> None:
    """However many have the same words, no more are told than there are claims."""
    many = [entry(day, ("true", "false")[day % 2]) for day in range(2_000)]

    assert 0 < len(told(*many)) < 2_000


@pytest.mark.parametrize(
    "other",
    [
        "the old stone bridge near the mill has four wide arches",
        "The old stone bridge near the mill had four wide arches!",
        "The old stone bridge near a mill has four wide arch",
        "Near the mill, the old stone bridge has four wide arches",
        "In fact the old stone bridge near the mill has four wide arches.",
    ],
)
def test_small_words_endings_and_order_do_not_count(other: str) -> None:
    """Claims say the same in whatever case, with other small words or one word more."""
    assert say_the_same(CLAIM, other)
    assert say_the_same(other, CLAIM)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CLAIM, "The old stone bridge near the mill has not four wide arches."),
        (CLAIM, "The old stone bridge near the mill doesn’t have four wide arches."),  # noqa: RUF001
        (CLAIM, "The old iron bridge near the mill has four narrow arches."),
        ("Unemployment fell by 4 percent in 2019", "Unemployment fell by 5 percent in 2019"),
        ("Unemployment fell from 4 to 5 percent", "Unemployment fell from 5 to 4 percent"),
        ("The army of Oldland invaded Newland", "The army of Newland invaded Oldland"),
        ("In May the state of Oldland paid", "In May the state of Newland paid"),
        ("El puente tiene arcos", "El puente no tiene arcos"),
        ("Міст має чотири арки", "Міст не має чотири арки"),
        ("この橋には四つのアーチがあります", "この橋には五つのアーチがあります"),
        ("", ""),
        ("The of a", "a the of"),
    ],
)
def test_figures_names_and_negations_do_count(one: str, other: str) -> None:
    """Another figure, name or word, or a "not", makes another claim."""
    assert not say_the_same(one, other)


def test_likeness_goes_from_nothing_to_one() -> None:
    """Equal words are wholly alike, other words not at all, a part of them in between."""
    whole, part, other = map(Wording, (CLAIM, "The bridge has arches", "Nine bells ring"))

    assert whole.likeness(whole) == 1
    assert 0 < whole.likeness(part) < 1
    assert whole.likeness(other) == 0
