"""
What it costs to read the largest inputs, as told in ``docs/limits.md``.

Each input is read by the project's own reader, in a process of its own, whose time and greatest
memory the system tells. The figures are those of one machine; what is refused, and where, is the
same on every machine.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from factcheck.diagnostics import Problem
from factcheck.model.site import Project, Site
from factcheck.usecases.read import read_contents

from bench.inputs import KINDS, SHAPES
from bench.tools import PROJECT

HEAD: Final = ("Input", "Outcome", "Size, MB", "Seconds", "Peak memory, MiB")
#: A reading that takes longer is ended, and told so.
MOST_SECONDS: Final = 600
ENDED: Final = json.dumps({"outcome": "ended", "seconds": MOST_SECONDS, "memory": 0})

#: What is measured, in the order of the table: what to call it, and how it is made.
INPUTS: Final = (
    *chain.from_iterable(
        ((f"{kind.name}: {kind.bound}", kind.at), (f"{kind.name}: just over", kind.over))
        for kind in KINDS
    ),
    *((shape.name, shape.make) for shape in SHAPES),
)


def rows() -> Iterator[tuple[str, ...]]:
    """
    Measure everything, a row of the table each.
    """
    for number, (name, _) in enumerate(INPUTS):
        yield name, *_figures(number)


def main() -> None:
    """
    Make or read one input, as a process of its own.
    """
    command, folder, number = sys.argv[1:]
    if command == "make":
        _, make = INPUTS[int(number)]
        make().write(Path(folder))
    else:
        _read(Path(folder))


def project(root: Path) -> Project:
    """
    Return the project in a folder.
    """
    return Project(
        root=root,
        seeds=root / "seeds",
        content=root / "content",
        ratings=root / "content" / "ratings.yaml",
        registry=root / "content" / "registry.yaml",
        theme=root / "theme",
        output=root / "output",
        site=Site(name="A specimen", url="https://example.org", language="en", desk="Desk"),
    )


def outcome(root: Path) -> str:
    """
    Read a folder's project, and say in a few words what came of it.
    """
    contents = read_contents(project(root))
    if not contents.problems:
        return "read"
    count = len(contents.problems)
    told = f"{count:,} problems, the first at" if count > 1 else "refused at"
    return f"{told} {place(contents.problems[0])}"


def place(problem: Problem) -> str:
    """
    Say where a problem stands, and its code.
    """
    return f"{problem.file}:{problem.line}:{problem.column} {problem.code}"


def _figures(number: int) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        # A process of its own, because a child's greatest memory begins with its parent's.
        _child("make", folder, number)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        told = json.loads(_child("read", folder, number) or ENDED)
    return (
        told["outcome"],
        f"{size / 1e6:.1f}",
        f"{told['seconds']:.1f}",
        f"{told['memory']:.0f}",
    )


def _child(command: str, folder: str, number: int) -> str:
    arguments = [sys.executable, "-m", "bench.bounds", command, folder, str(number)]
    try:
        done = subprocess.run(
            arguments,
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def _read(folder: Path) -> None:
    began = time.perf_counter()
    told = outcome(folder)
    seconds = time.perf_counter() - began
    # Linux tells kibibytes, macOS bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    sys.stdout.write(json.dumps({"outcome": told, "seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main()
