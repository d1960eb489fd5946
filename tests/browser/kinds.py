"""
The pages that the browser tests open.
"""

from __future__ import annotations

from typing import Final

REAL: Final = "/checks/coalition-of-the-willing-troop-plans/"

#: One page of each kind, in both directions.
PAGES: Final = (
    "/",
    REAL,
    f"{REAL}us-member.html",
    "/checks/chain-message-storm/",
    "/checks/film-club-video-post/",
    "/checks/risala-ar/",
    "/checks/risala-ar/khufu-tallest.html",
    "/ratings/",
    "/ratings/false/",
    "/browse/",
    "/topics/",
    "/topics/ukraine/",
    "/archive/",
    "/archive/2026/",
    "/languages/ar/",
    "/claimants/",
    "/corrections/",
    "/review-due/",
    "/about/",
    "/404.html",
)
