"""
Whether what is cited can still be had, as it was when somebody last looked.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class LinkState(StrEnum):
    """
    What came of asking for an address.
    """

    #: It is there.
    THERE = "there"

    #: It is there, and leads to another address for good.
    MOVED = "moved"

    #: Its server says that there is no such thing (404, 410), or there is no such server.
    GONE = "gone"

    #: Its server does not tell a program: it wants a login, a person, or to be left alone.
    UNTOLD = "untold"

    #: It could not be reached; that may pass.
    UNREACHED = "unreached"

    #: It is not asked for: an address within somebody's own network.
    NOT_ASKED = "not-asked"


class GoneLink(NamedTuple):
    """
    An address that leads nowhere any more.
    """

    url: str

    #: When that was seen last.
    day: date

    #: An archived copy that is known of; empty if none is.
    archived: str = ""


class LinkReport(NamedTuple):
    """
    What is known of an address.
    """

    state: LinkState

    #: When it was asked for last.
    day: date

    #: Since when it has been so.
    since: date

    #: In a few words, such as ``404 Not Found``.
    answer: str

    #: Where it leads, if elsewhere.
    leads_to: str = ""

    #: An archived copy that is known of; empty if none is.
    archived: str = ""
