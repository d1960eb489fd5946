"""
The other forms in which a fact-check's page can be had, as its head names them to machines.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.publishing.addresses import Record, absolute, oembed_path, record_path
from factcheck.publishing.views.site import HeadLink


def forms(slug: str, record: Record, claim: str = "") -> Iterator[HeadLink]:
    """
    Give the forms of a fact-check's page, or of a claim's.

    Args:
        slug: The fact-check's.

        record: Notes the links.

        claim: The id of the claim whose page it is, if it is a claim's.
    """
    site, words = record.site, record.words
    if site.data and not claim:
        title = words.say("name of a file for machines", "This fact-check as data")
        yield HeadLink("application/json", title, record.to(record_path(slug)))
    if site.embeds and site.url:
        title = words.say("name of a file for machines", "A frame with this for other sites")
        path = oembed_path(slug, claim)
        record.to(path)
        # Whole: not everybody who looks for it knows where it was found (oEmbed, 4).
        yield HeadLink("application/json+oembed", title, absolute(site, path))
