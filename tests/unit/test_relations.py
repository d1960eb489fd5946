from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factcheck.digest.collection import collect
from factcheck.digest.entries import Entry, RulingEntry, entry_of
from factcheck.digest.likeness import are_alike, sketch, work_number
from factcheck.digest.relations import MOST, Neighbours, Relations, Tie
from factcheck.model.registry import Registry
from factcheck.model.vocabulary import DocumentKind, Status
from factcheck.usecases.read import Contents
from hypothesis import given
from hypothesis import strategies as st

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def ruling(id_: str = "first", **told: Any) -> RulingEntry:  # noqa: ANN401
    return RulingEntry(
        id=id_,
        rating="unproven",
        claimants=told.pop("claimants", ()),
        review_by=None,
        words=sketch(told.pop("claim", "")),
        works=tuple(map(work_number, told.pop("works", ()))),
        **told,
    )


def entry(slug: str, day: int, *rulings: RulingEntry, topics: tuple[str, ...] = ()) -> Entry:
    published = FIRST_DAY + timedelta(days=day)
    return Entry(
        slug=slug,
        seed=f"seeds/{slug}.txt",
        sidecar=f"seeds/{slug}.verdict.yaml",
        title=f"Specimen {slug}",
        summary="",
        language="en",
        status=Status.PUBLISHED,
        is_sample=True,
        is_locked=False,
        published=published,
        day=date(2026, 1, 1),
        outlet="",
        kind=DocumentKind.MESSAGE,
        scale="default",
        topics=topics,
        rulings=rulings or (ruling(),),
        changes=(),
    )


def ties(found: Neighbours, place: int = 0) -> dict[str, Tie]:
    return {one.slug: one.tie for one in found.rulings[place]}


def test_names_of_one_entry_tie() -> None:
    """A claimant and a topic tie under whatever names of theirs the registry holds."""
    names: dict[str, object] = {"id": "b", "label": {"en": "Bridges", "es": "Puentes"}}
    registry = Registry.model_validate({"topics": [names], "claimants": [names]})
    checks = [
        entry("claimed", 1, ruling(claimants=("Bridges",))),
        entry("also", 2, ruling(claimants=("puentes",))),
        entry("on", 3, topics=("Bridges",)),
        entry("too", 4, topics=("Puentes",)),
    ]

    relations = Relations(checks, registry=registry)

    assert ties(relations.around(checks[0])) == {"also": Tie.CLAIMANT}
    assert [one.tie for one in relations.around(checks[3]).checks] == [Tie.TOPIC]
    assert ties(Relations(checks).around(checks[0])) == {}


def test_the_newer_and_the_older_stand_on_both_sides() -> None:
    """Each fact-check leads to the next newer and the next older one; at the ends, to one."""
    checks = [entry("c", 3), entry("b", 2), entry("a", 1)]
    relations = Relations(checks)
    found = [relations.around(check) for check in checks]

    assert [(one.newer, one.older) for one in found] == [("", "b"), ("c", "a"), ("b", "")]


@pytest.mark.parametrize(
    ("one", "other", "tie"),
    [
        (ruling(claimants=("Town Council",)), ruling(claimants=("TOWN COUNCIL",)), Tie.CLAIMANT),
        (
            ruling(works=["https://www.survey.example/a/#p3"]),
            ruling(works=["http://survey.example/a"]),
            Tie.WORK,
        ),
        (
            ruling(claim="The old bridge has four arches of stone"),
            ruling(claim="Four arches of stone the old bridge has"),
            Tie.WORDS,
        ),
        (ruling("new", same_as=("b/old",)), ruling("old"), Tie.CLAIM),
        (ruling("old"), ruling("new", same_as=("a/old",)), Tie.CLAIM),
    ],
)
def test_rulings_that_share_something_are_related(
    one: RulingEntry, other: RulingEntry, tie: Tie
) -> None:
    """A claimant, a work, nearly the same words or an editor's word tie two rulings, both ways."""
    checks = entry("a", 2, one), entry("b", 1, other), entry("c", 0, ruling(claimants=("Nobody",)))
    relations = Relations(checks)

    assert ties(relations.around(checks[0])) == {"b": tie}
    assert ties(relations.around(checks[1])) == {"a": tie}
    assert ties(relations.around(checks[2])) == {}
    assert [one.slug for one in relations.around(checks[0]).checks] == ["b"]


def test_a_claim_named_twice_takes_the_place_of_no_other() -> None:
    """However often an editor names the same claim in one list, it counts once."""
    checks = [
        entry("first", 0),
        entry("nearer", 1, ruling(same_as=("first/first",) * 4)),
        entry("later", 2, ruling(same_as=("first/first",))),
    ]

    assert ties(Relations(checks).around(checks[0])) == {"nearer": Tie.CLAIM, "later": Tie.CLAIM}


def test_the_claim_that_an_editor_named_is_shown_however_many_name_it() -> None:
    """Others that repeat the same claim, and are nearer in time, do not crowd it out."""
    same = ruling(same_as=("first/first",))
    checks = [entry("first", 0), *(entry(f"s{day}", day, same) for day in range(20, 27))]
    relations = Relations(checks)

    assert [next(iter(ties(relations.around(one)))) for one in checks[1:]] == ["first"] * 7


def test_a_topic_relates_fact_checks_and_not_their_rulings() -> None:
    """Two claims about one topic may have nothing to do with each other."""
    checks = entry("a", 2, topics=("Bridges",)), entry("b", 1, topics=("bridges",))
    found = Relations(checks).around(checks[0])

    assert [(one.slug, one.tie) for one in found.checks] == [("b", Tie.TOPIC)]
    assert found.rulings == ((),)


def test_rulings_of_the_same_fact_check_are_not_related() -> None:
    """What stands in the same document is a click away already."""
    check = entry(
        "a",
        1,
        *(ruling(f"c{n}", claimants=("A",), works=["https://a.example/"]) for n in range(9)),
    )
    found = Relations([check]).around(check)

    assert found == Neighbours("", "", (), ((),) * 9)


def test_the_closest_come_first_and_among_equals_the_nearest_in_time() -> None:
    """An editor's word counts most, then equal words, a common work, a claimant, a topic."""
    own = ruling(
        same_as=("claim/first",),
        claim="The old bridge has four arches of stone",
        works=["https://survey.example/a"],
        claimants=("A",),
    )
    checks = [
        entry("own", 50, own, topics=("T",)),
        entry("topic", 51, topics=("T",)),
        entry("claimant-far", 90, ruling(claimants=("A",))),
        entry("claimant-near", 49, ruling(claimants=("A",))),
        entry("work", 1, ruling(works=["https://survey.example/a"])),
        entry("words", 1, ruling(claim="The old bridge has four arches of stone.")),
        entry("claim", 0, ruling()),
    ]
    found = Relations(checks).around(checks[0])

    assert [one.slug for one in found.checks] == ["claim", "words", "work", "claimant-near"]
    assert len(found.checks) == MOST


@given(
    st.lists(
        st.tuples(
            st.integers(0, 30), st.sampled_from(["A", "B", ""]), st.sampled_from(["T", "U"])
        ),
        max_size=12,
    ),
    st.sets(st.integers(0, 11)),
)
def test_following_is_beginning_anew(told: list[tuple[int, str, str]], gone: set[int]) -> None:
    """Whatever came and went before, only the fact-checks that are there count."""
    checks = [
        entry(f"s{number}", day, ruling(claimants=(name,) if name else ()), topics=(topic,))
        for number, (day, name, topic) in enumerate(told)
    ]
    left = [check for number, check in enumerate(checks) if number not in gone]
    changed = [entry(f"s{number}", 15, topics=("T",)) for number in sorted(gone)]
    relations = Relations(checks)
    relations.follow([*changed, *left])
    fresh = Relations(sorted((*left, *changed), key=lambda check: check.slug))

    assert [relations.around(one) for one in (*left, *changed)] == [
        fresh.around(one) for one in (*left, *changed)
    ]


@given(st.integers(10, 60))
def test_one_more_fact_check_moves_few(count: int) -> None:
    """However many share a claimant and a topic, a new one changes what few others show."""
    checks = [
        entry(f"s{day}", day, ruling(claimants=("A",)), topics=("T",)) for day in range(count)
    ]
    before, after = Relations(checks), Relations([*checks, entry("new", count, topics=("T",))])
    moved = [check.slug for check in checks if before.around(check) != after.around(check)]

    assert 0 < len(moved) <= MOST


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The bridge has four arches.", "the BRIDGE — has four arches", True),
        ("The bridge has four arches today", "Today the bridge has four arches!", True),
        ("The bridge has four arches", "The tower of the church has nine old bells", False),
        ("One bridge", "One bridge", False),
        ("سد النهضة يحجز نصف مياه النيل", "سد النهضة يحجز نصف مياه النيل الأزرق", True),
        ("这座桥有四个石拱", "这座桥有四个石拱。", True),
        (
            "नदी का पुल पत्थर के चार मेहराबों पर बना है",
            "पत्थर के चार मेहराबों पर नदी का पुल बना है।",
            True,
        ),
        (
            "भारत के प्रधानमंत्री ने कहा कि बेरोज़गारी पिछले पचास साल में सबसे कम है",
            "दिल्ली की मेट्रो रेल दुनिया की सबसे लंबी भूमिगत रेल है",
            False,
        ),
        (
            "รัฐบาลสร้างโรงพยาบาลใหม่หนึ่งร้อยแห่งเมื่อปีที่แล้ว",
            "เมื่อปีที่แล้ว รัฐบาลสร้างโรงพยาบาลใหม่หนึ่งร้อยแห่ง",
            True,
        ),
        (
            "ราคาน้ำตาลเพิ่มขึ้นสองเท่าในเดือนที่แล้วตามรายงานของกระทรวง",
            "สะพานหินเก่ามีสี่โค้งและสร้างขึ้นในศตวรรษที่สิบเก้า",
            False,
        ),
    ],
)
def test_words_are_compared_as_a_set(one: str, other: str, *, expected: bool) -> None:
    """Order, case and punctuation do not count; few words, or mere letters, tell too little."""
    assert are_alike(sketch(one), sketch(other)) is expected


def test_numbers_of_works_are_made_only_where_something_is_compared(
    contents: Contents,
) -> None:
    """An entry differs in nothing else where no related fact-checks are looked for."""
    for check in contents.checks:
        full, lean = entry_of(check), entry_of(check, related=False)

        assert any(ruled.works for ruled in full.rulings)
        assert not any(ruled.works for ruled in lean.rulings)
        bare = tuple(ruled._replace(works=()) for ruled in full.rulings)
        assert full._replace(rulings=bare) == lean


def test_a_claim_that_went_round_the_world_is_related_to_its_like() -> None:
    """However many fact-checks have a claim's words, the nearest in time are still found."""
    claim = "The old bridge has four arches of stone"
    checks = [entry(f"s{day}", day, ruling(claim=claim)) for day in range(100)]
    found = Relations(checks).around(checks[50])

    assert {one.slug for one in found.rulings[0]} == {"s48", "s49", "s51", "s52"}


def test_pages_that_a_site_names_after_the_hash_are_told_apart() -> None:
    """Some sites name all their pages in the fragment; elsewhere it is a place in one page."""
    assert work_number("https://a.example/#/one") != work_number("https://a.example/#/two")
    assert work_number("https://a.example/#one") == work_number("https://a.example/#two")


def in_spanish(check: Entry) -> Entry:
    slug = f"{check.slug}-es"
    return check._replace(slug=slug, original=check.slug, language="es")


def test_translations_stand_where_their_originals_do() -> None:
    """A translation is related to what its original is related to, in its language if it can."""
    checks = [entry("b", 2, ruling(same_as=("a/first",))), entry("a", 1), entry("c", 0)]
    versions = [in_spanish(checks[0]), in_spanish(checks[1])]
    relations = Relations(checks, versions)

    plain, found = relations.around(checks[1]), relations.around(versions[1])

    assert (plain.newer, plain.older) == ("b", "c")
    assert (found.newer, found.older) == ("b-es", "c")
    assert ties(plain) == {"b": Tie.CLAIM}
    assert ties(found) == {"b-es": Tie.CLAIM}


def test_the_same_claim_is_found_where_a_translation_is_listed() -> None:
    """An address names the original; where its translation is listed instead, that is meant."""
    newer, older = entry("b", 2, ruling(same_as=("a/first",))), entry("a", 1)
    relations = Relations([newer, in_spanish(older)], [older])

    assert ties(relations.around(newer)) == {"a": Tie.CLAIM}
    assert ties(relations.around(in_spanish(older))) == {"b": Tie.CLAIM}


@pytest.mark.parametrize(
    ("language", "shown"),
    [("es", "a-es"), ("es-MX", "a-es"), ("en", "a"), ("uk", "a"), ("", "a")],
)
def test_lists_hold_one_version(language: str, shown: str) -> None:
    """The site's language goes first, then another of the same name, then the original."""
    original = entry("a", 1)
    digest = collect([in_spanish(original), original, entry("b", 2)], None, language=language)

    assert [check.slug for check in digest.checks] == ["b", shown]
    assert {check.slug for check in digest.versions} == {"a", "a-es"} - {shown}
    assert [ruling.check.slug for ruling in digest.rulings] == ["b", shown]


def test_a_translation_alone_is_listed() -> None:
    """Where readers may see the translation alone, lists show that."""
    digest = collect([in_spanish(entry("a", 1))], None, language="en")

    assert [check.slug for check in digest.checks] == ["a-es"]
    assert digest.versions == ()
