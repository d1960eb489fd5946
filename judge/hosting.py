"""
A host as the site's own will be: its files, with the headers that ``_headers`` asks for.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

LOOPBACK: Final = "127.0.0.1"

#: A pattern of paths, with a header for them.
Rule = tuple[str, str, str]


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """
    Serve a built site on this machine while the block runs; give its address.

    Args:
        folder: The site, built for its host's root.
    """
    handler = partial(_Handler, directory=str(folder), rules=tuple(rules(folder)))
    with ThreadingHTTPServer((LOOPBACK, 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}/"
        finally:
            server.shutdown()


def rules(folder: Path) -> Iterator[Rule]:
    """
    Give what a site's ``_headers`` says: headers are indented below the pattern of their paths.

    Args:
        folder: The site.
    """
    pattern = ""
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            pattern = line.strip()
        else:
            name, _, value = line.partition(":")
            yield pattern, name.strip(), value.strip()


def told(path: str, of: Iterable[Rule]) -> dict[str, str]:
    """
    Return the headers for a path: of every rule that holds, the values of one name joined.

    So Netlify and Cloudflare Pages do it; neither lets a rule take back what another says.

    Args:
        path: With a slash before it.

        of: All rules.
    """
    found: dict[str, str] = {}
    for pattern, name, value in of:
        if re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), path):
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Handler(SimpleHTTPRequestHandler):
    """A host of plain files."""

    def __init__(self, *args: Any, rules: tuple[Rule, ...], **more: Any) -> None:  # noqa: ANN401
        self.rules = rules
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in told(urlsplit(self.path).path, self.rules).items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ANN401, ARG002
        """A folder without a page is no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing of every file that is fetched."""
