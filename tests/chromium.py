"""
A Chromium for the browser tests and for the pictures in the papers.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "no Chromium was found; on Debian type: sudo apt-get install chromium"

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
OPTIONS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium refuses to run as root inside its own sandbox.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]


def find_chromium() -> str | None:
    """Return the path of a Chromium; install Debian's where that may be done."""
    # Half installed it is found, too, so who comes second waits before looking.
    with _one_at_a_time():
        if not _found():
            _install()
        return _found()


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for the other processes of the tests: apt refuses to work for two at once."""
    path = Path(tempfile.gettempdir()) / f"factcheck-tests-{os.geteuid()}.lock"
    # Never through another user's link.
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _install() -> None:
    """Install Debian's Chromium where this may be done: as root, with apt."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]):
        subprocess.run(command, env=environment, capture_output=True, check=False)
