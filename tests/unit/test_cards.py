from __future__ import annotations

import random
import struct
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import NamedTuple

import pytest
from coloraide import Color
from factcheck.adapters.drawing import card as drawing
from factcheck.adapters.drawing.card import WIDTH, Artist
from factcheck.adapters.drawing.fonts import BadFont, Fonts, Writing
from factcheck.adapters.drawing.lines import ELLIPSIS, MOST, cleaned, fitted
from factcheck.adapters.drawing.order import in_sight, levels, runs_right_to_left
from factcheck.adapters.drawing.seal import is_sealed, sealed
from factcheck.adapters.drawing.shapes import BadShape, mask
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Colour, Shape
from factcheck.model.site import Project
from factcheck.model.vocabulary import Prominence
from factcheck.publishing.cards import SHAPE, CardBadge, CardMaker, CardView
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.palette import Palette
from factcheck.publishing.templates import Templates
from factcheck.publishing.words import IN_ENGLISH, direction
from factcheck.usecases.cards import TOKENS, card_fonts
from factcheck.usecases.read import Contents
from hypothesis import given
from hypothesis import strategies as st
from odd_texts import LONG, ODD_TEXTS, OddText
from PIL import Image
from specimens import ROOT, project

THEME = Templates(ROOT / "theme")
PALETTE = Palette((ROOT / "theme" / TOKENS).read_text(encoding="utf-8"))

#: The largest picture of any odd text took 48 kB.
MOST_BYTES = 60_000

#: What a text takes up at most beyond its own width: a slanted letter, a mark.
OVERHANG = 12


class Ink(NamedTuple):
    """Where something is drawn in a card's field for the text."""

    left: int
    top: int
    right: int
    bottom: int


@cache
def artist() -> Artist:
    return Artist(card_fonts(project(ROOT)))


@cache
def badge(label: str = "Mostly false", shape: str = "cross") -> CardBadge:
    drawn = THEME.part(SHAPE, "shape", shape, IN_ENGLISH)
    return CardBadge(label, "en", drawn, (90, 20, 20), (250, 235, 230))


def view(text: str, language: str = "en", **others: object) -> CardView:
    is_rtl = direction(language) == "rtl"
    shown = CardView(
        site="The Example Desk",
        desk="Example Newsroom",
        kind="Claim",
        notice="This is a sample.",
        language=language,
        is_rtl=is_rtl,
        text=text,
        text_language=language,
        is_text_rtl=is_rtl,
        badge=badge(),
        counts="Six claims were rated.",
        page_colour=(255, 255, 255),
        text_colour=(20, 20, 40),
    )
    return shown._replace(**others)  # type: ignore[arg-type]


def picture(shown: CardView) -> Image.Image:
    return Image.open(BytesIO(artist().draw(shown)))


def ink(shown: CardView) -> Ink | None:
    """Return where a card's text is drawn, from the left edge of its field."""
    field = (drawing.MARGIN, drawing.TEXT_TOP, WIDTH - drawing.MARGIN, drawing.FOOT_TOP - 2)
    found = picture(shown).crop(field).convert("L").point(lambda v: 255 * (v < 250)).getbbox()
    return Ink(*found) if found else None


def odd(case: OddText) -> str:
    return case.text[:24].encode("ascii", "backslashreplace").decode()


#: Letters, marks and signs of many scripts, some of which change beside others.
LETTERS = sorted(
    {letter for case in ODD_TEXTS for letter in case.text[:200]} | {" ", "-", "\u2010"}
)

#: Those whose letters the theme's fonts have.
DRAWN = [case for case in ODD_TEXTS if not artist().lacks(view(case.text))]


@pytest.mark.parametrize("case", ODD_TEXTS, ids=odd)
def test_any_text_becomes_a_card_of_one_size(case: OddText) -> None:
    """Whatever a claim holds, its card is a small PNG of 1200 by 630 in sixteen colours."""
    data = artist().draw(view(case.text, case.language))
    image = Image.open(BytesIO(data))

    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert data[24] == 4, "bits of a pixel"
    assert len(data) < MOST_BYTES


@pytest.mark.parametrize("case", DRAWN, ids=odd)
def test_no_text_leaves_its_room(case: OddText) -> None:
    """Every line is drawn within the margins, and no more lines than there is room for."""
    fonts, writing = artist().fonts, Writing(case.language, direction(case.language) == "rtl")
    text = fonts.plain(cleaned(case.text))
    room = drawing.ROOM
    lines = fitted(text, room, fonts, writing)

    assert len(lines.texts) <= room.lines(lines.size)
    for line in lines.texts:
        assert fonts.shaped(line, writing).width * lines.size <= room.width + 1
        assert len(fonts.shaped(line, writing).glyphs) <= MOST


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=200), st.booleans())
def test_whatever_is_mixed_stays_in_its_room(text: str, is_rtl: bool) -> None:  # noqa: FBT001
    """Letters, marks and signs of all scripts, in any order, are drawn within the margins."""
    fonts, writing = artist().fonts, Writing("en", is_rtl)

    lines = fitted(cleaned(text), drawing.ROOM, fonts, writing)

    assert len(lines.texts) <= drawing.ROOM.lines(lines.size)
    for line in lines.texts:
        wide = fonts.shaped(line, writing).width * lines.size
        assert wide <= drawing.ROOM.width or len(line) < 4


@pytest.mark.parametrize("case", DRAWN, ids=odd)
def test_no_empty_box_is_drawn(case: OddText) -> None:
    """Of a text whose letters the fonts have, no glyph is the one for what is missing."""
    fonts = artist().fonts
    text = fonts.plain(cleaned(case.text))

    shaped = fonts.shaped(text, Writing(case.language, direction(case.language) == "rtl"))

    assert all(glyph.number for glyph in shaped.glyphs)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [("桥建于1905年", "桥建于年"), ("word \ue000", "\ue000"), ("ok \u0378", "\u0378")],
)
def test_words_without_a_font_are_left_out_whole(text: str, lacking: str) -> None:
    """A card for whose words no font is there shows the rating alone, and which letters lack."""
    assert artist().lacks(view(text)) == lacking
    assert artist().draw(view(text)) == artist().draw(view(""))
    assert artist().draw(view("")) != artist().draw(view("A text"))


def test_a_rating_without_its_word_is_not_shown() -> None:
    """Where a rating's word cannot be drawn, neither shape nor colour stands for it."""
    wordless = view("A text", badge=badge("错误"))

    assert artist().lacks(wordless) == "错误"
    assert artist().draw(wordless) == artist().draw(view("A text", badge=None))


def test_where_nothing_is_rated_as_a_whole_the_claims_are_counted(
    contents: Contents, make: CardMaker
) -> None:
    """The card of a fact-check without a rating of its own says how its claims came out."""
    unrated = [
        check for check in contents.checks if not check.rating and not check.verdict.withdrawn
    ]
    counted = [next(make(check))[1].counts for check in unrated]
    bare = view("A text", badge=None)

    assert counted
    assert all(counted)
    assert artist().draw(bare) != artist().draw(bare._replace(counts="Two claims were rated."))


def test_letters_that_differ_in_style_are_drawn_as_plain_ones() -> None:
    """Bold letters of mathematics, with which posts are decorated, are drawn as ordinary ones."""
    fancy = "".join(chr(0x1D400 + ord(letter) - ord("A")) for letter in "FAKE")

    assert artist().draw(view(fancy)) == artist().draw(view("FAKE"))


def test_a_card_is_the_same_whoever_draws_it() -> None:
    """Two processes with the same fonts draw the same bytes, in whatever order they draw."""
    cards = [view(case.text, case.language) for case in ODD_TEXTS[:30]]
    shuffled = random.Random(7).sample(cards, len(cards))  # noqa: S311 - no secret
    other = Artist(card_fonts(project(ROOT)))
    drawn = {one: other.draw(one) for one in shuffled}

    assert [artist().draw(one) for one in cards] == [drawn[one] for one in cards]
    assert other.key == artist().key


@pytest.mark.parametrize(
    ("text", "language"),
    [("قال الوزير", "ar"), ("הגשר נבנה", "he"), ("این پل", "fa"), ("BBC", "ar")],
)
def test_a_text_from_right_to_left_stands_at_the_right(text: str, language: str) -> None:
    """A short text in a language from right to left ends at the right margin."""
    found = ink(view(text, language))

    assert found
    assert found.right >= drawing.INNER - OVERHANG
    assert found.left > drawing.INNER / 3


def test_a_text_from_left_to_right_stands_at_the_left() -> None:
    """A short English text begins at the left margin."""
    found = ink(view("Four arches"))

    assert found
    assert found.left <= OVERHANG
    assert found.right < drawing.INNER * 2 / 3


def test_a_short_text_is_larger_than_a_long_one() -> None:
    """A text is drawn as large as it fits, down to the smallest size; then it is cut."""
    fonts, writing = artist().fonts, Writing("en", is_rtl=False)
    short, long, too_long = (
        fitted(text, drawing.ROOM, fonts, writing) for text in ("False.", LONG, f"{LONG} {LONG}")
    )

    assert short.size == drawing.ROOM.sizes[0]
    assert short.size > long.size >= too_long.size == drawing.ROOM.sizes[-1]
    assert " ".join(long.texts) == LONG


def test_a_long_text_is_cut_at_a_word() -> None:
    """What remains of a text that is too long is its first words, whole, and an ellipsis."""
    text = f"{LONG} {LONG}"
    fonts, writing = artist().fonts, Writing("en", is_rtl=False)

    shown = " ".join(fitted(text, drawing.ROOM, fonts, writing).texts)

    assert shown.endswith(ELLIPSIS)
    kept = shown.removesuffix(ELLIPSIS)
    assert text.startswith(kept)
    assert text[len(kept)] in " ,.;:"


def test_a_letter_keeps_its_marks_where_a_word_is_broken() -> None:
    """A word longer than a line breaks before a letter, never between a letter and its mark."""
    text = "e\u0300\u0316" * 200
    fonts, writing = artist().fonts, Writing("en", is_rtl=False)

    lines = fitted(text, drawing.ROOM, fonts, writing).texts

    assert len(lines) > 1
    assert all(line.startswith("e") for line in lines)


def test_nothing_of_a_text_reorders_a_card() -> None:
    """Overrides, isolates and control characters change nothing of what is drawn."""
    hidden = "A\u202e\u2067 b\u2069\u202cri\0dge\x1b\u200b"

    assert artist().draw(view(hidden)) == artist().draw(view("A bridge\u200b"))
    assert ink(view("A bridge\u200b")) == ink(view("A bridge"))


@pytest.mark.parametrize(
    ("text", "is_rtl", "expected"),
    [
        ("car is a CAR in arabic", False, "car is a RAC in arabic"),
        ("HE SAID car MEANS CAR", True, "RAC SNAEM car DIAS EH"),
        ("ab (CD) ef", False, "ab (DC) ef"),
        ("AB (cd) EF", True, "FE (cd) BA"),
        ("AB 12%", True, "12% BA"),
    ],
)
def test_both_directions_in_one_line(text: str, is_rtl: bool, expected: str) -> None:  # noqa: FBT001
    """Words of both directions stand as in the examples of Unicode's UAX #9 (capitals: Hebrew)."""
    letters = {ord("A") + at: 0x5D0 + at for at in range(26)}
    back = {new: old for old, new in letters.items()}
    assert seen(text.translate(letters), is_rtl=is_rtl).translate(back) == expected


def seen(text: str, *, is_rtl: bool) -> str:
    """Return a text's letters in the order in which they are seen."""
    runs = [(level, at, at + 1) for at, level in enumerate(levels(text, is_rtl=is_rtl))]
    mirrored = str.maketrans("()", ")(")
    return "".join(
        text[start:end].translate(mirrored) if level % 2 else text[start:end]
        for level, start, end in in_sight(runs)
    )


@given(st.text(alphabet="ab אבعر\u06612 ()[]%.,:/\u0301\u200f-", max_size=40), st.booleans())
def test_reordering_loses_no_character(text: str, is_rtl: bool) -> None:  # noqa: FBT001
    """However directions are mixed, every character is seen, once."""
    runs = [(level, at, at + 1) for at, level in enumerate(levels(text, is_rtl=is_rtl))]

    assert sorted(start for _, start, _ in in_sight(runs)) == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "is_rtl"), [("(שלום) abc", True), ("12 abc שלום", False), ("", False)]
)
def test_the_first_letter_tells_the_direction(text: str, *, is_rtl: bool) -> None:
    """A name runs as its first letter does, whatever stands before it."""
    assert runs_right_to_left(text) is is_rtl


@pytest.mark.parametrize("name", list(Shape))
def test_every_shape_of_the_theme_is_drawn(name: Shape) -> None:
    """Each rating's shape is drawn from the theme's own SVG, and no two look alike."""
    shapes = {one: mask(THEME.part(SHAPE, "shape", one.value, IN_ENGLISH), 48) for one in Shape}
    alike = [one for one, image in shapes.items() if image.tobytes() == shapes[name].tobytes()]

    assert shapes[name].getbbox()
    assert alike == [name]


@pytest.mark.parametrize(
    "svg", ["", "<svg>", '<svg><path d="M1 1Q2 2 3 3"/></svg>', '<svg><circle r="x"/></svg>']
)
def test_a_shape_that_is_not_understood_is_refused(svg: str) -> None:
    """A theme's shape that cannot be drawn is told, and not left away."""
    with pytest.raises(BadShape):
        mask(svg, 48)


@pytest.mark.parametrize("colour", list(Colour))
@pytest.mark.parametrize("part", ["ink", "fill"])
def test_colours_are_the_themes(colour: Colour, part: str) -> None:
    """A rating has on its card the colours that light pages give it, to a step of 255."""
    name = f"rating-{colour.value}-{part}"
    told = (ROOT / "theme" / TOKENS).read_text(encoding="utf-8").split(f"--{name}: light-dark(")[1]
    light = Color(told.split(")")[0] + ")").convert("srgb").clip()

    found = PALETTE.colour(name, (0, 0, 0))

    assert found == pytest.approx([255 * part for part in light.coords()], abs=1)


@pytest.mark.parametrize(
    "css", ["", "--a: red;", "--a: var(--b);", "--a: var(--a);", "--a: oklch(x y z);"]
)
def test_a_colour_that_is_not_understood_is_the_other_one(css: str) -> None:
    """Where a theme has no such token, or writes it otherwise, another colour takes its place."""
    assert Palette(css).colour("a", (1, 2, 3)) == (1, 2, 3)


def test_a_seal_holds_for_one_picture_and_one_key() -> None:
    """A sealed picture shows the same; it holds no longer once a bit or the key is another."""
    plain = artist().draw(view("A text"))
    data = sealed(plain, "key")
    at = len(data) // 2
    changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    assert Image.open(BytesIO(data)).tobytes() == Image.open(BytesIO(plain)).tobytes()
    assert is_sealed(data, "key")
    assert not is_sealed(data, "another")
    assert not is_sealed(changed, "key")
    assert not any(is_sealed(data[:end], "key") for end in range(0, len(data), 997))
    assert chunks(data) == [b"IHDR", b"PLTE", b"IDAT", b"fcSL", b"IEND"]


def chunks(png: bytes) -> list[bytes]:
    """Name a picture's chunks (PNG 1.2, 3.2), pieces of one as one."""
    at, found = 8, list[bytes]()
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return list(dict.fromkeys(found))


def test_a_file_that_is_no_font_is_refused() -> None:
    """What is named as a font and is none is told by its name."""
    with pytest.raises(BadFont, match="odd_texts"):
        Fonts([ROOT / "tests" / "odd_texts.py"])


@pytest.fixture(scope="module")
def make(maker: PageMaker) -> CardMaker:
    return CardMaker(maker, THEME, PALETTE)


def test_there_is_a_card_for_each_key_claim(contents: Contents, make: CardMaker) -> None:
    """A fact-check has one card and each of its key claims another; minor claims have none."""
    for check in contents.checks:
        if check.verdict.withdrawn is None:
            key = [one.claim.id for one in check.claims if one.claim.prominence is Prominence.KEY]
            folder = f"checks/{check.slug}"

            assert [path for path, _ in make(check)] == [
                f"{folder}/index.png",
                *(f"{folder}/{id_}.png" for id_ in key),
            ]


def test_what_was_taken_back_has_no_card(contents: Contents, make: CardMaker) -> None:
    """A withdrawn fact-check has no picture to be shared with."""
    gone = [check for check in contents.checks if check.verdict.withdrawn]

    assert gone
    assert not any(list(make(check)) for check in gone)


def test_a_card_stays_the_same_where_it_shows_the_same(
    contents: Contents, make: CardMaker
) -> None:
    """Another reason makes no other card; another title does."""
    check = contents.checks[0]

    def with_(**changes: str) -> FactCheck:
        return replace(check, verdict=check.verdict.model_copy(update=changes))

    assert list(make(with_(reason="Another."))) == list(make(check))
    assert list(make(with_(title="Another"))) != list(make(check))


def test_a_specimens_card_says_so(contents: Contents, make: CardMaker) -> None:
    """The card of a worked example says that it is one."""
    samples = [check for check in contents.checks if check.verdict.sample]

    assert samples
    for check in samples:
        assert all(card.notice for _, card in make(check))
        assert artist().draw(view("A text", notice="This is a sample.")) != artist().draw(
            view("A text", notice="")
        )


def test_every_shipped_card_shows_its_words(contents: Contents, make: CardMaker) -> None:
    """The theme's fonts have every letter of the shipped fact-checks, in all their languages."""
    cards = [card for check in contents.checks for _, card in make(check)]

    assert {card.text_language for card in cards} >= {"en", "es", "uk", "ar"}
    assert not [card.text for card in cards if artist().lacks(card)]


def test_the_fonts_are_the_themes_then_the_desks(project: Project) -> None:
    """A font that the desk names is asked after those of the theme."""
    own = ROOT / "more.ttf"
    fonts = card_fonts(replace(project, card_fonts=(own,)))

    assert fonts[-1] == own
    assert {font.parent for font in fonts[:-1]} == {project.theme / "fonts"}
