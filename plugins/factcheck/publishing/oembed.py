"""
What other sites are told that make a frame of a link by themselves (oEmbed 1.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Site
from factcheck.publishing.addresses import HOME, absolute, oembed_path
from factcheck.publishing.file import File
from factcheck.publishing.frames import WIDTH, Frame, frame
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.structured.parties import author_names
from factcheck.publishing.templates import Templates, json_ld

#: Seconds for which another site need not ask again.
DAY: Final = 86_400


def oembed_files(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give what is told of a fact-check and of each of its claims that has a page.
    """
    edition = page.editions.of(check.verdict.language)
    authors = edition.words.listed(author_names(check, page.site))
    for ruled in (None, *(check.claims if page.site.claim_pages else ())):
        path = oembed_path(check.slug, ruled.claim.id if ruled else "")
        record = page.record(path, edition)
        if framed := frame(check, ruled, record):
            # Nothing in it could be taken for markup, whatever a host calls the file.
            data = json_ld(_told(framed, authors, page.site)).encode()
            yield File(path, data, frozenset(record.links))


def _told(framed: Frame, authors: str, site: Site) -> dict[str, Any]:
    """Return what other sites are told (https://oembed.com, 2.3.4.4: ``rich``)."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": framed.heading,
        "author_name": authors,
        "provider_name": site.name,
        "provider_url": absolute(site, HOME),
        "cache_age": DAY,
        "html": framed.code,
        "width": WIDTH,
        "height": framed.height,
    }
