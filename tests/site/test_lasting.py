"""
What was published stays where it was found, says what was changed, and keeps its own scale.
"""

from __future__ import annotations

import json
import re

from bs4 import BeautifulSoup
from factcheck.model.scale import Colour, Shape
from sandbox import ROOT, Sandbox, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"


def page(sandbox: Sandbox, path: str) -> BeautifulSoup:
    return BeautifulSoup((sandbox.output / path).read_bytes(), "lxml")


def build(sandbox: Sandbox) -> None:
    done = sandbox.pelican()
    assert done.returncode == 0, done.stdout


def test_a_check_keeps_its_older_scale(sandbox: Sandbox) -> None:
    """A badge of an older scale leads to that scale's page, definition and list of rulings."""
    ratings = sandbox.root / "content" / "ratings.yaml"
    shipped = (ROOT / "content" / "ratings.yaml").read_text(encoding="utf-8")
    older = shipped[shipped.index("  - id: default@1") :]
    newer = older.replace("default@1", "default@2").replace("key: unproven", "key: open-question")
    ratings.write_text(f"scales:\n{newer}{older}", encoding="utf-8")
    sandbox.seed(
        "specimen.txt", DOCUMENT, verdict("second line").replace("schema: 1", "scale: default@1")
    )
    build(sandbox)
    badge = page(sandbox, "checks/specimen/index.html").select_one(".ruling a.badge")
    assert badge is not None
    path = f"{str(badge['href']).strip('/')}/index.html"
    listed = page(sandbox, path).select(".card__title a")

    assert path == "ratings/default-v1/unproven/index.html"
    assert [link["href"] for link in listed] == ["/checks/specimen/first.html"]
    assert (sandbox.output / "ratings" / "open-question" / "index.html").is_file()


def test_a_correction_is_told_where_the_claim_is_read(sandbox: Sandbox) -> None:
    """The claim's own page says what was corrected, and machines are told the day."""
    sidecar = verdict("second line") + (
        "changes:\n"
        "  - {date: 2026-02-03, kind: correction, claims: [first], text: The rating was wrong.}\n"
        "  - {date: 2026-02-04, kind: minor, text: A typing error.}\n"
    )
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    build(sandbox)
    for path in ("checks/specimen/first.html", "checks/specimen/index.html"):
        soup = page(sandbox, path)
        notice = soup.select_one(".notice--correction")
        script = soup.find("script", type="application/ld+json")
        assert notice is not None
        assert script is not None

        assert "The rating was wrong." in notice.get_text()
        assert "Updated 3 February 2026" in soup.get_text()
        assert json.loads(str(script.string))["dateModified"] == "2026-02-03"


def test_a_claims_former_address_leads_to_the_claim(sandbox: Sandbox) -> None:
    """After a change of slug, the addresses that machines know of claims lead on."""
    sidecar = verdict("second line").replace("status:", "former_slugs: [once]\nstatus:")
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    build(sandbox)
    refresh = page(sandbox, "checks/once/first.html").find("meta", {"http-equiv": "refresh"})
    assert refresh is not None

    assert refresh["content"] == "0; url=/checks/specimen/first.html"


def test_a_withdrawn_checks_claims_lead_to_the_reason(sandbox: Sandbox) -> None:
    """The address of a claim of a withdrawn check leads to the page that says why, and says it."""
    sidecar = verdict("second line", status="withdrawn")
    sidecar += "withdrawn: {date: 2026-02-01, reason: It rested on a mistake.}\n"
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    build(sandbox)
    soup = page(sandbox, "checks/specimen/first.html")
    refresh = soup.find("meta", {"http-equiv": "refresh"})
    description = soup.find("meta", {"name": "description"})
    assert refresh is not None
    assert description is not None

    assert refresh["content"] == "0; url=/checks/specimen/"
    assert description["content"] == "It rested on a mistake."


def test_every_shape_and_colour_of_a_rating_is_drawn() -> None:
    """What a scale may name, the theme's template and its tokens know."""
    template = (ROOT / "theme/templates/components/shape.html").read_text(encoding="utf-8")
    tokens = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
    classes = (ROOT / "theme/static/css/rating.css").read_text(encoding="utf-8")

    assert {shape.value for shape in Shape} == set(re.findall(r'name == "([a-z-]+)"', template))
    for colour in Colour:
        assert f"--rating-{colour.value}-ink:" in tokens
        assert f"--rating-{colour.value}-fill:" in tokens
        assert f".rating--{colour.value} " in classes
