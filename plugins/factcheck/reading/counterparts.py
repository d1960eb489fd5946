"""
Which entry of a translation's list translates which of the original's.

They are matched by what an entry says of itself, and only among equals by their order.
"""

from __future__ import annotations

from collections import defaultdict, deque
from types import MappingProxyType
from typing import Final

from factcheck.model.shape import Key
from factcheck.model.translations import NAMED_BY
from factcheck.model.values import quoted
from factcheck.model.verdict import Part
from factcheck.reading.lending import held, text
from factcheck.reading.yaml_nodes import Mapping, Node

#: What one entry of a list is called.
ONE: Final = MappingProxyType(
    {
        "claims": "the claim",
        "groups": "the group",
        "evidence": "the evidence",
        "unrated": "the note on",
        "right_of_reply": "the reply of",
        "disclosures": "the disclosure of",
        "changes": "the change of",
        "claimant": "the role of",
        "attributed_to": "the role of",
        "media": "the note on",
    }
)


class Waiting:
    """
    Entries of a translation, to be found by those of the original that they name.
    """

    def __init__(self, part: type[Part], entries: list[Node]) -> None:
        """
        Take a list's entries.

        Args:
            part: What they are.

            entries: In the translation's order.
        """
        self._part = part
        self._entries = entries
        self._taken: set[int] = set()
        self._by_name: defaultdict[tuple[str, str], deque[Node]] = defaultdict(deque)
        for entry in entries:
            if isinstance(entry, Mapping):
                named = ((name, named_by(entry, name)) for name in NAMED_BY[part])
                name, said = next((one for one in named if one[1]), ("", ""))
                self._by_name[name, str(said)].append(entry)

    def take(self, original: Node) -> Node | None:
        """
        Take the first entry that names one of the original's; None if there is none.
        """
        if not isinstance(original, Mapping):
            return None
        for name in NAMED_BY[self._part]:
            waiting = self._by_name[name, str(named_by(original, name))]
            for entry in waiting:
                if _names(self._part, entry, original):
                    waiting.remove(entry)
                    self._taken.add(id(entry))
                    return entry
        return None

    def left(self) -> list[Node]:
        """
        Return what names nothing of the original's, in its order.
        """
        return [entry for entry in self._entries if id(entry) not in self._taken]


def _names(part: type[Part], mine: Node, theirs: Node) -> bool:
    """Tell whether an entry of the translation names an entry of the original."""
    if not (isinstance(mine, Mapping) and isinstance(theirs, Mapping)):
        return False
    named = [(named_by(mine, name), named_by(theirs, name)) for name in NAMED_BY[part]]
    said = [pair for pair in named if pair[0]]
    return bool(said) and all(one == other for one, other in said)


def named_by(entry: Mapping, name: str) -> object:
    """
    Return what an entry says under one of the keys that it is named by.
    """
    node = held(entry, name)
    return _exact(node) if name == "quote" else node and node.data


def _exact(quote: Node | None) -> object:
    """Return a quote's words, however it is written."""
    return text(quote, "exact") if isinstance(quote, Mapping) else quote and quote.data


def called(part: type[Part], key: Key, entry: Node) -> str:
    """
    Call an entry by what names it.
    """
    one = ONE.get(key.name, key.name)
    for name in NAMED_BY[part]:
        if isinstance(entry, Mapping) and (said := named_by(entry, name)):
            return f"{one} {quoted(str(said), most=40)}"
    return one
