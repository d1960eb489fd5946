"""
What the site is made from beside the seeds, as keys: another key, and a page is made anew.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from factcheck.engine.trees import hash_of
from factcheck.model.site import Project
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.cards import drawn_from

#: The libraries that have a say in what stands on a page.
LIBRARIES: Final = (
    "babel",
    "beautifulsoup4",
    "charset-normalizer",
    "feedgenerator",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "nh3",
    "pelican",
    "pillow",
    "pydantic",
    "pyromark",
    "pyyaml",
    "rapidfuzz",
    "sentencex",
    "uharfbuzz",
)

#: The templates of a fact-check's own pages and of its cards in lists.
OF_CHECKS: Final = (
    "check.html",
    "claim.html",
    "components/card.html",
    "components/feed_content.html",
    "embed.html",
    "moved.html",
    "withdrawn.html",
)


def of_checks(project: Project, desk_pages: Iterable[DeskPage], templates: Templates) -> str:
    """
    Return the key of what every fact-check's pages are made from.

    Args:
        project: Its site, scales and registry of names.

        desk_pages: The desk's pages, of which the navigation shows the names.

        templates: The theme's.
    """
    shown = [page._replace(html="", description="", changed="") for page in desk_pages]
    scales = project.ratings.read_bytes()
    registry = project.registry.read_bytes() if project.registry.exists() else b""
    texts = templates.sources(OF_CHECKS), templates.languages.sources()
    drawn = [hash_of(data) for data in drawn_from(project)]
    told = (program(), project.site, shown, scales, registry, texts, drawn)
    return hash_of(repr(told).encode())


def of_lists(around: str, templates: Templates, names: Iterable[str]) -> str:
    """
    Return the key of what every list is made from, beside its items.

    Args:
        around: The key of what every fact-check's pages are made from.

        templates: The theme's.

        names: The templates of lists.
    """
    return hash_of(repr((around, templates.sources(names))).encode())


def of_exports(around: str, templates: Templates, names: Iterable[str]) -> str:
    """
    Return the key of what everything in /data/ is made from, beside the fact-checks.

    Args:
        around: The key of what every fact-check's pages are made from.

        templates: The theme's.

        names: The templates of the pages there.
    """
    made_by = sqlite3.sqlite_version
    return hash_of(repr((around, made_by, templates.sources(names))).encode())


@cache
def program() -> str:
    """
    Return the key of the program itself: its own text, Python's version and the libraries'.
    """
    package = Path(__file__).resolve().parents[1]
    texts = [
        (path.relative_to(package).as_posix(), path.read_bytes())
        for path in sorted(package.rglob("*.py"))
    ]
    told = (texts, sys.version, [(name, _version(name)) for name in LIBRARIES])
    return hash_of(repr(told).encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
