"""
A translation's tree laid over its original's: its own words, and everything else from there.

Rule 1: what is lent keeps the place of the line that names the original, so that every rule and
message works on the whole tree as on any other.
Rule 2: a translation is laid over by what the model says of it (``model/translations.py``); no key
is named here but those that decide a language or a status.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from factcheck.diagnostics import Place, Severity
from factcheck.model.nearest import Proposals
from factcheck.model.shape import Key, keys_of
from factcheck.model.translations import (
    ADDED,
    ALIKE,
    HEADING,
    NAMED_BY,
    OWN,
    QUIET,
    WORDS,
    status_of,
    waits,
)
from factcheck.model.verdict import Change, Part, Verdict, Work
from factcheck.model.vocabulary import Status
from factcheck.reading.copied import are_akin, copied
from factcheck.reading.counterparts import Waiting, called, named_by
from factcheck.reading.lending import held, is_named_by_desk, listed, readied, steps, text
from factcheck.reading.yaml_nodes import Items, Lent, Mapping, Node, Scalar, to_place

NOTHING: Final = Mapping({}, {}, Place(1, 1))
NO_KEYS: Final[frozenset[str]] = frozenset()

#: What stands under a key in the translation and in the original, if anything does.
Both = tuple[Node | None, Node | None]


class Told(NamedTuple):
    """
    Something to be told of a translation, and where.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


class Overlay:
    """
    One translation on its way over its original.
    """

    def __init__(self, own: Mapping, original: Mapping | None, at: Place) -> None:
        """
        Lay a translation over its original.

        Args:
            own: The translation's tree.

            original: The original's; None if it cannot be read.

            at: Where the translation names its original.
        """
        self.told: list[Told] = []
        self._at = Lent(*at)
        #: Without the original nobody knows what it does not hold.
        self._is_blind = original is None
        self._own = own
        self._original = readied(original, text(own, "language")) if original else NOTHING
        self._are_akin = are_akin(text(own, "language"), text(self._original, "language"))
        #: The entries that are being laid, the innermost last.
        self._within: list[str] = []

        #: The whole.
        self.tree: Mapping = self._whole(own)

    def _whole(self, own: Mapping) -> Mapping:
        status = self._status()
        is_taken_back = text(self._original, "status") == Status.WITHDRAWN
        # One that is taken back by itself has a reason of its own.
        is_own = not is_taken_back or text(own, "status") == Status.WITHDRAWN
        laid = self._lay(Verdict, own, self._original, OWN | ({"withdrawn"} if is_own else set()))
        entries = {**laid.entries}
        if status:
            place = entries["status"].place
            entries["status"] = Scalar(status, place, plain=True, end=place)
        if not is_own and status != Status.WITHDRAWN:
            entries.pop("withdrawn", None)
        return Mapping(entries, laid.keys, laid.place)

    def _status(self) -> str:
        """Return where it stands in truth; empty where that cannot be told."""
        mine, theirs = text(self._own, "status"), text(self._original, "status")
        known = {status.value for status in Status}
        if mine not in known or theirs not in known:
            return ""
        own, original = Status(mine), Status(theirs)
        if waits(own, original):
            is_so = "a draft" if original is Status.DRAFT else theirs
            message = f"this waits for its original, which is {is_so}: readers do not see it yet"
            place = self._own.entries["status"].place
            told = Told(place, "translation-waits", message, severity=Severity.WARNING)
            self.told.append(told)
        return status_of(own, original).value

    def _lay(
        self, part: type[Part], own: Mapping, original: Mapping, kept: AbstractSet[str] = NO_KEYS
    ) -> Mapping:
        """Lay one mapping over the original's; some keys are its own, whatever they are."""
        entries: dict[str, Node] = {}
        known = keys_of(part)
        for name, key in known.items():
            both = held(own, name), held(original, name)
            if name in kept:
                node = own.entries.get(name)
                self._compare(key, both, HEADING)
            elif key.name in _words(part, original):
                node = self._said(part, key, own, both)
                self._compare(key, both, _words(part, original))
            elif key.part in WORDS:
                node = self._parts(key, own, both)
            else:
                node = self._fact(part, key, own, both)
            if node is not None:
                entries[name] = node
        # Whoever reads the whole refuses what nobody knows.
        entries |= {name: node for name, node in own.entries.items() if name not in known}
        keys = {name: own.keys.get(name, self._at) for name in entries}
        return Mapping(entries, keys, own.place)

    def _fact(self, part: type[Part], key: Key, own: Mapping, both: Both) -> Node | None:
        mine, theirs = both
        names_it = theirs is not None and key.name in NAMED_BY.get(part, ())
        if mine and not names_it and not self._is_blind:
            message, hint = f"{key.name} comes from the original", "remove it"
            if theirs is None:
                message, hint = f"{key.name} can only stand in the original", "write it there"
            place = to_place(own.keys[key.name])
            self.told.append(Told(place, "translation-inherited", message, hint))
        if theirs is None:
            return mine if self._is_blind else self._lack(key)
        return self._lend(theirs)

    def _lack(self, key: Key) -> Node | None:
        """Return what stands for something that the original must have: told there, not here."""
        return Scalar("", self._at, plain=True, end=self._at) if key.required else None

    def _said(self, part: type[Part], key: Key, own: Mapping, both: Both) -> Node | None:
        """Return words: the translation's, else the original's."""
        mine, theirs = both
        if mine:
            if theirs is None and key.name not in ADDED:
                message = f"the original has no {key.name} here"
                hint = "write it there first, in its language; or remove it"
                self._stray(to_place(own.keys[key.name]), message, hint)
            return mine
        if theirs is None or (key.required and part is not Work):
            return own.entries.get(key.name)
        if key.name not in QUIET:
            self._untranslated(self._line_of(own), key.name)
        return self._lend(theirs)

    def _compare(self, key: Key, both: Both, words: AbstractSet[str]) -> None:
        """Warn of sentences that were copied with the original, and left as they are."""
        mine, theirs = both
        if mine is None or theirs is None or self._are_akin or key.name not in words - ALIKE:
            return
        for sentence in copied(mine, theirs):
            message = f"{self._in_full(key.name)} is the original's, letter for letter"
            told = Told(sentence.place, "untranslated", message, "translate it", Severity.WARNING)
            self.told.append(told)

    def _in_full(self, what: str) -> str:
        """Say whose words are meant: those of many entries have the same key."""
        return " of ".join([what, *reversed(self._within)])

    def _entry(self, name: str, part: type[Part], own: Mapping, original: Mapping) -> Mapping:
        """Lay one entry of several over the original's."""
        self._within.append(name)
        laid = self._lay(part, own, original)
        self._within.pop()
        return laid

    def _parts(self, key: Key, own: Mapping, both: Both) -> Node | None:
        """Return a mapping, or several."""
        mine, theirs = both
        part = key.part
        if part is None or (mine and isinstance(mine, Scalar)):
            return mine
        if mine is None and theirs is None:
            return self._lack(key)
        place = to_place(own.keys[key.name]) if mine else self._at
        missed = place if mine else self._line_of(own)
        if key.own_keys:
            return self._named_parts(part, (mine, theirs), missed)
        if key.many:
            return self._listed_parts(key, (mine, theirs), place, missed)
        if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
            return self._lay(part, mine, theirs)
        if mine and isinstance(mine, Mapping):
            self._stray(place, f"the original has no {key.name}")
        return mine or self._lend_whole(part, theirs, key.name, self._line_of(own))

    def _named_parts(self, part: type[Part], both: Both, missed: Place) -> Node | None:
        mine, theirs = both
        if mine and not isinstance(mine, Mapping):
            return mine
        own = mine if isinstance(mine, Mapping) else NOTHING
        original = theirs if isinstance(theirs, Mapping) else NOTHING
        entries: dict[str, Node] = {}
        for name, node in original.entries.items():
            there = own.entries.get(name)
            if isinstance(there, Mapping) and isinstance(node, Mapping):
                entries[name] = self._entry(name, part, there, node)
            elif there and there.data is not None:
                entries[name] = there
            else:
                lent = self._lend_whole(part, node, f"what is said of {name}", missed)
                entries[name] = lent or node
        for name in own.entries:
            # What is empty besides is told once, as on any sidecar.
            if name not in original.entries and held(own, name):
                hint = Proposals(original.entries).did_you_mean(name)
                self._stray(to_place(own.keys[name]), f"the original lists no {name}", hint)
        keys = {name: own.keys.get(name, self._at) for name in entries}
        return Mapping(entries, keys, own.place if mine else self._at) if entries else None

    def _listed_parts(self, key: Key, both: Both, place: Place, missed: Place) -> Node | None:
        part = key.part
        if part is None:
            return None
        waiting, items = Waiting(part, listed(both[0])), list[Node]()
        pairs = [(waiting.take(node), node) for node in listed(both[1])]
        left = waiting.left()
        # What is misnamed is the cause: it is told first.
        missed = left[-1].place if left and part is not Change else missed
        for found, node in pairs:
            name = called(part, key, node)
            if isinstance(found, Mapping) and isinstance(node, Mapping):
                items.append(self._entry(name, part, found, node))
            else:
                items.append(self._lend_whole(part, node, name, missed) or node)
        # A translation may have been changed itself; what is no mapping is refused as such.
        items += [one for one in left if part is Change or not isinstance(one, Mapping)]
        if part is not Change:
            self._refuse_strays(part, key, left, listed(both[1]))
        return Items(items, place) if items else None

    def _refuse_strays(
        self, part: type[Part], key: Key, left: list[Node], others: list[Node]
    ) -> None:
        names = NAMED_BY[part]
        told = [named_by(node, names[0]) for node in others if isinstance(node, Mapping)]
        known = {str(name): None for name in told if name}
        proposals = Proposals(known)
        for one in left:
            if not isinstance(one, Mapping):
                continue
            if not any(held(one, name) for name in names):
                message = f"this entry of {key.name} does not say what it translates"
                hint = f"add {' or '.join(names[:2])}, as it stands in the original"
                self._stray(one.place, message, hint)
                continue
            named, words = str(named_by(one, names[0]) or ""), called(part, key, one)
            if named in known:
                message = f"{words} is translated already, as often as the original holds it"
                self._stray(one.place, message)
            else:
                hint = proposals.did_you_mean(named) if named else ""
                self._stray(one.place, f"the original does not hold {words}", hint)

    def _lend_whole(
        self, part: type[Part], node: Node | None, what: str, place: Place
    ) -> Node | None:
        """Lend a mapping of which the translation says nothing."""
        if node is None:
            return None
        if any(name not in QUIET for name in _words_within(part, node)):
            self._untranslated(place, what)
        return self._lend(node)

    def _lend(self, node: Node) -> Node:
        at = self._at
        if isinstance(node, Scalar):
            return Scalar(node.text, at, plain=node.plain, end=at)
        if isinstance(node, Items):
            return Items([self._lend(item) for item in node.items], at)
        entries = {name: self._lend(below) for name, below in node.entries.items()}
        return Mapping(entries, dict.fromkeys(entries, at), at)

    def _line_of(self, own: Mapping) -> Place:
        """Return where to say what is missing in a mapping."""
        return self._at if own is self._own else own.place

    def _stray(self, place: Place, message: str, hint: str = "") -> None:
        if not self._is_blind:
            self.told.append(Told(place, "translation-stray", message, hint))

    def _untranslated(self, place: Place, what: str) -> None:
        told = (
            f"{self._in_full(what)} is not translated: "
            "readers see the original's words, in their language"
        )
        self.told.append(Told(Place(*place), "untranslated", told, severity=Severity.WARNING))


def _words(part: type[Part], there: Mapping) -> AbstractSet[str]:
    """Return the keys that hold words in a mapping."""
    found = WORDS.get(part, NO_KEYS)
    return found | {"title"} if part is Work and is_named_by_desk(there) else found


def _words_within(part: type[Part], node: Node) -> Iterator[str]:
    if not isinstance(node, Mapping):
        return
    for name, key in keys_of(part).items():
        there = held(node, name)
        if there is None:
            continue
        if name in _words(part, node):
            yield name
        elif key.part:
            for _, below in steps(key, there):
                yield from _words_within(key.part, below)
