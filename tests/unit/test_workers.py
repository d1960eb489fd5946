from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from factcheck.diagnostics import Fault
from factcheck.engine.workers import Lost, spread, under_way


def squares() -> Callable[[int], int]:
    return lambda number: number * number


def processes() -> Callable[[int], int]:
    return lambda _: os.getpid()


def failing(at: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == at:
            msg = "number one hundred"
            raise ValueError(msg)
        return number

    return work


def dying() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 100:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 47, 1000])
def test_everything_is_done_once(count: int, jobs: int) -> None:
    """Each thing is worked on once, however many processes there are."""
    done = sorted(spread(squares, range(count), jobs))

    assert done == [(number, number * number) for number in range(count)]


def test_the_work_is_spread() -> None:
    """Several jobs mean other processes; one job means none."""
    assert {pid for _, pid in spread(processes, range(1000), 1)} == {os.getpid()}
    assert os.getpid() not in {pid for _, pid in spread(processes, range(1000), 2)}


def test_a_failure_is_told_with_its_place() -> None:
    """What a process raises ends the work, and is told with where it was raised."""
    with pytest.raises(Lost, match="number one hundred"):
        list(spread(partial(failing, 100), range(1000), 2))


def test_a_killed_process_is_noticed() -> None:
    """A process that is killed ends the work instead of leaving something out."""
    with pytest.raises(Lost, match="ended early"):
        list(spread(dying, range(1000), 2))


def appending(folder: Path) -> Callable[[int], None]:
    return lambda number: (folder / str(number)).touch()


def test_work_goes_on_while_something_else_is_done(tmp_path: Path) -> None:
    """What is under way is done although nobody has asked for it yet."""
    with under_way(partial(appending, tmp_path), range(4), 2, portion=1) as reports:
        until = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 4 and time.monotonic() < until:
            time.sleep(0.01)
        done = sorted(path.name for path in tmp_path.iterdir())
        told = sorted(index for index, _ in reports)

    assert done == ["0", "1", "2", "3"]
    assert told == [0, 1, 2, 3]


def test_work_under_way_ends_with_the_block() -> None:
    """Whatever ends the block before anybody has asked, no process is left."""
    before = multiprocessing.active_children()
    with pytest.raises(ZeroDivisionError), under_way(processes, range(100_000), 2):
        _ = 1 / 0

    assert multiprocessing.active_children() == before


def test_nobody_is_left_at_work() -> None:
    """Whoever stops listening ends all processes that were at work."""
    reports = spread(processes, range(100_000), 2)
    _, pid = next(reports)
    reports.close()  # type: ignore[attr-defined]

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def broken() -> Callable[[int], int]:
    def work(_: int) -> int:
        msg = "the theme is broken"
        raise Fault(msg)

    return work


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_is_told_in_its_own_words(jobs: int) -> None:
    """What a sentence explains is told by that sentence alone, from any process."""
    with pytest.raises(Lost) as caught:
        list(spread(broken, range(1000), jobs))

    assert str(caught.value) == "the theme is broken"
