from __future__ import annotations

import re
import runpy

import pytest
from factcheck.diagnostics import CODES
from sandbox import ROOT

SCRIPT = runpy.run_path(str(ROOT / "docs" / "messages.py"))
PAGE = SCRIPT["PAGE"].read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([a-z0-9-]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_the_page_is_what_the_check_says() -> None:
    """Where a message has changed, or a broken example came, the page says so: make messages."""
    assert SCRIPT["page"]() == PAGE


def test_every_code_has_its_place() -> None:
    """Every code that an editor can meet is listed once, with what it means."""
    assert list(SECTIONS) == list(CODES)
    assert all(f"- [`{code}`](#{code}): {rule}" in PAGE for code, rule in CODES.items())


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_shown_with_its_mend(code: str) -> None:
    """Each code has an example with a place, and says how to mend it."""
    section = SECTIONS[code]

    assert re.search(rf"^    [^:\n]+:\d+:\d+: (?:warning: )?{code}: ", section, re.MULTILINE)
    first = section.split("\nAlso:\n")[0]
    assert re.search(r"^ +  = \S|^To mend it: \S", first, re.MULTILINE)


def test_no_mend_is_told_for_nothing() -> None:
    """The page's own mends belong to messages that have none."""
    told = {code for code, text in SECTIONS.items() if "\nTo mend it: " in text}

    assert told == {*SCRIPT["MENDS"]}
