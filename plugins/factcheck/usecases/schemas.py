"""
The JSON Schemas in ``schemas/``: what an editor's program knows of the files that are typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.diagnostics import Fault, Problem
from factcheck.model.registry import EMPTY
from factcheck.model.site import Project
from factcheck.publishing.schemas import names, verdict
from factcheck.publishing.schemas.kinds import Schema
from factcheck.reading.reference import read_reference
from factcheck.usecases.gather import survey
from factcheck.usecases.read import open_registry, open_scales

FOLDER: Final = "schemas"
#: Where every key of a sidecar is explained.
REFERENCE: Final = Path("docs") / "sidecar.md"


class NoScales(Exception):  # noqa: N818 - says why, a problem a line
    """The rating scales are broken, so no rating can be offered."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold what is wrong with the scales."""
        self.problems = problems
        super().__init__(f"{len(problems)} problems")


@dataclass(frozen=True, slots=True)
class Written:
    """
    One schema.
    """

    file: Path

    #: Whether the file was another before.
    changed: bool


def schemas_of(project: Project, jobs: int = 1) -> dict[str, Schema]:
    """
    Return every schema of a project by its file's name.

    Args:
        project: Where it is.

        jobs: How many processes may read the seeds.

    Raises:
        Fault: If docs/sidecar.md is not there or lacks a key.

        NoScales: If the rating scales are broken.
    """
    scales, problems = open_scales(project)
    if scales is None:
        raise NoScales(problems)
    registry, _ = open_registry(project)
    entries = survey(project, jobs).entries
    return {
        verdict.FILE: sidecar_schema(project.root),
        names.FILE: names.names_schema(scales, registry or EMPTY, entries),
    }


def sidecar_schema(root: Path) -> Schema:
    """
    Return the schema of a sidecar, which is the same for every project.

    Raises:
        Fault: If docs/sidecar.md is not there or lacks a key.
    """
    try:
        page = (root / REFERENCE).read_text(encoding="utf-8")
        return verdict.verdict_schema(read_reference(page))
    except OSError as error:
        msg = f"{REFERENCE.as_posix()} explains the keys, and cannot be read: {error.strerror}"
        raise Fault(msg) from error
    except KeyError as error:
        msg = f"{REFERENCE.as_posix()} does not explain {error}"
        raise Fault(msg) from error


def bring_up_to_date(project: Project, jobs: int = 1) -> Iterator[Written]:
    """
    Write every schema that is not as it should be; raises what ``schemas_of`` does.
    """
    folder = project.root / FOLDER
    for name, schema in schemas_of(project, jobs).items():
        file, text = folder / name, as_text(schema)
        changed = not file.is_file() or file.read_text(encoding="utf-8") != text
        if changed:
            folder.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        yield Written(file, changed)


def as_text(schema: Schema) -> str:
    """
    Return a schema as its file holds it.
    """
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
