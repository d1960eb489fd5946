"""
Fonts: which one has a character, what shape a text takes in it, and how it is drawn.

HarfBuzz does all of it. What the system has installed is never asked: pictures must come out the
same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz as hb

from factcheck.adapters.drawing.order import in_sight, levels

#: The weight that is drawn, of fonts that have several in one file (OpenType's axis ``wght``).
WEIGHT: Final = 700

#: What has no shape of its own: a font need not have it.
SHAPELESS: Final = re.compile(
    "[\xad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff\ufff9-\ufffb]"
)

#: Texts that are shaped again and again: names, words of ratings, the words of one claim.
KEPT: Final = 4096


class Glyph(NamedTuple):
    """
    One shape to be drawn.
    """

    font: int
    number: int

    #: From where the text begins, in ems; downward is positive.
    x: float
    y: float


class Writing(NamedTuple):
    """
    How a text is written.
    """

    #: BCP 47; some letters have another shape in another language.
    language: str
    is_rtl: bool


class Box(NamedTuple):
    """
    A size in pixels.
    """

    width: int
    height: int


class Shaped(NamedTuple):
    """
    A text in its shape, one line.
    """

    glyphs: tuple[Glyph, ...]

    #: In ems.
    width: float


class BadFont(ValueError):  # noqa: N818 - says which
    """A file is no font."""


class Fonts:
    """
    Some fonts, of which the first that has a character draws it.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        """
        Open the fonts.

        Args:
            files: TrueType or OpenType; of a collection, the first font is taken.

        Raises:
            OSError: If one cannot be read.

            BadFont: If one is no font.
        """
        self._faces = [_opened(path) for path in files]
        self._hash = blake2b("".join(told for _, _, told in self._faces).encode(), digest_size=16)
        self._pen = hb.RasterDraw()
        self._known: dict[str, int | None] = {}
        self.shaped = lru_cache(KEPT)(self._shaped)

    @property
    def key(self) -> str:
        """What the fonts' bytes are known by."""
        return self._hash.hexdigest()

    def lacks(self, text: str) -> str:
        """
        Return the characters of a text that no font has, each once.
        """
        lacking = (one for one in dict.fromkeys(text) if self._font_of(one) is None)
        return "".join(one for one in lacking if not one.isspace() and not SHAPELESS.match(one))

    def plain(self, text: str) -> str:
        """
        Return a text with plain letters for those that only differ in style, if no font has them.

        Such as mathematical bold ones (Unicode's compatibility decomposition, UAX #15).
        """
        if not self.lacks(text):
            return text
        return "".join(
            one if self._font_of(one) is not None else unicodedata.normalize("NFKC", one)
            for one in text
        )

    def draw(self, lines: Sequence[tuple[Shaped, float, float]], size: float, box: Box) -> bytes:
        """
        Draw lines of text; what would reach out of the box is not drawn.

        Args:
            lines: Each with the place where it begins, on the letters' base line.

            size: Pixels of an em.

            box: Width and height of what is drawn.

        Returns:
            A byte for each pixel, from the top: how far it is covered.
        """
        pen, width, height = self._pen, box.width, box.height
        pen.reset()
        pen.extents = hb.RasterExtents(0, 0, width, height, width)
        for line, left, base in lines:
            for font, number, x, y in line.glyphs:
                _, drawn, _ = self._faces[font]
                scale = size / drawn.face.upem
                pen.transform = (scale, 0, 0, -scale, left + x * size, base + y * size)
                pen.draw_glyph(drawn, number)
        image = pen.render()
        return bytes(image.buffer) if image and image.buffer else bytes(width * height)

    def _shaped(self, text: str, writing: Writing) -> Shaped:
        """
        Return a text's shape, in the order in which it is seen.

        Args:
            text: One line.

            writing: How that is written which it is a part of.
        """
        glyphs, x, fonts = list[Glyph](), 0.0, self._fonts_of(text)
        for level, start, end in in_sight([*_runs(levels(text, is_rtl=writing.is_rtl), fonts)]):
            read = (level, writing.language)
            for glyph, advance in self._run(text[start:end], fonts[start], read, x):
                glyphs.append(glyph)
                x += advance
        return Shaped(tuple(glyphs), x)

    def _run(
        self, text: str, font: int, read: tuple[int, str], x: float
    ) -> Iterator[tuple[Glyph, float]]:
        """Give each glyph of one font and one direction, and how far the next one stands."""
        _, drawn, _ = self._faces[font]
        buffer, upem = hb.Buffer(), drawn.face.upem
        buffer.add_str(text)
        buffer.direction = "rtl" if read[0] % 2 else "ltr"
        buffer.guess_segment_properties()
        buffer.language = read[1]  # never the machine's
        hb.shape(drawn, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            right, down = place.x_offset / upem, -place.y_offset / upem
            yield Glyph(font, info.codepoint, x + right, down), place.x_advance / upem
            x += place.x_advance / upem

    def _fonts_of(self, text: str) -> list[int]:
        """
        Return which font draws each character.

        What belongs to the character before it is drawn with it; what is common to all scripts,
        such as a full stop, too, if that font has it. After a space it begins anew, so that a word
        is as wide in its line as by itself.
        """
        fonts, before = list[int](), 0
        for character in text:
            before = 0 if character.isspace() else before
            own = self._font_of(character)
            clings = not character.isalnum()
            if own is not None and not (clings and ord(character) in self._faces[before][0]):
                before = own
            fonts.append(before)
        return fonts

    def _font_of(self, character: str) -> int | None:
        if character not in self._known:
            order, code = range(len(self._faces)), ord(character)
            whole = (at for at in order if code in self._faces[at][0])
            composed = (at for at in order if self._has(at, character))
            self._known[character] = next(chain(whole, composed), None)
        return self._known[character]

    def _has(self, font: int, character: str) -> bool:
        """Tell whether a font has a character, or all that it is composed of."""
        characters, _, _ = self._faces[font]
        if ord(character) in characters:
            return True
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(ord(part) in characters for part in parts)


def _runs(found: Sequence[int], fonts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Part a text where its direction changes, or its font: a level, a beginning and an end."""
    at = 0
    for (level, _), run in groupby(zip(found, fonts, strict=True)):
        end = at + len([*run])
        yield level, at, end
        at = end


def _opened(path: Path) -> tuple[frozenset[int], hb.Font, str]:
    data = path.read_bytes()
    face = hb.Face(hb.Blob(data))
    characters = frozenset(face.unicodes)
    if not characters:
        msg = f"{path} is no font that can be drawn: expected TrueType or OpenType"
        raise BadFont(msg)
    font = hb.Font(face)
    if any(axis.tag == "wght" for axis in face.axis_infos):
        font.set_variations({"wght": WEIGHT})
    return characters, font, blake2b(data, digest_size=16).hexdigest()
