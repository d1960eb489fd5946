from __future__ import annotations

from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.localedata import locale_identifiers
from factcheck.model.values import PartialDate
from factcheck.publishing.languages import CatalogueFault, Languages
from factcheck.publishing.words import IN_ENGLISH, Said, Words, direction
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
SHIPPED = Languages(ROOT / "theme" / "translations")

HEAD = """\
msgid ""
msgstr ""
"Language: {tag}\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n<5 ? 1 : 2);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def spoken(folder: Path, tag: str, entries: str) -> Words:
    (folder / f"{tag}.po").write_text(HEAD.format(tag=tag) + entries, encoding="utf-8")
    words = Languages(folder).find(tag)
    assert words is not None
    return words


def test_the_same_words_are_told_apart_by_their_context(tmp_path: Path) -> None:
    """A text is translated by what it means where it stands, not by its letters alone."""
    words = spoken(
        tmp_path,
        "uk",
        'msgctxt "heading"\nmsgid "Context"\nmsgstr "Контекст"\n\n'
        'msgctxt "link"\nmsgid "Context"\nmsgstr "До контексту"\n',
    )

    assert words.say("heading", "Context") == "Контекст"
    assert words.of(Said("link", "Context")) == "До контексту"
    assert words.say("button", "Context") == "Context"


def test_numbers_take_the_form_that_their_language_gives_them(tmp_path: Path) -> None:
    """A count has its language's plural, with the number where the translation has its place."""
    words = spoken(
        tmp_path,
        "uk",
        'msgctxt "x"\nmsgid "%(count)s claim"\nmsgid_plural "%(count)s claims"\n'
        'msgstr[0] "%(count)s твердження-1"\nmsgstr[1] "%(count)s твердження-2"\n'
        'msgstr[2] "тверджень: %(count)s"\n',
    )
    told = [words.count("x", "%(count)s claim", "%(count)s claims", n) for n in (21, 3, 15)]

    assert told == ["21 твердження-1", "three твердження-2", "тверджень: 15"]


@pytest.mark.parametrize(
    ("tag", "day", "month"),
    [
        ("en", "15 December 2025", "December 2025"),
        ("en-US", "December 15, 2025", "December 2025"),
        ("es", "15 de diciembre de 2025", "diciembre de 2025"),
        ("uk", "15 грудня 2025\u202fр.", "грудень 2025\u202fр."),  # noqa: RUF001 - Cyrillic is meant
        ("ar", "15 ديسمبر 2025", "ديسمبر 2025"),
    ],
)
def test_dates_follow_the_language(tag: str, day: str, month: str) -> None:
    """A date is written as its language writes it, and no further than it is known."""
    words = SHIPPED.find(tag)

    assert words is not None
    assert words.day(date(2025, 12, 15)) == words.date(known("2025-12-15")) == day
    assert words.month("2025-12") == words.date(known("2025-12")) == month
    assert words.date(known("2025")) == "2025"


def known(text: str) -> PartialDate:
    return PartialDate(text, date(2025, 1, 1), date(2025, 12, 31))


def test_a_list_is_joined_as_in_a_sentence() -> None:
    """Items are joined by the language's own words, and one item by none."""
    spanish = SHIPPED.find("es")

    assert spanish is not None
    assert IN_ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert spanish.listed(["a", "b", "c"]) == "a, b y c"
    assert IN_ENGLISH.listed(["a"]) == "a"


def test_languages_are_named_in_the_readers_own() -> None:
    """A language is called by its name, a region or script of it too, one unknown by its tag."""
    spanish = SHIPPED.find("es")

    assert spanish is not None
    assert [IN_ENGLISH.name_of(tag) for tag in ("uk", "pt-BR", "qqx")] == [
        "Ukrainian",
        "Portuguese",
        "qqx",
    ]
    assert spanish.name_of("uk") == "ucraniano"


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_keeps_its_figures(number: int) -> None:
    """Whatever stands between its figures, a number in figures is that number."""
    told = IN_ENGLISH.number(number)

    assert int("".join(sign for sign in told if sign.isdigit())) == number


def test_a_region_is_served_by_its_language() -> None:
    """Mexico's Spanish is spoken with the Spanish texts; what has no catalogue is not spoken."""
    mexican = SHIPPED.find("es-MX")

    assert mexican is not None
    assert mexican.language == "es-MX"
    assert SHIPPED.find("de") is None
    assert SHIPPED.or_english("de").language == "en"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ('msgid "a"\nmsgstr "b"\nmsgstr[x] "c"\n', "uk.po"),
        ("nothing that is a catalogue", "uk.po"),
        (
            'msgctxt "x"\n#, python-format\nmsgid "Claim %(number)s"\nmsgstr "%(nummer)s"\n',
            "uk.po",
        ),
        (
            '#, python-format\nmsgctxt "x"\nmsgid "Claim %(number)s"\nmsgstr "%(nummer)s"\n',
            r"line \d+: “%\(nummer\)s” must have the places of “Claim %\(number\)s”",
        ),
        (
            'msgctxt "x"\nmsgid "Published %(day)s"\nmsgstr "Publikigita"\n',
            "“Publikigita” must have the places of “Published %\\(day\\)s”",
        ),
        ('msgctxt "x"\nmsgid "All"\nmsgstr "100 %"\n', "no places"),
    ],
)
def test_a_broken_catalogue_is_told_in_a_sentence(tmp_path: Path, broken: str, told: str) -> None:
    """A catalogue that cannot be read, or has other places than its text, is named with why."""
    with pytest.raises(CatalogueFault, match=told):
        spoken(tmp_path, "uk", broken)


@pytest.mark.parametrize(
    ("tag", "way"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("ur", "rtl"), ("uz", "ltr"), ("ku-Latn", "ltr")],
)
def test_directions(tag: str, way: str) -> None:
    """A language is written in the direction of its script."""
    assert direction(tag) == way


def test_every_language_of_the_cldr_can_be_begun() -> None:
    """Whatever the CLDR leaves out for a language, its dates, months and lists can be written."""
    for tag in locale_identifiers():
        words = Words(tag.replace("_", "-"), NullTranslations())

        assert words.month("2025-12") != words.month("2025-11")
        assert all(one in words.listed(["a", "b", "c"]) for one in "abc")
        assert words.day(date(2025, 12, 1)) != words.day(date(2025, 12, 2))
