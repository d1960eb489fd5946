"""
The ways in which readers can browse the digest, built for real.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sandbox import Sandbox, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"
TOWN = "claimant: {name: The Town Council, type: organization}"


CHANGES = """\
changes:
  - {date: 2026-03-01, kind: correction, text: A line was wrong.}
  - {date: 2026-03-02, kind: minor, text: A comma.}
"""


def page(output: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((output / path / "index.html").read_bytes(), "lxml")


def titles(soup: BeautifulSoup) -> list[str]:
    return [found.get_text(strip=True) for found in soup.select(".card__title")]


@pytest.fixture
def output(sandbox: Sandbox, build: Callable[..., Path]) -> Path:
    """A site of three fact-checks from two years, one of them changed and one overdue."""
    for name, year in (("a", 2024), ("b", 2026), ("c", 2026)):
        sidecar = verdict("second line", slug=name, title=f"Specimen {name}")
        sidecar = sidecar.replace("2026-01-05", f"{year}-01-05")
        sidecar = sidecar.replace("kind: message", f"kind: message\n  outlet: The {name} Gazette")
        sidecar = sidecar.replace("authors:", "topics: [Bridges]\nauthors:")
        sidecar = sidecar.replace("    rating:", f"    {TOWN}\n    rating:")
        if name == "b":
            sidecar += "    review_by: 2026-02-01\n"
        if name == "c":
            sidecar += (
                "changes:\n  - {date: 2026-03-01, kind: correction, text: A line was wrong.}\n"
            )
            sidecar += "  - {date: 2026-03-02, kind: minor, text: A comma.}\n"
        sandbox.seed(f"{name}.txt", DOCUMENT, sidecar)
    return build()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("topics/bridges", ["Specimen b", "Specimen c", "Specimen a"]),
        ("outlets/the-a-gazette", ["Specimen a"]),
        ("archive/2026", ["Specimen b", "Specimen c"]),
        ("archive/month/2024-01", ["Specimen a"]),
        ("languages/en", ["Specimen b", "Specimen c", "Specimen a"]),
        ("kinds/message", ["Specimen b", "Specimen c", "Specimen a"]),
    ],
)
def test_each_way_leads_to_its_fact_checks(output: Path, path: str, expected: list[str]) -> None:
    """A group's page lists the fact-checks that belong to it and no others, newest first."""
    assert titles(page(output, path)) == expected


def test_a_claimants_page_counts_in_sentences(output: Path) -> None:
    """Who made claims has a page with the rulings, how they came out, and what that leaves out."""
    soup = page(output, "claimants/the-town-council")
    told = [found.get_text(strip=True) for found in soup.select(".counts")]

    assert told[0] == (
        "Three rulings in three fact-checks, published from 5 January 2024 to 5 January 2026: "
        "three “Unproven”."
    )
    assert "chooses which claims" in told[1]
    assert "%" not in soup.get_text()


def test_an_outlets_page_counts_rulings_and_says_how_they_were_chosen(output: Path) -> None:
    """What the desk chose to check says nothing of an outlet, and its page says so."""
    told = [
        found.get_text(strip=True)
        for found in page(output, "outlets/the-a-gazette").select(".counts")
    ]

    assert told[0] == (
        "One ruling in one fact-check, published on 5 January 2024: one “Unproven”."
    )
    assert "chooses which documents" in told[1]


def test_a_list_of_several_months_is_a_timeline(output: Path) -> None:
    """Each month stands where its first entry does; a list of one month needs none."""
    months = [found.get_text() for found in page(output, "topics/bridges").select(".cards__month")]

    assert months == ["January 2026", "January 2024"]
    assert page(output, "archive/2026").select(".cards__month") == []


def test_numbers_over_time_are_a_table_too(output: Path) -> None:
    """What is drawn as bars stands in a table beside it, years without any included."""
    rows = page(output, "topics/bridges").select(".chart__table tbody tr")
    numbers = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]

    assert numbers == [["2024", "1"], ["2025", "0"], ["2026", "2"]]


def test_corrections_are_listed_and_typing_errors_are_not(output: Path) -> None:
    """Every change that readers should know of is listed with its day and its fact-check."""
    soup = page(output, "corrections")

    assert titles(soup) == ["Correction, 1 March 2026"]
    assert "A line was wrong." in soup.get_text()
    assert soup.select_one('a[href="/checks/c/"]')


def test_overdue_reviews_are_listed(output: Path) -> None:
    """A ruling stands under "review due" once its day has passed by the build's today."""
    links = [found["href"] for found in page(output, "review-due").select(".card__title a")]

    assert links == ["/checks/b/first.html"]


def test_all_names_are_on_one_page(output: Path) -> None:
    """From the page "Browse" every group can be reached."""
    links = {found["href"] for found in page(output, "browse").select(".names a")}

    assert links == {
        "/topics/bridges/",
        "/outlets/the-a-gazette/",
        "/outlets/the-b-gazette/",
        "/outlets/the-c-gazette/",
        "/archive/2024/",
        "/archive/2026/",
        "/archive/month/2024-01/",
        "/archive/month/2026-01/",
        "/languages/en/",
        "/kinds/message/",
        "/claimants/the-town-council/",
    }


def test_a_fact_check_leads_to_its_topics_and_claimants(output: Path) -> None:
    """From a fact-check readers come to all others on its topic and by its claimant."""
    soup = page(output, "checks/a")

    assert soup.select_one('.topics a[href="/topics/bridges/"]')
    claim = BeautifulSoup((output / "checks" / "a" / "first.html").read_bytes(), "lxml")
    assert claim.select_one('a[href="/claimants/the-town-council/"]')


def test_a_way_that_is_not_wanted_is_not_there(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """A desk that browses by outlet alone has no other lists, and no links to them."""
    sidecar = verdict("second line").replace("authors:", "topics: [Bridges]\nauthors:")
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8") + '\nFACTCHECK_BROWSE = ["outlets"]\n'
    settings.write_text(text, encoding="utf-8")
    output = build()

    assert not (output / "topics").exists()
    assert (output / "outlets" / "index.html").is_file()
    assert not page(output, "checks/specimen").select(".topics a")


def test_a_withdrawal_is_among_the_corrections(
    sandbox: Sandbox, build: Callable[..., Path]
) -> None:
    """What was taken back is told with its reason, and its earlier corrections stay."""
    sidecar = verdict("second line", status="withdrawn") + CHANGES
    sidecar += "withdrawn: {date: 2026-04-01, reason: It rested on a mistake.}\n"
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    soup = page(build(), "corrections")

    assert titles(soup) == ["Withdrawn, 1 April 2026", "Correction, 1 March 2026"]
    assert "It rested on a mistake." in soup.get_text()


def test_no_month_is_named_twice(sandbox: Sandbox, build: Callable[..., Path]) -> None:
    """Where another zone has the next month already, the list still goes back in time."""
    for name, moment in (
        ("a", "2026-01-31T20:00Z"),
        ("b", "2026-02-01T09:00+14:00"),
        ("c", "2026-01-31T18:00Z"),
        ("d", "2026-02-03T00:00Z"),
    ):
        sidecar = verdict("second line", slug=name, title=name)
        sandbox.seed(f"{name}.txt", DOCUMENT, sidecar.replace("2026-01-05", moment))
    months = page(build(), "kinds/message").select(".cards__month")

    assert [found.get_text() for found in months] == ["February 2026", "January 2026"]
