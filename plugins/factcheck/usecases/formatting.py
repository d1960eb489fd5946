"""
Put sidecars in their standard form; those with errors are left untouched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Problem, Severity
from factcheck.model import bounds
from factcheck.model.registry import EMPTY
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.reading import yaml_tree
from factcheck.reading.formatting import formatted
from factcheck.reading.names import SIDECAR_ENDING
from factcheck.reading.pairs import read_pair
from factcheck.reading.sidecar import read_sidecar
from factcheck.reading.source import Source
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.read import open_scales

#: What makes it uncertain what a draft says, where other problems are its author's own affair.
UNCERTAIN: Final = frozenset({"text-cut", "not-utf8", "yaml-bounds"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What came of one sidecar.
    """

    file: Path

    #: What to call it in messages.
    name: str

    #: Whether it was not in standard form.
    changed: bool = False

    #: Why it was left untouched; empty if it was not.
    problems: tuple[Problem, ...] = ()

    #: What was left as it was typed: a line, and why.
    left: tuple[tuple[int, str], ...] = ()


class CannotFormat(Exception):  # noqa: N818 - says why
    """A path is none of a sidecar, or the rating scales are broken."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        """Hold a sentence, or what is wrong with the scales."""
        self.problems = problems
        super().__init__(message)


def format_sidecars(
    project: Project, paths: Sequence[Path], *, write: bool = True
) -> Iterator[Outcome]:
    """
    Put sidecars in standard form.

    Args:
        project: Where they are.

        paths: Sidecars, and folders with sidecars in them; all of the project's, if empty.

        write: Whether to write what came of them.

    Raises:
        CannotFormat: If a path is none of a sidecar, or nothing can be read.
    """
    scales, problems = open_scales(project)
    if scales is None:
        raise CannotFormat("", problems)
    pairs = {project.root / pair.sidecar: pair for pair in find_pairs(project)[0]}
    for file in _chosen(paths) if paths else pairs:
        absolute = Path.cwd() / file
        yield _format(project, absolute, pairs.get(absolute), scales, write=write)


def _chosen(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(f"*{SIDECAR_ENDING}"))
        elif path.name.endswith(SIDECAR_ENDING):
            yield path
        else:
            msg = f"{path} is no sidecar; its name ends in {SIDECAR_ENDING}"
            raise CannotFormat(msg)


def _format(
    project: Project, file: Path, pair: Paths | None, scales: Scales, *, write: bool
) -> Outcome:
    name = project.name(file)
    try:
        data = files.contents(file, bounds.YAML_BYTES)
        problems = _problems(project, pair, data, name, scales)
        if problems:
            return Outcome(file, name, problems=problems)
        told = formatted(Source(name, data.decode()))
        new = told.text.encode()
        if write and new != data:
            files.replace(file, new)
    except OSError as error:
        message = f"this file cannot be read or written: {error.strerror}"
        return Outcome(file, name, problems=(Problem(name, 1, 1, "document-format", message),))
    return Outcome(file, name, new != data, left=told.left)


def _problems(
    project: Project, pair: Paths | None, data: bytes, name: str, scales: Scales
) -> tuple[Problem, ...]:
    """Return what keeps a sidecar from being put in order: errors, and whatever cuts a draft."""
    alone = read_sidecar(data, name, scales)
    tree = yaml_tree.parse(alone.source)[0] if alone.parsed is None else alone.parsed
    found = alone.problems
    if pair:
        whole = open_pair(project.root, pair)[0]
        found = read_pair(whole, scales, EMPTY).problems if whole else ()
    mine = tuple(problem for problem in found if problem.file == name)
    if tree is None:
        return mine or alone.problems
    return tuple(
        problem
        for problem in mine
        if problem.severity is Severity.ERROR
        or problem.code in UNCERTAIN
        or problem.code.startswith("yaml-")
    )
