"""
The whole index, from what all fact-checks give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.digest.entries import Entry
from factcheck.model.registry import Registry
from factcheck.publishing.search.columns import columns
from factcheck.publishing.search.entries import Findable
from factcheck.publishing.search.index import File, Index


def index_files(
    checks: Sequence[Entry],
    findable: Callable[[Entry], Findable],
    registry: Registry,
    language: str,
) -> Iterator[File]:
    """
    Give every file of the index; the one that names the others is the last.

    Args:
        checks: The fact-checks to be found, newest first.

        findable: Returns what one of them gives to search.

        registry: Which names belong together.

        language: The site's, in which registered names are told.
    """
    oldest_first = checks[::-1]
    index = Index()
    for check in oldest_first:
        yield from index.add(check.slug, findable(check))
    yield from index.files(columns(oldest_first, registry, language))
