"""
What to tell an editor whose quote is not found once: the nearest words, or the context to paste.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from factcheck.model.bounds import QUOTE_PLACES
from factcheck.model.factcheck import Anchor
from factcheck.model.values import quoted
from factcheck.model.verdict import Quote
from factcheck.reading import mends
from factcheck.reading.anchoring import Ground, look_for
from factcheck.reading.folding import fold, is_invisible

#: Below this likeness (0 to 100) the nearest words are no help.
LIKE_ENOUGH: Final = 60
#: Searching for likeness takes so many times as long as searching for words, for each so many of
#: them.
LIKENESS: Final = 5
LIKENESS_STEP: Final = 64
#: A place is looked for in so many ways by its context.
CONTEXT: Final = 4
GENERAL: Final = "copy the words from the document, exactly as they stand there"
#: Of a longer quote only the beginning is likened, and only so many words are compared one by one.
MOST_LIKENED: Final = 400
MOST_WORDS: Final = 120
MOST_TOLD: Final = 3
MOST_LINES: Final = 10
#: A longer passage is not shown for pasting.
MOST_PASSAGE: Final = 400
#: Signs of Markdown, and what readers see of a link.
MARKUP: Final = re.compile(
    r"!?\[(?P<link>[^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)|\*+|`+|(?<!\w)_++|(?<!_)_++(?!\w)|~~"
    r"|(?:^|(?<=\s))(?:#{1,6}|>+)(?=\s)|\\(?=[^\w\s])"
)
ELLIPSIS: Final = re.compile(r"(?:[\[(]\s*+)?(?:…|\.{3,})(?:\s*+[\])])?")
#: How many words of context are tried, the fewest first, and how far they are looked for.
CONTEXT_WORDS: Final = (1, 2, 3, 4, 6, 8, 12, 16)
CONTEXT_REACH: Final = 400
#: How far off the beginning and the end of the nearest words are looked for.
SLACK: Final = 20
REACH: Final = 200
#: A word with the punctuation around it, and without.
WORD: Final = re.compile(r"[^\w\s]*(?P<bare>\w(?:\S*\w)?)[^\w\s]*")


def not_found(ground: Ground, quote: Quote, document: str) -> tuple[str, str]:
    """
    Say that a quote is not in the document, and what was probably meant.

    Args:
        ground: The document.

        quote: The quote.

        document: The document's name.

    Returns:
        A message and a hint.
    """
    message = f"this quote is not found in {document}"
    if ground.is_exhausted:
        return f"too much in {document} is nearly like the quotes to tell their places", GENERAL
    if found := _found(ground, quote.exact):
        return _wrong_context(ground, quote, found, document)
    if slip := _marked_up(ground, quote, document) or _left_out(ground, quote, document):
        return slip
    near = nearest(ground, quote.exact)
    if near is None:
        return message, GENERAL
    words = ground.document.text[near.start : near.end]
    line = ground.document.line_at(near.start)
    told = one_line(words)
    message = f"{message}; the nearest words stand on its line {line}: {quoted(told, most=200)}"
    return message, _differences(told, one_line(quote.exact)) or GENERAL


def ambiguous(ground: Ground, quote: Quote, found: list[Anchor], document: str) -> tuple[str, str]:
    """
    Say that a quote stands in several places, and what to paste to choose one.

    Args:
        ground: The document.

        quote: The quote.

        found: All its places, two or more.

        document: The document's name.

    Returns:
        A message and a hint.
    """
    lines = _lines(ground, found)
    number = (
        f"{len(found)} times" if len(found) < QUOTE_PLACES else f"{QUOTE_PLACES} times or more"
    )
    message = f"this quote stands {number} in {document} (lines {lines}); say which is meant"
    return message, _choices(ground, quote, found)


def _marked_up(ground: Ground, quote: Quote, document: str) -> tuple[str, str] | None:
    """Say that Markdown's signs were copied, if the words are found without them."""
    bare = " ".join(MARKUP.sub(r"\g<link>", MARKUP.sub(r"\g<link>", quote.exact)).split())
    found = _found(ground, bare) if bare != quote.exact else []
    if not found:
        return None
    message = f"this quote is found in {document} only without its Markdown signs"
    words = one_line(ground.document.text[found[0].start : found[0].end])
    hint = "leave out the Markdown signs; readers do not see them"
    return message, f"{hint}:\nquote: {mends.in_marks(words)}"


def _left_out(ground: Ground, quote: Quote, document: str) -> tuple[str, str] | None:
    """Say that no words can be left out, if what stands around the dots is found."""
    parts = [part.strip() for part in ELLIPSIS.split(quote.exact)]
    if len(parts) == 1:
        return None
    found = [_found(ground, part) for part in parts if part]
    if not found or not all(found):
        return None
    message = f"this quote is not found in {document}; its parts around the dots are"
    hint = "a quote cannot leave words out; quote one part, or the whole passage"
    start = found[0][0].start
    ends = [anchor.end for anchor in found[-1] if anchor.end > start]
    words = one_line(ground.document.text[start : ends[0]]) if ends else ""
    if not 0 < len(words) <= MOST_PASSAGE:
        return message, hint
    return message, f"{hint}:\nquote: {mends.in_marks(words)}"


def _found(ground: Ground, words: str) -> list[Anchor]:
    """Look for other words, of which nothing may be left to be seen, while patience lasts."""
    return look_for(ground, Quote.model_construct(exact=words)) if ground.may_look() else []


def _wrong_context(
    ground: Ground, quote: Quote, found: list[Anchor], document: str
) -> tuple[str, str]:
    """Say that the words are there, but not between what was said to stand around them."""
    lines = _lines(ground, found)
    if len(found) == 1:
        message = f"these words stand in {document} on line {lines}, but not in this context"
        return message, "leave out prefix and suffix: the words stand there only once"
    message = f"these words stand in {document} on lines {lines}, but never in this context"
    return message, _choices(ground, quote, found)


def _lines(ground: Ground, found: list[Anchor]) -> str:
    told = [str(ground.document.line_at(anchor.start)) for anchor in found[:MOST_LINES]]
    more = len(found) - len(told)
    return ", ".join(told) + (f" and {more} more" if more else "")


def _choices(ground: Ground, quote: Quote, found: list[Anchor]) -> str:
    """Give what to paste for the first places, as far as their surroundings differ."""
    exact = one_line(quote.exact)
    selectors = [(anchor, selector(ground, exact, anchor)) for anchor in found[:MOST_TOLD]]
    if ground.patience.is_over:
        return "add prefix: or suffix: with the words just before or after it"
    told = [
        f"line {ground.document.line_at(anchor.start)}: {pasted(selector)}"
        for anchor, selector in selectors
        if selector
    ]
    if not told:
        return "what stands around it is the same everywhere: quote more words"
    more = len(found) - len(selectors)
    others = f" (or write the like for one of the {more} other places)" if more else ""
    return "\n".join([f"paste one of these{others}:", *told])


def selector(ground: Ground, exact: str, anchor: Anchor) -> Quote | None:
    """
    Give the least context that finds one place alone, if a little context does.

    Args:
        ground: The document.

        exact: The words, on one line.

        anchor: The place.
    """
    text = ground.document.text
    before = one_line(text[max(0, anchor.start - CONTEXT_REACH) : anchor.start]).split(" ")
    after = one_line(text[anchor.end : anchor.end + CONTEXT_REACH]).split(" ")
    for count in CONTEXT_WORDS:
        prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
        for context in ((prefix, ""), ("", suffix), (prefix, suffix)):
            if not ground.may_look(CONTEXT):
                return None
            selector = Quote(exact=exact, prefix=context[0], suffix=context[1])
            if look_for(ground, selector) == [anchor]:
                return selector
    return None


def one_line(text: str) -> str:
    """
    Return words that can be pasted: what nobody sees left out, as in ``folding``.
    """
    return " ".join("".join(sign for sign in text if not is_invisible(sign)).split())


def pasted(selector: Quote) -> str:
    """
    Return what is typed for a quote, on one line and safe in YAML.
    """
    if not (selector.prefix or selector.suffix):
        return f"quote: {mends.in_marks(selector.exact)}"
    parts = {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    told = [f"{key}: {mends.in_marks(value)}" for key, value in parts.items() if value]
    return "quote: {" + ", ".join(told) + "}"


def nearest(ground: Ground, words: str) -> Anchor | None:
    """
    Return the place of the words that are most like others, if any are like enough.
    """
    wanted = fold(words[:MOST_LIKENED]).text.strip()
    folded = ground.folded
    if not wanted or not ground.may_look(LIKENESS * (1 + len(wanted) // LIKENESS_STEP)):
        return None
    found = fuzz.partial_ratio_alignment(wanted, folded.text, score_cutoff=LIKE_ENOUGH)
    if found is None or found.dest_end <= found.dest_start:
        return None
    spans = _spans_of_words(folded.text, found.dest_start, found.dest_end)
    likeness = {span: fuzz.ratio(wanted, folded.text[slice(*span)]) for span in spans}
    best = max(spans, key=likeness.__getitem__)
    # A piece of a word may be like enough, and its whole word be another.
    return Anchor(*folded.origin(*best)) if likeness[best] >= LIKE_ENOUGH else None


def _spans_of_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the stretches of whole words near one that starts or ends a few characters off."""
    reach = text.rfind(" ", max(0, start - REACH), max(0, start - SLACK)) + 1
    reach = reach or max(0, start - SLACK)
    words = [word for word in WORD.finditer(text, reach, end + 2 * SLACK) if word["bare"]]
    starts = {at for word in words for at in (word.start(), word.start("bare"))}
    ends = {at for word in words for at in (word.end(), word.end("bare"))}
    spans = [
        (first, last)
        for first in sorted(at for at in starts if abs(at - start) <= SLACK)
        for last in sorted(at for at in ends if abs(at - end) <= SLACK)
        if first < last
    ]
    return spans or [(start, end)]


def _differences(document: str, quote: str) -> str:
    there, here = document.split()[:MOST_WORDS], quote.split()[:MOST_WORDS]
    changes = [
        (" ".join(there[a:b]), " ".join(here[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, there, here, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    told = [_difference(has, says) for has, says in changes[:MOST_TOLD]]
    more = len(changes) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _difference(document: str, quote: str) -> str:
    if not quote:
        return f"the document also has {quoted(document)}"
    if not document:
        return f"the document does not have {quoted(quote)}"
    return f"the document has {quoted(document)} where the quote has {quoted(quote)}"
