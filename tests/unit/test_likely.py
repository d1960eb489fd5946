# ruff: noqa: RUF001 - characters that look alike are what is tested
from __future__ import annotations

import pytest
from factcheck.model import likely
from factcheck.model.values import check_language, is_slug, parse_date, parse_moment
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Four Arches", ["four-arches"]),
        ("Café – über_alles!", ["cafe-uber-alles"]),
        ("Straße", ["strasse"]),
        ("a" * 90, ["a" * 80]),
        ("Index", []),
        ("мост", []),
        ("", []),
    ],
)
def test_slugs(text: str, slugs: list[str]) -> None:
    """Capitals, accents and other signs are replaced; nothing is proposed that is no slug."""
    assert list(likely.likely_slugs(text)) == slugs


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("3 May 2026", ["2026-05-03"]),
        ("May 3rd, 2026", ["2026-05-03"]),
        ("3rd Sep. 2026", ["2026-09-03"]),
        ("May 2026", ["2026-05"]),
        ("2026-5-3", ["2026-05-03"]),
        ("2026–05–03", ["2026-05-03"]),
        ("2026/05", ["2026-05"]),
        ("03.05.2026", ["2026-05-03", "2026-03-05"]),
        ("03.03.2026", ["2026-03-03"]),
        ("5/13/2026", ["2026-05-13"]),
        ("2026-05-03 10:00", ["2026-05-03T10:00Z"]),
        ("31 February 2026", []),
        ("2026-13-01", []),
        ("3 Maybe 2026", []),
        ("today", []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    """Days written in other ways are put in figures; both readings are given of some."""
    assert list(likely.likely_dates(text)) == dates
    assert all(parse_moment(date) if "T" in date else parse_date(date) for date in dates)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("en_GB", ["en-GB"]),
        ("en-gb", ["en-GB"]),
        ("EN", ["en"]),
        ("English", ["en"]),
        ("zh-hant-tw", ["zh-Hant-TW"]),
        ("Klingonese", []),
        ("e", []),
    ],
)
def test_languages(text: str, tags: list[str]) -> None:
    """Each part of a tag gets the letters that it wants."""
    assert list(likely.likely_languages(text)) == tags


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("port.example.org", ["https://port.example.org"]),
        ("www.example.org/a?b", ["https://www.example.org/a?b"]),
        ("ftp://example.org", []),
        ("the yard book", []),
        ("example", []),
        ("example.org/a b", []),
    ],
)
def test_addresses(text: str, addresses: list[str]) -> None:
    """A site's name gets what an address begins with, if it is an address then."""
    assert list(likely.likely_addresses(text)) == addresses


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0:03", ["3"]), ("1:02:03.5", ["3723.5"]), ("12 s", []), ("1:2", [])],
)
def test_seconds(text: str, seconds: list[str]) -> None:
    """A time on a player's clock is put in seconds."""
    assert list(likely.likely_seconds(text)) == seconds


@given(st.text())
def test_whatever_is_proposed_is_let_in(text: str) -> None:
    """No proposal is refused itself."""
    assert all(is_slug(slug) for slug in likely.likely_slugs(text))
    assert all(check_language(tag) for tag in likely.likely_languages(text))
    assert all(parse_date(date[:10]) for date in likely.likely_dates(text))
