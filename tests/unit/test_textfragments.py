from __future__ import annotations

from urllib.parse import unquote

import pytest
from factcheck.model.factcheck import Anchor
from factcheck.publishing.sentences import around
from factcheck.publishing.textfragments import to_words
from hypothesis import example, given
from hypothesis import strategies as st
from specimens import document

PAGE = "https://a.example/page"


def directive(text: str, quote: str, language: str = "en", address: str = PAGE) -> str:
    read = document(text)
    at = read.text.index(quote)
    whole = Anchor(0, len(read.text))
    return to_words(address, read, Anchor(at, at + len(quote)), whole, language)


def test_signs_that_part_terms_are_encoded() -> None:
    """Hyphens, commas and ampersands of a quote are no signs of the directive's own."""
    found = directive(
        "It said: a well-known, R&D-led tower of Łódź stands. End.",
        "a well-known, R&D-led tower of Łódź",
    )

    assert (
        found
        == f"{PAGE}#:~:text=a%20well%2Dknown%2C%20R%26D%2Dled%20tower%20of%20%C5%81%C3%B3d%C5%BA"
    )


@given(st.lists(st.text("abcXYZ019._~-,&=#%+é", min_size=1), min_size=4, max_size=12))
@example(["well-known", "one", "two", "three"])
@example(["one", "two", "three", "100%25"])
def test_a_term_is_read_back_as_its_words(words: list[str]) -> None:
    """Whatever signs words hold, a browser decodes the very words, and meets no sign of ours."""
    quote = " ".join(words)
    term = directive(f"{quote} | end", quote).removeprefix(f"{PAGE}#:~:text=")

    assert unquote(term) == quote
    assert not set(term) & set("-,&=#+ ")


def test_a_long_quote_is_named_by_its_ends() -> None:
    """Of a quote over many words, or over a line's end, the first and last words are named."""
    text = "one two three four five six seven eight nine ten eleven twelve thirteen"

    assert directive(text, text) == (
        f"{PAGE}#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"
    )
    assert directive("one two\nthree four", "one two\nthree four") == (
        f"{PAGE}#:~:text=one%20two,three%20four"
    )


def test_a_short_or_repeated_quote_is_named_with_the_words_around_it() -> None:
    """Few words, and words that occur twice, are told from others by what stands beside them."""
    assert directive("In a far town the tower has nine bells.", "tower") == (
        f"{PAGE}#:~:text=far%20town%20the-,tower,-has%20nine%20bells."
    )
    text = "So it was built in 1900. No, it was built in 1900."
    assert directive(text, "it was built in 1900") == (
        f"{PAGE}#:~:text=So-,it%20was%20built%20in%201900,-.%20No%2C%20it"
    )


def test_an_address_with_a_fragment_keeps_it() -> None:
    """The directive follows a fragment that is already there."""
    found = directive("one two three four", "one two three four", address=f"{PAGE}#part")

    assert found == f"{PAGE}#part:~:text=one%20two%20three%20four"


@pytest.mark.parametrize(
    ("text", "language"), [("這座橋有四個拱", "zh-Hant"), ("one\u202e two three four", "en")]
)
def test_words_that_cannot_be_named_have_no_link(text: str, language: str) -> None:
    """Without spaces between words, or with what cannot be seen, a link would lead nowhere."""
    assert directive(text, text, language) == ""


def in_sentence(text: str, quote: str) -> tuple[str, str]:
    read = document(text)
    at = read.text.index(quote)
    return around(read, Anchor(at, at + len(quote)), "en")


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "First. It is not true that the tower\nis tall. Last.",
            "the tower\nis tall",
            ("It is not true that ", "."),
        ),
        ("First. Second one. Third one. Last.", "one. Third", ("Second ", " one.")),
        ("One paragraph.\n\nThe tower is tall.", "The tower is tall.", ("", "")),
        (f"{'word ' * 200}tower", "tower", ("", "")),
    ],
)
def test_a_quote_stands_in_its_sentence(text: str, quote: str, expected: tuple[str, str]) -> None:
    """What surrounds a quote is the rest of its sentences, never of another; no endless one."""
    assert in_sentence(text, quote) == expected


def test_no_word_is_told_that_is_not_shown() -> None:
    """A directive names the words around a quote only as far as readers are shown them."""
    read = document("Hidden words here. It has nine bells now. Hidden too.")
    at, end = read.text.index("nine"), read.text.index(" now")
    quote, sentence = Anchor(at, end), Anchor(read.text.index("It"), end + len(" now."))
    for shown, told in ((quote, "nine%20bells"), (sentence, "It%20has-,nine%20bells,-now.")):
        assert to_words(PAGE, read, quote, shown, "en") == f"{PAGE}#:~:text={told}"
