"""
What a fact-check's own pages call those that its sidecar names: in its own language.

Rule 1: a name is shown as the editor typed it, unless the desk has registered another in that very
language.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import Kind
from factcheck.model.verdict import Party
from factcheck.model.vocabulary import PartyType


class Topic(NamedTuple):
    """
    What a fact-check is about.
    """

    name: str

    #: Its part of an address.
    slug: str


class KnownParty(NamedTuple):
    """
    A person or organization: what the sidecar says of it, and what the desk has registered.
    """

    name: str

    #: Its part of an address.
    slug: str
    type: PartyType
    role: str
    same_as: tuple[str, ...]


def topics_of(check: FactCheck) -> tuple[Topic, ...]:
    """
    Return a fact-check's topics, each once, whatever it was called there.
    """
    found: dict[str, Topic] = {}
    for typed in check.verdict.topics:
        slug = check.registry.slug(Kind.TOPICS, typed)
        found.setdefault(slug, Topic(_name(check, Kind.TOPICS, typed), slug))
    return tuple(found.values())


def outlet_of(check: FactCheck) -> str:
    """
    Return the name of whoever published the document; empty where that is not known.
    """
    typed = check.verdict.document.outlet
    return _name(check, Kind.OUTLETS, typed) if typed else ""


def party_in(check: FactCheck, typed: str) -> str:
    """
    Return the name of somebody who made a claim, or is named as its origin.
    """
    return _name(check, Kind.CLAIMANTS, typed)


def known_party(check: FactCheck, party: Party) -> KnownParty:
    """
    Return what is known of somebody who made a claim, or is named as its origin.
    """
    entry = check.registry.claimant(party.name)
    return KnownParty(
        name=party_in(check, party.name),
        slug=check.registry.slug(Kind.CLAIMANTS, party.name),
        type=(entry.type if entry else None) or party.type,
        role=party.role or "",
        same_as=tuple(dict.fromkeys((*party.same_as, *(entry.same_as if entry else ())))),
    )


def _name(check: FactCheck, kind: Kind, typed: str) -> str:
    return check.registry.label(kind, typed, check.verdict.language)
