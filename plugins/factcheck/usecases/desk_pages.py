"""
The pages in ``content/``: looked at before Pelican reads them, and their links afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.engine.outputs import Target
from factcheck.model import bounds
from factcheck.model.site import Project, Site
from factcheck.publishing.addresses import check_path, leads_to, slug_in
from factcheck.publishing.structured.desk import policy_links
from factcheck.publishing.views.site import DeskPage
from factcheck.reading.page_links import addresses_in
from factcheck.reading.pages import page_problem

#: What Pelican reads as pages.
ENDINGS: Final = (".md", ".markdown", ".mkd", ".mdown", ".html", ".htm", ".rst")


def page_problems(project: Project) -> Iterator[Problem]:
    """
    Give a problem for every page that must not be given to Pelican.
    """
    for entry in files.walk(project.root, project.content):
        if entry.is_file and entry.path.lower().endswith(ENDINGS):
            with suppress(OSError):  # which Pelican tells
                data = files.contents(project.root / entry.path, bounds.PAGE_BYTES)
                if problem := page_problem(data, entry.path):
                    yield problem


def links_within(pages: Iterable[DeskPage], project: Project) -> dict[str, list[Target]]:
    """
    Return where the links that the desk wrote lead within the site.

    Args:
        pages: The desk's pages, with their texts.

        project: Where they are.

    Returns:
        (path, fragment) of each target, by the file and line that the link stands in; by the file
        alone where the address is written otherwise there.
    """
    pages = tuple(pages)
    with_ids = {page.path for page in pages}
    found: dict[str, list[Target]] = {}
    for page in pages:
        source = project.content / page.source
        for address in addresses_in(page.html):
            if link := leads_to(project.site, page.path, address):
                # Of other pages than these it is not known which ids their templates hold.
                has_ids = link.path in with_ids or link.path == check_path(slug_in(link.path))
                target = (link.path, link.fragment if has_ids else "")
                place = f"{project.name(source)}{_line_of(address, source)}"
                found.setdefault(place, []).append(target)
    return found


def policies_within(pages: Iterable[DeskPage], site: Site) -> dict[str, list[Target]]:
    """
    Return where the policies that the settings name lead within the site, as links do.
    """
    with_ids = {page.path for page in pages}
    return {
        f"pelican.conf.py: FACTCHECK_POLICIES: {name}": [
            (link.path, link.fragment if link.path in with_ids else "")
        ]
        for name, link in policy_links(site)
    }


def _line_of(address: str, source: Path) -> str:
    lines = files.contents(source, bounds.PAGE_BYTES).decode(errors="replace").splitlines()
    return next((f":{at}" for at, line in enumerate(lines, start=1) if address in line), "")
