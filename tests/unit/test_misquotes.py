# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import pytest
import yaml
from factcheck.model.verdict import Quote
from factcheck.reading import misquotes
from factcheck.reading.anchoring import Ground, places
from specimens import document

TEXT = "SPECIMEN.\n\nThe bridge has four arches.\nThe tower has “nine” bells, it’s said.\n"


def not_found(text: str, **quote: str) -> tuple[str, str]:
    return misquotes.not_found(Ground(document(text)), Quote(**quote), "a.txt")


def choices(ground: Ground, quote: Quote) -> list[Quote]:
    _, hint = misquotes.ambiguous(ground, quote, places(ground, quote), "a.txt")
    return [
        Quote.model_validate(yaml.safe_load(line.split(": ", 1)[1])["quote"])
        for line in hint.splitlines()[1:]
    ]


def test_nearest_words_are_told_with_their_line() -> None:
    """A wrong word is told beside the right one, with the line where it stands."""
    message, hint = not_found(TEXT, exact="The bridge has fourteen arches")

    assert message == (
        "this quote is not found in a.txt; the nearest words stand on its line 3: "
        "“The bridge has four arches”"
    )
    assert hint == "the document has “four” where the quote has “fourteen”"


@pytest.mark.parametrize(
    ("exact", "hint"),
    [
        ("The bridge has arches", "the document also has “four”"),
        ("The bridge has four wide arches", "the document does not have “wide”"),
        ("the bridge has four arches", "the document has “The” where the quote has “the”"),
        ("The bridge has four arches!", "the document has “arches” where the quote has “arches!”"),
        ("tower has nine bells", "the document has ““nine”” where the quote has “nine”"),
    ],
)
def test_difference_is_told_in_words(exact: str, hint: str) -> None:
    """Left out, added and changed words are told as such."""
    _, told = not_found(TEXT, exact=exact)

    assert told == hint


def test_many_differences_are_counted() -> None:
    """No more than three differences are told, and the rest is counted."""
    _, hint = not_found(
        "one two three four five six seven eight nine ten",
        exact="one 2wo three 4our five 6ix seven 8ight nine ten",
    )

    assert hint.count("where the quote has") == 3
    assert hint.endswith("; and 1 more")


def test_a_piece_of_another_word_is_no_proposal() -> None:
    """Letters that are alike within other words are not offered: somebody would paste them."""
    message, _ = not_found("SPECIMEN.\n\nIt is older than any of them.\n", exact="banana")

    assert message == "this quote is not found in a.txt"


def test_quote_that_nothing_resembles_gets_no_proposal() -> None:
    """Words unlike any in the document are not compared with them."""
    message, hint = not_found(TEXT, exact="Quarterly profits of zinc smelters")

    assert message == "this quote is not found in a.txt"
    assert hint == "copy the words from the document, exactly as they stand there"


@pytest.mark.parametrize("exact", ["x", "?", "«»", "bridge " * 400, "四つのアーチ"])
def test_any_quote_gets_a_message(exact: str) -> None:
    """Quotes of one sign, longer than the document or in another script are told."""
    message, hint = not_found(TEXT, exact=exact)

    assert message.startswith("this quote is not found in a.txt")
    assert hint


def test_words_without_spaces_are_compared() -> None:
    """Scripts that set no spaces are searched for the nearest words, too."""
    message, _ = not_found("この橋には四つのアーチがある。", exact="この橋には五つのアーチがある")

    assert "the nearest words stand on its line 1: “この橋には四つのアーチがある" in message


@pytest.mark.parametrize(
    "exact",
    [
        "The **bridge** has",
        "[The bridge](https://a.example/b) has",
        "> The _bridge_ has",
        "`The` bridge",
    ],
)
def test_signs_of_markdown_are_left_out(exact: str) -> None:
    """Words that are found without Markdown's signs are shown for pasting."""
    message, hint = not_found(TEXT, exact=exact)

    assert message == "this quote is found in a.txt only without its Markdown signs"
    assert hint.startswith("leave out the Markdown signs; readers do not see them:\nquote: 'The ")


@pytest.mark.parametrize(
    ("exact", "whole"),
    [
        ("The bridge … arches", "The bridge has four arches"),
        (
            "The bridge has [...] it's said",
            "The bridge has four arches. The tower has “nine” bells, it’s said",
        ),
        ("... four arches ...", "four arches"),
    ],
)
def test_words_cannot_be_left_out(exact: str, whole: str) -> None:
    """A quote with dots in it is told so, and the whole passage is shown for pasting."""
    _, hint = not_found(TEXT, exact=exact)
    told, pasted = hint.split(":\n")

    assert told == "a quote cannot leave words out; quote one part, or the whole passage"
    assert yaml.safe_load(pasted) == {"quote": whole}


def test_dots_among_other_words_are_a_misquote() -> None:
    """Dots are not blamed where the words around them are not found either."""
    message, _ = not_found(TEXT, exact="The bridge … archways")

    assert "the nearest words stand on its line 3" in message


def test_wrong_context_is_told_as_such() -> None:
    """Words that stand there, but not in the context given, are not called missing."""
    message, hint = not_found(TEXT, exact="four arches", prefix="tower has")

    assert message == "these words stand in a.txt on line 3, but not in this context"
    assert hint == "leave out prefix and suffix: the words stand there only once"


def test_wrong_context_of_several_places_offers_right_ones() -> None:
    """Where the words stand several times, the contexts to choose from are told."""
    message, hint = not_found(TEXT, exact="has", prefix="ferry")

    assert message == "these words stand in a.txt on lines 3, 4, but never in this context"
    assert hint == (
        "paste one of these:\n"
        "line 3: quote: {exact: 'has', prefix: 'bridge'}\n"
        "line 4: quote: {exact: 'has', prefix: 'tower'}"
    )


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        (TEXT, "The"),
        (TEXT, "has"),
        (TEXT, "e"),
        ("a b. a b.", "a b"),
        ("ha ha ha", "ha"),
        ("It’s 'x', it's “x”: it\u00a0is x", "x"),
        ("one four  arches\ntwo\n\nfour\narches: three", "four arches"),
        ("a: b, {a: #c}, [a] & 'a'", "a"),
        ("a \u00ada\u200f. a\u200b! a?", "a"),
        ("cafe\u0301 x, café x; cafe x", "x"),
        ("x\n\nx\n\nx", "x"),
        ("a b c d e f g x. a b c d e f g x! a b c d e f g x?", "x"),
    ],
)
def test_pasted_context_finds_its_place(text: str, exact: str) -> None:
    """Each context that is printed, read as YAML, finds exactly the place it was printed for."""
    ground = Ground(document(text))
    found = places(ground, Quote(exact=exact))

    assert len(found) > 1
    assert [places(ground, choice) for choice in choices(ground, Quote(exact=exact))] == [
        [anchor] for anchor in found[:3]
    ]


def test_surroundings_that_never_differ_are_told() -> None:
    """Where a little context cannot choose, more words are asked for."""
    text = "a b c d e f g h i j k l m n o p q r s t u v w y z " * 9
    quote = Quote(exact="m n")
    ground = Ground(document(text))

    _, hint = misquotes.ambiguous(ground, quote, places(ground, quote)[3:6], "a.txt")

    assert hint == "what stands around it is the same everywhere: quote more words"


def test_number_and_lines_of_all_places_are_told() -> None:
    """The message says how often the words stand, and on which lines."""
    quote, ground = Quote(exact="a"), Ground(document("a\n\na\n" * 6))

    message, _ = misquotes.ambiguous(ground, quote, places(ground, quote), "a.txt")

    assert message == (
        "this quote stands 12 times in a.txt (lines 1, 3, 4, 6, 7, 9, 10, 12, 13, 15 "
        "and 2 more); say which is meant"
    )
