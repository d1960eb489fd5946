"""
What a translation should be called that stands under a wrong name: what it says of itself tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Place
from factcheck.model import bounds
from factcheck.model.likely import likely_languages
from factcheck.reading import yaml_tree
from factcheck.reading.decoding import decode_yaml
from factcheck.reading.lending import text
from factcheck.reading.names import SIDECAR_ENDING, stem_of
from factcheck.reading.translations import NAMING

#: What a file is that says nothing.
NOTHING: Final = yaml_tree.Mapping({}, {}, Place(1, 1))


def name_meant(root: Path, path: str, sidecars: Mapping[str, str]) -> str:
    """
    Return the name that a translation should have.

    Args:
        root: The project's folder.

        path: The file, relative to it.

        sidecars: By stem, the sidecars that have a document.

    Returns:
        A file's name; empty if the file does not say that it translates a fact-check beside it,
        and into which language, or if that name is taken.
    """
    if (root / path).is_symlink() or not (root / path).is_file():
        return ""
    said = _read(root, path)
    named = text(said, NAMING)
    language = next(likely_languages(text(said, "language")), "")
    if not (named and language):
        return ""
    for stem in _beside(path, named, sidecars):
        slug = text(_read(root, sidecars[stem]), "slug") or PurePosixPath(stem).name
        meant = f"{stem}.{language}{SIDECAR_ENDING}"
        if slug == named and meant != path and not (root / meant).exists():
            return PurePosixPath(meant).name
    return ""


def _beside(path: str, named: str, sidecars: Mapping[str, str]) -> Iterator[str]:
    """Give the stems in a file's folder that it begins with, or names; the longest first."""
    bare = stem_of(path)
    own = str(PurePosixPath(path).with_name(named.replace("/", "")))
    stems = {bare[:end] for end in range(len(bare), 0, -1)} | {own}
    yield from sorted(stems & sidecars.keys(), key=len, reverse=True)


def _read(root: Path, path: str) -> yaml_tree.Mapping:
    """Read a sidecar as far as it can be read."""
    try:
        data = files.contents(root / path, bounds.YAML_BYTES)
    except OSError:
        return NOTHING
    source, undecodable = decode_yaml(data, path)
    tree = None if undecodable else yaml_tree.parse(source)[0]
    return tree if isinstance(tree, yaml_tree.Mapping) else NOTHING
