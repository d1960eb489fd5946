from __future__ import annotations

import pytest
from factcheck.model.verdict import Quote
from factcheck.reading.anchoring import Ground, places
from factcheck.reading.candidates import Candidate, candidates, is_transcript
from factcheck.reading.checkworthy import Kind
from factcheck.reading.documents import read_document
from factcheck.reading.languages import likely_language
from hypothesis import example, given
from hypothesis import strategies as st
from specimens import document


def found(text: str, most: int = 10, language: str = "en") -> tuple[Candidate, ...]:
    return candidates(document(text), language, most).claims


def test_the_most_worth_checking_comes_first() -> None:
    """A sentence with figures stands above one without, wherever they stand in the document."""
    text = "The bridge is longer than others.\n\nThe town spent 3 million euros on it in 1901."

    assert [one.quote.exact for one in found(text)] == [
        "The town spent 3 million euros on it in 1901.",
        "The bridge is longer than others.",
    ]


def test_words_that_stand_twice_get_what_stands_around_them() -> None:
    """A sentence that occurs again is told from the other by a few words beside it."""
    same = "It cost 3 million euros."
    text = f"The first bridge was long. {same} The second bridge was short. {same} All was well."
    quotes = [one.quote for one in found(text) if one.quote.exact == same]

    assert quotes
    assert all(quote.prefix or quote.suffix for quote in quotes)
    assert all(len(places(Ground(document(text)), quote)) == 1 for quote in quotes)


def test_a_sentence_repeated_without_end_is_left_out() -> None:
    """What nothing tells apart is no claim; the only other sentence is."""
    text = "It cost 3 million euros. " * 200 + "The bridge has 4 arches."

    assert "The bridge has 4 arches." in [one.quote.exact for one in found(text)]


def test_nothing_hidden_is_quoted() -> None:
    """A sidecar refuses what cannot be seen: a quote leaves it out and is found all the same."""
    text = "The bri\u200bdge cost 3\u202e million\u00a0euros  in 1901."

    (one,) = found(text)
    assert one.quote.exact == "The bridge cost 3 million euros in 1901."


def test_a_very_long_sentence_is_quoted_in_part() -> None:
    """Its beginning is, in whole words."""
    (one,) = found("In 1901 " + "and so on " * 200)

    assert len(one.quote.exact) <= 400
    assert one.quote.exact.startswith("In 1901 and so on")
    assert one.quote.exact.split()[-1] in {"and", "so", "on"}


def test_a_title_is_no_part_of_the_sentence_below_it() -> None:
    """A short line without an end ends there."""
    text = "A short title\nThe bridge cost 3 million euros when it was built, and all paid for it."

    assert "The bridge cost 3 million" in found(text)[0].quote.exact
    assert "title" not in found(text)[0].quote.exact


def test_who_speaks_is_told_and_not_quoted() -> None:
    """In a transcript a speaker's name stands before the words; it holds until the next."""
    text = (
        "ANN: The bridge has 4 arches. It cost 3 million.\n"
        "BEN SPECIMEN: It has 5 arches.\nANN: No.\nBEN SPECIMEN: Yes, it has."
    )
    told = {one.quote.exact: one.speaker for one in found(text)}

    assert is_transcript(text)
    assert told["The bridge has 4 arches."] == "ANN"
    assert told["It has 5 arches."] == "BEN SPECIMEN"


def test_a_colon_makes_no_transcript() -> None:
    """A few lines with a colon are no dialogue."""
    assert not is_transcript("Note: a text.\nDate: today.\nBy the way: nothing.")


def test_what_is_no_statement_is_told_apart() -> None:
    """Questions, predictions and opinions are given in the document's order, and no claims."""
    text = "Will the bridge fall? The bridge has 4 arches. It will fall soon. I think it is fine."
    told = candidates(document(text), "en", 10)

    assert [one.quote.exact for one in told.claims] == ["The bridge has 4 arches."]
    kinds = [Kind.QUESTION, Kind.PREDICTION, Kind.OPINION]
    assert [one.judged.kind for one in told.others] == kinds


def test_a_document_questions_still_gives_one_claim() -> None:
    """A sidecar wants a claim, so the best of what there is becomes one."""
    told = candidates(document("Will it fall? Will it stand for ever?"), "en", 10)

    assert len(told.claims) == 1
    assert told.claims[0].quote not in [one.quote for one in told.others]


def test_no_more_are_proposed_than_asked_for() -> None:
    """A long document gives as many claims as an editor wants."""
    text = "\n\n".join(f"The bridge number {n} cost {n} million euros." for n in range(100, 200))

    assert len(found(text, most=7)) == 7


@example("\ufeff")
@example("\x08\xad0")
@example("\x1b\n0")
@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=300
    )
)
def test_every_candidate_has_one_place(text: str) -> None:
    """Whatever stands in a document, a candidate's quote is found there exactly once."""
    made, problems = read_document(text.encode(), "specimen.txt")
    if made is None:
        assert [one.code for one in problems] == ["document-empty"]
        return
    told = candidates(made, "en", 5)

    for one in (*told.claims, *told.others):
        assert len(places(Ground(made), Quote(**one.quote.model_dump()))) == 1
        assert made.line_at(places(Ground(made), one.quote)[0].start) == one.line


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was built by the town and it has four arches, which is more than was.", "en"),
        ("El puente fue construido por la ciudad y tiene cuatro arcos para los coches.", "es"),
        ("Міст збудувало місто, і він має чотири арки.", "uk"),  # noqa: RUF001
        ("Мост был построен городом, и у него четыре арки, это известно.", "ru"),  # noqa: RUF001
        ("بنت المدينة الجسر وله أربعة أقواس", "ar"),
        ("Die Brücke wurde von der Stadt gebaut und ist nicht die einzige, die sie hat.", "de"),
        ("この橋には四つのアーチがあります。", "ja"),
        ("1 2 3", ""),
        ("Zzz qqq xxx", ""),
        ("", ""),
    ],
)
def test_a_language_is_guessed_or_left_open(text: str, language: str) -> None:
    """Letters and little words tell it; where they do not, nothing is said."""
    assert likely_language(text) == language
