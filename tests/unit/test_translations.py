"""
A translation's own words over everything else of its original.
"""

from __future__ import annotations

import pytest
from factcheck.diagnostics import Severity
from factcheck.model.factcheck import FactCheck
from factcheck.model.translations import status_of
from factcheck.model.verdict import Verdict
from factcheck.model.vocabulary import Status
from factcheck.reading.pairs import Reading, read_family, read_pair
from specimens import SIDECAR, TRANSLATION, edited, scales, translated

SCALES = scales()

#: An original with everything that holds words.
FULL = edited(
    SIDECAR,
    (
        "document:\n  kind: article\n",
        """\
topics: [Bridges]
rating: mostly-true
reason: Most of it is right.
what_is_known: The bridge has four arches.
methodology: We counted.
not_verified: The bells.
selection: {reason: Readers asked.}
disclosures: [{person: Editor, text: Lives beside the bridge.}]
document:
  kind: article
  content_warning: [A bridge falls.]
right_of_reply:
  - {party: Builder, date: 2026-11-20, channel: letter, outcome: replied, statement: Four it is.}
changes: [{date: 2026-11-24, kind: update, claims: [arches], text: Counted again.}]
groups: [{id: bridge, title: The bridge, claims: [arches], text: Of stone.}]
unrated: [{quote: The tower has nine bells, reason: not-checked, note: Nobody may enter.}]
""",
    ),
    ("    title: A survey that does not exist\n", "    title: survey\n    title_supplied: true\n"),
    ("    claim: The bridge", "    venue: At the river\n    claim: The bridge"),
    (
        "    reason: The survey counts four.\n",
        """\
    claimant: {name: Builder, type: person, role: mason}
    quote_translation: {text: Le pont a quatre arches, language: fr}
    reason: The survey counts four.
    explanation: It counts **each** once.
    not_verified: The year.
    media: [{kind: image, category: OriginalMediaContent, alt: A bridge, note: By hand.}]
""",
    ),
    (
        "        finding: It counts four arches.\n",
        """\
        finding: It counts four arches.
        excerpt: Vier Bögen.
        excerpt_translation: Four arches.
        locator: p. 4
""",
    ),
)

#: The words of that original that a translation may say.
SPOKEN = {
    ("topics", 0),
    ("reason",),
    ("what_is_known",),
    ("methodology",),
    ("not_verified",),
    ("selection", "reason"),
    ("disclosures", 0, "text"),
    ("document", "content_warning", 0),
    ("right_of_reply", 0, "channel"),
    ("right_of_reply", 0, "statement"),
    ("changes", 0, "text"),
    ("groups", 0, "title"),
    ("groups", 0, "text"),
    ("unrated", 0, "note"),
    ("works", "survey", "title"),
    ("claims", 0, "venue"),
    ("claims", 0, "claimant", 0, "role"),
    ("claims", 0, "explanation"),
    ("claims", 0, "not_verified"),
    ("claims", 0, "media", 0, "alt"),
    ("claims", 0, "media", 0, "note"),
    ("claims", 0, "evidence", 0, "excerpt_translation"),
    ("claims", 0, "evidence", 0, "locator"),
}


def read(*changes: tuple[str, str], original: str = SIDECAR, text: str = TRANSLATION) -> Reading:
    return read_pair(translated(original, edited(text, *changes)), SCALES)


def whole(*changes: tuple[str, str], original: str = SIDECAR) -> FactCheck:
    found = read(*changes, original=original)
    assert found.factcheck, found.problems
    return found.factcheck


def told(reading: Reading) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in reading.problems]


def test_words_are_its_own_and_all_else_is_the_originals() -> None:
    """A small translation has a title and reasons of its own, and the original's ratings."""
    check = whole()
    first = read_pair(translated().of("specimen.verdict.yaml"), SCALES).factcheck
    assert first

    assert read().problems == ()
    assert check.verdict.title == "Un texto de prueba sobre un puente"
    assert check.verdict.claims[0].evidence[0].finding == "Cuenta cuatro arcos."
    assert [(ruled.rating, ruled.anchor) for ruled in check.claims] == [
        (ruled.rating, ruled.anchor) for ruled in first.claims
    ]
    assert check.claims[0].claim is check.verdict.claims[0]
    assert check.document is not None
    assert check.origin
    assert check.origin.borrowed == frozenset()


def test_what_is_not_translated_is_the_originals_and_known_as_such() -> None:
    """Every word that a translation lacks stands in it, and it is known that it is borrowed."""
    check = whole(original=FULL)
    assert check.origin

    assert check.origin.borrowed == SPOKEN
    assert check.verdict.claims[0].explanation == "It counts **each** once."
    assert check.verdict.claims[0].quote_translation is not None


def test_every_borrowed_word_is_told_but_topics_and_places() -> None:
    """What a translator has yet to do is warned of, a warning for each entry; never an error."""
    found = read(original=FULL)

    assert {problem.code for problem in found.problems} == {"untranslated"}
    assert {problem.severity for problem in found.problems} == {Severity.WARNING}
    messages = " ".join(problem.message for problem in found.problems)
    assert "topics" not in messages
    assert "locator" not in messages
    for one in ("reason", "methodology", "selection", "group “bridge”", "role", "venue"):
        assert one in messages


def test_what_is_missing_is_told_of_the_entry_that_misses_it() -> None:
    """Of words that many entries have, the warning names the entry and those around it."""
    found = read(original=FULL)

    messages = [problem.message.partition(" is not")[0] for problem in found.problems]
    assert "explanation of the claim “arches”" in messages
    assert "excerpt_translation of the evidence “survey” of the claim “arches”" in messages, (
        messages
    )
    assert len({(problem.line, problem.message) for problem in found.problems}) == len(messages)


def test_a_sentence_left_in_the_originals_language_is_warned_of() -> None:
    """A copy in which only the slug was changed is told of each sentence, where it stands."""
    copy = edited(
        TRANSLATION,
        ("Un texto de prueba sobre un puente", "A specimen about a bridge"),
        (
            "El texto de prueba cuenta bien los arcos.",
            ">-\n  The specimen counts\n  the arches rightly.",
        ),
        ("El puente tiene cuatro arcos.", "The bridge has four arches."),
        ("El estudio cuenta cuatro.", "The survey counts four."),
    )
    found = read(text=copy)

    assert [(problem.code, problem.line, problem.column) for problem in found.problems] == [
        ("untranslated", 3, 8),
        ("untranslated", 8, 10),
        ("untranslated", 13, 12),
    ]
    assert {problem.severity for problem in found.problems} == {Severity.WARNING}
    assert found.problems[-1].message.startswith("claim of the claim “arches” is the original's")


def test_a_sentence_without_spaces_is_compared_too() -> None:
    """Scripts that part no words have sentences as well."""
    words = "橋には四つのアーチがある。"
    original = edited(SIDECAR, ("reason: The survey counts four.", f"reason: {words}"))

    found = read(("El estudio cuenta cuatro.", words), original=original)
    assert [(problem.code, problem.line) for problem in found.problems] == [("untranslated", 12)]


def test_varieties_of_one_language_may_say_the_same() -> None:
    """A sentence that is right in Mexico may be right in Spain, and is no copy left behind."""
    original = edited(
        SIDECAR,
        ("language: en", "language: es-MX"),
        ("The bridge has four arches.", "El puente tiene cuatro arcos."),
    )

    assert read(original=original).problems == ()


def test_names_may_stay_as_they_are() -> None:
    """A place is called in every language what it is called, and so is a short title."""
    original = edited(
        SIDECAR,
        (
            "    claim: The bridge",
            "    venue: Museum of the Bridges and Rivers, Example\n    claim: The bridge",
        ),
        ("title: A specimen about a bridge", "title: Bridge"),
    )
    venue = (
        "    claim: El",
        "    venue: Museum of the Bridges and Rivers, Example\n    claim: El",
    )

    found = read(venue, ("Un texto de prueba sobre un puente", "Bridge"), original=original)
    assert found.problems == ()


@pytest.mark.parametrize(
    "words",
    [
        "    explanation: Los cuenta dos veces.\n",
        "    not_verified: El año.\n",
        "    venue: Junto al río.\n",
    ],
)
def test_words_that_the_original_has_not_are_refused(words: str) -> None:
    """No language has an argument of its own: it would not be the same fact-check."""
    found = read(("    evidence:\n", f"{words}    evidence:\n"))

    assert told(found) == [("translation-stray", 13)]
    assert found.factcheck is None


def test_what_only_foreign_readers_need_is_the_translations_own() -> None:
    """Topics, and a quote or an excerpt in the readers' language, add nothing new."""
    original = edited(SIDECAR, ("finding: It", "excerpt: Four arches.\n        finding: It"))
    own = (
        "    evidence:\n",
        "    quote_translation: {text: Cuatro arcos, language: es}\n    evidence:\n",
    )
    excerpt = (
        "        finding: C",
        "        excerpt_translation: Cuatro arcos.\n        finding: C",
    )

    assert read(
        own, excerpt, ("claims:", "topics: [Puentes]\nclaims:"), original=original
    ).factcheck


@pytest.mark.parametrize("name", ["survey", "nobody-lists-this"])
def test_an_empty_work_is_told_once_and_with_its_mend(name: str) -> None:
    """A work with nothing under it, as is left of a copy, is to be removed."""
    (problem,) = read(("claims:", f"works:\n  {name}:\nclaims:")).problems

    assert (problem.code, problem.line) == ("wrong-shape", 10)
    assert problem.hint.startswith("remove it")


def test_what_has_no_language_is_in_the_originals() -> None:
    """A document and works without a language are in the original's, and not in the reader's."""
    check = whole()

    assert check.verdict.document.language == "en"
    assert check.verdict.works["survey"].language == "en"
    assert check.verdict.language == "es"


def test_no_translation_is_kept_of_what_is_in_the_readers_language() -> None:
    """Quotes and excerpts in the translation's own language need no translation."""
    original = edited(
        FULL,
        ("  kind: article\n", "  kind: article\n  language: es\n"),
        ("    title: survey\n", "    title: survey\n    language: es-MX\n"),
    )
    claim = whole(original=original).verdict.claims[0]

    assert claim.quote_translation is None
    assert claim.evidence[0].excerpt_translation is None
    assert claim.evidence[0].excerpt == "Vier Bögen."


def test_a_change_of_its_own_stands_beside_the_originals() -> None:
    """The original's changes come first and are counted; one more is the translation's."""
    own = (
        "changes:\n"
        "  - {date: 2026-11-24, kind: update, text: Contado otra vez.}\n"
        "  - {date: 2026-11-25, kind: correction, text: Decía cinco.}\nclaims:"
    )
    check = whole(("claims:", own), original=FULL)
    assert check.origin

    assert [change.text for change in check.verdict.changes] == [
        "Contado otra vez.",
        "Decía cinco.",
    ]
    assert check.verdict.changes[0].claims == ("arches",)
    assert check.origin.changes == 1
    assert ("changes", 0, "text") not in check.origin.borrowed


def test_evidence_of_one_work_is_taken_in_order_or_by_its_place() -> None:
    """Where a claim cites a work twice, findings keep the order, unless a locator says which."""
    twice = FULL + (
        "      - work: survey\n        stance: context\n"
        "        finding: It is old.\n        locator: p. 9\n"
    )
    late = ("        finding: Cuenta", "        locator: p. 9\n        finding: Cuenta")

    findings = [item.finding for item in whole(original=twice).verdict.claims[0].evidence]
    assert findings == ["Cuenta cuatro arcos.", "It is old."]
    findings = [item.finding for item in whole(late, original=twice).verdict.claims[0].evidence]
    assert findings == ["It counts four arches.", "Cuenta cuatro arcos."]


@pytest.mark.parametrize(
    ("own", "original", "expected"),
    [
        (Status.PUBLISHED, Status.DRAFT, Status.DRAFT),
        (Status.PUBLISHED, Status.SCHEDULED, Status.SCHEDULED),
        (Status.DRAFT, Status.PUBLISHED, Status.DRAFT),
        (Status.PUBLISHED, Status.WITHDRAWN, Status.WITHDRAWN),
        (Status.SCHEDULED, Status.WITHDRAWN, Status.WITHDRAWN),
        (Status.READY, Status.WITHDRAWN, Status.READY),
        (Status.WITHDRAWN, Status.PUBLISHED, Status.WITHDRAWN),
        (Status.WITHDRAWN, Status.DRAFT, Status.DRAFT),
    ],
)
def test_a_translation_is_never_ahead_of_its_original(
    own: Status, original: Status, expected: Status
) -> None:
    """What readers may not see in the original, they may not see in a translation."""
    assert status_of(own, original) is expected


@pytest.mark.parametrize(
    ("own", "original", "waits"),
    [
        ("published", "draft", "which is a draft"),
        ("published", "ready", "which is ready"),
        ("scheduled", "ready", "which is ready"),
        ("published", "scheduled", ""),
        ("ready", "draft", ""),
    ],
)
def test_a_translation_says_that_it_waits(own: str, original: str, waits: str) -> None:
    """Whoever publishes a translation too early is told, at its status, why readers miss it."""
    found = read(
        ("status: published", f"status: {own}"),
        original=edited(SIDECAR, ("status: published", f"status: {original}")),
    )
    told_of = [problem for problem in found.problems if problem.code == "translation-waits"]

    assert [(one.line, one.severity) for one in told_of] == [(5, Severity.WARNING)] * bool(waits)
    assert all(waits in one.message for one in told_of)


def test_a_withdrawn_original_withdraws_its_translations() -> None:
    """The day and the reason are the original's, the reason in its language."""
    gone = edited(SIDECAR, ("status: published", "status: withdrawn"))
    check = whole(
        original=f"{gone}withdrawn: {{date: 2026-11-25, reason: It was another bridge.}}\n"
    )
    assert check.origin
    assert check.verdict.withdrawn

    assert check.verdict.status is Status.WITHDRAWN
    assert check.verdict.withdrawn.reason == "It was another bridge."
    assert check.origin.is_withdrawn_with_it
    assert check.origin.borrowed == {("withdrawn", "reason")}


def test_a_translation_may_be_withdrawn_by_itself() -> None:
    """A translation that is taken back says why, and its original stands."""
    check = whole(
        ("status: published", "status: withdrawn"),
        ("claims:", "withdrawn: {date: 2026-11-25, reason: Mal traducido.}\nclaims:"),
    )
    assert check.origin

    assert check.verdict.status is Status.WITHDRAWN
    assert not check.origin.is_withdrawn_with_it


def test_its_own_errors_are_told_though_the_original_is_broken() -> None:
    """A broken original is told of once, and hides nothing that is wrong in the translation."""
    found = read(
        ("published: 2026-11-23", "published: today"),
        ("    reason: El estudio", "    rason: El estudio"),
        original=edited(SIDECAR, ("rating: true", "rating: ture")),
    )

    assert set(told(found)) == {
        ("unknown-key", 12),
        ("bad-date", 6),
        ("translation-original", 1),
    }
    assert found.factcheck is None


@pytest.mark.parametrize(
    "change",
    [
        ("  kind: article", "  kind: artikel"),
        ("rating: true", "rating: ture"),
        ("        stance: supports\n", ""),
        ("document:\n  kind: article\n", ""),
        ("    rating: true\n", ""),
        ("works:\n", "works:\n  other: {title: Nobody cites this}\n"),
    ],
)
def test_what_is_wrong_with_the_original_is_told_there_alone(change: tuple[str, str]) -> None:
    """Of a field, a key or a rule that is broken in the original, its translation says nothing."""
    original = SIDECAR.replace(*change).replace("title: A specimen", "titel: A specimen")

    assert told(read(original=original)) == [("translation-original", 1)]


def test_a_lost_quote_is_told_of_the_original_alone() -> None:
    """Quotes are the original's affair: the translation says only that it waits."""
    original = edited(SIDECAR, ("quote: The bridge has four", "quote: The bridge has fore"))

    assert told(read(original=original)) == [("translation-original", 1)]


def test_a_draft_original_makes_warnings_of_all() -> None:
    """A translation of a draft is a draft, and stops nobody."""
    found = read(
        ("title: Un", "tilte: Un"),
        original=edited(SIDECAR, ("status: published", "status: draft")),
    )

    assert found.problems
    assert all(problem.severity is Severity.WARNING for problem in found.problems)
    assert found.sidecar.is_draft


def test_a_family_is_read_together_as_each_alone() -> None:
    """All that stands beside a document reads the same, whether read at once or one by one."""
    pair = translated(FULL)
    together = list(read_family(pair, SCALES))

    alone = [read_pair(pair.of(name), SCALES) for name, _ in pair.family]
    assert [one.factcheck for one in together] == [one.factcheck for one in alone]
    assert [one.problems for one in together] == [one.problems for one in alone]


def test_rules_between_keys_hold_for_its_own_words_only() -> None:
    """A change before the translation's day is the original's, and no fault of the translation."""
    late = ("published: 2026-11-23", "published: 2026-12-24")

    codes = {problem.code for problem in read(late, original=FULL).problems}
    assert codes == {"untranslated"}
    own = ("claims:", "changes: [{date: 2026-11-01, kind: correction, text: Antes.}]\nclaims:")
    assert "date-order" in {problem.code for problem in read(late, own, original=FULL).problems}


def test_what_is_left_out_is_the_originals() -> None:
    """Whatever a translation leaves out is in it as it is in the original, key by key."""
    first = read_pair(translated(FULL).of("specimen.verdict.yaml"), SCALES).factcheck
    assert first
    check = whole(original=FULL)
    kept = set(Verdict.model_fields) - {
        "title",
        "slug",
        "status",
        "language",
        "published",
        "summary",
        "translation_of",
        "claims",
        "document",
        "works",
    }

    for name in kept:
        assert getattr(check.verdict, name) == getattr(first.verdict, name), name
