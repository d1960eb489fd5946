"""
What was measured, as tables in Markdown: for the terminal and for the paper.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench import equal
from bench.outputs import KINDS
from bench.results import Key, Results
from bench.tools import LABELS, OURS, PROFILES

BEGIN: Final = "<!-- measured: begin -->"
END: Final = "<!-- measured: end -->"

#: Below this size a build is mostly its start, which does not grow.
GROWING_FROM: Final = 1_000

NONE: Final = "–"
MIB: Final = 2**20


def report(results: Results) -> str:
    """
    Write all results.
    """
    parts = [*_setting(results)]
    for profile in PROFILES:
        for size in results.sizes(profile):
            parts += _size(results, profile, size)
        parts += _growth(results, profile)
    return "\n\n".join(parts) + "\n"


def put_into(paper: Path, text: str) -> None:
    """
    Replace what stands between a paper's two marks.

    Raises:
        ValueError: If the paper has not both marks.
    """
    told = paper.read_text(encoding="utf-8")
    before, begin, rest = told.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        msg = f"{paper}: the marks {BEGIN} and {END} are not there"
        raise ValueError(msg)
    paper.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """
    Write a table: the first columns of words, the others of figures.
    """
    kinds = "|---" * words + "|--:" * (len(head) - words)
    lines = ["| " + " | ".join(head) + " |", f"{kinds}|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """
    Return the power of the first with which the second grows: least squares of the logarithms.

    Args:
        points: At least two pairs with different first numbers, all above 0.
    """
    xs, ys = ([math.log(point[axis]) for point in points] for axis in (0, 1))
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return above / sum((a - x) ** 2 for a in xs)


def _setting(results: Results) -> Iterator[str]:
    told = "; ".join(f"{name}: {words}" for name, words in results.setting.items())
    yield f"Measured on {told}."


def _size(results: Results, profile: str, size: int) -> Iterator[str]:
    yield f"### {size:,} fact-checks, profile `{profile}`"
    tools = [name for name in LABELS if any(k.tool == name for k in results.keys(profile, size))]
    keys = [Key(profile, size, tool, "") for tool in tools]
    yield _clean(results, keys)
    for key in keys:
        if lacking := results.failure(key._replace(measure="missed")):
            yield f"{LABELS[key.tool]} left out pages of the plan: {lacking}."
    ours = Key(profile, size, OURS, "")
    yield from _equal(results, ours)
    yield from _own(results, ours)
    yield from _preview(results, keys)
    yield from _search(results, ours)
    yield from _outputs(results, ours)


def _clean(results: Results, keys: list[Key]) -> str:
    columns = ["wall", "from–to", "CPU", "memory", "pages", "a page", "size"]
    ratios = ["wall ratio", "CPU ratio", "memory ratio"] if len(keys) > 1 else []
    rows = [_clean_row(results, key, len(columns), len(ratios)) for key in keys]
    return table(["Clean build", *columns, *ratios], rows)


def _clean_row(results: Results, key: Key, columns: int, ratios: int) -> list[str]:
    wall, cpu, memory, pages, size = (
        key._replace(measure=name)
        for name in ("clean wall", "clean cpu", "memory", "pages", "pages bytes")
    )
    if failure := results.failure(wall):
        lacking = [NONE] * (columns + ratios - 1)
        return [LABELS[key.tool], f"failed: {failure.split(';')[0]}", *lacking]
    return [
        LABELS[key.tool],
        _seconds(results.median(wall)),
        _range(results.all(wall)),
        _seconds(results.median(cpu)),
        _mebibytes(results.median(memory)),
        _count(results.median(pages)),
        _milliseconds_each(results.median(wall), results.median(pages)),
        _mebibytes(results.median(size)),
        *[_ratio_to_ours(results, one) for one in (wall, cpu, memory)][:ratios],
    ]


def _equal(results: Results, ours: Key) -> Iterator[str]:
    """Tell what two tools wrote that count as equal."""
    keys = (ours, ours._replace(tool=equal.PEER))
    rows = []
    for kind, title in equal.TITLES.items():
        row = [title]
        for key in keys:
            files = results.median(key._replace(measure=f"equal files {kind}"))
            size = results.median(key._replace(measure=f"equal bytes {kind}"))
            row += [_count(files), f"{size / files:,.0f}" if size and files else NONE]
        if set(row[1:]) != {NONE}:
            rows.append(row)
    if rows:
        labels = [
            f"{LABELS[key.tool]}: {what}" for key in keys for what in ("files", "bytes each")
        ]
        yield table(["What both write", *labels], rows)


def _own(results: Results, ours: Key) -> Iterator[str]:
    clean = results.median(ours._replace(measure="clean wall"))
    rows = []
    for name, words in (
        ("rebuild unchanged", "Cold rebuild, nothing edited"),
        ("rebuild edited", "Cold rebuild after one edit"),
        ("check", "Check of everything"),
    ):
        wall, cpu = (ours._replace(measure=f"{name} {what}") for what in ("wall", "cpu"))
        if results.all(wall):
            times = [_seconds(results.median(wall)), _range(results.all(wall))]
            cpu_time = _seconds(results.median(cpu))
            rows.append([words, *times, cpu_time, _ratio(results.median(wall), clean)])
    if rows:
        yield table(("This project", "wall", "from–to", "CPU", "of its clean build"), rows)


def _preview(results: Results, keys: list[Key]) -> Iterator[str]:
    rows = []
    for key in keys:
        shown = key._replace(measure="preview")
        if failure := results.failure(shown):
            rows.append([LABELS[key.tool], failure, NONE, NONE])
        elif taken := results.all(shown):
            median = f"{1000 * (results.median(shown) or 0):,.0f} ms"
            spread = f"{1000 * min(taken):,.0f}–{1000 * max(taken):,.0f}"
            rows.append([LABELS[key.tool], median, spread, _ratio_to_ours(results, shown)])
    if rows:
        yield table(("One edit until visible", "wall", "from–to", "ratio"), rows)


def _outputs(results: Results, ours: Key) -> Iterator[str]:
    def median(measure: str) -> float | None:
        return results.median(ours._replace(measure=f"outputs {measure}"))

    whole, cpu, peak = (median(f"{what} nothing") for what in ("wall", "cpu", "memory"))
    if whole is None or cpu is None:
        return
    rows = []
    for name, kind in KINDS.items():
        files, size = median(f"files {name}"), median(f"bytes {name}")
        if not files or size is None:
            continue
        wall, spent, held = (median(f"{what} {name}") for what in ("wall", "cpu", "memory"))
        rows.append(
            [
                kind.title,
                _count(files),
                _mebibytes(size),
                f"{size / files:,.0f}",
                _seconds(wall),
                _seconds(cpu - spent) if spent is not None else NONE,
                _mebibytes(held),
            ]
        )
    head = (
        *("What is written", "files", "size", "bytes each"),
        *("build without it", "its CPU", "memory without it"),
    )
    told = [_seconds(whole), _seconds(cpu), _mebibytes(peak)]
    rows.append(["A whole build", NONE, NONE, NONE, *told])
    yield table(head, rows)


def _search(results: Results, ours: Key) -> Iterator[str]:
    def median(measure: str) -> float | None:
        return results.median(ours._replace(measure=f"search {measure}"))

    if median("on") is None:
        return
    fetched = [median(f"first {kind}") or 0 for kind in ("scripts", "manifest", "parts")]
    answer = median("first answer")
    yield table(
        ("Search", "figure"),
        [
            (
                "Clean build without search",
                f"{_seconds(median('off'))}, {_mebibytes(median('off memory'))}",
            ),
            (
                "Clean build with search",
                f"{_seconds(median('on'))}, {_mebibytes(median('on memory'))}",
            ),
            (
                "The index alone",
                f"{_seconds(median('index seconds'))}, {_mebibytes(median('index memory'))}",
            ),
            ("Its files", f"{_count(median('index files'))}, {_mebibytes(median('index bytes'))}"),
            ("A first search: scripts", _kilobytes(fetched[0])),
            ("A first search: manifest", _kilobytes(fetched[1])),
            ("A first search: words, hits, facets, records", _kilobytes(fetched[2])),
            (
                "A first search: in all",
                f"{_kilobytes(sum(fetched))} in {_count(median('first requests'))} requests",
            ),
            (
                "From there to hits, on a processor 6 times slower",
                f"{answer:,.0f} ms" if answer else NONE,
            ),
        ],
    )
    ranked = [
        (key.measure.removeprefix("search rank "), results.all(key))
        for key in results.keys(ours.profile, ours.size)
        if key.measure.startswith("search rank ")
    ]
    rows = [(kind, found) for kind, found in ranked if found]
    every = [one for _, found in rows for one in found]
    told = [*rows, ("all", every)]
    yield table(
        ("Queries with a known answer", "queries", "mean reciprocal rank", "among the first 10"),
        [
            (
                kind,
                _count(len(found)),
                f"{statistics.mean(found):.3f}",
                f"{sum(map(bool, found)) / len(found):.1%}",
            )
            for kind, found in told
        ],
    )


def _kilobytes(value: float) -> str:
    return f"{value / 1000:,.1f} KB"


def _growth(results: Results, profile: str) -> Iterator[str]:
    told = []
    for tool, label in LABELS.items():
        sizes = [size for size in results.sizes(profile) if size >= GROWING_FROM]
        keys = [Key(profile, size, tool, "clean wall") for size in sizes]
        points = [(key.size, wall) for key in keys if (wall := results.median(key)) is not None]
        if len(points) > 1:
            span = f"{points[0][0]:,} to {points[-1][0]:,}"
            told.append([label, span, f"{exponent(points):.2f}"])
    if told:
        yield f"### Growth, profile `{profile}`"
        yield table(("Clean build", "fact-checks", "exponent"), told)


def _ratio_to_ours(results: Results, key: Key) -> str:
    """Ours divided by the other's: below 1, ours is less."""
    if key.tool == OURS:
        return NONE
    return _ratio(results.median(key._replace(tool=OURS)), results.median(key))


def _ratio(one: float | None, other: float | None) -> str:
    return f"{one / other:.2f}" if one and other else NONE


def _seconds(value: float | None) -> str:
    return NONE if value is None else f"{value:,.2f} s"


def _range(values: list[float]) -> str:
    return f"{min(values):,.2f}–{max(values):,.2f}" if values else NONE


def _count(value: float | None) -> str:
    return NONE if value is None else f"{value:,.0f}"


def _milliseconds_each(seconds: float | None, count: float | None) -> str:
    return f"{1000 * seconds / count:.2f} ms" if seconds and count else NONE


def _mebibytes(value: float | None) -> str:
    return NONE if value is None else f"{value / MIB:,.0f} MiB"
