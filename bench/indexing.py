"""
Make the search index alone, from what a build keeps: ``python -m bench.indexing FOLDER``.

Prints JSON: the seconds that it took, the memory that it needed beyond what the process held
before, and how many files and bytes came of it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from factcheck.digest.collection import collect
from factcheck.publishing.search.whole import index_files
from factcheck.usecases.ledger import CHECK, Ledger

FOLDER = Path(sys.argv[-1])


def main() -> None:
    """Make the index of the fact-checks that a project's last build made."""
    ledger = Ledger(FOLDER / ".factcheck" / "made.sqlite")
    names = [name.removeprefix(CHECK) for name in ledger.names() if name.startswith(CHECK)]
    entries = filter(None, (ledger.made(name).entry for name in names))
    digest = collect(entries, datetime.now(UTC))
    before, start = _memory(), time.perf_counter()
    files = index_files(
        digest.in_every_language,
        lambda check: ledger.pieces(check.sidecar).search,
        digest.registry,
        "en",
    )
    sizes = [len(file.data) for file in files]
    told = {
        "seconds": time.perf_counter() - start,
        "memory": _memory() - before,
        "files": len(sizes),
        "bytes": sum(sizes),
    }
    print(json.dumps(told))  # noqa: T201 - read by the bench


def _memory() -> int:
    """Return the most memory that this process held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
