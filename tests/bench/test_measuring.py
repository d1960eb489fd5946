from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sandbox import ROOT

from bench.pages import STRONG, missed, page_path, wrong
from bench.profiling import phases
from bench.report import BEGIN, END, exponent, put_into, report
from bench.results import Key, Results
from bench.runs import Failed, Place, peak_memory, timed, watched
from bench.specimens import Corpus, Specimen

MIB = 2**20

PAGES = {"fact-checks": 1, "lists by topic": 2, "home page": 1}
ENTRIES = {"lists by topic": 3}

#: Leaves a process behind that ends so many seconds later.
LEAVER = "import subprocess, sys; subprocess.Popen(['sleep', sys.argv[1]])"

#: A process that holds 64 MiB for a moment, started by one that only waits for it.
HOLDER = "import time; held = b'x' * (64 << 20); time.sleep(0.5)"
WAITER = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDER!r}], check=True)"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, {}, tmp_path / "log", 60.0)


def test_pages_and_entries_left_out_are_named_by_kind(tmp_path: Path) -> None:
    """A tool that left out a page or an entry of a list is told so; pages beyond are let be."""
    listed = '<article class="card">'
    for path, text in {
        "index.html": listed,
        "checks/a/index.html": "",
        "topics/index.html": listed,
        "topics/a/index.html": listed * 2,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert missed(tmp_path, PAGES, ENTRIES) == [
        "lists by topic: 1 of 2 pages",
        "lists by topic: 2 of 3 entries",
    ]

    (tmp_path / "topics/a/page-1.html").write_text(listed, encoding="utf-8")
    (tmp_path / "more.html").touch()
    assert missed(tmp_path, PAGES, ENTRIES) == []


def page_of(specimen: Specimen) -> str:
    """A page that holds all that a fact-check's page must hold, and nothing else."""
    page = "\n".join(specimen.paragraphs)
    for ruling in specimen.rulings:
        link = '<a class="mark-link" href="#x">1</a>'
        page = page.replace(ruling.quote, f"<mark>{ruling.quote}</mark>{link}")
        page += "".join((*ruling.explanation, ruling.claim, ruling.reason))
        for item in ruling.evidence:
            page += f"{item.finding}{item.work.title}{item.work.publisher}{item.locator}"
    return STRONG.sub(r"<strong>\1</strong>", page)


@pytest.mark.parametrize("lost", ["finding", "mark", "strong", "paragraph"])
def test_a_page_that_lacks_something_is_noticed(lost: str, tmp_path: Path) -> None:
    """A page without one of its words, marks or emphases is not taken for whole."""
    corpus = Corpus("a seed", 1)
    specimen = corpus.specimen(1)
    ruling = specimen.rulings[0]
    path = tmp_path / page_path(specimen)
    path.parent.mkdir(parents=True)
    path.write_text(page_of(specimen), encoding="utf-8")
    assert wrong(tmp_path, corpus) == []

    words = {
        "finding": ruling.evidence[0].finding,
        "mark": "</mark>",
        "strong": "<strong>",
        "paragraph": specimen.paragraphs[0],
    }[lost]
    path.write_text(page_of(specimen).replace(words, "", 1), encoding="utf-8")
    assert len(wrong(tmp_path, corpus)) == 1


def test_memory_of_all_processes_is_counted(place: Place) -> None:
    """What a process below the command holds counts, and what they share counts once."""
    peak = peak_memory((sys.executable, "-c", WAITER), place)

    assert 64 * MIB < peak < 128 * MIB


def test_time_and_memory_can_be_taken_in_one_run(place: Place) -> None:
    """Looked at seldom, a command's memory is still seen, and its time is its own."""
    time, peak = watched((sys.executable, "-c", WAITER), place)

    assert 64 * MIB < peak < 128 * MIB
    assert time.wall >= 0.5


def children() -> set[str]:
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    return set(path.read_text(encoding="ascii").split())


@pytest.mark.parametrize("seconds", ["0.2", "60"])
def test_what_a_command_leaves_behind_has_ended(seconds: str, place: Place) -> None:
    """A process that outlives the command ends, or is ended, before the next run; no other is."""
    with subprocess.Popen(["sleep", "60"]) as stranger:
        before = children()
        timed((sys.executable, "-c", LEAVER, seconds), place)
        assert children() == before
        assert stranger.poll() is None
        stranger.kill()


def test_a_command_that_fails_is_no_result(place: Place) -> None:
    """A command that ends with an error, or never, gives no time but a reason."""
    with pytest.raises(Failed, match="exit code 3"):
        timed((sys.executable, "-c", "raise SystemExit(3)"), place)
    brief = Place(place.folder, {}, place.log, 0.2)
    with pytest.raises(Failed, match="not done"):
        timed((sys.executable, "-c", "import time; time.sleep(60)"), brief)


def test_growth_in_proportion_has_the_exponent_one() -> None:
    """Twice the time for twice the fact-checks is 1, four times is 2."""
    assert exponent([(1_000, 3.0), (2_000, 6.0), (50_000, 150.0)]) == pytest.approx(1)
    assert exponent([(1_000, 3.0), (2_000, 12.0)]) == pytest.approx(2)


def test_a_librarys_time_is_charged_to_the_floor_that_asked_for_it() -> None:
    """What a library takes, also in circles, is charged up to our floors in proportion."""
    reading = ("plugins/factcheck/reading/pairs.py", 1, "read_pair")
    writing = ("plugins/factcheck/engine/outputs.py", 1, "write")
    outer = ("lib/site-packages/yaml/__init__.py", 1, "parse")
    inner = ("lib/site-packages/yaml/reader.py", 1, "peek")
    start = ("lib/site-packages/pelican/__init__.py", 1, "run")
    stats = {
        start: (1, 1, 0.5, 14.5, {}),
        reading: (1, 1, 1.0, 10.0, {start: (1, 1, 1.0, 10.0)}),
        writing: (1, 1, 1.0, 4.0, {start: (1, 1, 1.0, 4.0)}),
        outer: (4, 4, 4.0, 12.0, {reading: (3, 3, 3.0, 9.0), writing: (1, 1, 1.0, 3.0)}),
        inner: (9, 9, 8.0, 8.0, {outer: (8, 8, 7.0, 8.0), inner: (1, 1, 1.0, 1.0)}),
    }

    assert phases(stats) == pytest.approx(
        {"pelican": 0.5, "factcheck.reading": 10.0, "factcheck.engine": 4.0}
    )


def results() -> Results:
    found = Results({"processor": "a specimen"})
    for tool, times in {"factcheck": [3.0, 1.0, 2.0], "hugo-nested": [8.0, 9.0]}.items():
        for seconds in times:
            found.add(Key("posts", 100, tool, "clean wall"), seconds)
    found.fail(Key("posts", 100, "eleventy", "clean wall"), "exit code 134; see there")
    return found


def test_the_report_holds_medians_ratios_and_failures() -> None:
    """Ours is compared by medians; a peer that failed is told with its reason."""
    text = report(results())

    assert "| This project | 2.00 s | 1.00–3.00 |" in text
    row = next(line for line in text.splitlines() if line.startswith("| Hugo, rulings"))
    assert row.split(" | ")[8] == "0.24"
    assert "| Eleventy | failed: exit code 134 |" in text


def test_results_are_kept_for_one_setting_only(tmp_path: Path) -> None:
    """What was measured is there the next time, but not on another kind of machine."""
    path = tmp_path / "results.json"
    results().save(path)

    assert Results.load(path, {"processor": "a specimen"}) == results()
    assert Results.load(path, {"processor": "another"}).samples == {}


def test_the_paper_takes_the_report_between_its_marks(tmp_path: Path) -> None:
    """The paper of the project takes the tables and keeps everything around them."""
    paper = tmp_path / "performance.md"
    told = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    paper.write_text(told, encoding="utf-8")
    put_into(paper, "A specimen of a report.\n")
    put_into(paper, "Another specimen of a report.\n")
    before, rest = told.split(BEGIN)
    after = rest.split(END)[1]

    assert paper.read_text(encoding="utf-8") == (
        f"{before}{BEGIN}\n\nAnother specimen of a report.\n\n{END}{after}"
    )


def test_a_paper_without_marks_is_left_as_it_is(tmp_path: Path) -> None:
    """A paper that has not both marks is refused."""
    paper = tmp_path / "paper.md"
    paper.write_text(f"{BEGIN} and no end", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        put_into(paper, "A specimen of a report.")

    assert paper.read_text(encoding="utf-8") == f"{BEGIN} and no end"


@pytest.mark.parametrize("folder", ["bench/peers", "judge/locks"])
def test_what_others_made_is_locked_with_hashes(folder: str) -> None:
    """All that the bench and the judges install has a version and a hash, and names no host."""
    locks = list((ROOT / folder).glob("*.lock"))
    assert locks
    for lock in locks:
        first, *others = lock.read_text(encoding="utf-8").splitlines()
        assert re.fullmatch(r"[\w-]+==[\d.]+ \\", first)
        assert others
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in others)
    told = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(told)["packages"]
    assert len(packages) > 1
    for name, package in packages.items():
        assert not name or package["integrity"].startswith("sha512-")
        assert "resolved" not in package
