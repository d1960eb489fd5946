"""
The files of a build: written, and their links checked from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """
    One file to be written.
    """

    #: Relative to the output folder, with forward slashes.
    path: str
    make: Callable[[], bytes]

    #: (path, fragment) of what it links to within the site.
    links: frozenset[tuple[str, str]] = frozenset()

    #: The ids it offers to links.
    ids: frozenset[str] = frozenset()


class Broken(Exception):  # noqa: N818 - says what is broken, a sentence a line
    """The built site is not whole; nothing of it may be published."""

    def __init__(self, faults: Iterable[str]) -> None:
        """Hold every fault."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass
class Written:
    """
    What has been written so far.
    """

    folder: Path
    outputs: dict[str, Output] = field(default_factory=dict)

    def write(self, output: Output) -> None:
        """
        Make a file and write it.

        Raises:
            Broken: If its path is taken, or leads out of the folder.
        """
        target = self.folder / output.path
        if not target.resolve().is_relative_to(self.folder.resolve()):
            raise Broken([f"{output.path} leads out of the output folder"])
        if output.path in self.outputs or target.exists():
            raise Broken([f"{output.path} is written twice"])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.make())
        self.outputs[output.path] = output

    def verify(self) -> None:
        """
        Check that every internal link leads to a file, and every fragment to an id.

        Raises:
            Broken: With every dead link.
        """
        faults = list(_dead_links(self.outputs, self.folder))
        if faults:
            raise Broken(faults)


def _dead_links(outputs: Mapping[str, Output], folder: Path) -> Iterator[str]:
    for output in outputs.values():
        for path, fragment in sorted(output.links):
            target = outputs.get(path)
            if target is None and not (folder / path).is_file():
                yield f"{output.path} links to {path}, which is not there"
            elif target is not None and fragment and fragment not in target.ids:
                yield f"{output.path} links to {path}#{fragment}, and there is no such id"
