"""
What an editor is reminded of.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import specimens
from factcheck.diagnostics import Severity
from factcheck.diagnostics.revisit_codes import REVISIT_CODES
from factcheck.usecases.revisiting import to_revisit
from sandbox import Sandbox
from specimens import DOCUMENT, SIDECAR, TRANSLATION, edited

NOW = datetime(2026, 11, 23, tzinfo=UTC)

#: A ruling on two works of which nothing need be said.
TWO = edited(
    SIDECAR,
    (
        "    evidence:\n",
        "    evidence:\n      - {title: Another, stance: supports, finding: It agrees.}\n",
    ),
)
WORK = "    title: A survey that does not exist\n"
CLAIMANT = (
    "    rating: true",
    "    claimant: {name: A person that does not exist, type: person}\n    rating: false",
)
ASKED = "right_of_reply:\n  - {party: %s, date: 2026-11-21, outcome: no-reply}\n"

FOUND: dict[str, tuple[str, list[tuple[str, int]]]] = {
    "nothing": (TWO, []),
    "one source": (SIDECAR, [("single-source", 19)]),
    "one source repeated": (
        edited(
            TWO,
            (
                WORK,
                f"{WORK}  copy:\n    title: A copy of it\n    derived_from: survey\n",
            ),
            ("title: Another, ", "work: copy, "),
        ),
        [("single-source", 22)],
    ),
    "overdue": (
        edited(TWO, ("    rating: true", "    rating: true\n    review_by: 2026-11-22")),
        [("review-due", 17)],
    ),
    "due today": (
        edited(TWO, ("    rating: true", "    rating: true\n    review_by: 2026-11-23")),
        [],
    ),
    "not archived": (
        edited(TWO, (WORK, f"{WORK}    url: https://example.org/\n")),
        [("not-archived", 12)],
    ),
    "not archived in place": (
        edited(TWO, ("title: Another, ", "title: Another, url: https://example.org/, ")),
        [("not-archived", 19)],
    ),
    "not asked": (edited(TWO, CLAIMANT), [("not-asked", 16)]),
    "asked": (edited(TWO, CLAIMANT) + ASKED % "A person that does not exist", []),
    "asked somebody for the claim": (
        edited(TWO, CLAIMANT) + (ASKED % "An office").replace("date", "claims: [arches], date"),
        [],
    ),
    "a draft": (edited(SIDECAR, ("status: published", "status: draft")), []),
    "not out yet": (
        edited(
            SIDECAR,
            ("status: published", "status: scheduled"),
            ("published: 2026-11-22", "published: 2026-11-24"),
        ),
        [],
    ),
}


@pytest.mark.parametrize(("sidecar", "told"), FOUND.values(), ids=FOUND)
def test_what_is_worth_another_look(
    tmp_path: Path, sidecar: str, told: list[tuple[str, int]]
) -> None:
    """Each thing is told at its line, as a note; what is in order is not."""
    sandbox = Sandbox(tmp_path)
    sandbox.seed("specimen.txt", DOCUMENT, sidecar)
    found = to_revisit(specimens.project(tmp_path), NOW, 1)
    assert [(one.code, one.line) for one in found] == told
    assert {one.severity for one in found} <= {Severity.NOTE}


def test_a_translation_is_not_told_again(tmp_path: Path) -> None:
    """What a translation has from its original is told of the original alone."""
    sandbox = Sandbox(tmp_path)
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    (tmp_path / "seeds/specimen.es.verdict.yaml").write_text(TRANSLATION, encoding="utf-8")
    found = to_revisit(specimens.project(tmp_path), NOW, 1)
    assert [one.file for one in found] == ["seeds/specimen.verdict.yaml"]


def test_the_command_lists_them(sandbox: Sandbox) -> None:
    """The command lists them with a sum, and ends well."""
    sandbox.seed("specimen.txt", DOCUMENT, SIDECAR)
    done = sandbox.factcheck("review")
    assert done.returncode == 0
    assert "single-source" in done.stdout
    assert done.stdout.endswith("One thing to look at.\n")


def test_every_code_is_tried() -> None:
    """No code goes without an example here."""
    assert {code for _, told in FOUND.values() for code, _ in told} == REVISIT_CODES.keys()
