"""
A whole fact-check, as schema.org's ``Article``.

It is never a ``ClaimReview``: those stand on the claims' own pages, one on each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model.factcheck import FactCheck
from factcheck.model.registry import Kind
from factcheck.model.site import Site
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import absolute, check_path
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.naming import topics_of
from factcheck.publishing.structured.corrections import corrections
from factcheck.publishing.structured.desk import desk
from factcheck.publishing.structured.parties import authors, editors
from factcheck.publishing.structured.review import statement_id
from factcheck.publishing.structured.stating import day, on_top, one_or_all, stated
from factcheck.publishing.structured.works import document, works


def article(check: FactCheck, site: Site) -> dict[str, Any]:
    """
    Return a fact-check as an ``Article``.
    """
    verdict = check.verdict
    url = absolute(site, check_path(check.slug))
    return on_top(
        stated(
            {
                so.TYPE: so.ARTICLE,
                so.ID: url,
                so.URL: url,
                so.HEADLINE: verdict.title,
                so.DESCRIPTION: verdict.summary,
                so.IN_LANGUAGE: verdict.language,
                so.DATE_PUBLISHED: verdict.published.text,
                so.DATE_MODIFIED: day(verdict.changed_on()),
                so.AUTHOR: one_or_all(authors(check, site)),
                so.EDITOR: one_or_all(editors(check)),
                so.PUBLISHER: desk(site),
                so.KEYWORDS_OF: [topic.name for topic in topics_of(check)],
                so.ABOUT: [*_topics(check), *_claims(check, site)],
                so.IS_BASED_ON: document(check, site),
                so.CITATION: works(check),
                so.CORRECTION: corrections(check),
                so.SD_LICENSE: site.license,
                **_versions(check, site),
            }
        )
    )


def _topics(check: FactCheck) -> Iterator[dict[str, Any]]:
    for topic in topics_of(check):
        entry = check.registry.entry(Kind.TOPICS, topic.slug)
        same_as = one_or_all(entry.same_as) if entry else None
        yield stated({so.TYPE: so.THING, so.NAME: topic.name, so.SAME_AS: same_as})


def _claims(check: FactCheck, site: Site) -> Iterator[dict[str, Any]]:
    """Give what was claimed; a language only where it is not the article's."""
    for ruled in check.claims:
        text = ruled.claim.claim
        yield stated(
            {
                so.TYPE: so.CLAIM,
                so.ID: statement_id(check, ruled, site),
                so.TEXT: text,
                so.IN_LANGUAGE: language_of(text, ""),
            }
        )


def _versions(check: FactCheck, site: Site) -> dict[str, Any]:
    """Name the original of a translation, and the translations of an original."""
    original = check.origin.slug if check.origin else check.slug
    told = {
        one.slug: {
            so.TYPE: so.ARTICLE,
            so.ID: absolute(site, check_path(one.slug)),
            so.IN_LANGUAGE: one.language,
        }
        for one in check.versions
    }
    others = [article for slug, article in told.items() if slug != original]
    return {
        so.TRANSLATION_OF_WORK: told.get(original) if check.origin else None,
        so.WORK_TRANSLATION: None if check.origin else others,
    }
