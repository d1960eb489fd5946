"""
A disk that is full or cannot be written to: a sentence, an exit code, and the old site.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sandbox import Sandbox, verdict

DOCUMENT = "A specimen that was written for a test.\nIt has a second line.\n"

#: Mounts a small disk, publishes on it, spoils it, builds again, and tells what came of it.
SCRIPT = r"""
import json, pathlib, subprocess, sys
sys.path.insert(0, {tests!r})
from sandbox import tree_hash
disk = pathlib.Path({disk!r})
run = lambda *command: subprocess.run(command, capture_output=True, text=True)
assert run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)).returncode == 0
build = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-o", str(disk / "output")]
first = run(*build)
before = tree_hash(disk / "output")
sidecar = pathlib.Path("seeds/specimen.verdict.yaml")
sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("A specimen", "An edited specimen"))
{spoil}
second = run(*build)
told = {{
    "codes": [first.returncode, second.returncode],
    "said": second.stdout + second.stderr,
    "same": before == tree_hash(disk / "output"),
    "names": sorted(path.name for path in disk.iterdir()),
}}
print(json.dumps(told))
"""

FULL = """
spare = open(disk / "ballast", "wb")
try:
    while True:
        spare.write(b"x" * 1024)
        spare.flush()
except OSError:
    pass
"""

READ_ONLY = 'assert run("mount", "-o", "remount,ro", str(disk)).returncode == 0'


def namespace() -> list[str]:
    """The command that gives a process mounts of its own; the test is skipped where none can."""
    command = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    probe = [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        able = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        able = False
    if not able:
        pytest.skip("this machine lets nobody mount a disk of its own")
    return command


def spoiled(sandbox: Sandbox, disk: Path, spoil: str) -> dict[str, object]:
    sandbox.seed("specimen.txt", DOCUMENT, verdict("second line"))
    disk.mkdir()
    tests = str(Path(__file__).parents[1])
    script = SCRIPT.format(tests=tests, disk=str(disk), spoil=spoil)
    done = sandbox.run([*namespace(), sys.executable, "-c", script])
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_a_full_disk_keeps_the_site(sandbox: Sandbox, tmp_path: Path) -> None:
    """With no room left the build ends with 1 and says so; the site keeps every byte."""
    told = spoiled(sandbox, tmp_path / "disk", FULL)

    assert told["codes"] == [0, 1]
    assert "No space left on device" in str(told["said"])
    assert "Traceback" not in str(told["said"])
    assert told["same"]
    assert told["names"] == ["ballast", "output"]


def test_a_disk_that_cannot_be_written_keeps_the_site(sandbox: Sandbox, tmp_path: Path) -> None:
    """On a read-only disk the build ends with 1 and says so."""
    told = spoiled(sandbox, tmp_path / "disk", READ_ONLY)

    assert told["codes"] == [0, 1]
    assert "Read-only file system" in str(told["said"])
    assert "Traceback" not in str(told["said"])
    assert told["same"]
