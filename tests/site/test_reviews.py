from __future__ import annotations

from datetime import date
from pathlib import Path

from factcheck.diagnostics import Severity
from factcheck.usecases.reviews import check_reviews
from sandbox import Sandbox, verdict

QUOTE = "The specimen says so"
OWN_PAGE = "https://example.org/checks/specimen/first.html"


def test_every_published_review_passes_the_linter(site: Path) -> None:
    """Of the built site nothing is told but what is only worth knowing; no review is missed."""
    # Each stands on its page, in its fact-check's record, and in the DataFeed.
    places = 3
    report = check_reviews(site, date(2026, 11, 23))
    marked = [page for page in site.rglob("*.html") if '"ClaimReview"' in page.read_text("utf-8")]

    assert {problem.severity for problem in report.problems} <= {Severity.NOTE}
    assert report.reviews == places * len(marked) > 150


def test_a_review_that_readers_would_have_to_repair_stops_the_build(sandbox: Sandbox) -> None:
    """A claim that is said to stand on the page of its own review is not published."""
    sound = verdict(QUOTE)
    sandbox.seed("specimen.txt", f"{QUOTE}.", sound)
    assert sandbox.pelican().returncode == 0
    before = sorted(sandbox.output.rglob("*"))
    sandbox.seed("specimen.txt", f"{QUOTE}.", f"{sound}    appearances: [{OWN_PAGE}]\n")

    done = sandbox.pelican()

    assert done.returncode == 1
    assert f"the review on {OWN_PAGE}: self-link: " in done.stdout + done.stderr
    assert sorted(sandbox.output.rglob("*")) == before


def test_a_site_without_an_address_is_built(sandbox: Sandbox) -> None:
    """On this machine alone, or with no address at all, the site's own addresses are no error."""
    sandbox.seed("specimen.txt", f"{QUOTE}.", verdict(QUOTE))

    assert sandbox.pelican(SITEURL="http://localhost:8000").returncode == 0
