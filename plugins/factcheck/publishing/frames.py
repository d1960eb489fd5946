"""
Frames in which other sites show a fact-check: the code for one, and how high it has to be.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Final, NamedTuple

from markupsafe import escape

from factcheck.model.factcheck import FactCheck, RuledClaim
from factcheck.publishing.addresses import Record, absolute, embed_path
from factcheck.publishing.views.embeds import EmbedView, embed_view

#: Pixels: how wide a frame is where there is room.
WIDTH: Final = 600

#: Pixels for words in the narrowest frame that is made for: 300, without its edge.
ROOM: Final = 264

#: The largest size of letters and the height of a line, in pixels, as embed.css has them.
HEADING: Final = (20, 24)
REASON: Final = (16, 24)
SMALL: Final = (14, 21)

#: What an ordinary letter takes of its size, with what is lost where lines break; and how much
#: more a sign does that fills a square, as in Chinese.
LETTER: Final = 0.62
SQUARE: Final = 0.5
SQUARES: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60\U0001f000-\U0003ffff]"
)

#: Beside the lines: the edge, the rating, what lies between, and what a notice adds.
EDGE: Final = 38
RATING: Final = 40
GAP: Final = 8
NOTICE: Final = 16

#: What a sample's notice says is in no language longer than that.
SAMPLE: Final = "x" * 70

#: What is longer scrolls within its frame.
HIGHEST: Final = 1200

#: Code that no script of the frame's own page can come of: it may open what is linked, and no
#: more. Its own origin is what its style sheet is fetched from.
CODE: Final = (
    '<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" '
    'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" '
    'style="max-width:100%%;border:0"></iframe>'
)


class Frame(NamedTuple):
    """
    A frame on another site.
    """

    #: HTML, as text.
    code: str

    #: What is framed: its heading, and a link to it.
    heading: str
    href: str
    height: int


def frame(check: FactCheck, ruled: RuledClaim | None, record: Record) -> Frame | None:
    """
    Make the frame for a fact-check; none where the site offers none, or has no address yet.

    Args:
        check: The fact-check.

        ruled: One of its claims; None for the whole.

        record: Notes the link.
    """
    if not (record.site.embeds and record.site.url):
        return None
    path = embed_path(check.slug, ruled.claim.id if ruled else "")
    view = embed_view(check, ruled, record)
    height, heading = height_of(view), " ".join(view.title.split())
    # Without the rating: the code outlives it.
    title = record.words.say(
        "name of a frame on another site",
        "Fact-check by %(desk)s: %(title)s",
        desk=record.site.desk,
        title=heading,
    )
    # As text: a page that shows the code escapes it once more.
    code = CODE % (escape(absolute(record.site, path)), escape(title), WIDTH, height)
    return Frame(code, heading, record.to(path), height)


def height_of(view: EmbedView) -> int:
    """
    Return how high a frame must be, in pixels, so that nothing scrolls in a narrow one either.

    No browser is at hand: lines are counted by their letters, rather too many than too few.
    """
    foot = f"{view.link} · {view.published} · {view.updated}"
    height = EDGE + _height(view.heading, HEADING) + _height(view.reason, REASON)
    height += _height(view.kicker, SMALL) + _height(foot, SMALL)
    if view.rating:
        height += RATING
    if view.is_sample:
        height += NOTICE + _height(SAMPLE, SMALL)
    if view.correction:
        # Within its own edges there is a little less room.
        height += NOTICE + SMALL[1] + _height(" ".join(view.correction), SMALL)
    return min(height, HIGHEST)


def _height(text: str, letters: tuple[int, int]) -> int:
    size, line = letters
    signs = len(text) * LETTER
    if not text.isascii():
        signs += len(SQUARES.findall(text)) * SQUARE
    return ceil(signs * size / ROOM) * line + GAP
