"""
The pages of ``/data/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from factcheck.publishing.addresses import DATA, FIELDS
from factcheck.publishing.exports.files import DataFile
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.views.data import data_view, fields_view

#: What renders them.
TEMPLATES: Final = ("data.html", "fields.html")


def data_pages(page: PageMaker, files: Sequence[DataFile] = ()) -> Iterator[Page]:
    """
    Give the pages about the data, if the site offers any.

    Args:
        page: Makes pages.

        files: As they were written; none where they are not made, as in a preview.
    """
    if page.site.data:
        yield page(DATA, "data.html", partial(data_view, files))
        yield page(FIELDS, "fields.html", fields_view)
