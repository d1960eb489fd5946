"""
The site: what its owner sets, and what every page may know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

#: All that readers can browse by, as pelican.conf.py names it.
BROWSE: Final = ("topics", "claimants", "outlets", "archive", "languages", "kinds")


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

    def name(self, path: Path) -> str:
        """
        Return what to call a file in messages: its path within the project.
        """
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )
