"""
The largest inputs that are read, and the smallest that are not: what ``docs/limits.md`` tells of.

All words are made up. Nothing here is random, so that two runs measure the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from factcheck.model import bounds

RATINGS: Final = Path(__file__).resolve().parents[1] / "content" / "ratings.yaml"
HEAD: Final = """\
title: A specimen of great size
status: published
language: en
published: 2026-11-22
authors: [Desk]
summary: A specimen that was made to measure a program.
document:
  kind: article
"""
UNPROVEN: Final = "    rating: unproven\n    reason: Nothing was looked for.\n"
WORDS: Final = "The bridge has four arches. "
LINE: Final = bounds.LINE_CHARACTERS


@dataclass(frozen=True)
class Files:
    """
    A project's files, as far as they are measured.
    """

    document: bytes = b"The tower has nine bells.\n"
    sidecar: bytes = b""
    name: str = "specimen.txt"

    #: Others, by their paths.
    others: dict[str, bytes] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """
        Write them into a folder.
        """
        sidecar = self.sidecar or one_claim()
        files = {"content/ratings.yaml": RATINGS.read_bytes(), **self.others}
        files[f"seeds/{self.name}"] = self.document
        files["seeds/specimen.verdict.yaml"] = sidecar
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


@dataclass(frozen=True)
class Kind:
    """
    A bound, with an input at it and one just over it.
    """

    name: str
    bound: str
    at: Callable[[], Files]
    over: Callable[[], Files]

    #: Where the one over it is refused, and with what code.
    refused: str


@dataclass(frozen=True)
class Shape:
    """
    An input within all bounds that could cost the most of its kind.
    """

    name: str
    make: Callable[[], Files]


def one_claim(more: str = "", above: str = "") -> bytes:
    """
    Return a sidecar with one claim, and anything more below and above it.
    """
    return sidecar([claim(1, "The tower has nine bells") + more], above)


def claim(number: int, quote: str, rating: str = UNPROVEN) -> str:
    """
    Return a claim in YAML.
    """
    return f"  - id: c-{number}\n    quote: {quote}\n    claim: It says so.\n{rating}"


def sidecar(claims: Iterable[str], above: str = "") -> bytes:
    """
    Return a whole sidecar.
    """
    return f"{HEAD}{above}claims:\n{''.join(claims)}".encode()


def text(length: int, end: str = "\n") -> str:
    """
    Return so many characters of words in lines as long as they may be.
    """
    row = (WORDS * (LINE // len(WORDS) + 1))[: LINE - 100] + end
    return (row * (length // len(row) + 1))[:length]


def ends(told: str) -> bytes:
    """
    Return a document that begins with something, and ends with the words that are quoted.
    """
    return f"{told}\nThe tower has nine bells.\n".encode()


def _bytes(more: int) -> Files:
    size = bounds.DOCUMENT_BYTES + more
    return Files(ends(text(size - len(ends("")))))


def _lines(more: int) -> Files:
    return Files(ends("\n".join("a" for _ in range(bounds.LINES - 1 + more))))


def _line(more: int) -> Files:
    return Files(ends("a" * (LINE + more)))


def _shown_line(more: int) -> Files:
    words = ("ab " * LINE)[: LINE - 1 + more] + "c"
    return Files(f"<p>{words}<p>The tower has nine bells.".encode(), name="specimen.html")


def _tags(more: int) -> Files:
    tags = bounds.HTML_TAGS - 1 + more
    page = "".join("<p>ab\n" if at % 2 else "<b>cd</b>\n" for at in range(tags))
    return Files(f"{page}<p>The tower has nine bells.".encode(), name="specimen.html")


def _depth(more: int) -> Files:
    tags = "<div>" * (bounds.HTML_DEPTH + more)
    return Files(f"{tags}The tower has nine bells.".encode(), name="specimen.html")


def _signs(more: int) -> Files:
    return Files(ends("*a* b\n" * (bounds.MARKDOWN_SIGNS // 2) + "*" * more), name="specimen.md")


def _quotations(more: int) -> Files:
    deep = ">" * (bounds.MARKDOWN_DEPTH - 2 + more)
    return Files(f"The tower has nine bells.\n\n{deep} deep\n".encode(), name="specimen.md")


def _yaml_bytes(more: int) -> Files:
    size = bounds.YAML_BYTES + more - len(one_claim("    explanation: |\n"))
    row = "      " + WORDS * 30 + "\n"
    told = (row * (size // len(row) + 1))[:size]
    return Files(sidecar=one_claim(f"    explanation: |\n{told}"))


def _yaml_lines(more: int) -> Files:
    count = bounds.LINES - one_claim().count(b"\n") + more
    return Files(sidecar=one_claim("", "#\n" * count))


def _yaml_line(more: int) -> Files:
    return Files(sidecar=one_claim("", f"#{'a' * (LINE - 1 + more)}\n"))


def _yaml_depth(more: int) -> Files:
    deep = bounds.YAML_DEPTH - 1 + more
    return Files(sidecar=one_claim("", f"x_a: {'[' * deep}a{']' * deep}\n"))


def _yaml_values(more: int) -> Files:
    own = 31  # the values of one claim's sidecar, and their keys
    left = bounds.YAML_VALUES - own
    row = 9_000 + 2  # a list, and its key
    sizes = [9_000] * (left // row) + [left % row - 2 + more]
    told = "".join(f"x_{at:02}: [{_letters(size)}]\n" for at, size in enumerate(sizes))
    return Files(sidecar=one_claim(told))


def _letters(count: int) -> str:
    return ",".join("a" for _ in range(count))


def _claims(more: int) -> Files:
    count = bounds.YAML_ENTRIES + more
    document = "\n".join(f"This is sentence {at:05}." for at in range(count))
    return Files(
        document.encode(), sidecar(claim(at, f"This is sentence {at:05}") for at in range(count))
    )


def _prose(more: int) -> Files:
    rows = "".join("      *a* b\n" for _ in range(bounds.PROSE_SIGNS // 3))
    signs = bounds.PROSE_SIGNS % 3 + more
    return Files(sidecar=one_claim(f"    explanation: |\n{rows}      a{'_' * (signs - 1)}\n"))


def _scale(count: int, ratings: int) -> str:
    told = "".join(
        f"  - id: s-{at}@1\n    title: {{en: A scale}}\n    ratings:\n{_ratings(ratings)}"
        for at in range(count)
    )
    return f"scales:\n{told}"


def _ratings(count: int) -> str:
    keys = ["unproven", *(f"r-{at}" for at in range(1, count))]
    return "".join(
        f"      - {{key: {key}, label: {{en: A}}, definition: {{en: A.}}, number: {at}, "
        "state: open, colour: unproven, shape: question, needs_evidence: no}\n"
        for at, key in enumerate(keys, start=1)
    )


def _scales(more: int) -> Files:
    told = _scale(bounds.SCALES + more, 2)
    return Files(others={"content/ratings.yaml": told.encode()})


def _scale_ratings(more: int) -> Files:
    told = _scale(1, bounds.RATINGS + more)
    return Files(others={"content/ratings.yaml": told.encode()})


def _page(told: str) -> Files:
    return Files(others={"content/page.md": told.encode()})


def _quotes(more: int) -> Files:
    length, count = 1_000_000, bounds.QUOTE_SEARCH // 1_000_000 + more
    rows = "".join(f"Row {at:04} of the bridge.\n" for at in range(count))
    document = rows + text(length - len(rows) - 1) + "."
    quotes = (claim(at, f"Row {at:04} of") for at in range(count))
    return Files(document.encode(), sidecar(quotes))


DOCUMENT: Final = "seeds/specimen.txt"
SIDECAR: Final = "seeds/specimen.verdict.yaml"
OVER: Final = LINE + 1

KINDS: Final = (
    Kind(
        "a document's bytes",
        f"{bounds.DOCUMENT_BYTES:,}",
        lambda: _bytes(0),
        lambda: _bytes(1),
        f"{DOCUMENT}:1:1 document-bounds",
    ),
    Kind(
        "a document's lines",
        f"{bounds.LINES:,}",
        lambda: _lines(0),
        lambda: _lines(1),
        f"{DOCUMENT}:{bounds.LINES + 1}:1 document-bounds",
    ),
    Kind(
        "characters in a line of a text or of Markdown",
        f"{LINE:,}",
        lambda: _line(0),
        lambda: _line(1),
        f"{DOCUMENT}:1:{OVER} document-bounds",
    ),
    Kind(
        "characters in a line that an HTML page shows",
        f"{LINE:,}",
        lambda: _shown_line(0),
        lambda: _shown_line(1),
        "seeds/specimen.html:1:1 document-bounds",
    ),
    Kind(
        "tags in an HTML page",
        f"{bounds.HTML_TAGS:,}",
        lambda: _tags(0),
        lambda: _tags(1),
        f"seeds/specimen.html:{bounds.HTML_TAGS + 1}:1 document-bounds",
    ),
    Kind(
        "tags in each other",
        f"{bounds.HTML_DEPTH:,}",
        lambda: _depth(0),
        lambda: _depth(1),
        "seeds/specimen.html:1:1 document-bounds",
    ),
    Kind(
        "signs of markup in a Markdown document",
        f"{bounds.MARKDOWN_SIGNS:,}",
        lambda: _signs(0),
        lambda: _signs(1),
        f"seeds/specimen.md:{bounds.MARKDOWN_SIGNS // 2 + 1}:1 document-bounds",
    ),
    Kind(
        "lists and quotations in each other in a Markdown document",
        f"{bounds.MARKDOWN_DEPTH}",
        lambda: _quotations(0),
        lambda: _quotations(2),
        "seeds/specimen.md:3:1 document-bounds",
    ),
    Kind(
        "a sidecar's bytes",
        f"{bounds.YAML_BYTES:,}",
        lambda: _yaml_bytes(0),
        lambda: _yaml_bytes(1),
        f"{SIDECAR}:1:1 yaml-bounds",
    ),
    Kind(
        "a sidecar's lines",
        f"{bounds.LINES:,}",
        lambda: _yaml_lines(0),
        lambda: _yaml_lines(1),
        f"{SIDECAR}:{bounds.LINES + 1}:1 yaml-bounds",
    ),
    Kind(
        "characters in a line of a sidecar",
        f"{LINE:,}",
        lambda: _yaml_line(0),
        lambda: _yaml_line(1),
        f"{SIDECAR}:9:{OVER} yaml-bounds",
    ),
    Kind(
        "levels of a sidecar",
        f"{bounds.YAML_DEPTH}",
        lambda: _yaml_depth(0),
        lambda: _yaml_depth(1),
        f"{SIDECAR}:9:26 yaml-bounds",
    ),
    Kind(
        "values of a sidecar, keys included",
        f"{bounds.YAML_VALUES:,}",
        lambda: _yaml_values(0),
        lambda: _yaml_values(1),
        f"{SIDECAR}:70:9722 yaml-bounds",
    ),
    Kind(
        "claims, or other entries of a list or mapping",
        f"{bounds.YAML_ENTRIES:,}",
        lambda: _claims(0),
        lambda: _claims(1),
        f"{SIDECAR}:50010:5 yaml-bounds",
    ),
    Kind(
        "signs of markup in a sidecar's Markdown",
        f"{bounds.PROSE_SIGNS:,}",
        lambda: _prose(0),
        lambda: _prose(1),
        f"{SIDECAR}:15:18 yaml-bounds",
    ),
    Kind(
        "scales of a site",
        f"{bounds.SCALES}",
        lambda: _scales(0),
        lambda: _scales(1),
        "content/ratings.yaml:2:3 yaml-bounds",
    ),
    Kind(
        "ratings of a scale",
        f"{bounds.RATINGS}",
        lambda: _scale_ratings(0),
        lambda: _scale_ratings(1),
        "content/ratings.yaml:5:7 yaml-bounds",
    ),
    Kind(
        "a page's bytes",
        f"{bounds.PAGE_BYTES:,}",
        lambda: _page(text(bounds.PAGE_BYTES)),
        lambda: _page(text(bounds.PAGE_BYTES + 1)),
        "content/page.md:1:1 page-bounds",
    ),
    Kind(
        "a page's lines",
        f"{bounds.PAGE_LINES:,}",
        lambda: _page("a\n" * bounds.PAGE_LINES),
        lambda: _page("a\n" * (bounds.PAGE_LINES + 1)),
        f"content/page.md:{bounds.PAGE_LINES + 1}:1 page-bounds",
    ),
    Kind(
        "signs [ and < in a page",
        f"{bounds.PAGE_SIGNS:,}",
        lambda: _page("[\n" * bounds.PAGE_SIGNS),
        lambda: _page("[\n" * (bounds.PAGE_SIGNS + 1)),
        f"content/page.md:{bounds.PAGE_SIGNS + 1}:1 page-bounds",
    ),
    Kind(
        "characters of the document, once for each quote",
        f"{bounds.QUOTE_SEARCH:,}",
        lambda: _quotes(0),
        lambda: _quotes(1),
        f"{SIDECAR}:20011:12 document-bounds",
    ),
)


def _misquotes(count: int, length: int) -> Files:
    document = text(length)
    return Files(
        document.encode(),
        sidecar(claim(at, f"The brigde has fuor arches {at:05}") for at in range(count)),
    )


def _same_word(count: int) -> Files:
    document = "\n".join(f"w{at:05} same" for at in range(count))
    quotes = (claim(at, f"{{exact: same, prefix: w{at:05}}}") for at in range(count))
    return Files(document.encode(), sidecar(quotes))


def _bad_rating() -> Files:
    claims = [
        f"  - id: c-{at}\n    quote: This is sentence {at:05}\n    rating: unproven\n"
        "    claim: It says so.\n    reason: Nothing was looked for.\n"
        for at in range(bounds.YAML_ENTRIES)
    ]
    lines = sidecar(claims).decode().split("\n")
    lines[40_002 - 1] = lines[40_002 - 1].replace("unproven", "unprovn")
    document = "\n".join(f"This is sentence {at:05}." for at in range(bounds.YAML_ENTRIES))
    return Files(document.encode(), "\n".join(lines).encode())


def _unlisted() -> Files:
    evidence = "".join(
        f"      - {{work: v-{at:04}, stance: refutes, finding: It says so.}}\n"
        for at in range(bounds.YAML_ENTRIES)
    )
    works = "".join(f"  w-{at:04}:\n    title: A work\n" for at in range(bounds.YAML_ENTRIES))
    rating = f"    rating: false\n    reason: It is not.\n    evidence:\n{evidence}"
    return Files(
        sidecar=sidecar([claim(1, "The tower has nine bells", rating)], f"works:\n{works}")
    )


def _unknown_keys(count: int) -> Files:
    keys = "".join(f"    ratng{at}: a\n" for at in range(count))
    return Files(sidecar=one_claim(keys))


def _ambiguous() -> Files:
    document = "\n".join(f"Sentence {at % 100:02} of many on a bridge." for at in range(9_000))
    quotes = (claim(at, f"Sentence {at % 100:02} of") for at in range(bounds.YAML_ENTRIES))
    return Files(document.encode(), sidecar(quotes))


def _rows(row: str, count: int, name: str) -> Files:
    return Files(ends(row * count), name=name)


SHAPES: Final = (
    Shape("10,000 claims, one with a wrong rating on line 40,002", _bad_rating),
    Shape("10,000 claims on one word, told apart by a prefix", lambda: _same_word(10_000)),
    Shape("10,000 quotes that stand 90 times each", _ambiguous),
    Shape("10,000 misquotes of 400,000 characters", lambda: _misquotes(10_000, 400_000)),
    Shape("200 misquotes of 20 MB", lambda: _misquotes(200, 19_900_000)),
    Shape("10,000 citations of works not among the 10,000 listed", _unlisted),
    Shape("9,900 unknown keys in a claim", lambda: _unknown_keys(9_900)),
    Shape(
        "10,000 claims with one id",
        lambda: Files(sidecar=sidecar([claim(1, "The tower has nine bells")] * 10_000)),
    ),
    Shape("10,000 empty claims", lambda: Files(sidecar=sidecar(["  - {}\n"] * 10_000))),
    Shape(
        "20 MB of one word in a text", lambda: _rows("bridge " * 7_000 + "\n", 407, "specimen.txt")
    ),
    Shape(
        "20 MB of Cyrillic",
        lambda: _rows("мост стоит на реке, " * 500 + "\n", 1_100, "specimen.txt"),
    ),
    Shape(
        "20 MB of words in HTML",
        lambda: _rows("<p>" + "bridge " * 7_000 + "\n", 407, "specimen.html"),
    ),
    Shape(
        "200,000 lines of headings in Markdown",
        lambda: _rows("# a\n", bounds.LINES - 3, "specimen.md"),
    ),
    Shape("100,000 [ in Markdown", lambda: _rows("[" * 25_000 + "\n", 4, "specimen.md")),
    Shape(
        "100,000 [ in a sidecar",
        lambda: Files(
            sidecar=one_claim("    explanation: |\n" + ("      " + "[" * 24_000 + "\n") * 4)
        ),
    ),
    Shape("a tag with 100,000 attributes", lambda: _rows(_attributes(), 1, "specimen.html")),
    Shape("19.8 MB of “<a ”", lambda: _rows("<a ", 6_600_000, "specimen.html")),
    Shape("20 MB of “[” in Markdown", lambda: _rows("[" * 49_000 + "\n", 408, "specimen.md")),
)


def _attributes() -> str:
    return "<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">"
