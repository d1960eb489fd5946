"""
The interface's words in one language: texts, plurals, dates, numbers, names of languages.

Texts are written in English where they are used, each with a context, and translated by gettext;
dates and the like follow the Unicode CLDR, through Babel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property, lru_cache
from gettext import NullTranslations
from typing import Final, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from factcheck.model.values import PartialDate

#: Conventions where a tag names no region: dates as most of the world writes them in English.
LOCALES: Final = {"en": "en_001"}

MONTH: Final = len("2025-12")

#: A month's name with its year, as CLDR's skeletons have it (UTS #35).
MONTH_AND_YEAR: Final = "yMMMM"

#: What a language's way of joining a list consists of (UTS #35).
LIST_PATTERNS: Final = frozenset({"2", "start", "middle", "end"})


class Said(NamedTuple):
    """
    A text of the interface, before it is said in any language.
    """

    #: What translators are told of where it stands.
    context: str

    #: In English.
    text: str


#: Small numbers, as a sentence tells them.
SMALL: Final = (
    Said("number in a sentence", "no"),
    Said("number in a sentence", "one"),
    Said("number in a sentence", "two"),
    Said("number in a sentence", "three"),
    Said("number in a sentence", "four"),
    Said("number in a sentence", "five"),
    Said("number in a sentence", "six"),
    Said("number in a sentence", "seven"),
    Said("number in a sentence", "eight"),
    Said("number in a sentence", "nine"),
    Said("number in a sentence", "ten"),
    Said("number in a sentence", "eleven"),
    Said("number in a sentence", "twelve"),
)

#: Scripts written from right to left, by the languages that use them.
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
)


@lru_cache(maxsize=512)
def direction(language: str) -> str:
    """
    Return HTML's ``dir`` for a language.
    """
    script_known = "-Latn" in language or "-Cyrl" in language
    return "rtl" if base_of(language) in RIGHT_TO_LEFT and not script_known else "ltr"


def base_of(tag: str) -> str:
    """
    Return a language's tag without its region and script.
    """
    return tag.split("-", maxsplit=1)[0].lower()


def locale_of(tag: str) -> Locale | None:
    """
    Return the conventions of a language; None where the Unicode CLDR knows none.
    """
    for near in (tag, base_of(tag)):
        try:
            return Locale.parse(LOCALES.get(near, near).replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return None


class Words:
    """
    The interface in one language.
    """

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        """
        Take a language.

        Args:
            language: BCP 47; decides dates, numbers and lists.

            catalogue: Its texts.
        """
        self.language = language
        self.direction = direction(language)
        self._catalogue = catalogue
        self._locale = locale_of(language) or Locale("en", "001")
        #: What was written before: writing it takes long, and few dates and numbers are told.
        self._dates: dict[str, str] = {}
        self._numbers: dict[int, str] = {}

    def say(self, context: str, text: str, /, **values: object) -> str:
        """
        Say a text of the interface.

        Args:
            context: What translators are told of where it stands.

            text: In English, with places like ``%(name)s``.

            values: What stands there.
        """
        said = self._catalogue.pgettext(context, text)
        return said % values if values else said

    def of(self, said: Said) -> str:
        """
        Say a text that was chosen elsewhere.
        """
        return self._catalogue.pgettext(*said)

    def count(self, context: str, one: str, several: str, number: int, /, **values: object) -> str:
        """
        Say a text that tells a number.

        Args:
            context: What translators are told of where it stands.

            one: For one, in English.

            several: For any other number, with ``%(count)s`` where it stands.

            number: How many.

            values: What else stands there.
        """
        said = self._catalogue.npgettext(context, one, several, number)
        return said % {"count": self.number_in_words(number), **values}

    @cached_property
    def plurals(self) -> dict[str, int]:
        """The language's plural categories (UTS #35), each with a number that is told in it."""
        found: dict[str, int] = {}
        for number in (2, 1, 0, 5, *range(200)):
            found.setdefault(self._locale.plural_form(number), number)
        return {"other": 100, **found}

    def number_in_words(self, number: int) -> str:
        """
        Write a number as a sentence does: small ones in words, where the language lets them be.
        """
        return self.of(SMALL[number]) if number < len(SMALL) else self.number(number)

    def number(self, number: int) -> str:
        """
        Write a number in figures.
        """
        written = self._numbers.get(number)
        if written is None:
            written = self._numbers[number] = format_decimal(number, locale=self._locale)
        return written

    def date(self, date: PartialDate) -> str:
        """
        Write a date as far as it is known: 15 December 2025, December 2025 or 2025.
        """
        return self._date(date.text)

    def day(self, day: dt.date) -> str:
        """
        Write a day: 15 December 2025.
        """
        return self._date(day.isoformat())

    def month(self, month: str) -> str:
        """
        Write a month of a year, such as 2025-12: December 2025.
        """
        return self._date(month)

    def listed(self, words: Sequence[str]) -> str:
        """
        Join words as a sentence does: a, b and c.
        """
        if len(words) == 1:
            return "".join(words)
        patterns = self._locale.list_patterns.get("standard", {})
        # Of some languages the CLDR knows less than it says.
        if not LIST_PATTERNS.issubset(patterns):
            return self.enumerated(words)
        return format_list(list(words), locale=self._locale)

    def enumerated(self, words: Sequence[str]) -> str:
        """
        Join words as a list does that is no sentence: a, b, c.
        """
        return self.say("between items of a list", ", ").join(words)

    def name_of(self, tag: str) -> str:
        """
        Name the language of a BCP 47 tag, without its region or script; the tag itself if unknown.
        """
        name: str = self._locale.languages.get(base_of(tag), tag)
        return name

    @staticmethod
    def begun(text: str) -> str:
        """
        Return a text as a sentence begins.
        """
        return text[:1].upper() + text[1:]

    def _date(self, text: str) -> str:
        written = self._dates.get(text)
        if written is None:
            written = self._dates[text] = self._written(text)
        return written

    def _written(self, text: str) -> str:
        if len(text) < MONTH:
            return text
        if len(text) == MONTH:
            first = dt.date.fromisoformat(f"{text}-01")
            is_known = MONTH_AND_YEAR in self._locale.datetime_skeletons
            pattern = MONTH_AND_YEAR if is_known else "yMMM"
            return format_skeleton(pattern, first, locale=self._locale)
        return format_date(dt.date.fromisoformat(text), "long", self._locale)


#: The program's own words.
IN_ENGLISH: Final = Words("en", NullTranslations())
