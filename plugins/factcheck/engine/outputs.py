"""
The files of a build: written, and their links checked from what was recorded while rendering.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.engine.galley import Galley, Place
from factcheck.engine.trees import (
    Known,
    LeadsOut,
    Streamed,
    write_file,
    write_stream,
)

Target = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Output:
    """
    One file to be written.
    """

    #: Relative to the output folder, with forward slashes.
    path: str
    data: bytes

    #: (path, fragment) of what it links to within the site.
    links: frozenset[Target] = frozenset()

    #: The ids it offers to links.
    ids: frozenset[str] = frozenset()

    #: After how many bytes something is still to be put in; None if it is whole.
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Files that were written together: small enough to keep one for every piece of work.
    """

    #: The hash of each file's bytes, by path; empty of one that is not whole.
    files: dict[str, str] = field(default_factory=dict)

    #: What the files link to beyond themselves, with the file that does.
    links: dict[str, list[Target]] = field(default_factory=dict)

    #: The ids that each file offers, parted by spaces.
    ids: dict[str, str] = field(default_factory=dict)

    #: What is broken within the batch, a sentence each.
    faults: list[str] = field(default_factory=list)

    #: After how many bytes something is still to be put in, for each file that is not whole.
    slots: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> dict[str, str]:
        """The hash of each file that nothing is to be put in, by path."""
        return {path: hash_ for path, hash_ in self.files.items() if path not in self.slots}


class Broken(Exception):  # noqa: N818 - says what is broken, a sentence a line
    """The built site is not whole; nothing of it may be published."""

    def __init__(self, faults: Iterable[str]) -> None:
        """Hold every fault."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Writer:
    """
    Writes files into a folder, unless they are there already.
    """

    def __init__(
        self,
        folder: str,
        held: Mapping[str, str],
        around: frozenset[Target] = frozenset(),
        galley: str | None = None,
    ) -> None:
        """
        Begin to write.

        Args:
            folder: Where to.

            held: The hashes of files that need not be written, by path.

            around: Links that stand on every page, and are checked once.

            galley: A folder in which files wait that are not whole; None where all of them are.
        """
        self.folder = folder
        self.held = held
        self.around = around

        #: What has been written, by path.
        self.known: dict[str, Known] = {}

        #: Where each file waits that is not whole, by path.
        self.waiting: dict[str, Place] = {}
        self._galley = None if galley is None else Galley(galley)

    def write(self, outputs: Iterable[Output]) -> Batch:
        """
        Write files that belong together.

        Returns:
            The record of them; ``verify`` raises what is broken, all at once.
        """
        batch = Batch()
        wanted: dict[str, frozenset[Target]] = {}
        offered: dict[str, frozenset[str]] = {}
        for output in outputs:
            if output.path in batch.files:
                batch.faults.append(f"{output.path} is written twice")
            else:
                self._write(output, batch)
                wanted[output.path] = output.links - self.around
                offered[output.path] = output.ids
        for path, links in wanted.items():
            if beyond := sorted(_beyond(batch, offered, path, links)):
                batch.links[path] = beyond
        return batch

    def stream(self, path: str, pieces: Iterable[bytes]) -> Streamed:
        """
        Write a file piece by piece; ``known`` then holds it too.

        Raises:
            LeadsOut: If the path is none within the folder.
        """
        written = write_stream(self.folder, path, pieces, self.held.get(path))
        if isinstance(written.known, Known):
            self.known[path] = written.known
        return written

    def _write(self, output: Output, batch: Batch) -> None:
        try:
            batch.files[output.path] = self._put(output)
        except LeadsOut as error:
            batch.faults.append(str(error))
            return
        if output.slot is not None:
            batch.slots[output.path] = output.slot
        if output.ids:
            batch.ids[output.path] = " ".join(sorted(output.ids))

    def _put(self, output: Output) -> str:
        """Put a file where it belongs; return its hash."""
        path = output.path
        if output.slot is not None:
            if self._galley is None:
                msg = f"{path} is not whole, and there is no place where it could wait"
                raise ValueError(msg)
            self.waiting[path] = self._galley.put(output.data)
            return ""
        known = write_file(self.folder, path, output.data, self.held.get(path))
        if isinstance(known, Known):
            self.known[path] = known
            return known.hash
        return known


def _beyond(
    batch: Batch, offered: Mapping[str, frozenset[str]], path: str, links: Iterable[Target]
) -> Iterator[Target]:
    """Give the links that lead to other batches; those within this one must hold."""
    for target, fragment in links:
        if target not in batch.files:
            yield target, fragment
        elif fragment and fragment not in offered[target]:
            batch.faults.append(_no_such_id(path, target, fragment))


def plan_of(batches: Iterable[Batch]) -> dict[str, str]:
    """
    Return the hash of every file of the site, by path.

    Raises:
        Broken: If two batches want one path.
    """
    plan: dict[str, str] = {}
    doubles: list[str] = []
    for batch in batches:
        doubles += plan.keys() & batch.files.keys()
        plan.update(batch.files)
    if doubles:
        raise Broken([f"{path} is written twice" for path in sorted(doubles)])
    return plan


def verify(batches: Iterable[Batch], plan: Mapping[str, str]) -> None:
    """
    Check that every internal link leads to a file of the plan, and every fragment to an id.

    Raises:
        Broken: With every dead link.
    """
    batches = tuple(batches)
    ids = {path: offered for batch in batches for path, offered in batch.ids.items()}
    faults = [fault for batch in batches for fault in batch.faults]
    faults += [
        fault
        for batch in batches
        for path, links in batch.links.items()
        for fault in _dead_links(path, links, plan, ids)
    ]
    if faults:
        raise Broken(faults)


def _dead_links(
    path: str, links: Iterable[Target], plan: Mapping[str, str], ids: Mapping[str, str]
) -> Iterator[str]:
    for target, fragment in links:
        if target not in plan:
            yield f"{path} links to {target}, which is not there"
        elif fragment and fragment not in ids.get(target, "").split(" "):
            yield _no_such_id(path, target, fragment)


def _no_such_id(path: str, target: str, fragment: str) -> str:
    return f"{path} links to {target}#{fragment}, and there is no such id"
