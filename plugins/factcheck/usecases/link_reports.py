"""
What is known of the addresses that the digest cites, as it is kept in ``content/links.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from factcheck.adapters import files
from factcheck.model import bounds
from factcheck.model.links import GoneLink, LinkReport, LinkState
from factcheck.model.site import Project
from factcheck.model.values import is_address
from factcheck.reading.link_reports import read_link_reports, written

#: Below ``content/``.
REPORTS: Final = "links.json"


def reports_of(project: Project) -> dict[str, LinkReport]:
    """
    Return what is known of the addresses that the digest cites.
    """
    path = project.content / REPORTS
    # A link may lead to what never ends.
    if path.is_symlink() or not path.is_file():
        return {}
    try:
        return read_link_reports(files.contents(path, bounds.REVIEW_BYTES))
    except OSError:
        return {}


def gone_links(project: Project) -> dict[str, GoneLink]:
    """
    Return the addresses that were gone when they were asked for last.

    A copy is named only where a page may lead to it: anybody may have written the file.
    """
    return {
        url: GoneLink(url, report.day, report.archived if is_address(report.archived) else "")
        for url, report in reports_of(project).items()
        if report.state is LinkState.GONE
    }


def keep(project: Project, reports: Mapping[str, LinkReport]) -> Path:
    """
    Write what is known into the file that the build reads, and return its path.
    """
    path = project.content / REPORTS
    # What a link leads to is not ours to write.
    if path.is_symlink():
        path.unlink()
    path.write_bytes(written(reports))
    return path
