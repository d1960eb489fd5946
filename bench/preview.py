"""
How long one edit takes until a reader of the preview sees it.
"""

from __future__ import annotations

import http.client
import socket
import time
from pathlib import PurePosixPath
from typing import Final

from bench.edits import Edit
from bench.processes import Family
from bench.runs import Failed, Place, started
from bench.tools import Tool

HOST: Final = "127.0.0.1"

#: Between two requests.
PERIOD: Final = 0.005

#: In seconds: who does not show an edit by then does not show it.
PATIENCE: Final = 300.0

#: The first edit is not counted: a server that has just begun still settles.
SETTLING: Final = 1


def seconds_until_visible(tool: Tool, place: Place, edit: Edit, count: int) -> list[float]:
    """
    Edit a fact-check again and again while a tool previews the site.

    Args:
        tool: What previews; it is started and ended here.

        place: Where it runs.

        edit: What to change.

        count: How often.

    Returns:
        For each edit the time from the file's writing to the first answer that shows it.

    Raises:
        Failed: If the page or an edit is not shown in time.
    """
    family, port = Family(), _free_port()
    with started(tool.serve(port), place):
        address = f"/{PurePosixPath(edit.page).parent}/"
        _wait_for(edit.words[:-1], address, port, place.limit)
        taken = []
        for number in range(count + SETTLING):
            # An edit finds a server at rest, as an editor's does; before that it may go unseen.
            family.wait_until_idle(place.limit)
            start = time.perf_counter()
            _wait_for(edit.make(number), address, port, min(PATIENCE, place.limit))
            taken.append(time.perf_counter() - start)
    return taken[SETTLING:]


def _wait_for(words: str, address: str, port: int, limit: float) -> None:
    wanted = words.encode()
    patience = time.monotonic() + limit
    while wanted not in _page(address, port, limit):
        if time.monotonic() > patience:
            msg = f"not shown after {limit:.0f} s"
            raise Failed(msg)
        time.sleep(PERIOD)


def _page(address: str, port: int, limit: float) -> bytes:
    connection = http.client.HTTPConnection(HOST, port, timeout=limit)
    try:
        connection.request("GET", address)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port
