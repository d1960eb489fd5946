"""
However a translation is edited, what it rates and why stays the original's.
"""

from __future__ import annotations

from typing import Any

from factcheck.diagnostics import CODES
from factcheck.model.factcheck import FactCheck
from factcheck.reading.pairs import read_family
from hypothesis import given, settings
from hypothesis import strategies as st
from specimens import SIDECAR, TRANSLATION, scales, translated

SCALES = scales()
thorough = settings(deadline=None, max_examples=300)

#: Two claims, one on the words of the other's sentence, and evidence of both kinds.
ORIGINAL = f"""{SIDECAR}        excerpt: Vier Bögen.
      - title: Another survey
        stance: context
        finding: It counts none.
  - id: bells
    quote: The tower has nine bells
    claim: The tower has nine bells.
    claimant: {{name: Builder, type: person, role: mason}}
    rating: unproven
    reason: Nobody counted.
"""
WHOLE = f"""{TRANSLATION}      - title: Another survey
        finding: No cuenta ninguno.
  - id: bells
    claim: La torre tiene nueve campanas.
    claimant: {{name: Builder, role: albañil}}
    reason: Nadie las contó.
"""
lines = WHOLE.splitlines(keepends=True)
#: What is told of the two together, and not of either.
BETWEEN_THEM = {"untranslated", "date-order"}
#: What would change a fact, if it could.
FACTS = [
    "    rating: false\n",
    "    rating: 'true'\n",
    "        stance: refutes\n",
    "    quote: The tower has nine bells\n",
    "document: {kind: post, language: es}\n",
    "scale: other@2\n",
    "works: {survey: {title: Otro, url: 'https://example.org'}}\n",
    "  - id: third\n",
    "        work: survey\n",
    "        excerpt: Fünf.\n",
    "sample: true\n",
    "  - id: bells\n",
]
edits = st.lists(
    st.tuples(
        st.integers(0, len(lines)),
        st.sampled_from(["add", "drop", "move"]),
        st.sampled_from(FACTS + lines),
    ),
    max_size=6,
)


def after(changes: list[tuple[int, str, str]]) -> str:
    text = [*lines]
    for at, way, line in changes:
        if way == "add":
            text.insert(at, line)
        elif at < len(text):
            gone = text.pop(at)
            if way == "move":
                text.insert((at * 7) % (len(text) + 1), gone)
    return "".join(text)


def facts(check: FactCheck) -> dict[str, Any]:
    """What a fact-check rules and rests on, without the desk's words."""
    verdict = check.verdict
    return {
        "document": (check.document.sha256, verdict.document.kind, verdict.document.display),
        "scale": check.scale.id,
        "sample": verdict.sample,
        "works": {id_: (work.title, work.url, work.kind) for id_, work in verdict.works.items()},
        "rulings": [
            (
                ruled.claim.id,
                ruled.claim.rating,
                ruled.rating,
                ruled.anchor,
                ruled.claim.quote,
                [(party.name, party.type) for party in ruled.claim.claimant],
                [
                    (item.work, item.title, item.stance, item.excerpt, item.locator)
                    for item in ruled.claim.evidence
                ],
            )
            for ruled in check.claims
        ],
    }


@thorough
@given(edits)
def test_no_edit_of_a_translation_changes_a_fact(changes: list[tuple[int, str, str]]) -> None:
    """Whatever lines an editor adds, drops or moves, it is refused or rules as the original."""
    first, second = read_family(translated(ORIGINAL, after(changes)), SCALES)
    assert first.factcheck

    assert all(
        problem.code in CODES and problem.line >= 1 and problem.column >= 1
        for problem in second.problems
    )
    if second.factcheck:
        assert facts(second.factcheck) == facts(first.factcheck)
    else:
        assert second.problems


@thorough
@given(edits)
def test_no_text_of_the_original_is_lost(changes: list[tuple[int, str, str]]) -> None:
    """Each claim and finding of a translation is its own, or the original's and known as such."""
    first, second = read_family(translated(ORIGINAL, after(changes)), SCALES)
    if first.factcheck is None or second.factcheck is None or second.factcheck.origin is None:
        return
    borrowed = second.factcheck.origin.borrowed

    pairs = zip(first.factcheck.claims, second.factcheck.claims, strict=True)
    for at, (theirs, mine) in enumerate(pairs):
        said = (mine.claim.claim == theirs.claim.claim, mine.claim.reason == theirs.claim.reason)
        told = (("claims", at, "claim") in borrowed, ("claims", at, "reason") in borrowed)
        assert said == told
        for place, (here, there) in enumerate(
            zip(mine.claim.evidence, theirs.claim.evidence, strict=True)
        ):
            is_borrowed = ("claims", at, "evidence", place, "finding") in borrowed
            assert (here.finding == there.finding) is is_borrowed


@thorough
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_is_a_translation_or_refused_at_a_place(text: str) -> None:
    """Whatever stands in a translation's file, it is read or refused with places and codes."""
    _, second = read_family(translated(ORIGINAL, text), SCALES)

    assert second.factcheck is not None or second.problems
    assert all(problem.line >= 1 and problem.code in CODES for problem in second.problems)


@thorough
@given(st.sampled_from(ORIGINAL.splitlines()), st.sampled_from(["", "[a]", "{a: b}", "'x'"]))
def test_any_original_leaves_its_translation_read_or_waiting(line: str, value: str) -> None:
    """Whatever has become of the original, the translation is whole, or says what it waits for."""
    key = line.split(":", maxsplit=1)[0]
    broken = ORIGINAL.replace(f"{line}\n", f"{key}: {value}\n", 1)
    first, second = read_family(translated(broken, WHOLE), SCALES)

    if first.factcheck is None:
        assert second.factcheck is None
        assert "translation-original" in {problem.code for problem in second.problems}
    # What is wrong in the original is told there alone.
    codes = {problem.code for problem in second.problems}
    assert {code for code in codes if not code.startswith("translation-")} <= BETWEEN_THEM
    assert second.factcheck or second.problems


def test_the_translation_itself_is_whole() -> None:
    """What these edits begin with has nothing wrong and nothing borrowed."""
    _, second = read_family(translated(ORIGINAL, WHOLE), SCALES)

    assert second.problems == ()
    assert second.factcheck
    assert second.factcheck.origin
    assert second.factcheck.origin.borrowed == frozenset()
