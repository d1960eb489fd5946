from __future__ import annotations

import sys

import pytest
from factcheck.model.characters import DECEIVING, deceiving
from factcheck.publishing.visible import visible
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup


@pytest.mark.parametrize(
    ("character", "sign"),
    [
        ("\u202e", "RLO"),
        ("\u2066", "LRI"),
        ("\u2069", "PDI"),
        ("\u200b", "ZWSP"),
        ("\ufeff", "BOM"),
        ("\U000e0041", "U+E0041"),
        ("\x07", "U+0007"),
        ("\x85", "U+0085"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_a_character_that_deceives_is_shown_by_a_sign(character: str, sign: str) -> None:
    """What reorders, hides or means nothing is replaced by its abbreviation or its number."""
    shown = visible(f"safe{character}txt")

    assert character not in shown
    assert f">{sign}</span>txt" in shown


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالعالم",
        "שלום עולם",
        "می‌خواهم",
        "क्‍ष",
        "👩‍👩‍👧‍👦 🇺🇦 🏳️‍🌈",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "C:\\dir\tand £5 and 5 °C",
        "soft\u00adhyphen and no\u00a0break",
        "a\u200eb\u200fc\u061cd",
        "two\nlines",
    ],
)
def test_what_scripts_need_comes_through_exactly(text: str) -> None:
    """Joiners, marks, flags and every script's letters are no deceit and stay as they are."""
    assert list(deceiving(text)) == []
    assert Markup.escape(text) == visible(text)


def test_a_lone_tag_is_a_deceit_and_a_flags_tags_are_not() -> None:
    """Tags after a black flag are the flag; the same tags after anything else are hidden text."""
    tags = "\U000e0067\U000e007f"

    assert list(deceiving(f"🏴{tags}")) == []
    assert len(list(deceiving(f"a{tags}"))) == 2


@given(st.text())
def test_everything_else_is_kept(text: str) -> None:
    """Without the signs, what is shown is the text without what deceives, in its order."""
    found = list(deceiving(text))
    kept = "".join(c for at, c in enumerate(text) if at not in {f.at for f in found})
    shown = str(visible(text))
    for one in found:
        shown = shown.replace(
            f'<span class="hidden-character" title="{Markup.escape(one.name)}">{one.sign}</span>',
            "",
            1,
        )

    assert str(Markup.escape(kept)) == shown


def test_nothing_that_deceives_is_printable() -> None:
    """A text that Python calls printable needs no search: no deceiving character is."""
    deceiving_ones = DECEIVING.findall("".join(map(chr, range(sys.maxunicode + 1))))

    assert len(deceiving_ones) > 2000
    assert [one for one in deceiving_ones if one.isprintable()] == []
