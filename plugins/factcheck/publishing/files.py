"""
What stands beside a fact-check's pages: the same in other forms, for machines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import annotations_path
from factcheck.publishing.borrowed import with_borrowed_words
from factcheck.publishing.file import File
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.markdown.twins import twin_files
from factcheck.publishing.oembed import oembed_files
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.records import record_file, withdrawn_file
from factcheck.publishing.structured.annotations import annotation_collection, is_annotated
from factcheck.publishing.templates import Templates


def annotations_file(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give the annotations of a fact-check's document, if the site offers data and there are any.
    """
    if page.site.data and is_annotated(check):
        words = page.editions.of(check.verdict.language).words
        # Escaped as in a page: whatever takes the file for one finds no markup in it.
        data = json_ld(annotation_collection(check, page.site, words))
        yield File(annotations_path(check.slug), data.encode())


#: Each gives some of the files of a fact-check that readers may see and that was not taken back.
MAKERS: Final[tuple[Callable[[FactCheck, PageMaker, Templates], Iterator[File]], ...]] = (
    record_file,
    annotations_file,
    oembed_files,
)

#: Each gives files of a fact-check that was taken back.
OF_GONE: Final[tuple[Callable[[FactCheck, PageMaker, Templates], Iterator[File]], ...]] = (
    withdrawn_file,
)

#: Each gives files of every fact-check that readers may see, also of one that was taken back.
ALWAYS: Final[tuple[Callable[[FactCheck, PageMaker, Templates], Iterator[File]], ...]] = (
    twin_files,
)


def check_files(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:
    """
    Give every file of a fact-check beside its pages.

    Args:
        check: The fact-check; readers may see it.

        page: Makes pages, and knows the site.

        templates: The theme's.
    """
    told = with_borrowed_words(check)
    for make in (*MAKERS, *ALWAYS) if check.verdict.withdrawn is None else (*OF_GONE, *ALWAYS):
        yield from make(told, page, templates)
