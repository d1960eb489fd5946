from __future__ import annotations

import re

from factcheck.publishing.addresses import Record, check_path
from factcheck.publishing.citation import citation
from factcheck.reading.pairs import Pair, read_pair
from hypothesis import given
from hypothesis import strategies as st
from specimens import DOCUMENT, ROOT, SIDECAR, project, scales

PAIR = Pair("x.txt", DOCUMENT.encode(), "x.verdict.yaml", SIDECAR.encode())
CHECK = read_pair(PAIR, scales()).factcheck
SITE = project(ROOT).site


def cited(title: str, updated: str = "") -> tuple[str, str]:
    assert CHECK is not None
    found = citation(CHECK, title, "key", updated, Record(SITE, check_path("bridge")))
    return found.bibtex, found.archive


def test_an_entry_names_who_what_when_and_where() -> None:
    """An entry for BibTeX holds the desk, the title, both dates and the whole address."""
    entry, archive = cited("A title", updated="25 November 2026")

    assert entry == (
        "@misc{key,\n"
        "  author = {{Desk}},\n"
        "  title = {{A title}},\n"
        "  year = {2026},\n"
        "  date = {2026-11-22},\n"
        "  note = {Fact-check, updated 25 November 2026},\n"
        "  url = {https://example.org/checks/bridge/}\n"
        "}"
    )
    assert archive == "https://web.archive.org/save/https://example.org/checks/bridge/"


@given(st.text(alphabet="ab \\{}%$&#_~^\n@,=", min_size=1))
def test_no_title_ends_its_field(title: str) -> None:
    """Whatever a title holds, braces stay balanced and TeX meets no sign that it would obey."""
    entry, _ = cited(title)
    (told,) = re.findall(r"^  title = \{\{(.*)\}\},$", entry, re.MULTILINE)
    depth = 0
    for brace in re.findall(r"[{}]", told):
        depth += 1 if brace == "{" else -1
        assert depth in {0, 1}

    assert depth == 0
    assert not re.search(r"(?<!\\)[%$&#_]|[~^]|\\(?![%$&#_]|text[a-z]+\{\})", told)
