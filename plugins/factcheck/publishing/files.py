"""
What stands beside a fact-check's pages: the same in other forms, for machines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.file import File
from factcheck.publishing.oembed import oembed_files
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.records import record_file
from factcheck.publishing.templates import Templates

#: Each gives some of the files of a fact-check that readers may see and that was not taken back.
MAKERS: Final[tuple[Callable[[FactCheck, PageMaker, Templates], Iterator[File]], ...]] = (
    record_file,
    oembed_files,
)


def check_files(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:
    """
    Give every file of a fact-check beside its pages.

    Args:
        check: The fact-check; readers may see it.

        page: Makes pages, and knows the site.

        templates: The theme's.
    """
    if check.verdict.withdrawn is None:
        for make in MAKERS:
            yield from make(check, page, templates)
