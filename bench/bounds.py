"""
Measure what it costs to read the largest inputs, and write it into ``docs/limits.md``.

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
from inputs import KINDS, SHAPES

LIMITS: Final = Path(__file__).resolve().parents[1] / "docs" / "limits.md"
BEGIN: Final = "<!-- measured: make bounds -->\n"
END: Final = "<!-- end -->\n"
HEAD: Final = "| Input | Size | Outcome | Seconds | Peak memory, MiB |\n|---|---|---|---|---|\n"
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


def project(root: Path) -> Project:
    """
    Return the project in a folder.
    """
    return Project(
        root=root,
        seeds=root / "seeds",
        content=root / "content",
        ratings=root / "content" / "ratings.yaml",
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


def rows() -> Iterator[str]:
    """
    Measure everything, a row of the table each.
    """
    for number, (name, _) in enumerate(INPUTS):
        yield _row(name, number)


def main() -> None:
    """
    Print the table and put it into the page; or, as a child, make or read one input.
    """
    if sys.argv[1:]:
        command, folder, number = sys.argv[1:]
        _make(Path(folder), int(number)) if command == "make" else _read(Path(folder))
        return
    page = LIMITS.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    table = HEAD
    print(HEAD, end="")
    for row in rows():
        print(row, end="", flush=True)
        table += row
    LIMITS.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def _row(name: str, number: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        # A process of its own, because a child's greatest memory begins with its parent's.
        _child("make", folder, number)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        told = json.loads(_child("read", folder, number) or ENDED)
    figures = f"{told['seconds']:.1f} | {told['memory']:.0f}"
    return f"| {name} | {size / 1e6:.1f} MB | {told['outcome']} | {figures} |\n"


def _child(command: str, folder: str, number: int) -> str:
    arguments = [sys.executable, __file__, command, folder, str(number)]
    try:
        done = subprocess.run(
            arguments, stdout=subprocess.PIPE, text=True, check=True, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


def _make(folder: Path, number: int) -> None:
    _, make = INPUTS[number]
    make().write(folder)


def _read(folder: Path) -> None:
    began = time.perf_counter()
    told = outcome(folder)
    seconds = time.perf_counter() - began
    # Linux tells kibibytes, macOS bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps({"outcome": told, "seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main()
