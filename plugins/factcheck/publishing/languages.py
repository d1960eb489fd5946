"""
The languages that the interface speaks: English, and those that there is a catalogue for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from factcheck.diagnostics import Fault
from factcheck.publishing.words import IN_ENGLISH, Words, base_of

#: A value's place in a text, and that of a number.
PLACE: Final = re.compile(r"%\(\w+\)s")
COUNT: Final = "%(count)s"

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
    if faults := [fault for message in catalogue for fault in _faults(message)]:
        told = "\n".join(f"{file.name}, line {fault}" for fault in faults)
        msg = f"the translations cannot be used:\n{told}"
        raise CatalogueFault(msg)
    return catalogue


def _faults(message: Message) -> Iterator[str]:
    """Give what is wrong with the places of a translation: each holds what readers must know."""
    texts, forms = _forms(message.id), _forms(message.string)
    wanted = set(PLACE.findall(texts[-1]))
    # Of a number's forms, one may say it without a place.
    needed = wanted - {COUNT} if len(texts) > 1 else wanted
    for form in filter(None, forms) if texts[0] else ():
        found = set(PLACE.findall(form))
        if needed <= found <= wanted and form.count("%") == form.count("%("):
            continue
        places = ", ".join(sorted(wanted)) or "no places"
        yield (
            f"{message.lineno}: “{form}” must have the places of “{texts[-1]}”, as they are "
            f"written there: {places}"
        )


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)
