from __future__ import annotations

import pytest
from factcheck.reading.checkworthy import Kind, has_rules, judge, rules_for

PLAIN = "It is a quiet place and people come"


def alone(sentence: str, language: str = "en") -> float:
    """What is told of a sentence that stands among others that tell nothing."""
    return judge([PLAIN, PLAIN, sentence, PLAIN, PLAIN], language)[2].score


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The bridge cost 3,000 and took long to be made", "figure"),
        ("A tenth of it, or ten percent, was paid by the town", "share or money"),
        ("Thousands of people crossed it on the first day", "large number"),
        ("It was opened to the public in the spring of 1901", "date or time"),
        ("The mayor called it “a wonder of our age” at dinner", "quotation"),
        ("According to the mayor it stands on firm ground", "attribution"),
        ("This is the highest bridge of the whole country", "superlative"),
        ("It is longer than the bridge of the next town", "comparison"),
        ("The number of boats below it has fallen since then", "change"),
        ("The old one collapsed because nobody looked after it", "cause"),
        ("The council voted for it in the end", "act on record"),
    ],
)
def test_what_can_be_checked_says_why_and_comes_first(sentence: str, reason: str) -> None:
    """A sentence with a cue is told with it, and stands above one of the same length without."""
    judged = judge([sentence], "en")[0]

    assert reason in judged.reasons
    assert judged.kind is Kind.STATEMENT
    assert alone(sentence) > alone(PLAIN)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("How many arches does the bridge have?", Kind.QUESTION),
        ("“Did it cost 3 million?”", Kind.QUESTION),
        ("The bridge will fall one day", Kind.PREDICTION),
        ("It could be perceived as a provocation", Kind.PREDICTION),
        ("I think that the bridge is beautiful", Kind.OPINION),
        ("Thank you very much", Kind.OPINION),
        ("The mayor said that the bridge will fall", Kind.STATEMENT),
        ("I believe that it cost 3 million euros", Kind.STATEMENT),
        ("The bridge has an arch", Kind.STATEMENT),
    ],
)
def test_a_sentence_that_cannot_be_checked_is_told_as_what_it_is(
    sentence: str, kind: Kind
) -> None:
    """Questions, predictions and opinions are none; what was said, and what has a figure, is."""
    assert judge([sentence], "en")[0].kind is kind


def test_a_sentence_gains_by_what_stands_around_it() -> None:
    """Beside statements worth checking, the same sentence stands higher than among others."""
    telling = "Prices rose by 20 percent in 2019, more than ever"

    assert judge([telling, PLAIN, telling], "en")[1].score > judge([PLAIN] * 3, "en")[1].score


@pytest.mark.parametrize(
    ("language", "sentence", "other"),
    [
        ("uk", "Міст збудували у 1901 році за 3 мільйони", "Це тихе місце, і люди його люблять"),  # noqa: RUF001
        ("ar", "بُني الجسر سنة ١٩٠١ بثلاثة ملايين", "إنه مكان هادئ يحبه الناس كثيرا"),
        ("es", "El puente costó 3 millones", "Es un lugar tranquilo"),
    ],
)
def test_a_language_without_a_rule_set_has_what_needs_no_words(
    language: str, sentence: str, other: str
) -> None:
    """Figures count in every language, in its own digits too; English lists count in none."""
    assert not has_rules(language)
    judged, rest = judge([sentence, other], language)

    assert "figure" in judged.reasons
    assert judged.score > rest.score
    assert not rest.reasons


@pytest.mark.parametrize("question", ["Скільки це коштувало?", "كم كلف هذا؟", "¿Cuánto costó?"])
def test_questions_are_known_by_their_mark(question: str) -> None:
    """A question mark of whatever script makes a question."""
    assert judge([question], "xx")[0].kind is Kind.QUESTION


def test_varieties_of_a_language_share_its_rules() -> None:
    """British English is English."""
    assert rules_for("en-GB") is rules_for("en")


def test_few_weights_are_all_there_is() -> None:
    """The whole of what was learned is a weight for each of a few cues, none of them a name."""
    cues = rules_for("en").cues

    assert len(cues) < 25
    assert all(-1 <= cue.weight <= 1 for cue in cues)
