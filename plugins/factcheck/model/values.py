"""
The typed scalars of a sidecar: how a text becomes a date, an address, a slug.

Every scalar reaches the model as text (YAML's own guesses at types are never used), so what counts
as a date or a yes is decided here and nowhere else. A value that does not fit is refused with a
code of ``factcheck.diagnostics.CODES``.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from factcheck.model.characters import deceiving, is_plain

#: Lower-case ASCII words joined by single hyphens. This decides paths, so nothing else is let in.
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SLUG_LENGTH: Final = 80
#: Names that a page's folder or some file system keeps for itself.
RESERVED: Final = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)

#: The part of BCP 47 that publishing needs: language, script, region, variants.
LANGUAGE: Final = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}))*\Z"
)
DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
#: A day, or a day and a time with its zone (ISO 8601, as machines read it).
MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?\Z"
)
VERSIONED: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*@[0-9]{1,4}\Z")
JANUARY: Final = 1
DECEMBER: Final = 12
REAL_TIMES: Final = (
    "expected hours from 00 to 23, minutes and seconds from 00 to 59, a zone at most 23:59 away"
)
TIMES_IN_UTC: Final = "expected a time with its zone, from 0001 to 9999 in UTC"
EXPECTED_DATE: Final = "expected a date like 2026-11-20, 2026-11 or 2026"
FLAGS: Final = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
#: White space, controls, and what a browser would silently rewrite or a page must never carry raw;
#: nor may an address hold what deceives.
NOT_IN_ADDRESS: Final = re.compile(
    r"[\s\x00-\x20\x7f-\x9f<>\"\\^`{}|\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff]"
)
#: Most sites' addresses: a host of ASCII's letters and digits, and neither user nor port.
ORDINARY_SITE: Final = (
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
)
#: Most addresses: such a host, and a path of ASCII's letters, digits and signs. What is written so
#: surely passes; anything else is looked at closely.
ORDINARY_ADDRESS: Final = re.compile(rf"{ORDINARY_SITE}(?:[/?#][!#-;=?-\[\]_a-z~]*)?\Z")
HOST: Final = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?)(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)+\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """
    A day, a month or a year, as far as it is known (ISO 8601: ``2025-12-15`` or shorter).
    """

    #: As the editor wrote it, which is also how machines read it.
    text: str

    #: The earliest day it can mean.
    first: date

    #: The latest day it can mean.
    last: date

    def surely_before(self, other: PartialDate) -> bool:
        """
        Tell whether every day this can mean comes before every day the other can mean.
        """
        return self.last < other.first


@dataclass(frozen=True, slots=True)
class Moment:
    """
    A day, or an instant with its time zone.
    """

    #: As the editor wrote it.
    text: str

    #: Midnight UTC where only a day was given.
    instant: datetime

    #: The calendar day in the editor's own zone.
    day: date

    @property
    def as_date(self) -> PartialDate:
        """The day alone, comparable with other dates."""
        return _whole_day(self.day)


@lru_cache(maxsize=4096)
def _whole_day(day: date) -> PartialDate:
    return PartialDate(day.isoformat(), day, day)


def parse_date(text: object) -> PartialDate:
    """
    Read a year, a month or a day.

    Raises:
        PydanticCustomError: ``bad-date`` if the text is none of these or no such day exists.
    """
    if not isinstance(text, str):
        raise _refusal("bad-date", EXPECTED_DATE, text)
    return _date_of(text)


@lru_cache(maxsize=4096)
def _date_of(text: str) -> PartialDate:
    found = DATE.match(text)
    if not found:
        raise _refusal("bad-date", EXPECTED_DATE, text)
    year, month, day = found.groups()
    first = _day_of(text, year, month or "01", day or "01")
    if day:
        return PartialDate(found.string, first, first)
    last_month = first.month if month else 12
    last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return PartialDate(found.string, first, last)


def _day_of(text: str, *numbers: str, also: str = "") -> date:
    """
    Return the day with the numbers of a year, a month and a day that stand in a text.

    Where there is none, what is taken beside days is told too.
    """
    year, month, day = map(int, numbers)
    try:
        return date(year, month, day)
    except ValueError:
        raise _refusal("bad-date", _real_days(year, month) + also, text) from None


def _real_days(year: int, month: int) -> str:
    """Say which days there are, where one was asked for that is not in the calendar."""
    if not year:
        return "expected a year from 0001 on"
    if not JANUARY <= month <= DECEMBER:
        return "expected a month from 01 to 12"
    return f"expected a day of {year:04}-{month:02}, from 01 to {monthrange(year, month)[1]}"


def parse_moment(text: object) -> Moment:
    """
    Read a day, or an instant with a time zone.

    Raises:
        PydanticCustomError: ``bad-date`` if the text is neither.
    """
    expected = "expected a day like 2026-11-23 or a time with its zone like 2026-11-23T09:00+01:00"
    if not isinstance(text, str):
        raise _refusal("bad-date", expected, text)
    found = MOMENT.match(text)
    if not found:
        raise _refusal("bad-date", expected, text)
    _day_of(text, text[:4], text[5:7], text[8:10], also=", or a time with its zone")
    try:
        instant = datetime.fromisoformat(text if found.group(1) else f"{text}T00:00Z")
        instant.astimezone(UTC)  # fails at the ends of the calendar
    except ValueError:
        raise _refusal("bad-date", REAL_TIMES, text) from None
    except OverflowError:
        raise _refusal(
            "bad-date", "expected a time with its zone, from 0001 to 9999 in UTC", text
        ) from None
    return Moment(text, instant, instant.date())


def parse_flag(text: object) -> bool:
    """
    Read true or false.

    Raises:
        PydanticCustomError: ``bad-flag`` if the text is neither.
    """
    flag = FLAGS.get(text.lower()) if isinstance(text, str) else None
    if flag is None:
        raise _refusal("bad-flag", "expected true or false (yes and no count too)", text)
    return flag


def check_words(text: str) -> str:
    """
    Let through a text that says something and that a page can hold.

    Raises:
        PydanticCustomError: If nothing can be seen of it, or a control character stands in it.
    """
    if is_plain(text) and text.strip():
        return text
    if all(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in text):
        raise PydanticCustomError("string_too_short", "expected words")
    for found in deceiving(text):
        raise PydanticCustomError(
            "hidden-character",
            "{fault}; remove it",
            {"fault": found.fault},
        )
    return text


def check_slug(text: str) -> str:
    """
    Let through what may be part of an address.

    Raises:
        PydanticCustomError: ``bad-slug`` for anything else.
    """
    if len(text) > SLUG_LENGTH or not SLUG.match(text):
        expected = (
            "expected lower-case letters a-z, digits and single hyphens between them, "
            f"at most {SLUG_LENGTH} characters"
        )
        raise _refusal("bad-slug", expected, text)
    if text in RESERVED:
        raise _refusal("bad-slug", "expected a name that no file system keeps for itself", text)
    return text


def is_slug(text: str) -> bool:
    """
    Tell whether a text may be part of an address.
    """
    return len(text) <= SLUG_LENGTH and bool(SLUG.match(text)) and text not in RESERVED


def check_address(text: str) -> str:
    """
    Let through an absolute http or https address, exactly as written.

    Raises:
        PydanticCustomError: ``bad-address`` for anything else.
    """
    return text if ORDINARY_ADDRESS.match(text) else check_any_address(text)


def is_address(text: str) -> bool:
    """
    Tell whether a text is an address that a page may lead to.
    """
    with suppress(PydanticCustomError):
        return bool(check_address(text))
    return False


def check_any_address(text: str) -> str:
    """
    Let through what ``check_address`` does, however uncommonly it is written.
    """
    if not text.startswith(("https://", "http://")):
        expected = "expected a whole web address that begins with https:// or http://"
        raise _refusal("bad-address", expected, text)
    if NOT_IN_ADDRESS.search(text) or any(True for _ in deceiving(text)):
        expected = (
            "an address holds no spaces, quotation marks, brackets like <> or characters that "
            "cannot be seen; copy it from the browser's address line"
        )
        raise _refusal("bad-address", expected, text)
    if not _has_host(text):
        expected = "expected a site's name like example.org after https://, without a user"
        raise _refusal("bad-address", expected, text)
    return text


def check_language(text: str) -> str:
    """
    Let through a language tag.

    Raises:
        PydanticCustomError: ``bad-language`` for anything else.
    """
    if not LANGUAGE.match(text):
        expected = "expected a language tag (BCP 47) like en, pt-BR or zh-Hant"
        raise _refusal("bad-language", expected, text)
    return text


def check_versioned(text: str) -> str:
    """
    Let through a scale's id with its version.

    Raises:
        PydanticCustomError: ``bad-value`` for anything else.
    """
    if not VERSIONED.match(text):
        raise _refusal("bad-value", "expected a scale and its version, like default@1", text)
    return text


def check_claim_address(text: str) -> str:
    """
    Let through ``slug/claim-id``, the way in which a claim of another fact-check is named.

    Raises:
        PydanticCustomError: ``bad-slug`` for anything else.
    """
    parts = text.split("/")
    if len(parts) != len(("slug", "claim")) or not all(SLUG.match(part) for part in parts):
        raise _refusal(
            "bad-slug", "expected a fact-check's slug and a claim's id: slug/claim-id", text
        )
    return text


def _has_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - a port that is no number is found only when it is asked for
    except ValueError:
        return False
    return parts.username is None and bool(HOST.match(parts.hostname or ""))


def _refusal(code: str, expected: str, found: object) -> PydanticCustomError:
    if not isinstance(found, str):
        return PydanticCustomError("wrong-shape", "expected a single value")
    return PydanticCustomError(
        code,
        "{expected}; found {found}",
        {"expected": expected, "found": quoted(found)},
    )


def quoted(text: str, *, most: int = 80) -> str:
    """
    Show a value in a message: in quotation marks, shortened in the middle of nowhere but the end.
    """
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


Flag = Annotated[bool, BeforeValidator(parse_flag)]
AnyDate = Annotated[PartialDate, BeforeValidator(parse_date)]
AnyMoment = Annotated[Moment, BeforeValidator(parse_moment)]
Seconds = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Slug = Annotated[str, AfterValidator(check_slug)]
ClaimAddress = Annotated[str, AfterValidator(check_claim_address)]
Address = Annotated[str, AfterValidator(check_address)]
Language = Annotated[str, AfterValidator(check_language)]
VersionedScale = Annotated[str, AfterValidator(check_versioned)]


@dataclass(frozen=True, slots=True)
class FreeText:
    """
    Marks a field that holds a person's words: YAML must not cut them (code ``text-cut``).
    """

    #: Whether Markdown is understood in it.
    markdown: bool = False


Text = Annotated[str, Field(min_length=1), AfterValidator(check_words), FreeText()]
Markdown = Annotated[
    str, Field(min_length=1), AfterValidator(check_words), FreeText(markdown=True)
]
#: Words beside a quote, which need not be there.
Context = Annotated[str, FreeText()]
