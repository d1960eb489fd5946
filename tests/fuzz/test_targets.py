from __future__ import annotations

import re
from pathlib import Path

import pytest
from sandbox import ROOT
from targets import ENDINGS, TARGETS

CORPUS = ROOT / "tests" / "fuzz" / "corpus"
KEPT = [
    pytest.param(folder.name, path, id=f"{folder.name}-{path.name}")
    for folder in sorted(CORPUS.iterdir())
    for path in sorted(folder.iterdir())
]
#: Bytes that any target must bear.
ODD = [
    b"",
    b"\0",
    b"\0\0\0",
    b"\x04",
    b"\x01\xff\xfe",
    b"\x04\xff\xfe\0\xd8",
    b"\x04\xef\xbb\xbf",
    b"\x03[" * 300,
    b"\x01<a " * 300,
    b"\x04\r\r\n\n\xc2\x85\xe2\x80\xa8a",
    bytes(range(256)),
    bytes(reversed(range(256))),
]


@pytest.mark.parametrize(("target", "path"), KEPT)
def test_what_a_fuzzer_found_keeps_its_promise(target: str, path: Path) -> None:
    """Every input that is kept, and with it each that once broke a promise, breaks none."""
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("data", ODD, ids=lambda data: repr(data[:6]))
@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes_keep_every_promise(target: str, data: bytes) -> None:
    """Bytes that are no text, or hardly any, break no promise of any reader."""
    TARGETS[target](data)


@pytest.mark.parametrize("ending", range(len(ENDINGS)))
def test_every_format_is_fuzzed(ending: int) -> None:
    """The first byte chooses among all formats, and what follows is read as that format."""
    TARGETS["document"](bytes([ending]) + b"<p>a *b*\n\nc\n")


def test_every_target_is_run_and_has_a_corpus() -> None:
    """make fuzz runs every target there is, and each begins with inputs that are kept."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (named,) = re.findall(r"for target in ([\w ]+); do", makefile)

    assert named.split() == list(TARGETS)
    assert {folder.name for folder in CORPUS.iterdir()} == set(TARGETS)
