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
from factcheck.publishing.frames import WIDTH, Frame
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.structured.parties import author_names
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.checks import CheckView
from factcheck.publishing.views.claims import ClaimView

#: Seconds for which another site need not ask again.
DAY: Final = 86_400


def oembed_files(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give what is told of a fact-check and of each of its claims that has a page.
    """
    words = page.editions.of(check.verdict.language).words
    authors = words.listed(author_names(check, page.site))
    for made in page.pages_of(check):
        match made.view:
            case CheckView(frame=Frame() as framed):
                path = oembed_path(check.slug)
            case ClaimView(frame=Frame() as framed) as view:
                path = oembed_path(check.slug, view.ruling.claim_id)
            case _:
                continue
        # Nothing in it could be taken for markup, whatever a host calls the file. What it leads
        # to, the page leads to as well.
        yield File(path, json_ld(_told(framed, authors, page.site)).encode())


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
