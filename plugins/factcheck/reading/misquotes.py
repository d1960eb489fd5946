"""
What to tell an editor whose quote is not found once: the nearest words, or the context to paste.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from factcheck.model.factcheck import Anchor
from factcheck.model.values import quoted
from factcheck.model.verdict import Quote
from factcheck.reading.anchoring import Ground
from factcheck.reading.folding import fold

#: Below this likeness (0 to 100) the nearest words are no help.
LIKE_ENOUGH: Final = 60
#: Searching for likeness takes time with the length of the text; beyond this it is not done.
MOST_CHARACTERS: Final = 500_000
MOST_TOLD: Final = 3
MOST_CONTEXT_WORDS: Final = 12


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
    context = " with this context" if quote.prefix or quote.suffix else ""
    message = f"this quote is not found{context} in {document}"
    near = _nearest(ground, quote.exact)
    if near is None:
        return message, "copy the words from the document, exactly as they stand there"
    words = ground.document.text[near.start : near.end]
    line = ground.document.line_at(near.start)
    told = " ".join(words.split())
    message = f"{message}; the nearest words stand on its line {line}: {quoted(told, most=200)}"
    return message, _differences(told, " ".join(quote.exact.split()))


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
    lines = ", ".join(str(ground.document.line_at(anchor.start)) for anchor in found[:10])
    message = (
        f"this quote stands {len(found)} times in {document} (lines {lines}); say which is meant"
    )
    told = found[:MOST_TOLD]
    choices = [_selector(ground, quote, anchor, found) for anchor in told]
    lines_told = [f"line {ground.document.line_at(anchor.start)}" for anchor in told]
    pasted = "\n".join(
        f"{line}: {choice}" for line, choice in zip(lines_told, choices, strict=True)
    )
    return message, f"paste one of these:\n{pasted}"


def _selector(ground: Ground, quote: Quote, anchor: Anchor, found: list[Anchor]) -> str:
    """Give the least context that tells one place from all others, as YAML."""
    text = ground.document.text
    before = text[max(0, anchor.start - 400) : anchor.start]
    after = text[anchor.end : anchor.end + 400]
    for count in range(1, MOST_CONTEXT_WORDS + 1):
        prefix, suffix = _last_words(before, count), _first_words(after, count)
        if _tells_apart(ground, anchor, found, prefix, ""):
            return _yaml(quote.exact, prefix, "")
        if _tells_apart(ground, anchor, found, prefix, suffix):
            return _yaml(quote.exact, prefix, suffix)
    return _yaml(quote.exact, _last_words(before, MOST_CONTEXT_WORDS), "")


def _tells_apart(
    ground: Ground, anchor: Anchor, found: list[Anchor], prefix: str, suffix: str
) -> bool:
    before, after = fold(prefix).text.strip(), fold(suffix).text.strip()
    folded = ground.folded
    if not (before or after):
        return False
    return not any(
        other != anchor
        and folded.text[: folded.index(other.start)].rstrip().endswith(before)
        and folded.text[folded.index(other.end) :].lstrip().startswith(after)
        for other in islice(found, 50)
    )


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _yaml(exact: str, prefix: str, suffix: str) -> str:
    parts = {"exact": exact, "prefix": prefix, "suffix": suffix}
    told = [
        f"{key}: {_quoted_yaml(' '.join(value.split()))}" for key, value in parts.items() if value
    ]
    return "quote: {" + ", ".join(told) + "}"


def _quoted_yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _nearest(ground: Ground, words: str) -> Anchor | None:
    wanted = fold(words).text.strip()
    folded = ground.folded
    if not wanted or len(folded.text) > MOST_CHARACTERS:
        return None
    found = fuzz.partial_ratio_alignment(wanted, folded.text, score_cutoff=LIKE_ENOUGH)
    if found is None or found.dest_end <= found.dest_start:
        return None
    # The span found starts or ends up to a few characters off: let it cover whole words.
    start = folded.text.rfind(" ", 0, found.dest_start + 1) + 1
    end = folded.text.find(" ", max(found.dest_end - 1, start + 1))
    return Anchor(*folded.origin(start, end if end > 0 else len(folded.text)))


def _differences(document: str, quote: str) -> str:
    there, here = document.split(), quote.split()
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
