"""
A build that is ended at any moment leaves the site as it was, or as it was being built, whole.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sandbox import Sandbox, copy_project, tree_hash

MOMENTS = 50
CHECKS = 40
CLAIMS = 9

HEAD = """\
title: Specimen {number}, edition {edition}
slug: specimen-{number}
status: published
language: en
published: 2026-01-05
authors: [Desk]
summary: A specimen for a test.
document: {{kind: message}}
claims:
"""

CLAIM = """\
  - id: claim-{claim}
    quote: number {claim} is one
    claim: Number {claim} is one.
    rating: unproven
    reason: Nothing was looked for.
"""


def write_edition(sandbox: Sandbox, edition: str) -> None:
    text = "".join(f"Of all numbers, number {claim} is one.\n" for claim in range(CLAIMS))
    claims = "".join(CLAIM.format(claim=claim) for claim in range(CLAIMS))
    for number in range(CHECKS):
        head = HEAD.format(number=number, edition=edition)
        sandbox.seed(f"specimen-{number}.txt", text, head + claims)


class Site:
    """A site of some 400 files in two editions, and how long a build of it takes."""

    def __init__(self, folder: Path) -> None:
        self.sandbox = copy_project(folder)
        self.hashes = {}
        for edition in ("one", "two"):
            write_edition(self.sandbox, edition)
            start = time.monotonic()
            assert self.sandbox.pelican().returncode == 0
            self.seconds = time.monotonic() - start
            self.hashes[edition] = tree_hash(self.sandbox.output)
        self.files = sum(path.is_file() for path in self.sandbox.output.rglob("*"))

    def published(self) -> str:
        """Which edition is published; fails if it is neither, whole."""
        found = tree_hash(self.sandbox.output)
        return next(edition for edition, hash_ in self.hashes.items() if hash_ == found)

    def left_over(self) -> list[str]:
        """Whatever stands beside the site, but the spare folder for the next build."""
        beside = {path.name for path in self.sandbox.root.glob(".output*")}
        return sorted(beside - {".output.spare"})

    def build_until(self, moment: float, sign: int) -> int:
        """Start building the other edition and send a signal at a moment of the build."""
        write_edition(self.sandbox, "two" if self.published() == "one" else "one")
        process = subprocess.Popen(
            [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"],
            cwd=self.sandbox.root,
            env={**os.environ, "NO_COLOR": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moment * self.seconds)
        process.send_signal(sign)
        return process.wait(timeout=60)


@pytest.fixture(scope="module")
def big_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("interrupted"))
    assert site.files > 400
    return site


#: What a killed build may leave for the next one to remove: a site, and pages that are not whole.
UNFINISHED = {".output.being-built", ".output.galley"}

#: From before Python has started to a little after the usual end.
SPREAD = [index * 1.1 / MOMENTS for index in range(MOMENTS)]


def test_kill_leaves_a_whole_site_at_every_moment(big_site: Site) -> None:
    """After kill -9 at 50 moments the site is one edition or the other, and can be built on."""
    for moment in SPREAD:
        big_site.build_until(moment, signal.SIGKILL)

        assert big_site.published() in {"one", "two"}
        assert set(big_site.left_over()) <= UNFINISHED
    assert big_site.sandbox.pelican().returncode == 0
    assert big_site.left_over() == []


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_a_whole_site_and_nothing_else(big_site: Site, sign: int) -> None:
    """After SIGINT or SIGTERM at 50 moments the site is whole, and no stage is left behind."""
    codes = set()
    for moment in SPREAD:
        codes.add(big_site.build_until(moment, sign))

        assert big_site.published() in {"one", "two"}
        assert big_site.left_over() == []
    # Before our handler stands, Python itself ends: by the signal, or by its own interrupt.
    assert codes <= {0, 1, 128 + sign, -sign}
    assert 128 + sign in codes
