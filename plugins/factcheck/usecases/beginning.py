"""
Begin a fact-check: put a document in its place, with a first draft of its sidecar.

Rule 1: nothing is ever overwritten, and nothing is written unless both files can be.
Rule 2: what is written has been read back, as the check reads it, and has no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Problem, Severity
from factcheck.model import filenames
from factcheck.model.document import Document
from factcheck.model.likely import likely_slugs
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.model.values import is_slug
from factcheck.reading.candidates import candidates
from factcheck.reading.checkworthy import has_rules
from factcheck.reading.documents import is_document, read_document
from factcheck.reading.drafting import Draft, are_one_language, drafted
from factcheck.reading.intake import CannotTakeIn, Taken, take_in
from factcheck.reading.languages import likely_language
from factcheck.reading.names import SIDECAR_ENDING, Pair
from factcheck.reading.pairs import read_pair
from factcheck.reading.told import told_by_text
from factcheck.usecases.read import open_scales

#: Of a document without a title, so many words make its address.
SLUG_WORDS: Final = 6
#: As long as an address that is proposed is.
SLUG_LENGTH: Final = 60
#: As much of a text as its first words are looked for in, in characters.
OPENING: Final = 1_000
SCHEMA: Final = "schemas/verdict.schema.json"


class CannotBegin(Exception):  # noqa: N818 - a sentence for an editor, not a fault
    """The document cannot be read, or its place is taken."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What an editor asks for.
    """

    #: The document's bytes, and what it is called; ``-`` where it has no name.
    data: bytes
    name: str

    #: Where the document stands, if it is a file.
    path: Path | None = None

    #: The fact-check's address; empty for one that is proposed.
    slug: str = ""

    #: How many claims are proposed.
    claims: int = 10

    #: Whether a web page is kept with its menus and all.
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """
    What was written.
    """

    #: Paths within the project.
    seed: str
    sidecar: str
    claims: int

    #: BCP 47: what the document was taken to be in.
    language: str

    #: What an editor should know: a sentence each.
    notes: tuple[str, ...]

    #: What the check says of both files: warnings alone.
    problems: tuple[Problem, ...]


def begin(project: Project, wanted: Wanted, today: date) -> Begun:
    """
    Begin a fact-check.

    Args:
        project: Where its files are put.

        wanted: The document, and what is asked of it.

        today: The day that the draft is dated.

    Returns:
        What was written, and what an editor should know of it.

    Raises:
        CannotBegin: With a sentence that says why and what would help; then nothing was written.
    """
    scales, unread = open_scales(project)
    if scales is None:
        msg = f"{unread[0].file} cannot be read: {unread[0].message}"
        raise CannotBegin(msg)
    source = _source(project, wanted)
    seed = source.seed or f"{project.name(project.seeds)}/{source.slug}{source.taken.ending}"
    sidecar = f"{seed.rpartition('.')[0]}{SIDECAR_ENDING}"
    _refuse_what_is_there(project, source, sidecar)
    draft = _draft(project, wanted, source, scales, today)
    if not draft.candidates.sentences:
        msg = f"{wanted.name} holds no words that could be checked"
        raise CannotBegin(msg)
    pair = Pair(seed, source.taken.data, sidecar, drafted(draft).encode())
    problems = _proved(pair, scales)
    _write(project.root, pair, with_seed=not source.seed)
    claims = draft.candidates.claims
    notes = (*source.taken.notes, *_notes(draft))
    return Begun(seed, sidecar, len(claims), draft.document_language, notes, problems)


@dataclass(frozen=True, slots=True)
class _Source:
    """The document, read."""

    taken: Taken
    document: Document
    slug: str

    #: Its path within the project, if it stands in its place already.
    seed: str

    #: The first words of it.
    opening: str


def _source(project: Project, wanted: Wanted) -> _Source:
    seed = _in_its_place(project, wanted)
    try:
        taken = take_in(wanted.data, wanted.name, whole=wanted.whole or bool(seed))
    except CannotTakeIn as refused:
        raise CannotBegin(str(refused)) from None
    if seed:
        taken = Taken(wanted.data, PurePosixPath(seed).suffix, taken.told)
    document, problems = read_document(taken.data, f"document{taken.ending}")
    if document is None:
        problem = problems[0]
        at = "" if problem.line == 1 else f", line {problem.line}"
        msg = f"{wanted.name}{at}: {problem.message}" + (f"; {problem.hint}" * bool(problem.hint))
        raise CannotBegin(msg)
    told = taken.told.with_rest_of(told_by_text(document))
    opening = " ".join(document.text[:OPENING].split()[:SLUG_WORDS])
    slug = _slug(wanted, seed, [told.title, opening, PurePosixPath(wanted.name).stem], document)
    return _Source(replace(taken, told=told), document, slug, seed, opening)


def _in_its_place(project: Project, wanted: Wanted) -> str:
    """Return a document's path within the project, where it stands in the seeds already."""
    if wanted.path is None or not is_document(wanted.path.name):
        return ""
    path = wanted.path.resolve()
    if not path.is_relative_to(project.seeds.resolve()):
        return ""
    return f"{project.name(project.seeds)}/{path.relative_to(project.seeds.resolve()).as_posix()}"


def _slug(wanted: Wanted, seed: str, likely: list[str], document: Document) -> str:
    if wanted.slug:
        if not is_slug(wanted.slug):
            msg = (
                f"{wanted.slug} cannot be an address: expected lower-case letters a-z, digits and "
                "single hyphens between them"
            )
            raise CannotBegin(msg)
        return wanted.slug
    if seed and is_slug(stem := PurePosixPath(seed).stem):
        return stem
    for text in likely:
        for slug in likely_slugs(text):
            shorter = slug[:SLUG_LENGTH].rpartition("-")[0] if len(slug) > SLUG_LENGTH else slug
            if is_slug(shorter) and re.search("[a-z]{3}", shorter):
                return shorter
    return f"document-{document.sha256[:8]}"


def _refuse_what_is_there(project: Project, source: _Source, sidecar: str) -> None:
    """Tell what stands where the files are to be put, whatever the system makes of their names."""
    stem = filenames.folded(sidecar.removesuffix(SIDECAR_ENDING))
    for entry in files.walk(project.root, project.seeds):
        found = filenames.folded(entry.path)
        is_same = found.removesuffix(SIDECAR_ENDING) == stem or found.rpartition(".")[0] == stem
        if is_same and entry.path != source.seed:
            msg = (
                f"{entry.path} is there already, and nothing is overwritten; choose another --slug"
            )
            raise CannotBegin(msg)
        if not source.seed and is_document(entry.path) and _holds(project, entry, source):
            msg = f"this document is there already: {entry.path}"
            raise CannotBegin(msg)


def _holds(project: Project, entry: files.Entry, source: _Source) -> bool:
    path, data = project.root / entry.path, source.taken.data
    try:
        return entry.is_file and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _draft(
    project: Project, wanted: Wanted, source: _Source, scales: Scales, today: date
) -> Draft:
    told, site = source.taken.told, project.site
    likely = likely_language(source.document.text)
    language = told.language or likely or site.language
    own = [one for one in (site.language, *site.languages) if are_one_language(one, language)]
    seeds = project.seeds.relative_to(project.root) if project.seeds != project.root else Path()
    depth = len(PurePosixPath(source.seed).parts) - 1 if source.seed else len(seeds.parts)
    return Draft(
        slug=source.slug,
        language=next(iter(own), site.language),
        document_language=language,
        language_is_told=bool(told.language),
        published=today,
        author=site.desk,
        told=told,
        candidates=candidates(source.document, language, wanted.claims),
        scale=scales.default,
        sha256=source.document.sha256,
        schema="../" * depth + SCHEMA,
        opening=source.opening,
    )


def _notes(draft: Draft) -> Iterator[str]:
    language = draft.document_language
    if not draft.language_is_told:
        yield f"took the document to be in the language {language}, which it does not say itself"
    if not has_rules(language):
        yield (
            f"there are no lists of words for the language {language}: only figures, dates, "
            "quotation marks and the length of a sentence counted"
        )


def _proved(pair: Pair, scales: Scales) -> tuple[Problem, ...]:
    """Read both files as the check does, before anything is written."""
    problems = read_pair(pair, scales).problems
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        msg = f"no draft can be made of it: {first.file}:{first.line}: {first.message}"
        raise CannotBegin(msg)
    return problems


def _write(root: Path, pair: Pair, *, with_seed: bool) -> None:
    """Write the files where none is; if one cannot be written, the other is not left behind."""
    new = {pair.seed: pair.seed_bytes} if with_seed else {}
    written: list[Path] = []
    try:
        for name, data in {**new, pair.sidecar: pair.sidecar_bytes}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(data)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        msg = f"{name} cannot be written: {error.strerror}"
        raise CannotBegin(msg) from None
