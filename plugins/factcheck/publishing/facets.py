"""
The words and addresses of the ways in which the digest can be browsed.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.digest.facets import Facet
from factcheck.model.site import Site
from factcheck.model.vocabulary import DocumentKind
from factcheck.publishing.wording import DOCUMENT_KINDS, LANGUAGES, month_in_words


class Words(NamedTuple):
    """
    What a facet is called.
    """

    #: Of one group, and of all.
    one: str
    all: str

    #: What its list holds, in a sentence.
    lead: str


#: In the order in which they are offered.
WORDS: Final = {
    Facet.TOPIC: Words("Topic", "Topics", "What the fact-checks are about."),
    Facet.OUTLET: Words("Outlet", "Outlets", "Where the documents were published."),
    Facet.YEAR: Words("Year", "Archive", "When the fact-checks were published."),
    Facet.MONTH: Words("Month", "Months", "When the fact-checks were published."),
    Facet.LANGUAGE: Words("Language", "Languages", "What the fact-checks are written in."),
    Facet.KIND: Words("Kind of document", "Kinds of document", "What was checked."),
}

#: Whose groups are told in the order of time, the newest first.
BY_TIME: Final = frozenset({Facet.YEAR, Facet.MONTH})


def facets_of(site: Site) -> tuple[Facet, ...]:
    """
    Return the facets by which a site's fact-checks can be browsed.
    """
    return tuple(facet for facet in WORDS if facet.value.partition("/")[0] in site.browse)


def index_of(facet: Facet) -> str:
    """
    Return where the page that lists a facet's groups is written.
    """
    return f"{facet.value}/index.html"


def title_of(facet: Facet, name: str) -> str:
    """
    Return a group's name as readers see it.
    """
    match facet:
        case Facet.MONTH:
            return month_in_words(name)
        case Facet.LANGUAGE:
            return LANGUAGES.get(name, name)
        case Facet.KIND:
            return DOCUMENT_KINDS[DocumentKind(name)].capitalize()
        case _:
            return name
