"""
A build that keeps what has not changed makes the same site as one that begins with nothing.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factcheck.engine import workers
from factcheck.engine.staging import staged
from factcheck.model.site import Project
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.build import Asset, Build, Order, Refused
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sandbox import ROOT, Sandbox, copy_project, differing, verdict
from specimens import OWN_SITE, project

DOCUMENT = "Of all numbers, the first is one.\n"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
CONTACT = DeskPage("Contact", "contact/index.html", "<p>Write to us.</p>")

NAMES = st.sampled_from("abcdef")
WORDS = st.sampled_from(["one", "the first", "all numbers"])
RATINGS = st.sampled_from(["unproven", "satire"])
FOLDER = ROOT / "theme" / "templates"
TEMPLATES = st.sampled_from(
    sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
)
STATUSES = st.sampled_from(["published", "draft", "scheduled", "withdrawn"])
LANGUAGES = st.sampled_from(["es", "uk"])

TRANSLATED = """\
translation_of: {name}
language: {language}
title: Acerca de {words}
slug: {name}-{language}
status: {status}
published: 2026-01-06
authors: [Desk]
topics: [{words}]
summary: De prueba.
claims:
  - id: first
    claim: El texto dice {words}.
    reason: Nada.
"""


def project_in(sandbox: Sandbox) -> Project:
    return project(sandbox.root, sandbox.root / "content" / "ratings.yaml", OWN_SITE)


def build(project: Project, pages: tuple[DeskPage, ...] = (CONTACT,), jobs: int = 1) -> bool:
    """Build as Pelican's door does; tell whether anything was put in place."""
    order = Order(project, NOW, project.root / ".factcheck", jobs)
    with staged(project.output) as stage:
        made = Build(order, stage)
        made.read(pages)
        made.write(pages, (Asset("images/a.txt", project.root / "content" / "about.md"),))
        made.settle(has_neighbours=False)
    made.note()
    return stage.is_wanted


def afresh(project: Project, folder: Path, pages: tuple[DeskPage, ...] = (CONTACT,)) -> Path:
    """Build the same project from nothing, elsewhere."""
    shutil.copytree(project.root, folder, ignore=shutil.ignore_patterns(".*", "output"))
    other = replace(project_in(Sandbox(folder)), site=project.site)
    build(other, pages)
    return other.output


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    """Which file stands under each name, and when it was changed last."""
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (stat.st_ino, stat.st_ctime_ns) for path, stat in found.items()}


@pytest.fixture
def small(sandbox: Sandbox) -> Project:
    for name in "abc":
        sandbox.seed(f"{name}.txt", DOCUMENT, verdict("first", slug=name))
    return project_in(sandbox)


def test_nothing_changed_nothing_moves(small: Project) -> None:
    """A second build without a change puts nothing in place and writes no file."""
    assert build(small)
    before = stamps(small.output)

    assert not build(small)
    assert before == stamps(small.output)


def test_only_what_depends_on_a_change_is_written(small: Project) -> None:
    """Pages that show nothing of an edited fact-check are the very files they were."""
    build(small)
    before = {path: path.stat().st_ino for path in small.output.rglob("*.html")}
    Sandbox(small.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title="Edited"))
    build(small)
    new = {path for path, inode in before.items() if path.stat().st_ino != inode}

    assert {str(path.relative_to(small.output)) for path in new} == {
        "index.html",
        # It tells the size and hash of each file of data.
        "data/index.html",
        "checks/b/index.html",
        "checks/b/first.html",
        "embed/b/index.html",
        # They show its title beside them.
        "checks/a/index.html",
        "checks/a/first.html",
        "checks/c/index.html",
        "checks/c/first.html",
        "ratings/unproven/index.html",
        "archive/2026/index.html",
        "archive/month/2026-01/index.html",
        "kinds/message/index.html",
        "languages/en/index.html",
    }


def test_the_index_is_joined_again_only_where_a_fact_check_changed(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit of the desk's own page leaves the index as it is, without looking at it again."""
    build(small)
    before = stamps(small.output / "search")

    def joined(*_: object) -> None:
        msg = "the index was joined again"
        raise AssertionError(msg)

    monkeypatch.setattr("factcheck.usecases.build.index_files", joined)
    edited = DeskPage("Contact", "contact/index.html", "<p>Write to us by hand.</p>")
    assert build(small, (edited,))
    after = stamps(small.output / "search")
    parts = [path for path in before if path.parent.name == "parts"]

    assert len(parts) > 5
    assert [path for path in parts if before[path][0] != after[path][0]] == []
    Sandbox(small.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title="Edited"))
    with pytest.raises(AssertionError, match="joined again"):
        build(small)


def test_a_site_without_search_has_nothing_of_it(small: Project, tmp_path: Path) -> None:
    """Switched off, there is no index, page, link nor script; switched on, all is back."""
    build(small)
    without = replace(small, site=replace(small.site, search=False))
    build(without)
    pages = "".join(path.read_text(encoding="utf-8") for path in small.output.rglob("*.html"))

    assert not (small.output / "search").exists()
    assert "/search/" not in pages
    assert "find.js" not in pages
    assert differing(small.output, afresh(without, tmp_path / "without")) == []
    build(small)
    assert differing(small.output, afresh(small, tmp_path / "with")) == []


def test_the_data_is_exported_again_only_where_a_fact_check_changed(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit of the desk's own page leaves the data as it is, without looking at a record."""
    build(small)
    before = stamps(small.output / "data")

    def exported(*_: object) -> None:
        msg = "the data was exported again"
        raise AssertionError(msg)

    monkeypatch.setattr("factcheck.usecases.build.Exporting", exported)
    edited = DeskPage("Contact", "contact/index.html", "<p>Write to us by hand.</p>")
    assert build(small, (edited,))
    after = stamps(small.output / "data")
    files = [path for path in before if path.suffix in {".csv", ".jsonl", ".json", ".sqlite"}]

    assert len(files) > 20
    assert [path for path in files if before[path][0] != after[path][0]] == []
    Sandbox(small.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title="Edited"))
    with pytest.raises(AssertionError, match="exported again"):
        build(small)


def test_a_site_without_data_has_nothing_of_it(small: Project, tmp_path: Path) -> None:
    """Switched off, there is no file, page nor link of it; switched on, all is back."""
    build(small)
    without = replace(small, site=replace(small.site, data=False))
    build(without)
    pages = "".join(path.read_text(encoding="utf-8") for path in small.output.rglob("*.html"))

    assert not (small.output / "data").exists()
    assert not list(small.output.glob("checks/*/index.json"))
    assert "/data/" not in pages + (small.output / "sitemap.xml").read_text(encoding="utf-8")
    assert differing(small.output, afresh(without, tmp_path / "without")) == []
    build(small)
    assert differing(small.output, afresh(small, tmp_path / "with")) == []


def test_an_empty_digest_exports_empty_tables(sandbox: Sandbox) -> None:
    """Before the first fact-check there is all of /data/, with nothing in it."""
    project = project_in(sandbox)
    build(project)
    data = project.output / "data"

    assert (data / "claims.jsonl").read_bytes() == b""
    assert len((data / "claims.csv").read_text(encoding="utf-8").splitlines()) == 1
    assert json.loads((data / "claims-search" / "page-1.json").read_bytes()) == {"claims": []}
    assert json.loads((data / "claimreview.json").read_bytes())["dataFeedElement"] == []


def test_an_edit_of_any_template_is_published(small: Project) -> None:
    """Whichever page template is edited, every page that it makes shows the edit."""
    build(small)
    folder = small.theme / "templates"
    for path in sorted(folder.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        if path.name in {"base.html", "preview.html", "moved.html", "withdrawn.html"}:
            continue  # no page here is rendered with these alone
        path.write_text(
            text.replace("{% block main %}", "{% block main %}EDITED"), encoding="utf-8"
        )

        assert build(small) == ("{% block main %}" in text), path.name


def test_what_makes_the_same_bytes_is_not_made_again(small: Project) -> None:
    """After an edit that changes no page, the next build knows that nothing has changed."""
    build(small)
    sidecar = small.seeds / "b.verdict.yaml"
    sidecar.write_text(f"# a remark\n{sidecar.read_text(encoding='utf-8')}", encoding="utf-8")

    assert not build(small)
    ledger = small.root / ".factcheck" / "made.sqlite"
    before = ledger.stat().st_mtime_ns
    assert not build(small)
    assert ledger.stat().st_mtime_ns == before


@pytest.mark.parametrize("spoil", ["made.sqlite", "published.json", "spare.json"])
@pytest.mark.parametrize("keep", [0, 100, 3000])
def test_a_truncated_cache_is_not_believed(
    small: Project, tmp_path: Path, spoil: str, keep: int
) -> None:
    """Whatever part of the cache is cut short, the next build makes the right site."""
    for title in ("One", "Two"):
        Sandbox(small.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title=title))
        build(small)
    file = small.root / ".factcheck" / spoil
    file.write_bytes(file.read_bytes()[:keep])
    Sandbox(small.root).seed("c.txt", DOCUMENT, verdict("first", slug="c", title="Edited"))
    build(small)

    assert differing(small.output, afresh(small, tmp_path / "fresh")) == []


def test_a_foreign_cache_is_not_believed(small: Project, tmp_path: Path) -> None:
    """The cache and folders of another project lead to no page of that project."""
    other = project_in(copy_project(tmp_path / "other"))
    Sandbox(other.root).seed("a.txt", DOCUMENT, verdict("first", slug="a", title="Foreign"))
    for title in ("One", "Two"):
        Sandbox(other.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title=title))
        build(other)
    for name in (".factcheck", ".output.spare", "output"):
        shutil.copytree(other.root / name, small.root / name, copy_function=shutil.copy2)
    build(small)

    assert differing(small.output, afresh(small, tmp_path / "fresh")) == []


@pytest.mark.parametrize("kind", ["check", "pieces", "finished"])
@pytest.mark.parametrize(
    "damage", ["UPDATE made SET body = substr(body, 1, 9)", "DELETE FROM made"]
)
def test_a_row_that_is_lost_is_made_again(
    small: Project, tmp_path: Path, damage: str, kind: str
) -> None:
    """Where a part of what was kept is damaged or gone, that part is made anew."""
    build(small)
    ledger = small.root / ".factcheck" / "made.sqlite"
    with sqlite3.connect(ledger) as database:
        hit = database.execute(f"{damage} WHERE name LIKE '{kind}:%a.%'")
        assert hit.rowcount == 1
    database.close()
    Sandbox(small.root).seed("b.txt", DOCUMENT, verdict("first", slug="b", title="Edited"))
    build(small)

    assert differing(small.output, afresh(small, tmp_path / "fresh")) == []


def test_a_page_that_somebody_changed_is_made_again(small: Project, tmp_path: Path) -> None:
    """Pages edited, removed or added in the output by hand are as they should be again."""
    build(small)
    (small.output / "index.html").write_text("Mine", encoding="utf-8")
    (small.output / "checks" / "a" / "index.html").unlink()
    (small.output / "added.html").touch()
    shutil.rmtree(small.output / "ratings")
    build(small)

    assert differing(small.output, afresh(small, tmp_path / "fresh")) == []


def test_a_fact_check_that_comes_back_is_published_again(small: Project, tmp_path: Path) -> None:
    """A fact-check that was taken away, and is put back as it was, stands beside the others."""
    build(small)
    kept = {path: path.read_bytes() for path in small.seeds.glob("b.*")}
    for path in kept:
        path.unlink()
    build(small)
    for path, data in kept.items():
        path.write_bytes(data)
    build(small)

    assert differing(small.output, afresh(small, tmp_path / "fresh")) == []


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_several_processes_make_the_same_site(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """With two processes, cold and warm, every byte is what one process makes; on every system."""
    monkeypatch.setattr(workers, "METHOD", method)
    for number in range(120):
        name = f"specimen-{number}"
        sandbox.seed(f"{name}.txt", DOCUMENT, verdict("first", slug=name, title=f"No. {number}"))
    project = project_in(sandbox)
    build(project, jobs=2)
    fresh = afresh(project, tmp_path / "fresh")
    assert differing(project.output, fresh) == []
    sandbox.seed("specimen-7.txt", DOCUMENT, verdict("one", slug="specimen-7"))
    build(project, jobs=2)

    assert differing(project.output, afresh(project, tmp_path / "again")) == []
    assert (project.output / "page-1.html").is_file()


class Edits(RuleBasedStateMachine):
    """Any edits, in any order, each followed by a build; the last compared with a fresh build."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(self.tmp.mktemp("edits"))
        self.sandbox = copy_project(self.folder / "project")
        self.project = project_in(self.sandbox)
        self.pages = (CONTACT,)

    @initialize()
    def begin(self) -> None:
        self.seed("a", "one", "unproven", "published", None)

    @rule(name=NAMES, words=WORDS, rating=RATINGS, status=STATUSES, former=st.none() | NAMES)
    def seed(self, name: str, words: str, rating: str, status: str, former: str | None) -> None:
        sidecar = verdict(words, slug=name, title=f"About {words}", status=status)
        sidecar = sidecar.replace("authors:", f"topics: [{rating}]\nauthors:")
        sidecar = sidecar.replace("says so.", f"says so {name} {words}.")
        sidecar = sidecar.replace("unproven", rating)
        if status == "withdrawn":
            sidecar += "withdrawn: {date: 2026-02-01, reason: A mistake.}\n"
        if former:
            sidecar = sidecar.replace("status:", f"former_slugs: [was-{former}]\nstatus:")
        self.sandbox.seed(f"{name}.txt", DOCUMENT, sidecar)
        self.built()

    @rule(name=st.sampled_from("aab"), words=WORDS, language=LANGUAGES, status=STATUSES)
    def translate(self, name: str, words: str, language: str, status: str) -> None:
        """Write a translation; without the claim's words they are the original's."""
        text = TRANSLATED.format(name=name, language=language, words=words, status=status)
        if words == "one":
            text = text.partition("claims:")[0]
        if status == "withdrawn":
            text += "withdrawn: {date: 2026-02-03, reason: Mal traducido.}\n"
        path = self.project.seeds / f"{name}.{language}.verdict.yaml"
        path.write_text(text, encoding="utf-8")
        self.built()

    @rule(name=st.sampled_from("aab"), language=LANGUAGES)
    def remove_translation(self, name: str, language: str) -> None:
        path = self.project.seeds / f"{name}.{language}.verdict.yaml"
        path.unlink(missing_ok=True)
        self.built()

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        for path in self.project.seeds.glob(f"{name}.*"):
            path.unlink()
        self.built()

    @rule(one=NAMES, other=NAMES)
    def rename(self, one: str, other: str) -> None:
        if not list(self.project.seeds.glob(f"{other}.*")):
            for path in self.project.seeds.glob(f"{one}.*"):
                path.rename(path.with_name(path.name.replace(one, other, 1)))
        self.built()

    @rule(template=TEMPLATES)
    def edit_template(self, template: str) -> None:
        path = self.project.theme / "templates" / template
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</", "<!-- edited --></", 1), encoding="utf-8")
        self.built()

    @rule(label=st.sampled_from(["Unproven", "Not proven", "Open"]))
    def edit_scale(self, label: str) -> None:
        text = (ROOT / "content" / "ratings.yaml").read_text(encoding="utf-8")
        assert "en: Unproven" in text
        text = text.replace("en: Unproven", f"en: {label}")
        self.project.ratings.write_text(text, encoding="utf-8")
        self.built()

    @rule(
        names=st.sets(RATINGS),
        id_=st.sampled_from(["unproven", "satire", "both"]),
        label=st.sampled_from(["Unproven", "Either"]),
    )
    def edit_registry(self, names: set[str], id_: str, label: str) -> None:
        also = ", ".join(sorted(names))
        text = f"topics:\n  - {{id: {id_}, label: {{en: {label}}}, also: [{also}]}}\n"
        self.project.registry.write_text(text, encoding="utf-8")
        self.built()

    @rule()
    def remove_registry(self) -> None:
        self.project.registry.unlink(missing_ok=True)
        self.built()

    @rule(name=st.sampled_from(["The Example Desk", "Another Desk"]), language=LANGUAGES)
    def rename_site(self, name: str, language: str) -> None:
        site = replace(self.project.site, name=name, language=language)
        self.project = replace(self.project, site=site)
        self.built()

    @rule(title=st.sampled_from(["About", "Who we are"]), html=st.sampled_from(["<p>1", "<p>2"]))
    def edit_desk_page(self, title: str, html: str) -> None:
        self.pages = (CONTACT, DeskPage(title, "about/index.html", html))
        self.built()

    @rule(search=st.booleans())
    def switch_search(self, *, search: bool) -> None:
        self.project = replace(self.project, site=replace(self.project.site, search=search))
        self.built()

    @rule()
    def edit_style(self) -> None:
        with (self.project.theme / "static" / "css" / "base.css").open("a") as style:
            style.write("/* edited */\n")
        self.built()

    def built(self) -> None:
        try:
            build(self.project, self.pages)
        except Refused:
            # Such as two fact-checks that want one address: the site stays.
            self.is_refused = True
        else:
            self.is_refused = False

    def teardown(self) -> None:
        if not self.is_refused:
            fresh = afresh(self.project, self.folder / "fresh", self.pages)

            assert differing(self.project.output, fresh) == []
        shutil.rmtree(self.folder)


def test_any_edits_lead_to_the_site_that_a_fresh_build_makes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """After random edits of seeds, templates and settings, both trees are the same bytes."""
    from hypothesis.stateful import run_state_machine_as_test  # noqa: PLC0415

    Edits.tmp = tmp_path_factory
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=25, stateful_step_count=8, deadline=None, suppress_health_check=quiet
        ),
    )
