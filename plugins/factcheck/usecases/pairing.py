"""
What stands in ``seeds/``: every document with its sidecar, and what has no business there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.model import bounds, filenames
from factcheck.model.site import Project
from factcheck.reading.documents import FORMATS, is_document
from factcheck.reading.names import SIDECAR_ENDING, Pair, original_of, stem_of
from factcheck.usecases.misnamed import name_meant

#: How names end that a sidecar may have been given by mistake.
SIDECAR_LIKE: Final = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


class Paths(NamedTuple):
    """
    A document and its sidecar, relative to the project's folder.
    """

    seed: str
    sidecar: str

    #: Every sidecar beside the document, this one too, the document's own first; empty where
    #: there is but one.
    family: tuple[str, ...] = ()


def find_pairs(project: Project) -> tuple[list[Paths], list[Problem]]:
    """
    Find every document with its sidecar.

    Args:
        project: Where to look.

    Returns:
        The pairs, in the order of their documents' paths, a translation behind its original; and a
        problem for whatever has no partner or no business in the folder.
    """
    found = _Found()
    seeds = project.name(project.seeds)
    for entry in files.walk(project.root, project.seeds):
        if not entry.is_litter:
            found.sort(entry, _name_fault(entry.path, seeds))
    problems = found.problems
    families = _families(found)
    problems += [*_unmatched(found, families), *_too_many(families)]
    problems = [_as_translation(problem, project.root, found) for problem in problems]
    problems += _twins([*found.sidecars.values(), *chain(*found.documents.values())])
    pairs = []
    for stem, documents in sorted(found.documents.items()):
        if len(documents) == 1 and stem in found.sidecars:
            own, others = found.sidecars[stem], families.get(stem, [])[: bounds.TRANSLATIONS]
            family = (own, *others) if others else ()
            pairs += [Paths(documents[0], sidecar, family) for sidecar in (own, *others)]
    return pairs, problems


def open_pair(root: Path, paths: Paths) -> tuple[Pair | None, list[Problem]]:
    """
    Read both files of a pair, of a larger one only what shows that it is too large.

    A file that cannot be read is a problem like any other; of a family's files each tells its own.
    """
    data, problems, folder = dict[str, bytes](), [], str(root)
    is_translation = paths.sidecar not in paths.family[:1] and bool(paths.family)
    told = {paths.sidecar} if is_translation else {paths.sidecar, paths.seed}
    most = dict.fromkeys((paths.sidecar, *paths.family), bounds.YAML_BYTES)
    for path, bound in {paths.seed: bounds.DOCUMENT_BYTES, **most}.items():
        try:
            data[path] = files.contents(f"{folder}/{path}", bound)
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            problems.append(Problem(path, 1, 1, "document-format", message))
    if problems:
        return None, [problem for problem in problems if problem.file in told]
    family = tuple((path, data[path]) for path in paths.family)
    return Pair(paths.seed, data[paths.seed], paths.sidecar, data[paths.sidecar], family), []


@dataclass
class _Found:
    """What stands in the folder, by what it is."""

    #: By stem: documents, sidecars, and sidecars under a name that goes on after its ending.
    documents: dict[str, list[str]] = field(default_factory=dict)
    sidecars: dict[str, str] = field(default_factory=dict)
    misnamed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def sort(self, entry: files.Entry, fault: Problem | None) -> None:
        """Put one file where it belongs."""
        path = entry.path
        if fault:
            self.problems.append(fault)
        elif not entry.is_file:
            self.problems.append(_not_ordinary(path))
        elif _is_misnamed(path):
            self.problems.append(_unknown_format(path))
            self.misnamed.add(path[: path.lower().rindex(SIDECAR_ENDING)])
        elif path.endswith(SIDECAR_ENDING):
            self.sidecars[path.removesuffix(SIDECAR_ENDING)] = path
        elif is_document(path):
            self.documents.setdefault(path.rpartition(".")[0], []).append(path)
        else:
            self.problems.append(_unknown_format(path))


def passed_over(project: Project) -> tuple[str, ...]:
    """
    Return what is left out of ``seeds/`` by rule: hidden files and editors' backups.
    """
    entries = files.walk(project.root, project.seeds)
    return tuple(entry.path for entry in entries if entry.is_litter)


def _is_misnamed(path: str) -> bool:
    """Tell whether a sidecar's name goes on after its ending, as Windows makes it."""
    name = path.rpartition("/")[2].lower()
    return SIDECAR_ENDING in name and not name.endswith(SIDECAR_ENDING)


def _families(found: _Found) -> dict[str, list[str]]:
    """Return the translations beside each document, by its stem."""
    families: dict[str, list[str]] = {}
    for stem, sidecar in sorted(found.sidecars.items()):
        original = stem_of(original_of(sidecar))
        if stem not in found.documents and original in found.documents:
            families.setdefault(original, []).append(sidecar)
    return families


def _too_many(families: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Every translation is read with all beside it, so their number has an end."""
    for stem, others in families.items():
        for path in others[bounds.TRANSLATIONS :]:
            message = (
                f"beside {stem} stand {len(others)} translations; "
                f"no more than {bounds.TRANSLATIONS} are read"
            )
            yield Problem(path, 1, 1, "yaml-bounds", message, "move this out of the seeds")


def _unmatched(found: _Found, families: Mapping[str, list[str]]) -> Iterator[Problem]:
    sidecars = found.sidecars
    for stem, documents in found.documents.items():
        # Its verdict is there, under a name that is told already.
        if stem in found.misnamed or sidecars.keys() & {*documents}:
            continue
        if stem not in sidecars:
            message = "this document has no verdict"
            hint = f"write {stem}{SIDECAR_ENDING}, or move the document out of the seeds"
            yield from (
                Problem(path, 1, 1, "sidecar-missing", message, hint) for path in documents
            )
        elif len(documents) > 1:
            message = f"two documents share one sidecar: {', '.join(documents)}"
            hint = "rename one of them, and give it a sidecar of its own"
            yield Problem(sidecars[stem], 1, 1, "document-twice", message, hint)
    beside = {
        sidecar for stem, others in families.items() if stem in sidecars for sidecar in others
    }
    for stem, path in sidecars.items():
        if stem not in found.documents and path not in beside:
            message = "this verdict has no document beside it"
            yield Problem(path, 1, 1, "sidecar-orphaned", message, _partner(stem, found.documents))


def _as_translation(problem: Problem, root: Path, found: _Found) -> Problem:
    """Tell a translation under a wrong name its own, whatever it was taken for."""
    path = problem.file
    is_unplaced = problem.code in {"sidecar-orphaned", "document-format"}
    if not (is_unplaced and path.lower().endswith(SIDECAR_LIKE)):
        return problem
    paired = {stem: one for stem, one in found.sidecars.items() if stem in found.documents}
    meant = name_meant(root, path, paired)
    return replace(problem, hint=f"rename it to {meant}") if meant else problem


def _partner(stem: str, documents: Mapping[str, list[str]]) -> str:
    """Say what a sidecar without a document should be called, or what its document is."""
    bare = PurePosixPath(stem).with_suffix("")
    if stem in documents.get(str(bare), []):
        return f"rename it to {bare.name}{SIDECAR_ENDING}: the document's name without its ending"
    if (original := stem_of(original_of(f"{stem}{SIDECAR_ENDING}"))) in documents:
        name = f"{PurePosixPath(original).name}{SIDECAR_ENDING}"
        return f"rename it to {name}; only a translation of that is called so"
    names = ", ".join(f"{PurePosixPath(stem).name}{ending}" for ending in FORMATS)
    return f"expected one of {names}"


def _not_ordinary(path: str) -> Problem:
    message = "this is not an ordinary file; links are not followed"
    hint = "put the file itself here, or move this out of the seeds"
    return Problem(path, 1, 1, "document-format", message, hint)


def _unknown_format(path: str) -> Problem:
    name = PurePosixPath(path).name
    if _is_misnamed(name) or name.lower().endswith(SIDECAR_LIKE):
        stem = re.split(r"\.verdict\.yaml|\.ya?ml\Z", name, flags=re.IGNORECASE)[0]
        stem = stem.removesuffix(".verdict")
        message = f"a sidecar's name ends in {SIDECAR_ENDING}"
        hint = f"rename it to {stem}{SIDECAR_ENDING}"
    else:
        message = f"expected a document ({', '.join(FORMATS)}) or a sidecar ({SIDECAR_ENDING})"
        hint = "save its text in one of these formats, or move it out of the seeds"
    return Problem(path, 1, 1, "document-format", message, hint)


def _name_fault(path: str, seeds: str) -> Problem | None:
    """Refuse a name that another system could not check out, or that deceives."""
    for part in path.removeprefix(seeds).split("/"):
        if fault := filenames.fault(part):
            message = f"the name {part!r} cannot stand on every system: {fault}"
            return Problem(path, 1, 1, "file-name", message, "rename it")
    return None


def _twins(paths: Iterable[str]) -> Iterator[Problem]:
    """Refuse names that are one name where case or composition does not count."""
    holders: dict[str, str] = {}
    for path in sorted(paths):
        first = holders.setdefault(filenames.folded(path), path)
        if first != path:
            message = f"on some systems this is the same file as {first}"
            yield Problem(path, 1, 1, "file-name", message, "rename one of them")
