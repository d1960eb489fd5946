from __future__ import annotations

from collections.abc import Iterator

import pytest
from chromium import MISSING, find_chromium
from hostile.corpus import ADDRESSES, DOCUMENTS, ORDINARY, VALUES
from hostile.reader import BuiltSite, Reader
from hostile.sidecars import (
    LISTS,
    PRIVATE,
    Judged,
    batches,
    judged_address,
    judged_document,
    judged_value,
    pages,
    sheets,
    taken_back,
)
from sandbox import Sandbox, copy_project


@pytest.fixture(scope="session")
def readers() -> Iterator[tuple[Reader, ...]]:
    """Two readers, each with a browser that guards them from nothing."""
    found = find_chromium()
    if found is None:
        pytest.fail(MISSING)
    opened = (Reader(found), Reader(found))
    yield opened
    for reader in opened:
        reader.close()


Readers = tuple[Reader, ...]


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory, readers: Readers) -> Iterator[BuiltSite]:
    """A site of every hostile document that can be read."""
    sandbox = copy_project(tmp_path_factory.mktemp("documents"))
    with built(sandbox, list(map(judged_document, DOCUMENTS)), readers) as site:
        yield site


@pytest.fixture(scope="session")
def values(tmp_path_factory: pytest.TempPathFactory, readers: Readers) -> Iterator[BuiltSite]:
    """A site of every hostile text and address that can be read, and of an ordinary text."""
    sandbox = copy_project(tmp_path_factory.mktemp("values"))
    entries = [judged_value(entry) for entry in (ORDINARY, *VALUES)]
    entries += map(judged_address, ADDRESSES)
    entries += (taken_back(number) for number in range(len(batches())))
    with built(sandbox, entries, readers) as site:
        yield site


def built(sandbox: Sandbox, entries: list[Judged], readers: Readers) -> BuiltSite:
    """Build a site of what can be read; a file that is not to be published lies in reach."""
    (sandbox.root / "content" / "secret.txt").write_text(PRIVATE)
    checks = [entry for entry in entries if entry.is_sound]
    for entry in checks:
        entry.seed(sandbox)
    done = sandbox.pelican()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    paths = [path for entry in checks for path in pages(entry)]
    lists = [path for name in LISTS for path in sheets(sandbox.output, name)]
    return BuiltSite(sandbox.output, readers, [*paths, *lists])
