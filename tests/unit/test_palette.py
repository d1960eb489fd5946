"""
The colours of theme/static/css/tokens.css, measured.

Contrast follows WCAG 2.2, success criterion 1.4.3. Deficiencies are simulated at full severity
with the matrices of Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for
Simulation of Color Vision Deficiency". Distances are Euclidean in Oklab, where 0.02 is about the
least that is noticed.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Final

import pytest
from coloraide import Color
from factcheck.model.scale import Colour
from factcheck.model.vocabulary import State
from specimens import ROOT

TOKENS: Final = dict(
    re.findall(
        r"--([a-z0-9-]+): (.+?);",
        (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8"),
    )
)
THEMES: Final = ("light", "dark")
VISIONS: Final = ("all colours", "protan", "deutan", "tritan")

#: Three times what is just noticed.
APART: Final = 0.06

STATES: Final = tuple(state.value for state in State)
RATINGS: Final = tuple(colour.value for colour in Colour)


def token(name: str, theme: str) -> Color:
    """Return a token's colour, as a screen without a wider gamut shows it."""
    value = TOKENS[name]
    both = re.fullmatch(r"light-dark\(((?:[^()]|\([^()]*\))+), (.+)\)", value)
    value = both[THEMES.index(theme) + 1] if both else value
    named = re.fullmatch(r"var\(--(.+)\)", value)
    return token(named[1], theme) if named else Color(value).convert("srgb").clip()


def seen(name: str, theme: str, vision: str) -> Color:
    """Return a token's colour as somebody sees it."""
    colour = token(name, theme)
    return colour if vision not in VISIONS[1:] else colour.filter(vision, method="machado").clip()


def distance(one: str, other: str, theme: str, vision: str) -> float:
    return seen(one, theme, vision).delta_e(seen(other, theme, vision), method="ok")


def grounds() -> list[tuple[str, str]]:
    """Give each colour of words or signs, with everything that it stands on."""
    found = [
        (f"color-{text}", f"color-{ground}")
        for text in ("text", "quiet", "link", "accent")
        for ground in ("page", "surface", "notice")
    ]
    for rating in RATINGS:
        ink = f"rating-{rating}-ink"
        found += [(ink, f"rating-{rating}-fill"), (ink, "color-page"), (ink, "color-surface")]
    for state in STATES:
        fill = f"state-{state}-fill"
        found += [(one, fill) for one in ("color-text", "color-link", "color-quiet")]
        found += [(f"state-{state}", one) for one in (fill, "color-page", "color-surface")]
    return found


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), grounds())
def test_words_and_signs_stand_out(theme: str, ink: str, ground: str) -> None:
    """Words, marks' lines and shapes have a contrast of 4.5 to 1 with what they stand on."""
    assert token(ink, theme).contrast(token(ground, theme), method="wcag21") >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_marks_are_told_apart(theme: str, vision: str) -> None:
    """The fills of the three states differ in colour for everybody, and so do their lines."""
    for one, other in combinations(STATES, 2):
        for part in ("", "-fill"):
            told = distance(f"state-{one}{part}", f"state-{other}{part}", theme, vision)

            assert told >= APART, (one, other, part)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_ratings_are_told_apart(theme: str, vision: str) -> None:
    """Any two badges differ for everybody in their ink or in their fill."""
    for one, other in combinations(RATINGS, 2):
        told = max(
            distance(f"rating-{one}-{part}", f"rating-{other}-{part}", theme, vision)
            for part in ("ink", "fill")
        )

        assert told >= APART, (one, other)
