"""
By what the digest can be browsed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from factcheck.digest.entries import Entry
from factcheck.model.registry import Kind


class Facet(StrEnum):
    """
    What fact-checks are grouped by; its value is its part of an address.
    """

    TOPIC = "topics"
    OUTLET = "outlets"
    YEAR = "archive"
    MONTH = "archive/month"
    LANGUAGE = "languages"
    KIND = "kinds"


#: What the names of those groups name that the desk may register.
REGISTERED: Final = {Facet.TOPIC: Kind.TOPICS, Facet.OUTLET: Kind.OUTLETS}


def names(facet: Facet, check: Entry) -> tuple[str, ...]:
    """
    Return the names of the groups that a fact-check belongs to.
    """
    match facet:
        case Facet.TOPIC:
            return check.topics
        case Facet.OUTLET:
            return (check.outlet,) if check.outlet else ()
        case Facet.YEAR:
            return (f"{check.day:%Y}",)
        case Facet.MONTH:
            return (check.month,)
        case Facet.LANGUAGE:
            return (check.language,)
        case Facet.KIND:
            return (check.kind.value,)
