"""
The pages that the browser tests open, and the windows they open them in.
"""

from __future__ import annotations

from typing import Final

from playwright.sync_api import ViewportSize

#: A phone's and a desktop's.
WINDOWS: Final = {
    "phone": ViewportSize(width=390, height=844),
    "desktop": ViewportSize(width=1280, height=900),
}

#: Opens all that is folded on a page.
UNFOLD: Final = "for (const details of document.querySelectorAll('details')) details.open = true"

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
    "/checks/standby-poster/",
    "/ratings/",
    "/ratings/false/",
    "/browse/",
    "/topics/",
    "/topics/ukraine/",
    "/topics/astronomy/",
    "/archive/",
    "/archive/2026/",
    "/languages/ar/",
    "/claimants/",
    "/corrections/",
    "/feeds/",
    "/review-due/",
    "/search/",
    "/search/?q=moon",
    "/data/",
    "/data/fields/",
    "/about/",
    "/404.html",
)

#: What other sites show in frames, opened by itself: too small for a menu.
EMBEDS: Final = (
    "/embed/coalition-of-the-willing-troop-plans/",
    "/embed/coalition-of-the-willing-troop-plans/us-member.html",
    "/embed/on-this-day-post/",
    "/embed/risala-ar/khufu-tallest.html",
    "/embed/standby-poster/",
    "/embed/404.html",
)
