"""
What search costs and how good it is: its index, a first search on a phone, ranking.

The browser is the Chromium that the tests use, in a phone's window; it asks a server in this
process. What is fetched is counted as a host compresses it (gzip, level 6).
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from factcheck.usecases.serving import Folder, make_server

from bench.questions import Question
from bench.runs import Place
from bench.tools import OUTPUT, PROJECT

#: A processor so many times slower than this machine's.
SLOWER: Final = 6

#: Those that are opened; of names there are too many for a first look.
FACETS: Final = ("rating", "topic", "year", "language")

#: The window.
PHONE: Final[Any] = {"width": 390, "height": 844}

#: So many hits are looked at for an answer; a later one counts as none.
LOOKED_AT: Final = 10

#: The parts of the project that a build of its own specimens needs.
PARTS: Final = ("content", "theme", "plugins", "seeds")

#: Run in the page: ranks the answer of each question; asks for words as a reader does.
RANK: Final = (PROJECT / "bench" / "scripts" / "rank.js").read_text(encoding="utf-8")
ASK: Final = (PROJECT / "bench" / "scripts" / "ask.js").read_text(encoding="utf-8")


def index_alone(place: Place) -> dict[str, float]:
    """
    Make the index of a built corpus in a process of its own.

    Returns:
        Its seconds, memory, files and bytes.
    """
    command = (sys.executable, "-m", "bench.indexing", str(place.folder))
    done = subprocess.run(
        command, cwd=PROJECT, env=place.environment, capture_output=True, text=True, check=True
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def first_search(output: Path, words: str) -> dict[str, float]:
    """
    Search once on a slow phone that has nothing of the site yet, all facets but names opened.

    Args:
        output: The built site.

        words: What is asked.

    Returns:
        The bytes that were fetched, by kind; and, on the slow processor, the milliseconds from
        asking until hits stood there, when all that had to be fetched was at hand, unread.
    """
    with _page(output) as (page, asked):
        _open(page)
        _ask(page, words)
        told = _weights(output, asked)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(_held(output, asked))
        _open(page)
        told["answer"] = _ask(page, words)
        return told


def _held(output: Path, asked: Iterable[str]) -> str:
    """Return a script that gives what was asked for at once, as it came: unread text."""
    paths = {url.split("/", 3)[3] for url in asked if url.endswith(".json")}
    texts = {f"/{path}": (output / path).read_text(encoding="utf-8") for path in sorted(paths)}
    return (
        f"const held = {json.dumps(texts)};"
        "window.fetch = async (address) => {"
        "  const text = held[new URL(address, location).pathname];"
        "  return { ok: true, json: async () => JSON.parse(text) };"
        "};"
    )


def ranks(output: Path, questions: Iterable[Question]) -> dict[str, list[float]]:
    """
    Ask every question of a built site.

    Returns:
        For each kind of question the reciprocal ranks of the first right answers.
    """
    questions = list(questions)
    with _page(output) as (page, _):
        page.goto(f"{page.base}/search/")
        asked = [(one.query, one.answers) for one in questions]
        found = page.evaluate(RANK, [asked, LOOKED_AT])
    told = defaultdict(list)
    for question, rank in zip(questions, found, strict=True):
        told[question.kind].append(1 / rank if rank else 0.0)
    return told


def own_specimens(folder: Path) -> Path:
    """
    Build the project's own specimens in a folder; return where the site is.
    """
    if folder.is_dir():
        shutil.rmtree(folder)
    for part in PARTS:
        shutil.copytree(
            PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(PROJECT / "pelican.conf.py", folder)
    command = (sys.executable, "-m", "pelican", "-s", "pelican.conf.py")
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / OUTPUT


@contextmanager
def _page(output: Path) -> Iterator[tuple[Any, list[str]]]:
    """Serve a site, and open a phone's window that notes what it asks for."""
    # Only who measures search needs what the tests need.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    sys.path.append(str(PROJECT / "tests"))
    from chromium import MISSING, OPTIONS, find_chromium  # noqa: PLC0415

    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(MISSING)
    server = make_server(Folder(output), "/", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        page: Any = browser.new_page(viewport=PHONE)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.base = f"http://127.0.0.1:{server.server_port}"
        yield page, asked
        browser.close()
    server.shutdown()
    server.server_close()


def _open(page: Any) -> None:  # noqa: ANN401
    """Open the page to search on, and its facets."""
    page.goto(f"{page.base}/search/")
    page.wait_for_load_state("networkidle")
    for facet in FACETS:
        page.evaluate(f"document.querySelector('[data-facet={facet}]').open = true")


def _ask(page: Any, words: str) -> float:  # noqa: ANN401
    """Ask, and return the milliseconds until hits stand there."""
    taken: float = page.evaluate(ASK, words)
    page.wait_for_load_state("networkidle")
    return taken


def _weights(output: Path, asked: Iterable[str]) -> dict[str, float]:
    """Sum the compressed bytes of the scripts and of the index's parts."""
    told: dict[str, float] = {"scripts": 0, "manifest": 0, "parts": 0, "requests": 0}
    for path in dict.fromkeys(url.split("/", 3)[3].partition("?")[0] for url in asked):
        kind = (
            "scripts"
            if "/js/search/" in path or path.endswith("find.js")
            else "manifest"
            if path.endswith("manifest.json")
            else "parts"
            if "/parts/" in path
            else None
        )
        if kind:
            told[kind] += len(gzip.compress((output / path).read_bytes(), 6))
            told["requests"] += 1
    return told
