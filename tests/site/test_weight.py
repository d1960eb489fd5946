"""
How much a reader has to fetch.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

REAL = "checks/coalition-of-the-willing-troop-plans/index.html"

#: What a fact-check's first view may weigh, in bytes, compressed as hosts do it.
FIRST_VIEW = 60_000


def test_the_first_view_of_a_long_fact_check_is_light(site: Path) -> None:
    """The real fact-check, with every style sheet, script and picture it asks for: under 60 KB."""
    wanted = {REAL}
    waiting = [REAL]
    while waiting:
        path = waiting.pop()
        text = (site / path).read_text(encoding="utf-8")
        found = re.findall(r'(?:src|rel="(?:stylesheet|icon)" href)="/(theme/[^"]+)"', text)
        if path.endswith(".css"):
            found = [f"theme/css/{name}" for name in re.findall(r'url\("([^"]+)"\)', text)]
        waiting += [one for one in found if one not in wanted]
        wanted.update(found)
    weights = {path: len(gzip.compress((site / path).read_bytes(), 6)) for path in wanted}

    assert len(weights) > 12
    assert sum(weights.values()) < FIRST_VIEW, weights
