"""
English: what stands in sentences that fact-checkers take up.

The lists hold words of any news, none of a country's politics. Their weights were fitted on
transcripts of speeches and debates; docs/checkworthy.md tells how, and what came of it.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.reading.checkworthy.rules import Cue, Kind, RuleSet, listed

FIGURE: Final = Cue("figure", 0.7, signs=re.compile(r"(?<![^\W_])[$€£¥]?\d"))
SHARE: Final = Cue(
    "share or money",
    0.7,
    listed("percent percentage percentages dollar dollars euro euros pounds cents"),
    re.compile(r"[$€£¥%]|\bper cent\b"),
)
LARGE: Final = Cue(
    "large number",
    0.7,
    listed(
        """hundred hundreds thousand thousands million millions billion billions trillion
        trillions dozen dozens half third thirds quarter quarters double doubled triple tripled
        twice"""
    ),
)
CHANGE: Final = Cue(
    "change",
    0.6,
    listed(
        """increase increased increases increasing decrease decreased decreases decreasing rise
        rises risen rising rose fall falls fell fallen falling drop drops dropped dropping grow
        grows grew grown growth cut cuts lost losing gained up down soared plunged surged decline
        declined declining raise raised raising reduce reduced reduction reducing"""
    ),
)
SUPERLATIVE: Final = Cue(
    "superlative",
    0.6,
    listed(
        """highest lowest largest biggest smallest longest fastest worst best most least first
        last fewest greatest record ever single only"""
    ),
    re.compile(r"\ball-time\b|\bin history\b|\b(?:year|decade)s?[- ](?:low|high)\b"),
)
COMPARISON: Final = Cue(
    "comparison",
    0.2,
    listed(
        """more less fewer higher lower larger bigger smaller longer better worse greater than
        compared"""
    ),
)
CAUSE: Final = Cue(
    "cause",
    0.4,
    listed(
        """because cause caused causes causing result resulted results created creates
        responsible killed destroyed destroys"""
    ),
    re.compile(r"\b(?:led|leads|due|thanks) to\b"),
)
ATTRIBUTION: Final = Cue(
    "attribution",
    0.4,
    listed(
        """said says saying told called calls announced claimed claims stated stating wrote
        admitted denied testified reported reports quoted confirmed warned expressed"""
    ),
    re.compile(r"\baccording to\b"),
)
#: By hand: what is spoken has no marks, so the transcripts tell nothing of it.
QUOTATION: Final = Cue("quotation", 0.4, signs=re.compile(r"[\"“”«»„]"))
ACT: Final = Cue(
    "act on record",
    0.8,
    listed(
        """vote voted votes supported supports opposed opposes signed passed approved appointed
        banned vetoed sponsored endorsed proposed pledged promised agreed refused ordered started
        gave given paid pay pays spent spending built sent sold bought established founded formed
        against"""
    ),
    re.compile(r"\bin favou?r of\b|\bwants to\b"),
)
TIME: Final = Cue(
    "date or time",
    0.2,
    listed(
        """yesterday year years month months week weeks decade decades century centuries ago since
        during january february march april june july august september october november
        december"""
    ),
    re.compile(r"\b(?:1[89]|20)\d\d\b"),
)
OPINION: Final = Cue(
    "opinion",
    -0.3,
    listed(
        """wonderful beautiful terrific amazing proud honor honour great tremendous nice fantastic
        frankly god bless"""
    ),
    re.compile(
        r"\bi (?:think|believe|feel|hope|guess|mean|like|love|want|respect)\b|\bmy opinion\b"
    ),
)
PREDICTION: Final = Cue(
    "prediction",
    -0.4,
    listed(
        """will shall would won't wouldn't gonna should must could might may can let's i'll we'll
        they'll he'll she'll it'll you'll"""
    ),
    re.compile(r"\b(?:going|need|needs|have|has) to\b|\blet us\b"),
)
COURTESY: Final = Cue(
    "courtesy",
    -0.5,
    listed(
        """thank thanks please welcome congratulations okay ok yes well hello applause laughter
        sorry excuse ladies folks"""
    ),
    re.compile(r"\bgo ahead\b"),
)
FIRST_PERSON: Final = Cue("first person", -0.5, listed("i me my i'm i've i'd i'll"))
QUESTION: Final = Cue("question", -0.8, signs=re.compile(r"\?[\s\"”')]*$"))
SOME_WORDS: Final = Cue("six words", 0.4, length=6)
MORE_WORDS: Final = Cue("ten words", 0.5, length=10)

TELLS_OF_TODAY: Final = frozenset({ATTRIBUTION.name})
RESTS_ON_FACTS: Final = TELLS_OF_TODAY | {FIGURE.name, LARGE.name, SHARE.name, ACT.name}

RULES: Final = RuleSet(
    cues=(
        FIGURE,
        SHARE,
        LARGE,
        TIME,
        QUOTATION,
        ATTRIBUTION,
        SUPERLATIVE,
        COMPARISON,
        CHANGE,
        CAUSE,
        ACT,
        OPINION,
        PREDICTION,
        COURTESY,
        FIRST_PERSON,
        QUESTION,
        SOME_WORDS,
        MORE_WORDS,
    ),
    kinds=(
        (QUESTION.name, Kind.QUESTION, frozenset()),
        (PREDICTION.name, Kind.PREDICTION, TELLS_OF_TODAY),
        (OPINION.name, Kind.OPINION, RESTS_ON_FACTS),
        (COURTESY.name, Kind.OPINION, RESTS_ON_FACTS),
    ),
)
