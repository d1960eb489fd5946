from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from factcheck.digest.collection import collect
from factcheck.digest.entries import entry_of
from factcheck.model.site import Project
from factcheck.model.vocabulary import Status
from factcheck.publishing.jsontext import json_ld
from factcheck.publishing.pages import Page
from factcheck.publishing.templates import Templates
from factcheck.usecases.read import Contents

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_page_can_be_rendered_in_another_process(planned: list[Page], project: Project) -> None:
    """A page that was sent somewhere as bytes renders to the same text there."""
    templates = Templates(project.theme)
    for page in planned:
        sent = pickle.loads(pickle.dumps(page))  # noqa: S301 - our own bytes

        assert templates.render(page.template, page.view, page.around) == templates.render(
            sent.template, sent.view, sent.around
        )


def test_every_template_is_the_themes_own(planned: list[Page], project: Project) -> None:
    """Each template that a page names stands in the theme, and each page template is used."""
    folder = project.theme / "templates"
    used = {page.template for page in planned}
    there = {path.name for path in folder.glob("*.html")} - {"base.html"}

    assert set() == used - there
    # These wait for a desk's page, for the preview and for a proof.
    assert there - used == {"page.html", "preview.html", "proof.html"}


@pytest.mark.parametrize(
    "text",
    ["</script><script>", "<!--", "\u2028\u2029", "&amp;", "]]>", '"', "\\u003c", "\U0001f600"],
)
def test_structured_data_cannot_end_its_element(text: str) -> None:
    """No text in structured data holds a sign that means anything to HTML, and none is lost."""
    written = json_ld({"text": text})

    assert not set("<>&\u2028\u2029") & set(written)
    assert text == json.loads(written)["text"]


def test_the_newest_stand_first(contents: Contents) -> None:
    """The digest is in order of publication, and by slug within a day; no draft is in it."""
    digest = collect(map(entry_of, reversed(contents.checks)), NOW)
    order = [(-check.published.timestamp(), check.slug) for check in digest.checks]
    drafts = {check.slug for check in contents.checks if check.verdict.status is Status.DRAFT}

    assert sorted(order) == order
    assert drafts
    assert drafts.isdisjoint(check.slug for check in digest.checks)
