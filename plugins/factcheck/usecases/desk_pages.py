"""
The pages in ``content/``, looked at before Pelican reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from factcheck.adapters import files
from factcheck.diagnostics import Problem
from factcheck.model import bounds
from factcheck.model.site import Project
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
