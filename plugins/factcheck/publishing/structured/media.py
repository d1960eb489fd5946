"""
What was done to a picture, film or recording, as schema.org's ``MediaReview``.

Each stands in a script element of its own beside the claim's review, where those who read such
reviews look for them, and the two name each other. As they are published elsewhere, the category
is a bare name and ``contentUrl`` is where the object can be seen, also on somebody's page. What
follows from ``MediaReview`` for readers is not settled (schema.org, issue 2450).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.model.site import Site
from factcheck.model.verdict import Media
from factcheck.model.vocabulary import MediaKind
from factcheck.publishing import schemaorg as so
from factcheck.publishing.addresses import CLAIM, media_id, ruling_address
from factcheck.publishing.borrowed import language_of
from factcheck.publishing.structured.desk import desk
from factcheck.publishing.structured.stating import day, on_top, stated

OBJECTS: Final = MappingProxyType(
    {
        MediaKind.IMAGE: so.IMAGE_OBJECT,
        MediaKind.VIDEO: so.VIDEO_OBJECT,
        MediaKind.AUDIO: so.AUDIO_OBJECT,
    }
)
#: ISO 8601 has no time of day beyond it, and an offset in a film is written as one.
DAY: Final = 24 * 60 * 60


def media_review_ids(check: FactCheck, ruled: RuledClaim, site: Site) -> list[dict[str, str]]:
    """
    Name the reviews of a claim's media, where there are pages that hold them.
    """
    url = ruling_address(site, check.slug, ruled.claim.id)
    count = len(ruled.claim.media) if site.claim_pages else 0
    return [{so.ID: f"{url}#{media_id(number)}"} for number in range(1, count + 1)]


def media_reviews(check: FactCheck, ruled: RuledClaim, site: Site) -> Iterator[dict[str, Any]]:
    """
    Give a review for each of the media that a claim rests on.

    Args:
        check: The fact-check it belongs to.

        ruled: The claim; it has a page of its own.

        site: Whose review it is.
    """
    verdict, url = check.verdict, ruling_address(site, check.slug, ruled.claim.id)
    for media, own in zip(ruled.claim.media, media_review_ids(check, ruled, site), strict=True):
        yield on_top(
            stated(
                {
                    so.TYPE: so.MEDIA_REVIEW,
                    **own,
                    so.URL: url,
                    so.AUTHOR: desk(site),
                    so.DATE_PUBLISHED: verdict.published.text,
                    so.DATE_MODIFIED: day(verdict.changed_on(ruled.claim.id)),
                    so.IN_LANGUAGE: language_of(media.note or "", verdict.language),
                    so.MEDIA_AUTHENTICITY_CATEGORY: media.category.value,
                    so.REVIEW_BODY: media.note,
                    so.ITEM_REVIEWED: _object(media, f"{url}#{CLAIM}"),
                    so.ASSOCIATED_CLAIM_REVIEW: {so.ID: url},
                    so.SD_LICENSE: site.license,
                }
            )
        )


def _object(media: Media, claim: str) -> dict[str, Any]:
    is_timed = media.kind is not MediaKind.IMAGE and media.start is not None
    return stated(
        {
            so.TYPE: OBJECTS[media.kind],
            so.CONTENT_URL: media.url,
            so.DESCRIPTION: media.alt,
            so.START_TIME: _time(media.start) if is_timed else None,
            so.END_TIME: _time(media.end) if is_timed else None,
            so.INTERPRETED_AS_CLAIM: {so.ID: claim},
        }
    )


def _time(seconds: float | None) -> str | None:
    """
    Write an offset as a time (ISO 8601): whole seconds, or milliseconds too.

    >>> _time(3671.5)
    '01:01:11.500'
    """
    if seconds is None or seconds >= DAY:
        return None
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    clock = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{clock}.{thousandths:03d}" if thousandths else clock
