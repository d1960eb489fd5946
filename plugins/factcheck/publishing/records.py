"""
A fact-check as data: all that its page says, beside it as JSON.

Feeds and the exports in ``/data/`` are made from these files, one after the other, so that no
process ever holds the digest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from factcheck.model.factcheck import FactCheck
from factcheck.publishing import claimreview
from factcheck.publishing.addresses import absolute, check_path, record_path
from factcheck.publishing.feeds.content import content
from factcheck.publishing.file import File
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.templates import Templates

JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def record_file(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:
    """
    Give a fact-check as data, if the site offers that.
    """
    if page.site.data:
        told = with_content(record_of(check, page), check, page, templates)
        yield File(record_path(check.slug), JSON.encode(told).encode())


def with_content(
    record: dict[str, Any], check: FactCheck, page: PageMaker, templates: Templates
) -> dict[str, Any]:
    """
    Add to a fact-check as data how it, and each of its rulings, is read in full (HTML).
    """
    outward = page.record(check_path(check.slug), page.editions.of(check.verdict.language)).outward
    full = content(check, outward, templates)
    for claim in record["claims"]:
        claim["content_html"] = full.rulings[claim["id"]]
    return {**record, "content_html": full.whole}


def record_of(check: FactCheck, page: PageMaker) -> dict[str, Any]:
    """
    Return a fact-check as data.
    """
    verdict, site = check.verdict, page.site
    return {
        "slug": check.slug,
        "url": absolute(site, check_path(check.slug)),
        "language": verdict.language,
        "title": str(verdict.title),
        "summary": str(verdict.summary),
        "published": verdict.published.text,
        "claims": [
            {"id": ruled.claim.id, "review": claimreview.claim_review(check, ruled, site)}
            for ruled in check.claims
        ],
    }
