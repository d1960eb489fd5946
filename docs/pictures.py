"""
Make the pictures in the papers: ``make pictures``.

The site is built in a folder of its own, on the day on which the tests build it. Beside each
picture stands the hash of what it shows, so that a test notices a stale one.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path
from typing import Final, Literal, NamedTuple

from chromium import MISSING, OPTIONS, find_chromium
from playwright.sync_api import Browser, Page, sync_playwright
from sandbox import ROOT, TODAY, Sandbox, copy_project
from showing import previewed, served
from walk import PAGE, SIGHTS, Walk

FOLDER: Final = Path(__file__).parent / "pictures"
REAL: Final = "checks/coalition-of-the-willing-troop-plans/"


class Picture(NamedTuple):
    """
    What a picture shows.
    """

    name: str
    page: str
    width: int
    height: int

    #: What the window scrolls to.
    place: str = ""
    scheme: Literal["light", "dark"] = "light"
    is_paper: bool = False


#: A sheet of A4 at the resolution of a screen.
SHEET: Final = (794, 1123)

PICTURES: Final = (
    Picture("fact-check", REAL, 1180, 800),
    Picture("rulings", "checks/school-worksheet/", 1180, 640, "rulings", "dark"),
    Picture("phone", REAL, 390, 844, "group-members"),
    Picture("arabic", "checks/risala-ar/", 390, 844),
    Picture("paper", f"{REAL}us-member.html", *SHEET, is_paper=True),
    Picture("digest", "", 1180, 800),
    Picture("claimant", "claimants/planetarium-and-museum-specimen/", 1180, 640),
)

#: The preview, where a save has just broken a sidecar: the file, its words, and what is typed.
PREVIEW: Final = Picture("preview", "checks/chain-message-storm/", 1180, 640)
SLIP: Final = ("seeds/samples/chain-message-storm.verdict.yaml", "rating: false", "rating: flase")

#: The margins that a printer would leave.
MARGINS: Final = "body { margin: 18mm 16mm }"


def fingerprint(site: Path, page: str) -> str:
    """
    Hash what a picture of a page shows: the page, and the theme's styles with the preview's.
    """
    folders = (site / "theme" / "css", ROOT / "theme" / "preview")
    styles = [style for folder in folders for style in folder.glob("*.css")]
    digest = hashlib.sha256()
    shown = site / page
    for part in (shown / "index.html" if shown.is_dir() else shown, *sorted(styles, key=_by_name)):
        digest.update(part.read_bytes())
    return digest.hexdigest()


def _by_name(path: Path) -> str:
    """Wherever the project lies, its files stand in one order."""
    return path.name


def make(browser: Browser, sandbox: Sandbox) -> None:
    """
    Take every picture of a project.
    """
    with served(sandbox.output) as address:
        for picture in PICTURES:
            window = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme=picture.scheme,
                bypass_csp=picture.is_paper,
            )
            window.goto(f"{address}/{picture.page}#{picture.place}")
            if picture.is_paper:
                window.emulate_media(media="print")
                window.add_style_tag(content=MARGINS)
            keep(window, picture, sandbox.output)
    with previewed(sandbox) as address:
        window = browser.new_page(viewport={"width": PREVIEW.width, "height": PREVIEW.height})
        window.goto(f"{address}/{PREVIEW.page}")
        slip(sandbox)
        window.get_by_role("region", name="error in this fact-check").wait_for()
        window.evaluate("scrollTo(0, 0)")
        keep(window, PREVIEW, sandbox.output)


def keep(window: Page, picture: Picture, site: Path) -> None:
    """
    Write a picture, and the hash of what it shows beside it.
    """
    window.screenshot(path=FOLDER / f"{picture.name}.png")
    (FOLDER / f"{picture.name}.sha256").write_text(f"{fingerprint(site, picture.page)}\n")
    window.close()


def make_walk(browser: Browser, walk: Walk) -> None:
    """
    Take a picture wherever the walk looks; tell how much was typed, and how long that took.
    """
    with walk.shown(browser) as window:

        def look(name: str) -> None:
            SIGHTS[name](window, walk)
            window.screenshot(path=FOLDER / f"{name}.png")

        walk.go(look)
    for name in SIGHTS:
        (FOLDER / f"{name}.sha256").write_text(f"{fingerprint(walk.sandbox.output, PAGE)}\n")
    for answer in walk.answers:
        sys.stdout.write(f"{answer.took:5.1f} s  {answer.command}\n")
    sys.stdout.write(f"{walk.typed} signs typed\n")


def slip(sandbox: Sandbox) -> None:
    """
    Save a sidecar with the first of its ratings mistyped.
    """
    file, words, typed = SLIP
    path = sandbox.root / file
    path.write_text(path.read_text(encoding="utf-8").replace(words, typed, 1), encoding="utf-8")


def main() -> None:
    """
    Build this project in a folder of its own, and take its pictures.
    """
    chromium = find_chromium()
    if chromium is None:
        sys.exit(MISSING)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sandbox = copy_project(Path(folder), with_seeds=True)
        if (built := sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)).returncode:
            sys.exit(built.stdout + built.stderr)
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        make(browser, sandbox)
        make_walk(browser, Walk.begun(Path(folder) / "walk"))
        browser.close()


if __name__ == "__main__":
    main()
