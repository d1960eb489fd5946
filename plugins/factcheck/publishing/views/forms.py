"""
The other forms in which a fact-check's page can be had, as its head names them to machines.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.factcheck import FactCheck
from factcheck.publishing.addresses import (
    Record,
    absolute,
    annotations_path,
    check_path,
    claim_path,
    oembed_path,
    record_path,
    twin_path,
)
from factcheck.publishing.structured.annotations import is_annotated
from factcheck.publishing.views.site import HeadLink


def forms(check: FactCheck, record: Record, claim: str = "") -> Iterator[HeadLink]:
    """
    Give the forms of a fact-check's page, or of a claim's.

    Args:
        check: The fact-check.

        record: Notes the links.

        claim: The id of the claim whose page it is, if it is a claim's.
    """
    site, words, slug = record.site, record.words, check.slug
    if not claim:
        yield from record_form(check, record)
    if site.data and not claim and is_annotated(check):
        title = words.say("name of a file for machines", "Annotations of the document")
        yield HeadLink("application/ld+json", title, record.to(annotations_path(slug)))
    yield from twin_form(claim_path(slug, claim) if claim else check_path(slug), record)
    if site.embeds and site.url:
        title = words.say("name of a file for machines", "A frame with this for other sites")
        path = oembed_path(slug, claim)
        record.to(path)
        # Whole: not everybody who looks for it knows where it was found (oEmbed, 4).
        yield HeadLink("application/json+oembed", title, absolute(site, path))


def record_form(check: FactCheck, record: Record) -> Iterator[HeadLink]:
    """
    Give a fact-check as data, if the site offers that; one that was taken back has it too.

    Args:
        check: The fact-check.

        record: Notes the link.
    """
    if record.site.data:
        title = record.words.say("name of a file for machines", "This fact-check as data")
        yield HeadLink("application/json", title, record.to(record_path(check.slug)))


def twin_form(path: str, record: Record) -> Iterator[HeadLink]:
    """
    Give a page's twin, if the site offers that.

    Args:
        path: Where the page is written.

        record: Notes the link.
    """
    if record.site.markdown:
        title = record.words.say("name of a file for machines", "This page in Markdown")
        yield HeadLink("text/markdown", title, record.to(twin_path(path)))
