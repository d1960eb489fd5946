"""
The tools that are measured: what is typed to build and to preview, and what they leave behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.equal import CROWD, PEER
from bench.peers import Peers, install_eleventy, install_hugo

PROJECT: Final = Path(__file__).resolve().parent.parent

#: The day that counts as today, for every tool that asks: 2026-01-01.
TODAY: Final = "1767225600"

OUTPUT: Final = "output"

#: Our tool; all ratios are between it and the others.
OURS: Final = "factcheck"

#: The tools in the order of tables, and what they are called there.
LABELS: Final = {
    OURS: "This project",
    "hugo-nested": "Hugo, rulings in front matter",
    "hugo-flat": "Hugo, all in the body",
    PEER: "Hugo, as many files",
    CROWD: "Hugo, fact-checks for pages",
    "eleventy": "Eleventy",
    "pelican": "Stock Pelican",
}

#: The site's settings in each profile of ours.
PROFILES: Final = {
    "posts": "posts.conf.py",
    "pages": "pages.conf.py",
    "full": "pelican.conf.py",
}

#: The tools that write the pages of each profile.
WRITERS: Final = {
    "posts": (OURS, "hugo-nested", "hugo-flat", "eleventy", "pelican"),
    "pages": (OURS, PEER, CROWD),
    "full": (OURS,),
}


@dataclass(frozen=True, slots=True)
class Tool:
    """
    A tool and its commands, all run in its form's folder.
    """

    #: Its name on the command line, and its form's folder in the corpus.
    name: str
    build: tuple[str, ...]

    #: Serves a preview on a port of 127.0.0.1 until it is interrupted.
    serve: Callable[[int], tuple[str, ...]]

    #: What a clean build must not find: its output and its own caches.
    leftovers: tuple[str, ...]

    #: Checks the content and builds nothing; only ours can.
    check: tuple[str, ...] = ()

    #: Whether a full page of a list never changes: then its newest page holds up to 99 entries.
    lasting_lists: bool = False


def tools(peers: Peers, profile: str) -> dict[str, Tool]:
    """
    Return the tools by their names.

    Args:
        peers: Where the peers are.

        profile: Which pages ours writes: one of ``PROFILES``.
    """
    made = (
        _ours(PROFILES[profile]),
        _hugo(peers, "hugo-nested"),
        _hugo(peers, "hugo-flat"),
        _hugo(peers, PEER),
        _hugo(peers, CROWD),
        _eleventy(peers),
        _pelican(),
    )
    return {tool.name: tool for tool in made}


def install(name: str, peers: Peers) -> None:
    """
    See that a tool is installed.
    """
    if name.startswith("hugo"):
        install_hugo(peers)
    if name == "eleventy":
        install_eleventy(peers)


def environment(peers: Peers) -> dict[str, str]:
    """
    Return the environment that every tool runs in.
    """
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": TODAY,
        "NO_COLOR": "1",
        "PYTHONPATH": str(PROJECT / "plugins"),
        "NODE_PATH": str(peers.modules),
    }


def _ours(settings: str) -> Tool:
    own = (sys.executable, "-m", "factcheck", "-s", settings)
    return Tool(
        name=OURS,
        build=(sys.executable, "-m", "pelican", "-s", settings),
        serve=lambda port: (*own, "serve", "--port", str(port)),
        leftovers=(OUTPUT, f".{OUTPUT}.spare", ".factcheck"),
        check=(*own, "check"),
        lasting_lists=True,
    )


def _hugo(peers: Peers, name: str) -> Tool:
    hugo = (str(peers.hugo), "--cacheDir", str(peers.folder / "cache" / name))
    listen = ("--bind", "127.0.0.1", "--port")
    return Tool(
        name=name,
        build=(*hugo, "--destination", OUTPUT),
        serve=lambda port: (
            *(str(peers.hugo), "server", *hugo[1:], "--disableFastRender=false"),
            *(*listen, str(port)),
        ),
        leftovers=(OUTPUT, "resources", hugo[2]),
    )


def _eleventy(peers: Peers) -> Tool:
    eleventy = (peers.node, str(peers.eleventy), "--config=eleventy.config.cjs", "--quiet")
    return Tool(
        name="eleventy",
        build=eleventy,
        serve=lambda port: (*eleventy, "--serve", "--incremental", f"--port={port}"),
        leftovers=(OUTPUT, ".cache"),
    )


def _pelican() -> Tool:
    pelican = (sys.executable, "-m", "pelican", "-s", "pelicanconf.py")
    listen = ("--listen", "--autoreload", "--bind", "127.0.0.1", "--port")
    return Tool(
        name="pelican",
        build=pelican,
        serve=lambda port: (*pelican, *listen, str(port)),
        leftovers=(OUTPUT, "cache"),
    )
