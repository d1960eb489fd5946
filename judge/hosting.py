"""
A host as the site's own will be: its files, with the headers that ``_headers`` asks for.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

LOOPBACK: Final = "127.0.0.1"


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """
    Serve a built site on this machine while the block runs; give its address.

    Args:
        folder: The site, built for its host's root.
    """
    handler = partial(_Handler, directory=str(folder), told=tuple(_headers(folder)))
    with ThreadingHTTPServer((LOOPBACK, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}/"
        finally:
            server.shutdown()


def _headers(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the headers for every path: the lines that are indented below ``/*``."""
    rule = ""
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            rule = line.strip()
        elif rule == "/*":
            name, _, value = line.partition(":")
            yield name.strip(), value.strip()


class _Handler(SimpleHTTPRequestHandler):
    """A host of plain files."""

    def __init__(self, *args: Any, told: tuple[tuple[str, str], ...], **more: Any) -> None:  # noqa: ANN401
        self.told = told
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in self.told:
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ANN401, ARG002
        """A folder without a page is no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing of every file that is fetched."""
