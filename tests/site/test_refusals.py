from __future__ import annotations

from pathlib import Path

import pytest
from sandbox import ROOT, Sandbox, tree_hash, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
GOOD = verdict("second line")
BROKEN = GOOD.replace("rating: unproven", "rating: unprovn")


@pytest.fixture
def published(sandbox: Sandbox) -> Sandbox:
    """A sandbox whose one fact-check is published."""
    sandbox.seed("specimen.txt", DOCUMENT, GOOD)
    assert sandbox.pelican().returncode == 0
    assert (sandbox.output / "checks" / "specimen" / "first.html").is_file()
    return sandbox


def test_a_failing_sidecar_stops_plain_pelican_and_changes_nothing(published: Sandbox) -> None:
    """Pelican exits with 1, names the place and the mend, and the site keeps every byte."""
    before = tree_hash(published.output)
    published.seed("specimen.txt", DOCUMENT, BROKEN)
    done = published.pelican()

    assert done.returncode == 1
    assert "seeds/specimen.verdict.yaml:15:13: unknown-rating: “unprovn”" in done.stdout
    assert "    rating: unprovn" in done.stdout
    assert "did you mean unproven?" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert before == tree_hash(published.output)


def test_nothing_is_left_beside_the_site_by_a_refusal(published: Sandbox) -> None:
    """After a refused build the project's folder holds what it held before."""
    before = {path.name for path in published.root.iterdir()}
    published.seed("specimen.txt", DOCUMENT, BROKEN)
    published.pelican()

    assert before == {path.name for path in published.root.iterdir()}


def test_check_tells_all_problems_of_all_files_and_exits_with_1(sandbox: Sandbox) -> None:
    """Two broken files with three problems are told in one run, sorted by place."""
    sandbox.seed("b.txt", DOCUMENT, BROKEN.replace("slug: specimen", "slug: b"))
    sandbox.seed("a.txt", DOCUMENT, verdict("third line", slug="a b"))
    done = sandbox.factcheck("check")
    heads = [line.split(": ")[0:2] for line in done.stdout.splitlines() if ".yaml:" in line]

    assert done.returncode == 1
    assert heads == [
        ["seeds/a.verdict.yaml:3:7", "bad-slug"],
        ["seeds/a.verdict.yaml:13:12", "quote-not-found"],
        ["seeds/b.verdict.yaml:15:13", "unknown-rating"],
    ]


@pytest.mark.parametrize(("form", "sign"), [("json", '"line": 15'), ("github", "line=15,col=13")])
def test_check_tells_tools_too(sandbox: Sandbox, form: str, sign: str) -> None:
    """The same problems come as JSON and as annotations, with the same exit code."""
    sandbox.seed("specimen.txt", DOCUMENT, BROKEN)
    done = sandbox.factcheck("check", "--format", form)

    assert done.returncode == 1
    assert sign in done.stdout


def test_a_failing_draft_only_warns(published: Sandbox) -> None:
    """A draft with an error is told as a warning; the build goes on without it."""
    broken = BROKEN.replace("slug: specimen", "slug: draft").replace("published\n", "draft\n")
    published.seed("draft.txt", DOCUMENT, broken)
    done = published.pelican()
    checked = published.factcheck("check")

    assert (done.returncode, checked.returncode) == (0, 0)
    assert "warning: unknown-rating" in checked.stdout
    assert not (published.output / "checks" / "draft").exists()
    assert (published.output / "checks" / "specimen" / "index.html").is_file()


def test_a_removed_fact_check_leaves_the_site(published: Sandbox) -> None:
    """Pages of a fact-check whose files are gone are gone after the next build."""
    published.seed("other.txt", DOCUMENT, verdict("second line", slug="other"))
    assert published.pelican().returncode == 0
    for path in (published.root / "seeds").glob("specimen.*"):
        path.unlink()
    assert published.pelican().returncode == 0

    assert {"other"} == {path.name for path in (published.output / "checks").iterdir()}


def test_make_html_and_make_check_fail_where_pelican_does(published: Sandbox) -> None:
    """The two commands fail with the located message, and nothing published changes."""
    before = tree_hash(published.output)
    published.seed("specimen.txt", DOCUMENT, BROKEN)
    lend_environment(published)
    for target in ("html", "check"):
        done = published.run(["make", target])

        assert done.returncode != 0
        assert "Error 1" in done.stderr
        assert "seeds/specimen.verdict.yaml:15:13" in done.stdout
    assert before == tree_hash(published.output)


def lend_environment(sandbox: Sandbox) -> None:
    """Give a copy the project's Makefile, and this environment instead of one of its own."""
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        (sandbox.root / name).write_bytes((ROOT / name).read_bytes())
    (sandbox.root / ".venv").symlink_to(ROOT / ".venv")


def test_placeholders_and_samples_are_not_published_by_accident(sandbox: Sandbox) -> None:
    """The site is not ready under the shipped name and address, nor with samples in it."""
    sandbox.seed("specimen.txt", DOCUMENT, GOOD.replace("schema: 1", "schema: 1\nsample: true"))
    done = sandbox.factcheck("ready")
    pages = {f"content/{path.name}" for path in (sandbox.root / "content").glob("*.md")}

    assert done.returncode == 1
    for obstacle in ("SITENAME", "SITEURL", "seeds/specimen.verdict.yaml is a sample", *pages):
        assert obstacle in done.stderr
    assert done.stderr.count("not ready: ") == 3 + len(pages)


def test_a_site_with_a_name_and_an_address_is_ready(sandbox: Sandbox) -> None:
    """With a name and an address of its own, and samples asked for, a site may be published."""
    sandbox.seed("specimen.txt", DOCUMENT, GOOD.replace("schema: 1", "schema: 1\nsample: true"))
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8").replace("The Example Desk", "A name for a test")
    settings.write_text(text, encoding="utf-8")
    done = sandbox.factcheck("ready", "--with-samples", SITEURL="https://user.github.io/digest")

    assert (done.returncode, done.stderr.count("not ready: ")) == (0, 0)


def test_a_wrong_address_is_refused_before_anything_is_built(sandbox: Sandbox) -> None:
    """SITEURL without a scheme stops the build with a sentence."""
    done = sandbox.pelican(SITEURL="user.github.io/digest")

    assert done.returncode == 1
    assert "SITEURL: expected a whole address" in done.stdout
    assert not sandbox.output.exists()


def test_a_build_can_be_started_from_any_folder(published: Sandbox, tmp_path: Path) -> None:
    """Pelican finds the project by its settings file, not by the folder it is called from."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    before = tree_hash(published.output)
    settings = str(published.root / "pelican.conf.py")
    done = Sandbox(elsewhere).run(
        [str(ROOT / ".venv/bin/python"), "-m", "pelican", "-s", settings]
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert list(elsewhere.iterdir()) == []
    assert before == tree_hash(published.output)


@pytest.mark.parametrize("folder", [".", "seeds", "content/out", ".git", ".."])
def test_no_folder_with_somebodys_files_is_replaced(published: Sandbox, folder: str) -> None:
    """An output folder that holds or stands among the project's own files is refused."""
    before = tree_hash(published.root)
    done = published.pelican("-o", folder)

    assert done.returncode == 1
    assert "OUTPUT_PATH" in done.stdout
    assert before == tree_hash(published.root)


def test_a_folder_that_was_not_built_here_is_left_alone(
    published: Sandbox, tmp_path: Path
) -> None:
    """A build into a folder with other files stops, and the files are all there."""
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.odt").write_text("years of work", encoding="utf-8")
    done = published.pelican("-o", str(precious))

    assert done.returncode == 1
    assert "was not built here" in done.stdout
    assert [path.name for path in precious.iterdir()] == ["thesis.odt"]


def test_a_report_link_to_nowhere_stops_the_build(sandbox: Sandbox) -> None:
    """A mistyped page for reporting errors is a dead link, not a missing one."""
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8").replace('"contact/"', '"contcat/"')
    settings.write_text(text, encoding="utf-8")
    sandbox.seed("specimen.txt", DOCUMENT, GOOD)
    done = sandbox.pelican()

    assert done.returncode == 1
    assert "links to contcat/index.html, which is not there" in done.stdout


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("../corections/", "corections/index.html, which is not there"),
        ("{filename}nothing.md", "about/{filename}nothing.md, which is not there"),
        ("#nowhere", "about/index.html#nowhere, and there is no such id"),
        ("/about/", "/about/index.html, which is not there"),
        ("https://user.github.io/digest/nothing.pdf", "nothing.pdf, which is not there"),
    ],
)
def test_a_dead_link_on_a_desks_page_stops_the_build(
    published: Sandbox, link: str, told: str
) -> None:
    """The desk is told the file and the line of its link, and the site keeps every byte."""
    before = tree_hash(published.output)
    about = published.root / "content" / "about.md"
    lines = [*about.read_text(encoding="utf-8").splitlines(), "", f"See [this]({link})."]
    about.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = published.pelican(SITEURL="https://user.github.io/digest")

    assert done.returncode == 1
    assert f"content/about.md:{len(lines)} links to {told}" in done.stdout
    assert before == tree_hash(published.output)


def test_a_desks_page_may_link_to_all_that_is_there(published: Sandbox) -> None:
    """Pages, ids, files of the site and other people's pages are no dead links."""
    text = (
        "[The list](../corrections/) [as a whole address](https://example.org/corrections/)"
        " [a claim](../checks/specimen/#claim-first) [the feed](/feeds/all.atom.xml)"
        " [another page]({filename}team.md) [its top](#top) [here](#here)"
        " [words](../checks/specimen/#:~:text=second%20line) [a list's heading](../#newest)"
        " [elsewhere](https://example.com/nothing) [a letter](mailto:desk@example.org)"
        ' <span id="here">Here</span>'
    )
    with (published.root / "content" / "about.md").open("a", encoding="utf-8") as about:
        about.write(f"\n{text}\n")
    done = published.pelican()

    assert done.returncode == 0, done.stdout


def test_hidden_and_draft_pages_of_the_desk_build(published: Sandbox) -> None:
    """A hidden page is written but not listed, and a draft page is not written."""
    for status in ("hidden", "draft"):
        page = f"Title: A {status} page\nSlug: {status}-page\nStatus: {status}\n\nWords.\n"
        (published.root / "content" / f"{status}.md").write_text(page, encoding="utf-8")
    done = published.pelican()

    assert done.returncode == 0, done.stdout
    assert (published.output / "hidden-page" / "index.html").is_file()
    assert not (published.output / "draft-page").exists()
    front = (published.output / "index.html").read_text(encoding="utf-8")
    assert "hidden-page" not in front
