"""
What must hold for any bytes, as functions that a fuzzer calls: ``make fuzz``.

Each takes the bytes that a fuzzer made, and raises where a promise is broken. None needs the
fuzzer, so that a test can run them on what was found before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final

from factcheck.diagnostics import CODES, Problem
from factcheck.doors import messages
from factcheck.model import bounds
from factcheck.model.verdict import Quote
from factcheck.reading import misquotes
from factcheck.reading.anchoring import Ground, places
from factcheck.reading.documents import FORMATS, read_document
from factcheck.reading.folding import MOST_MARKS, fold
from factcheck.reading.sidecar import read_sidecar
from factcheck.reading.source import LINE_END
from soundness import assert_sound
from specimens import scales

SCALES: Final = scales()
ENDINGS: Final = tuple(sorted(FORMATS))
#: The fuzzer's first bytes choose; the rest is the text.
CHOICES: Final = 3
#: More marks on one letter than are folded together.
PILED: Final = re.compile(rf"[\u0300-\u036f]{{{MOST_MARKS},}}")


def sidecar(data: bytes) -> None:
    """
    Any bytes are a sidecar, or refused with places within the file and known codes.
    """
    found = read_sidecar(data, "a.verdict.yaml", SCALES)

    assert found.verdict is not None or found.problems
    _are_told(found.problems, found.source.lines)


def document(data: bytes) -> None:
    """
    Any bytes are a document, or refused; a text file keeps every character.
    """
    if not data:
        return
    ending, data = ENDINGS[data[0] % len(ENDINGS)], data[1:]
    found, problems = read_document(data, f"a{ending}")

    assert found is not None or problems
    text = found.text if found else ""
    lines = LINE_END.split(data.decode(_encoding(data), "replace"))
    _are_told(problems, lines if found else None)
    if found:
        assert_sound(found, len(lines))
    if ending == ".txt" and found:
        kept = [line for line in LINE_END.split(_decoded(data)) if line.strip()]
        assert text == "\n".join(kept)


def anchoring(data: bytes) -> None:
    """
    Whatever is copied from a text is found where it stands, with and without its surroundings.
    """
    text = data[CHOICES:].decode("utf-8", "ignore")
    found, _ = read_document(text.encode(), "a.txt")
    if found is None or PILED.search(found.text):
        return
    whole = found.text
    start = int.from_bytes(data[:2]) % len(whole)
    end = min(len(whole), start + 1 + data[2])
    words = whole[start:end].strip()
    start = whole.index(words, start) if words else start
    end = start + len(words)
    if not fold(words).text.strip() or _cuts(whole, end):
        return
    ground = Ground(found)
    _is_found(ground, Quote.model_construct(exact=words), start, end)
    for reach in (1, 7, 30):
        before, after = max(0, start - reach), min(len(whole), end + reach)
        if not (_cuts(whole, before) or _cuts(whole, after) or _cuts(whole, start)):
            prefix, suffix = whole[before:start], whole[end:after]
            quote = Quote.model_construct(exact=words, prefix=prefix, suffix=suffix)
            _is_found(ground, quote, start, end)
    _is_explained(ground, words)


TARGETS: Final[MappingProxyType[str, Callable[[bytes], None]]] = MappingProxyType(
    {target.__name__: target for target in (sidecar, document, anchoring)}
)


def _are_told(problems: Sequence[Problem], lines: list[str] | None) -> None:
    """Every problem has a known code and a place, and can be told in every form."""
    for problem in problems:
        assert problem.code in CODES
        assert problem.message
        assert problem.line >= 1
        assert problem.column >= 1
        assert lines is None or problem.line <= len(lines)
    for form in messages.FORMATS.values():
        form(problems).encode()


def _encoding(data: bytes) -> str:
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def _decoded(data: bytes) -> str:
    return data.decode(_encoding(data)).removeprefix("\ufeff")


def _cuts(text: str, at: int) -> bool:
    """Tell whether an offset stands between a letter and its mark."""
    return at < len(text) and bool(unicodedata.combining(text[at]))


def _is_found(ground: Ground, quote: Quote, start: int, end: int) -> None:
    found = [(anchor.start, anchor.end) for anchor in places(ground, quote)]
    assert (start, end) in found or len(found) == bounds.QUOTE_PLACES
    assert found == sorted(set(found))


def _is_explained(ground: Ground, words: str) -> None:
    """There is something to say of the words, found or not, once or often."""
    for exact in (words, f"{words[: len(words) // 2]}x{words[len(words) // 2 :]}", words[::-1]):
        quote = Quote.model_construct(exact=exact)
        found = places(ground, quote) if fold(exact).text.strip() else []
        told = (
            misquotes.ambiguous(ground, quote, found, "a.txt")
            if found
            else misquotes.not_found(ground, quote, "a.txt")
        )
        assert all(told)
