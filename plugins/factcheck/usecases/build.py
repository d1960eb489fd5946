"""
Build the site: from fact-checks to files.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from factcheck.adapters import files
from factcheck.digest.collection import collect
from factcheck.engine.outputs import Broken, Output, Written
from factcheck.model.site import Project
from factcheck.publishing.addresses import FEED, HEADERS, ROBOTS, SITEMAP, THEME
from factcheck.publishing.feed import atom
from factcheck.publishing.headers import headers
from factcheck.publishing.pages import Page, pages, site_of
from factcheck.publishing.sitemap import robots, sitemap
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.site import DeskPage, SiteView
from factcheck.usecases.read import Contents


def build(
    project: Project,
    contents: Contents,
    desk_pages: tuple[DeskPage, ...],
    folder: Path,
    now: datetime,
) -> Written:
    """
    Write every file of the digest into a folder.

    Args:
        project: Its theme and site.

        contents: What the seeds hold; free of errors.

        desk_pages: The pages that the desk wrote.

        folder: Where to write.

        now: What counts as now for scheduled fact-checks and for an empty feed.

    Returns:
        The record of what was written, for ``verify``.

    Raises:
        factcheck.engine.outputs.Broken: If two files want one path.
    """
    written = Written(folder)
    for output in _outputs(project, contents, desk_pages, now):
        written.write(output)
    return written


def _outputs(
    project: Project, contents: Contents, desk_pages: tuple[DeskPage, ...], now: datetime
) -> Iterator[Output]:
    if contents.scales is None:
        msg = "a site without rating scales cannot be built"
        raise Broken([msg])
    site = project.site
    digest = collect(contents.checks, now)
    templates = Templates(project.theme / "templates")
    around = site_of(site, desk_pages)
    paths: list[str] = []
    for page in pages(digest, contents.scales, site, desk_pages):
        if page.is_listed:
            paths.append(page.path)
        yield _page(page, templates, around)
    yield Output(FEED, partial(atom, digest, site, now))
    yield Output(SITEMAP, partial(sitemap, paths, site))
    yield Output(ROBOTS, partial(robots, site))
    yield Output(HEADERS, headers)
    yield from _theme_files(project.theme / "static")


def _theme_files(static: Path) -> Iterator[Output]:
    for entry in files.walk(static, static):
        if entry.is_file and not entry.is_litter:
            yield Output(f"{THEME}/{entry.path}", (static / entry.path).read_bytes)


def _page(page: Page, templates: Templates, around: SiteView) -> Output:
    return Output(
        page.path,
        lambda: templates.render(page.template, page.view, around).encode(),
        frozenset((link.path, link.fragment) for link in page.links),
        page.ids,
    )
