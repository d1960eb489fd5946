"""
A translation of a fact-check: what it says itself, and what it has from its original.

Rule 1: what is not named here is a fact, and a translation has it from its original alone: so
ratings, quotes and works cannot differ.
Rule 2: where a translation lacks words, the original's stand in their place, in the original's
language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.model.verdict import (
    Change,
    Claim,
    Disclosure,
    Evidence,
    Group,
    Media,
    Part,
    Party,
    RightOfReply,
    SeedDocument,
    Selection,
    Translation,
    Unrated,
    Verdict,
    Withdrawal,
    Work,
)
from factcheck.model.vocabulary import Status

#: Keys of the whole file that a translation writes itself; nothing comes in their place.
OWN: Final = frozenset(
    {
        "schema",
        "title",
        "slug",
        "former_slugs",
        "status",
        "language",
        "published",
        "authors",
        "signoffs",
        "summary",
        "translation_of",
    }
)

#: Words that a translation says in its own language.
WORDS: Final[Mapping[type[Part], frozenset[str]]] = MappingProxyType(
    {
        Verdict: frozenset({"reason", "what_is_known", "methodology", "not_verified", "topics"}),
        Selection: frozenset({"reason"}),
        Disclosure: frozenset({"text"}),
        SeedDocument: frozenset({"content_warning"}),
        Work: frozenset({"interests"}),
        Group: frozenset({"title", "text"}),
        Claim: frozenset(
            {"claim", "reason", "explanation", "not_verified", "venue", "quote_translation"}
        ),
        Party: frozenset({"role"}),
        Evidence: frozenset({"finding", "excerpt_translation", "interests"}),
        Media: frozenset({"alt", "note"}),
        Unrated: frozenset({"note"}),
        RightOfReply: frozenset({"channel", "statement"}),
        Change: frozenset({"text"}),
        Withdrawal: frozenset({"reason"}),
    }
)

#: Those of them that a translation may say where its original says nothing: they say in its
#: language what is there already, and no finding of the desk's.
ADDED: Final = frozenset({"alt", "excerpt_translation", "quote_translation", "topics"})

#: Words that are shown in the original's language without a warning.
QUIET: Final = frozenset({"topics"})

#: Words that may be the same in two languages: they are names of posts, places and the like.
ALIKE: Final = frozenset({"channel", "role", "topics", "venue"})

#: Words of the whole file that the original never lends.
HEADING: Final = frozenset({"title", "summary"})

#: Facts that are words, too: they are shown in the original's language.
SPOKEN_FACTS: Final[Mapping[type[Part], frozenset[str]]] = MappingProxyType(
    {Evidence: frozenset({"locator"})}
)

#: What stands in a title's place where the desk named a work: words, and none of the work's.
SUPPLIED: Final = "title_supplied"

#: By which keys an entry of a list names the entry of the original that it translates.
NAMED_BY: Final[Mapping[type[Part], tuple[str, ...]]] = MappingProxyType(
    {
        Claim: ("id",),
        Group: ("id",),
        Evidence: ("work", "title", "locator"),
        Media: ("url", "kind", "start"),
        Unrated: ("quote",),
        RightOfReply: ("party", "date"),
        Disclosure: ("person",),
        Change: ("date", "kind", "claims"),
        Party: ("name",),
    }
)

#: Words that name the language they are in.
IN_A_LANGUAGE_OF_THEIR_OWN: Final = Translation

#: Where a fact-check stands while it is the desk's alone.
AT_THE_DESK: Final = frozenset({Status.DRAFT, Status.READY})

#: From the desk to the reader.
WAY: Final = (Status.DRAFT, Status.READY, Status.SCHEDULED, Status.PUBLISHED)


def status_of(own: Status, original: Status) -> Status:
    """
    Return where a translation stands: never ahead of its original, and taken back with it.

    Args:
        own: What the translation says.

        original: Where the original stands.
    """
    if own is Status.WITHDRAWN:
        return Status.DRAFT if original is Status.DRAFT else Status.WITHDRAWN
    if original is Status.WITHDRAWN:
        return own if own in AT_THE_DESK else Status.WITHDRAWN
    return min(own, original, key=WAY.index)


def waits(own: Status, original: Status) -> bool:
    """
    Tell whether a translation is kept from readers by its original alone.

    Args:
        own: What the translation says.

        original: Where the original stands.
    """
    return own not in AT_THE_DESK and status_of(own, original) in AT_THE_DESK
