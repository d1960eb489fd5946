"""
The shapes of ratings, drawn from the theme's own SVG.

Of SVG as much is understood as such a shape needs: circles and paths (SVG 2, 9.3) with lines,
cubic curves and arcs; a class says whether one is filled (``shape__solid``) or cut out of what is
below it (``shape__cut``), as in the theme's style sheet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree as ET

from PIL import Image, ImageDraw

Point = tuple[float, float]

#: So many times as large a shape is drawn before it is made smooth.
FINE: Final = 8
#: Straight pieces of a curve.
STEPS: Final = 24
#: The width of lines on a field of 16 by 16: finer than on a page, where shapes are small.
WIDTH: Final = 1.9
FIELD: Final = 16

TOKEN: Final = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
#: How many numbers follow a command.
NUMBERS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


class BadShape(ValueError):  # noqa: N818 - says what
    """A shape holds what is not understood."""


def mask(svg: str, size: int) -> Image.Image:
    """
    Draw a shape.

    Args:
        svg: An ``svg`` element.

        size: Pixels of a side.

    Returns:
        How far each pixel is covered, up to 255.

    Raises:
        BadShape: If anything in it is not understood.
    """
    image = Image.new("L", (size * FINE, size * FINE))
    draw, scale = ImageDraw.Draw(image), size * FINE / FIELD
    try:
        # The theme's own file: no stranger has written in it.
        for element in ET.fromstring(svg):  # noqa: S314
            role = element.get("class", "")
            for line in _lines(element):
                points = [(x * scale, y * scale) for x, y in line]
                if role == "shape__solid":
                    draw.polygon(points, fill=255)
                else:
                    _stroke(draw, points, WIDTH * scale, 0 if role == "shape__cut" else 255)
    except (ET.ParseError, ValueError, IndexError, KeyError) as error:
        msg = f"the shape of a rating cannot be drawn: {error}: {svg}"
        raise BadShape(msg) from error
    return image.resize((size, size), Image.Resampling.BOX)


def _stroke(draw: ImageDraw.ImageDraw, points: list[Point], width: float, ink: int) -> None:
    """Draw a line with round ends and joints."""
    radius = width / 2
    for x, y in points:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)
    for (x, y), (to_x, to_y) in pairwise(points):
        far = math.hypot(to_x - x, to_y - y) or 1
        right, down = (y - to_y) / far * radius, (to_x - x) / far * radius
        corners = ((x, y, 1), (to_x, to_y, 1), (to_x, to_y, -1), (x, y, -1))
        draw.polygon([(a + side * right, b + side * down) for a, b, side in corners], fill=ink)


def _lines(element: ET.Element) -> Iterator[list[Point]]:
    """Give an element's lines as straight pieces."""
    if element.tag.endswith("circle"):
        x, y, radius = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        turns = [math.tau * step / (4 * STEPS) for step in range(4 * STEPS + 1)]
        yield [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
    else:
        yield from _path(element.get("d", ""))


def _path(told: str) -> Iterator[list[Point]]:
    line: list[Point] = []
    for command, numbers in _commands(told):
        name, at = command.upper(), line[-1] if line else (0.0, 0.0)
        if name == "M":
            if line:
                yield line
            line = [_moved(at, numbers, is_relative=command == "m" and bool(line))]
        elif name == "Z":
            line.append(line[0])
        else:
            line.extend(_piece(name, at, numbers, is_relative=command.islower()))
    if line:
        yield line


def _commands(told: str) -> Iterator[tuple[str, list[float]]]:
    tokens, command = TOKEN.findall(_parted_flags(told)), ""
    at = 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        count = NUMBERS[command.upper()]
        yield command, [float(one) for one in tokens[at : at + count]]
        at += count
        # What follows without a command of its own is a line (SVG 2, 9.3.3).
        command = {"M": "L", "m": "l"}.get(command, command)


def _parted_flags(told: str) -> str:
    """Part the two flags of an arc from each other and from what follows."""
    number = r"[-+]?(?:\d+\.?\d*|\.\d+)"
    arc = rf"([Aa]\s*{number}[\s,]*{number}[\s,]*{number}[\s,]*)([01])[\s,]*([01])[\s,]*"
    return re.sub(arc, r"\1 \2 \3 ", told)


def _moved(at: Point, numbers: list[float], *, is_relative: bool) -> Point:
    x, y = numbers[-2:]
    return (at[0] + x, at[1] + y) if is_relative else (x, y)


def _piece(name: str, at: Point, numbers: list[float], *, is_relative: bool) -> Iterator[Point]:
    if name in "HV":
        own, other = (numbers[0], 0.0 if is_relative else at[name == "H"])
        numbers = [own, other] if name == "H" else [other, own]
    end = _moved(at, numbers, is_relative=is_relative)
    if name == "C":
        pairs = [numbers[:2], numbers[2:4]]
        first, second = (_moved(at, pair, is_relative=is_relative) for pair in pairs)
        yield from _curve(at, first, second, end)
    elif name == "A":
        yield from _arc(at, numbers, end)
    else:
        yield end


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for step in range(1, STEPS + 1):
        t, u = step / STEPS, 1 - step / STEPS
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        points = (start, first, second, end)
        x, y = (sum(w * p[k] for w, p in zip(weights, points, strict=True)) for k in (0, 1))
        yield x, y


def _arc(start: Point, numbers: list[float], end: Point) -> Iterator[Point]:
    """Give an arc of a circle (SVG 2, 9.5; of an ellipse, nothing here has one)."""
    radius, _, _, is_large, is_clockwise = numbers[:5]
    dx, dy = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    half = math.hypot(dx, dy)
    radius = max(radius, half)
    away = math.sqrt(radius**2 - half**2) * (1 if is_large != is_clockwise else -1)
    x, y = start[0] + dx - away * dy / half, start[1] + dy + away * dx / half
    turn = math.atan2(start[1] - y, start[0] - x)
    whole = math.atan2(end[1] - y, end[0] - x) - turn
    if is_clockwise and whole <= 0:
        whole += math.tau
    elif not is_clockwise and whole >= 0:
        whole -= math.tau
    for step in range(1, STEPS + 1):
        at = turn + whole * step / STEPS
        yield x + radius * math.cos(at), y + radius * math.sin(at)
