"""
The measures: which runs are made, in which order, from which state.

Runs are paired: in each round every tool builds once, one after the other, so that a machine that
is slower for a minute is slower for all.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bench import equal
from bench.clearing import Trash
from bench.edits import Edit, editing
from bench.outputs import KINDS, SETTINGS, WITHOUT, weighed
from bench.pages import missed, size_of, wrong
from bench.plan import Plan
from bench.preview import seconds_until_visible
from bench.questions import drawn, written
from bench.results import Key, Results
from bench.runs import Failed, Place, peak_memory, timed, watched
from bench.searching import first_search, index_alone, own_specimens, ranks
from bench.specimens import Corpus
from bench.tools import LABELS, OURS, OUTPUT, Tool
from bench.writing import FORMS, Form

#: What can be measured, in this order.
MEASURES: Final = ("clean", "rebuild", "check", "memory", "preview", "search", "outputs")

#: Memory differs little from run to run.
MEMORY_ROUNDS: Final = 3


class Unequal(Exception):  # noqa: N818 - a sentence for who measures
    """A tool did not write what the others wrote; its time says nothing."""


@dataclass(frozen=True, slots=True)
class Session:
    """
    What is measured in one go.
    """

    corpus: Corpus

    #: Where the corpus stands in every form.
    folder: Path

    #: What each tool has to write, by its name.
    plans: Mapping[str, Plan]
    profile: str
    tools: tuple[Tool, ...]
    measures: frozenset[str]
    rounds: int
    edits: int

    #: Measure although pages are missing, and say so in the report.
    incomplete: bool

    #: For commands; its folder is set for each tool.
    place: Place
    results: Results

    #: Takes what a build must not find.
    trash: Trash

    #: Takes a line that says how far it is.
    tell: Callable[[str], None]

    def at(self, tool: Tool) -> Place:
        """
        Return where a tool's commands run.
        """
        return replace(self.place, folder=self.folder / tool.name)

    def corpus_of(self, tool: Tool) -> Corpus:
        """
        Return what a tool's form was written from.
        """
        return _form(tool).corpus(self.corpus)

    def key(self, tool: Tool, measure: str) -> Key:
        """
        Return the key of a tool's result.
        """
        return Key(self.profile, self.corpus.size, tool.name, measure)


def measure(session: Session) -> None:
    """
    Make all runs of a session and put what they took into its results.

    Raises:
        Unequal: If a tool did not write what was planned.

        Failed: If a build of ours did not end well. A peer's is noted as its result.
    """
    if any(tool.name == OURS for tool in session.tools):
        _make_repository(session.folder / OURS)
    able = [tool for tool in session.tools if _warm_up(session, tool)]
    for number in range(session.rounds):
        session.tell(f"round {number + 1} of {session.rounds}")
        for tool in able:
            _round(session, tool, number)
    _beyond_time(session, able)


def _beyond_time(session: Session, able: list[Tool]) -> None:
    if "memory" in session.measures:
        for number in range(min(MEMORY_ROUNDS, session.rounds)):
            session.tell(f"memory, round {number + 1}")
            for tool in able:
                _remember_memory(session, tool)
    if "preview" in session.measures:
        for tool in able:
            _preview(session, tool)
    if "search" in session.measures and session.profile == "full":
        _search(session, able[0])
    if "outputs" in session.measures and session.profile == "full":
        _outputs(session, able[0])


def _warm_up(session: Session, tool: Tool) -> bool:
    """Build once without measuring, see that the pages are right; say whether to go on."""
    session.tell(f"{LABELS[tool.name]}: first build, not measured")
    _forget(session, tool)
    try:
        if tool.name in {equal.PEER, equal.CROWD}:
            _equalise(session, tool)
        _build_clean(session, tool)
    except Failed as failure:
        if tool.name == OURS:
            raise
        session.results.fail(session.key(tool, "clean wall"), str(failure))
        return False
    output = session.folder / tool.name / OUTPUT
    _see_that_equal(session, tool, output)
    pages, size = size_of(output)
    session.results.add(session.key(tool, "pages"), pages)
    session.results.add(session.key(tool, "pages bytes"), size)
    return True


def _see_that_equal(session: Session, tool: Tool, output: Path) -> None:
    faults = wrong(output, session.corpus_of(tool))
    plan = session.plans[tool.name]
    lacking = missed(output, plan.pages(lasting=tool.lasting_lists), plan.entries())
    if faults or (lacking and not session.incomplete):
        lines = "\n  ".join(
            [f"{LABELS[tool.name]} did not write what was planned:", *lacking, *faults]
        )
        raise Unequal(lines)
    if session.profile == "pages":
        _see_that_as_large(session, tool, output)
    if lacking:
        session.results.fail(session.key(tool, "missed"), "; ".join(lacking))


def _see_that_as_large(session: Session, tool: Tool, output: Path) -> None:
    weight = equal.weighed(output)
    for kind, (files, size) in weight.items():
        session.results.add(session.key(tool, f"equal files {kind}"), files)
        session.results.add(session.key(tool, f"equal bytes {kind}"), size)
    ours = equal.weighed(session.folder / OURS / OUTPUT)
    faults: list[str] = []
    if tool.name == equal.PEER:
        lists = sum(map(len, session.plans[tool.name].lists.values()))
        faults = equal.unequal(ours, weight, 1 + equal.FEEDS * lists)
    if tool.name == equal.CROWD:
        faults = equal.uneven(equal.pages(ours), equal.pages(weight))
    if faults:
        raise Unequal("\n  ".join(["what is compared is not equal:", *faults]))


def _equalise(session: Session, tool: Tool) -> None:
    """Have a peer write as much as ours has just written, as it will in each round."""
    session.tell(f"{LABELS[tool.name]}: a build that tells what is to be filled")
    folder = session.folder / tool.name
    ours = equal.weighed(session.folder / OURS / OUTPUT)
    if tool.name == equal.PEER:
        plan = session.plans[tool.name]
        lists = 1 + sum(plan.pages()[kind] for kind in plan.lists)
        equal.add_others(folder, ours["lists"].files - lists)
    equal.fill(folder, dict.fromkeys(equal.KINDS, 1))
    _build_clean(session, tool)
    theirs = equal.weighed(folder / OUTPUT)
    lengths = equal.lacking(ours, theirs)
    if tool.name == equal.CROWD:
        every = {"": equal.pages(ours)}, {"": equal.pages(theirs)}
        lengths = dict.fromkeys(equal.KINDS, equal.lacking(*every)[""])
    equal.fill(folder, lengths)


def _forget(session: Session, tool: Tool) -> None:
    for name in (*session.measures, "pages", "equal", "missed"):
        session.results.forget(session.key(tool, name))


def _round(session: Session, tool: Tool, number: int) -> None:
    if tool.check and "check" in session.measures:
        _clear(session, tool)
        _remember_time(session, tool, tool.check, "check")
    if "clean" in session.measures:
        _clear(session, tool)
        _remember_time(session, tool, tool.build, "clean")
    if tool.name == OURS and "rebuild" in session.measures:
        _build_clean(session, tool)
        _remember_time(session, tool, tool.build, "rebuild unchanged")
        with _edit(session, tool) as edit:
            edit.make(number)
            _remember_time(session, tool, tool.build, "rebuild edited")


def _remember_time(session: Session, tool: Tool, command: tuple[str, ...], name: str) -> None:
    time = timed(command, session.at(tool))
    session.results.add(session.key(tool, f"{name} wall"), time.wall)
    session.results.add(session.key(tool, f"{name} cpu"), time.cpu)


def _remember_memory(session: Session, tool: Tool) -> None:
    _clear(session, tool)
    peak = peak_memory(tool.build, session.at(tool))
    session.results.add(session.key(tool, "memory"), peak)


def _preview(session: Session, tool: Tool) -> None:
    session.tell(f"{LABELS[tool.name]}: edits in the preview")
    _clear(session, tool)
    key = session.key(tool, "preview")
    with _edit(session, tool) as edit:
        try:
            taken = seconds_until_visible(tool, session.at(tool), edit, session.edits)
        except Failed as failure:
            session.results.fail(key, str(failure))
            return
    for seconds in taken:
        session.results.add(key, seconds)


def _search(session: Session, tool: Tool) -> None:
    """Measure the index beside the site, a first search, and ranking."""
    off = without(KINDS["search"].setting, tool, session.at(tool))
    on = tool.build, session.at(tool)
    for (build, place), name in ((off, "search off"), (on, "search on")):
        session.tell(f"{LABELS[tool.name]}: {name}")
        _clear(session, tool)
        session.results.add(session.key(tool, name), timed(build, place).wall)
        _clear(session, tool)
        peak = peak_memory(build, place)
        session.results.add(session.key(tool, f"{name} memory"), peak)
    output = session.folder / tool.name / OUTPUT
    for name, figure in index_alone(session.at(tool)).items():
        session.results.add(session.key(tool, f"search index {name}"), figure)
    questions = list(drawn(session.corpus))
    for name, figure in first_search(output, questions[0].query).items():
        session.results.add(session.key(tool, f"search first {name}"), figure)
    session.tell(f"{LABELS[tool.name]}: questions")
    own = own_specimens(session.place.log.parent / "specimens")
    for kind, found in (ranks(own, written()) | ranks(output, questions)).items():
        for one in found:
            session.results.add(session.key(tool, f"search rank {kind}"), one)


def without(setting: str, tool: Tool, place: Place) -> tuple[tuple[str, ...], Place]:
    """
    Return how a tool of ours builds with a setting switched off, and where.
    """
    environment = {**place.environment, WITHOUT: setting}
    return (*tool.build[:-1], SETTINGS), replace(place, environment=environment)


def _outputs(session: Session, tool: Tool) -> None:
    """Measure builds without each kind of output, beside whole ones; weigh what is written."""
    kinds = {name: kind for name, kind in KINDS.items() if kind.setting}
    for number in range(session.rounds):
        session.tell(f"outputs, round {number + 1}")
        for name, kind in kinds.items():
            build, place = without(kind.setting, tool, session.at(tool))
            _remember_off(session, tool, (build, place), name)
        _remember_off(session, tool, (tool.build, session.at(tool)), "nothing")
    for name, (files, size) in weighed(session.folder / tool.name / OUTPUT).items():
        session.results.add(session.key(tool, f"outputs files {name}"), files)
        session.results.add(session.key(tool, f"outputs bytes {name}"), size)


def _remember_off(
    session: Session, tool: Tool, run: tuple[tuple[str, ...], Place], name: str
) -> None:
    _clear(session, tool)
    time, peak = watched(*run)
    session.results.add(session.key(tool, f"outputs wall {name}"), time.wall)
    session.results.add(session.key(tool, f"outputs cpu {name}"), time.cpu)
    session.results.add(session.key(tool, f"outputs memory {name}"), peak)


def _edit(session: Session, tool: Tool) -> AbstractContextManager[Edit]:
    return editing(_form(tool), session.folder / tool.name, session.corpus_of(tool))


def _form(tool: Tool) -> Form:
    return next(form for form in FORMS if form.folder == tool.name)


def _build_clean(session: Session, tool: Tool) -> None:
    _clear(session, tool)
    timed(tool.build, session.at(tool))


def _clear(session: Session, tool: Tool) -> None:
    """Move away what a tool built or kept."""
    session.trash.take(session.folder / tool.name / name for name in tool.leftovers)


def _make_repository(folder: Path) -> None:
    """A desk's seeds are in git, whose history a build may ask for."""
    if (folder / ".git").is_dir():
        return
    git = ("git", "-c", "user.name=Specimen Desk", "-c", "user.email=desk@example.org")
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "Specimens")):
        subprocess.run([*git, *command], cwd=folder, check=True)
