"""
What is written beside the pages: how many files of each kind, how large, and what they cost.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

#: What the environment calls the setting that is switched off.
WITHOUT: Final = "BENCH_WITHOUT"

#: Where it is read.
SETTINGS: Final = "without.conf.py"


class Kind(NamedTuple):
    """
    One kind of output.
    """

    title: str

    #: Of its files' paths in the output; the first kind that fits has a file.
    pattern: re.Pattern[str]

    #: What switches it off; empty where nothing does.
    setting: str = ""


def _kind(title: str, pattern: str, setting: str = "") -> Kind:
    return Kind(title, re.compile(pattern), setting)


#: By what results call them.
KINDS: Final = MappingProxyType(
    {
        "cards": _kind("Share cards", r"\.png\Z", "FACTCHECK_CARDS"),
        "embeds": _kind("Embeds and oEmbed", r"\Aembed/", "FACTCHECK_EMBEDS"),
        "data": _kind(
            "Records, annotations and /data/",
            r"\Adata/|\Achecks/[^/]+/(?:index\.json|annotations\.jsonld)\Z",
            "FACTCHECK_DATA",
        ),
        "feeds": _kind("Feeds", r"\A(?:[a-z-]+/)?feeds/", "FACTCHECK_FEEDS"),
        "twins": _kind("Markdown twins", r"\.md\Z", "FACTCHECK_MARKDOWN"),
        "search": _kind("Search", r"\A(?:[a-z-]+/)?search/", "FACTCHECK_SEARCH"),
        "sitemap": _kind("Sitemap", r"\Asitemap.*\.xml\Z"),
        "claims": _kind(
            "Claims' own pages",
            r"\Achecks/[^/]+/(?!index\.html\Z)[^/]+\.html\Z",
            "FACTCHECK_CLAIM_PAGES",
        ),
        "checks": _kind("Fact-checks' pages", r"\Achecks/[^/]+/index\.html\Z"),
        "lists": _kind("Lists and other pages", r"\.html\Z"),
        "others": _kind("Everything else", r""),
    }
)


def weighed(output: Path) -> dict[str, tuple[int, int]]:
    """
    Return how many files of each kind there are, and their bytes.

    Args:
        output: What was written.
    """
    count: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for path in output.rglob("*"):
        if path.is_file():
            name = path.relative_to(output).as_posix()
            kind = next(key for key, kind in KINDS.items() if kind.pattern.search(name))
            count[kind] += 1
            size[kind] += path.stat().st_size
    return {kind: (count[kind], size[kind]) for kind in KINDS if count[kind]}
