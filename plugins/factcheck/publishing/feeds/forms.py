"""
Which lists can be followed, and in which forms every feed is written.
"""

from __future__ import annotations

from enum import Enum

from factcheck.model.site import Site
from factcheck.publishing.editions import Edition


class Form(Enum):
    """
    A form of feeds: its name, its media type, and what its files' names end with.
    """

    ATOM = ("Atom", "application/atom+xml", ".atom.xml")
    RSS = ("RSS", "application/rss+xml", ".rss.xml")
    JSON = ("JSON Feed", "application/feed+json", ".json")

    def __init__(self, title: str, media_type: str, suffix: str) -> None:
        """Take a form's parts."""
        self.title = title
        self.media_type = media_type
        self.suffix = suffix


def stem_of(path: str) -> str:
    """
    Return where the feed stands of which a file is one form; empty for any other file.
    """
    found = (path.removesuffix(form.suffix) for form in Form if path.endswith(form.suffix))
    return next(found, "")


def is_followed(kind: str, edition: Edition, site: Site) -> bool:
    """
    Tell whether the lists of a kind have feeds: corrections always, others where it is set so.

    Args:
        kind: The first part of a list's address, such as ``topics``.

        edition: Whose lists they are; what lists one language is not parted by languages.

        site: Says which feeds are wanted.
    """
    if kind == "languages" and edition.lists:
        return False
    return kind in site.feeds or kind == "corrections"
