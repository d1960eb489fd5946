"""
Share cards: drawn where they are new, taken over where the published folder has them already.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.adapters import files
from factcheck.diagnostics import Fault
from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Project
from factcheck.publishing.cards import CardMaker, CardView
from factcheck.publishing.file import File
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.palette import Palette
from factcheck.publishing.templates import Templates

if TYPE_CHECKING:
    from factcheck.adapters.drawing.card import Artist

#: Where a theme has its colours and its fonts.
TOKENS: Final = "static/css/tokens.css"
FONTS: Final = "fonts"
ENDINGS: Final = (".ttf", ".otf", ".ttc")

#: A picture that a card is taken over from has fewer bytes.
CARD_BYTES: Final = 1_000_000

#: What a publisher can do who cannot have what is missing.
OTHERWISE: Final = "or build without share cards: FACTCHECK_CARDS = False in pelican.conf.py"


class CannotDraw(Fault):
    """Share cards cannot be drawn."""


class Cards:
    """
    The share cards of a site.
    """

    def __init__(self, project: Project, page: PageMaker, templates: Templates) -> None:
        """
        Take what they are made from; nothing is opened before the first is asked for.

        Args:
            project: Where theme, fonts and the published site are.

            page: Knows the site and its languages.

            templates: The theme's.
        """
        self._project = project
        self._page = page
        self._templates = templates

    def files(self, check: FactCheck, only: str = "") -> Iterator[tuple[File, str]]:
        """
        Give the cards of a fact-check that readers may see.

        Args:
            check: The fact-check.

            only: The path of the one that is wanted; all, if none is named.

        Returns:
            Each with the characters that no font has, for which its words were left out.

        Raises:
            CannotDraw: If a library, a font or the theme is not what it must be.
        """
        if not self._project.site.cards:
            return
        for path, view in self._make(check):
            if not only or path == only:
                lacking = self._artist.lacks(view)
                yield File(path, self._found(path, view)), lacking

    def _found(self, path: str, view: CardView) -> bytes:
        """Return a card: as it was published, if that shows the same, else drawn."""
        from factcheck.adapters.drawing.seal import is_sealed, sealed  # noqa: PLC0415

        key = repr((self._artist.key, view))
        try:
            published = files.contents(self._project.output / path, CARD_BYTES)
        except OSError:
            published = b""
        if is_sealed(published, key):
            return published
        try:
            return sealed(self._artist.draw(view), key)
        except ValueError as error:
            raise CannotDraw(str(error)) from error

    @cached_property
    def _make(self) -> CardMaker:
        tokens = self._project.theme / TOKENS
        css = tokens.read_text(encoding="utf-8") if tokens.exists() else ""
        return CardMaker(self._page, self._templates, Palette(css))

    @cached_property
    def _artist(self) -> Artist:
        """What draws; opened once in a process."""
        fonts = card_fonts(self._project)
        if not fonts:
            folder = self._project.theme / FONTS
            msg = f"share cards need a font, and {folder} has none: add one, {OTHERWISE}"
            raise CannotDraw(msg)
        try:
            # Only builds that draw need these libraries.
            from factcheck.adapters.drawing.card import Artist  # noqa: PLC0415

            return Artist(fonts)
        except ImportError as error:
            msg = (
                f"share cards need a library that is not installed ({error}): install what "
                f"requirements.lock names, {OTHERWISE}"
            )
            raise CannotDraw(msg) from error
        except (OSError, ValueError) as error:
            msg = f"share cards cannot be drawn: {error}; name another font, {OTHERWISE}"
            raise CannotDraw(msg) from error


def card_fonts(project: Project) -> tuple[Path, ...]:
    """
    Return the fonts of cards in the order in which they are asked: the theme's, then the desk's.
    """
    folder = project.theme / FONTS
    own = sorted(path for path in folder.glob("*") if path.suffix.lower() in ENDINGS)
    return (*own, *project.card_fonts)


def drawn_from(project: Project) -> tuple[bytes, ...]:
    """
    Return the bytes of all files that cards are drawn from; none where the site has no cards.

    Raises:
        CannotDraw: If one cannot be read.
    """
    if not project.site.cards:
        return ()
    tokens = project.theme / TOKENS
    try:
        return tuple(path.read_bytes() for path in (tokens, *card_fonts(project)) if path.exists())
    except OSError as error:
        msg = f"share cards cannot be drawn: {error}; name another font, {OTHERWISE}"
        raise CannotDraw(msg) from error
