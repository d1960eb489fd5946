"""
Read the project's seeds and scales: all fact-checks that are whole, all problems of all files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.digest import crosschecks
from factcheck.model import bounds
from factcheck.model.factcheck import FactCheck
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.reading.pairs import Pair, Reading, read_pair, written_slug
from factcheck.reading.ratings import read_scales
from factcheck.usecases.desk_pages import page_problems
from factcheck.usecases.pairing import find_pairs


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
    Read all seeds, and look at the desk's pages.

    Args:
        project: Where they are.

    Returns:
        The fact-checks that are whole and the problems of all files.
    """
    scales, found = _scales(project)
    problems = [*found, *page_problems(project)]
    if scales is None:
        return Contents((), tuple(sorted(problems)), None)
    pairs, unpaired = find_pairs(project)
    readings = [read_pair(pair, scales) for pair in pairs]
    told = [*problems, *unpaired, *_crosschecks(pairs, readings)]
    told += [problem for reading in readings for problem in reading.problems]
    checks = tuple(reading.factcheck for reading in readings if reading.factcheck)
    return Contents(checks, tuple(sorted(told)), scales)


def _scales(project: Project) -> tuple[Scales | None, tuple[Problem, ...]]:
    name = project.name(project.ratings)
    try:
        return read_scales(files.contents(project.ratings, bounds.YAML_BYTES), name)
    except OSError as error:
        message = f"the rating scales cannot be read: {error.strerror}"
        return None, (Problem(name, 1, 1, "unknown-scale", message),)


def _crosschecks(pairs: list[Pair], readings: list[Reading]) -> Iterator[Problem]:
    sidecars = {reading.sidecar.source.name: reading.sidecar for reading in readings}
    named = [
        crosschecks.Named(
            sidecar=pair.sidecar,
            slug=written_slug(reading.sidecar, pair.seed),
            written=reading.sidecar.written,
            is_draft=reading.sidecar.is_draft,
        )
        for pair, reading in zip(pairs, readings, strict=True)
    ]
    for name, breach in crosschecks.breaches(named):
        yield sidecars[name].problem(breach.code, breach.path, breach.message, breach.hint)
