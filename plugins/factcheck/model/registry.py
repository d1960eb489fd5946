"""
The registry of names: what the desk calls whoever claims, publishes or is written about.

Names may be typed freely; the registry gathers those that mean one thing at one address. Rule 1: a
name that it does not hold keeps the address that it has by itself, so adding an entry moves none
but the entry's own names.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Final

from pydantic import BeforeValidator

from factcheck.model.names import name_slug
from factcheck.model.values import Address, Slug, Text
from factcheck.model.verdict import Part, one_or_several
from factcheck.model.vocabulary import PartyType
from factcheck.model.worded import Worded, language_near, worded


class Kind(StrEnum):
    """
    What a name names; its value is its key in the registry, and its part of an address.
    """

    CLAIMANTS = "claimants"
    OUTLETS = "outlets"
    TOPICS = "topics"


class Registered(Part):
    """
    One claimant, outlet or topic, whatever it is called.
    """

    #: Its part of an address; it is a name too.
    id: Slug

    #: What readers see, by language; the first is used in lists where a language has none.
    label: Worded

    #: Other names that editors type.
    also: Annotated[tuple[Text, ...], BeforeValidator(one_or_several)] = ()

    #: Addresses of pages about the same, such as its Wikidata entry.
    same_as: Annotated[tuple[Address, ...], BeforeValidator(one_or_several)] = ()

    def label_in(self, language: str) -> str:
        """
        Return its label in a language, or else its first one.
        """
        return worded(self.label, language)

    def label_near(self, language: str, typed: str) -> str:
        """
        Return its label in a language; what was typed, where it has none.
        """
        near = language_near(self.label, language)
        return self.label[near] if near else typed

    @property
    def slugs(self) -> tuple[str, ...]:
        """The addresses that its names have or had by themselves, its own first."""
        names = (self.id, *self.label.values(), *self.also)
        return tuple(dict.fromkeys((self.id, *map(name_slug, names))))


class RegisteredClaimant(Registered):
    """
    A person or organization that makes claims.
    """

    #: What machines are told, whatever a sidecar says.
    type: PartyType | None = None


class Registry(Part):
    """
    Every name that the desk has registered; no two entries of a kind share one.
    """

    claimants: tuple[RegisteredClaimant, ...] = ()
    outlets: tuple[Registered, ...] = ()
    topics: tuple[Registered, ...] = ()

    def of(self, kind: Kind) -> tuple[Registered, ...]:
        """
        Return all entries of a kind.
        """
        entries: tuple[Registered, ...] = getattr(self, kind.value)
        return entries

    def entry(self, kind: Kind, name: str) -> Registered | None:
        """
        Return the entry that a name belongs to, if one holds it.
        """
        return self._held[kind].get(name_slug(name))

    def claimant(self, name: str) -> RegisteredClaimant | None:
        """
        Return the claimant that a name belongs to, if an entry holds it.
        """
        found = self.entry(Kind.CLAIMANTS, name)
        return found if isinstance(found, RegisteredClaimant) else None

    def slug(self, kind: Kind, name: str) -> str:
        """
        Return a name's part of an address: its entry's, or its own.
        """
        entry = self.entry(kind, name)
        return entry.id if entry else name_slug(name)

    def label(self, kind: Kind, name: str, language: str) -> str:
        """
        Return what a page in a language calls a name: as typed, where no label is in it.
        """
        entry = self.entry(kind, name)
        return entry.label_near(language, name) if entry else name

    @cached_property
    def _held(self) -> Mapping[Kind, Mapping[str, Registered]]:
        return {
            kind: {slug: entry for entry in self.of(kind) for slug in entry.slugs} for kind in Kind
        }


#: A site without a registry: every name stands for itself.
EMPTY: Final = Registry()
