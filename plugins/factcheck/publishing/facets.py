"""
The words and addresses of the ways in which the digest can be browsed.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from factcheck.digest.facets import Facet
from factcheck.model.vocabulary import DocumentKind
from factcheck.publishing.editions import Edition
from factcheck.publishing.wording import DOCUMENT_KINDS
from factcheck.publishing.words import Said, Words


class Called(NamedTuple):
    """
    What a facet is called.
    """

    #: Of one group, and of all.
    one: Said
    all: Said

    #: What its list holds, in a sentence.
    lead: Said


#: In the order in which they are offered.
CALLED: Final = {
    Facet.TOPIC: Called(
        Said("above the name of a group", "Topic"),
        Said("title of a list of names", "Topics"),
        Said("what a list of names holds", "What the fact-checks are about."),
    ),
    Facet.OUTLET: Called(
        Said("above the name of a group", "Outlet"),
        Said("title of a list of names", "Outlets"),
        Said("what a list of names holds", "Where the documents were published."),
    ),
    Facet.YEAR: Called(
        Said("above the name of a group", "Year"),
        Said("title of a list of names", "Archive"),
        Said("what a list of names holds", "When the fact-checks were published."),
    ),
    Facet.MONTH: Called(
        Said("above the name of a group", "Month"),
        Said("title of a list of names", "Months"),
        Said("what a list of names holds", "When the fact-checks were published."),
    ),
    Facet.LANGUAGE: Called(
        Said("above the name of a group", "Language"),
        Said("title of a list of names", "Languages"),
        Said("what a list of names holds", "What the fact-checks are written in."),
    ),
    Facet.KIND: Called(
        Said("above the name of a group", "Kind of document"),
        Said("title of a list of names", "Kinds of document"),
        Said("what a list of names holds", "What was checked."),
    ),
}

#: Who made a claim, which no facet of fact-checks is.
WHO: Final = Called(
    Said("above the name of a group", "Claimant"),
    Said("title of a list of names", "Claimants"),
    Said("what a list of names holds", "Whose claims were rated."),
)

#: Whose groups are told in the order of time, the newest first.
BY_TIME: Final = frozenset({Facet.YEAR, Facet.MONTH})


def facets_of(browse: Container[str], edition: Edition) -> tuple[Facet, ...]:
    """
    Return the facets among the ways in which a site can be browsed.

    Args:
        browse: All ways.

        edition: Whose lists are meant; what lists one language is not parted by languages.
    """
    offered = (facet for facet in CALLED if facet.value.partition("/")[0] in browse)
    return tuple(one for one in offered if not edition.lists or one is not Facet.LANGUAGE)


def index_of(facet: Facet) -> str:
    """
    Return where the page that lists a facet's groups is written.
    """
    return f"{facet.value}/index.html"


def title_of(facet: Facet, name: str, words: Words) -> str:
    """
    Return a group's name as readers see it.
    """
    match facet:
        case Facet.MONTH:
            return words.begun(words.month(name))
        case Facet.LANGUAGE:
            return words.begun(words.name_of(name))
        case Facet.KIND:
            return words.begun(words.of(DOCUMENT_KINDS[DocumentKind(name)]))
        case _:
            return name
