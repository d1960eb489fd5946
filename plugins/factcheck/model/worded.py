"""
Words that stand in several languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from factcheck.model.values import Language, Text

#: By language; the first is used where a language has none of its own.
Worded = Annotated[dict[Language, Text], Field(min_length=1)]


def worded(words: Mapping[str, str], language: str) -> str:
    """
    Return the words in a language, or else in the first one.
    """
    return words[language_of(words, language)]


def language_of(words: Mapping[str, str], language: str) -> str:
    """
    Return the language of the words that ``worded`` gives.
    """
    return language_near(words, language) or next(iter(words))


def language_near(words: Mapping[str, str], language: str) -> str:
    """
    Return the language, or what it is a variety of, if there are words in it; else nothing.

    >>> language_near({"en": "Health", "pt": "Saúde"}, "pt-BR")
    'pt'
    """
    if language in words:
        return language
    base = language.partition("-")[0]
    return base if base in words else ""
