from __future__ import annotations

import re

from factcheck.diagnostics.revisit_codes import REVISIT_CODES
from sandbox import ROOT

PAGE = (ROOT / "docs" / "revisiting.md").read_text(encoding="utf-8")


def test_every_code_is_told() -> None:
    """The table has a row for each code of what to look at again, in their order, and no other."""
    assert re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE) == list(REVISIT_CODES)
