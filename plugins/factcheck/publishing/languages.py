"""
The languages that the interface speaks: English, and those that there is a catalogue for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from factcheck.diagnostics import Fault
from factcheck.publishing.words import IN_ENGLISH, Words, base_of

#: The theme's folder of catalogues.
FOLDER: Final = "translations"


class CatalogueFault(Fault):
    """A catalogue of translations cannot be read."""


class Languages:
    """
    The languages that the interface speaks.
    """

    def __init__(self, folder: Path) -> None:
        """
        Look where the catalogues are; each is read when it is first asked for.

        Args:
            folder: Holds a ``.po`` file for each language; need not be there.
        """
        self.folder = folder
        self._words: dict[str, Words | None] = {}

    def find(self, tag: str) -> Words | None:
        """
        Return the interface in a language; None where it does not speak it.

        Args:
            tag: BCP 47; a catalogue of the bare language serves all its regions.

        Raises:
            CatalogueFault: If its catalogue cannot be read.
        """
        if tag not in self._words:
            catalogue = self._catalogue(tag)
            self._words[tag] = Words(tag, catalogue) if catalogue else None
        return self._words[tag]

    def or_english(self, tag: str) -> Words:
        """
        Return the interface in a language, or in English where it does not speak it.
        """
        return self.find(tag) or IN_ENGLISH

    @cached_property
    def catalogues(self) -> Mapping[str, Path]:
        """The files, by language."""
        return {path.stem: path for path in sorted(self.folder.glob("*.po"))}

    def sources(self) -> tuple[tuple[str, bytes], ...]:
        """
        Return the text of every catalogue.
        """
        return tuple((tag, path.read_bytes()) for tag, path in self.catalogues.items())

    def _catalogue(self, tag: str) -> NullTranslations | None:
        for near in (tag, base_of(tag)):
            if near in self.catalogues:
                return _opened(self.catalogues[near])
        return NullTranslations() if base_of(tag) == IN_ENGLISH.language else None


def _opened(file: Path) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(file))
    compiled.seek(0)
    return GNUTranslations(compiled)


def read_catalogue(file: Path) -> Catalog:
    """
    Read a language's catalogue (GNU gettext's PO format).

    Raises:
        CatalogueFault: If it is none, or if a translation has other places than its text.
    """
    try:
        with file.open("rb") as opened:
            catalogue = read_po(opened, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        msg = f"the translations cannot be read: {file.name}: {error}"
        raise CatalogueFault(msg) from error
    faults = [
        f"{file.name}, line {message.lineno}: {error}"
        for message, errors in catalogue.check()
        for error in errors
    ]
    if faults:
        msg = f"the translations cannot be used: {'; '.join(faults)}"
        raise CatalogueFault(msg)
    return catalogue
