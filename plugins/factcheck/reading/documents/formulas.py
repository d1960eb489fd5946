"""
Formulas in a web page (MathML Core), in a row: of a fraction one part is raised, one lowered.
"""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import Final

from bs4.element import Tag

from factcheck.model.document import SpanKind

#: The sign that stands for what is drawn before a part, and where the part stands, by the element
#: around it and the number of parts before it.
PARTS: Final = MappingProxyType(
    {
        ("mfrac", 0): ("", SpanKind.RAISED),
        ("mfrac", 1): ("\u2044", SpanKind.LOWERED),
        ("msup", 1): ("", SpanKind.RAISED),
        ("msub", 1): ("", SpanKind.LOWERED),
        ("msubsup", 1): ("", SpanKind.LOWERED),
        ("msubsup", 2): ("", SpanKind.RAISED),
        ("mover", 1): ("", SpanKind.RAISED),
        ("munder", 1): ("", SpanKind.LOWERED),
        ("munderover", 1): ("", SpanKind.LOWERED),
        ("munderover", 2): ("", SpanKind.RAISED),
        ("mroot", 1): (" ", SpanKind.RAISED),
    }
)
DIVIDED: Final = frozenset(element for element, _ in PARTS)
#: The same for elements wherever they stand; 3½ must not become 31 halves.
SIGNS: Final = MappingProxyType(
    {"mfrac": " ", "msqrt": "√", "mroot": "√", "mspace": " ", "mtd": " "}
)


def part_of_formula(tag: Tag) -> tuple[str, SpanKind | None]:
    """
    Return what is drawn before an element of a formula, and where the element stands.

    Args:
        tag: Any element; outside formulas nothing is drawn before it.
    """
    sign, kind = SIGNS.get(tag.name, ""), None
    around = tag.parent.name if tag.parent else ""
    if around in DIVIDED:
        before = (sibling for sibling in tag.previous_siblings if isinstance(sibling, Tag))
        drawn, kind = PARTS.get((around, len(list(islice(before, 3)))), ("", None))
        sign = drawn + sign
    return sign, kind
