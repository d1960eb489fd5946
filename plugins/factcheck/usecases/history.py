"""
What git has kept of every fact-check, and what was changed in it without telling readers.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path as FilePath

from factcheck.adapters import files, git
from factcheck.adapters.git import Committed
from factcheck.diagnostics import Problem, Severity
from factcheck.digest.silence import Silence, lost_addresses, revisions, silences
from factcheck.model import bounds
from factcheck.model.past import Past, PastChange, Revision, Version
from factcheck.model.rules.written import parts, text
from factcheck.model.shape import Path
from factcheck.model.site import Project
from factcheck.reading.names import SIDECAR_ENDING, original_of
from factcheck.reading.past import as_written, read_past
from factcheck.reading.sidecar import Sidecar
from factcheck.usecases.pairing import find_pairs


@dataclass(frozen=True, slots=True)
class Histories:
    """
    The versions of every sidecar.
    """

    #: By the sidecar's path within the project, each oldest first; a file that differs from its
    #: last commit is a version too.
    versions: Mapping[str, tuple[Version, ...]]

    #: The sidecars that are there.
    present: frozenset[str]


def histories(project: Project, now: datetime, *, only_changed: bool = False) -> Histories:
    """
    Read every version of every sidecar that git has kept.

    Args:
        project: Where they are.

        now: When what has not been committed is taken to be written.

        only_changed: Whether files may be left out that are as they were first committed.

    Raises:
        NoHistory: If git does not know how the files came to be what they are.
    """
    pattern = f":(glob){project.name(project.seeds)}/**/*{SIDECAR_ENDING}"
    committed = git.histories(project.root, pattern)
    present = frozenset(pair.sidecar for pair in find_pairs(project)[0])
    committed = _moved(project, committed, present)
    if only_changed:
        committed = {path: done for path, done in committed.items() if len(done) > 1}
        present &= committed.keys()
    pasts = _pasts(project, committed.values())
    found: dict[str, tuple[Version, ...]] = {}
    for path in sorted({*committed, *present}):
        done = committed.get(path, ())
        versions = [
            Version(one.commit, one.when, past) for one in done if (past := pasts.get(_key(one)))
        ]
        if path in present:
            versions += _uncommitted(project, path, done, now)
        if versions:
            found[path] = tuple(versions)
    return Histories(dict(_without_samples(found)), present)


def _moved(
    project: Project, committed: Mapping[str, tuple[Committed, ...]], present: frozenset[str]
) -> dict[str, tuple[Committed, ...]]:
    """Give a file its history under the name to which it was moved since the last commit."""
    found = dict(committed)
    new = sorted(present - found.keys())
    gone = {
        path: done[-1] for path, done in found.items() if path not in present and done[-1].blob
    }
    if not new or not gone:
        return found
    pasts = _pasts(project, ([last] for last in gone.values()))
    former = {last.blob: path for path, last in gone.items()}
    former |= {past.slug: path for path, last in gone.items() if (past := pasts.get(_key(last)))}
    blob = next(iter(gone.values())).blob
    for path in new:
        data = _bytes_of(project, path)
        now = read_past(data, path)
        was = former.get(_blob(data, blob)) or former.get(now.slug if now else "", "")
        if was in found:
            found[path] = found.pop(was)
    return found


def _bytes_of(project: Project, path: str) -> bytes:
    """Read a sidecar; one that cannot be read has no words."""
    try:
        return files.contents(project.root / path, bounds.YAML_BYTES)
    except OSError:
        return b""


def _without_samples(
    found: Mapping[str, tuple[Version, ...]],
) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """A worked example is no publication; its translations have that from their original."""
    for path, versions in found.items():
        original = found.get(original_of(path), versions)
        if not original[-1].past.is_sample:
            yield path, versions


def revised(project: Project, now: datetime) -> dict[str, tuple[Revision, ...]]:
    """
    Return what was changed in each fact-check since it was published, by its sidecar.

    Args:
        project: Where the sidecars are.

        now: When what has not been committed is taken to be written.

    Raises:
        NoHistory: If git does not know how the files came to be what they are.
    """
    found = histories(project, now, only_changed=True)
    told = {path: revisions(found.versions[path]) for path in found.versions}
    return {path: steps for path, steps in told.items() if steps and path in found.present}


def known_history(project: Project, now: datetime) -> dict[str, tuple[Revision, ...]]:
    """
    Return what was changed in each fact-check as far as git tells it.
    """
    try:
        return revised(project, now)
    except git.NoHistory:
        return {}


def changed_in_silence(project: Project, now: datetime) -> tuple[Problem, ...]:
    """
    Return what was changed after it was published, and readers were not told.

    Args:
        project: Where the sidecars are.

        now: What counts as now.

    Returns:
        An error for each, at its place in the sidecar as it stands; a single warning, where git
        cannot tell.
    """
    try:
        found = histories(project, now)
    except git.NoHistory as error:
        return (_untold(project, str(error)),)
    told: dict[str, list[Silence]] = defaultdict(list)
    for path, versions in found.versions.items():
        if path in found.present:
            told[path] += silences(versions, _entries_of(original_of(path), found))
    for path, silence in lost_addresses(found.versions, found.present):
        told[path].append(silence)
    return tuple(
        sorted(
            problem for path, every in told.items() for problem in _problems(project, path, every)
        )
    )


def sidecar_named(project: Project, path: FilePath) -> str:
    """
    Return the path within the project of a document's sidecar, or of a sidecar itself.
    """
    name = project.name(path.resolve())
    return name if name.endswith(SIDECAR_ENDING) else f"{name.rpartition('.')[0]}{SIDECAR_ENDING}"


def _pasts(
    project: Project, committed: Iterable[Sequence[Committed]]
) -> dict[tuple[str, str], Past | None]:
    """Read every version; where a file moved, the same bytes under each of its names."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in (one for done in committed for one in done if one.blob):
        names[one.blob].add(one.path)
    return {
        (blob, name): read_past(data, name)
        for blob, data in git.contents(project.root, names)
        for name in names[blob]
    }


def _key(one: Committed) -> tuple[str, str]:
    return one.blob, one.path


def _uncommitted(
    project: Project, path: str, done: Sequence[Committed], now: datetime
) -> Iterator[Version]:
    """Give the file as it lies in the folder, unless it is as it was committed."""
    data = _bytes_of(project, path)
    # A file's name may be its slug.
    is_committed = done and (done[-1].path, done[-1].blob) == (path, _blob(data, done[-1].blob))
    if not is_committed and (past := read_past(data, path)):
        yield Version("", now, past)


def _blob(data: bytes, like: str) -> str:
    """Return by what git knows a file's bytes (git-hash-object(1)), in the repository's format."""
    kind = "sha1" if len(like) == hashlib.sha1(usedforsecurity=False).digest_size * 2 else "sha256"
    head = f"blob {len(data)}\0".encode()
    return hashlib.new(kind, head + data, usedforsecurity=False).hexdigest()


def _entries_of(original: str, found: Histories) -> tuple[PastChange, ...]:
    """Return what a translation's original tells: its readers are told that too."""
    versions = found.versions.get(original, ()) if original in found.present else ()
    return versions[-1].past.changes if versions else ()


def _problems(project: Project, path: str, told: Iterable[Silence]) -> Iterator[Problem]:
    """Put what was changed at its place, as the sidecar stands now."""
    try:
        data = files.contents(project.root / path, bounds.YAML_BYTES)
    except OSError:
        yield from (Problem(path, 1, 1, one.code, one.message, one.hint) for one in told)
        return
    sidecar = as_written(data, path)
    for one in told:
        place = sidecar.place(_path(sidecar, one))
        yield sidecar.source.problem(one.code, place, one.message, hint=one.hint)


def _path(sidecar: Sidecar, silence: Silence) -> Path:
    """Return where a change is told: at the value, or as near to it as there is anything."""
    path: Path = (silence.key,)
    if silence.claim:
        ids = {text(part, "id"): at for at, part in parts(sidecar.written, "claims")}
        path = (*ids.get(silence.claim, ()), silence.key)
    while path and not sidecar.holds(path):
        path = path[:-1]
    return path


def _untold(project: Project, why: str) -> Problem:
    return Problem(
        project.name(project.seeds),
        1,
        1,
        "history-missing",
        f"what was changed since it was published cannot be told: {why}",
        severity=Severity.WARNING,
    )
