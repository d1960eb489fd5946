"""
The same work on many things, in as many processes as the machine has cores.

Processes are forked where the system has that, so that what is in memory need not be sent; else
they are spawned, and everything given here must be picklable. When the parent has died, the one
that was begun last ends at its next report, because nobody reads its pipe; then the one before.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, Final, TypeVar

from factcheck.diagnostics import Fault

T = TypeVar("T")
R = TypeVar("R")

#: Fewer things than this are done sooner than a process is begun.
WORTHWHILE: Final = 48

#: How many things a worker takes, and reports on, at a time.
PORTION: Final = 24

#: How many new objects the garbage collector waits for: the usual 700 cost a tenth of a build.
NEW_OBJECTS: Final = 50_000

#: How often it looks at those before it looks at what was left then: that is kept on purpose.
OLDER: Final = (1_000, 1_000)

#: Elsewhere than on Linux the system's own libraries may not outlive a fork.
METHOD: Final = "fork" if sys.platform == "linux" else "spawn"

ENDING: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Lost(Exception):  # noqa: N818 - says what happened, a sentence for a publisher
    """A process that was at work ended, or failed."""


def cores() -> int:
    """
    Return how many processes may run at once.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    prepare: Callable[[], Callable[[T], R]],
    things: Sequence[T],
    jobs: int,
    portion: int = PORTION,
) -> Iterator[tuple[int, R]]:
    """
    Do the same work on every thing.

    Args:
        prepare: Makes the work; called once in each process.

        things: What to work on.

        jobs: How many processes to use at most; with one, everything is done in this process.

        portion: How many things a process takes at a time; fewer than two portions are done in
            this process.

    Returns:
        The index of a thing and what came of it, in the order in which they are done.

    Raises:
        Lost: If a process ended early or its work raised; all others are ended then.
    """
    with under_way(prepare, things, jobs, portion) as reports:
        yield from reports


@contextmanager
def under_way(
    prepare: Callable[[], Callable[[T], R]],
    things: Sequence[T],
    jobs: int,
    portion: int = PORTION,
) -> Iterator[Iterator[tuple[int, R]]]:
    """
    Have the same work begun on every thing, as ``spread`` does, while this process does another.

    Returns:
        What ``spread`` gives. Where everything is done in this process, it is done when asked for.
    """
    processes = min(jobs, len(things) // portion)
    if processes < 2:  # noqa: PLR2004
        yield _alone(prepare, things)
        return
    crew = _Crew(prepare, things, processes, portion)
    try:
        yield crew.reports()
    finally:
        crew.end()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """
    Let the garbage collector look seldom, and never again at what is there already.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *OLDER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _alone(
    prepare: Callable[[], Callable[[T], R]], things: Sequence[T]
) -> Iterator[tuple[int, R]]:
    """Do the work in this process."""
    work = prepare()
    for index, thing in enumerate(things):
        try:
            done = work(thing)
        except Fault as fault:
            raise Lost(str(fault)) from fault
        yield index, done


class _Crew:
    """The processes, and the pipes on which they report."""

    def __init__(
        self,
        prepare: Any,  # noqa: ANN401
        things: Sequence[Any],
        processes: int,
        portion: int,
    ) -> None:
        context: Any = multiprocessing.get_context(METHOD)
        # A spawned process opens the lock by its name, which goes with this.
        self.taken = context.Value("q", 0)
        self.processes = []
        self.pipes: list[Connection] = []
        with _signals_held_back():
            for _ in range(processes):
                reader, writer = context.Pipe(duplex=False)
                job = (reader, writer, prepare, things, self.taken, portion)
                process = context.Process(target=_work, args=job, daemon=True)
                process.start()
                writer.close()
                self.processes.append(process)
                self.pipes.append(reader)

    def reports(self) -> Iterator[tuple[int, Any]]:
        """Give what the processes report until each has said that it is done."""
        open_ = list(self.pipes)
        while open_:
            for pipe in wait(open_):
                told = _received(pipe)  # type: ignore[arg-type]
                if told is None:
                    open_.remove(pipe)  # type: ignore[arg-type]
                else:
                    yield from told

    def end(self) -> None:
        """End whoever is still at work."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.join()
        for pipe in self.pipes:
            pipe.close()


def _received(pipe: Connection) -> list[tuple[int, Any]] | None:
    try:
        told = pipe.recv()
    except EOFError:
        msg = "a process that was building ended early; was it killed, or out of memory?"
        raise Lost(msg) from None
    if isinstance(told, str):
        raise Lost(told)
    return told  # type: ignore[no-any-return]


def _work(  # noqa: PLR0913, PLR0917 - a process's whole world
    reader: Connection,
    writer: Connection,
    prepare: Any,  # noqa: ANN401
    things: Any,  # noqa: ANN401
    taken: Any,  # noqa: ANN401
    size: int,
) -> None:
    reader.close()
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this one
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    try:
        with seldom_collecting():
            work = prepare()
            for portion in _portions(len(things), taken, size):
                writer.send([(index, work(things[index])) for index in portion])
        writer.send(None)
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more
    except Fault as fault:
        writer.send(str(fault))
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        writer.send(f"a process that was building failed:\n{traceback.format_exc()}")


def _portions(count: int, taken: Any, size: int) -> Iterator[range]:  # noqa: ANN401
    """Take the next things that nobody has taken, until none is left."""
    while True:
        with taken.get_lock():
            first = taken.value
            taken.value = first + size
        if first >= count:
            return
        yield range(first, min(first + size, count))


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """Let no signal reach a new process while it still has its parent's handlers."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
