"""
A reader with a real browser, JavaScript on and the page's own policy switched off.

What is to be shown is that the pages are harmless by themselves, not that a browser guards them.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Self, TypeVar

from chromium import OPTIONS
from playwright.sync_api import Dialog, Error, Frame, Page, ViewportSize, sync_playwright

HERE: Final = Path(__file__).resolve().parent
PORTRAIT: Final = (HERE / "portrait.js").read_text(encoding="utf-8")
ORDER: Final = (HERE / "order.js").read_text(encoding="utf-8")
#: Before anything else of a page runs: what a payload does leaves a mark.
HOOKS: Final = """
window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (said) => { window.__ran.push(`${name} ${said}`); };
}
window.ran = (said) => { window.__ran.push(`ran ${said}`); };
"""
#: What HTML collapses, and what browsers may or may not take for the end of a line.
SPACE: Final = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")

#: A phone's window, in which words have to break.
WINDOW: Final = ViewportSize(width=360, height=720)

#: How many pages are opened at once.
AHEAD: Final = 40

T = TypeVar("T")


@dataclass(frozen=True)
class Visit:
    """What came of opening a page."""

    #: Whatever a page must not do or hold.
    faults: list[str]
    portrait: MappingProxyType[str, Any]

    @cached_property
    def text(self) -> str:
        """The words that a reader sees, white space collapsed."""
        return collapsed(self.portrait["text"])

    @cached_property
    def seed(self) -> str:
        """The same of the document alone."""
        return collapsed(self.portrait["seed"])


def collapsed(text: str) -> str:
    """Return a text with white space as a page shows it."""
    return SPACE.sub(" ", text).strip()


def types(data: object) -> list[str]:
    """Return every ``@type`` in structured data."""
    if isinstance(data, list):
        return [name for item in data for name in types(item)]
    if not isinstance(data, dict):
        return []
    own = [str(data["@type"])] if "@type" in data else []
    return own + [name for item in data.values() for name in types(item)]


@dataclass
class _Noted:
    faults: list[str] = field(default_factory=list)
    opened: int = 0


class Reader:
    """
    One window of one browser, in a thread of its own.

    The thread keeps Playwright apart from other tests that use it.
    """

    def __init__(self, chromium: str) -> None:
        """Start the browser."""
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._stack = ExitStack()
        self._noted = _Noted()
        self._address = ""
        self._page: Page = self._run(lambda: self._open(chromium))

    def close(self) -> None:
        """End the browser."""
        self._run(self._stack.close)
        self._thread.shutdown()

    def visit(self, address: str, path: str) -> Future[Visit]:
        """Open a page, do what a curious reader does, and tell what happened."""
        return self._thread.submit(self._visit, address, path)

    def disorder(self, address: str, path: str) -> Future[list[str]]:
        """Return the blocks of a page whose Latin letters are not laid out as they are read."""

        def look() -> list[str]:
            self._go(address, path)
            found: list[str] = self._page.evaluate(ORDER)
            return found

        return self._thread.submit(look)

    def _run(self, act: Callable[[], T]) -> T:
        return self._thread.submit(act).result()

    def _open(self, chromium: str) -> Page:
        playwright = self._stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        self._stack.callback(browser.close)
        context = browser.new_context(bypass_csp=True, viewport=WINDOW)
        context.add_init_script(HOOKS)
        page = context.new_page()
        # Thousands of joined letters take a browser long to break.
        page.set_default_timeout(60_000)
        page.on("dialog", self._note_dialog)
        page.on("framenavigated", self._note_navigation)
        page.on("console", lambda message: self._note(f"console: {message.text}"))
        page.on("pageerror", lambda error: self._note(f"error: {error}"))
        page.on("popup", lambda popup: self._note(f"window: {popup.url}"))
        page.on("download", lambda download: self._note(f"download: {download.url}"))
        context.on("request", lambda request: self._note_request(request.url))
        return page

    def _go(self, address: str, path: str) -> None:
        self._address = address
        self._noted = _Noted()
        self._page.goto(f"{address}{path}", wait_until="load")

    def _visit(self, address: str, path: str) -> Visit:
        try:
            self._go(address, path)
            portrait = self._page.evaluate(PORTRAIT)
            # What the page was made to start is heard of before the browser answers once more.
            late = self._page.evaluate("() => new Promise((done) => setTimeout(done, 0, __ran))")
        except Error as error:
            return Visit([*self._noted.faults, str(error)], MappingProxyType({}))
        faults = [*self._noted.faults, *portrait["faults"], *portrait["ran"], *late]
        if self._noted.opened != 1 or self._page.url != f"{address}{path}":
            faults.append(f"went to {self._page.url}")
        return Visit(faults, MappingProxyType(portrait))

    def _note(self, fault: str) -> None:
        self._noted.faults.append(fault)

    def _note_dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_navigation(self, frame: Frame) -> None:
        if frame.parent_frame:
            self._note(f"frame: {frame.url}")
        else:
            self._noted.opened += 1

    def _note_request(self, url: str) -> None:
        if not url.startswith(f"{self._address}/"):
            self._note(f"request: {url}")


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are; the browser keeps its connection, and the theme, between pages."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        if self.path.startswith("/theme/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True


@dataclass
class BuiltSite:
    """A built site that is served, and what a reader met on each of its pages."""

    output: Path
    readers: tuple[Reader, ...]

    #: The pages, in the order in which tests ask for them.
    paths: list[str]
    visits: dict[str, Visit] = field(default_factory=dict)
    address: str = ""

    def __enter__(self) -> Self:
        handler = partial(_Handler, directory=str(self.output))
        self._server = _Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def visit(self, path: str) -> Visit:
        """Open a page, once however many tests ask; all readers go ahead on the pages after it."""
        if path not in self.visits:
            at = self.paths.index(path)
            ahead = [new for new in self.paths[at : at + AHEAD] if new not in self.visits]
            coming = [
                reader.visit(self.address, new)
                for new, reader in zip(ahead, cycle(self.readers), strict=False)
            ]
            self.visits |= {new: visit.result() for new, visit in zip(ahead, coming, strict=True)}
        return self.visits[path]

    def disorder(self, path: str) -> list[str]:
        """Return the blocks of a page that are not laid out as they are read."""
        return self.readers[0].disorder(self.address, path).result()
