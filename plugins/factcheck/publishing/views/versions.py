"""
A page in other languages, and what of it is not translated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import Record, absolute
from factcheck.publishing.views.site import Alternate, PageHead
from factcheck.publishing.words import Words, base_of, direction, locale_of

#: What search engines show to readers of any other language (hreflang's ``x-default``).
ANY_OTHER: Final = "x-default"


class VersionView(NamedTuple):
    """
    The way to a page in another language.
    """

    #: The language's name in itself.
    name: str
    language: str
    direction: str
    href: str


class Versions(NamedTuple):
    """
    In which languages readers can have a page.
    """

    #: What the page was translated from; None if it is the original's.
    original: VersionView | None

    #: The others; none where there are none.
    others: tuple[VersionView, ...]

    #: All of them, for machines.
    alternates: tuple[Alternate, ...]

    #: The language of words that are not translated, by name; empty where all are.
    untranslated: str

    def in_head(self, head: PageHead) -> PageHead:
        """
        Return a page's head that names them.
        """
        return head._replace(alternates=self.alternates)


def versions(
    check: FactCheck, place: Callable[[str], str], record: Record, claim: str = ""
) -> Versions:
    """
    Make the view of a page's versions.

    Args:
        check: The fact-check whose page it is.

        place: Returns where such a page is written, by a fact-check's slug.

        record: Notes the links.

        claim: The id of the claim whose page it is, if it is a claim's.
    """
    found = check.versions
    alternates = [Alternate(one.language, absolute(record.site, place(one.slug))) for one in found]
    if found:
        alternates.append(alternates[0]._replace(language=ANY_OTHER))
    languages = [one.language for one in found]
    views = {
        one.slug: VersionView(
            _name(one.language, languages),
            one.language,
            direction(one.language),
            record.to(place(one.slug)),
        )
        for one in found
        if one.slug != check.slug
    }
    return Versions(
        original=views.pop(check.origin.slug, None) if check.origin else None,
        others=tuple(views.values()),
        alternates=tuple(alternates),
        untranslated=_untranslated(check, claim, record),
    )


def _name(tag: str, among: list[str]) -> str:
    """Name a language in itself: with its tag where others of the same name stand beside it."""
    base, locale = base_of(tag), locale_of(tag)
    name = Words.begun(locale.languages.get(base, tag)) if locale else tag
    namesakes = [other for other in among if base_of(other) == base]
    return f"{name} ({tag})" if len(namesakes) > 1 and name != tag else name


def _untranslated(check: FactCheck, claim: str, record: Record) -> str:
    if check.origin is None or not check.origin.borrowed:
        return ""
    ids = {ruled.claim.id: at for at, ruled in enumerate(check.claims)}
    shown = [
        path for path in check.origin.borrowed if not claim or path[:2] == ("claims", ids[claim])
    ]
    return record.words.name_of(check.origin.language) if shown else ""
