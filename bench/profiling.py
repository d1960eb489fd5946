"""
Where the time of a build goes: the floors of the architecture, the libraries, the functions.

The build runs in this process, with one worker, under cProfile. That makes small functions look
slower than they are: the figures tell where to look, not how long a build takes.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from bench.report import table
from bench.tools import OUTPUT

#: Keeps the work in this process, where the profiler sees it.
ONE_WORKER: Final = {"FACTCHECK_JOBS": "1"}

#: The package of ours, whose floors are told apart.
OURS: Final = "factcheck"

#: How far up the calls of libraries are followed.
ROUNDS: Final = 200

#: So many functions are listed.
TOP: Final = 40

#: A function as pstats names it: file, line, name.
Function = tuple[str, int, str]


def profile(folder: Path, settings: str) -> str:
    """
    Build a site under the profiler, from a clean state.

    Args:
        folder: The site's own.

        settings: The name of its settings there.

    Returns:
        The seconds in all, and tables: by floor, by part, and the functions that took most.
    """
    from pelican.settings import read_settings  # noqa: PLC0415 - a third of a second

    for name in (OUTPUT, ".factcheck"):
        shutil.rmtree(folder / name, ignore_errors=True)
    os.chdir(folder)
    os.environ |= ONE_WORKER
    read = read_settings(settings)
    pelican = read["PELICAN_CLASS"](read)
    profiler = cProfile.Profile()
    profiler.runcall(pelican.run)
    stats: Any = pstats.Stats(profiler)
    total = f"{stats.total_tt:.1f} s under the profiler, in one process."
    return "\n\n".join([total, _phases(stats), _parts(stats), _functions(stats)])


def part_of(file: str) -> str:
    """
    Return the part that a file belongs to: a floor of ours, a library, or Python itself.
    """
    path = Path(file)
    names = path.parts
    if OURS in names:
        below = names[names.index(OURS) + 1 :]
        return f"{OURS}.{Path(below[0]).stem}" if below else OURS
    if "site-packages" in names:
        return Path(names[names.index("site-packages") + 1]).stem
    if file.startswith("<template>") or path.suffix == ".html":
        return "templates"
    return "Python"


def phases(stats: dict[Function, Any]) -> dict[str, float]:
    """
    Charge every second to the floor of ours on whose behalf it was spent.

    What a library takes is charged to its callers in proportion to what it took for each, and on
    to theirs, up to the first function of ours.

    Args:
        stats: As pstats holds them: for each function its calls, seconds and callers.

    Returns:
        Seconds by part; what no floor asked for stays with the library.
    """
    charged: defaultdict[str, float] = defaultdict(float)
    pending = {function: own for function, (_, _, own, _, _) in stats.items()}
    # A library's functions may call each other in circles; each round less is left in them.
    for _ in range(ROUNDS):
        above: defaultdict[Function, float] = defaultdict(float)
        for function, seconds in pending.items():
            part = part_of(function[0])
            shares = {} if part.startswith(OURS) else _callers(function, stats)
            if not shares:
                charged[part] += seconds
            for caller, share in shares.items():
                above[caller] += seconds * share
        pending = above
    for function, seconds in pending.items():
        charged[part_of(function[0])] += seconds
    return charged


def _callers(function: Function, stats: dict[Function, Any]) -> dict[Function, float]:
    """Return each caller of a function with its share of what the function took."""
    taken = {
        caller: whole
        for caller, (_, _, _, whole) in stats[function][4].items()
        if caller != function and whole > 0
    }
    total = sum(taken.values())
    return {caller: whole / total for caller, whole in taken.items()}


def _phases(stats: Any) -> str:  # noqa: ANN401 - pstats has no types for what it holds
    return _shares("Floor, with what it calls", phases(stats.stats), stats.total_tt)


def _parts(stats: Any) -> str:  # noqa: ANN401
    own: defaultdict[str, float] = defaultdict(float)
    for function, (_, _, seconds, _, callers) in stats.stats.items():
        # What C functions take counts for the part that calls them.
        places = callers if function[0] == "~" and callers else {function: (0, 0, seconds, 0)}
        for place, (_, _, taken, _) in places.items():
            own[part_of(place[0])] += taken
    return _shares("Part, itself", own, stats.total_tt)


def _shares(head: str, seconds: dict[str, float], total: float) -> str:
    rows = [
        [part, f"{seconds[part]:.2f} s", f"{seconds[part] / total:.0%}"]
        for part in sorted(seconds, key=lambda one: -seconds[one])
        if seconds[part] >= total / 200
    ]
    return table((head, "seconds", "share"), rows)


def _functions(stats: Any) -> str:  # noqa: ANN401
    by_own = sorted(stats.stats.items(), key=lambda item: -item[1][2])
    rows = [
        [_name(function), f"{calls:,}", f"{own:.2f} s", f"{whole:.2f} s"]
        for function, (_, calls, own, whole, _) in by_own[:TOP]
    ]
    return table(("Function", "calls", "own", "with what it calls"), rows)


def _name(function: Function) -> str:
    file, line, name = function
    if file == "~":
        return f"`{name.strip('<>')}`".replace("|", "\\|")
    return f"`{'/'.join(Path(file).parts[-2:])}:{line} {name}`"
