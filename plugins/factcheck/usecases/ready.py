"""
Whether the site may be published: no placeholder in its name or address, no sample by accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from factcheck.adapters import files
from factcheck.digest.collection import collect
from factcheck.digest.entries import Entry
from factcheck.model import bounds
from factcheck.model.site import Project, Site
from factcheck.reading.source import with_line_feeds

#: The name that pelican.conf.py is shipped with.
PLACEHOLDER_NAME: Final = "The Example Desk"

#: How the pages that come with the project say in their heads that they are samples.
SAMPLE: Final = re.compile(r"^sample:\s*yes\s*$", re.IGNORECASE | re.MULTILINE)

#: Names that never lead to a site of anybody's (RFC 2606, RFC 6761).
RESERVED: Final = (
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "localhost",
    "test",
)


def obstacles(
    project: Project, entries: Iterable[Entry], now: datetime, *, with_samples: bool
) -> tuple[str, ...]:
    """
    Say why the site must not be published yet.

    Args:
        project: Its name and address.

        entries: The fact-checks that are whole.

        now: What counts as now for scheduled fact-checks.

        with_samples: Whether samples are meant to be published.

    Returns:
        A sentence for each obstacle, with its mend; none if there is none.
    """
    found = list(_placeholders(project.site))
    if not with_samples:
        found += [
            f"{page} is a sample page: write your own and remove its line “Sample: yes”"
            for page in _sample_pages(project)
        ]
        digest = collect(entries, now, language=project.site.language)
        found += [
            f"{check.sidecar} is a sample: remove all samples with make clean-samples, "
            "or publish them with make publish SAMPLES=yes"
            for check in sorted(
                (*digest.checks, *digest.withdrawn), key=lambda check: check.sidecar
            )
            if check.is_sample
        ]
    return tuple(found)


def _sample_pages(project: Project) -> Iterator[str]:
    for entry in files.walk(project.root, project.content):
        if entry.is_file and entry.path.endswith(".md"):
            data = files.contents(project.root / entry.path, bounds.PAGE_BYTES)
            head = with_line_feeds(data.decode(errors="replace")).partition("\n\n")[0]
            if SAMPLE.search(head):
                yield entry.path


def _placeholders(site: Site) -> Iterator[str]:
    if site.name == PLACEHOLDER_NAME:
        yield f"the site still has the name {PLACEHOLDER_NAME!r}: set SITENAME in pelican.conf.py"
    host = urlsplit(site.url).hostname or ""
    if not host or any(host == name or host.endswith(f".{name}") for name in RESERVED):
        yield (
            f"the site has no address of its own (SITEURL is {site.url!r}): set SITEURL in "
            "pelican.conf.py or in the environment, such as https://user.github.io/digest"
        )
