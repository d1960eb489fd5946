"""
What a feed says of itself, whatever its form.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Channel(NamedTuple):
    """
    What a feed says of itself.
    """

    title: str

    #: In a sentence.
    about: str

    #: BCP 47.
    language: str

    #: Whole addresses: of the page that the feed follows, and of the feed itself.
    page: str
    address: str

    #: Lasts.
    id: str
    desk: str
    updated: datetime

    #: The style sheet for who opens the feed in a browser.
    style: str

    #: What it shows them, in XML.
    reading: str
