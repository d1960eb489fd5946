from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from factcheck.usecases.read import read_contents
from sandbox import ROOT, Sandbox, differing
from specimens import project

from bench.edits import editing
from bench.plan import PAGE, Entry, Plan, entry_of, planned
from bench.specimens import Corpus
from bench.writing import FORMS, Form, prepare, write

SIZE = 5


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus("a seed", SIZE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the corpus stands in every form."""
    return tmp_path_factory.mktemp("corpus")


@pytest.fixture(scope="module", autouse=True)
def plans(corpus: Corpus, folder: Path) -> dict[str, Plan]:
    """What each tool has to write."""
    return write(corpus, folder)


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def front_matter(folder: Path) -> Iterator[Entry]:
    for path in sorted((folder / "content" / "checks").glob("*.md")):
        head: Any = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        topics = tuple(head["topics"])
        assert len(topics) == 1
        yield Entry(path.stem, topics[0], tuple(head["ratings"]), tuple(head["claimants"]))


def metadata(folder: Path) -> Iterator[Entry]:
    for path in sorted((folder / "content" / "checks").glob("*.md")):
        lines = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
        told = dict(line.split(": ", 1) for line in lines)
        ratings, claimants = told["Tags"].split(", "), told["Authors"].split("; ")
        yield Entry(told["Slug"], told["Category"], tuple(ratings), tuple(claimants))


def verdicts(folder: Path) -> Iterator[Entry]:
    contents = read_contents(project(folder, folder / "content" / "ratings.yaml"))
    for check in sorted(contents.checks, key=lambda check: check.slug):
        claims = [ruled.claim for ruled in check.claims]
        claimants = [party.name for claim in claims for party in claim.claimant]
        ratings = [claim.rating for claim in claims]
        yield Entry(check.slug, *check.verdict.topics, tuple(ratings), tuple(claimants))


#: How each form is read back, without the code that wrote it.
READERS: dict[str, Callable[[Path], Iterator[Entry]]] = {
    "factcheck": verdicts,
    "hugo-nested": front_matter,
    "hugo-flat": front_matter,
    "hugo-pages": front_matter,
    "hugo-crowd": front_matter,
    "eleventy": front_matter,
    "pelican": metadata,
}


def test_the_corpus_passes_our_check(folder: Path) -> None:
    """The seeds and sidecars that the bench writes are checked without an error or a warning."""
    command = ("-s", "posts.conf.py", "check")
    done = Sandbox(folder / "factcheck").factcheck(*command, PYTHONPATH=str(ROOT / "plugins"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == (
        "No errors, no warnings.\nWithout errors: five fact-checks with 20 rulings.\n"
    )


def test_a_seed_makes_the_same_bytes(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    """Written again from its seed, the corpus has every file and every byte that it had."""
    write(Corpus(corpus.seed, SIZE), tmp_path / "again")
    write(Corpus("another seed", SIZE), tmp_path / "other")

    assert differing(folder, tmp_path / "again") == []
    assert len(differing(folder, tmp_path / "other")) > SIZE


def test_a_fact_check_does_not_depend_on_the_others() -> None:
    """A fact-check made alone is the one that stands in the whole corpus."""
    corpus = Corpus("a seed", SIZE)

    assert corpus.specimen(SIZE) == list(corpus)[-1]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.folder)
def test_every_form_asks_for_its_pages(
    form: Form, corpus: Corpus, plans: dict[str, Plan], folder: Path
) -> None:
    """Read back from its files, each form has all fact-checks and lists of its corpus."""
    found = list(READERS[form.folder](folder / form.folder))

    assert len(found) == form.corpus(corpus).size == int(SIZE * form.times)
    assert found == [entry_of(specimen) for specimen in form.corpus(corpus)]
    assert planned(found) == plans[form.folder]


def test_lists_are_counted_in_pages_of_fifty() -> None:
    """One entry more than a page holds takes a second page, but where full pages must last."""
    entries = [Entry(str(number), "a", ("true",), (str(number),)) for number in range(PAGE + 1)]
    plan = planned(entries)

    assert plan.entries()["lists by topic"] == PAGE + 1
    assert plan.pages()["lists by topic"] == plan.pages()["lists by rating"] == 2
    assert plan.pages(lasting=True)["lists by topic"] == 1
    assert plan.pages()["lists by claimant"] == PAGE + 1


def test_a_fact_check_is_as_large_as_it_is_said_to_be() -> None:
    """Each has about 500 words, 4 quotes found once, 10 pieces of evidence, own explanations."""
    specimens = list(Corpus("a seed", 40))
    words = [len(" ".join(one.paragraphs).split()) for one in specimens]
    explanations = [ruling.explanation for one in specimens for ruling in one.rulings]

    assert 480 < sum(words) / len(words) < 560
    assert len(set(explanations)) == 4 * len(specimens)
    for one in specimens:
        text = "\n".join(one.paragraphs)
        assert [text.count(ruling.quote) for ruling in one.rulings] == [1, 1, 1, 1]
        assert sum(len(ruling.evidence) for ruling in one.rulings) == 10
        assert len({ruling.rating for ruling in one.rulings}) == 4
        assert len({ruling.claimant for ruling in one.rulings}) == 4


def test_every_text_says_that_it_is_a_specimen(corpus: Corpus) -> None:
    """Nobody can take a document, a title, a claim or a source of the corpus for a real one."""
    for one in corpus:
        works = [text for work in one.works for text in (work.title, work.publisher)]
        claims = [text for ruling in one.rulings for text in (ruling.claim, ruling.claimant)]
        for text in (one.title, one.summary, one.paragraphs[0], one.outlet, *works, *claims):
            assert "specimen" in text.lower()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.folder)
def test_an_edit_changes_one_place_and_is_undone(form: Form, corpus: Corpus, folder: Path) -> None:
    """The bench's edit shows once in one file of each form, which is as before in the end."""
    place = folder / form.folder
    with editing(form, place, form.corpus(corpus)) as edit:
        before = edit.file.read_text(encoding="utf-8")
        words = edit.make(7)
        during = edit.file.read_text(encoding="utf-8")

    assert during.count(words) == 1
    assert during.replace(words, edit.words) == before
    assert edit.file.read_text(encoding="utf-8") == before


def test_a_corpus_that_is_there_is_not_written_again(corpus: Corpus, tmp_path: Path) -> None:
    """A form that is there is kept, unless written from something else; others are let be."""
    folder, name = tmp_path / "corpus", "hugo-flat"
    plan = prepare(corpus, folder, [name], remove)
    mine = folder / name / "mine"
    mine.touch()

    assert prepare(corpus, folder, [name, "pelican"], remove)[name] == plan[name]
    assert mine.exists()
    assert not (folder / "eleventy").exists()
    again = prepare(Corpus("another seed", SIZE), folder, [name], remove)
    assert again[name].checks == SIZE
    assert not mine.exists()
