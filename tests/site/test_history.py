"""
What was published does not change in silence: git's history is the record.
"""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
import specimens
from bs4 import BeautifulSoup
from factcheck.adapters.git import LAST, commit_time
from factcheck.diagnostics import Severity
from factcheck.diagnostics.history_codes import HISTORY_CODES
from factcheck.model.characters import deceiving
from factcheck.publishing.views.history import compared
from factcheck.usecases.comparing import changed_since
from factcheck.usecases.history import changed_in_silence
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import BEGUN, FIRST, SECOND_CLAIM, Repository
from sandbox import Sandbox, tree_hash
from specimens import DOCUMENT, TRANSLATION, edited

#: An entry under ``changes`` of the second day.
TOLD = """\
changes:
  - date: 2026-11-23
    kind: correction
    claims: [arches]
    text: The survey was read anew.
"""

#: Taken back for a while.
OUT_AGAIN = ("status: published", "status: draft")

WRONG = ("    rating: true", "    rating: false")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project with one published fact-check of two claims."""
    made = Repository(tmp_path)
    made.git("init", "-q")
    made.commit(BEGUN)
    return made


SILENT = {
    "rating": ("history-rating", "rating", [WRONG]),
    "claim": (
        "history-claim",
        "claim",
        [("claim: The bridge has four", "claim: A bridge has four")],
    ),
    "reason": (
        "history-reason",
        "reason",
        [("The survey counts four.", "The survey counts five.")],
    ),
    "quote": (
        "history-quote",
        "quote",
        [("quote: The bridge has four", "quote: bridge has four")],
    ),
    "evidence": (
        "history-evidence",
        "evidence",
        [("      - work: survey\n", "      - title: Another survey\n")],
    ),
    "stance": ("history-evidence", "evidence", [("stance: supports", "stance: refutes")]),
}


@pytest.mark.parametrize(("code", "key", "changes"), SILENT.values(), ids=SILENT)
def test_what_is_changed_in_silence_is_told_at_its_place(
    repository: Repository, code: str, key: str, changes: list[tuple[str, str]]
) -> None:
    """A published rating, claim, reason, quote or piece of evidence that changed is an error."""
    repository.commit(edited(BEGUN, *changes))
    (problem,) = repository.problems()

    assert (problem.code, problem.severity) == (code, Severity.ERROR)
    assert problem.source.lstrip().startswith((f"{key}:", "- work", "- title"))
    assert "2026-11-23" in problem.message
    assert "changes" in problem.hint


@pytest.mark.parametrize(("code", "key", "changes"), SILENT.values(), ids=SILENT)
def test_the_entry_that_is_missing_can_be_pasted(
    repository: Repository, code: str, key: str, changes: list[tuple[str, str]]
) -> None:
    """The mend's lines are an entry that clears it, the first below its key and any later one."""
    text = BEGUN
    later = ("history-reason", "reason", [("Nobody counted them.", "Nobody counts them.")])
    for told, at, step in ((code, key, changes), later):
        text = edited(text, *step)
        repository.commit(text)
        (problem,) = repository.problems()
        assert problem.code == told, at
        _, _, entry = problem.hint.partition("\n")
        text += entry.replace("…", "It was wrong, and is right now: see above.") + "\n"
        repository.commit(text)
        assert repository.codes() == []


@pytest.mark.parametrize(("code", "key", "changes"), SILENT.values(), ids=SILENT)
def test_what_readers_were_told_is_no_silence(
    repository: Repository, code: str, key: str, changes: list[tuple[str, str]]
) -> None:
    """An entry that names the claim clears what was changed, with its commit or a later one."""
    repository.commit(edited(BEGUN, *changes))
    assert code in repository.codes(), key
    repository.commit(edited(BEGUN, *changes) + TOLD)
    assert repository.codes() == []


def test_an_entry_of_before_covers_nothing_later(repository: Repository) -> None:
    """What was told of an earlier change does not cover the next one."""
    repository.commit(edited(BEGUN, WRONG) + TOLD)
    repository.commit(edited(BEGUN, ("    rating: true", "    rating: satire")) + TOLD)
    assert repository.codes() == ["history-rating"]


def test_an_entry_for_another_claim_covers_nothing(repository: Repository) -> None:
    """An entry that names other claims tells nothing of this one."""
    repository.commit(edited(BEGUN, WRONG) + TOLD.replace("[arches]", "[bells]"))
    assert repository.codes() == ["history-rating"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [(SILENT["reason"][2], []), ([WRONG], ["history-rating"])],
    ids=["words", "rating"],
)
def test_minor_is_for_words(
    repository: Repository, changes: list[tuple[str, str]], codes: list[str]
) -> None:
    """An entry for a typing error covers words, and no decision."""
    repository.commit(edited(BEGUN, *changes) + TOLD.replace("correction", "minor"))
    assert repository.codes() == codes


@pytest.mark.parametrize(
    "changes",
    [
        [
            (
                "        finding: It counts four arches.\n",
                "        finding: It counts them.\n        read: full\n",
            )
        ],
        [
            (
                "    title: A survey that does not exist\n",
                "    title: A survey that does not exist\n    archived_url: https://web.archive.example/1\n",
            )
        ],
        [("summary: The specimen", "summary: This specimen")],
        [
            (
                "    claim: The bridge has four arches.\n",
                "    claim: The bridge has\n      four arches.\n",
            )
        ],
        [
            (
                "    evidence:\n",
                "    evidence:\n      - {title: Another, stance: context, finding: It agrees.}\n",
            )
        ],
        [(SECOND_CLAIM, SECOND_CLAIM + SECOND_CLAIM.replace("bells", "nine-bells", 1))],
        [("authors: [Desk]", "authors: [Desk]\ntopics: [Bridges]")],
    ],
    ids=["finding", "archive", "summary", "lines", "evidence", "claim", "topics"],
)
def test_additions_and_notes_pass(repository: Repository, changes: list[tuple[str, str]]) -> None:
    """Added evidence and claims, archived copies, findings and line breaks need no entry."""
    repository.commit(edited(BEGUN, *changes))
    assert repository.codes() == []


def test_a_draft_is_free(tmp_path: Path) -> None:
    """Before it is published, everything may change."""
    repository = Repository(tmp_path)
    repository.git("init", "-q")
    draft = edited(BEGUN, ("status: published", "status: draft"))
    repository.commit(draft)
    repository.commit(edited(draft, WRONG))
    repository.commit(BEGUN)
    assert repository.codes() == []


def test_what_waits_for_its_time_is_free_until_then(tmp_path: Path) -> None:
    """A scheduled fact-check may change before its time, and not after it."""
    repository = Repository(tmp_path)
    repository.git("init", "-q")
    later = [
        ("status: published", "status: scheduled"),
        ("published: 2026-11-22", "published: 2026-11-24"),
    ]
    waiting = edited(BEGUN, *later)
    repository.commit(waiting)
    repository.commit(edited(waiting, WRONG))
    repository.day += timedelta(days=3)
    repository.commit(waiting)
    assert repository.codes() == []
    repository.commit(edited(waiting, WRONG))
    assert repository.codes() == ["history-rating"]


GONE: dict[str, tuple[list[tuple[str, str]], str]] = {
    "claim": ([(SECOND_CLAIM, "")], "history-id"),
    "renamed claim": ([("id: bells", "id: nine-bells")], "history-id"),
    "reused id": (
        [
            ("quote: The tower has nine bells", "quote: this text was written"),
            ("claim: The tower has nine bells.", "claim: Somebody wrote it."),
        ],
        "history-id",
    ),
    "slug": ([("status: published", "status: published\nslug: another")], "history-slug"),
    "draft again": ([("status: published", "status: draft")], "history-slug"),
}


@pytest.mark.parametrize(("changes", "code"), GONE.values(), ids=GONE)
def test_addresses_last(repository: Repository, changes: list[tuple[str, str]], code: str) -> None:
    """A claim's id and a fact-check's slug neither vanish nor come to mean something else."""
    general = TOLD.replace("    claims: [arches]\n", "")
    repository.commit(edited(BEGUN, *changes) + general)
    assert repository.codes() == [code]


def test_a_former_slug_leads_on(repository: Repository) -> None:
    """A slug may change if the former one is kept among former_slugs."""
    kept = "status: published\nslug: another\nformer_slugs: [specimen]"
    repository.commit(edited(BEGUN, ("status: published", kept)))
    assert repository.codes() == []


def test_withdrawing_is_no_silence(repository: Repository) -> None:
    """A fact-check that is taken back keeps its address and says why."""
    taken = edited(BEGUN, ("status: published", "status: withdrawn"))
    repository.commit(
        f"{taken}withdrawn: {{date: 2026-11-23, reason: The survey was invented.}}\n"
    )
    assert repository.codes() == []


def test_a_fact_check_that_is_gone_is_told(repository: Repository) -> None:
    """A published sidecar that was removed is told under its former name."""
    (repository.root / "seeds" / "specimen.verdict.yaml").unlink()
    (repository.root / "seeds" / "specimen.txt").unlink()
    repository.commit()
    (problem,) = repository.problems()
    assert (problem.file, problem.code) == ("seeds/specimen.verdict.yaml", "history-slug")


def test_a_slug_is_not_given_to_another(repository: Repository) -> None:
    """The address of a fact-check never leads to another one."""
    moved = edited(
        BEGUN, ("status: published", "status: published\nslug: elsewhere\nformer_slugs: []")
    )
    repository.commit(moved)
    repository.commit(
        edited(BEGUN, ("status: published", "status: published\nslug: specimen")), "other"
    )
    assert ("seeds/other.verdict.yaml", "history-slug") in {
        (problem.file, problem.code) for problem in repository.problems()
    }


def test_a_file_that_was_moved_keeps_its_history(repository: Repository) -> None:
    """A rename does not wash a change off."""
    (repository.root / "seeds" / "2026").mkdir()
    for ending in ("txt", "verdict.yaml"):
        repository.git("mv", f"seeds/specimen.{ending}", f"seeds/2026/specimen.{ending}")
    repository.commit()
    assert repository.codes() == []
    repository.commit(edited(BEGUN, WRONG), "2026/specimen")
    assert [(one.file, one.code) for one in repository.problems()] == [
        ("seeds/2026/specimen.verdict.yaml", "history-rating")
    ]


@pytest.mark.parametrize("slug", ["", "slug: specimen\n"], ids=["as it was", "with its slug"])
def test_a_file_that_is_being_moved_keeps_its_history(repository: Repository, slug: str) -> None:
    """Before a rename is committed as after it, only what was changed in the file is told."""
    text = f"{slug}{BEGUN}"
    repository.commit(text)
    (repository.root / "seeds" / "2026").mkdir()
    for ending in ("txt", "verdict.yaml"):
        path = repository.root / "seeds" / f"specimen.{ending}"
        path.rename(path.parent / "2026" / path.name)
    assert repository.codes() == []
    repository.write(edited(text, WRONG), "2026/specimen")
    assert [(one.file, one.code) for one in repository.problems()] == [
        ("seeds/2026/specimen.verdict.yaml", "history-rating")
    ]


def test_a_file_renamed_without_its_slug_is_told_how_to_keep_its_address(
    repository: Repository,
) -> None:
    """Its name was its slug: before the rename is committed the mend is the one of afterwards."""
    for ending in ("txt", "verdict.yaml"):
        path = repository.root / "seeds" / f"specimen.{ending}"
        path.rename(path.with_name(f"renamed.{ending}"))
    (before,) = repository.problems()
    assert (before.file, before.code) == ("seeds/renamed.verdict.yaml", "history-slug")
    assert "slug: specimen" in before.hint
    repository.commit()
    (after,) = repository.problems()
    assert after.hint == before.hint


ENTRIES: dict[str, tuple[str, str]] = {
    "removed": ("", "history-entry"),
    "rewritten": (TOLD.replace("read anew", "read once more"), "history-entry"),
    "dated before": (
        TOLD + TOLD.replace("changes:\n", "").replace("2026-11-23", "2026-11-20"),
        "history-date",
    ),
}


@pytest.mark.parametrize(("after", "code"), ENTRIES.values(), ids=ENTRIES)
def test_what_readers_were_told_stays(repository: Repository, after: str, code: str) -> None:
    """An entry is neither removed nor rewritten, and bears no day before the change was made."""
    repository.commit(edited(BEGUN, WRONG) + TOLD)
    repository.commit(edited(BEGUN, WRONG) + after)
    assert code in repository.codes()
    repository.commit(edited(BEGUN, WRONG) + TOLD)
    assert repository.codes() == []


def test_what_is_not_committed_is_told_too(repository: Repository) -> None:
    """An editor hears of it before it is committed."""
    repository.write(edited(BEGUN, WRONG))
    (problem,) = repository.problems()
    assert "since the last commit" in problem.message


def test_the_steps_of_a_branch_were_not_published(repository: Repository) -> None:
    """What a branch tried and took back before it was merged is nobody's business."""
    repository.git("switch", "-q", "-c", "branch")
    repository.commit(edited(BEGUN, WRONG))
    repository.commit(edited(BEGUN, ("summary: The", "summary: This")))
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "branch")
    assert repository.codes() == []


def test_a_translation_is_covered_by_its_original(repository: Repository) -> None:
    """Of what the original tells, the readers of a translation are told as well."""
    repository.commit(TRANSLATION, "specimen.es")
    words = ("reason: El estudio cuenta cuatro.", "reason: El estudio cuenta cinco.")
    repository.commit(edited(TRANSLATION, words), "specimen.es")
    assert repository.codes() == ["history-reason"]
    repository.commit(BEGUN + TOLD.replace("11-23", "11-24"))
    assert repository.codes() == []


def test_samples_are_no_publications(tmp_path: Path) -> None:
    """A worked example may change and go, with its translations."""
    repository = Repository(tmp_path)
    repository.git("init", "-q")
    repository.commit(edited(BEGUN, ("language: en", "language: en\nsample: true")))
    repository.commit(TRANSLATION, "specimen.es")
    repository.commit(edited(TRANSLATION, ("cuenta cuatro", "cuenta cinco")), "specimen.es")
    assert repository.codes() == []
    for path in (repository.root / "seeds").iterdir():
        path.unlink()
    repository.commit()
    assert repository.codes() == []


def test_a_version_that_is_no_sidecar_is_passed_over(repository: Repository) -> None:
    """What could not be read in between was not published; what stands after it is compared."""
    path = repository.root / "seeds" / "specimen.verdict.yaml"
    for broken in (b"\xff\xfe\x00", b"a: [", b"- a list\n", b"\x00" * 100, b""):
        path.write_bytes(broken)
        repository.commit()
    repository.commit(edited(BEGUN, WRONG))
    assert repository.codes() == ["history-rating"]


@pytest.mark.parametrize("name", ["a b", "ärger", "-x", "'quoted'", "x;y"])
def test_odd_names_are_told_apart(repository: Repository, name: str) -> None:
    """A file's name is data to git and to us."""
    sidecar = edited(BEGUN, ("status: published", "status: published\nslug: odd"))
    repository.commit(sidecar, name)
    repository.commit(edited(sidecar, WRONG), name)
    assert [one.file for one in repository.problems()] == [f"seeds/{name}.verdict.yaml"]


def test_a_shallow_clone_says_so(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where the history was not fetched, that is said, and nothing else is."""
    repository.commit(edited(BEGUN, WRONG))
    clone = tmp_path_factory.mktemp("clone")
    address = repository.root.as_uri()
    repository.git("clone", "-q", "--depth", "1", address, str(clone))
    (problem,) = changed_in_silence(specimens.project(clone), repository.day)
    assert (problem.code, problem.severity) == ("history-missing", Severity.WARNING)
    assert "git fetch --unshallow" in problem.message


def test_another_repository_is_no_version(repository: Repository) -> None:
    """Where another repository stood under a sidecar's name, nothing was published."""
    for name in ("other", "specimen"):
        entry = f"160000,{'1' * 40},seeds/{name}.verdict.yaml"
        repository.git("update-index", "--add", "--cacheinfo", entry)
    repository.git("commit", "-q", "-m", "A step")
    assert repository.problems() == ()
    assert [one.kind for one in changed_since(specimens.project(repository.root), "HEAD")] == [
        "new"
    ]


def test_a_commit_may_bear_any_day(repository: Repository) -> None:
    """A day that no calendar has costs neither the history nor the build's date."""
    raw = repository.git("cat-file", "commit", "HEAD")
    late = re.sub(r"> [0-9]+ ", f"> {2**43} ", raw)
    (repository.root / "commit").write_text(late, encoding="utf-8")
    made = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit").strip()
    repository.git("reset", "-q", "--hard", made)
    assert commit_time(repository.root) == LAST
    assert repository.problems() == ()


def test_outside_git_that_is_said(tmp_path: Path) -> None:
    """Without a repository the check goes on, and says what it cannot tell."""
    (tmp_path / "seeds").mkdir()
    (problem,) = changed_in_silence(specimens.project(tmp_path), FIRST)
    assert (problem.code, problem.severity) == ("history-missing", Severity.WARNING)


def test_what_was_never_published_is_said_to_be_so(sandbox: Sandbox) -> None:
    """``history`` is not silent about a draft, nor about a digest without a publication."""
    repository = Repository(sandbox.root)
    repository.git("init", "-q")
    repository.commit(edited(BEGUN, ("status: published", "status: draft")))
    told = sandbox.factcheck("history", "seeds/specimen.txt")
    assert (told.returncode, told.stdout) == (
        0,
        "seeds/specimen.verdict.yaml: not published yet\n",
    )
    assert "No fact-check was published yet" in sandbox.factcheck("history").stdout


def test_the_commands_tell_it(sandbox: Sandbox) -> None:
    """``check`` tells it when asked, ``ready`` always, ``history`` with all that was changed."""
    repository = Repository(sandbox.root)
    repository.git("init", "-q")
    (sandbox.root / ".gitignore").write_text("output\n.factcheck\n__pycache__\n", encoding="utf-8")
    repository.commit(BEGUN)
    repository.commit(edited(BEGUN, WRONG))

    assert sandbox.factcheck("check").returncode == 0
    checked = sandbox.factcheck("check", "--history")
    assert checked.returncode == 1
    assert "seeds/specimen.verdict.yaml:16:13: history-rating" in checked.stdout
    assert sandbox.factcheck("ready").returncode == 1
    assert "history-rating" in sandbox.factcheck("ready").stderr
    told = sandbox.factcheck("history", "seeds/specimen.txt")
    assert told.returncode == 1
    assert "rating of claim arches was changed from “true” to “false”" in told.stdout
    unknown = sandbox.factcheck("history", "seeds/other.txt")
    assert (unknown.returncode, unknown.stdout) == (2, "")


def committed(sandbox: Sandbox) -> Repository:
    """Put a project under git: a published fact-check, and a correction of the next day."""
    made = Repository(sandbox.root)
    made.git("init", "-q")
    ignored = "output\n.output.*\n.factcheck\n__pycache__\n"
    (sandbox.root / ".gitignore").write_text(ignored, encoding="utf-8")
    made.commit(BEGUN)
    words = ("The survey counts four.", "The survey counts <five>.")
    made.commit(edited(BEGUN, WRONG, words) + TOLD)
    return made


def test_readers_see_what_was_changed(sandbox: Sandbox) -> None:
    """A page shows each day's old and new words, and a correction the rating before and after."""
    committed(sandbox)
    assert sandbox.pelican().returncode == 0
    page = (sandbox.output / "checks/specimen/index.html").read_text(encoding="utf-8")
    history = BeautifulSoup(page, "lxml").select_one("details.history")

    assert history is not None
    assert [one.text for one in history.select("time")] == ["23 November 2026"]
    assert [one.text for one in history.select(".badge")] == ["True", "False"]
    assert [one.text for one in history.select("del")] == ["four"]
    assert "".join(one.text for one in history.select("ins")) == "<five>"
    of_bells = (sandbox.output / "checks/specimen/bells.html").read_text(encoding="utf-8")
    assert 'details class="history"' not in of_bells
    corrections = (sandbox.output / "corrections/index.html").read_text(encoding="utf-8")
    badges = BeautifulSoup(corrections, "lxml").select(".card .badge")
    assert [one.text for one in badges] == ["True", "False"]


def test_what_an_old_version_hides_is_shown_by_a_sign(sandbox: Sandbox) -> None:
    """An old version held to no rule: its hidden and broken characters do nothing on a page."""
    repository = Repository(sandbox.root)
    repository.git("init", "-q")
    hidden = '"\\u202Ereversed\\a \\u2028 <b>"'
    odd = edited(
        BEGUN,
        ("reason: The survey counts four.", f"reason: {hidden}"),
        ("    rating: true", f"    rating: {hidden}"),
        ("stance: supports", f"stance: {hidden}"),
    )
    repository.commit(odd)
    repository.commit(BEGUN + TOLD)
    done = sandbox.pelican()
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("index.html", "arches.html"):
        page = (sandbox.output / "checks/specimen" / name).read_text(encoding="utf-8")
        history = BeautifulSoup(page, "lxml").select_one("details.history")
        assert history is not None
        assert history.find("b") is None
        assert not {*deceiving(history.get_text())}
        assert "RLOreversed" in history.get_text()


def test_what_was_tried_while_it_was_taken_back_is_not_shown(sandbox: Sandbox) -> None:
    """Of a fact-check that was a draft for a while, readers see what was published, no more."""
    repository = Repository(sandbox.root)
    repository.git("init", "-q")
    was = "reason: The survey counts four."
    published = edited(BEGUN, (was, "reason: The survey counts them."))
    repository.commit(published)
    repository.commit(edited(BEGUN, (was, "reason: Unpublished."), OUT_AGAIN))
    repository.commit(BEGUN)
    assert sandbox.pelican().returncode == 0
    page = (sandbox.output / "checks/specimen/index.html").read_text(encoding="utf-8")
    assert "What was changed, word by word" in page
    for path in sandbox.output.rglob("*.*"):
        assert b"Unpublished" not in path.read_bytes()


@pytest.mark.parametrize("sign", ["甲", "word ", "a b ", "a, "])
def test_long_texts_of_few_words_are_compared(sign: str) -> None:
    """Texts made to be compared for long cost no more than others."""
    before, after = sign * 400, sign.replace(" ", ", ") * 400
    found = list(compared(before, after))
    assert "".join(one.text for one in found if one.kind != "added") == before
    assert "".join(one.text for one in found if one.kind != "taken") == after


@pytest.mark.parametrize(
    ("document", "display", "struck"),
    [(DOCUMENT, "full", True), (DOCUMENT, "excerpts", False), (None, "full", False)],
)
def test_words_that_are_not_shown_are_not_brought_back(
    sandbox: Sandbox, document: str | None, display: str, *, struck: bool
) -> None:
    """Of a quote that was changed the former words are shown only where the document has them."""
    repository = committed(sandbox)
    text = (sandbox.root / "seeds/specimen.verdict.yaml").read_text(encoding="utf-8")
    shown = ("  kind: article", f"  kind: article\n  display: {display}")
    quote = ("quote: The bridge has four", "quote: bridge has four")
    other = document or DOCUMENT.replace("The bridge", "A bridge")
    repository.write(edited(text, quote, shown), document=other)
    repository.commit()
    assert sandbox.pelican().returncode == 0
    page = (sandbox.output / "checks/specimen/index.html").read_text(encoding="utf-8")
    assert ("<del>The </del>" in page) is struck


def test_a_page_is_made_anew_with_its_history(sandbox: Sandbox) -> None:
    """What an incremental build shows of the history is what a fresh one shows."""
    repository = committed(sandbox)
    sandbox.pelican()
    entry = TOLD.removeprefix("changes:\n").replace("2026-11-23", "2026-11-24")
    text = (sandbox.root / "seeds/specimen.verdict.yaml").read_text(encoding="utf-8")
    repository.commit(edited(text, ("stance: supports", "stance: refutes")) + entry)
    sandbox.pelican()
    first = tree_hash(sandbox.output)
    assert "What evidence says" in (sandbox.output / "checks/specimen/index.html").read_text(
        "utf-8"
    )
    shutil.rmtree(sandbox.output)
    shutil.rmtree(sandbox.root / ".factcheck")
    sandbox.pelican()
    assert tree_hash(sandbox.output) == first


def test_a_build_says_that_it_has_no_history(sandbox: Sandbox) -> None:
    """Outside git the site is built all the same, and the build says what it cannot show."""
    sandbox.seed("specimen.txt", DOCUMENT, BEGUN)
    done = sandbox.pelican()
    assert done.returncode == 0
    assert "No page shows its history: " in done.stdout


@given(st.text(max_size=60), st.text(max_size=60))
def test_two_texts_are_shown_as_one(before: str, after: str) -> None:
    """What is kept and taken is the text before; what is kept and added is the text after."""
    found = list(compared(before, after))
    old = "".join(part.text for part in found if part.kind != "added")
    new = "".join(part.text for part in found if part.kind != "taken")
    assert (old, new) == (before, after)


Edit = tuple[tuple[str, str], ...]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(st.sampled_from([tuple(one[2]) for one in SILENT.values()]), max_size=4))
def test_told_step_by_step_nothing_is_silent(
    edits: list[Edit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is changed, one after the other: what comes with an entry each time is told."""
    repository = Repository(tmp_path_factory.mktemp("repository"))
    repository.git("init", "-q")
    repository.commit(BEGUN)
    entries = "changes:\n"
    text = BEGUN
    for edit in edits:
        flipped = tuple((new, old) if old not in text else (old, new) for old, new in edit)
        text = edited(text, *flipped)
        entries += TOLD.removeprefix("changes:\n").replace(
            "2026-11-23", f"{repository.day:%Y-%m-%d}"
        )
        repository.commit(text + entries)
        assert repository.codes() == []


def test_every_code_is_tried() -> None:
    """No code of history goes without an example here."""
    tried = {one[0] for one in SILENT.values()} | {
        one[1] for one in (*GONE.values(), *ENTRIES.values())
    }
    assert tried | {"history-missing"} == HISTORY_CODES.keys()
