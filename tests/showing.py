"""
A project's site as readers see it, and as its editors do: served while something looks at it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.usecases.serving import Folder, make_server
from sandbox import TODAY, Sandbox


@contextmanager
def served(site: Path) -> Iterator[str]:
    """
    Serve a built site, and give its address.
    """
    server = make_server(Folder(site), "/", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def previewed(sandbox: Sandbox) -> Iterator[str]:
    """
    Serve the preview of a project, and give its address.
    """
    command = [sys.executable, "-m", "factcheck", "serve", "--port", "0"]
    environment = {
        "PYTHONPATH": str(sandbox.root / "plugins"),
        "PYTHONUNBUFFERED": "1",
        "SOURCE_DATE_EPOCH": TODAY,
    }
    with subprocess.Popen(
        command, cwd=sandbox.root, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        found = re.search(r"http://\S+", process.stdout.readline()) if process.stdout else None
        if found:
            yield found[0].rstrip("/")
        process.terminate()
    assert found, "the preview did not start"
