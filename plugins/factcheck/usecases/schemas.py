"""
The JSON Schemas in ``schemas/``: what an editor's program knows of the files that are typed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.diagnostics import Fault, Problem
from factcheck.model.registry import EMPTY
from factcheck.model.site import Project
from factcheck.publishing.schemas import desk, names, verdict
from factcheck.publishing.schemas.kinds import Schema
from factcheck.reading.reference import read_reference
from factcheck.usecases.gather import survey
from factcheck.usecases.read import open_registry, open_scales

FOLDER: Final = "schemas"
#: Where every key is explained.
REFERENCES: Final = "docs"


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
        Fault: If a page of docs/ is not there or lacks a key.

        NoScales: If the rating scales are broken.
    """
    scales, problems = open_scales(project)
    if scales is None:
        raise NoScales(problems)
    registry, _ = open_registry(project)
    entries = survey(project, jobs).entries
    return {
        **format_schemas(project.root),
        names.FILE: names.names_schema(scales, registry or EMPTY, entries),
    }


def format_schemas(root: Path) -> dict[str, Schema]:
    """
    Return the schemas of the formats, which are the same for every project, by their files' names.

    Raises:
        Fault: If a page of docs/ is not there or lacks a key.
    """
    return {
        verdict.FILE: _explained(root, "sidecar.md", _of_sidecar),
        desk.RATINGS_FILE: _explained(root, "ratings.md", desk.ratings_schema),
        desk.REGISTRY_FILE: _explained(root, "registry.md", desk.registry_schema),
    }


def _of_sidecar(page: str) -> Schema:
    return verdict.verdict_schema(read_reference(page))


def _explained(root: Path, name: str, made: Callable[[str], Schema]) -> Schema:
    """Make a schema with what a page says of its keys."""
    try:
        return made((root / REFERENCES / name).read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{REFERENCES}/{name} explains the keys, and cannot be read: {error.strerror}"
        raise Fault(msg) from error
    except KeyError as error:
        msg = f"{REFERENCES}/{name} does not explain {error}"
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
