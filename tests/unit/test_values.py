# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from factcheck.model import values
from factcheck.model.values import PartialDate
from pydantic_core import PydanticCustomError


def refusal(check: object, text: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        check(text)
    return caught.value.type


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_date_spans_all_days_that_it_can_mean(text: str, first: date, last: date) -> None:
    """A day, a month and a year run from their first to their last day."""
    assert values.parse_date(text) == PartialDate(text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "26", "2026-2-3", "2026-02-30", "2025-02-29", "2026-13", "0000", "٢٠٢٦", " 2026"),
        *("2026-00", "2026-05-00", "2026-00-00", "2026-00-05"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Other writings, impossible days and other digits are no dates."""
    assert refusal(values.parse_date, text) == "bad-date"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-30", "expected a day of 2026-02, from 01 to 28; found “2026-02-30”"),
        ("2024-02-00", "expected a day of 2024-02, from 01 to 29; found “2024-02-00”"),
        ("2026-13-01", "expected a month from 01 to 12; found “2026-13-01”"),
        ("0000-02-01", "expected a year from 0001 on; found “0000-02-01”"),
    ],
)
@pytest.mark.parametrize(
    ("parse", "also"),
    [(values.parse_date, ""), (values.parse_moment, ", or a time with its zone")],
)
def test_an_editor_is_told_which_days_there_are(
    parse: Callable[[object], object], also: str, text: str, expected: str
) -> None:
    """Where a day, a month or a year is not in the calendar, the message says what is."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)

    assert caught.value.message() == expected.replace("; found", f"{also}; found")


@pytest.mark.parametrize("text", ["0001-01-01T00:00+01:00", "9999-12-31T23:59-01:00"])
def test_times_beyond_the_calendar_are_told_as_such(text: str) -> None:
    """A time that is written well and lies before or after all years is not called miswritten."""
    with pytest.raises(PydanticCustomError, match="with its zone, from 0001 to 9999 in UTC"):
        values.parse_moment(text)


def test_overlapping_dates_have_no_order() -> None:
    """A year does not surely come before a day within it, but before any day after it."""
    year, within, after = (values.parse_date(text) for text in ("2025", "2025-06", "2026-01-01"))

    assert [year.surely_before(within), within.surely_before(year)] == [False, False]
    assert year.surely_before(after)


def test_moment_keeps_the_day_of_its_own_zone() -> None:
    """An instant's day is the editor's, not Greenwich's."""
    moment = values.parse_moment("2026-11-23T00:30+02:00")

    assert moment.day == date(2026, 11, 23)
    assert moment.instant.astimezone(UTC) == datetime(2026, 11, 22, 22, 30, tzinfo=UTC)


def test_day_is_midnight_in_greenwich() -> None:
    """A day without a time begins at midnight UTC."""
    expected = datetime(2026, 11, 23, tzinfo=UTC)

    assert values.parse_moment("2026-11-23").instant == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T09:00",
        "2026-11-23 09:00+01:00",
        "2026-11-23x09:00+01:00",
        "20261123",
        "2026-W47-1",
        "2026-11",
        "2026-02-30",
        "2026-11-23T25:00Z",
        "0001-01-01T00:00+23:59",
        "9999-12-31T23:59-23:59",
        "today",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    """A time needs its zone and a T; no other writing passes, nor an impossible one."""
    assert refusal(values.parse_moment, text) == "bad-date"


@pytest.mark.parametrize("parse", [values.parse_date, values.parse_moment, values.parse_flag])
def test_list_is_no_single_value(parse: object) -> None:
    """A list where one value belongs is refused for its shape."""
    assert refusal(parse, ["2026"]) == "wrong-shape"


@pytest.mark.parametrize(
    ("text", "flag"), [("true", True), ("Yes", True), ("on", True), ("NO", False), ("off", False)]
)
def test_flag_is_read_in_all_of_yamls_words(text: str, flag: object) -> None:
    """True and false may be written as in any YAML."""
    assert values.parse_flag(text) is flag


@pytest.mark.parametrize("text", ["", "1", "perhaps", "truе"])
def test_what_is_no_flag_is_refused(text: str) -> None:
    """Numbers, other words and look-alike letters are no flags."""
    assert refusal(values.parse_flag, text) == "bad-flag"


@pytest.mark.parametrize("text", ["a", "a-b", "2026-11-storm", "x" * 80])
def test_slug_passes_unchanged(text: str) -> None:
    """Lower-case words joined by hyphens are slugs."""
    assert values.check_slug(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "-a",
            "a-",
            "a--b",
            "A",
            "a_b",
            "a b",
            "a.b",
            "a/b",
            "..",
            "../a",
            "a\n",
            "é",
            "x" * 81,
        ),
        *("index", "con", "nul", "com1", "lpt9"),
        "аbc",
    ],
)
def test_what_decides_no_path_is_refused(text: str) -> None:
    """Nothing that climbs, hides, collides or looks alike can be part of an address."""
    assert refusal(values.check_slug, text) == "bad-slug"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c&d=%20#e",
        "https://ar.wikipedia.org/wiki/قطار",
        "https://bücher.example/",
        "https://192.0.2.1/",
    ],
)
def test_address_passes_unchanged(text: str) -> None:
    """A whole web address stays as it was typed, in any script."""
    assert values.check_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "example.org",
            "//example.org",
            "/page",
            "ftp://example.org",
            "mailto:a@example.org",
        ),
        *(
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " https://example.org",
            "data:text/html,x",
        ),
        *("https://", "https:///page", "https://localhost", "https://-a.example", "https://a..b"),
        *("https://example.org/a b", "https://example.org/\n", "https://example.org/\u202e"),
        *('https://example.org/"', "https://example.org/<", "https://example.org\\@example.net"),
        *("https://user@example.org", "https://example.org:port/", "https://example.org:99999/"),
        "https://[::1/",
    ],
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    """Other schemes, users, spaces, controls and missing names are refused."""
    assert refusal(values.check_address, text) == "bad-address"


@pytest.mark.parametrize("text", ["en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "ckb"])
def test_language_passes_unchanged(text: str) -> None:
    """Languages with script and region are tags."""
    assert values.check_language(text) == text


@pytest.mark.parametrize("text", ["", "English", "EN", "pt-br", "en_GB", "en-", 'en" onload="'])
def test_what_is_no_language_is_refused(text: str) -> None:
    """Names of languages and other spellings are no tags."""
    assert refusal(values.check_language, text) == "bad-language"


@pytest.mark.parametrize("text", ["", "a", "a/b/c", "/b", "a/", "../b", "A/b"])
def test_claim_address_has_two_parts(text: str) -> None:
    """A claim elsewhere is named by a slug and an id, and nothing else."""
    assert refusal(values.check_claim_address, text) == "bad-slug"
    assert values.check_claim_address("storm/mars-moon") == "storm/mars-moon"


@pytest.mark.parametrize("text", ["", "default", "default@", "@1", "Default@1", "default@1.0"])
def test_scale_has_a_version(text: str) -> None:
    """A scale is named with its version."""
    assert refusal(values.check_versioned, text) == "bad-value"
    assert values.check_versioned("default@1") == "default@1"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (" \n\t", "string_too_short"),
        ("\u00a0", "string_too_short"),
        ("\u200f\u00ad", "string_too_short"),
        ("a\0", "hidden-character"),
    ]
    + [(f"a{chr(code)}b", "hidden-character") for code in (0x08, 0x0C, 0x1B, 0x7F, 0x9B, 0xFFFF)],
)
def test_words_say_something_and_can_be_shown(text: str, kind: str) -> None:
    """White space alone and control characters are no words."""
    assert refusal(values.check_words, text) == kind


def test_words_keep_their_line_breaks() -> None:
    """Line breaks, tabs and joiners of scripts belong to words."""
    text = "a\n\tb می\u200cخواهم"

    assert values.check_words(text) == text


def test_value_in_a_message_is_shortened() -> None:
    """A message shows no more than the beginning of a long value."""
    assert values.quoted("abcdef", most=3) == "“abc…”"
    assert values.quoted("abc", most=3) == "“abc”"
