"""
The sitemap of a site: every page once, each with the day on which it truly changed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factcheck.engine.staging import staged
from factcheck.model.site import Project
from factcheck.publishing.views.site import DeskPage
from factcheck.usecases.build import Build, Order
from sandbox import Sandbox, verdict
from sitemaps import Told, index_of, sitemap_of
from specimens import OWN_SITE, project

BASE = "https://example.org"
DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
PAGES = (
    DeskPage("Contact", "contact/index.html", "<p>Write to us.</p>"),
    DeskPage("About", "about/index.html", "<p>A desk.</p>", changed="2026-02-03"),
)
CLAIM = """\
  - id: second
    quote: A specimen
    claim: The specimen says more.
    claimant: {name: The Town Council, type: organization}
    rating: unproven
    reason: Nothing was looked for.
    review_by: 2026-03-01
"""


class Digest:
    """A project with a fact-check in each of three months, and one more in the last."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.project: Project = project(
            sandbox.root, sandbox.root / "content" / "ratings.yaml", OWN_SITE
        )
        self.sandbox = sandbox
        for slug, day in (("a", "2025-11-02"), ("b", "2025-12-15"), ("c", "2026-01-05")):
            self.add(slug, day)

    def add(self, slug: str, day: str) -> None:
        text = verdict("second line", slug=slug, title=slug.upper()) + CLAIM
        self.sandbox.seed(f"{slug}.txt", DOCUMENT, text.replace("2026-01-05", day))

    def change(self, slug: str, told: str) -> None:
        path = self.project.seeds / f"{slug}.verdict.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8')}changes: [{told}]\n", encoding="utf-8")

    def build(self, now: datetime = NOW) -> Path:
        with staged(self.project.output) as stage:
            order = Order(self.project, now, self.project.root / ".factcheck", 1)
            made = Build(order, stage)
            made.read(PAGES)
            made.write(PAGES, ())
            made.settle(has_neighbours=False)
        made.note()
        return self.project.output

    def told(self) -> dict[str, str]:
        """Build, and return every address below the site's with the day that is told of it."""
        found = sitemap_of(self.build())
        return {address.removeprefix(BASE): told.changed for address, told in found.items()}


@pytest.fixture
def digest(sandbox: Sandbox) -> Digest:
    return Digest(sandbox)


def parts(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.glob("sitemap-*.xml")}


def test_the_shipped_sites_sitemap_is_as_the_protocol_has_it(site: Path) -> None:
    """Index and parts of this project's site pass the schema, and every address is a file."""
    for address in sitemap_of(site):
        path = address.removeprefix(f"{BASE}/")
        assert (site / (f"{path}index.html" if path.endswith("/") or not path else path)).is_file()


def test_a_page_is_as_old_as_its_last_change(digest: Digest) -> None:
    """Publication counts, or else the last change: of a claim's page what names it or nothing."""
    digest.change(
        "b",
        "{date: 2026-01-07, kind: correction, claims: [first], text: It said otherwise.}, "
        "{date: 2026-01-09, kind: minor, text: A typing error.}",
    )
    digest.change("c", "{date: 2026-02, kind: update, text: More is known.}")
    told = digest.told()

    assert told["/checks/a/"] == told["/checks/a/first.html"] == "2025-11-02"
    assert told["/checks/b/"] == told["/checks/b/first.html"] == "2026-01-07"
    assert told["/checks/b/second.html"] == "2025-12-15"
    # Of a change in a month the earliest day that it can mean.
    assert told["/checks/c/"] == told["/checks/c/second.html"] == "2026-02-01"


def test_a_list_is_as_old_as_its_newest_item(digest: Digest) -> None:
    """Of what stands in a list the last change counts; what follows the calendar has no day."""
    digest.change("a", "{date: 2026-01-07, kind: correction, text: It said otherwise.}")
    told = digest.told()

    assert told["/"] == told["/ratings/unproven/"] == told["/claimants/the-town-council/"]
    assert told["/"] == told["/corrections/"] == told["/archive/2025/"] == "2026-01-07"
    assert told["/archive/2026/"] == "2026-01-05"
    assert told["/review-due/"] == told["/ratings/false/"] == told["/ratings/"] == ""


def test_a_desks_page_has_the_day_that_the_desk_wrote(digest: Digest) -> None:
    """A page of the desk's has a day only where the desk says when it was changed."""
    told = digest.told()

    assert (told["/about/"], told["/contact/"]) == ("2026-02-03", "")


def test_no_day_is_the_builds(digest: Digest) -> None:
    """Another day, the same sitemap."""
    before = parts(digest.build())

    assert parts(digest.build(NOW.replace(year=2027))) == before


def test_an_edit_changes_its_own_entries(digest: Digest) -> None:
    """A change of one fact-check changes its pages' days, and those of the lists it stands in."""
    before, files = digest.told(), parts(digest.project.output)
    digest.change("b", "{date: 2026-01-07, kind: correction, text: It said otherwise.}")
    after = digest.told()
    changed = {path for path, day in after.items() if day != before[path]}

    own = {path for path in after if path.startswith("/checks/b/")}
    lists = {
        *("/", "/archive/2025/", "/archive/month/2025-12/", "/claimants/the-town-council/"),
        *("/corrections/", "/kinds/message/", "/languages/en/", "/ratings/unproven/"),
    }
    assert changed == own | lists
    now = parts(digest.project.output)
    assert {name for name in now if now[name] != files[name]} == {
        *("sitemap-2025-12.xml", "sitemap-lists.xml", "sitemap-pages.xml"),
    }


def test_a_new_check_leaves_other_months_alone(digest: Digest) -> None:
    """What is published adds to its own month's part; older parts are the same bytes."""
    before = parts(digest.build())
    digest.add("d", "2026-01-20")
    after = parts(digest.build())

    assert list(index_of(digest.project.output)) == [
        f"{BASE}/sitemap-{name}.xml"
        for name in ("2025-11", "2025-12", "2026-01", "lists", "pages")
    ]
    for name in ("sitemap-2025-11.xml", "sitemap-2025-12.xml"):
        assert after[name] == before[name]
    assert after["sitemap-2026-01.xml"].startswith(
        before["sitemap-2026-01.xml"].removesuffix(b"</urlset>\n")
    )


def test_a_withdrawn_check_changed_when_it_was_taken_back(digest: Digest) -> None:
    """What remains of it is as old as its withdrawal."""
    path = digest.project.seeds / "b.verdict.yaml"
    text = path.read_text(encoding="utf-8").replace("status: published", "status: withdrawn")
    path.write_text(f"{text}withdrawn: {{date: 2026-03-04, reason: It was wrong.}}\n")

    assert digest.told()["/checks/b/"] == "2026-03-04"


def test_a_sitemap_may_stand_below_a_path(digest: Digest) -> None:
    """Index and parts stand at the site's own path, and name nothing outside of it."""
    url = "https://user.github.io/digest"
    digest.project = replace(digest.project, site=replace(OWN_SITE, url=url))
    found = sitemap_of(digest.build(), url)

    assert f"{url}/checks/a/" in found
    assert all(address.startswith(f"{url}/") for address in found)


def test_languages_are_told_of_each_page(digest: Digest) -> None:
    """A page in several languages names each of them, in its own month and the other's."""
    path = digest.project.seeds / "a.es.verdict.yaml"
    path.write_text(
        "translation_of: a\nlanguage: es\ntitle: Una prueba\nslug: a-es\nstatus: published\n"
        "published: 2026-01-06\nauthors: [Desk]\nsummary: De prueba.\nclaims:\n"
        "  - {id: first, claim: Lo dice., reason: Nada.}\n"
        "  - {id: second, claim: Dice m\u00e1s., reason: Nada.}\n",
        encoding="utf-8",
    )
    found = sitemap_of(digest.build())
    languages = {
        "en": f"{BASE}/checks/a/",
        "es": f"{BASE}/checks/a-es/",
        "x-default": f"{BASE}/checks/a/",
    }

    assert found[f"{BASE}/checks/a/"] == Told("2025-11-02", languages)
    assert found[f"{BASE}/checks/a-es/"] == Told("2026-01-06", languages)
