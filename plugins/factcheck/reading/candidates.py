"""
The sentences of a document as claims to keep or delete, and the place of each proved.

Rule 1: a candidate's words are found once in the document, as a quote of a sidecar is; where they
stand twice, with as much of what is around them as it takes. What cannot be proved is left out.
Rule 2: a candidate is what a reader of the document sees: nothing that deceives is quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

from factcheck.model.characters import deceiving
from factcheck.model.document import Block, BlockKind, Document
from factcheck.model.factcheck import Anchor
from factcheck.model.verdict import Quote
from factcheck.reading.anchoring import Ground, cut_word, places
from factcheck.reading.checkworthy import Judged, Kind, has_rules, judge
from factcheck.reading.sentences import sentence_spans

#: A quote is no longer than this, in characters: who reads a claim reads it whole.
LONGEST: Final = 400
#: What is shorter says too little to be checked.
SHORTEST: Final = 12
#: So many are proposed where none, or in a language without rules too few, give a reason to.
FEWEST: Final = 3
#: So many candidates may fail to be proved for each that is wanted.
TRIALS: Final = 4
#: How many words of what stands around a quote are tried, to tell it from its like.
AROUND: Final = (2, 4, 8, 16)
#: Sentences of other kinds that are shown.
MOST_OTHERS: Final = 12

#: A line that ends here may end a sentence; a shorter one without it, than this share, is a title.
ENDS: Final = re.compile(r"[.!?…:;,。！？।؟۔][\"”’»)\]]*\Z")  # noqa: RUF001 - signs of many scripts
#: What a text that was cut short does not end with.
UNFINISHED: Final = " ,;:—–-\n"  # noqa: RUF001 - dashes
SHORT_LINE: Final = 0.6
#: Who speaks, at the beginning of a line of a transcript.
SPEAKER: Final = re.compile(
    r"^([^\W\d_a-z][\w.’'() -]{1,50}):[ \t]+(?=\S)",  # noqa: RUF001 - an apostrophe
    re.MULTILINE,
)
#: So many lines begin so, and somebody speaks twice.
TRANSCRIPT: Final = 4


class Candidate(NamedTuple):
    """
    Words of the document that may be a claim.
    """

    quote: Quote

    #: Where they begin in the document's text, in code points, and on which line of its source.
    start: int
    line: int
    judged: Judged

    #: Who says them; empty where the document does not tell.
    speaker: str = ""


class Candidates(NamedTuple):
    """
    What of a document may be worth checking, and what is no statement.
    """

    #: The most worth checking first.
    claims: tuple[Candidate, ...]

    #: Opinions, predictions and questions, in the order of the document.
    others: tuple[Candidate, ...]

    #: How many sentences were looked at.
    sentences: int


class _Sentence(NamedTuple):
    start: int
    end: int
    speaker: str = ""


def is_transcript(text: str) -> bool:
    """
    Tell whether the lines of a text say who speaks.
    """
    speakers = Counter(found[1] for found in islice(SPEAKER.finditer(text), 1_000))
    return speakers.total() >= TRANSCRIPT and max(speakers.values()) > 1


def candidates(document: Document, language: str, most: int) -> Candidates:
    """
    Find what is most worth checking in a document.

    Args:
        document: The document.

        language: BCP 47; the document's.

        most: How many claims to propose.
    """
    spoken = is_transcript(document.text)
    every = list(_sentences(document, language, spoken=spoken))
    sentences = [one for one in every if one.end - one.start >= SHORTEST] or every
    judged = judge([document.text[one.start : one.end] for one in sentences], language)
    ranked = sorted(
        zip(judged, sentences, strict=True), key=lambda pair: (-pair[0].score, pair[1].start)
    )
    told = [pair for pair in ranked if pair[0].kind is Kind.STATEMENT and pair[0].reasons]
    rest = [pair for pair in ranked if pair[0].kind is Kind.STATEMENT and not pair[0].reasons]
    others = [pair for pair in ranked if pair[0].kind is not Kind.STATEMENT]
    ground = Ground(document)
    claims = tuple(_proved(ground, told, most))
    if not claims or (len(claims) < FEWEST and not has_rules(language)):
        claims += tuple(_proved(ground, rest, min(FEWEST, most) - len(claims)))
    if not claims:  # a sidecar wants one, whatever it is
        claims = tuple(_proved(ground, others, 1))
        others = [pair for pair in others if not claims or pair[0] is not claims[0].judged]
    shown = sorted(_proved(ground, others, MOST_OTHERS), key=lambda one: one.start)
    return Candidates(claims, tuple(shown), len(sentences))


def _proved(
    ground: Ground, ranked: Iterable[tuple[Judged, _Sentence]], most: int
) -> Iterator[Candidate]:
    """Give as many candidates as are wanted, each at its one place."""
    tried: set[str] = set()
    found = 0
    for judged, sentence in ranked:
        anchor = _shortened(ground.document, sentence)
        words = _seen(ground.document.text[anchor.start : anchor.end])
        if found == most or len(tried) == most * TRIALS:
            return
        if words in tried:
            continue
        tried.add(words)
        place = _place(ground, anchor, words)
        quote = place and _quote(ground, place, words)
        if place and quote:
            found += 1
            line = ground.document.line_at(place.start)
            yield Candidate(quote, place.start, line, judged, sentence.speaker)


def _place(ground: Ground, anchor: Anchor, exact: str) -> Anchor | None:
    """Return where a sentence's words stand: without what is hidden at its ends, further in."""
    found = places(ground, Quote(exact=exact)) if exact else []
    place = next((one for one in found if anchor.start <= one.start < one.end <= anchor.end), None)
    return None if place is None or cut_word(ground.document.text, place) else place


def _quote(ground: Ground, place: Anchor, exact: str) -> Quote | None:
    """Return what a sidecar quotes such words by; None where it cannot be told from others."""
    around = (Quote(exact=exact, **beside) for beside in _around(ground.document.text, place))
    quotes = chain([Quote(exact=exact)], around)
    return next((quote for quote in quotes if places(ground, quote) == [place]), None)


def _around(text: str, place: Anchor) -> Iterator[dict[str, str]]:
    """Give what stands before and after some words, a little first and then more."""
    before = _seen(text[max(0, place.start - LONGEST) : place.start]).split()
    after = _seen(text[place.end : place.end + LONGEST]).split()
    for words in AROUND:
        prefix, suffix = " ".join(before[-words:]), " ".join(after[:words])
        if prefix:
            yield {"prefix": prefix}
        if suffix:
            yield {"suffix": suffix}
        if prefix and suffix:
            yield {"prefix": prefix, "suffix": suffix}


def _seen(text: str) -> str:
    """Return a text on one line, without what cannot be seen; a quote is found without it."""
    # What is harmless between letters may be hidden once it stands first.
    while hidden := list(deceiving(text)):
        for found in reversed(hidden):
            text = text[: found.at] + text[found.end :]
    return " ".join(text.split())


def _sentences(document: Document, language: str, *, spoken: bool) -> Iterator[_Sentence]:
    speaker = ""
    for block in document.blocks:
        if block.kind is BlockKind.IMAGE:
            continue
        for start, end, name in _stretches(block, spoken=spoken):
            speaker = name or speaker
            for first, last in sentence_spans(block.text[start:end], language):
                words = block.text[start + first : start + last]
                lead = len(words) - len(words.lstrip())
                if _seen(words):
                    at = block.start + start + first + lead
                    yield _Sentence(at, at + len(words.strip()), speaker)


def _stretches(block: Block, *, spoken: bool) -> Iterator[tuple[int, int, str]]:
    """Part a block where a line surely ends a sentence, or somebody else begins to speak."""
    starts = [(0, 0, "")]
    if block.keeps_space:
        starts += [(at, at, "") for at in _line_starts(block.text)]
    if spoken:
        starts += [(one.start(), one.end(), one[1]) for one in SPEAKER.finditer(block.text)]
    # Where both begin, who speaks is known.
    cuts = {start: (begin, name) for start, begin, name in starts}
    ordered = sorted(cuts)
    for start, end in zip(ordered, [*ordered[1:], len(block.text)], strict=True):
        begin, name = cuts[start]
        yield begin, end, name


def _line_starts(text: str) -> Iterator[int]:
    """Give where lines begin after one that is a title or an entry: short, and without an end."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    at = 0
    for line in lines[:-1]:
        at += len(line) + 1
        if len(line) < SHORT_LINE * longest and not ENDS.search(line.rstrip()):
            yield at


def _shortened(document: Document, sentence: _Sentence) -> Anchor:
    """Return a sentence's place; of a very long one that of its beginning, in whole words."""
    start, end = sentence.start, sentence.end
    if end - start <= LONGEST or len(_seen(document.text[start:end])) <= LONGEST:
        return Anchor(start, end)
    words = document.text[start : start + LONGEST]
    cut = max(words.rfind(" "), words.rfind("\n"))
    return Anchor(start, start + len(words[: cut if cut > 0 else LONGEST].rstrip(UNFINISHED)))
