"""
Builds, readers and exchanges at the same time.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from factcheck.engine.staging import staged
from factcheck.engine.trees import write_file
from sandbox import Sandbox, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"

#: A plugin that holds a build up until a file appears.
SLOW = """
import pathlib, time
from pelican.plugins import signals

def wait(_):
    pathlib.Path("waiting").touch()
    while not pathlib.Path("go").exists():
        time.sleep(0.02)

def register():
    signals.finalized.connect(wait)
"""


def test_a_second_build_is_told_who_is_at_work(sandbox: Sandbox) -> None:
    """While one build runs, another ends with 1 and names the first; the first goes on."""
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    (sandbox.root / "plugins" / "slow.py").write_text(SLOW, encoding="utf-8")
    settings = sandbox.root / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    slow = text.replace('PLUGINS = ["factcheck"]', 'PLUGINS = ["factcheck", "slow"]')
    settings.write_text(slow, encoding="utf-8")
    first = subprocess.Popen(
        [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"],
        cwd=sandbox.root,
        stdout=subprocess.DEVNULL,
    )
    wait_for(sandbox.root / "waiting")
    second = sandbox.pelican()
    (sandbox.root / "go").touch()

    assert first.wait(timeout=60) == 0
    assert second.returncode == 1
    assert f"another build is running (process {first.pid}" in second.stdout
    assert (sandbox.output / "checks" / "specimen" / "index.html").is_file()


def wait_for(path: Path) -> None:
    for _ in range(1200):
        if path.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{path} never came")


def test_a_reader_never_finds_the_site_missing(tmp_path: Path) -> None:
    """A reader who asks without pause through 150 exchanges always gets a whole page."""
    published = tmp_path / "output"
    failures: list[str] = []
    reads = 0
    ended = threading.Event()

    def publish(edition: int) -> None:
        with staged(published) as stage:
            text = f"edition {edition}".encode()
            write_file(str(stage.folder), "index.html", text, None)

    def read() -> None:
        nonlocal reads
        while not ended.is_set():
            try:
                text = (published / "index.html").read_text(encoding="utf-8")
            except OSError as error:
                failures.append(str(error))
            else:
                reads += 1
                if not text.startswith("edition "):
                    failures.append(text)

    publish(0)
    reader = threading.Thread(target=read)
    reader.start()
    for edition in range(1, 151):
        publish(edition)
    ended.set()
    reader.join()

    assert failures == []
    assert reads > 150
