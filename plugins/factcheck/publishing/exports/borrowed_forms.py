"""
Rulings in the forms that others' services gave them.

``DataFeed`` is schema.org's, as Data Commons publishes fact-checks in it
(https://datacommons.org/factcheck/download); ``claims:search`` is what Google's Fact Check Tools
API answers (v1alpha1).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any, Final
from urllib.parse import urlsplit

from factcheck.model.site import Site
from factcheck.model.values import parse_moment
from factcheck.publishing import schemaorg as so
from factcheck.publishing.exports.fields import Field, Type, listed

Record = dict[str, Any]
#: A date that names its day: only such can be told as an instant.
DAY: Final = len("2025-12-15")

PUBLISHER: Final = (
    Field("@type", Type.KEY, "what it is", choices=(so.ORGANIZATION,)),
    Field("name", Type.TEXT, "the desk's name"),
    Field("url", Type.ADDRESS, "the site"),
)

FEED: Final = (
    Field("@context", Type.ADDRESS, "the vocabulary", so.SCHEMA_ORG),
    Field("@type", Type.KEY, "what it is", choices=(so.DATA_FEED,)),
    Field("name", Type.TEXT, "the site's name"),
    Field("url", Type.ADDRESS, "where the data is explained"),
    Field("license", Type.ADDRESS, "the licence, if the desk has chosen one", is_promised=False),
    Field("publisher", Type.OBJECT, "the desk", within=PUBLISHER),
    listed(
        Field(
            "dataFeedElement",
            Type.OBJECT,
            "one for each page that carries reviews, the oldest first",
            within=(
                Field("@type", Type.KEY, "what it is", choices=(so.DATA_FEED_ITEM,)),
                Field("url", Type.ADDRESS, "the page"),
                Field("dateCreated", Type.MOMENT, "when it was published"),
                Field("dateModified", Type.DAY, "its last change", is_promised=False),
                listed(
                    Field(
                        "item",
                        Type.OBJECT,
                        "the ClaimReview as on that page, with sdPublisher and sdLicense",
                    )
                ),
            ),
        )
    ),
)

SEARCH: Final = (
    listed(
        Field(
            "claims",
            Type.OBJECT,
            "the claims, the oldest first",
            within=(
                Field("text", Type.TEXT, "the claim"),
                Field("claimant", Type.TEXT, "who made it, if known", is_promised=False),
                Field("claimDate", Type.MOMENT, "its day, if known", is_promised=False),
                listed(
                    Field(
                        "claimReview",
                        Type.OBJECT,
                        "its review: always one",
                        within=(
                            Field(
                                "publisher",
                                Type.OBJECT,
                                "the desk",
                                within=(
                                    Field("name", Type.TEXT, "the desk's name"),
                                    Field("site", Type.TEXT, "the site's host, without www"),
                                ),
                            ),
                            Field("url", Type.ADDRESS, "the review's page"),
                            Field("title", Type.TEXT, "the fact-check's title"),
                            Field("reviewDate", Type.MOMENT, "when it was published, in UTC"),
                            Field("textualRating", Type.TEXT, "the rating's word", "Mostly false"),
                            Field("languageCode", Type.LANGUAGE, "the review's language", "en"),
                        ),
                    )
                ),
            ),
        )
    ),
    Field(
        "nextPageToken",
        Type.KEY,
        "the next page's name: page-2 stands in page-2.json; absent from the last",
        is_promised=False,
    ),
)


def feed_head(site: Site, url: str) -> Record:
    """
    Return what a DataFeed tells before its elements.

    Args:
        site: Whose it is.

        url: Where the data is explained.
    """
    return {
        so.CONTEXT: so.SCHEMA_ORG,
        so.TYPE: so.DATA_FEED,
        so.NAME: site.name,
        so.URL: url,
        **({so.LICENSE: site.license} if site.license else {}),
        so.PUBLISHER: _publisher(site),
    }


def feed_items(record: Record, site: Site) -> Iterator[Record]:
    """
    Give a fact-check's elements of a DataFeed: one for each page with reviews on it.
    """
    pages: dict[str, list[Record]] = {}
    for claim in record.get("claims", ()):
        pages.setdefault(claim["url"].partition("#")[0], []).append(claim)
    for url, claims in pages.items():
        changed = max([claim["updated"] for claim in claims if claim["updated"]], default=None)
        yield {
            so.TYPE: so.DATA_FEED_ITEM,
            so.URL: url,
            so.DATE_CREATED: record["published"],
            **({so.DATE_MODIFIED: changed} if changed else {}),
            so.ITEM: [_review(claim["review"], site) for claim in claims],
        }


def found_claims(record: Record, site: Site) -> Iterator[Record]:
    """
    Give a fact-check's claims as ``claims:search`` answers.
    """
    for claim in record.get("claims", ()):
        claimant = ", ".join(party["name"] for party in claim["claimants"])
        told = {
            "text": claim["claim"],
            "claimant": claimant,
            "claimDate": _instant(claim["claimed"]),
            "claimReview": [_found_review(record, claim, site)],
        }
        yield {key: value for key, value in told.items() if value}


def _found_review(record: Record, claim: Record, site: Site) -> Record:
    return {
        "publisher": {"name": site.desk, "site": host_of(site)},
        "url": claim["url"],
        "title": record["title"],
        "reviewDate": _instant(record["published"]),
        "textualRating": claim["rating"]["label"],
        "languageCode": record["language"],
    }


def host_of(site: Site) -> str:
    """
    Return the site's host, without ``www``.
    """
    return (urlsplit(site.url).hostname or "").removeprefix("www.")


def _instant(date: str | None) -> str | None:
    """Write a day or an instant as a timestamp in UTC (RFC 3339); nothing less can be one."""
    if not date or len(date) < DAY:
        return None
    return parse_moment(date).instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _review(review: Record, site: Site) -> Record:
    """Who gives the structured data, and under which licence (schema.org's sd… properties)."""
    licensed = {so.SD_LICENSE: site.license} if site.license else {}
    return {**review, so.SD_PUBLISHER: _publisher(site), **licensed}


def _publisher(site: Site) -> Record:
    return {so.TYPE: so.ORGANIZATION, so.NAME: site.desk, so.URL: f"{site.url}/"}
