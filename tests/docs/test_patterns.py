from __future__ import annotations

import re
from pathlib import Path

import factcheck
import pytest

PACKAGE = Path(factcheck.__file__).parent
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]*\})\+|\(\?>")


@pytest.mark.parametrize(
    "module",
    sorted(PACKAGE.rglob("*.py")),
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_no_pattern_repeats_a_group_possessively(module: Path) -> None:
    """No pattern has what Python before 3.11.5 matches wrongly: a group that keeps all."""
    found = [
        f"{module.name}:{number}: {line.strip()}"
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), start=1)
        if POSSESSIVE_GROUP.search(line)
    ]

    assert found == []
