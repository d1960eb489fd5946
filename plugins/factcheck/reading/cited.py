"""
A sidecar's bytes to the addresses that its evidence is cited from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.model.rules.written import named_parts, parts, text
from factcheck.model.values import is_address
from factcheck.reading.past import as_written

#: An address as it stands in YAML, with what may follow it in a list on one line.
ADDRESS: Final = re.compile(rb"https?://[^\s\"'<>]+")


def mentioned_in(data: bytes) -> Iterator[str]:
    """
    Give what looks like an address in a file, quickly: more than is cited, and never less.
    """
    for found in ADDRESS.findall(data):
        address = found.decode(errors="replace")
        yield from (address, address.rstrip(",}]"))


def cited_in(data: bytes, name: str) -> Iterator[str]:
    """
    Give the address of every work that a sidecar cites, as it was written.

    Args:
        data: The file's bytes.

        name: What to call the file.
    """
    written = as_written(data, name).written
    works = [*named_parts(written, "works").values()]
    works += [
        piece for _, claim in parts(written, "claims") for _, piece in parts(claim, "evidence")
    ]
    for work in works:
        url = text(work, "url")
        if is_address(url):
            yield url
