"""
A column for each facet: which of its values every hit has, so that a browser can count.

A column is JSON: its values, each by its name or as address and name; and for each fact-check, or
each hit, the numbers of its values, from 1. A number is written doubled, with one more where
another follows; a row without a value is 0 (see ``numbers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from factcheck.digest.entries import Entry
from factcheck.model.registry import Kind, Registry
from factcheck.publishing.jsontext import encoded
from factcheck.publishing.search.numbers import written

Rows = Iterable[Sequence[str]]


def columns(
    checks: Sequence[Entry], registry: Registry, language: str
) -> Iterator[tuple[str, bytes]]:
    """
    Give every column by its name.

    Args:
        checks: What readers may see, in the order of hits.

        registry: Which names belong together.

        language: The site's, in which registered names are told.
    """
    outlets = ((check.outlet,) if check.outlet else () for check in checks)
    named = {
        "topic": (Kind.TOPICS, (check.topics for check in checks)),
        "claimant": (Kind.CLAIMANTS, _claimants(checks)),
        "outlet": (Kind.OUTLETS, outlets),
    }
    yield "rating", _column(_ratings(checks), _itself)
    for column, (kind, rows) in named.items():
        told = (_told(row, registry, kind, language) for row in rows)
        yield column, _column(told, partial(registry.slug, kind))
    yield "year", _column(((f"{check.day:%Y}",) for check in checks), _itself)
    yield "language", _column(((check.language,) for check in checks), _itself)


def _told(names: Iterable[str], registry: Registry, kind: Kind, language: str) -> tuple[str, ...]:
    entries = ((name, registry.entry(kind, name)) for name in names)
    return tuple(entry.label_in(language) if entry else name for name, entry in entries)


def _itself(name: str) -> str:
    return name


def _ratings(checks: Iterable[Entry]) -> Rows:
    for check in checks:
        yield (f"{check.scale}/{check.rating}",) if check.rating else ()
        for ruling in check.rulings:
            yield (f"{check.scale}/{ruling.rating}",)


def _claimants(checks: Iterable[Entry]) -> Rows:
    for check in checks:
        yield ()
        for ruling in check.rulings:
            yield ruling.claimants


def _column(rows: Rows, address: Callable[[str], str]) -> bytes:
    """Write a column; the newest fact-check says how a name is written."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    slugs: list[tuple[str, ...]] = []
    for row in rows:
        told = {address(name): name for name in row}
        names |= told
        counts.update(told.keys())
        slugs.append(tuple(told))
    # The most frequent have the shortest numbers.
    ranked = sorted(counts, key=lambda slug: (-counts[slug], slug))
    numbers = {slug: number for number, slug in enumerate(ranked, start=1)}
    values = [_value(slug, names[slug]) for slug in ranked]
    lines = (_row([numbers[slug] for slug in row]) for row in slugs)
    return encoded([values, "".join(lines)]).encode()


def _value(slug: str, name: str) -> str | list[str]:
    """Return a value's name, with its address only where that cannot be told from the name."""
    return name if name.lower().replace(" ", "-") == slug else [slug, name]


def _row(places: list[int]) -> str:
    if not places:
        return written(0)
    *others, last = places
    return "".join(written(2 * place + 1) for place in others) + written(2 * last)
