"""
The sixteen colours of a card, of which four bits hold one, and the file that it becomes.

They are steps from the page's colour to the text's, from a badge's field to its ink, and two more
for a badge's edge.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

from factcheck.adapters.drawing.shown import RGB

#: Places in the palette: steps from page to text, from field to ink, from page to ink.
TEXT, FIELD, INK = 6, 7, 11
ON_PAGE: Final = bytes(round(v * TEXT / 255) for v in range(256))
QUIET: Final = bytes(round(v * (TEXT - 1) / 255) for v in range(256))
ON_BAND: Final = bytes(TEXT - step for step in ON_PAGE)
ON_FIELD: Final = bytes(FIELD + round(v * (INK - FIELD) / 255) for v in range(256))
EDGE: Final = bytes((0, 12, 13, INK)[round(v * 3 / 255)] for v in range(256))
WITHIN: Final = bytes(INK + FIELD - step for step in ON_FIELD)

#: zlib's way to look only for what repeats at once: the fastest, and the smallest of the fast.
RUN_LENGTHS: Final = 3


def in_palette(image: Image.Image) -> Image.Image:
    """
    Return an image whose bytes are places in the palette.
    """
    return Image.frombytes("P", image.size, image.tobytes())


@lru_cache(maxsize=64)
def palette(page: RGB, text: RGB, field: RGB, ink: RGB) -> bytes:
    """
    Return a card's colours: red, green and blue of each in turn.

    Args:
        page: Of the card.

        text: Of its words.

        field: Of its badge.

        ink: Of what stands in the badge.
    """
    colours = [_between(page, text, step / TEXT) for step in range(TEXT + 1)]
    steps = INK - FIELD
    colours += [_between(field, ink, step / steps) for step in range(steps + 1)]
    colours += [_between(page, ink, step / 3) for step in (1, 2)]
    return b"".join(bytes(colour) for colour in colours)


def png(image: Image.Image) -> bytes:
    """
    Write a card.
    """
    written = BytesIO()
    image.save(written, "PNG", bits=4, compress_type=RUN_LENGTHS)
    return written.getvalue()


def _between(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
