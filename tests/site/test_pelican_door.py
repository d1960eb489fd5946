from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sandbox import Sandbox, tree_hash, verdict
from sitemaps import sitemap_of

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"

#: A plugin of somebody else's, in a sandbox's plugins/ folder.
NEIGHBOUR = """
import logging
from pelican.plugins import signals

{body}

def register():
    signals.{signal}.connect(act)
"""


@pytest.fixture
def published(sandbox: Sandbox) -> Sandbox:
    """A sandbox whose one fact-check is published."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    assert sandbox.pelican().returncode == 0
    return sandbox


def set_(sandbox: Sandbox, old: str, new: str) -> None:
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")


def add_neighbour(sandbox: Sandbox, signal_name: str, body: str) -> None:
    code = NEIGHBOUR.format(body=body, signal=signal_name)
    (sandbox.root / "plugins" / "neighbour.py").write_text(code, encoding="utf-8")
    set_(sandbox, 'PLUGINS = ["factcheck"]', 'PLUGINS = ["factcheck", "neighbour"]')


def test_an_error_that_is_only_logged_publishes_nothing(published: Sandbox) -> None:
    """Pelican would exit with 0 after a logged error; here it is 1, and the site stays."""
    before = tree_hash(published.output)
    add_neighbour(published, "finalized", 'def act(_):\n    logging.getLogger().error("broken")')
    done = published.pelican()

    assert done.returncode == 1
    assert "logged; nothing is changed" in done.stdout
    assert before == tree_hash(published.output)


def test_a_plugin_that_raises_publishes_nothing(published: Sandbox) -> None:
    """An exception in another plugin's listener leaves the site as it was."""
    before = tree_hash(published.output)
    add_neighbour(published, "finalized", 'def act(_):\n    raise RuntimeError("broken")')

    assert published.pelican().returncode == 1
    assert before == tree_hash(published.output)


def test_a_plugin_that_cannot_be_imported_publishes_nothing(published: Sandbox) -> None:
    """Pelican would go on without the plugin and exit with 0; here it is 1."""
    before = tree_hash(published.output)
    set_(published, 'PLUGINS = ["factcheck"]', 'PLUGINS = ["factcheck", "no_such_plugin"]')

    assert published.pelican().returncode == 1
    assert before == tree_hash(published.output)


def test_without_the_plugin_nothing_is_published(published: Sandbox) -> None:
    """Our Pelican class refuses to build a site without its fact-checks."""
    before = tree_hash(published.output)
    set_(published, 'PLUGINS = ["factcheck"]', "PLUGINS = []")
    done = published.pelican()

    assert done.returncode == 1
    assert "PLUGINS must name 'factcheck'" in done.stdout
    assert before == tree_hash(published.output)


def test_without_our_class_nothing_is_published(published: Sandbox) -> None:
    """The plugin refuses to work under a Pelican that keeps none of the promises."""
    before = tree_hash(published.output)
    set_(published, "PELICAN_CLASS = FactCheckPelican", "")
    done = published.pelican()

    assert done.returncode == 1
    assert "PELICAN_CLASS must be" in done.stdout
    assert before == tree_hash(published.output)


def test_other_plugins_see_genuine_articles(published: Sandbox) -> None:
    """A published fact-check is a Pelican article that carries the fact-check under one key."""
    body = """
from pelican.contents import Article

def act(generators):
    for generator in generators:
        for article in generator.context.get("articles", []):
            check = article.fact_check
            print("SEEN", isinstance(article, Article), article.url, article.title, check.slug)
        break
"""
    add_neighbour(published, "all_generators_finalized", body)
    done = published.pelican()

    assert done.returncode == 0, done.stdout
    assert "SEEN True checks/specimen/ A specimen specimen" in done.stdout


def test_pelicans_own_feed_holds_the_fact_checks_and_goes_when_it_is_off(
    published: Sandbox,
) -> None:
    """A feed that Pelican itself is told to write is published, whole, and only while it is on."""
    settings = published.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    feed = published.output / "own.rss"
    seen = []
    for own in ('FEED_ALL_RSS = "own.rss"', 'FEED_ALL_RSS = "own.rss"', ""):
        settings.write_text(f"{text}\n{own}\n", encoding="utf-8")
        assert published.pelican().returncode == 0
        seen.append(feed.is_file() and "A specimen" in feed.read_text(encoding="utf-8"))

    assert seen == [True, True, False]


def test_a_broken_template_is_told_with_its_line(published: Sandbox) -> None:
    """A template that cannot show a page ends the build with a sentence, and nothing changes."""
    before = tree_hash(published.output)
    template = published.root / "theme" / "templates" / "claim.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("<article ", "{{ page.nobody }}<article "), encoding="utf-8")
    done = published.pelican()

    assert done.returncode == 1
    assert "the theme cannot show a page: claim.html, line" in done.stdout
    assert "Traceback" not in done.stdout
    assert before == tree_hash(published.output)


def test_a_wrong_number_of_processes_is_refused(published: Sandbox) -> None:
    """FACTCHECK_JOBS that is no number is told in a sentence."""
    done = published.pelican(FACTCHECK_JOBS="many")

    assert done.returncode == 1
    assert "FACTCHECK_JOBS: expected a number from 1; found 'many'" in done.stdout


def test_what_other_plugins_write_is_published(published: Sandbox) -> None:
    """A file that another plugin writes stays while it writes it, and goes when it does not."""
    body = """
def act(pelican):
    import pathlib
    pathlib.Path(pelican.output_path, "theirs.txt").write_text("theirs")
"""
    add_neighbour(published, "finalized", body)
    seen = []
    for _ in range(3):
        assert published.pelican().returncode == 0
        seen.append((published.output / "theirs.txt").read_text(encoding="utf-8"))
    set_(published, 'PLUGINS = ["factcheck", "neighbour"]', 'PLUGINS = ["factcheck"]')
    assert published.pelican().returncode == 0

    assert seen == ["theirs"] * 3
    assert not (published.output / "theirs.txt").exists()


def test_a_page_of_the_desks_may_link_to_what_another_plugin_writes(published: Sandbox) -> None:
    """Such a link is good while the file is written, and stops the build where it is not."""
    about = published.root / "content" / "about.md"
    about.write_text(
        f"{about.read_text(encoding='utf-8')}\n[Theirs](/theirs.txt)\n", encoding="utf-8"
    )
    body = """
def act(pelican):
    import pathlib
    pathlib.Path(pelican.output_path, "theirs.txt").write_text("theirs")
"""
    alone = published.pelican()
    add_neighbour(published, "finalized", body)
    together = published.pelican()

    assert alone.returncode == 1
    assert "links to theirs.txt, which is not there" in alone.stdout + alone.stderr
    assert together.returncode == 0, together.stderr
    assert (published.output / "theirs.txt").is_file()


def test_an_interrupt_ends_with_130_and_changes_nothing(published: Sandbox) -> None:
    """SIGINT in the middle of a build leaves the site and the folder as they were."""
    before = tree_hash(published.output)
    names = {path.name for path in published.root.iterdir()} | {"waiting"}
    body = """
import pathlib, time
def act(_):
    pathlib.Path("waiting").touch()
    time.sleep(60)
"""
    add_neighbour(published, "finalized", body)
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"]
    process = subprocess.Popen(
        command, cwd=published.root, stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    wait_for(published.root / "waiting")
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)

    assert process.returncode == 130, out
    assert before == tree_hash(published.output)
    assert names == {path.name for path in published.root.iterdir()}


def wait_for(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{path} never came")


def test_a_sub_path_is_in_every_link(sandbox: Sandbox) -> None:
    """Below https://user.github.io/digest every link within the site begins with /digest/."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    assert sandbox.pelican(SITEURL="https://user.github.io/digest/").returncode == 0
    pages = sorted(sandbox.output.rglob("*.html"))
    for page in pages:
        html = page.read_text(encoding="utf-8")

        assert 'href="/' not in html.replace('href="/digest/', "")
        assert 'src="/' not in html.replace('src="/digest/', "")
        assert "https://user.github.io/digest/" in html or page.name == "404.html"
        assert "example.org" not in html
    assert len(pages) > 10


def test_links_in_the_desks_pages_follow_the_sub_path(sandbox: Sandbox) -> None:
    """A link to another page of content/ leads below the site's path."""
    about = sandbox.root / "content" / "about.md"
    text = about.read_text(encoding="utf-8") + "\nSee [contact]({filename}contact.md).\n"
    about.write_text(text, encoding="utf-8")
    assert sandbox.pelican(SITEURL="https://user.github.io/digest").returncode == 0
    html = (sandbox.output / "about" / "index.html").read_text(encoding="utf-8")

    assert '<a href="/digest/contact/">contact</a>' in html


def test_claims_need_no_pages_of_their_own(sandbox: Sandbox) -> None:
    """With the switch off, links to a claim lead to its place in the fact-check."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    set_(sandbox, "FACTCHECK_CLAIM_PAGES = True", "FACTCHECK_CLAIM_PAGES = False")
    assert sandbox.pelican().returncode == 0
    listed = (sandbox.output / "ratings" / "unproven" / "index.html").read_text(encoding="utf-8")

    own = sandbox.output / "checks" / "specimen"
    assert [path.name for path in own.glob("*.html")] == ["index.html"]
    # A claim without a page has no twin either.
    assert [path.name for path in own.glob("*.md")] == ["index.md"]
    assert 'href="/checks/specimen/#claim-first"' in listed


def test_an_empty_digest_builds(sandbox: Sandbox) -> None:
    """A desk that has removed the samples still gets its site."""
    assert sandbox.pelican().returncode == 0
    assert "Nothing is published here yet" in (sandbox.output / "index.html").read_text(
        encoding="utf-8"
    )


def test_a_withdrawn_check_keeps_a_page_that_says_so(sandbox: Sandbox) -> None:
    """A withdrawn fact-check is listed nowhere; its page says that and why it was taken back."""
    sidecar = verdict("second line", status="withdrawn")
    sidecar += "withdrawn: {date: 2026-02-01, reason: It rested on a mistake.}\n"
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    assert sandbox.pelican().returncode == 0
    html = (sandbox.output / "checks" / "specimen" / "index.html").read_text(encoding="utf-8")

    assert "It rested on a mistake." in html
    assert "Withdrawn 1 February 2026" in html
    claim = (sandbox.output / "checks" / "specimen" / "first.html").read_text(encoding="utf-8")
    assert "ClaimReview" not in claim
    assert "checks/specimen" not in (sandbox.output / "index.html").read_text(encoding="utf-8")


def test_a_former_address_leads_to_the_present_one(sandbox: Sandbox) -> None:
    """At a former slug stands a page that leads on, and that search engines leave out."""
    sidecar = verdict("second line").replace("status:", "former_slugs: [once]\nstatus:")
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    assert sandbox.pelican(SITEURL="https://user.github.io/digest").returncode == 0
    html = (sandbox.output / "checks" / "once" / "index.html").read_text(encoding="utf-8")
    pages = sitemap_of(sandbox.output, "https://user.github.io/digest")

    assert '<meta http-equiv="refresh" content="0; url=/digest/checks/specimen/">' in html
    assert 'rel="canonical" href="https://user.github.io/digest/checks/specimen/"' in html
    assert not [page for page in pages if "checks/once" in page]
    assert "https://user.github.io/digest/checks/specimen/" in pages


def test_a_scheduled_check_waits_for_its_time(sandbox: Sandbox) -> None:
    """Before its moment a scheduled fact-check is not on the site; after it, it is."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line", status="scheduled"))
    page = sandbox.output / "checks" / "specimen" / "index.html"
    assert sandbox.pelican(SOURCE_DATE_EPOCH="1767484799").returncode == 0  # 2026-01-03 23:59:59
    early = page.exists()
    assert sandbox.pelican(SOURCE_DATE_EPOCH="1767571200").returncode == 0  # 2026-01-05

    assert (early, page.exists()) == (False, True)
