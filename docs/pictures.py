"""
Make the pictures in the papers: ``make pictures``.

Beside each picture stands the hash of what it shows, so that a test notices a stale one.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from pathlib import Path

from chromium import MISSING, OPTIONS, find_chromium
from factcheck.usecases.serving import Folder, make_server
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent / "pictures"

#: Name, page, width and height in pixels.
PICTURES = (("fact-check", "checks/coalition-of-the-willing-troop-plans/", 1360, 1500),)


def fingerprint(site: Path, page: str) -> str:
    """
    Hash what a picture of a page shows: the page and the theme's styles.
    """
    parts = [site / page / "index.html", *sorted((site / "theme" / "css").glob("*.css"))]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes())
    return digest.hexdigest()


def make(site: Path) -> None:
    """
    Take every picture of a built site.
    """
    chromium = find_chromium()
    if chromium is None:
        sys.exit(MISSING)
    FOLDER.mkdir(exist_ok=True)
    server = make_server(Folder(site), "/", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        for name, page, width, height in PICTURES:
            window = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="light"
            )
            window.goto(f"http://127.0.0.1:{server.server_port}/{page}")
            window.screenshot(path=FOLDER / f"{name}.png")
            (FOLDER / f"{name}.sha256").write_text(f"{fingerprint(site, page)}\n")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
