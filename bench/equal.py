"""
Have a peer write as many files of each kind as ours, and as large.

What ours writes for each fact-check and each claim, the peer makes from templates of its own, with
the same words. What its files then lack in size is filled with one letter, which costs it nothing
to make; and lists that it has not are pages that hold nothing else.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

#: The peer that is made equal.
PEER: Final = "hugo-pages"

#: The peer that writes as many pages of fact-checks as ours writes pages, but those for frames:
#: for each of our fact-checks it has so many, so that its pages are rather fewer than more.
CROWD: Final = "hugo-crowd"
CROWDED: Final = 4.4

#: The kinds of our pages that it has as many of.
PAGES: Final = ("checks", "claims", "lists")

#: Each kind of file by its path; the first that fits has it. What none fits is not compared.
KINDS: Final = MappingProxyType(
    {
        "embeds": re.compile(r"(?:\A|/)embed(?:/.*)?\.html\Z"),
        "oembeds": re.compile(r"(?:\A|/)embed(?:/.*)?\.json\Z"),
        "feeds": re.compile(r"(?:\A|/)feed(?:s/.+|)\.(?:atom\.xml|rss\.xml|json)\Z"),
        "check twins": re.compile(r"\Achecks/[^/]+/index\.md\Z"),
        "claim twins": re.compile(r"\Achecks/.+\.md\Z"),
        "records": re.compile(r"\Achecks/[^/]+/index\.json\Z"),
        "annotations": re.compile(r"\Achecks/[^/]+/annotations\.jsonld\Z"),
        "checks": re.compile(r"\Achecks/[^/]+/index\.html\Z"),
        "claims": re.compile(r"\Achecks/.+\.html\Z"),
        "lists": re.compile(r"\.html\Z"),
    }
)

#: What they are called in tables.
TITLES: Final = MappingProxyType(
    {
        "checks": "Fact-checks' pages",
        "claims": "Claims' own pages",
        "lists": "Lists and other pages",
        "embeds": "Pages for frames",
        "oembeds": "oEmbed",
        "check twins": "Fact-checks in Markdown",
        "claim twins": "Claims in Markdown",
        "records": "Records",
        "annotations": "Annotations",
        "feeds": "Feeds of lists",
    }
)

#: How many feeds the peer has for each list.
FEEDS: Final = 3

#: So far may the peer's files of a kind be from ours, as a share of their size.
NEAR: Final = 0.01

#: Where the peer's templates find how much is to be filled.
FILLING: Final = "data/equal.json"

#: The folder of pages that hold nothing.
OTHERS: Final = "content/others"


class Weight(NamedTuple):
    """
    Files of one kind.
    """

    files: int

    #: Of all of them together.
    bytes: int

    @property
    def each(self) -> float:
        """The bytes of one, on average."""
        return self.bytes / self.files if self.files else 0.0


def weighed(output: Path) -> dict[str, Weight]:
    """
    Return how many files of each kind there are, and how large.

    Args:
        output: What a tool wrote.
    """
    count: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for path in output.rglob("*"):
        if path.is_file():
            name = path.relative_to(output).as_posix()
            kind = next((kind for kind, form in KINDS.items() if form.search(name)), "")
            count[kind] += 1
            size[kind] += path.stat().st_size
    return {kind: Weight(count[kind], size[kind]) for kind in KINDS}


def lacking(ours: Mapping[str, Weight], theirs: Mapping[str, Weight]) -> dict[str, int]:
    """
    Return how many letters are to be filled into each file of the peer's, by kind.

    Args:
        ours: What ours wrote.

        theirs: What the peer wrote when one letter was filled in each.
    """
    return {kind: max(1, 1 + round(ours[kind].each - theirs[kind].each)) for kind in ours}


def fill(folder: Path, lengths: Mapping[str, int]) -> None:
    """
    Tell the peer's templates how many letters to fill in, by kind.

    Args:
        folder: The peer's form of the corpus.

        lengths: For each kind.
    """
    (folder / FILLING).write_text(json.dumps(lengths), encoding="utf-8")


def pages(weight: Mapping[str, Weight]) -> Weight:
    """
    Return how many pages there are but those for frames, and how large.
    """
    return Weight(
        sum(weight[kind].files for kind in PAGES), sum(weight[kind].bytes for kind in PAGES)
    )


def add_others(folder: Path, count: int) -> None:
    """
    Write pages that hold nothing, for the lists that the peer has not.

    Args:
        folder: The peer's form of the corpus.

        count: How many.
    """
    place = folder / OTHERS
    place.mkdir(parents=True, exist_ok=True)
    for path in place.iterdir():
        path.unlink()
    head = "layout: other\noutputs: [html]\nbuild: {list: never}"
    for number in range(count):
        page = f"---\ntitle: Specimen of a list, {number}\n{head}\n---\n"
        (place / f"{number}.md").write_text(page, encoding="utf-8")


def uneven(ours: Weight, theirs: Weight) -> list[str]:
    """
    Say whether the peer with many fact-checks has more pages than ours, or larger or smaller.

    Fewer, as of a small corpus, are let be: that is only less to do for the peer.

    Args:
        ours: Our pages.

        theirs: Those of the peer, filled.

    Returns:
        A sentence, if so.
    """
    is_even = (
        theirs.files <= 1.01 * ours.files and abs(theirs.each - ours.each) <= NEAR * ours.each
    )
    told = (
        f"pages: {theirs.files:,} of {theirs.each:,.0f} bytes, "
        f"ours {ours.files:,} of {ours.each:,.0f}"
    )
    return [] if is_even else [told]


def unequal(ours: Mapping[str, Weight], theirs: Mapping[str, Weight], feeds: int) -> list[str]:
    """
    Say of which kinds the peer did not write what it should.

    Args:
        ours: What ours wrote.

        theirs: What the peer wrote, filled.

        feeds: How many the peer has of them; of all else it must have as many as ours, or one off.

    Returns:
        A sentence for each kind.
    """
    return [
        f"{kind}: {theirs[kind].files:,} files of {theirs[kind].each:,.0f} bytes, "
        f"ours {ours[kind].files:,} of {ours[kind].each:,.0f}"
        for kind in KINDS
        if abs(theirs[kind].each - ours[kind].each) > NEAR * ours[kind].each
        or abs(theirs[kind].files - (feeds if kind == "feeds" else ours[kind].files)) > 1
    ]
