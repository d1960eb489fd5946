from __future__ import annotations

import re

from factcheck.model.registry import Kind, Registered, RegisteredClaimant
from factcheck.model.shape import keys_of
from factcheck.reading.registry import read_registry
from sandbox import ROOT

PAGE = (ROOT / "docs" / "registry.md").read_text(encoding="utf-8")


def test_the_example_is_a_registry() -> None:
    """The example is read without a problem, and has an entry of every kind."""
    [example] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    registry, problems = read_registry(example.encode(), "registry.yaml")

    assert problems == ()
    assert registry is not None
    assert all(registry.of(kind) for kind in Kind)


def test_every_key_is_told() -> None:
    """The table has a row for each key of an entry, in their order, and tells which must be."""
    told = re.findall(r"^\| `(\w+)` \| (yes|no) \|", PAGE, re.MULTILINE)

    assert told == [
        (key.name, "yes" if key.required else "no") for key in keys_of(RegisteredClaimant).values()
    ]
    assert {*keys_of(RegisteredClaimant)} - {*keys_of(Registered)} == {"type"}
