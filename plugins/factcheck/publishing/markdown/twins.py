"""
The twins of all pages of a fact-check.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Site
from factcheck.model.vocabulary import Status
from factcheck.publishing.addresses import absolute, check_path, twin_path
from factcheck.publishing.file import File
from factcheck.publishing.markdown.checks import check_in_markdown, withdrawn_in_markdown
from factcheck.publishing.markdown.claims import claim_in_markdown
from factcheck.publishing.markdown.writing import Place, front_matter
from factcheck.publishing.pages import Page, PageMaker
from factcheck.publishing.templates import Templates
from factcheck.publishing.views.checks import CheckView
from factcheck.publishing.views.claims import ClaimView
from factcheck.publishing.views.gone import WithdrawnView


def twin_files(check: FactCheck, page: PageMaker, templates: Templates) -> Iterator[File]:  # noqa: ARG001
    """
    Give the twin of each page of a fact-check, if the site offers that.

    Pages at former addresses have none.
    """
    if page.site.markdown:
        for made in page.pages_of(check):
            if text := _twin(made, check, page):
                yield File(twin_path(made.path), f"{text}\n".encode())


def _twin(made: Page, check: FactCheck, page: PageMaker) -> str:
    """Return the text of a page's twin; nothing for a page that only leads on."""
    claim_id = ""
    told: dict[str, str | bool]
    place = Place.of(page.record(made.path, page.editions.of(check.verdict.language)))
    match made.view:
        case CheckView() as view:
            label = view.rating.label if view.rating else ""
            told = {"title": view.title, "url": place.url, "rating": label}
            text = check_in_markdown(view, check, place)
        case ClaimView() as view:
            claim_id = view.ruling.claim_id
            claim = next(one.claim for one in check.claims if one.claim.id == claim_id)
            told = {
                "title": view.ruling.claim,
                "url": place.url,
                "fact_check": absolute(page.site, check_path(check.slug)),
                "rating": view.ruling.rating.label,
            }
            text = claim_in_markdown(view, claim, place)
        case WithdrawnView() as view:
            told = {"title": view.title, "url": place.url, "status": Status.WITHDRAWN.value}
            text = withdrawn_in_markdown(view, place)
        case _:
            return ""
    return f"{front_matter(told | _of_all(check, page.site, claim_id))}\n\n{text}"


def _of_all(check: FactCheck, site: Site, claim: str) -> dict[str, str | bool]:
    """Return what the head of every twin says; of a claim's page, when that changed."""
    verdict = check.verdict
    changed, withdrawn = verdict.changed_on(claim), verdict.withdrawn
    return {
        "sample": verdict.sample,
        "published": verdict.published.text,
        "updated": changed.text if changed else "",
        "withdrawn": withdrawn.date.text if withdrawn else "",
        "language": verdict.language,
        "publisher": site.desk,
        "license": site.license,
    }
