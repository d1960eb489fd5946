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
from factcheck.publishing.addresses import absolute, check_path, record_path
from factcheck.publishing.file import File
from factcheck.publishing.pages import PageMaker
from factcheck.publishing.structured.review import claim_review
from factcheck.publishing.templates import Templates

JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def record_file(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give a fact-check as data, if the site offers that.
    """
    if page.site.data:
        data = JSON.encode(record_of(check, page)).encode()
        yield File(record_path(check.slug), data)


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
            {"id": ruled.claim.id, "review": claim_review(check, ruled, site)}
            for ruled in check.claims
        ],
    }
