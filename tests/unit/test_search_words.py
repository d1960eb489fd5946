"""
Search parts texts in words, alike in Python and in the browser.
"""

from __future__ import annotations

import pytest
from factcheck.publishing.search.words import LONGEST, words
from hypothesis import given
from hypothesis import strategies as st
from search_cases import CASES


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=range(len(CASES)))
def test_a_text_is_parted_in_the_words_that_are_looked_up(text: str, expected: str) -> None:
    """Case, diacritics, apostrophes, figures, Arabic marks and scripts without spaces."""
    assert " ".join(words(text)) == expected


@given(st.text())
def test_words_are_never_empty_nor_parted_by_spaces(text: str) -> None:
    """Whatever a text holds, its words can stand in a list with spaces between them."""
    for word in words(text):
        assert word
        assert word.split() == [word]
        assert len(word) <= LONGEST


@given(st.text())
def test_a_word_that_is_looked_up_is_found_by_itself(text: str) -> None:
    """Typing what is in the index asks for just that: parting a word again changes nothing."""
    for word in words(text):
        assert words(word)[0] == word or word.startswith(words(word)[0])
