"""
A file of the site that is no page.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.publishing.addresses import Link


class File(NamedTuple):
    """
    One file, ready to be written.
    """

    path: str
    data: bytes

    #: What it links to within the site.
    links: frozenset[Link] = frozenset()
