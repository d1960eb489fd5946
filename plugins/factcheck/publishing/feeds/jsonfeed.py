"""
Feeds in JSON: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from factcheck.publishing.feeds.channel import Channel
from factcheck.publishing.feeds.entries import FeedEntry
from factcheck.publishing.jsontext import encoded

VERSION: Final = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, entries: Iterable[FeedEntry]) -> bytes:
    """
    Write a feed as JSON.

    Args:
        channel: What it says of itself.

        entries: Newest first; with sound texts only.
    """
    told = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.address,
        "description": channel.about,
        "language": channel.language,
        "authors": [{"name": channel.desk}],
        "items": [_item(entry) for entry in entries],
    }
    return encoded(told).encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    content = {"content_html": entry.content} if entry.content else {"content_text": entry.summary}
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        **content,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language,
    }
