"""
Draw the odd texts as share cards, twelve on a sheet, to be looked at: sheets.py FOLDER [FONT ...].

Fonts that are named are asked after the theme's. Tells what a card takes, too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

import specimens
from factcheck.adapters.drawing.card import HEIGHT, WIDTH, Artist
from factcheck.publishing.cards import SHAPE, CardBadge, CardView
from factcheck.publishing.palette import BLACK, WHITE, Palette
from factcheck.publishing.templates import Templates
from factcheck.publishing.words import direction
from factcheck.usecases.cards import TOKENS, card_fonts
from odd_texts import ODD_TEXTS, OddText
from PIL import Image
from specimens import ROOT

#: Cards on a sheet, across and in all, and how small each is there.
ACROSS, ON_SHEET, SHRUNK = 3, 12, 2
GAP: Final = 12
TIMES: Final = 20


def main(folder: Path, fonts: Iterable[Path]) -> None:
    """
    Write the sheets, and say what was measured.
    """
    folder.mkdir(parents=True, exist_ok=True)
    project = replace(specimens.project(ROOT), card_fonts=tuple(fonts))
    artist, cards = Artist(card_fonts(project)), [*views(ODD_TEXTS)]
    for number, start in enumerate(range(0, len(cards), ON_SHEET), start=1):
        sheet(artist.draw(one) for one in cards[start : start + ON_SHEET]).save(
            folder / f"cards-{number}.png"
        )
    bare = [one.text for one in cards if artist.lacks(one)]
    taken, sizes = measured(artist, cards)
    sys.stdout.write(
        f"{len(cards)} cards in {folder}, {len(bare)} of them without their words; "
        f"{taken * 1000:.1f} ms and {sizes / 1000:.0f} kB a card (median)\n"
    )


def views(texts: Iterable[OddText]) -> Iterator[CardView]:
    """
    Give a card of each text, with one rating after the other.
    """
    templates = Templates(ROOT / "theme")
    palette = Palette((ROOT / "theme" / TOKENS).read_text(encoding="utf-8"))
    for text, rating in zip(texts, cycle(specimens.scales().default.ratings), strict=False):
        words = templates.languages.or_english(text.language)
        is_rtl = direction(text.language) == "rtl"
        name = rating.colour.value
        badge = CardBadge(
            rating.label_in(text.language),
            rating.language_of_label(text.language),
            templates.part(SHAPE, "shape", rating.shape.value, words),
            palette.colour(f"rating-{name}-ink", BLACK),
            palette.colour(f"rating-{name}-fill", WHITE),
        )
        yield CardView(
            site="The Example Desk",
            desk="",
            kind=words.say("on a share card, above a claim", "Claim"),
            notice=words.say("sentence", "This is a sample."),
            language=words.language,
            is_rtl=is_rtl,
            text=text.text,
            text_language=text.language,
            is_text_rtl=is_rtl,
            badge=badge,
            counts="",
            page_colour=palette.colour("color-page", WHITE),
            text_colour=palette.colour("color-text", BLACK),
        )


def sheet(drawn: Iterable[bytes]) -> Image.Image:
    """
    Put cards together.
    """
    wide, high = WIDTH // SHRUNK + GAP, HEIGHT // SHRUNK + GAP
    whole = Image.new("RGB", (ACROSS * wide, ON_SHEET // ACROSS * high), "grey")
    for at, data in enumerate(drawn):
        card = Image.open(BytesIO(data)).convert("RGB").reduce(SHRUNK)
        whole.paste(card, (at % ACROSS * wide, at // ACROSS * high))
    return whole


def measured(artist: Artist, cards: list[CardView]) -> tuple[float, float]:
    """
    Return the seconds of a core and the bytes that a card takes among many, each with a new text.
    """
    times, sizes = list[float](), list[int]()
    for card in cards:
        for number in range(TIMES):
            another = card._replace(text=f"{number} {card.text}")
            begun = process_time()
            sizes.append(len(artist.draw(another)))
            times.append(process_time() - begun)
    return median(times), median(sizes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
