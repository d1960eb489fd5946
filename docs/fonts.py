"""
Take the fonts of share cards out of the whole ones: docs/fonts.py NOTO-FOLDER NOTO-EMOJI-FILE.

The folder is that of Debian's fonts-noto-core (/usr/share/fonts/truetype/noto).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uharfbuzz as hb

TARGET: Final = Path(__file__).resolve().parent.parent / "theme" / "fonts"

Ranges = tuple[tuple[int, int], ...]

#: Latin, Greek and Cyrillic with their marks, punctuation, currencies and number forms.
ORDINARY: Final[Ranges] = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF),
    (0x2000, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
)  # fmt: skip
ARABIC: Final[Ranges] = (
    (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x200C, 0x200F), (0xFD3E, 0xFD3F),
    (0xFDF0, 0xFDFD),
)  # fmt: skip
SIGNS: Final[Ranges] = (
    (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2610, 0x2612), (0x2713, 0x2718),
)  # fmt: skip
MATHEMATICS: Final[Ranges] = ((0x2153, 0x215E), (0x2190, 0x21FF), (0x2200, 0x22FF))
#: Of what emoji are joined: an ordinary font may have these too.
JOINED: Final[Ranges] = ((0x200D, 0x200D), (0x1F1E6, 0x1F1FF), (0xE0020, 0xE007F))
WHOLE: Final = ("Armenian", "Bengali", "Devanagari", "Georgian", "Hebrew", "Thai")
#: Digits and signs that emoji fonts have for keys.
KEYS: Final = 0xFF


def main(noto: Path, emoji: Path) -> None:
    """
    Write every font.
    """
    taken = write(noto / "NotoSans-Bold.ttf", within(ORDINARY))
    write(noto / "NotoSansArabic-Bold.ttf", within(ARABIC))
    for script in WHOLE:
        write(noto / f"NotoSans{script}-Bold.ttf", lambda _: True)
    for name, ranges in (("Symbols2", SIGNS), ("Math", MATHEMATICS)):
        wanted, known = within(ranges), frozenset(taken)
        path = noto / f"NotoSans{name}-Regular.ttf"
        taken |= write(path, lambda code, w=wanted, k=known: w(code) and code not in k)
    joined = within(JOINED)
    write(
        emoji,
        lambda code: (code > KEYS and code not in taken) or joined(code),
        "NotoEmoji-Bold.ttf",
        {"wght": 700},
    )


def within(ranges: Ranges) -> Callable[[int], bool]:
    """
    Return what tells whether a character is in any of the ranges.
    """
    return lambda code: any(first <= code <= last for first, last in ranges)


def write(
    path: Path,
    wanted: Callable[[int], bool],
    name: str = "",
    weight: dict[str, int] | None = None,
) -> set[int]:
    """
    Write a part of a font.

    Args:
        path: The whole font.

        wanted: Tells of each character whether it is in the part.

        name: The part's file; the font's own name, if none is given.

        weight: Of a font that has several, the one to keep.

    Returns:
        The characters that are in the part.
    """
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    codes = {code for code in face.unicodes if wanted(code)}
    part = hb.SubsetInput()
    part.unicode_set.update(codes)
    part.flags = hb.SubsetFlags.NO_HINTING
    part.name_id_set.update(set(range(15)))
    for axis, value in (weight or {}).items():
        part.pin_axis_location(face, axis, value)
    (TARGET / (name or path.name)).write_bytes(part.subset(face).blob.data)
    return codes


if __name__ == "__main__":
    main(*(Path(one) for one in sys.argv[1:3]))
