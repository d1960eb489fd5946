"""
What stands in ``seeds/``: every document with its sidecar, and what has no business there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.model import filenames
from factcheck.model.site import Project
from factcheck.reading.documents import FORMATS, is_document
from factcheck.reading.pairs import SIDECAR_ENDING, Pair


def find_pairs(project: Project) -> tuple[list[Pair], list[Problem]]:
    """
    Find every document with its sidecar.

    Args:
        project: Where to look.

    Returns:
        The pairs, in the order of their paths, and a problem for whatever has no partner or no
        business in the folder.
    """
    documents: dict[str, list[str]] = {}
    sidecars: dict[str, str] = {}
    misnamed: set[str] = set()
    problems: list[Problem] = []
    for entry in files.walk(project.root, project.seeds):
        if entry.is_litter:
            continue
        if wrong := _name_fault(entry.path, project):
            problems.append(wrong)
        elif not entry.is_file:
            problems.append(_not_ordinary(entry.path))
        elif _is_misnamed(entry.path):
            problems.append(_unknown_format(entry.path))
            misnamed.add(entry.path[: entry.path.lower().rindex(SIDECAR_ENDING)])
        elif entry.path.endswith(SIDECAR_ENDING):
            sidecars[entry.path.removesuffix(SIDECAR_ENDING)] = entry.path
        elif is_document(entry.path):
            stem = str(PurePosixPath(entry.path).with_suffix(""))
            documents.setdefault(stem, []).append(entry.path)
        else:
            problems.append(_unknown_format(entry.path))
    problems += _unmatched(documents, sidecars, misnamed)
    problems += _twins(
        [*sidecars.values(), *(path for found in documents.values() for path in found)]
    )
    pairs = [
        _pair(project.root, found[0], sidecars[stem])
        for stem, found in sorted(documents.items())
        if len(found) == 1 and stem in sidecars
    ]
    return pairs, problems


def passed_over(project: Project) -> tuple[str, ...]:
    """
    Return what is left out of ``seeds/`` by rule: hidden files and editors' backups.
    """
    entries = files.walk(project.root, project.seeds)
    return tuple(entry.path for entry in entries if entry.is_litter)


def _pair(root: Path, seed: str, sidecar: str) -> Pair:
    return Pair(seed, (root / seed).read_bytes(), sidecar, (root / sidecar).read_bytes())


def _is_misnamed(path: str) -> bool:
    """Tell whether a sidecar's name goes on after its ending, as Windows makes it."""
    name = PurePosixPath(path).name.lower()
    return SIDECAR_ENDING in name and not name.endswith(SIDECAR_ENDING)


def _unmatched(
    documents: Mapping[str, list[str]], sidecars: Mapping[str, str], misnamed: set[str]
) -> Iterator[Problem]:
    for stem, found in documents.items():
        # Its verdict is there, under a name that is told already.
        if stem in misnamed or sidecars.keys() & {*found}:
            continue
        if stem not in sidecars:
            message = "this document has no verdict"
            hint = f"write {stem}{SIDECAR_ENDING}, or move the document out of the seeds"
            yield from (Problem(path, 1, 1, "sidecar-missing", message, hint) for path in found)
        elif len(found) > 1:
            message = f"two documents share one sidecar: {', '.join(found)}"
            hint = "rename one of them, and give it a sidecar of its own"
            yield Problem(sidecars[stem], 1, 1, "document-twice", message, hint)
    for stem, path in sidecars.items():
        if stem not in documents:
            message = "this verdict has no document beside it"
            yield Problem(path, 1, 1, "sidecar-orphaned", message, _partner(stem, documents))


def _partner(stem: str, documents: Mapping[str, list[str]]) -> str:
    """Say what a sidecar without a document should be called, or what its document is."""
    bare = PurePosixPath(stem).with_suffix("")
    if stem in documents.get(str(bare), []):
        return f"rename it to {bare.name}{SIDECAR_ENDING}: the document's name without its ending"
    names = ", ".join(f"{PurePosixPath(stem).name}{ending}" for ending in FORMATS)
    return f"expected one of {names}"


def _not_ordinary(path: str) -> Problem:
    message = "this is not an ordinary file; links are not followed"
    hint = "put the file itself here, or move this out of the seeds"
    return Problem(path, 1, 1, "document-format", message, hint)


def _unknown_format(path: str) -> Problem:
    name = PurePosixPath(path).name
    if _is_misnamed(name) or name.lower().endswith((".yaml", ".yml")):
        stem = re.split(r"\.verdict\.yaml|\.ya?ml\Z", name, flags=re.IGNORECASE)[0]
        stem = stem.removesuffix(".verdict")
        message = f"a sidecar's name ends in {SIDECAR_ENDING}"
        hint = f"rename it to {stem}{SIDECAR_ENDING}"
    else:
        message = f"expected a document ({', '.join(FORMATS)}) or a sidecar ({SIDECAR_ENDING})"
        hint = "save its text in one of these formats, or move it out of the seeds"
    return Problem(path, 1, 1, "document-format", message, hint)


def _name_fault(path: str, project: Project) -> Problem | None:
    """Refuse a name that another system could not check out, or that deceives."""
    inside = PurePosixPath(path).relative_to(project.name(project.seeds))
    for part in inside.parts:
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
