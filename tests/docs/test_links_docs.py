from __future__ import annotations

import re

from factcheck.model.links import LinkState
from sandbox import ROOT

PAGE = (ROOT / "docs" / "links.md").read_text(encoding="utf-8")


def test_every_state_is_told() -> None:
    """The table has a row for each state of an address, in their order, and no other."""
    assert re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE) == [one.value for one in LinkState]
