"""
The colours of the theme, for pictures: read off its style sheet's tokens.

Of CSS as much is understood as ``theme/static/css/tokens.css`` says it with: ``var()``,
``light-dark()``, of which pictures take the light one, ``oklch()`` and ``#rrggbb``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

RGB = tuple[int, int, int]

TOKEN: Final = re.compile(r"--([a-z0-9-]+):\s*([^;{}]+);")
LIGHT: Final = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),.*\)", re.DOTALL)
VARIABLE: Final = re.compile(r"var\(\s*--([a-z0-9-]+)\s*\)")
OKLCH: Final = re.compile(r"oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)\s*\)")
HEXADECIMAL: Final = re.compile(r"#([0-9a-fA-F]{6})")

#: How often one token may lead to another.
MOST_STEPS: Final = 10

#: Where a theme has no such token, or writes it in another way.
WHITE: Final[RGB] = (255, 255, 255)
BLACK: Final[RGB] = (0, 0, 0)


class Palette:
    """
    The colours by the names of their tokens.
    """

    def __init__(self, css: str) -> None:
        """
        Take a style sheet's text.
        """
        self._tokens: Mapping[str, str] = dict(TOKEN.findall(css))

    def colour(self, name: str, otherwise: RGB) -> RGB:
        """
        Return a token's colour as light pages show it.

        Args:
            name: The token, without its dashes.

            otherwise: What is returned where it is not there, or not understood.
        """
        told = self._tokens.get(name, "")
        for _ in range(MOST_STEPS):
            if light := LIGHT.fullmatch(told):
                told = light[1].strip()
            elif variable := VARIABLE.fullmatch(told):
                told = self._tokens.get(variable[1], "")
        if oklch := OKLCH.fullmatch(told):
            return _from_oklch(*(float(one) for one in oklch.groups()))
        if hexadecimal := HEXADECIMAL.fullmatch(told):
            red, green, blue = bytes.fromhex(hexadecimal[1])
            return red, green, blue
        return otherwise


def _from_oklch(lightness: float, chroma: float, hue: float) -> RGB:
    """Return a colour in sRGB, each part cut to what a screen can show (CSS Color 4, 10 to 12)."""
    a, b = (chroma * turn(math.radians(hue)) for turn in (math.cos, math.sin))
    light = lightness / 100
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _shown(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _shown(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _shown(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _shown(linear: float) -> int:
    """Return a part of a colour as a screen takes it (IEC 61966-2-1)."""
    part = min(max(linear, 0.0), 1.0)
    bent = 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004
    return round(255 * bent)
