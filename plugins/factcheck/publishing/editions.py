"""
The editions of the site: each language with lists of its own, and the words of every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.site import Site
from factcheck.publishing.languages import CatalogueFault, Languages
from factcheck.publishing.words import IN_ENGLISH, Words, base_of


class Edition(NamedTuple):
    """
    What a page is written in, and where the lists stand that it leads to.
    """

    words: Words = IN_ENGLISH

    #: What the paths of its lists begin with, such as ``es/``; empty for the site's own lists.
    prefix: str = ""

    #: The language of the fact-checks that it lists; empty where it lists all.
    lists: str = ""

    @property
    def feed(self) -> str:
        """Where the feed of all its fact-checks stands, without what its forms' names end with."""
        return f"feeds/{self.lists or 'all'}"

    def tagline(self, site: Site) -> str:
        """
        Return what the site says of itself, in the edition's language where it says so.
        """
        return site.tagline_in(self.words.language)


class Editions:
    """
    The site's own edition, and those in other languages that it was set to have.
    """

    def __init__(self, site: Site, languages: Languages) -> None:
        """
        Find their words.

        Raises:
            CatalogueFault: If the interface does not speak one of them.
        """
        self._languages = languages
        self.main = Edition(languages.or_english(site.language))
        self._others = {base_of(tag): _edition(tag, languages) for tag in site.languages}
        self._of = dict[str, Edition]()

    def __iter__(self) -> Iterator[Edition]:
        """Give those that have lists, the site's own first."""
        yield self.main
        yield from self._others.values()

    def listing(self, language: str) -> Edition:
        """
        Return the edition that lists what is written in a language; the site's own lists all.
        """
        return self._others[language] if language else self.main

    def of(self, language: str) -> Edition:
        """
        Return the edition that a text in a language stands in.

        Args:
            language: BCP 47.

        Returns:
            Words in that language, or the site's own where the interface does not speak it; lists
            in that language, or all where it has none of its own.
        """
        if language not in self._of:
            words = self._languages.find(language)
            near = self._others.get(base_of(language), self.main)
            self._of[language] = near._replace(words=words) if words else self.main
        return self._of[language]


def _edition(tag: str, languages: Languages) -> Edition:
    words = languages.find(tag)
    if words is None:
        msg = (
            f"FACTCHECK_LANGUAGES: the interface does not speak {tag}; "
            f"begin its translation with: make translations LANGUAGE={tag}"
        )
        raise CatalogueFault(msg)
    return Edition(words, f"{tag}/", base_of(tag))
