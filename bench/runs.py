"""
Run a command and measure it from outside: wall time, CPU time and memory of all its processes.

Time and memory are measured in different runs. Summing the memory of a process of a gigabyte costs
milliseconds each time, which its time must not be charged with. Where neither need be exact, both
are taken in one run, and looked for seldom.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.processes import Family

#: Between two looks at the memory, in seconds; and where the time counts, too.
PERIOD: Final = 0.02
SELDOM: Final = 0.25

#: So long a process may take to end once it is asked to.
GRACE: Final = 10.0


class Failed(Exception):  # noqa: N818 - what became of a command
    """A command did not end well, or not in time."""


@dataclass(frozen=True, slots=True)
class Time:
    """
    What a command took, in seconds: on the wall, and of all its processes on the CPU.
    """

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where commands run.
    """

    folder: Path
    environment: Mapping[str, str]

    #: Takes all that the commands say.
    log: Path

    #: In seconds; a command that takes longer is ended and has failed.
    limit: float


def timed(command: tuple[str, ...], place: Place) -> Time:
    """
    Run a command and measure its time.

    Raises:
        Failed: If its exit code is not 0, or its time is over.
    """
    os.sync()
    before = _cpu_of_ended()
    wall = _run(command, place)
    return Time(wall, _cpu_of_ended() - before)


def peak_memory(command: tuple[str, ...], place: Place) -> int:
    """
    Run a command and return the most memory that all its processes held together, in bytes.

    Raises:
        Failed: If its exit code is not 0, or its time is over.
    """
    with _watching(PERIOD) as watch:
        _run(command, place)
    return watch.peak


def watched(command: tuple[str, ...], place: Place) -> tuple[Time, int]:
    """
    Run a command and measure its time and its memory, the latter roughly.

    Raises:
        Failed: If its exit code is not 0, or its time is over.
    """
    with _watching(SELDOM) as watch:
        time = timed(command, place)
    return time, watch.peak


@contextmanager
def started(command: tuple[str, ...], place: Place) -> Iterator[subprocess.Popen[bytes]]:
    """
    Run a command while the block runs, then interrupt it.
    """
    family = Family()
    with place.log.open("ab") as log:
        process = subprocess.Popen(
            command, cwd=place.folder, env=place.environment, stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            _end(process)
            family.reap()


class _Watch(threading.Thread):
    """Looks at a family's memory again and again."""

    def __init__(self, family: Family, period: float) -> None:
        super().__init__()
        self.family = family
        self.period = period
        self.peak = 0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(self.period):
            self.peak = max(self.peak, self.family.memory())


@contextmanager
def _watching(period: float) -> Iterator[_Watch]:
    """Look at the memory of all that is begun while the block runs."""
    watch = _Watch(Family(), period)
    watch.start()
    try:
        yield watch
    finally:
        watch.done.set()
        watch.join()


def _run(command: tuple[str, ...], place: Place) -> float:
    """Run a command to its end; return what it took on the wall."""
    start = time.perf_counter()
    with started(command, place) as process, _limited(process, place.limit) as too_long:
        # Without a time-out, which Popen.wait would look for every 50 ms only.
        code = process.wait()
        wall = time.perf_counter() - start
    if too_long.is_set():
        msg = f"not done after {place.limit:.0f} s"
        raise Failed(msg)
    if code:
        how = f"ended by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        msg = f"{how}; see {place.log}"
        raise Failed(msg)
    return wall


@contextmanager
def _limited(process: subprocess.Popen[bytes], limit: float) -> Iterator[threading.Event]:
    """Kill a process whose time is over, and say so by an event."""
    too_long = threading.Event()

    def kill() -> None:
        too_long.set()
        process.kill()

    timer = threading.Timer(limit, kill)
    timer.start()
    try:
        yield too_long
    finally:
        timer.cancel()


def _end(process: subprocess.Popen[bytes]) -> None:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            process.send_signal(ending)
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:
                continue


def _cpu_of_ended() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
