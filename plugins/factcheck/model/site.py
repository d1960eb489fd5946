"""
The site: what its owner sets, and what every page may know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

#: All that readers can browse by, as pelican.conf.py names it.
BROWSE: Final = ("topics", "claimants", "outlets", "archive", "languages", "kinds")


#: By what readers can follow the digest, beside the feeds of all of it.
FEEDS: Final = ("ratings", "topics", "claimants", "outlets", "languages")


class Policies(NamedTuple):
    """
    What the desk says of itself to machines (schema.org's ``NewsMediaOrganization``).

    Each is a path within the site, or a whole address; empty where the desk has none.
    """

    corrections: str = ""
    ethics: str = ""
    ownership: str = ""
    feedback: str = ""
    methods: str = ""
    masthead: str = ""
    diversity: str = ""
    unnamed_sources: str = ""

    #: Addresses of pages about the desk, elsewhere.
    same_as: tuple[str, ...] = ()


NO_POLICIES: Final = Policies()


@dataclass(frozen=True, slots=True)
class Site:
    """
    The digest's name, address and desk.
    """

    name: str

    #: Its whole address, without a slash at the end; empty while it has none.
    url: str

    #: BCP 47: of the interface, and of the site's own lists.
    language: str

    #: Who checks: shown as publisher and author of every review.
    desk: str

    #: What it says of itself, by language.
    taglines: tuple[tuple[str, str], ...] = ()

    #: Where a reader reports an error: a path within the site, or a whole address.
    report: str = "/contact/"

    #: Whether each claim has a page of its own, with its review for machines.
    claim_pages: bool = True

    #: Whether a fact-check's pages lead to what stands beside them in the digest.
    related: bool = True

    #: Whether readers can search: makes an index beside the pages.
    search: bool = True

    #: By what readers can browse.
    browse: tuple[str, ...] = BROWSE

    #: BCP 47: other languages with lists of their own.
    languages: tuple[str, ...] = ()

    #: By what readers can follow the digest, beside the feeds of all of it.
    feeds: tuple[str, ...] = FEEDS

    #: Whether each fact-check stands as data beside its page, and all of them together in /data/.
    data: bool = True

    #: The address of the licence that the data is under; empty while the desk has chosen none.
    license: str = ""

    #: Whether each page of a fact-check has a twin in Markdown.
    markdown: bool = True

    #: Whether each fact-check and each key claim has a picture for those who share it.
    cards: bool = True

    #: Whether other sites may show a fact-check or a claim in a frame.
    embeds: bool = True

    #: Names of crawlers, as they call themselves in robots.txt, that are asked to stay away.
    unwelcome: tuple[str, ...] = ()

    #: What the desk says of itself to machines.
    policies: Policies = NO_POLICIES

    @property
    def tagline(self) -> str:
        """What it says of itself in its own language."""
        return self.tagline_in(self.language)

    def tagline_in(self, language: str) -> str:
        """
        Return what the site says of itself in a language; empty where it says nothing in it.
        """
        return dict(self.taglines).get(language, "")

    @property
    def base(self) -> str:
        """The path that the site lives below: ``/`` or ``/digest/``."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"


@dataclass(frozen=True, slots=True)
class Project:
    """
    Where everything lives, and the site it makes.
    """

    root: Path
    seeds: Path
    content: Path
    ratings: Path

    #: The registry of names; need not be there.
    registry: Path
    theme: Path
    output: Path
    site: Site = field(repr=False)

    #: Fonts for share cards, beside the theme's own.
    card_fonts: tuple[Path, ...] = ()

    def name(self, path: Path) -> str:
        """
        Return what to call a file in messages: its path within the project.
        """
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )
