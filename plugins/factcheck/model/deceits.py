"""
Patterns of what deceives in a text, and of what looks like it and does not.

Follows Unicode's UTR #36 and UAX #9, and the Trojan Source report (CVE-2021-42574): overrides,
embeddings and isolates reorder what is shown; tag and zero-width characters carry text that nobody
sees; control characters and non-characters mean nothing in a text; a stack of marks covers the
lines around it. Joiners and the implicit direction marks stay, because Persian, Arabic, Indic
scripts and emoji need them. What some writing needs stays where that writing has it, and deceives
anywhere else: selectors of a variant, fillers, the blank of Braille, soft hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

#: Reorder what is shown.
BIDI: Final = "\u202a-\u202e\u2066-\u2069"
#: Take no room and have no effect that a reader could see.
ZERO_WIDTH: Final = "\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
TAGS: Final = "\U000e0000-\U000e007f"
#: C0 but tab and line feed, DEL, C1, and lone surrogates.
CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
#: The 66 code points that are no characters: 32 together, and the last two of every plane.
NON_CHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
#: Letters without a shape, with which old encodings of Hangul filled gaps.
BLANKS: Final = "\u3164\uffa0"
ALWAYS: Final = f"{BIDI}{ZERO_WIDTH}{TAGS}{CONTROLS}{NON_CHARACTERS}{BLANKS}"

#: A soft hyphen says where a word may be broken: it stands between what is seen.
SOFT_HYPHEN: Final = "\xad"
#: Keeps marks apart that would be joined or reordered: it stands beside a mark.
GRAPHEME_JOINER: Final = "\u034f"
#: Of Mongolian: all of it, its selectors of a variant, and the gap before a word's last vowel.
MONGOLIAN: Final = "\u1800-\u180d\u180f-\u18af"
MONGOLIAN_SELECTORS: Final = "\u180b-\u180d\u180f"
MONGOLIAN_GAP: Final = "\u180e"
IDEOGRAPHS: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
IDEOGRAPH_SELECTORS: Final = "\U000e0100-\U000e01ef"
#: The blocks that hold what takes another selector (Unicode's StandardizedVariants.txt and
#: emoji-variation-sequences.txt): ideographs; keycaps; quotation marks and wide punctuation;
#: Myanmar, Phags-pa, Manichaean, hieroglyphs; mathematics, symbols and emoji.
VARIED: Final = (
    f"{IDEOGRAPHS}0-9#*\xa9\xae\u2018\u2019\u201c\u201d\u203c\u2049\u2100-\u2bff\u3001-\u3003"
    "\u3030\u303d\u3297\u3299\u1000-\u109f\ua840-\ua877\uaa60-\uaa7f\uff00-\uff1f"
    "\U00010ac0-\U00010aff\U00013000-\U0001345f\U0001d400-\U0001d7ff\U0001f000-\U0001faff"
)
SELECTORS: Final = "\ufe00-\ufe0f"
#: What belongs to the character before it without being a mark that is seen.
CLINGING: Final = f"{GRAPHEME_JOINER}{MONGOLIAN_SELECTORS}{IDEOGRAPH_SELECTORS}{SELECTORS}"
#: Jamo, of which Hangul's syllables are made; a filler stands for a first or middle one.
FIRST, FIRST_FILLER = "\u1100-\u115e\ua960-\ua97c", "\u115f"
MIDDLE, MIDDLE_FILLER = "\u1161-\u11a7\ud7b0-\ud7c6", "\u1160"
LAST: Final = "\u11a8-\u11ff\ud7cb-\ud7fb"

#: So many marks may stand on one letter: as many as a stack of Tibetan letters holds. Eight
#: accents just reach the line above.
MOST_MARKS: Final = 8
#: Cannot be seen, and leave a mark on the letter before: joiners, marks of direction, and others.
TRANSPARENT: Final = f"{CLINGING}\xad\u061c\u200c-\u200f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"


def _marks() -> str:
    """Return all marks that take no room of their own (UAX #44: Mn and Me), as ranges."""
    marks = (at for at in range(0x300, 0x1F000) if unicodedata.category(chr(at)) in {"Mn", "Me"})
    seen = (at for at in marks if not re.match(f"[{CLINGING}]", chr(at)))
    runs = (list(run) for _, run in groupby(enumerate(seen), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


MARKS: Final = _marks()
STACK: Final = re.compile(f"[{MARKS}{CLINGING}][{MARKS}{TRANSPARENT}]{{{MOST_MARKS},}}")

#: The flags of England, Scotland, Wales and others: their codes in tags, and an end.
FLAG: Final = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
#: Among dots a blank is a space; not looked for far, lest many lines of blanks take long.
BRAILLE: Final = "[\u2800\n]{0,200}+[\u2801-\u28ff][\u2800-\u28ff\n]*+"
OUT_OF_PLACE: Final = (
    rf"(?<![^\s{SOFT_HYPHEN}]){SOFT_HYPHEN}|{SOFT_HYPHEN}(?![^\s{SOFT_HYPHEN}])",
    f"(?<![{MARKS}]){GRAPHEME_JOINER}(?![{MARKS}])",
    f"(?<![{MONGOLIAN}])[{MONGOLIAN_SELECTORS}{MONGOLIAN_GAP}]",
    f"{MONGOLIAN_GAP}(?![{MONGOLIAN}])",
    f"(?<![{IDEOGRAPHS}])[{IDEOGRAPH_SELECTORS}]",
    f"(?<![{VARIED}])[{SELECTORS}]",
    f"{FIRST_FILLER}(?![{MIDDLE}]|{MIDDLE_FILLER}[{LAST}])",
    f"(?<![{FIRST}]){MIDDLE_FILLER}(?![{LAST}])",
    "\u2800++",
)
#: What deceives is the group ``found``; without it, what was found is harmless.
DECEIVING: Final = re.compile(
    f"{FLAG}|{BRAILLE}|(?P<found>{'|'.join((STACK.pattern, f'[{ALWAYS}]', *OUT_OF_PLACE))})"
)
#: Beyond the basic plane; many ranges of it in a pattern take ten times as long.
BEYOND: Final = "\U00010000-\U0010ffff"
#: How each of them begins; where nothing of this stands, there is nothing to look for.
SUSPECT: Final = re.compile(
    "[{}{}]".format(
        BEYOND,
        re.sub(
            f"[{BEYOND}](-[{BEYOND}])?",
            "",
            f"{ALWAYS}{MARKS}{CLINGING}{SOFT_HYPHEN}{MONGOLIAN_GAP}{FIRST_FILLER}{MIDDLE_FILLER}"
            "\u2800-\u28ff",
        ),
    )
)
