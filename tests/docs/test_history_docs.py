from __future__ import annotations

import re

from factcheck.diagnostics.history_codes import HISTORY_CODES
from sandbox import ROOT

PAGE = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")


def test_every_code_is_told() -> None:
    """The table has a row for each code of history, in their order, and no other."""
    told = re.findall(r"^\| `(history-[\w-]+)` \|", PAGE, re.MULTILINE)
    assert told == list(HISTORY_CODES)
