"""
Serve the built site on this machine, below the path that it will be published at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from factcheck.model.site import Project

LOOPBACK: Final = "127.0.0.1"


def serve(project: Project, port: int, tell: Callable[[str], None]) -> None:
    """
    Serve until interrupted.

    Args:
        project: Whose output to serve.

        port: Where to listen; 0 lets the system choose.

        tell: Takes the line that says the address.

    Raises:
        OSError: If the port cannot be had.
    """
    with make_server(project.output, project.site.base, port) as server:
        address = f"http://{LOOPBACK}:{server.server_port}{project.site.base}"
        tell(f"Serving {project.site.name} at {address} (Ctrl-C stops)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell("Stopped.")


def make_server(folder: Path, base: str, port: int) -> ThreadingHTTPServer:
    """
    Make a server of a folder, on loopback only.

    Args:
        folder: The built site.

        base: The path that it lives below, with slashes at both ends.

        port: Where to listen; 0 lets the system choose.
    """
    handler = partial(_Handler, base=base, directory=str(folder))
    return _Server((LOOPBACK, port), handler)


class _Server(ThreadingHTTPServer):
    """One thread a reader; a reader who leaves early is no error."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Files below the base path, as a plain host serves them: no listings, the site's own 404."""

    server_version = "factcheck"
    sys_version = ""
    extensions_map = {  # noqa: RUF012 - as the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
    }

    def __init__(self, *args: Any, base: str, **options: Any) -> None:  # noqa: ANN401
        self.base = base
        super().__init__(*args, **options)

    def send_head(self) -> Any:  # noqa: ANN401 - as the base class
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in {LOOPBACK, "localhost"}:
            # Another name that points here is DNS rebinding: some page's script, not a person.
            self.send_error(421, "Unknown host")
            return None
        path = urlsplit(self.path).path
        if self.base != "/" and path in {"/", self.base.rstrip("/")}:
            self.send_response(302)
            self.send_header("Location", self.base)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not path.startswith(self.base):
            return self._not_found()
        return super().send_head()

    def translate_path(self, path: str) -> str:
        inner = urlsplit(path).path.removeprefix(self.base.rstrip("/"))
        translated = Path(super().translate_path(inner))
        root = Path(self.directory).resolve()
        if "\0" in unquote(path) or not translated.resolve().is_relative_to(root):
            return str(root / "404.html" / "nothing")
        return str(translated) + ("/" if inner.endswith("/") else "")

    def list_directory(self, path: Any) -> Any:  # noqa: ANN401, ARG002
        return self._not_found()

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        if code == 404:  # noqa: PLR2004
            self._not_found()
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing of every file that is fetched."""

    def _not_found(self) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b"Not found\n"
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
