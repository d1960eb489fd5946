"""
What a page's head tells those who show a link to it: Open Graph (ogp.me), which others read too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from babel.core import Locale, UnknownLocaleError, get_global

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.vocabulary import Prominence
from factcheck.publishing.addresses import Record, absolute, card_path, check_path, claim_path


class Picture(NamedTuple):
    """
    A picture that stands for a page.
    """

    #: Its whole address.
    address: str

    #: What it says, for who cannot see it.
    alt: str
    width: int = 1200
    height: int = 630


class Sharing(NamedTuple):
    """
    What is told of an article beside its title and description.
    """

    #: Of the article.
    locale: str

    #: Of the same article in other languages.
    other_locales: tuple[str, ...]

    #: As ISO 8601 has them; empty where nothing was changed.
    published: str
    modified: str
    picture: Picture | None


#: Parts of CLDR's likely subtags: language, script, region.
LIKELY: Final = "likely_subtags"


def sharing(
    check: FactCheck, record: Record, title: str, ruled: RuledClaim | None = None
) -> Sharing:
    """
    Make what is told of a fact-check, or of a claim.

    Args:
        check: The fact-check.

        record: Notes that the picture must be there.

        title: The page's, as it names the picture.

        ruled: The claim whose page it is, if it is a claim's.
    """
    verdict, claim = check.verdict, ruled.claim.id if ruled else ""
    own = locale(verdict.language)
    others = (locale(one.language) for one in check.versions)
    changed = verdict.changed_on(claim)
    return Sharing(
        locale=own,
        other_locales=tuple(dict.fromkeys(one for one in others if one != own)),
        published=verdict.published.text,
        modified=changed.text if changed else "",
        picture=_picture(check, record, title, ruled),
    )


@lru_cache(maxsize=512)
def locale(language: str) -> str:
    """
    Return a language as Open Graph wants it, with a territory: ``en_US``, ``uk_UA``.

    Where the tag names none, it is the one where most speak it (Unicode CLDR, likely subtags);
    empty where that is not known.
    """
    try:
        told = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    known = get_global(LIKELY)
    likely = known.get(f"{told.language}_{told.script}") or known.get(told.language, "")
    territory = told.territory or likely.rpartition("_")[2]
    return f"{told.language}_{territory}" if territory else ""


def _picture(
    check: FactCheck, record: Record, title: str, ruled: RuledClaim | None
) -> Picture | None:
    """Return the card of a key claim; for any other page of a fact-check, the fact-check's."""
    site, page, alt = record.site, check_path(check.slug), str(check.verdict.title)
    if not site.cards or not site.url:
        return None
    if ruled and ruled.claim.prominence is Prominence.KEY:
        page, alt = claim_path(check.slug, ruled.claim.id), title
    elif check.rating:
        label = check.rating.label_in(check.verdict.language)
        pattern = record.words.say("title of a claim's page", "%(rating)s: %(claim)s")
        alt = pattern % {"rating": label, "claim": alt}
    record.to(card_path(page))
    return Picture(absolute(site, card_path(page)), alt)
