"""
Read the project's seeds and scales: all fact-checks that are whole, all problems of all files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.digest import crosschecks
from factcheck.digest.crosschecks import Named
from factcheck.digest.entries import Entry, entry_of
from factcheck.digest.rivals import rivals
from factcheck.digest.twins import near_twins
from factcheck.model import bounds
from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import EMPTY, Registry
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.reading.names import is_beside
from factcheck.reading.pairs import Reading, read_pair, written_slug
from factcheck.reading.ratings import read_scales
from factcheck.reading.registry import read_registry
from factcheck.reading.sidecar import Sidecar, softened
from factcheck.usecases.desk_pages import page_problems
from factcheck.usecases.pairing import find_pairs, open_pair


@dataclass(frozen=True, slots=True)
class Contents:
    """
    Everything that the project's seeds hold.
    """

    #: In the order of their paths.
    checks: tuple[FactCheck, ...]

    #: Sorted; of all files.
    problems: tuple[Problem, ...]

    #: None if the scales themselves are broken; then no sidecar was read.
    scales: Scales | None


def read_contents(project: Project) -> Contents:
    """
    Read all seeds and hold every fact-check whole, and look at the desk's pages.

    Args:
        project: Where they are.

    Returns:
        The fact-checks that are whole and the problems of all files.
    """
    scales, found = open_scales(project)
    registry, unregistered = open_registry(project)
    problems = [*found, *unregistered, *page_problems(project)]
    if scales is None:
        return Contents((), tuple(sorted(problems)), None)
    pairs, unpaired = find_pairs(project)
    told = [*problems, *unpaired]
    readings: dict[str, Reading] = {}
    named: list[Named] = []
    for paths in pairs:
        pair, unread = open_pair(project.root, paths)
        told += unread
        if pair:
            reading = readings[paths.sidecar] = read_pair(pair, scales, registry or EMPTY)
            told += reading.problems
            named.append(named_of(reading.sidecar, paths.seed))
    told += problems_between(named, lambda sidecar: readings[sidecar].sidecar)
    checks = tuple(reading.factcheck for reading in readings.values() if reading.factcheck)
    entries = [entry_of(check, related=False) for check in checks]
    told += rivals_among(entries, lambda sidecar: readings[sidecar].sidecar)
    if registry is not None:
        told += twins_among(entries, registry, project, lambda sidecar: readings[sidecar].sidecar)
    return Contents(checks, tuple(sorted(told)), scales)


def open_scales(project: Project) -> tuple[Scales | None, tuple[Problem, ...]]:
    """
    Read the rating scales; none, where they are broken or cannot be read, and every problem.
    """
    name = project.name(project.ratings)
    try:
        return read_scales(files.contents(project.ratings, bounds.YAML_BYTES), name)
    except OSError as error:
        message = f"the rating scales cannot be read: {error.strerror}"
        return None, (Problem(name, 1, 1, "unknown-scale", message),)


def open_registry(project: Project) -> tuple[Registry | None, tuple[Problem, ...]]:
    """
    Read the registry of names; an empty one, where there is no file.

    Returns:
        The registry, or None where it is broken or cannot be read; and every problem.
    """
    name = project.name(project.registry)
    try:
        return read_registry(files.contents(project.registry, bounds.YAML_BYTES), name)
    except FileNotFoundError:
        return EMPTY, ()
    except OSError as error:
        message = f"the registry of names cannot be read: {error.strerror}"
        return None, (Problem(name, 1, 1, "wrong-shape", message),)


def named_of(sidecar: Sidecar, seed: str) -> Named:
    """
    Return what other fact-checks need to know of a sidecar.
    """
    return Named(
        sidecar=sidecar.source.name,
        slug=written_slug(sidecar, seed),
        written=crosschecks.essence(sidecar.written),
        is_draft=sidecar.is_draft,
        is_translation=is_beside(sidecar.source.name, seed),
    )


def problems_between(
    named: Sequence[Named], sidecar: Callable[[str], Sidecar]
) -> Iterator[Problem]:
    """
    Give what is wrong between fact-checks.

    Args:
        named: All sidecars, in the order of their paths.

        sidecar: Returns a sidecar by its path, to say where in it a problem stands.
    """
    # A translation may be a draft by its original alone.
    drafts = {one.sidecar for one in named if one.is_draft}
    for name, breach in crosschecks.breaches(named):
        problem = sidecar(name).problem(breach.code, breach.path, breach.message, breach.hint)
        yield softened(problem) if name in drafts else problem


def rivals_among(entries: Iterable[Entry], sidecar: Callable[[str], Sidecar]) -> Iterator[Problem]:
    """
    Warn of claims that say the same and are ruled differently.

    Args:
        entries: All fact-checks that are whole.

        sidecar: Returns a sidecar by its path, to read what its claims say.
    """
    read = cache(sidecar)
    for pair in islice(rivals(entries), bounds.RIVAL_PAIRS):
        newer, older = read(pair.newer.check.sidecar), read(pair.older.check.sidecar)
        if pair.say_the_same_in(newer.written, older.written):
            line = older.place(pair.older_rating_in(older.written)).line
            breach = pair.breach_in(newer.written, line)
            yield softened(newer.problem(breach.code, breach.path, breach.message, breach.hint))


def twins_among(
    entries: Iterable[Entry],
    registry: Registry,
    project: Project,
    sidecar: Callable[[str], Sidecar],
) -> Iterator[Problem]:
    """
    Warn of names that were probably meant as one.

    Args:
        entries: All fact-checks that are whole.

        registry: The registry of names.

        project: Where it is.

        sidecar: Returns a sidecar by its path, to say where in it a name stands.
    """
    holder = project.name(project.registry)
    for twin in near_twins(entries, registry):
        found = sidecar(twin.newer.sidecar)
        breach = twin.breach_in(found.written, holder)
        yield softened(found.problem(breach.code, breach.path, breach.message, breach.hint))
