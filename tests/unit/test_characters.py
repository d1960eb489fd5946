from __future__ import annotations

import unicodedata

import pytest
from factcheck.model.characters import deceiving, is_plain
from factcheck.publishing.visible import visible
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

#: The code points that are no characters: 32 together, and two at the end of each plane.
NON_CHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
]


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
        ("\u034f", "CGJ"),
        ("\u115f", "U+115F"),
        ("\u1160", "U+1160"),
        ("\u3164", "U+3164"),
        ("\uffa0", "U+FFA0"),
        ("\u2800", "U+2800"),
        ("\u180b", "U+180B"),
        ("\u180e", "U+180E"),
        ("\ufe00", "U+FE00"),
        ("\ufe0f", "U+FE0F"),
        ("\U000e0100", "U+E0100"),
    ],
)
def test_a_character_that_deceives_is_shown_by_a_sign(character: str, sign: str) -> None:
    """What reorders, hides or means nothing is replaced by its abbreviation or its number."""
    shown = visible(f"safe{character}txt")

    assert character not in shown
    assert f">{sign}</span>txt" in shown


def test_all_that_is_no_character_is_shown_by_a_sign() -> None:
    """None of the 66 non-characters is let through, on whatever plane."""
    assert len(NON_CHARACTERS) == 66
    for code in NON_CHARACTERS:
        assert visible(f"a{chr(code)}b").endswith(f">U+{code:04X}</span>b")


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


@pytest.mark.parametrize(
    "text",
    [
        "❤️ ☎︎ ©️ 1️⃣ #️⃣ 👩‍❤️‍💋‍👨 🏳️‍⚧️ ⁉️ ‼️ ™️ ㊗️",
        "葛\U000e0100城市 辻\U000e0101 﨑\ufe00 、\ufe01",
        "0\ufe00 ∩\ufe00 \u211b\ufe00 က\ufe00 “\ufe00",
        "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌ ᠊ᠠ\u180b ᠡ\u180d ᠰᠠᠷ\u180eᠠ",
        "\u1112\u1160 \u115f\u1161 \u115f\u1160\u11ab 한글",
        "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
        "⠀⠀⠀⠀\n⠀⣿⣿⠀\n⠀⠀⠀⠀",
        "u\u034f\u0308 ירושל\u05b7\u034f\u05b4ם",
    ],
)
def test_what_is_invisible_stays_where_a_writing_has_it(text: str) -> None:
    """Selectors after what has variants, fillers among jamo, blanks among dots are no deceit."""
    assert list(deceiving(text)) == []
    assert Markup.escape(text) == visible(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tiếng Việt",
        unicodedata.normalize("NFD", "Tiếng Việt ở Đường, ǖ ᾧ́ ấ"),
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים יְרוּשָׁלַ֗͏ִם תִּֿרְצָ֖͏ח שּׁ֔וֹ",
        "بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ ۛ لِّلۡمُتَّقِینَ ضَآلّٗاۖ",
        "བསྒྲུབས་ རྐྱེན་ ཧྐྵྨླྺྲྱཾ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ",
        "ที่นี่ เก็บน้ำ กุ้ง ปู่",
        "क्षत्रियाणां र्त्स्न्य ज्ज्वलै॒र्ग्निं॑",
        "မြန်မာစာ ရွှေ ချွံ့ ဩဂုတ် သွှို့်",
        "ខ្ញុំ ស្ត្រី ព្រះ",
        "ᾱ̣̓́ͅ ė̃ ʊ̯̃̈́ r̥̄́ e̞̽̃́",
    ],
)
def test_what_scripts_stack_comes_through_exactly(text: str) -> None:
    """Points, accents, cantillation, vowels and stacked letters of real scripts are no deceit."""
    assert list(deceiving(text)) == []
    assert Markup.escape(text) == visible(text)


def test_eight_marks_on_a_letter_stay() -> None:
    """As many marks as some writing has are shown as they are."""
    assert visible("a" + "\u0301" * 8 + "b") == "a" + "\u0301" * 8 + "b"


@pytest.mark.parametrize("between", ["", "\u034f", "\u200d", "\u200e", "\xad", "\ufe00"])
def test_more_marks_than_any_writing_has_are_one_sign(between: str) -> None:
    """Nine marks on a letter are shown by one sign, whatever stands between them unseen."""
    run = between.join("\u0301" * 9)

    assert visible(f"a{run}b") == (
        f'a<span class="hidden-character" title="{len(run)} marks on one letter">'
        f"{len(run)} marks</span>b"
    )


def test_a_row_of_blanks_is_one_sign() -> None:
    """Blanks of Braille between words are shown as so many blanks."""
    assert ">3 × U+2800</span>" in visible("a⠀⠀⠀b")  # noqa: RUF001 - as it is shown


@pytest.mark.parametrize("text", ["\xad", "a\xad", "\xada", "a \xadb", "a\xad b", "a\xad\xadb"])
def test_a_soft_hyphen_that_breaks_no_word_is_shown_by_a_sign(text: str) -> None:
    """Hyphenation stands between two characters that are seen; elsewhere it hides something."""
    assert ">SHY</span>" in visible(text)
    assert "\xad" not in visible(text)


def test_a_lone_tag_is_a_deceit_and_a_flags_tags_are_not() -> None:
    """Tags after a black flag are the flag; the same tags after anything else are hidden text."""
    tags = "\U000e0067\U000e007f"

    assert list(deceiving(f"🏴{tags}")) == []
    assert len(list(deceiving(f"a{tags}"))) == 2


def test_a_flag_holds_no_message() -> None:
    """More tags than a region's code has are hidden text after a black flag, too."""
    message = "".join(chr(0xE0000 + ord(letter)) for letter in "ignorewhatissaid")

    assert len(list(deceiving(f"🏴{message}\U000e007f"))) == len(message) + 1


@given(st.text(st.characters() | st.sampled_from("a\u0301\u034f\xad\u2800⠃\ufe0f❤\u1160ᄀ\n")))
@example("a" + "\u0301" * 30 + "b")
@example("\u2800\u2800 a")
def test_everything_else_is_kept(text: str) -> None:
    """Without the signs, what is shown is the text without what deceives, in its order."""
    found = list(deceiving(text))
    gone = {at for one in found for at in range(one.at, one.end)}
    kept = "".join(c for at, c in enumerate(text) if at not in gone)
    shown = str(visible(text))
    for one in found:
        shown = shown.replace(
            f'<span class="hidden-character" title="{Markup.escape(one.name)}">{one.sign}</span>',
            "",
            1,
        )

    assert str(Markup.escape(kept)) == shown


@pytest.mark.parametrize("code", range(256))
def test_long_texts_are_looked_at_as_closely_as_short_ones(code: int) -> None:
    """A sign can be seen, or cannot, wherever it stands in a text of whatever length."""
    sign = chr(code)

    assert is_plain(f"{'words ' * 100}{sign}") == is_plain(sign)
    assert is_plain(f"{sign}{' words' * 100}") == is_plain(sign)
