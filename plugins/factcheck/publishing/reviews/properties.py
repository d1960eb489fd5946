"""
Rules on names and texts wherever they stand.

schema.org's vocabulary says which property a type has. JSON-LD 1.1 drops what has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from factcheck.model.characters import deceiving, is_plain
from factcheck.model.nearest import did_you_mean
from factcheck.model.rules import Breach
from factcheck.model.shape import Path
from factcheck.model.values import quoted
from factcheck.publishing.reviews.around import Around, warning
from factcheck.publishing.reviews.values import Node, is_empty, nodes, types_of
from factcheck.publishing.schemaorg import (
    ALTERNATE_NAME,
    APPEARANCE,
    AUTHOR,
    CLAIM,
    CLAIM_REVIEW,
    CLAIM_REVIEWED,
    CREATIVE_WORK,
    FIRST_APPEARANCE,
    ITEM_REVIEWED,
    KEYWORDS,
    NAME,
    ORGANIZATION,
    PROPERTIES,
    PUBLISHER,
    RATING,
    REVIEW_RATING,
    THING,
    URL,
)

#: What a review is made of, and the type of what names none.
PARTS: Final = (
    (REVIEW_RATING, RATING),
    (AUTHOR, ORGANIZATION),
    (PUBLISHER, ORGANIZATION),
    (ITEM_REVIEWED, CLAIM),
)
PARTS_OF_ITEM: Final = (
    (AUTHOR, ORGANIZATION),
    (APPEARANCE, CREATIVE_WORK),
    (FIRST_APPEARANCE, CREATIVE_WORK),
)
#: Of these, other rules tell what it means that they say nothing.
TOLD_ELSEWHERE: Final = frozenset(
    {ALTERNATE_NAME, AUTHOR, CLAIM_REVIEWED, ITEM_REVIEWED, NAME, REVIEW_RATING, URL}
)
#: What readers show to people.
SHOWN: Final = frozenset({ALTERNATE_NAME, CLAIM_REVIEWED, NAME})
MARKUP: Final = re.compile(r"<\s*/?[A-Za-z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#x?[0-9a-fA-F]{2,6});")
MOST_UNKNOWN: Final = 100
#: All that one of these types may say; and every property, however its letters are written.
#: What a ``Thing`` may not say is told by its type, which is the wrong one anywhere in a review.
ALLOWED: Final = MappingProxyType(
    {type_: names | KEYWORDS for type_, names in PROPERTIES.items() if type_ != THING}
)
CASEFOLDED: Final = MappingProxyType(
    {name.casefold(): name for names in PROPERTIES.values() for name in sorted(names)}
)


def every_part_is_sound(review: Node, _: Around) -> Iterator[Breach]:
    """
    Every property is one that schema.org gives its type, and says something, in plain text.

    What is shown to people has no markup, nothing around it and nothing hidden in it.
    """
    for path, node, assumed in _parts(review):
        known = _known(node, assumed)
        if known is not None and not known.issuperset(node):
            yield from _strange(path, node, known)
        for key, value in node.items():
            if not value and value != 0 and key not in TOLD_ELSEWHERE:
                yield from _empty((*path, key), value)
            elif key in SHOWN and isinstance(value, str) and not _is_surely_plain(value):
                yield from _plain(value, (*path, key))


def _strange(path: Path, node: Node, known: frozenset[str]) -> Iterator[Breach]:
    strange = [key for key in node if key not in known and not _is_foreign(key)]
    for key in strange[:MOST_UNKNOWN]:
        yield _unknown((*path, key), known)


def _empty(path: Path, value: object) -> Iterator[Breach]:
    if is_empty(value):
        hint = "give a value, or leave the property out"
        yield warning(path, "value-empty", "this says nothing", hint)


def _is_surely_plain(text: str) -> bool:
    """Tell, fast, that there is nothing to tell of a text; most are of this kind."""
    if "<" in text or "&" in text or not is_plain(text):
        return False
    return not text or not (text[0].isspace() or text[-1].isspace())


def _plain(text: str, path: Path) -> Iterator[Breach]:
    if text != text.strip() and text.strip():
        yield warning(path, "text-space", "white space stands around this text", "remove it")
    if found := MARKUP.search(text):
        message = f"markup stands in this text: {quoted(found.group(), most=40)}"
        yield warning(
            path, "text-markup", message, "write plain text: readers show what stands here"
        )
    if hidden := next(deceiving(text), None):
        yield warning(path, "text-hidden", hidden.fault, "remove it")


def _parts(review: Node) -> Iterator[tuple[Path, Node, str]]:
    """Give the review and what it is made of, with the type that each has if it names none."""
    yield (), review, CLAIM_REVIEW
    for key, type_ in PARTS:
        for path, node in nodes(review.get(key), (key,)):
            yield path, node, type_
            if key == ITEM_REVIEWED:
                for inner, inner_type in PARTS_OF_ITEM:
                    for at, part in nodes(node.get(inner), (*path, inner)):
                        yield at, part, inner_type


def _known(node: Node, assumed: str) -> frozenset[str] | None:
    """Return all that a node may say; None if one of its types may say more than is known here."""
    types = types_of(node) or (assumed,)
    if len(types) == 1:
        return ALLOWED.get(types[0])
    known = [ALLOWED.get(type_) for type_ in types]
    return frozenset().union(*(one for one in known if one)) if all(known) else None


def _is_foreign(key: str) -> bool:
    """Tell whether a key is another vocabulary's: an address, or a name with a prefix."""
    return ":" in key


def _unknown(path: Path, known: frozenset[str]) -> Breach:
    key = str(path[-1])
    meant = CASEFOLDED.get(key.casefold(), "")
    owner = next((type_ for type_, names in PROPERTIES.items() if meant in names), "")
    hint = f"did you mean {meant}?" if meant in known else did_you_mean(key, known)
    if owner and meant not in known:
        hint = f"{meant} is a property of {owner}"
    message = f"schema.org has no property {quoted(key, most=40)} here"
    return warning(path, "property-unknown", message, hint, at_key=True)
