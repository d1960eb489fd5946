"""
A site served on this machine alone, below the path that it will be published at.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote, urlsplit

from factcheck.model.site import Project
from factcheck.publishing.headers import guard
from factcheck.publishing.views.preview import EVENTS

LOOPBACK: Final = "127.0.0.1"

#: Characters of a path; no page's is longer, and no file system takes more.
LONGEST: Final = 250

#: How this machine is called from itself.
OWN_HOST: Final = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?")

#: What the machine's own tables may lack, or name otherwise.
TYPES: Final = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What stands at an address.
    """

    body: bytes
    type: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK


class CannotServe(Exception):  # noqa: N818 - a sentence for an editor
    """The port cannot be had."""


class Served(Protocol):
    """
    A site that can be asked.
    """

    def answer(self, path: str) -> Answer:
        """
        Return what stands at a path below the site's own, without a slash before it.
        """

    def events(self) -> Iterator[bytes] | None:
        """
        Give an event for each change, for as long as a page listens; None if nothing changes.
        """


@dataclass(frozen=True, slots=True)
class Folder:
    """
    A built site.
    """

    folder: Path

    def answer(self, path: str) -> Answer:
        """
        Return a file of the folder, or its 404 page.
        """
        root = self.folder.resolve()
        target = (root / path / ("index.html" if path.endswith("/") or not path else "")).resolve()
        if target.is_relative_to(root) and target.is_file():
            return Answer(target.read_bytes(), type_of(target.name))
        missing = root / "404.html"
        body = missing.read_bytes() if missing.is_file() else b"Not found\n"
        return Answer(body, status=HTTPStatus.NOT_FOUND)

    def events(self) -> None:
        """
        Nothing changes in a built site.
        """
        return


def type_of(name: str) -> str:
    """
    Return a file's media type by its name's ending.
    """
    found = TYPES.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"
    is_text = found.startswith("text/") or found.endswith(("xml", "json"))
    return f"{found}; charset=utf-8" if is_text else found


def serve(site: Served, project: Project, port: int, tell: Callable[[str], None]) -> None:
    """
    Serve until interrupted.

    Args:
        site: What to serve.

        project: Whose name and path it has.

        port: Where to listen; 0 lets the system choose.

        tell: Takes the line that says the address.

    Raises:
        CannotServe: If the port cannot be had.
    """
    try:
        made = make_server(site, project.site.base, port)
    except OSError as error:
        msg = f"cannot serve on port {port}: {error.strerror}; choose another with PORT=…"
        raise CannotServe(msg) from None
    with made as server:
        address = f"http://{LOOPBACK}:{server.server_port}{project.site.base}"
        tell(f"Serving {project.site.name} at {address} (Ctrl-C stops)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell("Stopped.")


def make_server(site: Served, base: str, port: int) -> ThreadingHTTPServer:
    """
    Make a server, on loopback only.

    Args:
        site: What to serve.

        base: The path that it lives below, with slashes at both ends.

        port: Where to listen; 0 lets the system choose.
    """
    return _Server((LOOPBACK, port), partial(_Handler, site=site, base=base))


class _Server(ThreadingHTTPServer):
    """One thread a reader; a reader who leaves early is no error."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers as a plain host does: no listings, nothing outside the site, the site's own 404."""

    server_version = "factcheck"
    sys_version = ""

    #: Seconds for which a silent reader is waited for.
    timeout = 60

    def __init__(self, *args: Any, site: Served, base: str) -> None:  # noqa: ANN401
        self.site = site
        self.base = base
        self._asked = ""
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with the page."""
        if self._is_known_host():
            path = self._path()
            if self.base != "/" and path in {"/", self.base.rstrip("/")}:
                self._redirect()
            elif path == f"{self.base}{EVENTS}" and (events := self.site.events()) is not None:
                self._stream(events)
            else:
                self._answer(self._inner(path))

    do_HEAD = do_GET  # noqa: N815 - the base class asks for it by this name

    def _is_known_host(self) -> bool:
        hosts = self.headers.get_all("Host", [])
        known = len(hosts) == 1 and bool(OWN_HOST.fullmatch(hosts[0]))
        if not known:
            # Another name that points here is DNS rebinding: some page's script, not a person.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "Unknown host")
        elif self._is_embedded():
            self.send_error(HTTPStatus.FORBIDDEN, "Not for other pages")
            return False
        return known

    def _is_embedded(self) -> bool:
        """Tell whether another site's page asks, other than by a link to here (Fetch Metadata)."""
        is_foreign = self.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
        return is_foreign and self.headers.get("Sec-Fetch-Dest") != "document"

    def _path(self) -> str:
        try:
            return urlsplit(self.path).path
        except ValueError:
            return "/404.html/nothing"

    def _inner(self, path: str) -> str:
        """Return a path below the base; one that no page has, where it leads anywhere else."""
        inner = unquote(path.removeprefix(self.base))
        below = path.startswith(self.base) and len(inner) < LONGEST
        below = below and "\0" not in inner and "\\" not in inner
        return inner if below and ".." not in inner.split("/") else "404.html/nothing"

    def _answer(self, path: str) -> None:
        self._asked = path
        answer = self.site.answer(path)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _redirect(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", self.base)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self, events: Iterator[bytes]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for event in events if self.command != "HEAD" else ():
            self.wfile.write(event)
            self.wfile.flush()

    def end_headers(self) -> None:
        """Let nothing be kept, and nothing be taken for what it is not."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # Nobody else's page may show, load or measure what an editor has not published.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        # As a host does that reads _headers; who else asks for a frame has been refused already.
        for name, value in guard(self._asked):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing of every file that is fetched."""
