"""
What a branch changes in the digest, for an editor's colleague.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factcheck.adapters import files, git
from factcheck.digest.comparison import Compared, Difference, compare
from factcheck.model import bounds
from factcheck.model.factcheck import FactCheck
from factcheck.model.past import Past
from factcheck.model.scale import Scales
from factcheck.model.site import Project
from factcheck.reading.names import SIDECAR_ENDING, Pair
from factcheck.reading.pairs import read_pair
from factcheck.reading.past import read_past
from factcheck.usecases.pairing import Paths, find_pairs, open_pair
from factcheck.usecases.read import open_scales

#: What a branch is usually begun from: a fresh clone of another one has no main of its own.
BASES: Final = ("main", "origin/main", "origin/HEAD")


def usual_base(project: Project) -> str:
    """
    Return the first branch that git knows, of those that a branch is usually begun from.
    """
    return next((base for base in BASES if git.knows(project.root, base)), BASES[0])


def changed_since(project: Project, base: str) -> tuple[Compared, ...]:
    """
    Compare the digest in the folder with the one where a branch was begun.

    Args:
        project: Where the sidecars are.

        base: The branch, tag or commit to compare with, or else the trunk; what it gained since
            is no difference.

    Returns:
        Every fact-check that differs, by its path.

    Raises:
        NoHistory: If git cannot tell what stood there.
    """
    root = project.root
    blobs = git.files_at(root, git.base_of(root, base), project.name(project.seeds))
    pairs, _ = find_pairs(project)
    wanted = {*blobs.values()}
    there = dict(git.contents(root, sorted(wanted)))
    before = {
        path: past
        for path, blob in blobs.items()
        if path.endswith(SIDECAR_ENDING) and (past := read_past(there[blob], path))
    }
    after = dict(_pasts(project, pairs))
    then = {path: there[blob] for path, blob in blobs.items()}
    broken = frozenset(pair.sidecar for pair in pairs) - after.keys()
    return tuple(compare(before, after, dict(_moved(project, pairs, then)), broken))


def _pasts(project: Project, pairs: Iterable[Paths]) -> Iterator[tuple[str, Past]]:
    for pair in pairs:
        try:
            data = files.contents(project.root / pair.sidecar, bounds.YAML_BYTES)
        except OSError:
            continue
        if past := read_past(data, pair.sidecar):
            yield pair.sidecar, past


def _moved(
    project: Project, pairs: Iterable[Paths], then: Mapping[str, bytes]
) -> Iterator[tuple[str, tuple[Difference, ...]]]:
    """Give what differs in documents that were changed, and where quotes have gone in them."""
    scales, _ = open_scales(project)
    for paths in pairs:
        pair, _ = open_pair(project.root, paths)
        is_known = paths.seed in then and paths.sidecar in then
        if pair is None or not is_known or pair.seed_bytes == then[paths.seed]:
            continue
        former = Pair(pair.seed, then[pair.seed], pair.sidecar, then[pair.sidecar])
        told = [Difference("", "document", "as it was", "another text")]
        yield pair.sidecar, (*told, *_gone_to(former, pair, scales))


def _gone_to(before: Pair, after: Pair, scales: Scales | None) -> Iterator[Difference]:
    old, new = _places(before, scales), _places(after, scales)
    for id_, place in new.items():
        if id_ in old and old[id_] != place:
            yield Difference(id_, "place of the quote", old[id_], place)


def _places(pair: Pair, scales: Scales | None) -> dict[str, str]:
    """Return where each claim's quote stands, in characters of the text."""
    check: FactCheck | None = read_pair(pair, scales).factcheck if scales else None
    return {
        ruled.claim.id: f"character {ruled.anchor.start + 1}"
        for ruled in (check.claims if check else ())
        if ruled.anchor
    }
