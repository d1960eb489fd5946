from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from factcheck.digest.collection import Digest, collect
from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Project
from factcheck.model.vocabulary import Status
from factcheck.publishing.pages import Page, pages, site_of
from factcheck.publishing.templates import Templates, json_ld
from factcheck.usecases.read import Contents

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def planned(project: Project, contents: Contents) -> list[Page]:
    assert contents.scales is not None
    digest = collect(contents.checks, NOW)
    return list(pages(digest, contents.scales, project.site, ()))


def test_a_page_can_be_rendered_in_another_process(planned: list[Page], project: Project) -> None:
    """A page that was sent somewhere as bytes renders to the same text there."""
    templates = Templates(project.theme / "templates")
    site = site_of(project.site, ())
    for page in planned:
        sent = pickle.loads(pickle.dumps((page, site)))  # noqa: S301 - our own bytes

        assert templates.render(page.template, page.view, site) == templates.render(
            sent[0].template, sent[0].view, sent[1]
        )


def test_a_checks_pages_do_not_depend_on_other_checks(
    planned: list[Page], contents: Contents, project: Project
) -> None:
    """The view of a fact-check's page is the same when it is the only one of the digest."""
    assert contents.scales is not None
    for check in collect(contents.checks, NOW).checks:
        alone = pages(Digest((check,), ()), contents.scales, project.site, ())
        own = {page.path: page for page in alone if page.path.startswith("checks/")}

        assert own == {p.path: p for p in planned if p.path.startswith(f"checks/{check.slug}/")}


def test_every_template_is_the_themes_own(planned: list[Page], project: Project) -> None:
    """Each template that a page names stands in the theme, and each page template is used."""
    folder = project.theme / "templates"
    used = {page.template for page in planned}
    there = {path.name for path in folder.glob("*.html")} - {"base.html"}

    assert set() == used - there
    # These wait for a withdrawn check, a former slug, a desk's page.
    assert there - used == {"withdrawn.html", "moved.html", "page.html"}


@pytest.mark.parametrize(
    "text",
    ["</script><script>", "<!--", "\u2028\u2029", "&amp;", "]]>", '"', "\\u003c", "\ud83d\ude00"],
)
def test_structured_data_cannot_end_its_element(text: str) -> None:
    """No text in structured data holds a sign that means anything to HTML, and none is lost."""
    written = json_ld({"text": text})

    assert not set("<>&\u2028\u2029") & set(written)
    assert text == json.loads(written)["text"]


def of_status(contents: Contents, status: Status) -> FactCheck:
    return next(check for check in contents.checks if check.verdict.status is status)


def test_the_newest_stand_first(contents: Contents) -> None:
    """The digest is in order of publication, and by slug within a day."""
    digest = collect(reversed(contents.checks), NOW)
    order = [(-check.verdict.published.instant.timestamp(), check.slug) for check in digest.checks]

    assert sorted(order) == order
    assert of_status(contents, Status.DRAFT) not in digest.checks
