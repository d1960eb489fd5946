from __future__ import annotations

import ast
import re

import pytest
from sandbox import ROOT

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)


def test_every_proof_is_one_line_of_its_own() -> None:
    """No proof is written in a way that the next test would pass over, and none stands twice."""
    assert TEXT.count("::") == len(NAMED) + 1  # the form itself is told once
    assert len(set(NAMED)) == len(NAMED) > 50


@pytest.mark.parametrize(("path", "function"), NAMED, ids=lambda part: part)
def test_every_named_proof_is_a_test(path: str, function: str) -> None:
    """What is said to prove a promise is a test that stands in that file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

    assert function.startswith("test_")
    assert function in tests


def test_every_promise_is_proved_or_said_not_to_be() -> None:
    """Seven promises are told; each has its proofs, or says that it is not built."""
    promises = re.split(
        r"^### (\d)\. ", TEXT.split("\n## What is installed")[0], flags=re.MULTILINE
    )[1:]
    numbers, texts = promises[::2], promises[1::2]

    assert numbers == list("1234567")
    for text in texts:
        assert ("\n- `tests/" in text) is not ("Not built yet" in text)
