"""
The walk of docs/editors.md, from a document to its published page, done as it stands there.

What the paper has typed is typed, in its order: commands in ``console`` blocks, with what they
answer below them, and in ``yaml`` blocks what is written into the draft. Where the paper shows a
picture, somebody may look.
"""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, ViewportSize, expect
from sandbox import ROOT, TODAY, Sandbox, copy_project
from showing import previewed, served

PAPER: Final = ROOT / "docs" / "editors.md"
DOCUMENT: Final = ROOT / "seeds" / "000_5bd0f32cbaf4689e.txt"
SIDECAR: Final = Path("seeds") / "coalition-began-in-2025.verdict.yaml"
#: Where the fact-check stands on the site.
PAGE: Final = "checks/coalition-began-in-2025/"
STEP: Final = re.compile(
    r"^```(?P<kind>console|yaml)\n(?P<text>.*?)^```$|^!\[[^\]]*\]\(pictures/(?P<look>walk-\w+)\.png\)$",
    re.DOTALL | re.MULTILINE,
)
#: Where the draft's claims begin, with the remark above them.
CLAIMS: Final = "# Of 23 sentences"
WINDOW: Final[ViewportSize] = {"width": 1180, "height": 640}
#: A desk's own name and address, without which nothing is published.
OWN: Final = {"SITENAME": "A Desk", "SITEURL": "https://user.github.io"}


@dataclass(frozen=True)
class Answer:
    """What came of a command."""

    command: str

    #: What the paper says that it answers.
    told: str
    said: str

    #: Seconds until it was done.
    took: float


@dataclass
class Walk:
    """A project and its editor."""

    sandbox: Sandbox
    home: Path

    #: How many signs she has typed.
    typed: int = 0
    answers: list[Answer] = field(default_factory=list)
    #: Where the preview runs.
    address: str = ""

    @classmethod
    def begun(cls, folder: Path) -> Walk:
        """Give an editor an empty project of her desk, and the document among her downloads."""
        (folder / "project").mkdir(parents=True)
        sandbox = copy_project(folder / "project")
        downloads = folder / "Downloads"
        downloads.mkdir()
        (downloads / DOCUMENT.name).write_bytes(DOCUMENT.read_bytes())
        for page in (sandbox.root / "content").glob("*.md"):
            words = page.read_text(encoding="utf-8")
            page.write_text(words.replace("Sample: yes\n", ""), encoding="utf-8")
        settings = sandbox.root / "pelican.conf.py"
        own = "".join(f"\n{name} = {value!r}" for name, value in OWN.items())
        settings.write_text(settings.read_text(encoding="utf-8") + own + "\n", encoding="utf-8")
        walk = cls(sandbox, folder)
        for command in ("git init -q .", "git add .", "git commit -qm 'The desk'"):
            walk.do(command)
        return walk

    def go(self, look: Callable[[str], None]) -> None:
        """Do what the paper says, and look where it shows a picture, by the picture's name."""
        for step in steps():
            if step["look"]:
                look(step["look"])
            elif step["kind"] == "yaml":
                self.write(step["text"])
            else:
                for command, told in commands(step["text"]):
                    self.answers.append(self.answer(command, told))

    @contextmanager
    def shown(self, browser: Browser) -> Iterator[Page]:
        """Run the preview, with a window to look at it."""
        with previewed(self.sandbox) as self.address:
            window = browser.new_page(viewport=WINDOW)
            yield window
            window.close()

    def write(self, block: str) -> None:
        """Write a block into the draft, in the place of what stands under its key."""
        self.typed += len(block)
        path = self.sandbox.root / SIDECAR
        text = path.read_text(encoding="utf-8")
        if block.startswith("claims:"):
            text = text[: text.index(CLAIMS)] + block
        else:
            key = re.escape(block.split(":", maxsplit=1)[0])
            text, times = re.subn(rf"^{key}:.*\n", lambda _: block, text, flags=re.MULTILINE)
            assert times == 1, f"{block!r} finds {times} places"
        path.write_text(text, encoding="utf-8")

    def answer(self, command: str, told: str) -> Answer:
        """Type a command, and take its time."""
        self.typed += len(command)
        began = time.perf_counter()
        said = self.do(command)
        return Answer(command, told, said, time.perf_counter() - began)

    def do(self, command: str) -> str:
        """Run a command, and return what it says."""
        words = [word.replace("~", str(self.home)) for word in shlex.split(command)]
        if words[0] == "factcheck":
            done = self.sandbox.factcheck(*words[1:], SOURCE_DATE_EPOCH=TODAY, COLUMNS="100")
        elif words == ["make", "publish"]:
            ready = self.sandbox.factcheck("ready", SOURCE_DATE_EPOCH=TODAY)
            assert ready.returncode == 0, ready.stderr
            done = self.sandbox.pelican(SOURCE_DATE_EPOCH=TODAY)
            # How long it took is not told twice alike.
            return "" if done.returncode == 0 else done.stdout + done.stderr
        else:
            done = self.sandbox.run(words, **identity())
        return done.stdout + done.stderr


def see_draft(window: Page, walk: Walk) -> None:
    """The draft is marked as such, and so are its ten sentences."""
    window.goto(f"{walk.address}/{PAGE}")
    expect(window.get_by_text("Draft: not published")).to_be_visible()
    expect(window.locator(".seed mark")).to_have_count(10)


def see_slip(window: Page, _: Walk) -> None:
    """Without a reload, the message stands over the page."""
    expect(window.get_by_text("did you mean false?")).to_be_visible()


def see_written(window: Page, _: Walk) -> None:
    """The message is gone, and the ruling is there."""
    expect(window.get_by_text("did you mean false?")).to_be_hidden()
    expect(window.locator("#claim-formed-in-2022")).to_contain_text("False")
    window.locator("#claim-formed-in-2022").scroll_into_view_if_needed()


def see_published(window: Page, walk: Walk) -> None:
    """Readers find the ruling, the words and the evidence; nothing says draft."""
    with served(walk.sandbox.output) as address:
        window.goto(f"{address}/{PAGE}")
        expect(window.locator("#quote-formed-in-2022 + mark")).to_have_text(
            "its formation in 2022"
        )
        expect(window.get_by_text("not published")).to_be_hidden()


#: What is to be seen where the paper shows a picture.
SIGHTS: Final[dict[str, Callable[[Page, Walk], None]]] = {
    "walk-draft": see_draft,
    "walk-slip": see_slip,
    "walk-written": see_written,
    "walk-published": see_published,
}


def identity() -> dict[str, str]:
    """Say for git who commits, and when."""
    people = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Editor"), ("EMAIL", "editor@example.org"))
    }
    dates = {f"GIT_{role}_DATE": f"{TODAY} +0000" for role in ("AUTHOR", "COMMITTER")}
    return {**people, **dates, "GIT_CONFIG_GLOBAL": "/dev/null"}


def steps() -> Iterator[re.Match[str]]:
    """Give the steps of the paper in their order."""
    text = PAPER.read_text(encoding="utf-8")
    begins = text.index("\n## The walk, step by step\n") + 1
    return STEP.finditer(text[begins : text.index("\n## ", begins)])


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Give the commands of a block, each with what it answers."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, told = part.partition("\n")
        yield command, told
