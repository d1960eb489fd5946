"""
A share card: the picture that stands for a page where somebody shares it.

What cards have in common is drawn once and copied; only the text is drawn for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import PIL
import uharfbuzz as hb
from PIL import Image, ImageDraw

from factcheck.adapters.drawing import shapes
from factcheck.adapters.drawing.fonts import Box, Fonts, Writing
from factcheck.adapters.drawing.lines import Room, cleaned, fitted
from factcheck.adapters.drawing.order import runs_right_to_left
from factcheck.adapters.drawing.shown import Badge, Card
from factcheck.adapters.drawing.tones import (
    EDGE,
    INK,
    ON_BAND,
    ON_FIELD,
    ON_PAGE,
    QUIET,
    TEXT,
    WITHIN,
    in_palette,
    palette,
    png,
)

#: In pixels, as those who show cards ask for (Open Graph's usual 1.91 to 1).
WIDTH, HEIGHT = 1200, 630

#: Where everything stands.
MARGIN: Final = 64
BAND: Final = 84
BAR: Final = 16
INNER: Final = WIDTH - 2 * MARGIN
KIND_TOP, TEXT_TOP, FOOT_TOP = 104, 156, 506
FOOT: Final = 84
#: How much of the foot a badge's word may take, and how much is left for the desk.
BADGE_WIDTH, DESK_WIDTH = 660, 380
NAME_WIDTH, NOTICE_WIDTH = 680, 380

ROOM: Final = Room(INNER, 328, 1.3, range(68, 31, -4))
FOOT_ROOM: Final = Room(BADGE_WIDTH, FOOT, 1.3, range(32, 19, -4))
#: Pixels below a text's room that its last line may reach into.
BELOW: Final = 20
#: Above the first base line, in ems: accents on capitals, vowels above.
ASCENT: Final = 1.04
#: A line by itself: its height in ems, and where its base line is.
LINE, BASE = 1.5, 1.08

#: Frames that are held at a time, 0.75 MB each: kinds, ratings and languages, by no means all.
HELD: Final = 24


class Frame(NamedTuple):
    """
    What many cards have in common.
    """

    site: str
    desk: str
    kind: str
    notice: str
    writing: Writing
    badge: Badge | None

    #: Whether a text stands above the badge.
    has_text: bool


class Artist:
    """
    Draws cards.
    """

    def __init__(self, fonts: Iterable[Path]) -> None:
        """
        Open the fonts.

        Args:
            fonts: Their files, in the order in which they are asked for a letter.

        Raises:
            OSError: If one cannot be read.

            BadFont: If one is no font.
        """
        self.fonts = Fonts(fonts)
        self._framed = lru_cache(HELD)(self._frame)
        self._shape = lru_cache(64)(shapes.mask)
        program = b"".join(one.read_bytes() for one in sorted(Path(__file__).parent.glob("*.py")))
        drawing = blake2b(program, digest_size=16).hexdigest()
        libraries = f"pillow {PIL.__version__}, uharfbuzz {hb.__version__}"

        #: What a card is drawn with, beside what it shows.
        self.key = f"drawing {drawing}, {libraries}, fonts {self.fonts.key}"

    def lacks(self, card: Card) -> str:
        """
        Return the characters of a card's text and of its rating that no font has.
        """
        label = card.badge.label if card.badge else ""
        return self.fonts.lacks(self.fonts.plain(cleaned(card.text) + cleaned(label)))

    def draw(self, card: Card) -> bytes:
        """
        Draw a card.

        Words for which no font has all characters are left out, never drawn as empty boxes; a
        rating whose word is left out is left out too.

        Returns:
            PNG.

        Raises:
            BadShape: If the theme's shape of the rating cannot be drawn.
        """
        shown = self._drawable(card.text)
        badge = card.badge if card.badge and self._drawable(card.badge.label) else None
        frame = Frame(
            self._drawable(card.site),
            self._drawable(card.desk),
            self._drawable(card.kind),
            self._drawable(card.notice),
            Writing(card.language, card.is_rtl),
            badge,
            bool(shown),
        )
        image = self._framed(frame).copy()
        if shown:
            writing = Writing(card.text_language, card.is_text_rtl)
            self._write(image, shown, writing, Block(TEXT_TOP, ROOM, ON_PAGE))
        if counts := badge is None and self._drawable(card.counts):
            room = FOOT_ROOM if frame.desk else FOOT_ROOM._replace(width=INNER)
            self._write(image, counts, frame.writing, Block(FOOT_TOP, room, QUIET))
        page, ink = card.page_colour, card.text_colour
        signs = (badge.field, badge.ink) if badge else (page, ink)
        image.putpalette(palette(page, ink, *signs))
        return png(image)

    def _drawable(self, text: str) -> str:
        """Return a text as it is drawn; nothing, if a font for it is missing."""
        shown = self.fonts.plain(cleaned(text))
        return "" if self.fonts.lacks(shown) else shown

    def _write(self, image: Image.Image, text: str, writing: Writing, block: Block) -> None:
        """Write a text, as large as it fits."""
        room = block.room
        fitting = fitted(text, room, self.fonts, writing)
        size, lines = fitting.size, []
        for number, line in enumerate(fitting.texts):
            shaped = self.fonts.shaped(line, writing)
            left = room.width - shaped.width * size if writing.is_rtl else 0.0
            lines.append((shaped, left, size * (ASCENT + room.leading * number)))
        box = Box(room.width, room.height + BELOW)
        drawn = self.fonts.draw(lines, size, box).translate(block.tones)
        left_edge = WIDTH - MARGIN - room.width if writing.is_rtl else MARGIN
        image.paste(Image.frombytes("P", box, drawn), (left_edge, block.top))

    def _frame(self, frame: Frame) -> Image.Image:
        """Draw everything but the text."""
        image, writing = Image.new("P", (WIDTH, HEIGHT)), frame.writing
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, WIDTH, BAND - 1), fill=TEXT)
        start, end = (0, 1)[:: -1 if writing.is_rtl else 1]
        self._line(image, frame.site, writing, Place(18, 34, start, NAME_WIDTH, ON_BAND))
        self._line(image, frame.notice, writing, Place(24, 26, end, NOTICE_WIDTH, ON_BAND))
        self._line(image, frame.kind, writing, Place(KIND_TOP, 28, start, INNER, QUIET))
        self._line(image, frame.desk, writing, Place(FOOT_TOP + 22, 28, end, DESK_WIDTH, QUIET))
        if frame.badge:
            left = WIDTH - BAR if writing.is_rtl else 0
            draw.rectangle((left, BAND, left + BAR - 1, HEIGHT), fill=INK)
            self._stamp(image, frame.badge, is_rtl=writing.is_rtl, is_alone=not frame.has_text)
        return image

    def _line(self, image: Image.Image, text: str, writing: Writing, place: Place) -> None:
        """Write one line, cut where it is too long."""
        if not text:
            return
        size, writing = place.size, writing._replace(is_rtl=runs_right_to_left(text))
        room = Room(place.width, round(LINE * size), LINE, (size,))
        shaped = self.fonts.shaped(fitted(text, room, self.fonts, writing).texts[0], writing)
        box = Box(place.width, round(LINE * size))
        left = (place.width - shaped.width * size) * place.side
        drawn = self.fonts.draw([(shaped, left, BASE * size)], size, box)
        at = MARGIN + round((INNER - place.width) * place.side)
        image.paste(Image.frombytes("P", box, drawn.translate(place.tones)), (at, place.top))

    def _stamp(self, image: Image.Image, badge: Badge, *, is_rtl: bool, is_alone: bool) -> None:
        """Draw a rating's badge: in the foot, or large where nothing stands above it."""
        size, height = (72, 140) if is_alone else (44, FOOT)
        sign, gap = round(1.1 * size), round(0.6 * size)
        label = self._drawable(badge.label)
        writing = Writing(badge.language, runs_right_to_left(label))
        most = (INNER if is_alone else BADGE_WIDTH) - sign - 3 * gap
        room = Room(most, height, LINE, range(size, 19, -4))
        fitting = fitted(label, room, self.fonts, writing)
        shaped = self.fonts.shaped(fitting.texts[0], writing)
        word = Box(min(most, round(shaped.width * fitting.size) + 2), height)
        width = word.width + sign + 3 * gap
        left = WIDTH - MARGIN - width if is_rtl else MARGIN
        top = TEXT_TOP + 80 if is_alone else FOOT_TOP
        _field(image, Box(width, height), (left, top))
        base = height / 2 + 0.36 * fitting.size
        drawn = self.fonts.draw([(shaped, 0.0, base)], fitting.size, Box(*word)).translate(
            ON_FIELD
        )
        signed = self._shape(badge.shape, sign).point(ON_FIELD)
        places = (left + gap, left + 2 * gap + sign)
        if is_rtl:
            places = (left + width - gap - sign, left + gap)
        inside = (word.width, height - 8)
        written = Image.frombytes("P", word, drawn).crop((0, 4, word.width, height - 4))
        image.paste(written, (places[1], top + 4, places[1] + inside[0], top + 4 + inside[1]))
        image.paste(in_palette(signed), (places[0], top + (height - sign) // 2))


class Block(NamedTuple):
    """
    Where a text stands that may have several lines.
    """

    top: int
    room: Room
    tones: bytes


class Place(NamedTuple):
    """
    Where a line stands.
    """

    top: int
    size: int

    #: 0 at the left, 1 at the right.
    side: int
    width: int
    tones: bytes


def _field(image: Image.Image, box: Box, at: tuple[int, int]) -> None:
    """Draw a badge's field with its edge, smooth."""
    fine, edge, radius = 4, 4, 14
    size = (box.width * fine, box.height * fine)
    for inset, tones in ((0, EDGE), (edge, WITHIN)):
        whole = Image.new("L", size)
        corners = (
            inset * fine,
            inset * fine,
            size[0] - inset * fine - 1,
            size[1] - inset * fine - 1,
        )
        ImageDraw.Draw(whole).rounded_rectangle(corners, (radius - inset) * fine, fill=255)
        smooth = whole.resize(box, Image.Resampling.BOX)
        image.paste(in_palette(smooth.point(tones)), at, smooth.point(bytes([0, *[255] * 255])))
