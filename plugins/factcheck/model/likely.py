"""
What was probably meant by a value that is refused: for hints, never for reading.

Rule 1: what is proposed is always a value that would be let in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic_core import PydanticCustomError

from factcheck.model.values import SLUG_LENGTH, check_address, check_language, is_slug

#: A slug is made from the beginning of a text, as far as this.
MOST_LOOKED_AT: Final = 4 * SLUG_LENGTH

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DASH: Final = re.compile(r"[\u2010-\u2015\u2212]")
#: Year, month and day in figures, and day and month (or month and day) and year.
YEAR_FIRST: Final = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?\.?\Z")
YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4})\Z")
IN_WORDS: Final = (
    re.compile(
        r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)? )?(?P<month>[a-z]+)\.? (?P<year>[0-9]{4})\Z"
    ),
    re.compile(r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})\Z"),
)
TIME: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::[0-9]{2})?\Z")
CLOCK: Final = re.compile(r"(?:([0-9]+):)?([0-9]{1,2}):([0-9]{2}(?:\.[0-9]+)?)\Z")
LANGUAGES: Final = MappingProxyType(
    {
        "english": "en",
        "german": "de",
        "deutsch": "de",
        "french": "fr",
        "spanish": "es",
        "italian": "it",
        "portuguese": "pt",
        "polish": "pl",
        "russian": "ru",
        "ukrainian": "uk",
        "arabic": "ar",
        "chinese": "zh",
    }
)


def likely_slugs(text: str) -> Iterator[str]:
    """
    Give a text in lower-case letters and single hyphens.
    """
    # Decomposing takes time with the square of the marks on one letter.
    plain = unicodedata.normalize("NFKD", text[:MOST_LOOKED_AT].casefold())
    words = re.findall("[a-z0-9]+", "".join(x for x in plain if not unicodedata.combining(x)))
    slug = "-".join(words)[:SLUG_LENGTH].rstrip("-")
    if is_slug(slug):
        yield slug


def likely_dates(text: str) -> Iterator[str]:
    """
    Give the dates that a text can mean: two, where day and month cannot be told apart.
    """
    plain = " ".join(DASH.sub("-", text).split())
    if found := TIME.match(plain):
        yield from (f"{found[1]}T{found[2]}Z" for _ in _dates(*_numbers(found[1].split("-"))))
    elif found := YEAR_FIRST.match(plain):
        yield from _dates(*_numbers(found.groups()))
    elif found := YEAR_LAST.match(plain):
        one, other, year = _numbers(found.groups())
        yield from dict.fromkeys([*_dates(year, other, one), *_dates(year, one, other)])
    else:
        yield from _dates_in_words(plain.lower())


def _dates_in_words(text: str) -> Iterator[str]:
    for pattern in IN_WORDS:
        found = pattern.match(text)
        name = found["month"] if found else ""
        month = next((at for at, one in enumerate(MONTHS, 1) if name in {one, one[:3]}), 0)
        if found and month:
            yield from _dates(int(found["year"]), month, int(found["day"] or 0))


def _numbers(parts: tuple[str | None, ...] | list[str]) -> tuple[int, int, int]:
    year, month, day = (int(part or 0) for part in parts)
    return year, month, day


def _dates(year: int, month: int, day: int) -> Iterator[str]:
    try:
        whole = date(year, month, day or 1).isoformat()
    except ValueError:
        return
    yield whole if day else whole[: len("2026-11")]


def likely_languages(text: str) -> Iterator[str]:
    """
    Give a language tag with the letters that it wants.
    """
    language, *others = text.strip().replace("_", "-").split("-")
    parts = [LANGUAGES.get(language.lower(), language.lower())]
    parts += [{2: part.upper(), 4: part.title()}.get(len(part), part.lower()) for part in others]
    yield from _let_in(check_language, "-".join(parts))


def likely_addresses(text: str) -> Iterator[str]:
    """
    Give an address with what it should begin with.
    """
    if "://" not in text and re.match(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/:?#]|\Z)", text):
        yield from _let_in(check_address, f"https://{text}")


def likely_seconds(text: str) -> Iterator[str]:
    """
    Give a time of a recording, as 1:23, in seconds.
    """
    if found := CLOCK.match(text):
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
        yield f"{3600 * hours + 60 * minutes + seconds:g}"


def _let_in(check: Callable[[str], str], text: str) -> Iterator[str]:
    try:
        yield check(text)
    except PydanticCustomError:
        return
