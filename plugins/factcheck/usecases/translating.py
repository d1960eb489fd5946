"""
The catalogues of translations: which texts the interface has, and which of them a language lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po
from jinja2 import TemplateSyntaxError

from factcheck import publishing
from factcheck.publishing.languages import FOLDER, CatalogueFault, read_catalogue
from factcheck.publishing.words import locale_of

#: What names a text: (context, text), or (context, one, several).
KEYWORDS: Final = {
    "say": ((1, "c"), 2),
    "count": ((1, "c"), 2, 3),
    "Said": ((1, "c"), 2),
    "pgettext": ((1, "c"), 2),
}


#: What a catalogue's head does not say: it would change without a text.
UNSAID: Final = (
    "Generated-By",
    "Language-Team",
    "Last-Translator",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
)


class Progress(NamedTuple):
    """
    How far a language is.
    """

    language: str
    file: Path

    #: How many texts the interface has, and how many of them are still to be translated.
    texts: int
    missing: int


def texts(theme: Path) -> Catalog:
    """
    Return every text of the interface, untranslated.

    Args:
        theme: The theme's folder; its templates have texts, and so has the program.

    Raises:
        CatalogueFault: If a template cannot be read.
    """
    catalogue = Catalog()
    program = Path(publishing.__file__).parent
    for folder, pattern, way in (
        (program, "**.py", "python"),
        (theme / "templates", "**.html", "jinja2.ext:babel_extract"),
    ):
        found = extract_from_dir(
            folder, [(pattern, way)], {pattern: {"silent": "false"}}, keywords=KEYWORDS
        )
        try:
            ordered = sorted(found, key=itemgetter(0, 1))
        except TemplateSyntaxError as error:
            msg = f"a template cannot be read, line {error.lineno}: {error}"
            raise CatalogueFault(msg) from error
        for name, line, text, _, context in ordered:
            flags = {"python-format"} if "%(" in str(text) else ()
            catalogue.add(text, locations=[(name, line)], context=context, flags=flags)
    return catalogue


def is_translated(message: Message) -> bool:
    """
    Tell whether a text is translated in all its forms, and nobody doubts it.
    """
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(forms) and not message.fuzzy


def bring_up_to_date(theme: Path, language: str = "") -> Iterator[Progress]:
    """
    Put new texts into the catalogues and take those out that are no longer used.

    Args:
        theme: The theme's folder.

        language: BCP 47; its catalogue is begun if there is none. All others are brought up to
            date too.

    Raises:
        CatalogueFault: If a catalogue cannot be read.

        LookupError: If the Unicode CLDR knows no such language.
    """
    wanted, folder = texts(theme), theme / FOLDER
    folder.mkdir(exist_ok=True)
    files = set(folder.glob("*.po"))
    if language:
        files.add(folder / f"{language}.po")
    for file in sorted(files):
        catalogue = read_catalogue(file) if file.is_file() else _begun(language)
        catalogue.update(wanted, no_fuzzy_matching=True)
        _write(catalogue, file)
        entries = [message for message in catalogue if message.id]
        missing = sum(not is_translated(message) for message in entries)
        yield Progress(file.stem, file, len(entries), missing)


def _begun(language: str) -> Catalog:
    locale = locale_of(language)
    if locale is None:
        raise LookupError(language)
    return Catalog(
        locale=locale,
        header_comment=f"# The interface of a fact-check digest in {locale.english_name}.",
        charset="utf-8",
        fuzzy=False,
    )


def _write(catalogue: Catalog, file: Path) -> None:
    """Write what a catalogue says; who asked for it and when is no part of that."""
    written = BytesIO()
    write_po(written, catalogue, width=99, ignore_obsolete=True, include_lineno=False)
    dated = tuple(f'"{name}:'.encode() for name in UNSAID)
    lines = written.getvalue().splitlines(keepends=True)
    data = b"".join(line for line in lines if not line.startswith(dated))
    if not file.is_file() or file.read_bytes() != data:
        file.write_bytes(data)
