"""
Lock a document: write its hash into its sidecar, and disturb nothing else there.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.reading import yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.documents import is_document
from factcheck.reading.names import SIDECAR_ENDING, original_of
from factcheck.reading.source import LINE_END, Source
from factcheck.usecases.mistyped import no_file


@dataclass(frozen=True, slots=True)
class Locked:
    """
    What locking a document came to.
    """

    sidecar: Path
    sha256: str

    #: Whether the sidecar was written; it is not where the hash already stood there.
    changed: bool


class CannotLock(Exception):  # noqa: N818 - a sentence for an editor, not a fault
    """The sidecar is missing, or cannot be read well enough to write into it."""


def lock(seed: Path) -> Locked:
    """
    Write a document's SHA-256 under ``document: sha256:`` of its sidecar.

    Args:
        seed: The document, or its sidecar.

    Returns:
        The sidecar, the hash, and whether anything changed.

    Raises:
        CannotLock: With a sentence that says why and how to mend it.
    """
    document, sidecar = _pair(seed)
    with document.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    old = files.contents(sidecar, bounds.YAML_BYTES)
    _, unreadable = decode_yaml(old, sidecar.name)
    if unreadable:
        raise CannotLock(_cannot_be_read(unreadable[0]))
    new = locked(old.decode(), digest, sidecar.name).encode()
    if new != old:
        files.replace(sidecar, new)
    return Locked(sidecar, digest, new != old)


def locked(text: str, digest: str, name: str) -> str:
    """
    Return a sidecar's text with the hash in it; every other character stays as it was.

    Args:
        text: The sidecar.

        digest: The hash, 64 hexadecimal digits.

        name: What to call the sidecar in messages.

    Raises:
        CannotLock: If the text has no ``document:`` to write the hash below.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    source = Source(name, body)
    tree, problems = yaml_tree.parse(source)
    document = tree.entries.get("document") if isinstance(tree, yaml_tree.Mapping) else None
    if problems:
        raise CannotLock(_cannot_be_read(problems[0]))
    if not isinstance(document, yaml_tree.Mapping) or not document.keys:
        msg = f"{name} has no document: that the hash could stand in; see factcheck check"
        raise CannotLock(msg)
    hash_ = document.entries.get("sha256")
    if isinstance(hash_, yaml_tree.Scalar):
        new = _replaced(source, hash_, digest)
    else:
        new = _inserted(source, document, digest)
    if not _differ_by_hash_alone(tree, Source(name, new), digest):
        place = document.place.line
        msg = f"{name} is written in an unusual way; below line {place} write: sha256: {digest}"
        raise CannotLock(msg)
    return mark + new


def _cannot_be_read(problem: Problem) -> str:
    return f"{problem.file} cannot be read at {problem.line}:{problem.column}: {problem.message}"


def _differ_by_hash_alone(old: yaml_tree.Node | None, new: Source, digest: str) -> bool:
    """Read what is about to be written: a wrong guess at YAML's ways must not reach the disk."""
    tree, problems = yaml_tree.parse(new)
    before = yaml_tree.plain_data(old) if old else {}
    after = yaml_tree.plain_data(tree) if tree else {}
    wanted = {**before, "document": {**before["document"], "sha256": digest}}
    return not problems and bool(after == wanted)


def _replaced(source: Source, old: yaml_tree.Scalar, digest: str) -> str:
    start = _offset(source.text, old.place.line, old.place.column)
    end = _offset(source.text, old.end.line, old.end.column)
    end = start + len(source.text[start:end].rstrip())  # a block's end is where the next begins
    space = "" if start != end or source.text[start - 1 : start] in {" ", "\t"} else " "
    return source.text[:start] + space + digest + source.text[end:]


def _inserted(source: Source, document: yaml_tree.Mapping, digest: str) -> str:
    first = yaml_tree.to_place(next(iter(document.keys.values())))
    at = _offset(source.text, first.line, first.column)
    if source.text[document_start := _offset(source.text, *document.place)] == "{":
        return (
            source.text[: document_start + 1]
            + f"sha256: {digest}, "
            + source.text[document_start + 1 :].lstrip(" ")
        )
    end = re.search("\r\n?|\n", source.text)
    line_end = end.group() if end else "\n"
    indent = " " * (first.column - 1)
    return source.text[:at] + f"sha256: {digest}{line_end}{indent}" + source.text[at:]


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        end = LINE_END.search(text, start)
        start = end.end() if end else len(text)
    return start + column - 1


def _pair(seed: Path) -> tuple[Path, Path]:
    if seed.name.endswith(SIDECAR_ENDING):
        stem = seed.name.removesuffix(SIDECAR_ENDING)
        beside = [
            path for path in seed.parent.iterdir() if path.stem == stem and is_document(path.name)
        ]
        if len(beside) != 1:
            msg = f"there is no single document beside {seed}"
            if original := original_of(seed.name):
                msg += f"; a translation is locked with its original: {original}"
            raise CannotLock(msg)
        return beside[0], seed
    sidecar = seed.with_name(seed.stem + SIDECAR_ENDING)
    if not seed.is_file():
        raise CannotLock(no_file(seed))
    if not sidecar.is_file():
        msg = f"there is no file {sidecar}"
        raise CannotLock(msg)
    return seed, sidecar
