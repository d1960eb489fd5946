"""
What an original lends to its translations, and where it stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.shape import Key, Path, keys_of
from factcheck.model.translations import (
    IN_A_LANGUAGE_OF_THEIR_OWN,
    SPOKEN_FACTS,
    SUPPLIED,
    WORDS,
)
from factcheck.model.values import FLAGS
from factcheck.model.verdict import Part
from factcheck.reading.yaml_nodes import Items, Lent, Mapping, Node, Scalar


def readied(original: Mapping, language: str) -> Mapping:
    """
    Return an original's tree as its translation takes it over.

    What has no language of its own is in the original's, and says so from now on; what translates
    for the original's readers what those of the translation can read is left out.

    Args:
        original: The tree.

        language: The translation's.
    """
    spoken = text(original, "language")
    document, works = _in(spoken, original.entries.get("document")), held(original, "works")
    entries = {**original.entries}
    if document:
        entries["document"] = document
    if isinstance(works, Mapping):
        told = {name: _in(spoken, work) or work for name, work in works.entries.items()}
        entries["works"] = works = Mapping(told, works.keys, works.place)
    reader = _Reader(language, spoken, document, works)
    if claims := listed(entries.get("claims")):
        entries["claims"] = Items([reader.claim(claim) for claim in claims], original.place)
    return Mapping(entries, original.keys, original.place)


class _Reader:
    """Somebody who reads a language, and needs no translation from it."""

    def __init__(
        self, language: str, spoken: str, document: Node | None, works: Node | None
    ) -> None:
        self._language = language
        self._spoken = spoken
        self._works = works
        self._reads_document = self._reads(document)

    def claim(self, claim: Node) -> Node:
        if not isinstance(claim, Mapping):
            return claim
        if self._reads_document:
            claim = _without("quote_translation", claim)
        if "evidence" not in claim.entries:
            return claim
        items = [self._evidence(item) for item in listed(claim.entries["evidence"])]
        evidence = Items(items, claim.place)
        return Mapping({**claim.entries, "evidence": evidence}, claim.keys, claim.place)

    def _evidence(self, item: Node) -> Node:
        if not isinstance(item, Mapping):
            return item
        if named := text(item, "work"):
            cited = held(self._works, named) if isinstance(self._works, Mapping) else None
        else:
            item = cited = _in(self._spoken, item) or item
        return _without("excerpt_translation", item) if self._reads(cited) else item

    def _reads(self, part: Node | None) -> bool:
        said = text(part, "language") if isinstance(part, Mapping) else ""
        return said.partition("-")[0] == self._language.partition("-")[0]


def _in(language: str, part: Node | None) -> Mapping | None:
    """Return a mapping that says its language; None if it is no mapping."""
    if not isinstance(part, Mapping) or held(part, "language"):
        return part if isinstance(part, Mapping) else None
    said = Scalar(language, part.place, plain=True, end=part.place)
    return Mapping({**part.entries, "language": said}, part.keys, part.place)


def _without(name: str, part: Mapping) -> Mapping:
    if name not in part.entries:
        return part
    kept = {key: node for key, node in part.entries.items() if key != name}
    return Mapping(kept, part.keys, part.place)


def borrowed(part: type[Part], node: Node, path: Path = ()) -> Iterator[Path]:
    """
    Give where in a whole tree words of the original stand, in its language.

    Args:
        part: The model of the tree.

        node: The tree, as ``Overlay`` made it.

        path: Where it stands itself.
    """
    if not isinstance(node, Mapping):
        return
    spoken = {*WORDS.get(part, ()), *SPOKEN_FACTS.get(part, ())}
    spoken |= {"title"} if is_named_by_desk(node) else set()
    for name, key in keys_of(part).items():
        there = held(node, name)
        if there is None or key.part is IN_A_LANGUAGE_OF_THEIR_OWN:
            continue
        for step, below in steps(key, there):
            if key.part:
                yield from borrowed(key.part, below, (*path, name, *step))
            elif name in spoken and isinstance(below.place, Lent):
                yield (*path, name, *step)


def is_named_by_desk(work: Mapping) -> bool:
    """
    Tell whether a work's title is the desk's own.
    """
    return bool(FLAGS.get(text(work, SUPPLIED).lower()))


def steps(key: Key, node: Node) -> Iterator[tuple[Path, Node]]:
    """
    Give what stands under a key, each with the steps of its path from there.
    """
    if key.own_keys and isinstance(node, Mapping):
        yield from (((name,), below) for name, below in node.entries.items())
    elif key.many:
        yield from (((at,), below) for at, below in enumerate(listed(node)))
    else:
        yield (), node


def listed(node: Node | None) -> list[Node]:
    """
    Return the entries of a list, also where a single one stands for it.
    """
    if node is None or node.data is None:
        return []
    return [*node.present] if isinstance(node, Items) else [node]


def held(mapping: Mapping, name: str) -> Node | None:
    """
    Return what stands under a key, unless it stands for nothing.
    """
    node = mapping.entries.get(name)
    return None if node is None or node.data is None else node


def text(mapping: Mapping, name: str) -> str:
    """
    Return the text under a key; empty where there is none.
    """
    node = held(mapping, name)
    return node.text if isinstance(node, Scalar) else ""
